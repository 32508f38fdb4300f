import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { projectRoot } from '#platform/config'
import { faultsOf } from './body-rules.ts'
import type { Body } from './contract-body.ts'
import { answerPage, checkAnswers, choicesOf, competentArea, deliveryOf, factsOf, neighboursOf, nextQuestion, pagesOf, papersOf, sealedQuestions, type Answers, type Filling, type Known } from './contract-form.ts'
import { answerLines, resultText } from './contract-text.ts'
import { readProcedures } from './seed.ts'

const found = readProcedures(join(projectRoot, 'provinces', 'sample')).find(({ code }) => code === '1.004873')?.versions[0]?.body
if (!found) throw new Error('the sample province does not include 1.004873')
const body: Body = found

const known: Known = {
  'citizen.name': 'Lê Thị Cúc', 'citizen.number': '999156000203', 'citizen.born': '1956-06-20', 'citizen.gender': 'female', 'citizen.ethnicity': 'Kinh',
  'citizen.nationality': 'Việt Nam', 'citizen.residence.area': '99003', 'citizen.residence.line': 'Số 3, ấp Ba', 'citizen.phone': '0999000203',
}

/** A good answer to every question that is not a choice. */
const samples: Answers = {
  name: 'Trần Văn Bình', number: '999085000202', born: '1985-11-02', ethnicity: 'Kinh', nationality: 'Việt Nam', residence: { area: '99002', line: 'Số 2, đường Mẫu' },
  currentAddress: 'Số 9, phường Mẫu Một', residenceSince: { from: '2010-05', to: null }, placesElsewhere: 'Phường Mẫu Một: 2004 đến 2010', spouseName: 'Trần Văn Nam',
  certificateNumber: '45/2012', certificateDate: '2012-09-02', certificateIssuer: 'UBND xã Mẫu Ba', singleFrom: '2005-03-15', singleTo: '2012-09-01',
  decisionNumber: '123/2019/QĐST-HNGĐ', decisionDate: '2019-07-08', court: 'Tòa án nhân dân huyện Mẫu', deathNumber: '17/2019', deathDate: '2019-11-04', deathIssuer: 'UBND xã Mẫu Ba',
  otherPurpose: 'Bổ sung hồ sơ nhận thừa kế', partnerName: 'Lê Minh Quân', partnerBornYear: '1998', partnerNationality: 'Việt Nam', partnerNumber: '999098000301',
  partnerPassport: 'C1234567', marriageAt: 'UBND phường Mẫu Một', earlierReason: 'Đã thất lạc khi chuyển nhà', copies: 2, collectAt: '99001', phone: '0901234567', email: null,
}

const filling = (procedureCase: string, answers: Answers, who: Known = known): Filling =>
  ({ case: procedureCase, answers, known: who, today: '2026-11-25', isArea: (code) => /^9900[123]$/.test(code) })

/** Goes from page to page as a person does, answering with a choice where one is given, else with the sample; returns the codes of the pages. */
function walkThrough(procedureCase: string, choices: Answers, who: Known = known): { pages: string[]; answers: Answers } {
  let answers: Answers = {}
  const pages: string[] = []
  for (;;) {
    const next = nextQuestion(body, filling(procedureCase, answers, who))
    if (!next) return { pages, answers }
    const given = choices[next.code] ?? samples[next.code]
    const taken = answerPage(body, filling(procedureCase, answers, who), next.code, given === undefined ? {} : { [next.code]: given })
    if (!taken || Object.keys(taken.errors).length > 0 || pages.includes(next.code)) throw new Error(`${next.code} takes ${JSON.stringify(given)}: ${JSON.stringify(taken?.errors)}`)
    answers = taken.answers
    pages.push(next.code)
  }
}

const forMyself = { whom: 'self', livesThere: 'yes', livedElsewhere: 'no', earlier: 'no', receive: 'electronic' }
const loan = { ...forMyself, purpose: 'loan' }
const wedding = { ...forMyself, purpose: 'marriage', partnerPaper: 'identityCard' }

