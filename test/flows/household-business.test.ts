import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#platform/http'
import * as contract from '#contract/dossiers'
import * as payments from '#contract/payments'
import { uploaded } from '../factories/drafts.ts'
import { citizen, officer } from '../factories/people.ts'
import { refusalOf as refused } from '../outcome.ts'
import { withApp, type TestApp } from '../with-app.ts'

const household = '1.001612'
let app: TestApp
const people = {} as Record<'binh' | 'khang' | 'clerk' | 'officer' | 'leader', Actor & { id: string }>
beforeAll(async () => {
  app = await withApp({ at: '2026-11-25T02:00:00Z' })
  people.binh = await citizen(app, 'binh')
  people.khang = await citizen(app, 'khang')
  for (const role of ['clerk', 'officer', 'leader'] as const) people[role] = await officer(app, `${role}.001`)
})

const business = {
  ownerResidence: 'Số 2, đường Mẫu, phường Mẫu Hai, tỉnh Mẫu', businessName: 'Hộ kinh doanh Cà phê Bình', place: { area: '99001', line: 'Số 15, đường Mẫu' }, line: 'restaurant', capital: '50.000.000', workers: '2',
}
const receiving = { receive: 'electronic', phone: '0999000202', email: '' }

async function draftOf(who: Actor, principal: Parameters<typeof contract.choosePrincipal.input.parse>[0], procedureCase: string, answers: Record<string, unknown>): Promise<contract.DraftView> {
  const { id } = await app.call(who, contract.startDraft, { procedure: household })
  await app.call(who, contract.choosePrincipal, { draft: id, principal: principal as never })
  let view = await app.call(who, contract.chooseCase, { draft: id, procedureCase })
  for (const [page, value] of Object.entries(answers)) view = await app.call(who, contract.saveAnswers, { draft: id, page, answers: { [page]: value } })
  return view
}

