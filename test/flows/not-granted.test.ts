import { beforeAll, describe, expect, it } from 'vitest'
import { Failure } from '#kernel/failure'
import type { Actor } from '#platform/http'
import { readPdf } from '#platform/documents/read-pdf'
import { listMessages } from '#platform/notify'
import * as contract from '#contract/dossiers'
import { readIndicator } from '#contract/indicators'
import * as payments from '#contract/payments'
import { submitted, uploaded } from '../factories/drafts.ts'
import { permitDraft } from '../factories/permits.ts'
import { citizen, officer } from '../factories/people.ts'
import { withApp, type TestApp } from '../with-app.ts'

let app: TestApp
const people = {} as Record<'an' | 'binh' | 'clerk' | 'officer' | 'colleague' | 'leader' | 'centre', Actor & { id: string }>
beforeAll(async () => {
  app = await withApp({ at: '2026-11-25T02:00:00Z' })
  for (const name of ['an', 'binh'] as const) people[name] = await citizen(app, name)
  for (const role of ['clerk', 'officer', 'leader'] as const) people[role] = await officer(app, `${role}.001`)
  Object.assign(people, { colleague: await officer(app, 'officer.002'), centre: await officer(app, 'centre') })
})
const code = (work: Promise<unknown>) => work.then(() => 'done', (error: unknown) => (error instanceof Failure ? error.code : error))

const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')
const reason = 'Thửa đất 215 nằm trong hành lang bảo vệ kênh Mẫu theo quy hoạch đã công bố; khi điều chỉnh bản vẽ lùi 8 m thì nộp hồ sơ mới.'
const ground = 'Luật Xây dựng 50/2014/QH13, Điều 91'

/** A house that Bình wants to build, in the officer's hand; its fee is charged at the acceptance. */
async function house(): Promise<string> {
  const draft = await permitDraft(app, people.binh)
  await app.call(people.binh, contract.attachPaper, { draft: draft.id, paper: 'drawings' }, { upload: { ...(await uploaded(app, 'ban-ve.pdf', pdf, 'application/pdf')) } })
  const { id } = await app.call(people.binh, contract.submitDossier, { draft: draft.id, oath: true })
  await app.call(people.clerk, contract.accept, { id })
  await app.call(people.officer, contract.take, { id })
  return id
}
const seen = (id: string, who: Actor = people.officer) => app.call(who, contract.getDossier, { id })
const refuse = (id: string, words: { reason: string; ground?: string } = { reason, ground }, who: Actor = people.officer) => app.call(who, contract.proposeRefusal, { id, ...words })
async function paper(who: Actor, id: string, kind: 'refusal' | 'result' = 'refusal'): Promise<string> {
  const document = (await seen(id, who)).documents.find((each) => each.kind === kind && each.voided === null)
  const { file } = (await app.call(who, contract.getDocument, { id, document: document?.id ?? '' })) as unknown as { file: string }
  return readPdf(await app.application.tools.files.read(file)).pages.map(({ text }) => text).join(' ').replace(/\s+/g, ' ')
}

