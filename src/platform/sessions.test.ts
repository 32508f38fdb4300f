import { beforeEach, describe, expect, it } from 'vitest'
import { uuidv7 } from '#kernel/ids'
import { withTools } from '../../test/with-db-tools.ts'
import { inTransaction, only, sql } from './db.ts'
import { cookieName, csrfHolds, csrfToken, endSessionOf, endSessionsOf, findSession, forgetSessions, sessionControl, sessionsOf, type Session, type SessionRules } from './sessions.ts'

const { db } = await withTools()

const rules: SessionRules = { idleLockMinutes: 15, citizenIdleMinutes: 30, longestHours: 12, secure: true }
const secret = 'a secret of the tests, long enough to be one'
const begin = new Date('2026-11-25T00:00:00Z')
const after = (minutes: number) => new Date(begin.getTime() + minutes * 60_000)
const subject = uuidv7()

const control = (current: Session | null = null, cookies: string[] = [], at = begin) => sessionControl({ current, mark: null }, rules, cookies, () => at)
const tokenIn = (cookies: string[]) => /^tinhso=([^;]*)/.exec(cookies.findLast((cookie) => cookie.startsWith(`${cookieName}=`)) ?? '')?.[1]

/** Signs in and resolves to the cookie's value. */
async function signIn(kind: 'citizen' | 'officer', who = subject): Promise<string> {
  const cookies: string[] = []
  await inTransaction(db, (tx) => control(null, cookies).start(tx, { kind, subject: who, capacity: kind === 'officer' ? subject : null, level: kind === 'citizen' ? 2 : 0 }))
  return tokenIn(cookies) ?? ''
}
const find = (token: string | undefined, minutes: number) => findSession(db, token, rules, after(minutes))
const seenAt = async () => only((await sql<{ seen_at: Date }>`select seen_at from platform.session`.execute(db)).rows).seen_at
const count = async () => only((await sql<{ count: number }>`select count(*) as count from platform.session`.execute(db)).rows).count

beforeEach(() => sql`truncate platform.session`.execute(db))

describe('a role that locks itself earlier', () => {
  const early: SessionRules = { ...rules, idleLockMinutesOf: { administrator: 5 } }
  const findAs = (token: string, minutes: number, role: 'administrator' | 'clerk') => findSession(db, token, early, after(minutes), async () => role)

  it('does so after its own minutes, and a look at a locked session does not wake it', async () => {
    const token = await signIn('officer')
    expect((await findAs(token, 5, 'administrator'))?.locked).toBe(false)
    expect((await findAs(token, 10, 'administrator'))?.locked).toBe(false)
    expect((await findAs(token, 15.1, 'administrator'))?.locked).toBe(true)
    expect((await findAs(token, 15.1, 'administrator'))?.locked).toBe(true)
    expect((await findAs(token, 25, 'clerk'))?.locked).toBe(false)
  })
  it('is never later than the setting says', async () => {
    const token = await signIn('officer')
    expect((await findSession(db, token, { ...early, idleLockMinutes: 3 }, after(4), async () => 'administrator'))?.locked).toBe(true)
  })
  it('ends one of a person’s sessions, or all but one, and lists them', async () => {
    const [one, two, three] = [await signIn('officer'), await signIn('officer'), await signIn('officer')]
    await signIn('officer', uuidv7())
    const kept = await find(one, 1)
    expect((await inTransaction(db, (tx) => sessionsOf(tx, subject, begin))).map(({ seenAt: at }) => at)).toHaveLength(3)
    expect(await inTransaction(db, async (tx) => [await endSessionOf(tx, uuidv7(), (await find(two, 1))?.tokenHash ?? Buffer.alloc(0)), await endSessionOf(tx, subject, (await find(two, 1))?.tokenHash ?? Buffer.alloc(0))])).toEqual([false, true])
    expect(await inTransaction(db, (tx) => endSessionsOf(tx, subject, kept))).toBe(1)
    expect([await find(one, 1) !== null, await find(two, 1), await find(three, 1), await count()]).toEqual([true, null, null, 2])
  })
})