describe('the pages of each case, in order', () => {
  const start = ['whom', 'livesThere', 'residenceSince', 'livedElsewhere']
  const end = ['receive', 'phone', 'email']
  const person = ['name', 'number', 'born', 'gender', 'ethnicity', 'nationality', 'residence']
  const certificate = ['certificateNumber', 'certificateDate', 'certificateIssuer']
  const other = { ...loan, whom: 'other', relation: 'family', gender: 'male' }

  it.each<[string, string, Answers, Known, string[]]>([
    ['never married, for a loan', 'neverMarried', loan, known, [...start, 'purpose', 'earlier', 'copies', ...end]],
    ['never married, to marry a Vietnamese', 'neverMarried', wedding, known,
      [...start, 'purpose', 'partnerName', 'partnerBornYear', 'partnerNationality', 'partnerPaper', 'partnerNumber', 'marriageAt', 'earlier', ...end]],
    ['never married, to marry a foreigner', 'neverMarried', { ...wedding, partnerPaper: 'passport' }, known,
      [...start, 'purpose', 'partnerName', 'partnerBornYear', 'partnerNationality', 'partnerPaper', 'partnerPassport', 'marriageAt', 'earlier', ...end]],
    ['for something else', 'neverMarried', { ...loan, purpose: 'otherUse' }, known, [...start, 'purpose', 'otherPurpose', 'earlier', 'copies', ...end]],
    ['living elsewhere, lived elsewhere before', 'neverMarried', { ...loan, livesThere: 'no', livedElsewhere: 'yes' }, known,
      ['whom', 'livesThere', 'currentAddress', 'residenceSince', 'livedElsewhere', 'placesElsewhere', 'purpose', 'earlier', 'copies', ...end]],
    ['an earlier certificate that is lost', 'neverMarried', { ...loan, earlier: 'lost' }, known, [...start, 'purpose', 'earlier', 'earlierReason', 'copies', ...end]],
    ['an earlier certificate at hand', 'neverMarried', { ...loan, earlier: 'have' }, known, [...start, 'purpose', 'earlier', 'copies', ...end]],
    ['on paper', 'neverMarried', { ...loan, receive: 'counter' }, known, [...start, 'purpose', 'earlier', 'copies', 'receive', 'collectAt', 'phone', 'email']],
    ['divorced in Viet Nam', 'divorced', { ...loan, union: 'registered', divorceWhere: 'vietnam' }, known,
      [...start, 'union', 'spouseName', 'divorceWhere', 'decisionNumber', 'decisionDate', 'court', 'purpose', 'earlier', 'copies', ...end]],
    ['divorced abroad, to marry again', 'divorced', { ...wedding, union: 'registered', divorceWhere: 'abroad' }, known,
      [...start, 'union', 'spouseName', 'divorceWhere', 'decisionNumber', 'decisionDate', 'court',
        'purpose', 'partnerName', 'partnerBornYear', 'partnerNationality', 'partnerPaper', 'partnerNumber', 'marriageAt', 'earlier', ...end]],
    ['widowed, with the certificate', 'widowed', { ...loan, union: 'registered', deathPaper: 'certificate' }, known,
      [...start, 'union', 'spouseName', 'deathPaper', 'deathNumber', 'deathDate', 'deathIssuer', 'purpose', 'earlier', 'copies', ...end]],
    ['widowed, without a paper', 'widowed', { ...loan, union: 'before1987', deathPaper: 'none' }, known, [...start, 'union', 'spouseName', 'deathPaper', 'purpose', 'earlier', 'copies', ...end]],
    ['married with a certificate', 'married', { ...loan, union: 'registered' }, known, [...start, 'union', 'spouseName', ...certificate, 'purpose', 'earlier', 'copies', ...end]],
    ['a couple since before 1987', 'married', { ...loan, union: 'before1987' }, known, [...start, 'union', 'spouseName', 'purpose', 'earlier', 'copies', ...end]],
    ['the time before the marriage', 'beforeMarriage', { ...loan, purpose: 'property' }, known, [...start, 'spouseName', ...certificate, 'singleFrom', 'singleTo', 'purpose', 'earlier', 'copies', ...end]],
    ['for another person', 'neverMarried', other, known,
      ['whom', 'relation', ...person, 'livesThere', 'residenceSince', 'livedElsewhere', 'purpose', 'earlier', 'copies', ...end]],
    ['at the counter, nothing known', 'neverMarried', { ...loan, gender: 'female' }, {},
      ['whom', ...person, 'livesThere', 'residenceSince', 'livedElsewhere', 'purpose', 'earlier', 'copies', ...end]],
    ['registered outside the province: only the residence is asked', 'neverMarried', loan, { ...known, 'citizen.residence.area': '' },
      ['whom', 'residence', 'livesThere', 'residenceSince', 'livedElsewhere', 'purpose', 'earlier', 'copies', ...end]],
  ])('%s', (_, procedureCase, choices, who, pages) => {
    expect(walkThrough(procedureCase, choices, who).pages).toEqual(pages)
  })
})

