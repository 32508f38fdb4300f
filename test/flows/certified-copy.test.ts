import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '#platform/http'
import { sql } from '#platform/db'
import type { z } from 'zod'
import * as contract from '#contract/dossiers'
import * as payments from '#contract/payments'
import { readPdf } from '../../src/platform/documents/read-pdf.ts'
import { citizen, officer } from '../factories/people.ts'
import { codeOf, refusalOf as refused, local } from '../outcome.ts'
import { withApp, type TestApp } from '../with-app.ts'

const copy = '2.000815'
// Wednesday
const morning = local('2026-11-25T09:00')

let app: TestApp
const people = {} as Record<'an' | 'clerk' | 'officer' | 'leader' | 'otherClerk' | 'otherLeader', Actor & { id: string }>
beforeAll(async () => {
  app = await withApp({ at: morning })
  people.an = await citizen(app, 'an')
  for (const role of ['clerk', 'officer', 'leader'] as const) people[role] = await officer(app, `${role}.001`)
  people.otherClerk = await officer(app, 'clerk.002', 'clerk')
  people.otherLeader = await officer(app, 'leader.002')
})
beforeEach(() => app.clock.moveTo(new Date(morning)))


/** Only the name is asked of who comes for a copy. */
const applicant = { name: 'Võ Văn Khách', born: null, gender: null, nationality: null, ethnicity: null, phone: null, email: null, address: null, area: null, number: null }
const original = [{ code: 'original', form: 'original' as const, copies: 1, file: null }]
type Given = { answers?: Record<string, unknown>; change?: Partial<z.input<typeof contract.Intake>>; by?: Actor }
const visit = ({ answers = {}, change = {}, by = people.clerk }: Given = {}) => app.call(by, contract.intake, {
  procedure: copy, procedureCase: 'copy', applicant, papers: original, answers: { paper: 'diploma', paperMark: 'số A 123456', pages: 4, copies: 3, ...answers }, ...change,
})
const read = (id: string, who: Actor = people.clerk) => app.call(who, contract.getDossier, { id })
const certify = (id: string, who: Actor = people.leader) => app.call(who, contract.approve, { id })
const handOver = (id: string, payment?: { method: 'cash' | 'transfer'; reference?: string }) => app.call(people.clerk, contract.handOver, { id, recipient: applicant.name, relation: 'self', ...(payment && { payment }) })
const register = (who: Actor = people.leader, days: { from?: string; to?: string; after?: string } = {}) => app.call(who, contract.certifiedCopies, days)

