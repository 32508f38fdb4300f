import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readPdf } from '#platform/documents/read-pdf'
import type { Actor } from '#platform/http'
import { listMessages } from '#platform/notify'
import { sql } from '#platform/db'
import * as contract from '#contract/dossiers'
import * as payments from '#contract/payments'
import { citizen, officer } from '../factories/people.ts'
import { codeOf, refusalOf as refused } from '../outcome.ts'
import { withApp, type TestApp } from '../with-app.ts'

let app: TestApp
const people = {} as Record<'an' | 'clerk' | 'otherClerk' | 'officer' | 'leader', Actor & { id: string }>
let colleague: Actor & { id: string }
beforeAll(async () => {
  app = await withApp({ at: '2026-11-25T02:00:00Z' })
  people.an = await citizen(app, 'an')
  for (const role of ['clerk', 'officer', 'leader'] as const) people[role] = await officer(app, `${role}.001`)
  people.otherClerk = await officer(app, 'clerk.002', 'clerk')
  colleague = { ...people.clerk, id: '01937c00-0000-7000-8000-00000000c011', name: 'Đồng nghiệp cùng quầy' }
})
beforeEach(() => app.clock.moveTo(new Date('2026-11-25T02:00:00Z')))


const applicant = { name: 'Nguyễn Văn Khách', born: '1980-01-01', gender: null, nationality: 'Việt Nam', ethnicity: null, phone: null, email: null, address: null, area: null, number: '999080000999' }
/** Somebody comes to the counter for so many copies of a birth certificate. */
const visit = (copies: number, receive: 'counter' | 'electronic' = 'counter', at: Actor = people.clerk) => app.call(at, contract.intake, {
  procedure: '2.000635', procedureCase: 'birth', applicant, papers: [],
  answers: { registeredAt: '99001', registeredYear: '', copies, receive, ...(receive === 'counter' && { collectAt: '99001' }), phone: '0999000999', email: '' },
})
const register = {
  registerNumber: '1', registerVolume: '1', registeredOn: '1980-01-05', entryName: 'Nguyễn Văn Khách', entryBorn: '1980-01-01', entryGender: 'male', entryEthnicity: 'Kinh', entryNationality: 'Việt Nam', entryBirthplace: 'Mẫu',
}
async function signed(id: string): Promise<void> {
  await app.call(people.officer, contract.take, { id })
  await app.call(people.officer, contract.propose, { id, answers: register })
  await app.call(people.leader, contract.approve, { id })
}
const chargeOf = async (subject: string) => (await app.call(people.clerk, payments.getCharge, { subject })).charge

