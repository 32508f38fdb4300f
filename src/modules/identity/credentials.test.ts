import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../apps/vneid/town.ts'
import { accountWithPaper, overtaken, type Account } from '../../../test/factories/accounts.ts'
import { officer } from '../../../test/factories/people.ts'
import { withApp, type TestApp } from '../../../test/with-app.ts'
import { realNow } from '#kernel/clock'
import { localDate } from '#kernel/local-time'
import { sql, type Tx } from '#platform/db'
import { listEvents } from '#platform/machine'
import type { Actor } from '#platform/http'
import {
  account, beginAuthenticator, changeAuthenticator, changePassword, checkCode, checkPaper, checkPassword, checkRecoveryCode, choosePassword, createOfficer, disableOfficer, endOtherSessions, endSession, enrol, enrolment,
  getOfficer, issuePaper, newAuthenticator, officerNotices, renewPassword, renewRecoveryCodes, session, unlockOfficer,
} from './contract.ts'
import { issuePaper as issuePaperIn } from './credentials.ts'
import { codeAt } from './totp.ts'

type Person = Account & { password: string; secret: string; recoveryCodes: string[]; visitor: Visitor }

let app: TestApp
let town: Town
let root: Actor & { id: string }
let count = 0
const first = 'sông Đồng Nai 47'
const second = 'núi Châu Thới 82'
const both = (password: string) => ({ newPassword: password, passwordAgain: password })

beforeAll(async () => {
  app = await withApp({ at: '2026-11-25T02:00:00Z' })
  town = await openTown(app.application)
  root = await officer(app, 'administrator')
})
afterAll(() => town.close())
beforeEach(async () => {
  await sql`delete from identity.attempt`.execute(app.db)
  await sql`update identity.officer set totp_step = null`.execute(app.db)
})

const made = (role = 'officer', agency = 'Z99.001') => accountWithPaper(app, root, `moi.${++count}`, { role, agency })
const codeNow = (secret: string, shift = 0) => codeAt(secret, new Date(realNow().getTime() + shift * 30_000))
const secretOf = (key: string) => key.replaceAll(' ', '')
const forgetSteps = () => sql`update identity.officer set totp_step = null`.execute(app.db)

/** The three steps with a paper, up to the key. */
async function toTheKey({ username, code }: Account, password = first): Promise<{ visitor: Visitor; secret: string }> {
  const visitor = town.visitor()
  expect((await visitor.call(checkPaper, { username, passcode: code })).body).toEqual({ next: 'password' })
  expect((await visitor.call(choosePassword, both(password))).body).toEqual({ next: 'authenticator' })
  return { visitor, secret: secretOf((await visitor.call(enrolment, {})).body.open?.key ?? '') }
}

/** Somebody who has signed in with their paper. */
async function enrolled(role = 'officer', agency = 'Z99.001'): Promise<Person> {
  const paper = await made(role, agency)
  const { visitor, secret } = await toTheKey(paper)
  const { body } = await visitor.call(enrol, { code: codeNow(secret) })
  await forgetSteps()
  return { ...paper, password: first, secret, recoveryCodes: body.recoveryCodes, visitor }
}

async function signIn({ username, secret }: Person, password: string) {
  const visitor = town.visitor()
  await forgetSteps()
  const step = await visitor.call(checkPassword, { username, password })
  return { visitor, step, answer: await visitor.call(checkCode, { code: codeNow(secret) }) }
}
const templates = async (visitor: Visitor) => {
  await app.drain()
  return (await visitor.call(officerNotices, {})).body.notices.map(({ template }) => template)
}