describe('somebody wants three copies of a diploma of four pages', () => {
  let id: string

  it('is taken in by name with the original on the counter: accepted at once, due today, and no form 01', async () => {
    const sent = await visit()
    id = sent.id
    expect(sent.dueAt).toBe(new Date(local('2026-11-25T17:00')).toISOString())
    const view = await read(id)
    expect(view).toMatchObject({
      state: 'accepted', immediate: 'certify', documents: [], desk: { code: 'Z99.001.01' }, counter: { code: 'Z99.001.01' }, office: { code: 'Z99.001' }, receive: 'counter', actions: ['refuse', 'withdraw'],
      papers: [{ code: 'original', form: 'original', file: null }], fee: { state: 'due', total: 18_000, mayCollect: true },
    })
    expect(view.acts.map(({ action, toState }) => [action, toState])).toEqual([['submit', 'submitted'], ['accept', 'accepted']])
  })

  it('costs what the pages make it: 2.000 for two, 1.000 for each further, times the copies', async () => {
    expect((await app.call(people.clerk, payments.getCharge, { subject: id })).charge).toMatchObject({ lines: [{ code: 'copy', amount: 6000, times: 3, total: 18_000 }] })
  })

  it('lies with whoever signs, not with an officer, and is certified in one act under the next number of the register', async () => {
    expect((await app.call(people.leader, contract.worklist, { queue: 'to_sign' })).rows.map((row) => [row.id, row.immediate, row.actions])).toEqual([[id, true, ['approve', 'refuse']]])
    expect((await app.call(people.officer, contract.worklist, { queue: 'to_take' })).rows).toEqual([])
    expect(await codeOf(app.call(people.officer, contract.take, { id }))).toBe('action_not_allowed')
    expect(await codeOf(certify(id, people.otherLeader))).toBe('dossier_not_found')
    app.clock.moveTo(new Date(local('2026-11-25T09:12')))
    const done = await certify(id)
    expect(done.state).toBe('approved')
    expect((await register()).rows).toMatchObject([{ number: 1, book: '01/2026 - SCT/BS', applicantName: 'Võ Văn Khách', paper: 'Bằng tốt nghiệp, số A 123456', pages: 4, copies: 3, signer: people.leader.name, fee: { state: 'due', total: 18_000 } }])
  })

  it('has its words with number, volume, original and who signs, for hand and seal', async () => {
    const [document] = (await read(id)).documents
    expect(document?.kind).toBe('result')
    const file = await app.call(people.clerk, contract.getDocument, { id, document: document?.id ?? '' })
    const bytes = await app.application.tools.files.read((file as unknown as { file: string }).file)
    const words = readPdf(bytes).pages.map(({ text }) => text).join(' ').replace(/\s+/g, ' ')
    for (const said of ['Số chứng thực: 1, quyển số 01/2026 - SCT/BS', 'Bằng tốt nghiệp, số A 123456', 'Số trang của bản chính: 04', 'Số bản sao: 03', people.leader.name]) expect(words).toContain(said)
    expect(words).not.toContain('Xác nhận trên hệ thống')
  })

  it('is paid and handed over in one act; unpaid it stays', async () => {
    expect(await codeOf(handOver(id))).toBe('fee_due')
    expect((await read(id)).state).toBe('approved')
    await handOver(id, { method: 'cash' })
    expect(await read(id)).toMatchObject({ state: 'handed_over', fee: { state: 'paid', total: 18_000 } })
    expect((await app.call(people.clerk, payments.getCharge, { subject: id })).charge?.receipts).toMatchObject([{ method: 'cash', total: 18_000, collector: people.clerk.name }])
    expect((await register()).paid).toBe(18_000)
    expect(await codeOf(handOver(id, { method: 'cash' }))).toBe('action_not_allowed')
  })

  it('left four acts and is counted like any other dossier: received, and in time', async () => {
    expect((await read(id)).acts.map(({ action }) => action)).toEqual(['submit', 'accept', 'approve', 'handOver'])
    const { rows } = await sql<{ ontime: boolean; received: boolean }>`select finished_at <= due_at as ontime, accepted_at is not null as received from dossiers.dossier where id = ${id}`.execute(app.db)
    expect(rows).toEqual([{ ontime: true, received: true }])
  })
})

describe('what does not fit is refused with its box', () => {
  it.each<[string, Given, unknown]>([
    ['an original that nobody looked at', { change: { papers: [] } }, ['papers_missing', { original: 'paper_missing' }]],
    ['no page', { answers: { pages: 0 } }, ['invalid_input', { pages: 'too_small' }]],
    ['no number of copies', { answers: { copies: null } }, ['invalid_input', { copies: 'required' }]],
    ['more copies than a machine makes', { answers: { copies: 501 } }, ['invalid_input', { copies: 'too_big' }]],
    ['a kind of paper that is none', { answers: { paper: 'money' } }, ['invalid_input', { paper: 'not_an_option' }]],
    ['another paper without its name', { answers: { paper: 'other' } }, ['invalid_input', { paperOther: 'required' }]],
    ['half a page', { answers: { pages: 1.5 } }, ['invalid_input', { pages: 'not_a_number' }]],
    ['somebody else’s case', { change: { procedureCase: 'birth' } }, ['invalid_input', { case: 'not_an_option' }]],
  ])('%s', async (_, given, refusal) => expect(await refused(visit(given))).toMatchObject(refusal as unknown[]))

  it('nobody begins it at home', async () => expect(await codeOf(app.call(people.an, contract.startDraft, { procedure: copy }))).toBe('procedure_not_open'))

  it('a desk of the whole province certifies nothing: it belongs to no commune', async () => {
    const provincial = { ...people.clerk, agency: 'Z99.901' }
    expect(await codeOf(visit({ by: provincial }))).toBe('no_competent_agency')
  })
})

