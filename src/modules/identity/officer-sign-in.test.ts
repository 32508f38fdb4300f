import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../apps/vneid/town.ts'
import { withApp, type TestApp } from '../../../test/with-app.ts'
import { realNow } from '#kernel/clock'
import { sql } from '#platform/db'
import { checkCode, checkPassword, session, unlockOfficer } from './contract.ts'
import { readOfficers, type OfficerFacts } from './demonstration.ts'
import { codeAt } from './totp.ts'

let app: TestApp
let town: Town
let officers: Map<string, OfficerFacts>
const right = 'Trinh-dien-2026'

beforeAll(async () => {
  app = await withApp({ at: '2026-11-25T02:00:00Z' })
  town = await openTown(app.application)
  officers = new Map(readOfficers(app.application.tools.province.folder).map((officer) => [officer.username, officer]))
})
afterAll(() => town.close())

// each story begins with all tries left and no code used
beforeEach(async () => {
  await sql`delete from identity.attempt`.execute(app.db)
  await sql`update identity.officer set totp_step = null, disabled_at = null`.execute(app.db)
})

const password = (visitor: Visitor, username: string, typed = right) => visitor.call(checkPassword, { username, password: typed })
const codeOf = (username: string, shift = 0) => codeAt(officers.get(username)?.totpSecret ?? '', new Date(realNow().getTime() + shift * 30_000))

async function signIn(username: string): Promise<Visitor> {
  const visitor = town.visitor()
  await password(visitor, username)
  await visitor.call(checkCode, { code: codeOf(username) })
  return visitor
}

/** A code that is not among those of now. */
function wrongCode(username: string): string {
  const good = [-1, 0, 1].map((shift) => codeOf(username, shift))
  return ['000000', '111111', '222222', '333333'].find((code) => !good.includes(code)) ?? ''
}

describe('an officer', () => {
  test('signs in with a password and a code, and acts in the first capacity', async () => {
    const visitor = town.visitor()
    expect(await password(visitor, 'clerk.002')).toMatchObject({ status: 200, body: { next: 'code' } })
    expect((await visitor.call(session, {})).body.kind).toBe('nobody')
    const name = officers.get('clerk.002')?.name
    expect(await visitor.call(checkCode, { code: codeOf('clerk.002') })).toMatchObject({ status: 200, body: { name, role: 'clerk' } })
    const { body } = await visitor.call(session, {})
    expect(body).toMatchObject({ kind: 'officer', name, role: 'clerk', agency: 'Z99.002.01', title: { vi: 'Công chức tiếp nhận và trả kết quả' }, level: 0 })
    expect(body.capacities.map(({ role, agency, current }) => [role, agency, current])).toEqual([['clerk', 'Z99.002.01', true], ['officer', 'Z99.002', false]])
  })

  test('may write the name in capitals and the code in two groups', async () => {
    const visitor = town.visitor()
    await password(visitor, ' Leader.001 ')
    const code = codeOf('leader.001')
    expect((await visitor.call(checkCode, { code: `${code.slice(0, 3)} ${code.slice(3)}` })).body.role).toBe('leader')
  })

  test.each([[-1], [0], [1]])('may be %i steps from our time', async (shift) => {
    const visitor = town.visitor()
    await password(visitor, 'officer.001')
    expect((await visitor.call(checkCode, { code: codeOf('officer.001', shift) })).status).toBe(200)
  })

  test('mistypes, and goes on: the failures are forgotten by a whole sign-in', async () => {
    const visitor = town.visitor()
    expect((await password(visitor, 'officer.001', 'wrong')).values).toEqual({ left: 4 })
    expect((await password(visitor, 'officer.001', 'wrong')).values).toEqual({ left: 3 })
    await password(visitor, 'officer.001')
    expect((await visitor.call(checkCode, { code: wrongCode('officer.001') }))).toMatchObject({ code: 'wrong_code', values: { left: 2 } })
    expect((await visitor.call(checkCode, { code: codeOf('officer.001') })).status).toBe(200)
    expect((await password(town.visitor(), 'officer.001', 'wrong')).values).toEqual({ left: 4 })
  })
})