describe('a one-time paper', () => {
  test('leads to a password and an authenticator of one’s own, and to ten recovery codes', async () => {
    const paper = await made()
    const visitor = town.visitor()
    expect((await visitor.call(checkPaper, { username: ` ${paper.username.toUpperCase()} `, passcode: paper.code.toLowerCase().replaceAll('-', ' ') })).status).toBe(200)
    const { open } = (await visitor.call(enrolment, {})).body
    expect(open).toMatchObject({ username: paper.username, name: 'Đỗ Thị Mới', passwordChosen: false, key: expect.stringMatching(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/) as string, qr: expect.stringContaining('<svg') as string })
    expect((await visitor.call(enrol, { code: '000000' })).code).toBe('sign_in_expired')
    await visitor.call(choosePassword, both(first))
    const answer = await visitor.call(enrol, { code: codeNow(secretOf(open?.key ?? '')) })
    expect(answer).toMatchObject({ status: 200, body: { role: 'officer' } })
    expect(new Set(answer.body.recoveryCodes).size).toBe(10)
    expect((await visitor.call(session, {})).body.kind).toBe('officer')
    expect((await visitor.call(enrolment, {})).body.open).toBeNull()
    expect(await templates(visitor)).toEqual(['identity.enrolled', 'identity.paper_issued'])
  })

  test('is used up: by two browsers at the same moment one gets in', async () => {
    const paper = await made()
    const [one, two] = [await toTheKey(paper), await toTheKey(paper)]
    const answers = await Promise.all([one, two].map(({ visitor, secret }) => visitor.call(enrol, { code: codeNow(secret) })))
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 400])
    expect((await town.visitor().call(checkPaper, { username: paper.username, passcode: paper.code })).code).toBe('wrong_paper')
  })

  test('is good for 24 hours, and a newer one ends an older', async () => {
    const paper = await made()
    const { code } = await app.call(root, issuePaper, { id: paper.id })
    expect((await town.visitor().call(checkPaper, { username: paper.username, passcode: paper.code })).code).toBe('wrong_paper')
    const { visitor, secret } = await toTheKey({ ...paper, code })
    await sql`update identity.paper set expires_at = now() - interval '1 second' where officer = ${paper.id}`.execute(app.db)
    expect((await town.visitor().call(checkPaper, { username: paper.username, passcode: code })).code).toBe('wrong_paper')
    expect((await visitor.call(enrol, { code: codeNow(secret) })).code).toBe('sign_in_expired')
    const { rows } = await sql<{ hours: number }>`select extract(epoch from expires_at - issued_at)::float / 3600 as hours from identity.paper where officer <> ${paper.id} limit 1`.execute(app.db)
    expect(rows).toEqual([{ hours: 24 }])
  })

  test('is guessed by nobody: tries count with the name, and a stranger learns no names', async () => {
    const paper = await made()
    const tries = async (username: string) => {
      const answers = []
      for (let tried = 0; tried < 6; tried++) answers.push(await town.visitor().call(checkPaper, { username, passcode: 'AAAA-AAAA-AAAA-AAAA' }))
      return answers.map(({ status, code, values }) => [status, code, Object.keys(values), values['left']])
    }
    const known = await tries(paper.username)
    expect(known.map(([, code]) => code)).toEqual(['wrong_paper', 'wrong_paper', 'wrong_paper', 'wrong_paper', 'sign_in_locked', 'sign_in_locked'])
    expect(await tries('khong.co.ai')).toEqual(known)
    expect((await town.visitor().call(checkPaper, { username: paper.username, passcode: paper.code })).code).toBe('sign_in_locked')
    await app.call(root, unlockOfficer, { username: paper.username })
    expect((await town.visitor().call(checkPaper, { username: paper.username, passcode: paper.code })).status).toBe(200)
  })

  test('takes away everything that was before, ends the sessions, and both are told', async () => {
    const person = await enrolled()
    const { code } = await app.call(root, issuePaper, { id: person.id })
    expect((await person.visitor.call(session, {})).body.kind).toBe('nobody')
    expect((await town.visitor().call(checkPassword, { username: person.username, password: first })).code).toBe('wrong_credentials')
    const { visitor, secret } = await toTheKey({ ...person, code }, second)
    expect(secret).not.toBe(person.secret)
    expect((await visitor.call(enrol, { code: codeNow(secret) })).status).toBe(200)
    expect(await templates(visitor)).toContain('identity.paper_issued')
    const told = await app.call(root, officerNotices, {})
    expect(told.notices[0]).toMatchObject({ template: 'identity.paper_given', facts: { name: 'Đỗ Thị Mới' } })
    expect((await app.call(root, getOfficer, { id: person.id })).events.map(({ name }) => name)).toEqual(expect.arrayContaining(['identity.paper_issued', 'identity.enrolled']))
    // the passwords before it stay refused
    expect((await visitor.call(changePassword, { password: second, ...both(first) })).code).toBe('password_refused')
  })

  test('is issued by an administrator of the scope, never for oneself, a closed account, or one of the demonstration', async () => {
    const refused = async (actor: Actor, id: string, code: string) => expect(app.call(actor, issuePaper, { id })).rejects.toMatchObject({ code })
    const clerk = await made()
    await refused(root, root.id, 'own_rights')
    await refused(root, (await officer(app, 'clerk.001')).id, 'demonstration_account')
    await refused(await officer(app, 'leader.001'), clerk.id, 'forbidden')
    const local = await made('administrator', 'Z99.002')
    const administrator: Actor = { ...(await officer(app, local.username, 'administrator')) }
    await refused(administrator, clerk.id, 'officer_not_found')
    await refused(administrator, local.id, 'own_rights')
    await expect(app.call(administrator, unlockOfficer, { username: clerk.username })).rejects.toMatchObject({ code: 'officer_not_found' })
    const near = await made('clerk', 'Z99.002.01')
    expect((await app.call(administrator, getOfficer, { id: near.id })).actions).toContain('issuePaper')
    await app.call(administrator, issuePaper, { id: near.id })
    await app.call(root, disableOfficer, { id: clerk.id, reason: 'Chuyển công tác' })
    await refused(root, clerk.id, 'account_closed')
    expect((await town.visitor().call(checkPaper, { username: clerk.username, passcode: clerk.code })).code).toBe('wrong_paper')
  })

  test('opens nothing for an account that never got one', async () => {
    const username = `moi.${++count}`
    await app.call(root, createOfficer, { username, name: 'Chưa Có Phiếu', capacity: { role: 'officer', agency: 'Z99.001', title: { vi: 'Công chức', en: 'Officer' }, from: localDate(realNow()) } })
    expect((await town.visitor().call(checkPaper, { username, passcode: 'AAAA-AAAA-AAAA-AAAA' })).code).toBe('wrong_paper')
  })
})