describe('a fee at the counter', () => {
  it('is charged by the copy, collected in cash with a numbered receipt, and lets the result go out', async () => {
    const { id, code: dossier } = await visit(3)
    expect(await chargeOf(id)).toMatchObject({ code: dossier, payer: 'Nguyễn Văn Khách', total: 24_000, state: 'due', lines: [{ amount: 8000, times: 3, total: 24_000 }], actions: ['collect', 'waive'] })
    expect((await app.call(people.clerk, contract.getDossier, { id })).fee).toEqual({ state: 'due', total: 24_000, mayCollect: true, receipt: null })
    await signed(id)
    const give = () => app.call(people.clerk, contract.handOver, { id, recipient: 'Nguyễn Văn Khách', relation: 'self' })
    expect(await codeOf(give())).toBe('fee_due')
    const paid = await app.call(people.clerk, payments.collect, { subject: id, method: 'cash' })
    expect(paid).toMatchObject({ state: 'paid', receipts: [{ number: '0000001/2026', method: 'cash', total: 24_000, collector: people.clerk.name, voided: null, closed: false }], actions: ['void'], qr: null })
    expect(await app.call(people.clerk, payments.getReceipt, { receipt: paid.receipts[0]?.id ?? '' })).toMatchObject({ type: 'application/pdf', name: 'bien-lai-0000001-2026.pdf' })
    await give()
    expect((await app.call(people.clerk, contract.getDossier, { id })).fee).toEqual({ state: 'paid', total: 24_000, mayCollect: true, receipt: '0000001/2026' })
  })

  it('stands beside the result in the counter’s list until it is paid, and beside no other list', async () => {
    const { id } = await visit(2)
    await signed(id)
    const due = async () => (await app.call(people.clerk, contract.worklist, { queue: 'to_hand_over' })).rows.find((row) => row.id === id)?.feeDue
    expect(await due()).toBe(16_000)
    expect((await app.call(people.officer, contract.worklist, { queue: 'office_signed' })).rows.find((row) => row.id === id)?.feeDue).toBeNull()
    await app.call(people.clerk, payments.collect, { subject: id, method: 'cash' })
    expect(await due()).toBeNull()
  })

  it('shows a code for the bank with the sum and the dossier in it; a transfer keeps its reference', async () => {
    const { id } = await visit(1)
    const open = await chargeOf(id)
    expect(open?.account).toEqual({ holder: 'Kho bạc minh hoạ (không có thật)', number: '0000000000' })
    expect(open?.qr).toContain('<svg')
    expect(await app.call(people.clerk, payments.collect, { subject: id, method: 'transfer', reference: 'FT26329001' })).toMatchObject({ receipts: [{ method: 'transfer', reference: 'FT26329001' }] })
  })

  it('is collected once, however many clerks press at the same moment', async () => {
    const { id } = await visit(1)
    const pressed = await Promise.all([people.clerk, colleague, people.clerk].map((who) => codeOf(app.call(who, payments.collect, { subject: id, method: 'cash' }))))
    expect([pressed.filter((each) => each === 'done').length, pressed.filter((each) => each === 'charge_settled').length]).toEqual([1, 2])
    expect((await chargeOf(id))?.receipts).toHaveLength(1)
  })

  it('is nobody else’s: another desk neither sees nor collects it', async () => {
    const { id } = await visit(1)
    expect((await app.call(people.otherClerk, payments.getCharge, { subject: id })).charge).toBeNull()
    expect(await codeOf(app.call(people.otherClerk, payments.collect, { subject: id, method: 'cash' }))).toBe('charge_not_found')
    expect((await app.call(people.otherClerk, payments.listDue, {})).rows.map(({ subject }) => subject)).not.toContain(id)
    expect((await app.call(people.clerk, payments.listDue, {})).rows.map(({ subject }) => subject)).toContain(id)
  })

  it('is waived with its ground, and cannot be collected then', async () => {
    const { id } = await visit(1)
    expect(await refused(app.call(people.clerk, payments.waive, { subject: id, reason: 'x' }))).toMatchObject(['invalid_input', { reason: 'too_small' }])
    expect(await app.call(people.clerk, payments.waive, { subject: id, reason: 'Hộ nghèo, sổ số 12/2026' })).toMatchObject({ state: 'waived', waived: { by: people.clerk.name, reason: 'Hộ nghèo, sổ số 12/2026' }, actions: [] })
    expect(await codeOf(app.call(people.clerk, payments.collect, { subject: id, method: 'cash' }))).toBe('charge_settled')
  })

  it('is not owed any more when the dossier is taken back', async () => {
    const { id } = await visit(1)
    await app.call(people.officer, contract.take, { id })
    expect(await codeOf(app.call(people.clerk, contract.withdraw, { id, reason: 'Người nộp xin rút' }))).toBe('action_not_allowed')
    const draft = await app.call(people.an, contract.startDraft, { procedure: '2.000635' })
    await app.call(people.an, contract.choosePrincipal, { draft: draft.id, principal: { party: 'self' } })
    await app.call(people.an, contract.chooseCase, { draft: draft.id, procedureCase: 'birth' })
    for (const [page, value] of Object.entries({ registeredAt: '99001', registeredYear: '', receive: 'counter', collectAt: '99001', copies: '2', phone: '0999000201', email: '' })) await app.call(people.an, contract.saveAnswers, { draft: draft.id, page, answers: { [page]: value } })
    const sent = await app.call(people.an, contract.submitDossier, { draft: draft.id, oath: true })
    expect(await chargeOf(sent.id)).toBeNull()
    await app.call(people.clerk, contract.accept, { id: sent.id })
    expect(await chargeOf(sent.id)).toMatchObject({ total: 16_000, state: 'due' })
    await app.call(people.an, contract.withdraw, { id: sent.id, reason: 'Tôi tìm lại được bản chính.' })
    expect(await chargeOf(sent.id)).toMatchObject({ state: 'cancelled', actions: [] })
  })

  it('is not asked for an electronic copy: how many is not even a question', async () => {
    const draft = await app.call(people.an, contract.startDraft, { procedure: '2.000635' })
    await app.call(people.an, contract.choosePrincipal, { draft: draft.id, principal: { party: 'self' } })
    await app.call(people.an, contract.chooseCase, { draft: draft.id, procedureCase: 'birth' })
    for (const [page, value] of Object.entries({ registeredAt: '99001', registeredYear: '', receive: 'electronic', phone: '0999000201', email: '' })) await app.call(people.an, contract.saveAnswers, { draft: draft.id, page, answers: { [page]: value } })
    const { id } = await app.call(people.an, contract.submitDossier, { draft: draft.id, oath: true })
    await app.call(people.clerk, contract.accept, { id })
    expect([(await app.call(people.an, contract.getDossier, { id })).prices, await chargeOf(id)]).toEqual([[], null])
    await signed(id)
    await app.drain()
    expect((await app.call(people.an, contract.getDossier, { id })).state).toBe('handed_over')
  })

  it('keeps an electronic result back until it is paid, and then sends it by itself', async () => {
    // version 2 of the procedure charged an electronic copy like one on paper
    app.clock.moveTo(new Date('2026-11-18T02:00:00Z'))
    const draft = await app.call(people.an, contract.startDraft, { procedure: '2.000635' })
    await app.call(people.an, contract.choosePrincipal, { draft: draft.id, principal: { party: 'self' } })
    await app.call(people.an, contract.chooseCase, { draft: draft.id, procedureCase: 'birth' })
    for (const [page, value] of Object.entries({ registeredAt: '99001', registeredYear: '', copies: '1', receive: 'electronic', phone: '0999000201', email: '' })) await app.call(people.an, contract.saveAnswers, { draft: draft.id, page, answers: { [page]: value } })
    const { id } = await app.call(people.an, contract.submitDossier, { draft: draft.id, oath: true })
    await app.call(people.clerk, contract.accept, { id })
    await signed(id)
    await app.drain()
    expect(await app.call(people.an, contract.getDossier, { id })).toMatchObject({ state: 'approved', fee: { state: 'due', total: 8000, mayCollect: false } })
    await app.call(people.clerk, payments.collect, { subject: id, method: 'transfer' })
    await app.drain()
    expect((await app.call(people.an, contract.getDossier, { id })).state).toBe('handed_over')
  })
})