describe('the day it is due', () => {
  it.each([
    ['09:00', '2026-11-25T17:00'], ['15:00', '2026-11-25T17:00'], ['15:01', '2026-11-26T17:00'], ['16:59', '2026-11-26T17:00'],
  ])('taken in at %s is due %s', async (time, due) => {
    app.clock.moveTo(new Date(local(`2026-11-25T${time}`)))
    expect((await visit()).dueAt).toBe(new Date(local(due)).toISOString())
  })
})

describe('two at once', () => {
  it('leaders certify one dossier once', async () => {
    const { id } = await visit()
    expect((await Promise.all([1, 2, 3].map(() => codeOf(certify(id)).then(String)))).toSorted()).toEqual(['action_not_allowed', 'action_not_allowed', 'done'])
  })

  it('twenty certifications have twenty numbers without a gap, whoever presses first', async () => {
    const before = (await register()).count
    const ids = await Promise.all(Array.from({ length: 20 }, async () => (await visit()).id))
    await Promise.all(ids.map((id) => certify(id)))
    const { rows } = await sql<{ number: number }>`select number from dossiers.certification where agency = 'Z99.001' and year = 2026 order by number`.execute(app.db)
    expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: before + 20 }, (_, at) => at + 1))
  })

  it('a clerk who presses twice takes the fee once', async () => {
    const { id } = await visit()
    await certify(id)
    const pressed = await Promise.all([1, 2].map(() => codeOf(handOver(id, { method: 'cash' })).then(String)))
    expect(pressed.toSorted()).toEqual(['action_not_allowed', 'done'])
    expect((await app.call(people.clerk, payments.getCharge, { subject: id })).charge?.receipts).toHaveLength(1)
  })

  it('a hand-over that fails afterwards takes no money', async () => {
    const { id } = await visit()
    expect(await codeOf(handOver(id, { method: 'cash' }))).toBe('action_not_allowed')
    expect((await app.call(people.clerk, payments.getCharge, { subject: id })).charge).toMatchObject({ state: 'due', receipts: [] })
  })
})

describe('what is not certified', () => {
  it('is refused by whoever would sign, with form 03, and nothing is owed', async () => {
    const { id } = await visit()
    await app.call(people.leader, contract.refuse, { id, reason: 'Bản chính bị tẩy xóa ở dòng ngày sinh', ground: 'Nghị định 23/2015/NĐ-CP, Điều 22' })
    const view = await read(id)
    expect([view.state, view.documents.map(({ kind }) => kind), view.fee?.state, view.acts.at(-1)?.actor.name]).toEqual(['refused', ['form03'], 'cancelled', people.leader.name])
    expect(await app.call(people.clerk, contract.getDocument, { id, document: view.documents[0]?.id ?? '' })).toMatchObject({ type: 'application/pdf' })
    expect(await codeOf(certify(id))).toBe('action_not_allowed')
  })

  it('is taken back at the counter when the person leaves', async () => {
    const { id } = await visit()
    await app.call(people.clerk, contract.withdraw, { id, reason: 'Người dân có việc gấp, không chờ' })
    expect(await read(id)).toMatchObject({ state: 'withdrawn', fee: { state: 'cancelled' } })
  })

  it('a neighbour neither sees nor touches it', async () => {
    const { id } = await visit()
    const reason = 'Không đúng nơi chứng thực'
    const tried = [read(id, people.otherClerk), certify(id, people.otherLeader), app.call(people.otherLeader, contract.refuse, { id, reason }), app.call(people.otherClerk, contract.withdraw, { id, reason })]
    expect(await Promise.all(tried.map(codeOf))).toEqual(tried.map(() => 'dossier_not_found'))
  })
})