describe('a new password', () => {
  test.each([
    ['ngắn', 'password_too_short'], ['matkhau2026', 'password_common'], ['Mật khẩu 123', 'password_common'], ['123456789', 'password_common'], ['Do-Thi-Moi-99', 'password_holds_name'], [first, 'password_reused'],
  ])('%s is refused at its box: %s', async (wanted, reason) => {
    const { visitor } = await enrolled()
    const refused = await visitor.call(changePassword, { password: first, ...both(wanted) })
    expect(refused).toMatchObject({ status: 409, code: 'password_refused', values: { reason } })
    expect((await visitor.call(account, {})).body.passwordSetAt).not.toBeNull()
  })

  test('is typed twice alike, after the old one; wrong ones count, and the last ends the session', async () => {
    const { visitor, username } = await enrolled()
    expect((await visitor.call(changePassword, { password: first, newPassword: second, passwordAgain: `${second}.` })).values).toEqual({ reason: 'passwords_differ' })
    for (let left = 4; left > 0; left--) expect(await visitor.call(changePassword, { password: 'wrong', ...both(second) })).toMatchObject({ code: 'wrong_credentials', values: { left } })
    expect((await visitor.call(changePassword, { password: 'wrong', ...both(second) })).code).toBe('sign_in_locked')
    expect((await visitor.call(session, {})).body.kind).toBe('nobody')
    expect((await town.visitor().call(checkPassword, { username, password: first })).code).toBe('sign_in_locked')
  })

  test('ends all other sessions and every sign-in under way, and is told', async () => {
    const person = await enrolled()
    const { visitor: other } = await signIn(person, first)
    const between = town.visitor()
    await between.call(checkPassword, { username: person.username, password: first })
    expect((await person.visitor.call(changePassword, { password: first, ...both(second) })).status).toBe(200)
    expect([(await other.call(session, {})).body.kind, (await person.visitor.call(session, {})).body.kind]).toEqual(['nobody', 'officer'])
    await forgetSteps()
    expect((await between.call(checkCode, { code: codeNow(person.secret) })).code).toBe('sign_in_expired')
    expect((await town.visitor().call(checkPassword, { username: person.username, password: first })).code).toBe('wrong_credentials')
    expect((await signIn(person, second)).answer.status).toBe(200)
    expect(await templates(person.visitor)).toContain('identity.password_changed')
  })

  test('may be the eleventh before, and none of the last ten', async () => {
    const { visitor } = await enrolled()
    const names = Array.from({ length: 10 }, (_, at) => `dòng sông số ${at} chảy`)
    let now = first
    for (const next of names) {
      expect((await visitor.call(changePassword, { password: now, ...both(next) })).status, next).toBe(200)
      now = next
    }
    expect((await visitor.call(changePassword, { password: now, ...both(names[0] ?? '') })).values).toEqual({ reason: 'password_reused' })
    expect((await visitor.call(changePassword, { password: now, ...both(first) })).status).toBe(200)
    const { rows } = await sql<{ most: number }>`select max(number) as most from (select count(*) as number from identity.password_history group by officer) each`.execute(app.db)
    expect(rows).toEqual([{ most: 10 }])
  })

  test('of two at the same moment one is kept', async () => {
    const { visitor } = await enrolled()
    const answers = await Promise.all([visitor.call(changePassword, { password: first, ...both(second) }), visitor.call(changePassword, { password: first, ...both('đồi cát Mũi Né 19') })])
    expect(answers.map(({ code }) => code ?? 'ok').toSorted()).toEqual(['credentials_changed', 'ok'])
  })
})