describe('several results for one person', () => {
  it('go out together with what is owed for each: a receipt for every dossier, once, and nothing at all when one of them may not', async () => {
    const ids = await Promise.all([1, 2].map(async (copies) => (await visit(copies)).id))
    for (const id of ids) await signed(id)
    const together = (dossiers: string[], key: string, payment?: { method: 'cash' | 'transfer' }) =>
      app.call(people.clerk, contract.handOverMany, { dossiers, recipient: applicant.name, relation: 'self', ...(payment && { payment }) }, { key })
    const key = '01937c00-0000-7000-8000-0000000000a1'
    expect(await codeOf(together(ids, '01937c00-0000-7000-8000-0000000000a0'))).toBe('fee_due')
    const notReady = (await visit(1)).id
    expect(await codeOf(together([...ids, notReady], '01937c00-0000-7000-8000-0000000000a2', { method: 'cash' }))).toBe('action_not_allowed')
    expect((await Promise.all(ids.map((id) => chargeOf(id)))).map((charge) => charge?.state)).toEqual(['due', 'due'])
    const [one, again] = [await together(ids, key, { method: 'cash' }), await together(ids, key, { method: 'cash' })]
    expect(again).toEqual(one)
    for (const [at, id] of ids.entries()) {
      const charge = await chargeOf(id)
      expect([charge?.state, charge?.total, charge?.receipts.length, (await app.call(people.clerk, contract.getDossier, { id })).state]).toEqual(['paid', 8000 * (at + 1), 1, 'handed_over'])
    }
  })
})