describe('it stands above everything that can wait', () => {
  it('in the list of whoever signs, page after page, although others are due earlier', async () => {
    await sql`delete from dossiers.dossier where state = 'accepted'`.execute(app.db)
    const { id } = await visit()
    // two hundred that were due long ago
    await sql`
      insert into dossiers.dossier (id, code, state, procedure, procedure_version, procedure_case, channel, receiving_agency, collecting_agency, competent_agency, area, receive, applicant, applicant_folded, answers,
        submitted_at, desk_due_at, accepted_at, first_due_at, due_at, acts, simulated)
      select gen_random_uuid(), 'Z99.001.01-260101-' || lpad(n::text, 4, '0'), 'awaiting_signature', procedure, procedure_version, procedure_case, channel, receiving_agency, collecting_agency, competent_agency, area, receive,
        applicant, applicant_folded, answers, submitted_at, desk_due_at, accepted_at, first_due_at, '2026-11-01T00:00:00Z'::timestamptz + n * interval '1 minute', 2, true
        from dossiers.dossier, generate_series(1, 120) n where id = ${id}`.execute(app.db)
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await app.call(people.leader, contract.worklist, { queue: 'to_sign', ...(after !== undefined && { after }) })
      seen.push(...page.rows.map((row) => row.id))
      after = page.next ?? undefined
    } while (after !== undefined)
    expect([seen[0], seen.length, new Set(seen).size]).toEqual([id, 121, 121])
    await sql`delete from dossiers.dossier where simulated and state = 'awaiting_signature'`.execute(app.db)
    for (const wrong of ['ngay|', 'ngay|x|y', 'khac|2026-11-25T02:00:00.000Z|01937c00-0000-7000-8000-00000000c011']) expect(await codeOf(app.call(people.leader, contract.worklist, { queue: 'to_sign', after: wrong }))).toBe('invalid_input')
  })
})

describe('the register', () => {
  it('is shown by the day, to the desk its own and to the committee its own, and counts what is in it', async () => {
    app.clock.moveTo(new Date(local('2026-11-27T09:00')))
    const one = await visit({ answers: { paper: 'other', paperOther: 'Bằng lái máy nông nghiệp', paperMark: '', pages: 1, copies: 2 } })
    await certify(one.id)
    await handOver(one.id, { method: 'transfer', reference: 'FT26331001' })
    const two = await visit({ answers: { pages: 400, copies: 2 } })
    await certify(two.id)
    for (const who of [people.leader, people.officer, people.clerk]) {
      const found = await register(who)
      expect(found).toMatchObject({ from: '2026-11-27', to: '2026-11-27', count: 2, copies: 4, paid: 4000, next: null })
      expect(found.rows.map(({ paper, pages, fee }) => [paper, pages, fee])).toEqual([['Bằng lái máy nông nghiệp', 1, { state: 'paid', total: 4000 }], ['Bằng tốt nghiệp, số A 123456', 400, { state: 'due', total: 400_000 }]])
    }
    for (const who of [people.otherClerk, people.otherLeader]) expect(await register(who)).toMatchObject({ count: 0, rows: [] })
    expect((await register(people.leader, { from: '2026-11-25', to: '2026-11-26' })).rows.every(({ at }) => at < '2026-11-26')).toBe(true)
  })

  it('is paged in the order of its numbers, and refuses days that make no sense', async () => {
    const all = { from: '2026-11-01', to: '2026-11-30' }
    const first = await register(people.leader, all)
    expect(first.rows.map(({ number }) => number)).toEqual(first.rows.map((_, at) => at + 1))
    expect(await refused(register(people.leader, { from: '2026-11-30', to: '2026-11-01' }))).toMatchObject(['invalid_input', { to: 'before_start' }])
    expect(await refused(register(people.leader, { from: '2020-01-01', to: '2026-01-01' }))).toMatchObject(['invalid_input', { to: 'too_far' }])
    expect(await codeOf(register(people.leader, { ...all, after: 'Z99.001' }))).toBe('invalid_input')
    expect((await register(people.leader, { ...all, after: 'Z99.001|2026|3' })).rows[0]?.number).toBe(4)
  })

  it('is only ever added to, by nobody and by no program', async () => {
    for (const change of [sql`update dossiers.certification set copies = 1`, sql`delete from dossiers.certification`]) await expect(change.execute(app.db)).rejects.toThrow(/only ever added to/)
  })

  it('begins again with each year', async () => {
    app.clock.moveTo(new Date(local('2027-01-04T09:00')))
    const { id } = await visit()
    await certify(id)
    expect((await register()).rows).toMatchObject([{ number: 1, book: '01/2027 - SCT/BS' }])
  })
})