describe('credentials that are taken away while somebody signs in with them', () => {
  const withPaper = (id: string) => (tx: Tx) => issuePaperIn(tx, { officer: id, by: null, clock: app.clock })

  test.each(['a code', 'a recovery code'])('open nothing: %s', async (proof) => {
    const person = await enrolled()
    const visitor = town.visitor()
    await visitor.call(checkPassword, { username: person.username, password: first })
    const act = () => (proof === 'a code' ? visitor.call(checkCode, { code: codeNow(person.secret) }) : visitor.call(checkRecoveryCode, { passcode: person.recoveryCodes[0] ?? '' }))
    expect((await overtaken(app, person.id, { act, by: withPaper(person.id) })).code).toBe('sign_in_expired')
    expect((await visitor.call(session, {})).body.kind).toBe('nobody')
  })

  test('change no authenticator', async () => {
    const person = await enrolled()
    await person.visitor.call(beginAuthenticator, {})
    const secret = secretOf((await person.visitor.call(newAuthenticator, {})).body.open?.key ?? '')
    const act = () => person.visitor.call(changeAuthenticator, { oldCode: codeNow(person.secret), code: codeNow(secret) })
    expect((await overtaken(app, person.id, { act, by: withPaper(person.id) })).code).toBe('credentials_changed')
    const { rows } = await sql<{ none: boolean }>`select totp_sealed is null as none from identity.officer where id = ${person.id}`.execute(app.db)
    expect(rows).toEqual([{ none: true }])
  })
})

describe('a password of an administrator', () => {
  test('is changed every 60 days: the third step stands before the desk, for a passkey and a recovery code too', async () => {
    const person = await enrolled('administrator', 'Z99.900')
    const due = (await person.visitor.call(account, {})).body.passwordDue
    expect(Math.round((new Date(due ?? '').getTime() - realNow().getTime()) / 86_400_000)).toBe(60)
    await sql`update identity.officer set password_set_at = now() - interval '59 days 23 hours' where id = ${person.id}`.execute(app.db)
    expect((await signIn(person, first)).answer.body.next).toBe('desk')
    await sql`update identity.officer set password_set_at = now() - interval '60 days' where id = ${person.id}`.execute(app.db)
    const { visitor, answer } = await signIn(person, first)
    expect(answer.body.next).toBe('new_password')
    expect((await visitor.call(session, {})).body.kind).toBe('nobody')
    expect((await visitor.call(renewPassword, both(first))).values).toEqual({ reason: 'password_reused' })
    expect((await town.visitor().call(renewPassword, both(second))).code).toBe('sign_in_expired')
    expect((await visitor.call(renewPassword, both(second))).body).toMatchObject({ next: 'desk', role: 'administrator' })
    expect((await visitor.call(renewPassword, both('đồi cát Mũi Né 19'))).code).toBe('sign_in_expired')
    expect((await visitor.call(session, {})).body.kind).toBe('officer')
    // as every change of a password
    expect((await person.visitor.call(session, {})).body.kind).toBe('nobody')
    expect(await templates(visitor)).toContain('identity.password_changed')

    await sql`update identity.officer set password_set_at = now() - interval '60 days' where id = ${person.id}`.execute(app.db)
    const again = town.visitor()
    await again.call(checkPassword, { username: person.username, password: second })
    expect((await again.call(checkRecoveryCode, { passcode: person.recoveryCodes[0] ?? '' })).body.next).toBe('new_password')
  })

  test('of nobody else has an age, and none of the demonstration’s', async () => {
    const person = await enrolled()
    await sql`update identity.officer set password_set_at = now() - interval '400 days' where id = ${person.id}`.execute(app.db)
    expect((await signIn(person, first)).answer.body.next).toBe('desk')
    expect(await app.call(root, account, {})).toMatchObject({ passwordSetAt: null, passwordDue: null, demonstration: true, actions: ['addPasskey'] })
  })
})