describe('a man opens a café', () => {
  it('where the café is, not where he lives; pays at the counter, and gets the certificate in his account', async () => {
    const draft = await draftOf(people.binh, { party: 'self' }, 'person', { ...business, ...receiving })
    expect(draft.problems).toEqual({})
    const { id } = await app.call(people.binh, contract.submitDossier, { draft: draft.id, oath: true })
    expect(await app.call(people.binh, contract.getDossier, { id })).toMatchObject({ office: { code: 'Z99.001' } })
    await app.call(people.clerk, contract.accept, { id })
    expect((await app.call(people.binh, contract.getDossier, { id })).fee).toMatchObject({ state: 'due', total: 100_000, mayCollect: false })
    await app.call(people.officer, contract.take, { id })
    expect(await refused(app.call(people.officer, contract.propose, { id, answers: { businessCode: '1', registeredOn: '2026-11-25' } }))).toMatchObject(['invalid_input', { 'answers.businessCode': 'too_short' }])
    await app.call(people.officer, contract.propose, { id, answers: { businessCode: '999085000202', registeredOn: '2026-11-25' } })
    await app.call(people.leader, contract.approve, { id })
    await app.drain()
    expect((await app.call(people.binh, contract.getDossier, { id })).state).toBe('approved')
    await app.call(people.clerk, payments.collect, { subject: id, method: 'cash' })
    await app.drain()
    const view = await app.call(people.binh, contract.getDossier, { id })
    expect(view.state).toBe('handed_over')
    expect(await app.call(people.binh, contract.getDocument, { id, document: view.documents.find(({ kind }) => kind === 'result')?.id ?? '' })).toMatchObject({ type: 'application/pdf' })
  })

  it('a family names its members and hands two papers in', async () => {
    const view = await draftOf(people.binh, { party: 'self' }, 'family', { ...business, members: 'Lê Thị Con, 20.000.000 đồng', ...receiving })
    expect(view.problems).toEqual({ minutes: 'paper_missing', ownership: 'paper_missing' })
  })

  it('an agent who applies for the owner says who it is, and hands the authorisation in', async () => {
    const owner = { party: 'authorised', name: 'Trần Thị Chủ', number: '999085000777', passport: null }
    const view = await draftOf(people.khang, owner, 'person', { ownerBorn: '1985-01-01', ...business, ...receiving })
    expect(view.problems).toEqual({ authorisation: 'paper_missing' })
    await app.call(people.khang, contract.attachPaper, { draft: view.id, paper: 'authorisation' }, { upload: await uploaded(app) })
    const { id } = await app.call(people.khang, contract.submitDossier, { draft: view.id, oath: true })
    const seen = await app.call(people.khang, contract.getDossier, { id })
    expect(seen.principal).toMatchObject({ name: 'Trần Thị Chủ', party: 'authorised' })
    expect(seen.answers.map(({ text }) => text)).toContain('Trần Thị Chủ')
  })

  it('a family whose minutes lack a signature hands them in again: asked once, before anything runs or is owed', async () => {
    const draft = await draftOf(people.binh, { party: 'self' }, 'family', { ...business, members: 'Lê Thị Con, 20.000.000 đồng', ...receiving })
    for (const paper of ['minutes', 'ownership']) await app.call(people.binh, contract.attachPaper, { draft: draft.id, paper }, { upload: await uploaded(app) })
    const { id } = await app.call(people.binh, contract.submitDossier, { draft: draft.id, oath: true })
    // the desk asks before it takes the dossier in: nothing runs, nothing is owed
    await app.call(people.clerk, contract.askSupplement, { id, items: [{ paper: 'minutes', what: 'Biên bản còn thiếu chữ ký của bà Con' }], reason: 'Biên bản họp thiếu chữ ký' })
    expect(await app.call(people.binh, contract.getDossier, { id })).toMatchObject({ state: 'desk_waiting', dueAt: null, fee: null, asked: { items: [{ paper: 'minutes' }] } })
    expect(await refused(app.call(people.binh, contract.addPaper, { id, paper: 'ownership' }, { upload: await uploaded(app) }))).not.toBe('done')
    await app.call(people.binh, contract.addPaper, { id, paper: 'minutes' }, { upload: await uploaded(app, 'bien-ban.png') })
    await app.call(people.binh, contract.supply, { id })
    expect(await refused(app.call(people.clerk, contract.askSupplement, { id, items: [{ paper: 'ownership', what: 'Chụp lại cho rõ' }], reason: 'Ảnh bị mờ' }))).toMatchObject(['supplement_already_asked', {}])
    await app.call(people.clerk, contract.accept, { id })
    expect(await app.call(people.binh, contract.getDossier, { id })).toMatchObject({ state: 'accepted', fee: { state: 'due', total: 100_000 } })
  })

  it.each([
    'Hộ kinh doanh Cà phê 79', 'HỘ KINH DOANH BÌNH', 'Hộ kinh doanh Tạp hóa A&B', 'Hộ kinh doanh Nghiệp Dư', 'Hộ kinh doanh Thủ công tỉ mỉ',
  ])('may be called %s', async (businessName) => {
    const draft = await draftOf(people.khang, { party: 'self' }, 'person', { ownerResidence: business.ownerResidence, businessName })
    expect(draft.answers['businessName']).toBe(businessName)
    await app.call(people.khang, contract.discardDraft, { draft: draft.id })
  })

  it.each<[string, unknown, string]>([
    ['businessName', 'Cà phê Bình', 'wrong_beginning'], ['businessName', 'Ho kinh doanh Binh', 'wrong_beginning'], ['businessName', 'Hộ kinh doanh', 'too_few_words'], ['businessName', 'Hộ kinh doanh Công ty Bình', 'forbidden_words'],
    ['businessName', 'Hộ kinh doanh TẬP ĐOÀN Bình', 'forbidden_words'], ['businessName', 'Hộ kinh doanh Doanh nghiệp trẻ', 'forbidden_words'], ['businessName', 'Hộ kinh doanh cong-ty Binh', 'forbidden_words'], ['businessName', 'Hộ kinh doanh Кафе', 'not_vietnamese_letters'],
    ['businessName', `Hộ kinh doanh ${'x'.repeat(120)}`, 'too_long'], ['capital', '500', 'too_small'], ['capital', '100.000.000.001', 'too_big'], ['capital', 'năm mươi triệu', 'not_a_number'], ['workers', '0', 'too_small'], ['line', 'casino', 'not_an_option'],
    ['businessName', 'ABC', 'too_short'], ['phone', '', 'required'],
  ])('%s is not %j', async (page, value, reason) => {
    const { id } = await draftOf(people.khang, { party: 'self' }, 'person', {})
    expect(await refused(app.call(people.khang, contract.saveAnswers, { draft: id, page, answers: { [page]: value } }))).toMatchObject(['invalid_input', { [page]: reason }])
    await app.call(people.khang, contract.discardDraft, { draft: id })
  })
})
