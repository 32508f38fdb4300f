import { beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { inTransaction } from '#platform/db'
import type { Change } from '#platform/reform'
import { readPdf } from '#platform/documents/read-pdf'
import type { Actor } from '#platform/http'
import { listMessages } from '#platform/notify'
import * as contract from '#contract/dossiers'
import { moveBatch } from '../../src/modules/dossiers/follower.ts'
import { citizen, officer } from '../factories/people.ts'
import { submitted } from '../factories/drafts.ts'
import { codeOf, local } from '../outcome.ts'
import { withApp, type TestApp } from '../with-app.ts'

const office = 'Z99.001'
const desk = 'Z99.001.01'
let app: TestApp
const people = {} as Record<'an' | 'clerk' | 'otherClerk' | 'officer' | 'leader' | 'nextDoor', Actor & { id: string }>
beforeAll(async () => {
  app = await withApp({ at: local('2026-11-25T09:00') })
  people.an = await citizen(app, 'an')
  for (const role of ['clerk', 'officer', 'leader'] as const) people[role] = await officer(app, `${role}.001`)
  people.otherClerk = await officer(app, 'clerk.002', 'clerk')
  people.nextDoor = await officer(app, 'officer.002')
})

const at = (time: string) => app.clock.moveTo(new Date(local(time)))
const nothing = { born: '1956-06-20', gender: null, nationality: 'Việt Nam', ethnicity: 'Kinh', phone: null, email: null, address: 'Số 3', area: '99001' }
const visit = async () => (await app.call(people.clerk, contract.intake, {
  procedure: '2.000635', procedureCase: 'birth', applicant: { ...nothing, name: 'Lê Thị Sáu', number: '999156000777' }, papers: [],
  answers: { registeredAt: '99001', registeredYear: '', copies: 1, receive: 'counter', collectAt: '99001', phone: '0999000777', email: '' },
})).id
const make = (ids: readonly string[], change: Partial<z.input<typeof contract.makePaperList.input>> = {}, by: Actor = people.clerk) =>
  app.call(by, contract.makePaperList, { kind: 'to_office', to: office, person: people.officer.id, lines: ids.map((dossier) => ({ dossier, papers: 1 })), ...change })
const waiting = async (kind: 'to_office' | 'to_desk' | 'to_archive', by: Actor = people.clerk) =>
  (await app.call(by, contract.papersWaiting, { kind })).places.flatMap(({ to, rows }) => rows.map(({ id, papers }) => ({ id, papers, to: to.code })))
const actsOf = async (id: string) => (await app.call(people.clerk, contract.getDossier, { id })).acts
const answer = (list: string, lines: { number: number; outcome: 'received' | 'missing'; remark?: string }[], by: Actor = people.officer) => app.call(by, contract.receivePaperList, { list, lines })

describe('paper files from the desk to the office', () => {
  let files: string[]
  let list: string

  it('wait from the minute they are taken in; what came online with nothing on paper does not', async () => {
    files = [await visit(), await visit(), await visit()]
    const online = (await submitted(app, people.an)).id
    await app.call(people.clerk, contract.accept, { id: online })
    expect((await waiting('to_office')).toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(files.toSorted().map((id) => ({ id, papers: 1, to: office })))
    expect((await app.call(people.clerk, contract.papersWaiting, { kind: 'to_office' })).places[0]?.people.map(({ name }) => name)).toContain(people.officer.name)
    expect((await app.call(people.clerk, contract.listQueues, {})).papers).toEqual({ toSend: 3, toReceive: 0 })
    expect(await waiting('to_office', people.officer)).toEqual([])
    expect(await waiting('to_office', people.otherClerk)).toEqual([])
  })

  it('go on a numbered list to a named person, and stand on no other', async () => {
    at('2026-11-25T16:45')
    const made = await make(files)
    list = made.id
    expect(made).toMatchObject({ number: '01/DS-BGHS', state: 'open', count: 3, papers: 3, maker: people.clerk.name, person: { name: people.officer.name }, actions: ['cancel'] })
    expect(await waiting('to_office')).toEqual([])
    expect(await codeOf(make([files[0] ?? '']))).toBe('papers_not_waiting')
    expect((await app.call(people.officer, contract.listQueues, {})).papers.toReceive).toBe(1)
    expect((await actsOf(files[0] ?? '')).at(-1)).toMatchObject({ action: 'sendPapers', note: { list: '01/DS-BGHS', to: people.officer.name, papers: 1 } })
    expect((await app.call(people.clerk, contract.paperLists, {})).mineToday).toEqual({ lists: 1, files: 3 })
  })

  it.each<[string, () => Promise<unknown>, string]>([
    ['somebody who does not work there', () => make([files[1] ?? ''], { person: people.nextDoor.id }), 'papers_not_waiting'],
    ['another desk', () => make([files[1] ?? ''], {}, people.otherClerk), 'papers_not_waiting'],
    ['the office itself', () => make([files[1] ?? ''], {}, people.officer), 'papers_not_waiting'],
    ['a file that is none', () => make(['01900000-0000-7000-8000-000000000000']), 'papers_not_waiting'],
    ['whoever made it, confirming', () => answer(list, [1, 2, 3].map((number) => ({ number, outcome: 'received' as const })), people.clerk), 'forbidden'],
    ['an officer next door, confirming', () => answer(list, [{ number: 1, outcome: 'received' }], people.nextDoor), 'paper_list_not_found'],
    ['an officer next door, reading', () => app.call(people.nextDoor, contract.getPaperList, { list }), 'paper_list_not_found'],
    ['an answer that leaves a line out', () => answer(list, [{ number: 1, outcome: 'received' }, { number: 2, outcome: 'received' }]), 'invalid_input'],
    ['a missing file without a word', () => answer(list, [{ number: 1, outcome: 'received' }, { number: 2, outcome: 'received' }, { number: 3, outcome: 'missing' }]), 'invalid_input'],
    ['one line twice', () => answer(list, [{ number: 1, outcome: 'received' }, { number: 1, outcome: 'received' }, { number: 2, outcome: 'received' }]), 'invalid_input'],
  ])('%s is refused', async (_what, ask, refusal) => expect(await codeOf(ask())).toBe(refusal))

  it('are confirmed line by line, once however often it is pressed; what is missing is said and waits again', async () => {
    at('2026-11-26T08:00')
    const lines = [{ number: 1, outcome: 'received' as const }, { number: 2, outcome: 'received' as const }, { number: 3, outcome: 'missing' as const, remark: 'Không thấy tờ khai' }]
    const pressed = await Promise.all([people.officer, people.leader, people.officer].map((who) => codeOf(answer(list, lines, who))))
    expect(pressed.filter((each) => each === 'done')).toHaveLength(1)
    expect(pressed.filter((each) => each === 'paper_list_received')).toHaveLength(2)
    const read = await app.call(people.clerk, contract.getPaperList, { list })
    expect([read.state, read.missing, read.actions, read.lines.map(({ outcome }) => outcome)]).toEqual(['received', 1, [], ['received', 'received', 'missing']])
    const third = read.lines[2]?.dossier ?? ''
    expect((await actsOf(third)).at(-1)).toMatchObject({ action: 'missPapers', note: { remark: 'Không thấy tờ khai' } })
    expect(await waiting('to_office')).toEqual([{ id: third, papers: 1, to: office }])
    expect(await codeOf(app.call(people.clerk, contract.cancelPaperList, { list }))).toBe('paper_list_received')
    const again = await make([third])
    expect(again.number).toBe('02/DS-BGHS')
    await app.call(people.clerk, contract.cancelPaperList, { list: again.id })
    expect(await waiting('to_office')).toHaveLength(1)
    await answer((await make([third])).id, [{ number: 1, outcome: 'received' }])
    expect(await waiting('to_office')).toEqual([])
  })

  it('print as a list with every line, both names, and what came of it', async () => {
    const { file } = (await app.call(people.clerk, contract.paperListDocument, { list })) as unknown as { file: string }
    const text = readPdf(await app.application.tools.files.read(file)).pages.map((page) => page.text).join(' ').replace(/\s+/g, ' ')
    for (const said of ['DANH SÁCH BÀN GIAO HỒ SƠ GIẤY', 'Số: 01/DS-BGHS', 'NGƯỜI GIAO', 'NGƯỜI NHẬN', people.clerk.name, people.officer.name, 'Lê Thị Sáu', 'Thiếu: Không thấy tờ khai', 'Cộng: 3 hồ sơ, 3 giấy tờ']) expect(text).toContain(said)
  })

  it('two clerks who take the same file at the same moment make one list', async () => {
    const id = await visit()
    const pressed = await Promise.all([1, 2, 3, 4].map(() => codeOf(make([id]))))
    expect(pressed.filter((each) => each === 'done')).toHaveLength(1)
    expect(pressed.filter((each) => each === 'papers_not_waiting')).toHaveLength(3)
  })
})

describe('results from the office to the counter', () => {
  it('are sent by the office and confirmed by the counter', async () => {
    const { id } = await submitted(app, people.an, { receive: 'counter', collectAt: '99001' })
    await app.call(people.clerk, contract.accept, { id })
    await app.call(people.officer, contract.take, { id })
    await app.call(people.officer, contract.propose, { id })
    expect(await waiting('to_desk', people.officer)).toEqual([])
    await app.call(people.leader, contract.approve, { id })
    expect(await waiting('to_desk', people.officer)).toEqual([{ id, papers: 1, to: desk }])
    expect(await waiting('to_desk', people.clerk)).toEqual([])
    const { id: list } = await make([id], { kind: 'to_desk', to: desk, person: people.clerk.id }, people.officer)
    expect((await app.call(people.clerk, contract.getPaperList, { list })).actions).toEqual(['receive'])
    await answer(list, [{ number: 1, outcome: 'received' }], people.clerk)
    expect(await waiting('to_desk', people.officer)).toEqual([])
    // a misprint that is written again travels again
    await app.call(people.leader, contract.voidResult, { id, reason: 'In lệch trang' })
    at('2026-11-27T09:00')
    await app.call(people.officer, contract.propose, { id })
    await app.call(people.leader, contract.approve, { id })
    expect((await waiting('to_desk', people.officer)).map((each) => each.id)).toEqual([id])
  })
})

describe('results that nobody collects', () => {
  it('go to the archive with a list after ninety days, and are handed over from there when the person comes after all', async () => {
    at('2026-12-01T09:00')
    const signed = async () => {
      const { id } = await submitted(app, people.an, { receive: 'counter', collectAt: '99001' })
      await app.call(people.clerk, contract.accept, { id })
      await app.call(people.officer, contract.take, { id })
      await app.call(people.officer, contract.propose, { id })
      await app.call(people.leader, contract.approve, { id })
      await app.call(people.clerk, contract.shelve, { id, place: 'C7' })
      return id
    }
    const [goes, collected] = [await signed(), await signed()]
    at('2027-02-28T09:00')
    const young = (await waiting('to_archive')).map(({ id }) => id)
    expect([young.includes(goes), young.includes(collected)]).toEqual([false, false])
    at('2027-03-01T09:00')
    expect((await waiting('to_archive')).filter(({ id }) => [goes, collected].includes(id)).map(({ to }) => to)).toEqual([office, office])
    const { id: list } = await make([goes, collected], { kind: 'to_archive', person: people.leader.id })
    expect((await app.call(people.clerk, contract.getDossier, { id: goes })).state).toBe('approved')
    // the person comes while the list is on its way
    await app.call(people.clerk, contract.handOver, { id: collected, recipient: people.an.name, relation: 'self' })
    const { lines } = await app.call(people.leader, contract.getPaperList, { list })
    await answer(list, lines.map(({ number, dossier }) => (dossier === goes ? { number, outcome: 'received' as const } : { number, outcome: 'missing' as const, remark: 'Đã trả cho dân' })), people.leader)
    const archived = await app.call(people.clerk, contract.getDossier, { id: goes })
    expect([archived.state, archived.published, archived.shelf, archived.actions]).toEqual(['archived', 9, null, ['handOver']])
    await app.drain()
    expect((await listMessages(app.db, { subject: goes })).map(({ template }) => template)).toContain('dossiers.result_archived')
    expect((await app.call(people.clerk, contract.worklist, { queue: 'archived' })).rows.map(({ id }) => id)).toEqual([goes])
    await app.call(people.clerk, contract.handOver, { id: goes, recipient: people.an.name, relation: 'self' })
    expect((await app.call(people.clerk, contract.getDossier, { id: goes })).state).toBe('handed_over')
    expect((await app.call(people.clerk, contract.getDossier, { id: collected })).acts.map(({ action }) => action)).not.toContain('archive')
  })
})

describe('a reform while a list is on its way', () => {
  it('takes the list to what its receiver has become: nothing stays on a list that nobody can confirm', async () => {
    at('2027-03-10T09:00')
    const id = await visit()
    const { id: list } = await make([id])
    const change: Change = { reform: 'test', day: '2027-03-10', areas: [], agencies: [{ from: office, to: 'Z99.002', area: null, main: true, serves: '99002' }], decisions: {} }
    expect(await codeOf(app.call(people.nextDoor, contract.getPaperList, { list }))).toBe('paper_list_not_found')
    await inTransaction(app.db, (tx) => moveBatch(tx, change, null, 10_000))
    await answer(list, [{ number: 1, outcome: 'received' }], people.nextDoor)
    expect(await app.call(people.clerk, contract.getPaperList, { list })).toMatchObject({ state: 'received', from: { code: desk }, to: { code: 'Z99.002' } })
  })
})
