import { beforeAll, describe, expect, it } from 'vitest'
import { realNow } from '#kernel/clock'
import { addDays, localDate } from '#kernel/local-time'
import { only, sql } from '#platform/db'
import type { Actor } from '#platform/http'
import * as dossiers from '#contract/dossiers'
import * as identity from '#contract/identity'
import { submitted } from '../factories/drafts.ts'
import { citizen, officer } from '../factories/people.ts'
import { overHttp, type Client, type Http } from '../over-http.ts'
import { withApp, type TestApp } from '../with-app.ts'

let app: TestApp
let http: Http
type Person = Actor & { id: string; agency: string }
const people = {} as Record<'an' | 'clerk' | 'officer' | 'chair' | 'deputy' | 'root', Person>
const today = localDate(realNow())
const document = '15/QĐ-UBND'
const reason = 'Chủ tịch đã về'

beforeAll(async () => {
  app = await withApp({ at: realNow().toISOString() })
  http = await overHttp(app)
  people.an = (await citizen(app, 'an')) as Person
  people.clerk = await officer(app, 'clerk.001')
  people.officer = await officer(app, 'officer.001')
  people.chair = await officer(app, 'leader.001')
  people.deputy = await officer(app, 'deputy.001', 'leader')
  people.root = await officer(app, 'administrator')
})

type Wish = Partial<{ capacity: string; officer: string; mode: 'KT' | 'TUQ'; from: string; to: string; field: string; procedure: string; replace: boolean }>
const delegate = (by: Person, change: Wish = {}) => app.call(by, identity.delegate, { capacity: people.chair.capacityId ?? '', officer: people.officer.id, mode: 'TUQ', from: today, to: addDays(today, 7), document, ...change })
const refused = (code: string) => ({ code })

/** The session of somebody in the capacity that a delegation made. */
async function sessionIn(delegation: string): Promise<{ client: Client; actor: Person }> {
  const { rows } = await sql<{ capacity: string; id: string; name: string; agency: string }>`
    select d.capacity, o.id, o.name, c.agency from identity.delegation d join identity.capacity c on c.id = d.capacity join identity.officer o on o.id = c.officer where d.id = ${delegation}`.execute(app.db)
  const { capacity, ...found } = only(rows)
  const actor: Person = { ...found, kind: 'officer', role: 'leader', capacityId: capacity, level: 0 }
  return { actor, client: await http.client(actor) }
}

async function proposed(): Promise<string> {
  const { id } = await submitted(app, people.an)
  await app.call(people.clerk, dossiers.accept, { id })
  await app.call(people.officer, dossiers.take, { id })
  await app.call(people.officer, dossiers.propose, { id })
  return id
}

const endAll = async () => {
  for (const { id, actions } of (await app.call(people.root, identity.listDelegations, {})).delegations) if (actions.includes('revoke')) await app.call(people.root, identity.revokeDelegation, { delegation: id, reason })
}