describe('a recovery code', () => {
  const withCode = async ({ username }: Person, passcode: string) => {
    const visitor = town.visitor()
    await visitor.call(checkPassword, { username, password: first })
    return visitor.call(checkRecoveryCode, { passcode })
  }

  test('stands for the telephone once, however it is typed, and its use is told', async () => {
    const person = await enrolled()
    const [code = ''] = person.recoveryCodes
    expect((await withCode(person, ` ${code.toLowerCase().replaceAll('-', '')} `)).body).toMatchObject({ next: 'desk' })
    expect(await withCode(person, code)).toMatchObject({ code: 'wrong_recovery_code', values: { left: 4 } })
    expect((await person.visitor.call(account, {})).body.recoveryCodes.left).toBe(9)
    await app.drain()
    expect((await person.visitor.call(officerNotices, {})).body.notices[0]).toMatchObject({ template: 'identity.recovery_code_used', facts: { count: 9 } })
  })

  test('lets one of two in who use it at the same moment', async () => {
    const person = await enrolled()
    const [code = ''] = person.recoveryCodes
    const answers = await Promise.all([withCode(person, code), withCode(person, code)])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 401])
  })

  test('is nothing without the password, and of nobody else', async () => {
    const [one, two] = [await enrolled(), await enrolled()]
    expect((await town.visitor().call(checkRecoveryCode, { passcode: one.recoveryCodes[0] ?? '' })).code).toBe('sign_in_expired')
    expect((await withCode(two, one.recoveryCodes[0] ?? '')).code).toBe('wrong_recovery_code')
  })

  test('is replaced with all others by new ones, after the password', async () => {
    const person = await enrolled()
    expect((await person.visitor.call(renewRecoveryCodes, { password: 'wrong' })).code).toBe('wrong_credentials')
    const { recoveryCodes } = (await person.visitor.call(renewRecoveryCodes, { password: first })).body
    expect(recoveryCodes).toHaveLength(10)
    expect((await withCode(person, person.recoveryCodes[0] ?? '')).code).toBe('wrong_recovery_code')
    expect((await withCode(person, recoveryCodes[9] ?? '')).status).toBe(200)
    expect(await templates(person.visitor)).toContain('identity.recovery_codes_renewed')
  })

  test('is nowhere in the database', async () => {
    const person = await enrolled()
    const { rows } = await sql<{ row: string }>`select r::text as row from identity.recovery_code r where officer = ${person.id} union all select p::text from identity.paper p union all select o::text from identity.officer o where id = ${person.id}`.execute(app.db)
    const all = rows.map(({ row }) => row).join('\n')
    for (const secret of [...person.recoveryCodes, person.code, person.secret, first]) expect([all.includes(secret), all.includes(Buffer.from(secret).toString('hex'))]).toEqual([false, false])
  })
})

