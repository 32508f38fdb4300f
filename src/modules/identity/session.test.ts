import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { openTown, type Town, type Visitor } from '../../apps/vneid/town.ts'
import { withApp, type TestApp } from '../../../test/with-app.ts'
import { roles, type Role } from '#kernel/app'
import { sql } from '#platform/db'
import { allows } from '#platform/http'
import { act, actAs, demonstrationPeople, lock, session, signOut, unlock, unlockOfficer } from './contract.ts'
import { routes } from './http.ts'
import { capacityTitle, getCapacity, nameOfOfficers, officersOf, signatureOf } from './index.ts'

let app: TestApp
let town: Town
const right = 'Trinh-dien-2026'

beforeAll(async () => {
  app = await withApp({ at: '2026-11-25T02:00:00Z' })
  town = await openTown(app.application)
})
afterAll(() => town.close())
beforeEach(async () => {
  await sql`delete from identity.attempt`.execute(app.db)
  await sql`update identity.officer set disabled_at = null`.execute(app.db)
  await sql`update identity.capacity set valid_from = '2025-07-01', valid_to = null`.execute(app.db)
})

const person = (username: string) => sql<{ id: string }>`select id from identity.officer where username = ${username}`.execute(app.db).then(({ rows }) => rows[0]?.id ?? '')

async function capacities(username: string): Promise<{ id: string; role: Role; agency: string }[]> {
  return (await sql<{ id: string; role: Role; agency: string }>`
    select c.id, c.role, c.agency from identity.capacity c join identity.officer o on o.id = c.officer where o.username = ${username} order by c.id`.execute(app.db)).rows
}

/** At the desk as this officer, in the first of the capacities or the one with this role. */
async function at(username: string, role?: Role): Promise<Visitor> {
  const visitor = town.visitor()
  const chosen = (await capacities(username)).find((each) => role === undefined || each.role === role)
  await visitor.call(actAs, { capacity: chosen?.id ?? '' })
  return visitor
}

/** So many minutes later, for everything that reads real time. */
const idleFor = (minutes: number) => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + minutes * 60_000 })
afterEach(() => void vi.useRealTimers())
const who = async (visitor: Visitor) => (await visitor.call(session, {})).body

describe('a desk that is left', () => {
  test('is locked by hand, shows whose it is and nothing else, and opens with the password', async () => {
    const visitor = await at('clerk.002')
    expect((await visitor.call(lock, {})).status).toBe(200)
    const locked = await who(visitor)
    expect(locked).toMatchObject({ kind: 'officer', locked: true, agency: null, title: null, capacities: [] })
    expect(locked.name).not.toBe('')
    const [, other] = await capacities('clerk.002')
    expect((await visitor.call(act, { capacity: other?.id ?? '' })).code).toBe('session_locked')
    expect((await visitor.call(unlock, { password: right })).status).toBe(200)
    expect(await who(visitor)).toMatchObject({ locked: false, role: 'clerk', agency: 'Z99.002.01' })
  })

  test('locks itself after fifteen minutes, not before', async () => {
    const visitor = await at('clerk.001')
    idleFor(14)
    expect((await who(visitor)).locked).toBe(false)
    idleFor(16)
    expect((await who(visitor)).locked).toBe(true)
    expect((await visitor.call(lock, {})).code).toBe('session_locked')
    expect((await visitor.call(unlock, { password: right })).status).toBe(200)
    expect((await who(visitor)).locked).toBe(false)
  })

  test('stays locked with a wrong password, and after five the session is gone and the name locked', async () => {
    const visitor = await at('clerk.001')
    await visitor.call(lock, {})
    for (let left = 4; left > 0; left--) expect(await visitor.call(unlock, { password: 'wrong' })).toMatchObject({ code: 'wrong_credentials', values: { left } })
    expect((await who(visitor)).locked).toBe(true)
    expect((await visitor.call(unlock, { password: 'wrong' })).code).toBe('sign_in_locked')
    expect((await who(visitor)).kind).toBe('nobody')
    expect((await visitor.call(unlock, { password: right })).code).toBe('unauthenticated')
  })

  test('can be left for good while it is locked', async () => {
    const visitor = await at('clerk.001')
    await visitor.call(lock, {})
    expect((await visitor.call(signOut, {})).status).toBe(200)
    expect((await who(visitor)).kind).toBe('nobody')
  })

  test('keeps its failures when it opens: only a whole sign-in forgets them', async () => {
    const visitor = await at('clerk.001')
    await visitor.call(lock, {})
    await visitor.call(unlock, { password: 'wrong' })
    await visitor.call(unlock, { password: right })
    await visitor.call(lock, {})
    expect((await visitor.call(unlock, { password: 'wrong' })).values).toEqual({ left: 3 })
  })
})

