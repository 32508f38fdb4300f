import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#platform/http'
import { sql } from '#platform/db'
import * as contract from '#contract/dossiers'
import { uploaded } from '../factories/drafts.ts'
import { citizen, officer } from '../factories/people.ts'
import { refusalOf as refused } from '../outcome.ts'
import { withApp, type TestApp } from '../with-app.ts'

const birth = '1.001193'
let app: TestApp
const people = {} as Record<'giang' | 'cuc' | 'binh' | 'clerk' | 'officer' | 'leader', Actor & { id: string }>
beforeAll(async () => {
  app = await withApp({ at: '2026-11-25T02:00:00Z' })
  people.giang = await citizen(app, 'giang')
  people.cuc = await citizen(app, 'cuc')
  people.binh = await citizen(app, 'binh')
  for (const role of ['clerk', 'officer', 'leader'] as const) people[role] = await officer(app, `${role}.001`)
})

async function draftOf(who: Actor, procedureCase: string, answers: Record<string, unknown>): Promise<contract.DraftView> {
  const { id } = await app.call(who, contract.startDraft, { procedure: birth })
  await app.call(who, contract.choosePrincipal, { draft: id, principal: { party: 'self' } })
  let view = await app.call(who, contract.chooseCase, { draft: id, procedureCase })
  for (const [page, value] of Object.entries(answers)) view = await app.call(who, contract.saveAnswers, { draft: id, page, answers: { [page]: value } })
  return view
}

const child = {
  childName: 'Nguyễn Gia Hân', childBorn: '2026-11-10', childGender: 'female', childEthnicity: 'Kinh', childNationality: 'Việt Nam', birthplace: 'Bệnh viện Mẫu, phường Mẫu Một', hometown: 'Xã Mẫu Ba, tỉnh Mẫu', proof: 'hospital',
}
const father = { fatherName: 'Nguyễn Văn Hải', fatherBorn: '1988-03-03', fatherNumber: '999088000999', fatherEthnicity: 'Kinh', fatherNationality: 'Việt Nam' }
const rest = { parentResidence: { area: '99001', line: 'Số 6, đường Mẫu' }, receive: 'counter', copies: '0', phone: '0999000206', email: '' }
const mother = { motherName: 'Lê Thị Con', motherBorn: '1990-01-01', motherNumber: null, motherEthnicity: 'Kinh', motherNationality: 'Việt Nam' }

/** A father at the counter of the first commune, with the hospital's certificate. */
const counter = (answers: Record<string, unknown>) => app.call(people.clerk, contract.intake, {
  procedure: birth, procedureCase: 'married',
  applicant: { name: 'Nguyễn Văn Hải', born: '1988-03-03', gender: 'male', nationality: 'Việt Nam', ethnicity: 'Kinh', phone: null, email: null, address: 'Số 9', area: '99002', number: '999088000999' },
  answers: { ...child, ...rest, copies: 0, ...answers }, papers: [{ code: 'birthProof', form: 'original', copies: 1, file: null }],
})

describe('a mother registers her newborn', () => {
  let id: string

  it('is not asked who she is, and sends with the hospital’s certificate', async () => {
    const draft = await draftOf(people.giang, 'married', { declarer: 'mother', ...child, ...father, ...rest })
    expect(draft.problems).toEqual({ birthProof: 'paper_missing' })
    await app.call(people.giang, contract.attachPaper, { draft: draft.id, paper: 'birthProof' }, { upload: await uploaded(app) })
    id = (await app.call(people.giang, contract.submitDossier, { draft: draft.id, oath: true })).id
    const texts = (await app.call(people.giang, contract.getDossier, { id })).answers.map(({ text }) => text)
    expect(texts).toEqual(expect.arrayContaining(['Đỗ Thị Giang', 'Nguyễn Văn Hải', 'Nguyễn Gia Hân']))
    const { rows } = await sql<{ text: string }>`select d::text as text from dossiers.dossier d where id = ${id}`.execute(app.db)
    expect(rows[0]?.text).not.toContain('999088000999')
  })

  it('costs nothing, is entered with the number of the child, signed, and given to her alone: she signs the register', async () => {
    await app.call(people.clerk, contract.accept, { id })
    expect((await app.call(people.clerk, contract.getDossier, { id })).fee).toBeNull()
    await app.call(people.officer, contract.take, { id })
    const [paper] = (await app.call(people.officer, contract.getDossier, { id })).papers
    await app.call(people.officer, contract.checkPaper, { id, number: paper?.number ?? 1, verdict: 'good' })
    const answers = { childNumber: '999326000777', registerNumber: '120', registerVolume: '02/2026', registeredOn: '2026-11-25' }
    expect(await refused(app.call(people.officer, contract.propose, { id, answers: { ...answers, childNumber: '12' } }))).toMatchObject(['invalid_input', { 'answers.childNumber': 'not_a_citizen_number' }])
    await app.call(people.officer, contract.propose, { id, answers })
    await app.call(people.leader, contract.approve, { id })
    await app.drain()
    // the certificate waits for her although she also has an account
    expect((await app.call(people.giang, contract.getDossier, { id })).state).toBe('approved')
    expect(await refused(app.call(people.clerk, contract.handOver, { id, recipient: 'Nguyễn Văn Hải', relation: 'relative', authority: 'Giấy đăng ký kết hôn' }))).toMatchObject(['presence_required', {}])
    await app.call(people.clerk, contract.handOver, { id, recipient: 'Đỗ Thị Giang', relation: 'self' })
    const view = await app.call(people.giang, contract.getDossier, { id })
    const result = view.documents.find(({ kind }) => kind === 'result')
    expect(await app.call(people.giang, contract.getDocument, { id, document: result?.id ?? '' })).toMatchObject({ type: 'application/pdf' })
  })
})