describe('a receipt that was written wrongly', () => {
  it('is voided with its reason, stays in the book, and another number replaces it', async () => {
    const { id } = await visit(1)
    const first = (await app.call(people.clerk, payments.collect, { subject: id, method: 'cash' })).receipts[0]
    const voided = await app.call(people.clerk, payments.voidReceipt, { receipt: first?.id ?? '', reason: 'Máy in kẹt giấy' })
    expect(voided).toMatchObject({ state: 'due', receipts: [{ voided: { by: people.clerk.name, reason: 'Máy in kẹt giấy' } }], actions: ['collect', 'waive'] })
    expect(await codeOf(app.call(people.clerk, payments.voidReceipt, { receipt: first?.id ?? '', reason: 'Bấm lần nữa' }))).toBe('receipt_voided')
    const again = await app.call(people.clerk, payments.collect, { subject: id, method: 'cash' })
    expect(again.receipts.map(({ voided: gone }) => gone === null)).toEqual([true, false])
    const { rows } = await sql<{ replaces: string }>`select replaces from payments.receipt where id = ${again.receipts[0]?.id ?? ''}`.execute(app.db)
    expect(rows[0]?.replaces).toBe(first?.id)
    expect(await app.call(people.clerk, payments.getReceipt, { receipt: first?.id ?? '' })).toMatchObject({ type: 'application/pdf' })
  })

  it('is not another desk’s to void', async () => {
    const { id } = await visit(1)
    const receipt = (await app.call(people.clerk, payments.collect, { subject: id, method: 'cash' })).receipts[0]?.id ?? ''
    expect(await codeOf(app.call(people.otherClerk, payments.voidReceipt, { receipt, reason: 'Không phải của tôi' }))).toBe('receipt_not_found')
  })
})

