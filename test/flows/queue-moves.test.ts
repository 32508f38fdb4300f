import { beforeAll, describe, expect, it } from 'vitest'
import { realNow } from '#kernel/clock'
import { uuidv7 } from '#kernel/ids'
import { localDate } from '#kernel/local-time'
import { sql } from '#platform/db'
import type { Actor } from '#platform/http'
import * as dossiers from '#contract/dossiers'
import * as identity from '#contract/identity'
import { submitted } from '../factories/drafts.ts'
import { citizen, officer } from '../factories/people.ts'
import { withApp, type TestApp } from '../with-app.ts'

let app: TestApp
type Person = Actor & { id: string; agency: string }
const people = {} as Record<'an' | 'clerk' | 'sick' | 'chair' | 'deputy' | 'root' | 'one' | 'two', Person>
const reason = 'Nghỉ ốm đến hết tuần'
const refused = (code: string) => ({ code })

beforeAll(async () => {
  app = await withApp({ at: realNow().toISOString() })
  people.an = (await citizen(app, 'an')) as Person
  people.clerk = await officer(app, 'clerk.001')
  people.sick = await officer(app, 'officer.001')
  people.chair = await officer(app, 'leader.001')
  people.deputy = await officer(app, 'deputy.001', 'leader')
  people.root = await officer(app, 'administrator')
  people.one = await colleague('mot.001', 'Đồng Nghiệp Một')
  people.two = await colleague('hai.001', 'Đồng Nghiệp Hai')
})

async function colleague(username: string, name: string, procedure?: string): Promise<Person> {
  const capacity = { role: 'officer' as const, agency: 'Z99.001', title: { vi: 'Công chức Tư pháp', en: 'Officer' }, from: localDate(realNow()), ...(procedure !== undefined && { procedure }) }
  await app.call(people.root, identity.createOfficer, { username, name, capacity })
  return officer(app, username, 'officer')
}

async function inHand(): Promise<string> {
  const { id } = await submitted(app, people.an)
  await app.call(people.clerk, dossiers.accept, { id })
  await app.call(people.sick, dossiers.take, { id })
  return id
}

const holders = async (): Promise<Record<string, number>> => {
  const { rows } = await sql<{ holder: string; count: number }>`select holder, count(*) as count from dossiers.dossier where holder is not null group by holder`.execute(app.db)
  return Object.fromEntries(rows.map(({ holder, count }) => [holder, count]))
}
const move = (by: Person, to: Person[], options: { key?: string } = {}) => app.call(by, dossiers.moveQueue, { from: people.sick.id, to: to.map(({ id }) => id), reason }, options)