describe('the authenticator', () => {
  test('is changed with a code of the old one and one of the new', async () => {
    const person = await enrolled()
    const { visitor: other } = await signIn(person, first)
    await forgetSteps()
    expect((await person.visitor.call(newAuthenticator, {})).body.open).toBeNull()
    await person.visitor.call(beginAuthenticator, {})
    const secret = secretOf((await person.visitor.call(newAuthenticator, {})).body.open?.key ?? '')
    expect((await other.call(changeAuthenticator, { oldCode: codeNow(person.secret), code: codeNow(secret) })).code).toBe('sign_in_expired')
    expect((await person.visitor.call(changeAuthenticator, { oldCode: codeNow(secret), code: codeNow(secret) })).code).toBe('wrong_code')
    expect((await person.visitor.call(changeAuthenticator, { oldCode: codeNow(person.secret), code: codeNow(person.secret) })).code).toBe('wrong_code')
    expect((await person.visitor.call(changeAuthenticator, { oldCode: codeNow(person.secret), code: codeNow(secret) })).status).toBe(200)
    expect((await other.call(session, {})).body.kind).toBe('nobody')
    expect((await signIn(person, first)).answer.code).toBe('wrong_code')
    expect((await signIn({ ...person, secret }, first)).answer.status).toBe(200)
    expect(await templates(person.visitor)).toContain('identity.authenticator_changed')
  })

  test('is changed with a recovery code when its telephone is gone, once', async () => {
    const person = await enrolled()
    const change = async (oldCode: string) => {
      await person.visitor.call(beginAuthenticator, {})
      const secret = secretOf((await person.visitor.call(newAuthenticator, {})).body.open?.key ?? '')
      return { secret, answer: await person.visitor.call(changeAuthenticator, { oldCode, code: codeNow(secret) }) }
    }
    const [code = ''] = person.recoveryCodes
    expect((await change('AAAA-AAAA-AAAA-AAAA')).answer).toMatchObject({ code: 'wrong_recovery_code', values: { left: 4 } })
    for (const misshapen of ['', '12345', `${code}9`]) expect((await change(misshapen)).answer.code, misshapen).toBe('invalid_input')
    const { secret, answer } = await change(code.toLowerCase().replaceAll('-', ' '))
    expect(answer.status).toBe(200)
    expect((await signIn({ ...person, secret }, first)).answer.status).toBe(200)
    expect((await change(code)).answer.code).toBe('wrong_recovery_code')
    expect(await templates(person.visitor)).toEqual(expect.arrayContaining(['identity.authenticator_changed', 'identity.recovery_code_used']))
  })

  test('changes once when it is asked twice at the same moment', async () => {
    const person = await enrolled()
    await person.visitor.call(beginAuthenticator, {})
    const secret = secretOf((await person.visitor.call(newAuthenticator, {})).body.open?.key ?? '')
    const codes = { oldCode: codeNow(person.secret), code: codeNow(secret) }
    const answers = await Promise.all([person.visitor.call(changeAuthenticator, codes), person.visitor.call(changeAuthenticator, codes)])
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  })
})

describe('where I am signed in', () => {
  test('shows each place, and ends one or all others', async () => {
    const person = await enrolled()
    const [one, two] = [(await signIn(person, first)).visitor, (await signIn(person, first)).visitor]
    const { sessions } = (await person.visitor.call(account, {})).body
    expect([sessions.length, sessions.filter(({ current }) => current).length, new Set(sessions.map(({ address }) => address)).size]).toEqual([3, 1, 3])
    const { sessions: ofOne } = (await one.call(account, {})).body
    const ownOfOne = ofOne.find(({ current }) => current)?.id ?? ''
    expect((await one.call(endSession, { id: ownOfOne })).code).toBe('session_not_found')
    const stranger = await enrolled()
    expect((await stranger.visitor.call(endSession, { id: ownOfOne })).code).toBe('session_not_found')
    expect((await person.visitor.call(endSession, { id: ownOfOne })).status).toBe(200)
    expect((await one.call(session, {})).body.kind).toBe('nobody')
    expect((await person.visitor.call(endSession, { id: ownOfOne })).code).toBe('session_not_found')
    expect((await person.visitor.call(endOtherSessions, {})).body).toEqual({ ended: 1 })
    expect([(await two.call(session, {})).body.kind, (await person.visitor.call(session, {})).body.kind]).toEqual(['nobody', 'officer'])
  })
})

test('every change is on record without anything secret', async () => {
  const events = await listEvents(app.db, { limit: 1000 })
  const keys = (name: string) => [...new Set(events.filter((each) => each.name === `identity.${name}`).flatMap(({ payload }) => Object.keys(payload as object)))].toSorted()
  expect(['password_changed', 'authenticator_changed', 'recovery_code_used', 'recovery_codes_renewed', 'paper_issued', 'enrolled'].map((name) => [name, keys(name)])).toEqual([
    ['password_changed', ['officer']], ['authenticator_changed', ['officer']], ['recovery_code_used', ['left', 'officer']], ['recovery_codes_renewed', ['officer']], ['paper_issued', ['by', 'officer']], ['enrolled', ['officer']],
  ])
})