describe('a code', () => {
  test('is taken once, also by two browsers at the same moment', async () => {
    const [one, two] = [town.visitor(), town.visitor()]
    await password(one, 'leader.002')
    await password(two, 'leader.002')
    const code = codeOf('leader.002')
    const answers = await Promise.all([one.call(checkCode, { code }), two.call(checkCode, { code })])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 401])
    const three = town.visitor()
    await password(three, 'leader.002')
    expect((await three.call(checkCode, { code })).code).toBe('wrong_code')
    expect((await three.call(checkCode, { code: codeOf('leader.002', -1) })).code).toBe('wrong_code')
  })

  test('is nothing without the password of the same browser', async () => {
    const [owner, other] = [town.visitor(), town.visitor()]
    await password(owner, 'centre')
    expect((await other.call(checkCode, { code: codeOf('centre') })).code).toBe('sign_in_expired')
    expect((await other.call(session, {})).body.kind).toBe('nobody')
  })

  test('must follow the password soon, and only once', async () => {
    const visitor = town.visitor()
    await password(visitor, 'centre')
    await sql`update identity.pending set expires_at = now() - interval '1 second'`.execute(app.db)
    expect((await visitor.call(checkCode, { code: codeOf('centre') })).code).toBe('sign_in_expired')
    await password(visitor, 'centre')
    await visitor.call(checkCode, { code: codeOf('centre') })
    expect((await visitor.call(checkCode, { code: codeOf('centre', 1) })).code).toBe('sign_in_expired')
  })

  test.each(['12345', '1234567', 'abcdef', ''])('that is %j is no code', async (code) => {
    expect((await town.visitor().call(checkCode, { code })).code).toBe('invalid_input')
  })
})

describe('too many failures', () => {
  const fail = (username: string) => password(town.visitor(), username, 'wrong')

  test('lock the name: the right password opens nothing, and tells nothing', async () => {
    for (let left = 4; left > 0; left--) expect(await fail('officer.002')).toMatchObject({ code: 'wrong_credentials', values: { left } })
    const locked = await fail('officer.002')
    expect(locked).toMatchObject({ status: 429, code: 'sign_in_locked' })
    const hours = (new Date(String(locked.values['until'])).getTime() - realNow().getTime()) / 3_600_000
    expect(Math.round(hours * 100) / 100).toBe(12)
    expect(await password(town.visitor(), 'officer.002')).toMatchObject({ code: 'sign_in_locked', values: locked.values })
  })

  test('count right when they come at once: of ten, five are tried', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => fail('officer.002')))
    const count = (code: string) => answers.filter((answer) => answer.code === code).length
    expect([count('wrong_credentials'), count('sign_in_locked')]).toEqual([4, 6])
    expect((await sql`select failed from identity.attempt`.execute(app.db)).rows).toEqual([{ failed: 5 }])
  })

  test('with the code count like those with the password, and lock both', async () => {
    const visitor = town.visitor()
    await password(visitor, 'officer.002')
    await fail('officer.002')
    await fail('officer.002')
    for (let left = 2; left > 0; left--) expect((await visitor.call(checkCode, { code: wrongCode('officer.002') })).values).toEqual({ left })
    expect((await visitor.call(checkCode, { code: wrongCode('officer.002') })).code).toBe('sign_in_locked')
    expect((await visitor.call(checkCode, { code: codeOf('officer.002') })).code).toBe('sign_in_locked')
    expect((await password(town.visitor(), 'officer.002')).code).toBe('sign_in_locked')
  })

  test('are forgotten after twelve hours', async () => {
    for (let count = 0; count < 5; count++) await fail('officer.002')
    await sql`update identity.attempt set failed_at = failed_at - interval '12 hours'`.execute(app.db)
    expect((await fail('officer.002')).values).toEqual({ left: 4 })
    expect((await password(town.visitor(), 'officer.002')).status).toBe(200)
  })

  test('lock one name and no other', async () => {
    for (let count = 0; count < 5; count++) await fail('officer.002')
    expect((await password(town.visitor(), 'officer.001')).status).toBe(200)
  })

  test('are undone by an administrator, and by nobody else; both are on record', async () => {
    app.statements.length = 0
    for (let count = 0; count < 5; count++) await fail('officer.002')
    const leader = await signIn('leader.001')
    expect((await leader.call(unlockOfficer, { username: 'officer.002' })).code).toBe('forbidden')
    const administrator = await signIn('administrator')
    expect((await administrator.call(unlockOfficer, { username: 'nobody.there' })).code).toBe('officer_not_found')
    expect((await administrator.call(unlockOfficer, { username: 'Officer.002' })).body).toEqual({ name: officers.get('officer.002')?.name, wasLocked: true })
    expect((await administrator.call(unlockOfficer, { username: 'officer.002' })).body.wasLocked).toBe(false)
    expect((await password(town.visitor(), 'officer.002')).status).toBe(200)
    const { rows } = await sql<{ id: string }>`select id from identity.officer where username = 'officer.002'`.execute(app.db)
    const published = app.statements.filter(({ parameters }) => String(parameters[0]).startsWith('identity.account_') && parameters[1] === rows[0]?.id).map(({ parameters }) => parameters[0])
    expect(published).toEqual(['identity.account_locked', 'identity.account_unlocked'])
  })
})