describe('a name in a language of the country', () => {
  it.each(['Nguyễn Gia Hân', 'H’Hen Niê', 'Y Moan Êñuôl', 'Thạch Thị Mơ'])('%s is entered as it is', async (childName) => {
    const draft = await draftOf(people.giang, 'married', { declarer: 'mother', childName })
    expect(draft.answers['childName']).toBe(childName)
    await app.call(people.giang, contract.discardDraft, { draft: draft.id })
  })

  it('whoever began under the older version finishes under it', async () => {
    app.clock.moveTo(new Date('2026-10-30T02:00:00Z'))
    const draft = await draftOf(people.giang, 'married', { declarer: 'mother', childName: 'Nguyễn' })
    app.clock.moveTo(new Date('2026-11-25T02:00:00Z'))
    const kept = await app.call(people.giang, contract.getDraft, { draft: draft.id })
    expect([kept.answers['childName'], kept.problems['childName']]).toEqual(['Nguyễn', undefined])
    await app.call(people.giang, contract.discardDraft, { draft: draft.id })
  })
})

describe('the hospital’s certificate cannot be read', () => {
  it('is asked for once, uploaded again, and the day is counted afresh', async () => {
    const draft = await draftOf(people.giang, 'married', { declarer: 'mother', ...child, ...father, ...rest })
    await app.call(people.giang, contract.attachPaper, { draft: draft.id, paper: 'birthProof' }, { upload: await uploaded(app) })
    const { id } = await app.call(people.giang, contract.submitDossier, { draft: draft.id, oath: true })
    await app.call(people.clerk, contract.accept, { id })
    const first = (await app.call(people.clerk, contract.getDossier, { id })).dueAt
    await app.call(people.officer, contract.take, { id })
    const [paper] = (await app.call(people.officer, contract.getDossier, { id })).papers
    await app.call(people.officer, contract.checkPaper, { id, number: paper?.number ?? 1, verdict: 'bad', remark: 'Ảnh mờ, không đọc được ngày sinh' })
    const answers = { childNumber: '999326000778', registerNumber: '121', registerVolume: '02/2026', registeredOn: '2026-11-25' }
    expect(await refused(app.call(people.officer, contract.propose, { id, answers }))).toMatchObject(['papers_unchecked', {}])
    await app.call(people.officer, contract.askSupplement, { id, items: [{ paper: 'birthProof', what: 'Chụp lại cả tờ, rõ ngày sinh' }], reason: 'Ảnh giấy chứng sinh bị mờ' })
    expect(await refused(app.call(people.giang, contract.supply, { id }))).toMatchObject(['supplement_incomplete', {}])
    expect(await refused(app.call(people.cuc, contract.supply, { id }))).toMatchObject(['dossier_not_found', {}])
    app.clock.moveTo(new Date('2026-11-26T08:30:00Z'))
    await app.call(people.giang, contract.addPaper, { id, paper: 'birthProof' }, { upload: await uploaded(app, 'ro-hon.png') })
    await app.call(people.giang, contract.supply, { id })
    const again = await app.call(people.officer, contract.getDossier, { id })
    expect([again.state, again.firstDueAt === first, (again.dueAt ?? '') > (first ?? '')]).toEqual(['processing', true, true])
    const fresh = again.papers.find(({ source }) => source === 'supplement')
    await app.call(people.officer, contract.checkPaper, { id, number: fresh?.number ?? 0, verdict: 'good' })
    await app.call(people.officer, contract.propose, { id, answers })
    await app.call(people.leader, contract.approve, { id })
    expect((await app.call(people.giang, contract.getDossier, { id })).state).toBe('approved')
    app.clock.moveTo(new Date('2026-11-25T02:00:00Z'))
  })
})

