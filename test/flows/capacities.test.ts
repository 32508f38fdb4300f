import { beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { roles } from '#kernel/app'
import { realNow } from '#kernel/clock'
import { uuidv7 } from '#kernel/ids'
import { addDays, localDate } from '#kernel/local-time'
import { inTransaction, only, sql } from '#platform/db'
import { allows, type Actor } from '#platform/http'
import * as dossiers from '#contract/dossiers'
import * as identity from '#contract/identity'
import { overdueReviews } from '#modules/identity'
import { duties, dutiesOf } from '../../src/modules/identity/administration-rules.ts'
import { reviewsFinding } from '../../src/apps/cli/doctor-reviews.ts'
import { submitted } from '../factories/drafts.ts'
import { citizen, officer } from '../factories/people.ts'
import { actNames } from '../../web/messages/acts.vi.ts'
import { everyRow, overHttp, type Http } from '../over-http.ts'
import { withApp, type TestApp } from '../with-app.ts'

let app: TestApp
let http: Http
let root: Actor & { id: string; agency: string }
let wardAdministrator: Actor & { id: string; agency: string }
const today = localDate(realNow())
const reason = 'Theo quyết định điều động'

const capacity = (change: Partial<z.input<typeof identity.GivenCapacity>> = {}) => ({ role: 'officer' as const, agency: 'Z99.001', title: { vi: 'Công chức Văn phòng', en: 'Office clerk' }, from: today, ...change })

/** Somebody as their session would be: what the server itself finds for a capacity. */
const acting = async (username: string, capacityId: string): Promise<Actor & { id: string; agency: string }> => {
  const { rows } = await sql<{ id: string; name: string; role: Actor['role']; agency: string }>`
    select o.id, o.name, c.role, c.agency from identity.capacity c join identity.officer o on o.id = c.officer where o.username = ${username} and c.id = ${capacityId}`.execute(app.db)
  return { ...only(rows), kind: 'officer', capacityId, level: 0 }
}

beforeAll(async () => {
  app = await withApp({ at: realNow().toISOString() })
  http = await overHttp(app)
  root = await officer(app, 'administrator')
  const deputy = await officer(app, 'deputy.002', 'leader')
  const { capacity: id } = await app.call(root, identity.giveCapacity, { id: deputy.id, capacity: capacity({ role: 'administrator', agency: 'Z99.001', title: { vi: 'Quản trị phường', en: 'Ward administrator' } }) })
  wardAdministrator = await acting('deputy.002', id)
})

describe('the administration of officers', () => {
  it('a new officer gets an account and a capacity, is found, and cannot sign in yet', async () => {
    const made = await app.call(wardAdministrator, identity.createOfficer, { username: 'Moi.001', name: 'Đặng  Thị Mới', capacity: capacity() })
    expect(made.username).toBe('moi.001')
    const { officers } = await app.call(wardAdministrator, identity.listOfficers, { q: 'dang moi' })
    expect(officers).toMatchObject([{ id: made.id, name: 'Đặng Thị Mới', state: 'never', duties: [{ role: 'officer', agency: { code: 'Z99.001' } }] }])
    const view = await app.call(wardAdministrator, identity.getOfficer, { id: made.id })
    expect(view).toMatchObject({ canSignIn: false, actions: ['giveCapacity', 'issuePaper', 'disable'], capacities: [{ state: 'holds', kind: 'operation', actions: ['end'] }] })
    await expect(app.call(wardAdministrator, identity.createOfficer, { username: 'moi.001', name: 'Người khác', capacity: capacity() })).rejects.toMatchObject({ code: 'username_taken' })
  })

  it('one sees and changes one’s own agency and those below it, and nothing else; the provincial one sees all', async () => {
    const elsewhere = await officer(app, 'officer.003')
    const before = await everyRow(app.db)
    await expect(app.call(wardAdministrator, identity.getOfficer, { id: elsewhere.id })).rejects.toMatchObject({ code: 'officer_not_found' })
    await expect(app.call(wardAdministrator, identity.giveCapacity, { id: elsewhere.id, capacity: capacity() })).rejects.toMatchObject({ code: 'officer_not_found' })
    await expect(app.call(wardAdministrator, identity.endCapacity, { capacity: elsewhere.capacityId ?? '', reason })).rejects.toMatchObject({ code: 'officer_not_found' })
    const here = await officer(app, 'officer.001')
    await expect(app.call(wardAdministrator, identity.giveCapacity, { id: here.id, capacity: capacity({ agency: 'Z99.002' }) })).rejects.toMatchObject({ code: 'agency_not_yours' })
    await expect(app.call(wardAdministrator, identity.createOfficer, { username: 'xa.ngoai', name: 'Người ngoài', capacity: capacity({ agency: 'Z99' }) })).rejects.toMatchObject({ code: 'agency_not_yours' })
    expect(await everyRow(app.db)).toEqual(before)
    const scope = await app.call(wardAdministrator, identity.administration, {})
    expect([scope.root.code, scope.agencies.map(({ code }) => code)]).toEqual(['Z99.001', ['Z99.001', 'Z99.001.01']])
    const whole = await app.call(root, identity.administration, {})
    expect([whole.root.code, whole.agencies.length]).toEqual(['Z99', 11])
    expect(Object.values(whole.states).reduce((sum, each) => sum + each, 0)).toBe((await app.call(root, identity.listOfficers, {})).officers.length)
  })

  it('nobody raises or ends their own rights, and the last administrator stays', async () => {
    await expect(app.call(root, identity.giveCapacity, { id: root.id, capacity: capacity({ role: 'leader' }) })).rejects.toMatchObject({ code: 'own_rights' })
    await expect(app.call(root, identity.endCapacity, { capacity: root.capacityId ?? '', reason })).rejects.toMatchObject({ code: 'own_rights' })
    await expect(app.call(root, identity.disableOfficer, { id: root.id, reason })).rejects.toMatchObject({ code: 'own_rights' })
    // two administrators of the province end each other at the same moment: one of them stays
    const other = await app.call(root, identity.createOfficer, { username: 'quantri2', name: 'Quản trị Hai', capacity: capacity({ role: 'administrator', agency: 'Z99', title: { vi: 'Quản trị tỉnh', en: 'Administrator' } }) })
    const second = await acting('quantri2', (await app.call(root, identity.getOfficer, { id: other.id })).capacities[0]?.id ?? '')
    const results = await Promise.allSettled([
      app.call(root, identity.endCapacity, { capacity: second.capacityId ?? '', atOnce: true, reason }), app.call(second, identity.endCapacity, { capacity: root.capacityId ?? '', atOnce: true, reason }),
    ])
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect((results.find(({ status }) => status === 'rejected') as PromiseRejectedResult).reason).toMatchObject({ code: 'last_administrator' })
    // whoever was first, the province goes on with both
    await sql`update identity.capacity set ended_at = null where role = 'administrator'`.execute(app.db)
    await app.call(root, identity.endCapacity, { capacity: second.capacityId ?? '', reason })
  })

  it('the past is not edited: a capacity ends today or later, once, and begins today or later', async () => {
    const { id } = await app.call(root, identity.createOfficer, { username: 'ngay.001', name: 'Người Có Ngày', capacity: capacity() })
    await expect(app.call(root, identity.giveCapacity, { id, capacity: capacity({ from: addDays(today, -1) }) })).rejects.toMatchObject({ code: 'day_is_past' })
    await expect(app.call(root, identity.giveCapacity, { id, capacity: capacity() })).rejects.toMatchObject({ code: 'capacity_exists' })
    const { capacity: limited } = await app.call(root, identity.giveCapacity, { id, capacity: capacity({ field: 'ho-tich' }) })
    await expect(app.call(root, identity.endCapacity, { capacity: limited, on: addDays(today, -1), reason })).rejects.toMatchObject({ code: 'day_is_past' })
    expect(await app.call(root, identity.endCapacity, { capacity: limited, on: addDays(today, 9), reason })).toMatchObject({ to: addDays(today, 9) })
    await expect(app.call(root, identity.endCapacity, { capacity: limited, on: addDays(today, 10), reason })).rejects.toMatchObject({ code: 'capacity_over' })
    await app.call(root, identity.endCapacity, { capacity: limited, atOnce: true, reason })
    await expect(app.call(root, identity.endCapacity, { capacity: limited, atOnce: true, reason })).rejects.toMatchObject({ code: 'capacity_over' })
    const [first] = (await app.call(root, identity.getOfficer, { id })).capacities.filter((each) => each.id === limited)
    expect(first).toMatchObject({ state: 'past', endReason: reason, actions: [] })
    const { events } = await app.call(root, identity.getOfficer, { id })
    expect(events.map(({ name, by }) => [name, by])).toEqual(['capacity_ended', 'capacity_ended', 'capacity_given', 'capacity_given', 'officer_created'].map((name) => [`identity.${name}`, root.name]))
  })

  it('a leader gets the lines of the decree, and none without a way to sign', async () => {
    const { id } = await officer(app, 'deputy.001', 'leader')
    const leader = capacity({ role: 'leader', title: { vi: 'Phó Chủ tịch', en: 'Deputy chair' } })
    await expect(app.call(root, identity.giveCapacity, { id, capacity: leader })).rejects.toMatchObject({ code: 'signing_unclear' })
    await expect(app.call(root, identity.giveCapacity, { id, capacity: { ...leader, signing: { mode: 'TM', head: 'Chủ tịch' } } })).rejects.toMatchObject({ code: 'signing_unclear' })
    const given = await app.call(root, identity.giveCapacity, { id, capacity: { ...leader, signing: { mode: 'KT', head: 'Chủ tịch', collective: 'Ủy ban nhân dân' } } })
    expect((await app.call(root, identity.getOfficer, { id })).capacities.find((each) => each.id === given.capacity)?.signsAs).toEqual(['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'])
    await app.call(root, identity.endCapacity, { capacity: given.capacity, atOnce: true, reason })
  })

  it('a closed account loses its session at once and has everything again when it is opened', async () => {
    const clerk = await officer(app, 'clerk.002', 'clerk')
    const client = await http.client(clerk)
    await app.call(root, identity.disableOfficer, { id: clerk.id, reason })
    expect((await client.ask(dossiers.listQueues)).code).toBe('unauthenticated')
    await expect(app.call(root, identity.disableOfficer, { id: clerk.id, reason })).rejects.toMatchObject({ code: 'account_unchanged' })
    expect((await app.call(root, identity.listOfficers, { state: 'disabled' })).officers.map(({ id }) => id)).toEqual([clerk.id])
    await app.call(root, identity.enableOfficer, { id: clerk.id })
    expect((await (await http.client(clerk)).ask(dossiers.listQueues)).code).toBe('ok')
    // somebody who serves elsewhere too is closed by whoever administers both
    const both = await officer(app, 'officer.002')
    await app.call(root, identity.giveCapacity, { id: both.id, capacity: capacity() })
    await expect(app.call(wardAdministrator, identity.disableOfficer, { id: both.id, reason })).rejects.toMatchObject({ code: 'officer_elsewhere' })
  })

  it('names who is locked and who is idle', async () => {
    const [idle, locked] = [await officer(app, 'leader.002'), await officer(app, 'clerk.001')]
    await sql`update identity.officer set seen_at = now() - interval '46 days' where id = ${idle.id}`.execute(app.db)
    const client = http.nobody
    for (let i = 0; i < 5; i++) await client.ask(identity.checkPassword, { username: 'clerk.001', password: 'wrong' }, { from: '198.18.9.9' })
    expect((await app.call(root, identity.listOfficers, { state: 'idle' })).officers.map(({ id }) => id)).toEqual([idle.id])
    expect((await app.call(root, identity.listOfficers, { state: 'locked' })).officers.map(({ id }) => id)).toEqual([locked.id])
    expect((await app.call(root, identity.getOfficer, { id: locked.id })).actions).toContain('unlock')
    await sql`delete from identity.attempt`.execute(app.db)
  })

  it('gives a long list in pages, each officer once', async () => {
    for (let i = 0; i < 60; i++) await sql`insert into identity.officer (id, username, name, name_folded, created_at) values (gen_random_uuid(), ${`loat.${i}`}, 'Loạt', 'loat', now())`.execute(app.db)
    await sql`insert into identity.capacity (id, officer, role, agency, title_vi, title_en, valid_from) select gen_random_uuid(), id, 'clerk', 'Z99.003.01', 'x', 'x', '2026-01-01' from identity.officer where username like 'loat.%'`.execute(app.db)
    const statements = async (input: z.input<typeof identity.listOfficers.input>): Promise<number> => {
      const before = app.statements.length
      await app.call(root, identity.listOfficers, input)
      return app.statements.length - before
    }
    expect(await statements({ agency: 'Z99.003.01' })).toBe(await statements({ q: 'le thanh uyen' }))
    const first = await app.call(root, identity.listOfficers, { agency: 'Z99.003.01', role: 'clerk' })
    const second = await app.call(root, identity.listOfficers, { agency: 'Z99.003.01', role: 'clerk', after: first.next ?? '' })
    expect([first.officers.length, second.officers.length, second.next]).toEqual([50, 10, null])
    expect(new Set([...first.officers, ...second.officers].map(({ id }) => id)).size).toBe(60)
    await expect(app.call(root, identity.listOfficers, { after: 'nonsense' })).rejects.toMatchObject({ code: 'invalid_input' })
    await sql`delete from identity.capacity where agency = 'Z99.003.01' and title_vi = 'x'`.execute(app.db)
  })
})

describe('the table of rights to print', () => {
  it('names in Vietnamese only acts that are served', () => {
    const served = new Set(app.application.routes.map(({ contract }) => contract.name))
    expect(Object.keys(actNames).filter((name) => !served.has(name))).toEqual([])
    expect(Object.keys(actNames).length).toBeGreaterThan(80)
  })
  it('offers at the desk exactly the pages whose routes the role may call', () => {
    const gate = { administer: identity.administration, delegate: identity.listDelegations, moveQueue: dossiers.queueMoves, notices: identity.officerNotices }
    for (const role of roles) {
      const open = duties.filter((duty) => app.application.routes.some((row) => row.contract.name === gate[duty].name && allows(row, role)))
      expect([role, dutiesOf(role)]).toEqual([role, open])
    }
  })
})

describe('a capacity that is limited', () => {
  it('to a procedure or a field sees and does only what lies in it: lists, counts, searches and acts', async () => {
    const an = await citizen(app, 'an')
    const clerk = await officer(app, 'clerk.001')
    const { id } = await submitted(app, an)
    await app.call(clerk, dossiers.accept, { id })
    const own = await officer(app, 'officer.001')
    const other = await app.call(root, identity.createOfficer, { username: 'hep.001', name: 'Người Việc Hẹp', capacity: capacity({ procedure: '9.999999' }) })
    const [narrow] = (await app.call(root, identity.getOfficer, { id: other.id })).capacities
    const client = await http.client(await acting('hep.001', narrow?.id ?? ''))
    const everything = await http.client(own)
    const seen = async (who: typeof client) => ({
      read: (await who.ask(dossiers.getDossier, { id })).code, take: (await who.ask(dossiers.take, { id }, { key: null })).code,
      list: ((await who.ask(dossiers.worklist, { queue: 'to_take' })).body['rows'] as unknown[]).length,
      count: ((await who.ask(dossiers.listQueues)).body['queues'] as { name: string; count: number }[]).find(({ name }) => name === 'to_take')?.count,
      found: ((await who.ask(dossiers.find, { q: 'nguyen' })).body['rows'] as unknown[]).length, procedures: ((await who.ask(dossiers.worklist, { queue: 'to_take' })).body['procedures'] as unknown[]).length,
    })
    const all = await seen(everything)
    expect(all).toMatchObject({ read: 'ok', list: 1, count: 1, found: 1, procedures: 1 })
    expect(await seen(client)).toEqual({ read: 'dossier_not_found', take: 'idempotency_key_required', list: 0, count: 0, found: 0, procedures: 0 })
    expect((await client.ask(dossiers.take, { id })).code).toBe('dossier_not_found')
    const field = only((await sql<{ field: string }>`select body -> 'field' ->> 'code' as field from procedures.version where procedure = '1.004873' limit 1`.execute(app.db)).rows).field
    for (const [limit, whole] of [[{ field }, true], [{ field: 'khong-co' }, false], [{ procedure: '1.004873' }, true]] as const) {
      const { capacity: given } = await app.call(root, identity.giveCapacity, { id: other.id, capacity: capacity(limit) })
      const got = await seen(await http.client(await acting('hep.001', given)))
      expect([limit, got.read, got.list, got.count, got.found]).toEqual([limit, whole ? 'ok' : 'dossier_not_found', whole ? 1 : 0, whole ? 1 : 0, whole ? 1 : 0])
      await app.call(root, identity.endCapacity, { capacity: given, atOnce: true, reason })
    }
    // and nobody is given what they do not reach
    const leader = await officer(app, 'leader.001')
    await expect(app.call(leader, dossiers.assign, { id, officer: other.id })).rejects.toMatchObject({ code: 'officer_not_here' })
    expect((await app.call(leader, dossiers.getDossier, { id })).colleagues.map((each) => each.id)).not.toContain(other.id)
  })

  it('at the counter takes in nothing else', async () => {
    const { id } = await app.call(root, identity.createOfficer, { username: 'quay.001', name: 'Người Quầy Hẹp', capacity: capacity({ role: 'clerk', agency: 'Z99.001.01', procedure: '9.999999' }) })
    const [narrow] = (await app.call(root, identity.getOfficer, { id })).capacities
    const client = await http.client(await acting('quay.001', narrow?.id ?? ''))
    const applicant = { name: 'Nguyễn Thị An', born: null, gender: null, nationality: null, ethnicity: null, phone: null, email: null, address: null, area: null, number: null }
    expect((await client.ask(dossiers.intake, { procedure: '1.004873', procedureCase: 'single', applicant, answers: {}, papers: [] })).code).toBe('forbidden')
  })
})

describe('the review of rights', () => {
  it('names what nobody has looked at for six months, and is quiet when somebody has', async () => {
    const overdue = await overdueReviews(app.db)
    expect(overdue.map(({ agency }) => agency)).toContain('Z99.002')
    expect(await reviewsFinding(app.url)).toMatchObject({ state: 'look', says: expect.stringContaining('Z99.002') as string })
    expect(await reviewsFinding(undefined)).toMatchObject({ state: 'good' })
    const { id } = await app.call(root, identity.openReview, { agency: 'Z99.002' })
    await expect(app.call(root, identity.openReview, { agency: 'Z99.002' })).rejects.toMatchObject({ code: 'review_open' })
    const review = await app.call(root, identity.getReview, { review: id })
    expect(review.rows.every(({ agency }) => agency.code.startsWith('Z99.002'))).toBe(true)
    expect(review.rows.find(({ username }) => username === 'officer.002')?.flags).toEqual(['never_used'])
    await expect(app.call(root, identity.finishReview, { review: id })).rejects.toMatchObject({ code: 'review_undecided', values: { left: review.lines } })
    const [gone, ...kept] = review.rows
    await expect(app.call(root, identity.decideReview, { review: id, capacities: [gone?.capacity ?? ''], decision: 'end' })).rejects.toMatchObject({ code: 'invalid_input' })
    await app.call(root, identity.decideReview, { review: id, capacities: [gone?.capacity ?? ''], decision: 'end', reason })
    await app.call(root, identity.decideReview, { review: id, capacities: kept.map((row) => row.capacity), decision: 'keep' })
    await app.call(root, identity.finishReview, { review: id })
    await expect(app.call(root, identity.decideReview, { review: id, capacities: kept.map((row) => row.capacity), decision: 'keep' })).rejects.toMatchObject({ code: 'review_finished' })
    expect((await overdueReviews(app.db)).map(({ agency }) => agency)).not.toContain('Z99.002')
    expect((await app.call(root, identity.getOfficer, { id: gone?.officer ?? '' })).capacities.find((each) => each.id === gone?.capacity)).toMatchObject({ state: 'past', endReason: reason })
    expect((await app.call(root, identity.listReviews, {})).reviews[0]).toMatchObject({ lines: review.lines, kept: kept.length, ended: 1, actions: [] })
  })

  it('of another’s agency is none of an administrator’s business, and one’s own right is not kept or ended by oneself', async () => {
    await expect(app.call(wardAdministrator, identity.openReview, { agency: 'Z99.003' })).rejects.toMatchObject({ code: 'agency_not_yours' })
    const { id } = await app.call(root, identity.openReview, { agency: 'Z99.003' })
    await expect(app.call(wardAdministrator, identity.getReview, { review: id })).rejects.toMatchObject({ code: 'review_not_found' })
    const { id: mine } = await app.call(wardAdministrator, identity.openReview, { agency: 'Z99.001' })
    await expect(app.call(wardAdministrator, identity.decideReview, { review: mine, capacities: [wardAdministrator.capacityId ?? ''], decision: 'end', reason })).rejects.toMatchObject({ code: 'own_rights' })
    expect((await app.call(wardAdministrator, identity.getReview, { review: mine })).ended).toBe(0)
  })

  it('is asked for once a day, of each administrator about their own', async () => {
    const ask = () => inTransaction(app.db, (tx) => app.application.tools.jobs.ask(tx, 'identity.reviews-due', {}, uuidv7()))
    await ask()
    await ask()
    await app.drain()
    const { notices } = await app.call(root, identity.officerNotices, {})
    expect(notices.filter(({ template }) => template === 'identity.review_due')).toMatchObject([{ facts: { agencies: (await overdueReviews(app.db)).length } }])
    expect((await app.call(await officer(app, 'leader.001'), identity.officerNotices, {})).notices).toEqual([])
  })
})