describe('the papers of each case', () => {
  const papers = (procedureCase: string, choices: Answers) => papersOf(body, filling(procedureCase, walkThrough(procedureCase, choices).answers)).map(({ code, source }) => `${code} ${source}`)
  const always = ['declaration form', 'identity lookup']
  it.each<[string, string, Answers, string[]]>([
    ['never married', 'neverMarried', loan, []],
    ['divorced in Viet Nam', 'divorced', { ...loan, union: 'registered', divorceWhere: 'vietnam' }, ['divorceDecision upload']],
    ['divorced abroad', 'divorced', { ...loan, union: 'registered', divorceWhere: 'abroad' }, ['foreignDivorce upload']],
    ['widowed', 'widowed', { ...loan, union: 'registered', deathPaper: 'extract' }, ['deathProof upload']],
    ['widowed, without a paper', 'widowed', { ...loan, union: 'registered', deathPaper: 'none' }, ['deathRecord lookup']],
    ['married', 'married', { ...loan, union: 'registered' }, ['marriageRecord lookup']],
    ['a couple since before 1987', 'married', { ...loan, union: 'before1987' }, []],
    ['the time before the marriage', 'beforeMarriage', loan, ['marriageRecord lookup']],
    ['an earlier certificate at hand', 'neverMarried', { ...loan, earlier: 'have' }, ['earlierCertificate upload']],
    ['for my mother', 'neverMarried', { ...loan, whom: 'other', relation: 'family', gender: 'female' }, ['authorisation upload', 'kinship upload']],
    ['for a friend', 'neverMarried', { ...loan, whom: 'other', relation: 'otherPerson', gender: 'female' }, ['authorisation upload']],
  ])('%s', (_, procedureCase, choices, more) => {
    expect(papers(procedureCase, choices)).toEqual([...always, ...more])
  })
})