describe('the end of a clerk’s day', () => {
  it('counts the cash, says why it differs, and hands it to a chosen person, who is told and confirms under their own name', async () => {
    const till = await app.call(people.clerk, payments.getTill, {})
    expect(till.receipts.length).toBeGreaterThan(3)
    const { receivers } = await app.call(people.clerk, payments.listReceivers, {})
    expect(receivers.map(({ id }) => id)).toEqual(expect.arrayContaining([people.officer.id, people.leader.id]))
    expect(receivers.map(({ id }) => id)).not.toContain(people.clerk.id)
    const close = (input: Record<string, unknown>) => app.call(people.clerk, payments.closeTill, { counted: till.cash, papers: 4, receiver: people.officer.id, ...input })
    expect(await refused(close({ counted: till.cash - 1000 }))).toMatchObject(['invalid_input', { differenceReason: 'required' }])
    expect(await refused(close({ receiver: undefined }))).toMatchObject(['invalid_input', { receiver: 'required' }])
    expect(await refused(close({ outside: 'Kho bạc Nhà nước khu vực 1' }))).toMatchObject(['invalid_input', { outside: 'not_an_option' }])
    expect(await codeOf(close({ receiver: people.otherClerk.id }))).toBe('no_such_receiver')
    expect(await codeOf(close({ receiver: people.clerk.id }))).toBe('no_such_receiver')
    const closing = await close({ counted: till.cash - 1000, differenceReason: 'Thiếu tờ 1.000 đồng, đã lập biên bản' })
    expect(closing).toMatchObject({ number: '01/BGT-TTPVHCC', cash: till.cash, counted: till.cash - 1000, transfers: till.transfers, voided: 1, papers: 4, handedTo: people.officer.name, received: null, mine: true, mayReceive: false })
    expect((await app.call(people.clerk, payments.getTill, {})).receipts).toEqual([])
    expect(await codeOf(close({}))).toBe('till_empty')
    expect((await listMessages(app.db, { subject: closing.id })).map(({ person, template }) => [person, template])).toEqual([[people.officer.id, 'payments.till_handed']])
    const receive = (by: Actor, input: Record<string, unknown> = {}) => app.call(by, payments.receiveClosing, { closing: closing.id, ...input })
    expect([await codeOf(receive(people.clerk)), await codeOf(receive(people.otherClerk)), await codeOf(receive(colleague)), await codeOf(receive(people.leader))]).toEqual(['own_closing', 'closing_not_found', 'closing_not_yours', 'closing_not_found'])
    expect((await app.call(people.officer, payments.listClosings, {})).closings).toMatchObject([{ id: closing.id, mayReceive: true }])
    expect((await app.call(people.leader, payments.listClosings, {})).closings).toEqual([])
    // the receiver counts too, and says so when it is something else
    expect(await refused(receive(people.officer, { cash: closing.counted - 2000 }))).toMatchObject(['invalid_input', { remark: 'required' }])
    const pressed = await Promise.all([1, 2].map(() => codeOf(receive(people.officer, { cash: closing.counted - 2000, remark: 'Thiếu thêm một tờ 2.000 đồng' }))))
    expect((pressed as string[]).filter((answer) => answer === 'closing_received')).toHaveLength(1)
    expect((await app.call(people.clerk, payments.listClosings, {})).closings[0]).toMatchObject({ received: { by: people.officer.name, cash: closing.counted - 2000, remark: 'Thiếu thêm một tờ 2.000 đồng' }, mayReceive: false })
  })

  it('is printed as a sheet with every receipt, the difference and both names, for whom it concerns', async () => {
    const [closing] = (await app.call(people.clerk, payments.listClosings, {})).closings
    const sheet = async (by: Actor) => (await app.call(by, payments.closingSheet, { closing: closing?.id ?? '' })) as unknown as { file: string }
    const text = readPdf(await app.application.tools.files.read((await sheet(people.officer)).file)).pages.map((page) => page.text).join(' ').replace(/\s+/g, ' ')
    for (const words of ['BIÊN BẢN BÀN GIAO TIỀN', '01/BGT-TTPVHCC', people.clerk.name, people.officer.name, 'Thiếu 1.000 đ so với sổ', 'Thiếu tờ 1.000 đồng', '0000001/2026', 'Máy in kẹt giấy', 'Thiếu thêm một tờ']) expect(text, words).toContain(words)
    expect([await codeOf(sheet(people.otherClerk)), await codeOf(sheet(people.leader))]).toEqual(['closing_not_found', 'closing_not_found'])
  })

  it('goes to a treasury as well: the clerk writes down the number of its paper, and nobody else does', async () => {
    const { id } = await visit(1)
    await app.call(people.clerk, payments.collect, { subject: id, method: 'cash' })
    const closing = await app.call(people.clerk, payments.closeTill, { counted: 8000, papers: 0, outside: 'Kho bạc Nhà nước khu vực 1' })
    expect(closing).toMatchObject({ number: '02/BGT-TTPVHCC', outside: true, handedTo: 'Kho bạc Nhà nước khu vực 1', mayReceive: true })
    expect(await codeOf(app.call(colleague, payments.receiveClosing, { closing: closing.id, reference: '123/NT' }))).toBe('closing_not_yours')
    expect(await refused(app.call(people.clerk, payments.receiveClosing, { closing: closing.id }))).toMatchObject(['invalid_input', { reference: 'required' }])
    expect(await app.call(people.clerk, payments.receiveClosing, { closing: closing.id, reference: '123/NT' })).toMatchObject({ received: { by: 'Kho bạc Nhà nước khu vực 1', reference: '123/NT' } })
  })

  it('is final: a closed receipt is neither voided nor changed, by nobody', async () => {
    const { rows: [row] } = await sql<{ id: string }>`select id from payments.receipt where closing is not null and voided_at is null limit 1`.execute(app.db)
    expect(await codeOf(app.call(people.clerk, payments.voidReceipt, { receipt: row?.id ?? '', reason: 'Sau khi chốt' }))).toBe('receipt_closed')
    for (const statement of [`update payments.receipt set total = 1 where id = '${row?.id}'`, `delete from payments.receipt where id = '${row?.id}'`]) await expect(sql.raw(statement).execute(app.db)).rejects.toMatchObject({ code: '23001' })
  })

  it('loses no receipt that is written at the same moment, and counts none twice', async () => {
    const dossiers = await Promise.all([1, 2, 3, 4].map(() => visit(1)))
    const [, closing] = await Promise.all([
      Promise.all(dossiers.map(({ id }) => app.call(people.clerk, payments.collect, { subject: id, method: 'cash' }))),
      app.call(people.clerk, payments.closeTill, { counted: 0, differenceReason: 'Đóng trong lúc đang thu', papers: 0, receiver: people.officer.id }).catch(() => undefined),
    ])
    const left = await app.call(people.clerk, payments.getTill, {})
    expect((closing?.receipts ?? 0) + left.receipts.length).toBe(4)
    expect((closing?.cash ?? 0) + left.cash).toBe(4 * 8000)
  })

  it('numbers its receipts without a gap', async () => {
    const { rows } = await sql<{ numbers: number[] }>`select array_agg(number order by number) as numbers from payments.receipt group by agency, year`.execute(app.db)
    for (const { numbers } of rows) expect(numbers).toEqual(numbers.map((_, i) => i + 1))
  })
})