describe('an extract of the register', () => {
  const extract = (by: Actor, change: Record<string, unknown> = {}) => app.call(by, contract.intake, {
    procedure: '2.000635', procedureCase: 'birth', applicant: { ...applicant, born: '1980-01-01', number: '999080000999' }, papers: [],
    answers: { registeredAt: '99001', registeredYear: '', copies: 2, receive: 'counter', collectAt: '99001', phone: '0999000999', email: '', ...change },
  })
  const entry = {
    registerNumber: '1', registerVolume: '1', registeredOn: '1980-01-05', entryName: 'Võ Văn Khách', entryBorn: '1980-01-01', entryGender: 'male', entryEthnicity: 'Kinh', entryNationality: 'Việt Nam', entryBirthplace: 'Mẫu',
  }

  it('is given at once where the register is: an officer writes it without taking it first, the leader signs, the counter takes the fee and gives it', async () => {
    const { id } = await extract(people.clerk)
    expect(await read(id)).toMatchObject({ immediate: 'write', documents: [], dueAt: new Date(local('2026-11-25T17:00')).toISOString() })
    expect((await app.call(people.officer, contract.worklist, { queue: 'to_take' })).rows[0]).toMatchObject({ id, immediate: true, actions: ['take', 'propose'] })
    expect(await codeOf(certify(id))).toBe('action_not_allowed')
    await app.call(people.officer, contract.propose, { id, answers: entry })
    expect((await read(id, people.officer)).holder?.name).toBe(people.officer.name)
    await certify(id)
    await handOver(id, { method: 'cash' })
    const view = await read(id)
    expect([view.state, view.acts.map(({ action }) => action), view.documents.map(({ kind }) => kind)]).toEqual(['handed_over', ['submit', 'accept', 'propose', 'approve', 'handOver'], ['result']])
    expect((await register()).rows.map((row) => row.id)).not.toContain(id)
  })

  it('sent back, it is mended by who wrote it', async () => {
    const { id } = await extract(people.clerk)
    await app.call(people.officer, contract.propose, { id, answers: entry })
    await app.call(people.leader, contract.sendBack, { id, reason: 'Ghi lại nơi sinh' })
    expect(await read(id, people.officer)).toMatchObject({ state: 'processing', holder: { name: people.officer.name } })
    await app.call(people.officer, contract.propose, { id, answers: { ...entry, entryBirthplace: 'Phường Mẫu Một' } })
  })

  it.each<[string, () => Promise<{ id: string }>]>([
    ['handed in where the register is not', () => extract(people.otherClerk)], ['wanted in the account', () => extract(people.clerk, { receive: 'electronic', collectAt: undefined })], ['collected at another counter', () => extract(people.clerk, { collectAt: '99002' })],
  ])('%s goes the ordinary way, with form 01', async (_, sent) => {
    const { id } = await sent()
    const { rows } = await sql<{ immediate: string | null; forms: number }>`select immediate, (select count(*)::int from dossiers.document where dossier = d.id and kind = 'form01') as forms from dossiers.dossier d where id = ${id}`.execute(app.db)
    expect(rows).toEqual([{ immediate: null, forms: 1 }])
  })
})