describe('a sign-in', () => {
  it('gives a cookie that no script reads and no other site sends; the database has only its hash', async () => {
    const cookies: string[] = []
    await inTransaction(db, (tx) => control(null, cookies).start(tx, { kind: 'citizen', subject, level: 2 }))
    expect(cookies).toEqual([expect.stringMatching(/^tinhso=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure; Max-Age=43200$/)])
    const token = tokenIn(cookies) ?? ''
    const { rows } = await sql<{ row: string }>`select s::text as row from platform.session s`.execute(db)
    expect([rows.length, rows[0]?.row.includes(token), rows[0]?.row.includes(Buffer.from(token).toString('hex'))]).toEqual([1, false, false])
    expect(await find(token, 1)).toMatchObject({ kind: 'citizen', subject, capacity: null, level: 2, locked: false, createdAt: begin })
  })

  it('does without Secure only where there is no https', () => {
    const cookies: string[] = []
    const open = sessionControl({ current: null, mark: null }, { ...rules, secure: false }, cookies, () => begin)
    const mark = open.setMark()
    expect(cookies).toEqual([`tinhso-mark=${mark}; Path=/; HttpOnly; SameSite=Lax; Max-Age=900`])
    expect(open.setMark()).not.toBe(mark)
  })

  it('ends the session that the browser had before, so that nobody rides on it', async () => {
    const before = await signIn('citizen')
    const cookies: string[] = []
    const session = control(await find(before, 1), cookies)
    await inTransaction(db, (tx) => session.start(tx, { kind: 'officer', subject, capacity: subject }))
    expect([await find(before, 1), await count()]).toEqual([null, 1])
    expect(session.current).toMatchObject({ kind: 'officer', capacity: subject, locked: false })
    expect(await find(tokenIn(cookies), 1)).toEqual(session.current)
  })

  it('that was undone leaves no session', async () => {
    const cookies: string[] = []
    await expect(inTransaction(db, async (tx) => {
      await control(null, cookies).start(tx, { kind: 'citizen', subject })
      throw new Error('no')
    })).rejects.toThrow('no')
    expect(await find(tokenIn(cookies), 0)).toBeNull()
  })

  it.each([['none', undefined], ['an empty one', ''], ['a made-up one', 'x'.repeat(43)], ['a very long one', 'x'.repeat(5000)], ['one with a zero byte', 'a\0b']])('is not: a cookie that is %s', async (_what, token) => {
    await signIn('citizen')
    expect(await find(token, 0)).toBeNull()
  })
})

describe('an idle session', () => {
  it.each([
    ['citizen', 29, 'open'], ['citizen', 30, 'open'], ['citizen', 31, 'none'],
    ['officer', 14, 'open'], ['officer', 15, 'open'], ['officer', 16, 'locked'], ['officer', 60 * 11, 'locked'], ['officer', 60 * 12, 'none'],
  ] as const)('of a %s after %i minutes is %s', async (kind, minutes, outcome) => {
    const found = await find(await signIn(kind), minutes)
    expect(found === null ? 'none' : found.locked ? 'locked' : 'open').toBe(outcome)
  })

  it('that was locked by waiting stays locked, and looking at it does not count as use', async () => {
    const token = await signIn('officer')
    for (const minutes of [16, 17, 40]) expect(await find(token, minutes)).toMatchObject({ locked: true })
    expect(await seenAt()).toEqual(begin)
  })

  it('is kept open by use, but not beyond the longest time', async () => {
    const token = await signIn('citizen')
    for (let minutes = 20; minutes < 720; minutes += 20) expect(await find(token, minutes)).not.toBeNull()
    expect(await find(token, 720)).toBeNull()
  })

  it('is written at most once a minute, also by many requests at once', async () => {
    const token = await signIn('officer')
    await find(token, 0.9)
    expect(await seenAt()).toEqual(begin)
    await find(token, 1)
    expect(await seenAt()).toEqual(after(1))
    await find(token, 1.9)
    expect(await seenAt()).toEqual(after(1))
    // a row that is written has a new version, whatever stands in it
    const version = async () => (await sql`select xmin::text as version from platform.session`.execute(db)).rows
    await Promise.all(Array.from({ length: 8 }, (_, at) => find(token, 3 + at / 1000)))
    const before = await version()
    expect((await seenAt()).getTime()).toBeGreaterThanOrEqual(after(3).getTime())
    await Promise.all(Array.from({ length: 8 }, (_, at) => find(token, 3.5 + at / 1000)))
    expect(await version()).toEqual(before)
  })
})