describe('one capacity at a time', () => {
  test('a person with two takes up the other, and the session says so', async () => {
    const visitor = await at('clerk.002', 'clerk')
    const office = (await capacities('clerk.002')).find(({ role }) => role === 'officer')
    expect((await visitor.call(act, { capacity: office?.id ?? '' })).body).toEqual({ role: 'officer', agency: 'Z99.002' })
    expect(await who(visitor)).toMatchObject({ role: 'officer', agency: 'Z99.002', title: { en: 'Civil status officer' } })
  })

  test('nobody takes up one of somebody else, one that has ended, or one that there is not', async () => {
    const visitor = await at('clerk.002', 'clerk')
    const [foreign] = await capacities('leader.001')
    expect((await visitor.call(act, { capacity: foreign?.id ?? '' })).code).toBe('capacity_not_found')
    expect((await visitor.call(act, { capacity: '01900000-0000-7000-8000-000000000000' })).code).toBe('capacity_not_found')
    const office = (await capacities('clerk.002')).find(({ role }) => role === 'officer')
    await sql`update identity.capacity set valid_to = '2026-01-01' where id = ${office?.id ?? ''}`.execute(app.db)
    expect((await visitor.call(act, { capacity: office?.id ?? '' })).code).toBe('capacity_not_found')
    expect(await who(visitor)).toMatchObject({ role: 'clerk' })
  })

  const changes = [['has ended', `valid_to = '2025-12-31'`], ['has yet to begin', `valid_from = '2999-01-01'`]]

  test.each(changes)('a capacity that %s gives no rights from that moment, in a session under way', async (_what, change) => {
    const visitor = await at('administrator')
    await sql.raw(`update identity.capacity set ${change} where role = 'administrator'`).execute(app.db)
    expect(await who(visitor)).toMatchObject({ kind: 'officer', role: 'nobody', agency: null, capacities: [] })
    expect((await visitor.call(unlockOfficer, { username: 'clerk.001' })).code).toBe('forbidden')
    expect((await visitor.call(signOut, {})).status).toBe(200)
  })

  test('a session of a disabled account is nobody’s, at once', async () => {
    const visitor = await at('administrator')
    await sql`update identity.officer set disabled_at = now() where username = 'administrator'`.execute(app.db)
    expect((await who(visitor)).kind).toBe('nobody')
    expect((await visitor.call(unlockOfficer, { username: 'clerk.001' })).code).toBe('unauthenticated')
  })

  test('moving the business clock signs nobody in or out', async () => {
    const visitor = await at('leader.001')
    app.clock.moveTo(new Date('2040-01-01T02:00:00Z'))
    expect(await who(visitor)).toMatchObject({ role: 'leader', locked: false })
    app.clock.moveTo(new Date('2026-11-25T02:00:00Z'))
  })
})