describe('delegation', () => {
  it('makes a capacity: the officer changes into it, signs TUQ., and loses it at the next request when it is taken back', async () => {
    const made = await delegate(people.chair)
    expect(made).toMatchObject({ lines: ['TUQ. CHỦ TỊCH', 'CÔNG CHỨC TƯ PHÁP - HỘ TỊCH'], replaced: 0 })
    const client = await http.client(people.officer)
    const session = (await client.ask(identity.session)).body as unknown as identity.SessionView
    const delegated = session.capacities.find(({ role }) => role === 'leader')
    expect(delegated).toMatchObject({ title: { vi: 'TUQ. Chủ tịch UBND phường' }, current: false, agency: 'Z99.001' })
    expect((await client.ask(identity.act, { capacity: delegated?.id ?? '' })).code).toBe('ok')
    const id = await proposed()
    expect((await client.ask(dossiers.approve, { id })).code).toBe('ok')
    const act = only((await sql<{ title: string; capacity: string; facts: { signer: { lines: string[]; name: string } } }>`
      select a.actor_title as title, a.capacity, d.facts from dossiers.act a join dossiers.document d on d.dossier = a.dossier and d.kind = 'result' where a.dossier = ${id} and a.action = 'approve'`.execute(app.db)).rows)
    expect(act.capacity).toBe(delegated?.id)
    expect([act.title, act.facts.signer.lines, act.facts.signer.name]).toEqual(['TUQ. Chủ tịch UBND phường', ['TUQ. CHỦ TỊCH', 'CÔNG CHỨC TƯ PHÁP - HỘ TỊCH'], people.officer.name])
    await app.drain()
    expect((await app.call(people.officer, identity.officerNotices, {})).notices).toMatchObject([{ template: 'identity.delegated', facts: { name: people.chair.name, document } }])
    const second = await proposed()
    await app.call(people.chair, identity.revokeDelegation, { delegation: made.id, reason })
    expect((await client.ask(dossiers.approve, { id: second })).code).toBe('forbidden')
    expect(((await client.ask(identity.session)).body as unknown as identity.SessionView).capacities.map(({ role }) => role)).toEqual(['officer'])
    await expect(app.call(people.chair, identity.revokeDelegation, { delegation: made.id, reason })).rejects.toMatchObject(refused('delegation_over'))
  })

  it('to a deputy is KT., in the head’s place; to somebody else it is not', async () => {
    await expect(delegate(people.chair, { mode: 'KT' })).rejects.toMatchObject(refused('delegation_not_deputy'))
    expect((await delegate(people.chair, { mode: 'KT', officer: people.deputy.id })).lines).toEqual(['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'])
    await endAll()
  })

  it('is the head’s alone, for oneself or with the administrator’s decision, and is not delegated on', async () => {
    await expect(delegate(people.deputy, { capacity: people.deputy.capacityId ?? '' })).rejects.toMatchObject(refused('delegator_not_head'))
    await expect(delegate(people.deputy)).rejects.toMatchObject(refused('capacity_not_found'))
    await expect(delegate(people.chair, { officer: people.chair.id })).rejects.toMatchObject(refused('delegation_receiver'))
    await expect(delegate(people.root, { officer: people.root.id })).rejects.toMatchObject(refused('own_rights'))
    await expect(delegate(people.chair, { officer: (await officer(app, 'officer.002')).id })).rejects.toMatchObject(refused('delegation_receiver'))
    // an administrator chooses for whom, and is told who may receive it
    expect((await app.call(people.root, identity.listDelegations, {})).to).toEqual([])
    const { from, to } = await app.call(people.root, identity.listDelegations, { from: people.chair.capacityId ?? '' })
    expect(from.map(({ capacity }) => capacity)).toContain(people.chair.capacityId)
    expect(to.every(({ agency, officer: id }) => agency.code.startsWith('Z99.001') && id !== people.chair.id)).toBe(true)
    expect(to.map((each) => each.officer)).toContain(people.officer.id)
    const made = await delegate(people.root)
    const { actor } = await sessionIn(made.id)
    await expect(delegate(actor, { capacity: actor.capacityId ?? '', officer: people.deputy.id })).rejects.toMatchObject(refused('delegation_not_on'))
    await endAll()
  })

  it('does not overlap another for the same, unless it takes its place; two at the same moment make one', async () => {
    const first = await delegate(people.chair)
    await expect(delegate(people.chair, { officer: people.deputy.id, from: addDays(today, 7), to: addDays(today, 9) })).rejects.toMatchObject(refused('delegation_overlaps'))
    await expect(delegate(people.chair, { officer: people.deputy.id, procedure: '1.004873' })).rejects.toMatchObject(refused('delegation_overlaps'))
    const next = await delegate(people.chair, { officer: people.deputy.id, from: addDays(today, 8), to: addDays(today, 9) })
    const instead = await delegate(people.chair, { officer: people.deputy.id, to: addDays(today, 20), replace: true })
    expect(instead.replaced).toBe(2)
    const view = await app.call(people.chair, identity.listDelegations, {})
    expect(view.delegations.filter(({ id }) => [first.id, next.id].includes(id)).map(({ state, reason: why }) => [state, why])).toEqual([['revoked', document], ['revoked', document]])
    await endAll()
    const both = await Promise.allSettled([delegate(people.chair), delegate(people.chair, { officer: people.deputy.id })])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    await endAll()
  })

  it('ends by itself, and with the capacity it comes from', async () => {
    const made = await delegate(people.chair)
    const { client } = await sessionIn(made.id)
    expect((await client.ask(dossiers.listQueues)).code).toBe('ok')
    await app.call(people.root, identity.endCapacity, { capacity: people.chair.capacityId ?? '', atOnce: true, reason })
    expect((await client.ask(dossiers.listQueues)).code).toBe('forbidden')
    expect((await app.call(people.officer, identity.listDelegations, {})).delegations.find(({ id }) => id === made.id)).toMatchObject({ state: 'past', direction: 'received', actions: [] })
    await app.drain()
    expect((await app.call(people.officer, identity.officerNotices, {})).notices[0]).toMatchObject({ template: 'identity.delegation_revoked', facts: { name: people.chair.name, reason } })
    await sql`update identity.capacity set ended_at = null, valid_to = ${addDays(today, 5)}::date where id = ${people.chair.capacityId}`.execute(app.db)
    expect((await app.call(people.officer, identity.listDelegations, {})).delegations.find(({ id }) => id === made.id)?.days.to).toBe(addDays(today, 5))
    await expect(delegate(people.chair, { to: addDays(today, 6), replace: true })).rejects.toMatchObject({ code: 'delegation_outlives', values: { to: addDays(today, 5) } })
    await sql`update identity.capacity set valid_to = null where id = ${people.chair.capacityId}`.execute(app.db)
    await sql`update identity.capacity set valid_from = ${addDays(today, -9)}::date, valid_to = ${addDays(today, -1)}::date where delegated_from is not null`.execute(app.db)
    expect((await client.ask(dossiers.listQueues)).code).toBe('forbidden')
    await endAll()
  })

  it('of one procedure signs that one alone', async () => {
    const id = await proposed()
    const narrow = await sessionIn((await delegate(people.chair, { procedure: '9.999999' })).id)
    expect((await narrow.client.ask(dossiers.approve, { id })).code).toBe('dossier_not_found')
    const fitting = await sessionIn((await delegate(people.chair, { procedure: '1.004873' })).id)
    expect((await fitting.client.ask(dossiers.approve, { id })).code).toBe('ok')
    await endAll()
  })
})