describe('locking', () => {
  it('holds until it is unlocked, and the time begins again then', async () => {
    const token = await signIn('officer')
    const session = control(await find(token, 1))
    await inTransaction(db, (tx) => session.lock(tx))
    expect([session.current?.locked, (await find(token, 2))?.locked]).toEqual([true, true])
    const later = control(await find(token, 100), [], after(100))
    await inTransaction(db, (tx) => later.unlock(tx))
    expect([later.current?.locked, (await find(token, 114))?.locked, (await find(token, 131))?.locked]).toEqual([false, false, true])
  })

  it('and acting in another capacity do nothing where there is no session', async () => {
    const session = control()
    await inTransaction(db, async (tx) => {
      await session.lock(tx)
      await session.unlock(tx)
      await session.act(tx, subject)
      await session.end(tx)
    })
    expect([session.current, await count()]).toEqual([null, 0])
  })

  it('does not touch the capacity that an officer acts in', async () => {
    const token = await signIn('officer')
    const session = control(await find(token, 1))
    const deputy = uuidv7()
    await inTransaction(db, (tx) => session.act(tx, deputy))
    expect([session.current?.capacity, (await find(token, 2))?.capacity]).toEqual([deputy, deputy])
  })
})

describe('the end of a session', () => {
  it('takes the cookie away, and what the cookie opened', async () => {
    const token = await signIn('citizen')
    const cookies: string[] = []
    const session = control(await find(token, 1), cookies)
    await inTransaction(db, (tx) => session.end(tx))
    expect([session.current, cookies, await find(token, 1)]).toEqual([null, ['tinhso=; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=0'], null])
  })

  it('comes to all sessions of a person at once, and to nobody else', async () => {
    const another = await signIn('citizen', uuidv7())
    const mine = [await signIn('citizen'), await signIn('officer')]
    await inTransaction(db, (tx) => endSessionsOf(tx, subject))
    expect(await Promise.all(mine.map((token) => find(token, 0)))).toEqual([null, null])
    expect(await find(another, 0)).not.toBeNull()
  })

  it('is swept away when its time is over', async () => {
    await signIn('citizen')
    await forgetSessions(db, after(719))
    expect(await count()).toBe(1)
    await forgetSessions(db, after(721))
    expect(await count()).toBe(0)
  })
})

describe('the token in the forms of a signed-in person', () => {
  it('is the same for the whole session, and another for every session and every secret', async () => {
    const [token, other] = [await signIn('officer'), await signIn('officer')]
    const [first, later, others] = [await find(token, 0), await find(token, 14), await find(other, 0)]
    expect(csrfToken(secret, later)).toBe(csrfToken(secret, first))
    const all = [csrfToken(secret, first), csrfToken(secret, others), csrfToken(`${secret}.`, first)]
    expect(new Set(all).size).toBe(3)
    expect(all.map((given) => csrfHolds(secret, first, given))).toEqual([true, false, false])
    expect([undefined, '', 'x', `${all[0]}x`].map((given) => csrfHolds(secret, first, given))).toEqual([false, false, false, false])
  })

  it('is not asked of somebody who has no session', () => {
    expect([csrfToken(secret, null), csrfHolds(secret, null, undefined)]).toEqual(['', true])
  })
})