describe('what the certificate says', () => {
  const sentences = (procedureCase: string, choices: Answers, who: Known = known) => resultText(body, filling(procedureCase, walkThrough(procedureCase, choices, who).answers, who), {}).sentences
  const man = { ...known, 'citizen.gender': 'male' }
  it.each<[string, string, Answers, Known, string]>([
    ['never married', 'neverMarried', loan, known, 'Hiện tại chưa đăng ký kết hôn với ai.'],
    ['a married woman', 'married', { ...loan, union: 'registered' }, known,
      'Hiện tại đang có chồng là ông Trần Văn Nam (Giấy chứng nhận kết hôn số 45/2012, do UBND xã Mẫu Ba cấp ngày 02/09/2012).'],
    ['a man married since before 1987', 'married', { ...loan, union: 'before1987' }, man, 'Hiện tại đang có vợ là bà Trần Văn Nam.'],
    ['divorced', 'divorced', { ...loan, union: 'registered', divorceWhere: 'vietnam' }, known,
      'Đã đăng ký kết hôn, nhưng đã ly hôn theo Bản án/Quyết định ly hôn số 123/2019/QĐST-HNGĐ ngày 08/07/2019 của Tòa án nhân dân huyện Mẫu; hiện tại chưa đăng ký kết hôn với ai.'],
    ['divorced, a couple since before 1987', 'divorced', { ...loan, union: 'before1987', divorceWhere: 'vietnam' }, man,
      'Đã có vợ, nhưng đã ly hôn theo Bản án/Quyết định ly hôn số 123/2019/QĐST-HNGĐ ngày 08/07/2019 của Tòa án nhân dân huyện Mẫu; hiện tại chưa đăng ký kết hôn với ai.'],
    ['a widow', 'widowed', { ...loan, union: 'registered', deathPaper: 'extract' }, known,
      'Đã đăng ký kết hôn, nhưng chồng đã chết (Trích lục khai tử số 17/2019, do UBND xã Mẫu Ba cấp ngày 04/11/2019); hiện tại chưa đăng ký kết hôn với ai.'],
    ['a widow without a paper, a couple since before 1987', 'widowed', { ...loan, union: 'before1987', deathPaper: 'none' }, known,
      'Đã có chồng, nhưng chồng đã chết; hiện tại chưa đăng ký kết hôn với ai.'],
    ['a widower, a couple since before 1987', 'widowed', { ...loan, union: 'before1987', deathPaper: 'certificate' }, man,
      'Đã có vợ, nhưng vợ đã chết (Giấy chứng tử số 17/2019, do UBND xã Mẫu Ba cấp ngày 04/11/2019); hiện tại chưa đăng ký kết hôn với ai.'],
    ['the time before the marriage', 'beforeMarriage', loan, man,
      'Trong thời gian từ ngày 15/03/2005 đến ngày 01/09/2012 chưa đăng ký kết hôn với ai; hiện tại đang có vợ là bà Trần Văn Nam (Giấy chứng nhận kết hôn số 45/2012, do UBND xã Mẫu Ba cấp ngày 02/09/2012).'],
  ])('status: %s', (_, procedureCase, choices, who, status) => {
    expect(sentences(procedureCase, choices, who)['status']).toBe(status)
  })

  it.each<[string, Answers, string]>([
    ['to marry a Vietnamese', wedding,
      'làm thủ tục kết hôn với ông Lê Minh Quân, sinh năm 1998, quốc tịch Việt Nam, số định danh cá nhân 999\u00a0098\u00a0000\u00a0301; tại UBND phường Mẫu Một'],
    ['to marry a foreigner', { ...wedding, partnerPaper: 'passport' }, 'làm thủ tục kết hôn với ông Lê Minh Quân, sinh năm 1998, quốc tịch Việt Nam, hộ chiếu số C1234567; tại UBND phường Mẫu Một'],
    ['to buy land', { ...loan, purpose: 'property' }, 'mua bán, tặng cho, thế chấp nhà, đất; không có giá trị sử dụng để đăng ký kết hôn'],
    ['for something else', { ...loan, purpose: 'otherUse' }, 'Bổ sung hồ sơ nhận thừa kế; không có giá trị sử dụng để đăng ký kết hôn'],
  ])('purpose: %s', (_, choices, purpose) => {
    expect(sentences('neverMarried', choices)['purpose']).toBe(purpose)
  })

  it('names the person, whoever answered', () => {
    const mine = resultText(body, filling('neverMarried', walkThrough('neverMarried', loan).answers), {}).facts
    expect(mine).toEqual({ name: 'Lê Thị Cúc', bornOn: '1956-06-20', gender: 'female', ethnicity: 'Kinh', nationality: 'Việt Nam', number: '999156000203', residence: { area: '99003', line: 'Số 3, ấp Ba' }, copies: 2 })
    const others = walkThrough('neverMarried', { ...loan, whom: 'other', relation: 'otherPerson', gender: 'male' }).answers
    expect(resultText(body, filling('neverMarried', others), {}).facts).toMatchObject({ name: 'Trần Văn Bình', gender: 'male', residence: { area: '99002' } })
  })
})