describe('a sick officer’s queue', () => {
  it('lies open before the leader: who holds how much, and who may take it', async () => {
    const first = await inHand()
    await inHand()
    await app.call(people.sick, dossiers.propose, { id: first })
    const view = await app.call(people.chair, dossiers.queueMoves, {})
    expect(view.officers.map(({ id, open, here }) => [id, open, here])).toEqual(expect.arrayContaining([[people.sick.id, 2, true], [people.one.id, 0, true], [people.two.id, 0, true]]))
    expect(view.moves).toEqual([])
  })

  it('is counted for the administrator who is about to end the role, of agencies that they administer', async () => {
    const ask = (who: Person, agency: string) => app.call(people.root, dossiers.workInHand, { officer: who.id, agency })
    expect([await ask(people.sick, 'Z99.001'), await ask(people.one, 'Z99.001'), await ask(people.sick, 'Z99.002')]).toEqual([{ open: 2 }, { open: 0 }, { open: 0 }])
    await expect(ask(people.sick, 'Z98.001')).rejects.toMatchObject(refused('forbidden'))
  })

  it('goes to one colleague in one act, each dossier with it on record, and both are told; pressing twice moves once', async () => {
    const key = uuidv7()
    const done = await move(people.chair, [people.one], { key })
    expect([done.moved, done.left]).toEqual([2, 0])
    expect(await move(people.chair, [people.one], { key })).toEqual(done)
    expect(await holders()).toEqual({ [people.one.id]: 2 })
    const { rows } = await sql<{ actor: string; title: string; note: object; from: string; to: string }>`
      select actor, actor_title as title, note, from_state as "from", to_state as "to" from dossiers.act where action = 'moveQueue' order by to_state`.execute(app.db)
    const note = { from: people.sick.name, officer: people.one.name, reason, move: done.id }
    expect(rows).toEqual(['awaiting_signature', 'processing'].map((state) => ({ actor: people.chair.id, title: 'Chủ tịch UBND phường', note, from: state, to: state })))
    await app.drain()
    const told = async (who: Person) => (await app.call(who, identity.officerNotices, {})).notices.map(({ template, facts }) => [template, facts['count'], facts['names']])
    expect(await told(people.sick)).toEqual([['dossiers.queue_moved_away', 2, [people.one.name]]])
    expect(await told(people.one)).toEqual([['dossiers.queue_moved_here', 2, [people.sick.name]]])
    // the citizen reads that an officer was changed, not why
    const [id] = (await app.call(people.one, dossiers.worklist, { queue: 'mine' })).rows.map((row) => row.id)
    const act = (await app.call(people.an, dossiers.getDossier, { id: id ?? '' })).acts.find(({ action }) => action === 'moveQueue')
    expect(act?.note).toEqual({})
    expect((await app.call(people.sick, dossiers.listQueues, {})).queues.find(({ name }) => name === 'mine')?.count).toBe(0)
  })

  it('comes back in one act, but for what was finished meanwhile', async () => {
    const { moves: [last] } = await app.call(people.deputy, dossiers.queueMoves, {})
    expect(last).toMatchObject({ from: { id: people.sick.id }, to: [{ id: people.one.id, count: 2 }], reason, actions: ['undo'] })
    const { rows } = await sql<{ id: string }>`select id from dossiers.dossier where state = 'awaiting_signature'`.execute(app.db)
    await app.call(people.chair, dossiers.approve, { id: rows[0]?.id ?? '' })
    expect(await app.call(people.deputy, dossiers.undoMoveQueue, { move: last?.id ?? '' })).toMatchObject({ moved: 1 })
    expect((await holders())[people.sick.id]).toBe(1)
    await expect(app.call(people.deputy, dossiers.undoMoveQueue, { move: last?.id ?? '' })).rejects.toMatchObject(refused('move_undone'))
    await expect(app.call(await officer(app, 'leader.002'), dossiers.undoMoveQueue, { move: last?.id ?? '' })).rejects.toMatchObject(refused('move_not_found'))
  })

  it('is spread so that nobody holds much more than another', async () => {
    for (let i = 0; i < 4; i++) await inHand()
    expect((await move(people.chair, [people.one, people.two])).moved).toBe(5)
    const { officers } = await app.call(people.chair, dossiers.queueMoves, {})
    const open = officers.filter(({ id }) => id === people.one.id || id === people.two.id).map((each) => each.open)
    expect(Math.max(...open) - Math.min(...open)).toBeLessThanOrEqual(1)
    expect((await app.call(people.chair, dossiers.queueMoves, {})).officers.find(({ id }) => id === people.sick.id)?.open).toBe(0)
  })

  it('is refused where it cannot go, and nothing has moved', async () => {
    const id = await inHand()
    const before = await holders()
    const narrow = await colleague('hep.001', 'Người Việc Hẹp', '9.999999')
    await expect(move(people.chair, [narrow])).rejects.toMatchObject({ code: 'colleague_cannot', values: { count: 1 } })
    await expect(move(people.chair, [await officer(app, 'officer.002')])).rejects.toMatchObject(refused('officer_not_here'))
    await expect(move(people.chair, [people.sick])).rejects.toMatchObject(refused('officer_not_here'))
    await expect(move(await officer(app, 'leader.002'), [await officer(app, 'officer.002')])).rejects.toMatchObject(refused('queue_empty'))
    expect(await holders()).toEqual(before)
    // with somebody beside them who may
    expect((await move(people.chair, [narrow, people.two])).moved).toBe(1)
    expect((await app.call(people.two, dossiers.getDossier, { id })).holder?.id).toBe(people.two.id)
  })

  it('two leaders at once, and the officer at work: each dossier moves once, and what was done stays done', async () => {
    const [first] = [await inHand(), await inHand(), await inHand()]
    const results = await Promise.allSettled([move(people.chair, [people.one]), move(people.deputy, [people.two]), app.call(people.sick, dossiers.propose, { id: first })])
    const moved = results.slice(0, 2).flatMap((each) => (each.status === 'fulfilled' ? [(each.value as { moved: number }).moved] : []))
    expect(moved).toEqual([3])
    const [proposal] = results.slice(2)
    const state = (await app.call(people.chair, dossiers.getDossier, { id: first })).state
    expect([proposal?.status, state]).toEqual(proposal?.status === 'fulfilled' ? ['fulfilled', 'awaiting_signature'] : ['rejected', 'processing'])
    const { rows } = await sql<{ count: number; acts: number }>`
      select count(a.*) as count, d.acts from dossiers.dossier d join dossiers.act a on a.dossier = d.id group by d.id, d.acts`.execute(app.db)
    expect(rows.filter(({ count, acts }) => count !== acts)).toEqual([])
  })
})