describe('a house that may not be built', () => {
  let id: string

  it('is proposed not to be granted by whoever has it in hand, whatever its papers and its check of the place', async () => {
    id = await house()
    expect(await code(refuse(id, { reason, ground }, people.colleague))).toBe('dossier_not_found')
    expect(await code(refuse(id, { reason, ground }, people.leader))).toBe('forbidden')
    expect(await code(refuse(id, { reason: 'x' }))).toBe('invalid_input')
    // an opinion that was asked may be the very thing that settles it
    await app.call(people.officer, contract.askOpinion, { id, agency: 'Z99.11', content: 'Đề nghị cho ý kiến về hành lang bảo vệ kênh Mẫu.', due: '2026-12-04', papers: [1] })
    expect(await code(refuse(id))).toBe('consultation_open')
    await app.call(people.officer, contract.withdrawQuestion, { id, number: 1, reason: 'Đã có văn bản quy hoạch' })
    // whoever lives there waits for an appointment; one that found it not in order is a reason, not an obstacle
    await app.call(people.officer, contract.setFieldCheck, { id, date: '2026-11-26', time: '09:00', goes: 'Công chức địa chính' })
    expect(await code(refuse(id))).toBe('field_check_open')
    app.clock.moveTo(new Date('2026-11-26T03:00:00Z'))
    await app.call(people.officer, contract.recordFieldCheck, { id, check: 1, present: 'Chủ nhà', findings: 'Nhà nằm trong hành lang kênh', conforms: 'no' })
    expect(await refuse(id)).toMatchObject({ state: 'awaiting_signature' })
  })

  it('which the citizen does not read before it is signed, and the leader reads first of all', async () => {
    expect(await seen(id, people.binh)).toMatchObject({ refusal: null, state: 'awaiting_signature' })
    const acts = JSON.stringify((await seen(id, people.binh)).acts)
    expect([acts.includes('lùi 8 m'), acts.includes('proposeRefusal')]).toEqual([false, false])
    expect((await app.call(people.binh, contract.myDossiers, {})).rows.find((row) => row.id === id)?.notGranted).toBe(false)
    expect(await seen(id, people.leader)).toMatchObject({ refusal: { reason, ground }, actions: ['approve', 'sendBack'] })
    expect((await app.call(people.leader, contract.worklist, { queue: 'to_sign' })).rows.find((row) => row.id === id)?.notGranted).toBe(true)
    const { file } = (await app.call(people.leader, contract.previewResult, { id })) as unknown as { file: string }
    expect(readPdf(await app.application.tools.files.read(file)).pages.map(({ text }) => text).join(' ').replace(/\s+/g, ' ')).toContain('THÔNG BÁO KHÔNG GIẢI QUYẾT HỒ SƠ')
  })

  it('sent back, may be proposed otherwise, and is proposed again with better words', async () => {
    await app.call(people.leader, contract.sendBack, { id, reason: 'Nêu rõ phải lùi bao nhiêu mét' })
    expect(await seen(id)).toMatchObject({ refusal: null, state: 'processing' })
    expect((await seen(id)).actions).toEqual(expect.arrayContaining(['propose', 'proposeRefusal']))
    await refuse(id, { reason: `${reason} Lùi 8 m tính từ mép kênh.`, ground })
  })

  it('is signed once by two leaders who press at once: a numbered notice, no result, nothing owed, finished in time', async () => {
    expect((await seen(id, people.clerk)).fee).toMatchObject({ state: 'due' })
    const pressed = await Promise.all([1, 2].map(() => code(app.call(people.leader, contract.approve, { id }))))
    expect((pressed as string[]).toSorted()).toEqual(['action_not_allowed', 'done'])
    await app.drain()
    const view = await seen(id, people.binh)
    expect(view).toMatchObject({ state: 'approved', published: 9, fee: { state: 'cancelled' }, refusal: { ground } })
    expect(view.documents.map(({ kind, number }) => [kind, number.replace(/^\d+/, 'N')])).toEqual([['form01', 'N/GTN-TTPVHCC'], ['refusal', 'N/TB-UBND']])
    const text = await paper(people.binh, id)
    for (const words of ['Lùi 8 m tính từ mép kênh.', ground, 'Trần Văn Bình', view.code, people.leader.name, 'có quyền khiếu nại']) expect(text, words).toContain(words)
    expect(await code(seen(id, people.an))).toBe('dossier_not_found')
    expect((await app.call(people.binh, contract.myPapers, {})).results.map(({ dossier }) => dossier)).not.toContain(id)
  })

  it('which the citizen is told with the reason, and never as a result', async () => {
    const told = await listMessages(app.db, { subject: id })
    expect(told.at(-1)).toMatchObject({ template: 'dossiers.refusal_signed', facts: { reason: `${reason} Lùi 8 m tính từ mép kênh.`, notGranted: true } })
    expect(told.map(({ template }) => template)).not.toContain('dossiers.result_approved')
  })

  it('a slip of the pen in the notice is mended and signed again; the decision stays what it was', async () => {
    await app.call(people.leader, contract.voidResult, { id, reason: 'Viết sai số thửa' })
    expect(await code(app.call(people.officer, contract.propose, { id, answers: {} }))).toBe('action_not_allowed')
    expect((await seen(id)).refusal).toMatchObject({ ground })
    await refuse(id, { reason: reason.replace('215', '216'), ground })
    await app.call(people.leader, contract.approve, { id })
    await app.drain()
    expect(await paper(people.binh, id)).toContain('Thửa đất 216')
    expect((await seen(id, people.binh)).documents.filter(({ kind }) => kind === 'refusal').map(({ voided }) => voided !== null)).toEqual([true, false])
  })

  it('is handed over like a result, with what was handed in on paper, and counted as not granted', async () => {
    await app.call(people.clerk, contract.handOver, { id, recipient: 'Trần Văn Bình', relation: 'self' })
    await app.drain()
    expect(await seen(id, people.binh)).toMatchObject({ state: 'handed_over', published: 10 })
    expect((await listMessages(app.db, { subject: id })).at(-1)).toMatchObject({ template: 'dossiers.result_handed_over', facts: { notGranted: true } })
    const { readings } = await app.call(people.centre, readIndicator, { code: 'dossiers-not-granted', from: '2026-11-01', to: '2026-11-30' })
    expect([readings[0]?.numerator, readings[0]?.denominator]).toEqual([1, 1])
  })
})

describe('a fee that was paid before', () => {
  it('stays paid, and the desk sees that it is', async () => {
    const id = await house()
    await app.call(people.clerk, payments.collect, { subject: id, method: 'cash' })
    await refuse(id)
    await app.call(people.leader, contract.approve, { id })
    expect(await seen(id, people.clerk)).toMatchObject({ fee: { state: 'paid' }, refusal: { reason } })
  })
})

describe('a certificate that is wanted electronically', () => {
  it('and not granted lies in the account as soon as it is signed', async () => {
    const { id } = await submitted(app, people.an)
    await app.call(people.clerk, contract.accept, { id })
    await app.call(people.officer, contract.take, { id })
    await refuse(id, { reason: 'Sổ hộ tịch ghi bà đã đăng ký kết hôn năm 2020, chưa ly hôn.' })
    await app.call(people.leader, contract.approve, { id })
    await app.drain()
    expect((await seen(id, people.an)).state).toBe('handed_over')
    expect(await paper(people.an, id)).toContain('đã đăng ký kết hôn năm 2020')
  })
})