describe('what identity knows', () => {
  it('is shown and not asked, and cannot be answered over', () => {
    const answers = { ...walkThrough('neverMarried', loan).answers, name: 'Ai Khác', residence: { area: '99001', line: 'Số 1' } }
    expect(factsOf(body, filling('neverMarried', answers)).map(({ question }) => question.code)).toEqual(['name', 'number', 'born', 'gender', 'ethnicity', 'nationality', 'residence'])
    expect(checkAnswers(body, filling('neverMarried', answers)).answers).not.toHaveProperty('name')
    expect(competentArea(body, filling('neverMarried', answers))).toBe('99003')
  })

  it('is asked when it cannot be right: a residence that is no commune of the province', () => {
    const strange = { ...known, 'citizen.residence.area': '12345' }
    expect(pagesOf(body, filling('neverMarried', { whom: 'self' }, strange)).map(({ code }) => code)).toContain('residence')
    expect(competentArea(body, filling('neverMarried', { whom: 'self' }, strange))).toBeUndefined()
  })

  it('is never taken for somebody else', () => {
    expect(factsOf(body, filling('neverMarried', { whom: 'other' }))).toEqual([])
    expect(competentArea(body, filling('neverMarried', { whom: 'other', relation: 'family' }))).toBeUndefined()
  })

  it('stands masked in the list of answers, in the order of the form', () => {
    const lines = answerLines(body, filling('neverMarried', walkThrough('neverMarried', wedding).answers), { locale: 'vi', area: (code) => ({ '99003': 'Xã Mẫu Ba' })[code] })
    expect(lines.map(({ code, from, text }) => [code, from, text])).toEqual([
      ['whom', 'person', 'Cho chính tôi'], ['name', 'identity', 'Lê Thị Cúc'], ['number', 'identity', '999\u00a0156\u00a0•••\u00a0•03'], ['born', 'identity', '20/06/1956'],
      ['gender', 'identity', 'Nữ'], ['ethnicity', 'identity', 'Kinh'], ['nationality', 'identity', 'Việt Nam'], ['residence', 'identity', 'Số 3, ấp Ba, Xã Mẫu Ba'],
      ['livesThere', 'person', 'Có'], ['residenceSince', 'person', '05/2010 – nay'], ['livedElsewhere', 'person', 'Không, chỉ ở đây'], ['purpose', 'person', 'Đăng ký kết hôn'],
      ['partnerName', 'person', 'Lê Minh Quân'], ['partnerBornYear', 'person', '1998'], ['partnerNationality', 'person', 'Việt Nam'], ['partnerPaper', 'person', 'Thẻ căn cước'],
      ['partnerNumber', 'person', '999\u00a0098\u00a0•••\u00a0•01'], ['marriageAt', 'person', 'UBND phường Mẫu Một'], ['earlier', 'person', 'Chưa'],
      ['receive', 'person', 'Bản điện tử trên trang này'], ['phone', 'person', '0901234567'],
    ])
    expect(sealedQuestions(body)).toEqual(['number', 'partnerNumber'])
  })
})

describe('on the way', () => {
  it('who is married cannot marry: the purpose is not offered, and not taken', () => {
    const purpose = body.form.find(({ code }) => code === 'purpose')
    if (!purpose) throw new Error('there is no purpose')
    const offered = (procedureCase: string) => choicesOf(body, filling(procedureCase, {}), purpose).map(({ value }) => value)
    expect(offered('neverMarried')).toEqual(['marriage', 'property', 'loan', 'abroad', 'adoption', 'otherUse'])
    expect(offered('married')).toEqual(['property', 'loan', 'abroad', 'adoption', 'otherUse'])
    expect(answerPage(body, filling('married', {}), 'purpose', { purpose: 'marriage' })?.errors).toEqual({ purpose: 'not_an_option' })
  })

  it('a changed case drops what no longer applies and keeps the rest', () => {
    const { answers } = walkThrough('divorced', { ...loan, union: 'registered', divorceWhere: 'vietnam' })
    const kept = checkAnswers(body, filling('neverMarried', answers))
    expect(kept.errors).toEqual({})
    expect(Object.keys(answers).filter((code) => !(code in kept.answers))).toEqual(['union', 'spouseName', 'divorceWhere', 'decisionNumber', 'decisionDate', 'court'])
  })

  it('a page tells where it stands, and one that is not asked has no place', () => {
    const at = neighboursOf(body, filling('neverMarried', walkThrough('neverMarried', loan).answers), 'residenceSince')
    expect([at?.before?.code, at?.after?.code, at?.number, at?.of]).toEqual(['livesThere', 'livedElsewhere', 3, 10])
    expect(neighboursOf(body, filling('neverMarried', { whom: 'self' }), 'court')).toBeUndefined()
    expect(answerPage(body, filling('neverMarried', { whom: 'self' }), 'court', { court: 'x' })).toBeUndefined()
  })

  it('a wrong answer is named by its part, and the others are kept', () => {
    const taken = answerPage(body, filling('neverMarried', { whom: 'self', livesThere: 'yes' }), 'residenceSince', { residenceSince: { from: '5/2030' } })
    expect(taken).toEqual({ answers: { whom: 'self', livesThere: 'yes' }, errors: { 'residenceSince.from': 'in_future' } })
  })

  it('says where the result goes', () => {
    expect(deliveryOf(body, filling('neverMarried', walkThrough('neverMarried', { ...loan, receive: 'counter' }).answers))).toEqual({ receive: 'counter', area: '99001' })
    expect(deliveryOf(body, filling('neverMarried', {}))).toEqual({ receive: null, area: null })
  })
})