describe('the door', () => {
  const inTx = <T>(work: Parameters<ReturnType<TestApp['db']['transaction']>['execute']>[0]) => app.db.transaction().execute(work) as Promise<T>
  const now = new Date('2026-11-25T02:00:00Z')

  test('names the people of an office for a role, those who are there on the day', async () => {
    const office = () => inTx<{ id: string; name: string }[]>((tx) => officersOf(tx, { agency: 'Z99.002', role: 'officer', at: now }))
    const [clerk, officer] = [await person('clerk.002'), await person('officer.002')]
    expect((await office()).map(({ id }) => id)).toEqual([clerk, officer])
    await sql`update identity.capacity set valid_to = '2026-11-24' where officer = ${clerk} and role = 'officer'`.execute(app.db)
    await sql`update identity.capacity set valid_to = '2026-11-25' where officer = ${officer}`.execute(app.db)
    expect((await office()).map(({ id }) => id)).toEqual([officer])
    await sql`update identity.officer set disabled_at = now() where id = ${officer}`.execute(app.db)
    expect(await office()).toEqual([])
  })

  test('gives the lines above a signature: the chair’s own, the deputy’s on behalf', async () => {
    const [chair] = await capacities('leader.001')
    const [deputy] = await capacities('deputy.001')
    const [clerk] = await capacities('clerk.001')
    expect(await inTx((tx) => signatureOf(tx, chair?.id ?? ''))).toMatchObject({ lines: ['CHỦ TỊCH'] })
    expect(await inTx((tx) => signatureOf(tx, deputy?.id ?? ''))).toMatchObject({ lines: ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'] })
    await expect(inTx((tx) => signatureOf(tx, clerk?.id ?? ''))).rejects.toThrow('signs nothing')
    await expect(inTx((tx) => signatureOf(tx, ''))).rejects.toThrow('signs nothing')
  })

  test('tells titles and names of people who have left, too', async () => {
    const [chair] = await capacities('leader.001')
    await sql`update identity.capacity set valid_to = '2025-12-31' where id = ${chair?.id ?? ''}`.execute(app.db)
    expect(await inTx((tx) => capacityTitle(tx, chair?.id ?? ''))).toEqual({ vi: 'Chủ tịch UBND phường', en: 'Chair of the ward People’s Committee' })
    expect(await inTx((tx) => getCapacity(tx, chair?.id ?? ''))).toMatchObject({ role: 'leader', agency: 'Z99.001', field: null, procedure: null })
    const id = await person('leader.001')
    const names = await inTx<Map<string, string>>((tx) => nameOfOfficers(tx, [id, id, '01900000-0000-7000-8000-000000000000']))
    expect([...names.keys()]).toEqual([id])
    expect(await inTx((tx) => capacityTitle(tx, '01900000-0000-7000-8000-000000000000'))).toBeNull()
  })
})

describe('the rights', () => {
  const table: [string, Role[] | 'anyone'][] = [
    ['identity.beginSignIn', 'anyone'], ['identity.completeSignIn', 'anyone'], ['identity.checkPassword', 'anyone'], ['identity.checkCode', 'anyone'],
    ['identity.session', 'anyone'], ['identity.signOut', 'anyone'],
    ['identity.lock', ['clerk', 'officer', 'leader', 'centre', 'administrator']], ['identity.unlock', ['clerk', 'officer', 'leader', 'centre', 'administrator']],
    ['identity.act', ['clerk', 'officer', 'leader', 'centre', 'administrator']], ['identity.unlockOfficer', ['administrator']],
    ...['askPasskey', 'checkPasskey', 'checkRecoveryCode', 'renewPassword', 'checkPaper', 'enrolment', 'choosePassword', 'enrol'].map((name): [string, 'anyone'] => [`identity.${name}`, 'anyone']),
    ...['unlockWithPasskey', 'account', 'changePassword', 'beginAuthenticator', 'newAuthenticator', 'changeAuthenticator', 'renewRecoveryCodes', 'beginNewPasskey', 'addPasskey', 'removePasskey', 'endSession', 'endOtherSessions']
      .map((name): [string, Role[]] => [`identity.${name}`, ['clerk', 'officer', 'leader', 'centre', 'administrator']]),
    ['identity.issuePaper', ['administrator']],
    ...['administration', 'officers', 'officer', 'createOfficer', 'giveCapacity', 'endCapacity', 'disableOfficer', 'enableOfficer'].map((name): [string, Role[]] => [`identity.${name}`, ['administrator']]),
    ['identity.delegations', ['clerk', 'officer', 'leader', 'centre', 'administrator']], ['identity.delegate', ['leader', 'administrator']], ['identity.revokeDelegation', ['leader', 'administrator']],
    ...['reviews', 'openReview', 'review', 'decideReview', 'finishReview'].map((name): [string, Role[]] => [`identity.${name}`, ['administrator']]),
    ['identity.officerNotices', ['clerk', 'officer', 'leader', 'centre', 'administrator']],
    ...['services', 'service', 'createService', 'rotateService', 'revokeService', 'unlockService'].map((name): [string, Role[]] => [`identity.${name}`, ['administrator']]),
    ['identity.demonstrationCodes', 'anyone'], ['identity.demonstrationPeople', 'anyone'], ['identity.actAs', 'anyone'],
    ['identity.whoReadMine', ['citizen']], ['identity.askAboutReading', ['citizen']],
    ...['readings', 'dataRequests', 'answerDataRequest'].map((name): [string, Role[]] => [`identity.${name}`, ['administrator']]),
    ['identity.breakGlass', 'anyone'], ['identity.breakGlassUses', ['administrator']], ['identity.reviewBreakGlass', ['administrator']],
  ]

  test('are these, for every route and every role; no service comes near an account', () => {
    const is = routes.flatMap((row) => roles.map((role) => [row.contract.name, role, allows(row, role)]))
    const should = table.flatMap(([name, allowed]) => roles.map((role) => [name, role, role !== 'service' && (allowed === 'anyone' || allowed.includes(role))]))
    expect(is).toEqual(should)
  })

  test('of the demonstration are there in a demonstration only', () => {
    expect(routes.filter(({ demonstration }) => demonstration).map(({ contract }) => contract.name)).toEqual(['identity.demonstrationCodes', 'identity.demonstrationPeople', 'identity.actAs'])
  })

  test('need the token of the session: without it nothing changes', async () => {
    const visitor = await at('clerk.001')
    const posted = await visitor.once('/api/session/end', { method: 'POST', body: '{}', headers: { 'content-type': 'application/json', origin: town.url } })
    expect([posted.status, (JSON.parse(posted.text) as { code: string }).code]).toEqual([403, 'csrf'])
    expect((await who(visitor)).kind).toBe('officer')
    expect((await visitor.call(demonstrationPeople, {})).status).toBe(200)
  })
})