describe('what is asked follows from what is said', () => {
  it('a mother alone is asked about the father only when he acknowledges the child, who then declares so', async () => {
    const alone = await draftOf(people.giang, 'motherAlone', { declarer: 'mother', ...child, acknowledged: 'no', ...rest })
    expect(alone.problems).toEqual({ birthProof: 'paper_missing' })
    const together = await draftOf(people.giang, 'motherAlone', { declarer: 'mother', ...child, acknowledged: 'yes', ...father, ...rest })
    expect(together.problems).toEqual({ birthProof: 'paper_missing', acknowledgement: 'paper_missing' })
  })

  it('a grandmother is asked about both parents, and no certificate of a hospital means a witness', async () => {
    const view = await draftOf(people.cuc, 'married', { declarer: 'relative', ...child, proof: 'witness', ...mother, motherNumber: '', ...father, ...rest })
    expect(view.problems).toEqual({ witness: 'paper_missing' })
  })

  it('a man is no mother and a woman no father: neither is offered, nor taken from whoever sends it anyway', async () => {
    const draft = await draftOf(people.binh, 'married', {})
    expect(await refused(app.call(people.binh, contract.saveAnswers, { draft: draft.id, page: 'declarer', answers: { declarer: 'mother' } }))).toEqual(['invalid_input', { declarer: 'not_an_option' }])
    expect((await app.call(people.binh, contract.saveAnswers, { draft: draft.id, page: 'declarer', answers: { declarer: 'father' } })).answers['declarer']).toBe('father')
    await app.call(people.binh, contract.discardDraft, { draft: draft.id })
    const [code, fields] = (await refused(counter({ declarer: 'mother', fatherName: 'Lê Văn Cha', fatherBorn: '1988-01-01', fatherNumber: null, fatherEthnicity: 'Kinh', fatherNationality: 'Việt Nam' }))) as [string, object]
    expect([code, fields]).toMatchObject(['invalid_input', { declarer: 'not_an_option' }])
  })

  it.each<[string, string, number, number]>([
    // 26 September to 25 November 2026 are sixty days
    ['on the sixtieth day', '2026-09-26', 0, 0], ['a day later', '2026-09-25', 0, 5000], ['in time, with two copies', '2026-11-10', 2, 16_000], ['late, with one copy', '2026-01-05', 1, 13_000],
  ])('a birth declared %s says so and costs what that costs', async (_when, childBorn, copies, sum) => {
    const sent = await counter({ declarer: 'father', ...mother, childBorn, copies })
    const view = await app.call(people.clerk, contract.getDossier, { id: sent.id })
    expect(view.prices.reduce((total, each) => total + each.total, 0)).toBe(sum)
    expect(view.fee?.total ?? 0).toBe(sum)
    expect(view.notices.map(({ vi }) => vi.slice(0, 35))).toEqual(sum % 8000 === 0 ? [] : ['Đã quá 60 ngày từ ngày sinh: đây là'])
  })

  it.each<[string, unknown, string]>([
    ['childName', 'Bé 2', 'not_vietnamese_letters'], ['childName', 'Иван Петров', 'not_vietnamese_letters'], ['childName', 'Nguyễn Müller', 'not_vietnamese_letters'], ['childName', 'Nguyễn *#', 'not_vietnamese_letters'],
    ['childName', 'Nguyễn', 'too_few_words'], ['childName', `Nguyễn ${'Thị '.repeat(20)}An`, 'too_long'], ['childName', { name: 'x' }, 'wrong_form'], ['childName', 'Bi', 'too_short'], ['childBorn', '1899-12-31', 'too_early'], ['childBorn', '31/02/2026', 'not_a_date'],
    ['copies', '11', 'too_big'], ['copies', 'hai', 'not_a_number'], ['receive', 'electronic', 'not_an_option'], ['parentResidence', { area: '77777', line: 'Số 1' }, 'no_such_area'], ['phone', '12', 'wrong_phone'], ['childBorn', '2026-12-25', 'in_future'], ['childGender', 'other', 'not_an_option'], ['birthplace', '', 'required'],
  ])('%s is not %j', async (page, value, reason) => {
    const { id } = await app.call(people.giang, contract.startDraft, { procedure: birth })
    await app.call(people.giang, contract.choosePrincipal, { draft: id, principal: { party: 'self' } })
    await app.call(people.giang, contract.chooseCase, { draft: id, procedureCase: 'married' })
    await app.call(people.giang, contract.saveAnswers, { draft: id, page: 'declarer', answers: { declarer: 'mother' } })
    const [code, fields] = (await refused(app.call(people.giang, contract.saveAnswers, { draft: id, page, answers: { [page]: value } }))) as [string, Record<string, string>]
    // a fault of a place is one of its parts
    expect([code, Object.entries(fields)]).toEqual(['invalid_input', [[page === 'parentResidence' ? `${page}.area` : page, reason]]])
    await app.call(people.giang, contract.discardDraft, { draft: id })
  })
})

describe('at the counter', () => {
  it('a father declares with his card, and the birth is registered where he lives: the certificate is collected there too, for the register is there', async () => {
    const sent = await counter({ declarer: 'father', ...mother, parentResidence: { area: '99002', line: 'Số 9' } })
    expect(await app.call(people.clerk, contract.getDossier, { id: sent.id })).toMatchObject({ office: { code: 'Z99.002' }, desk: { code: 'Z99.001.01' }, counter: { code: 'Z99.002.01' } })
  })
})