describe('every way through the form', () => {
  /** Every complete set of choices of a case: texts are answered beforehand, so only the choices branch. */
  function* ways(procedureCase: string, answers: Answers): Generator<Answers> {
    const next = nextQuestion(body, filling(procedureCase, answers))
    if (!next) return yield answers
    const options = choicesOf(body, filling(procedureCase, answers), next)
    if (options.length === 0) throw new Error(`${next.code} has no answer in this test`)
    for (const { value } of options) yield* ways(procedureCase, { ...answers, [next.code]: value })
  }

  it.each([
    ['neverMarried', 840], ['divorced', 3360], ['widowed', 6720], ['married', 1200], ['beforeMarriage', 600],
  ])('%s: each ends, asks for papers once, and gives whole sentences', (procedureCase, count) => {
    let counted = 0
    const gaps: string[] = []
    for (const answers of ways(procedureCase, samples)) {
      counted += 1
      const now = filling(procedureCase, answers)
      const { sentences, facts } = resultText(body, now, {})
      const texts = [sentences['status'] ?? '', sentences['purpose'] ?? '']
      if (texts.some((text) => text === '' || /[{}]|\s{2}|số ,|do {1,2}cấp|ngày [.;)]/.test(text))) gaps.push(texts.join(' | '))
      if (Object.keys(facts).length < 7 || !competentArea(body, now)) gaps.push(JSON.stringify(answers))
      const papers = papersOf(body, now).map(({ code }) => code)
      if (new Set(papers).size !== papers.length || !papers.includes('declaration')) gaps.push(papers.join())
    }
    expect(gaps).toEqual([])
    expect(counted).toBe(count)
  })
})

it('contradicts itself nowhere', () => {
  expect(faultsOf(body)).toEqual([])
})

it('holds every part that Nghị định 63/2010/NĐ-CP, Điều 8 khoản 2 demands', () => {
  expect(body).toMatchObject({
    title: { vi: expect.stringMatching(/^Thủ tục/) }, steps: expect.arrayContaining([expect.objectContaining({ who: 'officer' })]), ways: ['online', 'counter', 'post'],
    papers: expect.arrayContaining([expect.objectContaining({ code: 'declaration' })]), sets: 1, timeLimit: { amount: 3, unit: 'working_day' }, subjects: expect.arrayContaining([expect.anything()]),
    receivingAgencyKind: 'public_service_centre', competentAgencyKind: 'committee', result: { validMonths: 6, name: { vi: 'Giấy xác nhận tình trạng hôn nhân' } },
    fees: [{ amount: 0 }], requirements: expect.arrayContaining([expect.anything()]), legalBasis: expect.arrayContaining([expect.objectContaining({ document: 'Nghị định 123/2015/NĐ-CP' })]),
  })
  expect(body.form.length).toBeGreaterThan(30)
})