describe('a stranger learns nothing about names', () => {
  /** Everything the server says and does about five tries and one more. */
  async function story(username: string) {
    app.statements.length = 0
    const answers = []
    const works: number[] = []
    for (let count = 0; count < 6; count++) {
      const before = process.cpuUsage()
      answers.push(await password(town.visitor(), username, 'a guess'))
      const { user, system } = process.cpuUsage(before)
      works.push(user + system)
    }
    return {
      // the least of five: what else the process does meanwhile (it collects garbage) only ever adds; the sixth is refused by the lock
      work: Math.min(...works.slice(0, 5)),
      answers: answers.map(({ status, code, values }) => [status, code, Object.keys(values)]),
      statements: app.statements.filter(({ sender }) => sender === 'identity').map(({ text }) => text),
    }
  }

  test.each(['nobody.there', 'officer.003', 'clerk.001'])('a name without an account, one without a password and a disabled one answer like any other: %s', async (username) => {
    const known = await story('officer.001')
    await sql`update identity.officer set disabled_at = now() where username = 'clerk.001'`.execute(app.db)
    const other = await story(username)
    expect(other.answers).toEqual(known.answers)
    expect(other.statements).toEqual(known.statements)
    // the processor's work, not the clock's time: without a verification it is less than a third
    expect(other.work / known.work).toBeGreaterThan(0.6)
  })

  test('a disabled account is refused with its own password', async () => {
    await sql`update identity.officer set disabled_at = now() where username = 'clerk.001'`.execute(app.db)
    expect((await password(town.visitor(), 'clerk.001')).code).toBe('wrong_credentials')
  })

  test('an account that is disabled between the two steps is refused at the second', async () => {
    const visitor = town.visitor()
    await password(visitor, 'clerk.001')
    await sql`update identity.officer set disabled_at = now() where username = 'clerk.001'`.execute(app.db)
    expect((await visitor.call(checkCode, { code: codeOf('clerk.001') })).code).toBe('sign_in_expired')
  })

  test('nobody fills the database with names: they are digests of one length, and old ones go', async () => {
    await password(town.visitor(), 'a'.repeat(60), 'wrong')
    const { rows } = await sql<{ length: number }>`select length(name_index) as length from identity.attempt`.execute(app.db)
    expect(rows).toEqual([{ length: 32 }])
    expect((await password(town.visitor(), 'a'.repeat(61), 'wrong')).code).toBe('invalid_input')
  })
})

test('one address has sixty tries in a minute, whatever the names; another address has its own', async () => {
  const visitor = town.visitor()
  const answers = await Promise.all(Array.from({ length: 61 }, (_, count) => password(visitor, `nobody.${count}`, 'a guess')))
  expect(answers.filter(({ code }) => code === 'wrong_credentials')).toHaveLength(60)
  expect(answers.find(({ code }) => code === 'rate_limited')?.values).toHaveProperty('seconds')
  expect((await password(town.visitor(), 'nobody.there', 'a guess')).code).toBe('wrong_credentials')
})

test('a person without a role today cannot sign in, and no try and no code is used up', async () => {
  await sql`update identity.capacity set valid_to = '2025-12-31' where officer = (select id from identity.officer where username = 'deputy.001')`.execute(app.db)
  const visitor = town.visitor()
  await password(visitor, 'deputy.001')
  expect((await visitor.call(checkCode, { code: codeOf('deputy.001') })).code).toBe('no_capacity')
  await sql`update identity.capacity set valid_to = null where officer = (select id from identity.officer where username = 'deputy.001')`.execute(app.db)
  expect((await visitor.call(checkCode, { code: codeOf('deputy.001') })).body.role).toBe('leader')
})
