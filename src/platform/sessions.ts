import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Role } from '#kernel/app'
import { sql, type Db, type Tx } from './db.ts'

export type Session = {
  tokenHash: Buffer
  kind: 'citizen' | 'officer'
  subject: string
  capacity: string | null
  level: 0 | 1 | 2
  locked: boolean
  createdAt: Date
}

/** What a command may do with the caller's session. All times here are real time: moving the business clock signs nobody in or out. */
export type SessionControl = {
  current: Session | null
  /** a random value that this browser alone carries between the steps of a sign-in; null when it has none */
  readonly mark: string | null
  /** what the browser says of itself (User-Agent); null when it says nothing */
  readonly agent: string | null
  /** gives the browser a new mark, for the minutes a sign-in may take */
  setMark(): string
  start(tx: Tx, who: { kind: 'citizen' | 'officer'; subject: string; capacity?: string | null; level?: 0 | 1 | 2 }): Promise<void>
  end(tx: Tx): Promise<void>
  lock(tx: Tx): Promise<void>
  unlock(tx: Tx): Promise<void>
  act(tx: Tx, capacity: string): Promise<void>
  /** Remembers where the session and its cookies stand; calling what it answers goes back there, for an act that was undone. */
  standing(): () => void
}

/** `idleLockMinutesOf`: roles whose idle lock is shorter than the others'. */
export type SessionRules = { idleLockMinutes: number; idleLockMinutesOf?: Readonly<Partial<Record<Role, number>>>; citizenIdleMinutes: number; longestHours: number; secure: boolean }

export const cookieName = 'tinhso'
export const markCookieName = 'tinhso-mark'
const markMinutes = 15
/** What every cookie of ours carries besides its value. */
export const cookieFlags = (secure: boolean): string => `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`

const hashOf = (token: string) => createHash('sha256').update(token).digest()

type Row = { token_hash: Buffer; kind: 'citizen' | 'officer'; subject: string; capacity: string | null; level: 0 | 1 | 2; locked: boolean; seen_at: Date; created_at: Date }

/**
 * Finds the session of a cookie. An officer idle too long comes back locked, a citizen idle too long or anybody past the
 * longest time comes back as none. `seen_at` moves at most once a minute, so that reading a page is not a write. `roleOf` is asked whose
 * session an officer's is, when some role locks itself earlier.
 */
export async function findSession(db: Db, token: string | undefined, rules: SessionRules, now: Date, roleOf?: (session: Session) => Promise<Role>): Promise<Session | null> {
  if (!token || token.length > 100) return null
  const { rows } = await sql<Row>`
    select token_hash, kind, subject, capacity, level, locked, seen_at, created_at
      from platform.session where token_hash = ${hashOf(token)} and expires_at > ${now}`.execute(db)
  const row = rows[0]
  if (!row) return null
  const idleMinutes = (now.getTime() - row.seen_at.getTime()) / 60_000
  if (row.kind === 'citizen' && idleMinutes > rules.citizenIdleMinutes) return null
  const found: Session = { tokenHash: row.token_hash, kind: row.kind, subject: row.subject, capacity: row.capacity, level: row.level, locked: row.locked, createdAt: row.created_at }
  const role = row.kind === 'officer' && roleOf !== undefined ? await roleOf(found) : undefined
  const limit = Math.min(rules.idleLockMinutes, (role && rules.idleLockMinutesOf?.[role]) ?? Infinity)
  const locked = row.locked || (row.kind === 'officer' && idleMinutes > limit)
  // two requests at once: the second finds it moved
  if (!locked && idleMinutes >= 1) await sql`update platform.session set seen_at = ${now} where token_hash = ${row.token_hash} and seen_at <= ${new Date(now.getTime() - 60_000)}`.execute(db)
  return { ...found, locked }
}

/** Builds the control handed to a command; cookies it sets are collected in `cookies` and sent with the answer. */
export function sessionControl(from: { current: Session | null; mark: string | null; agent?: string | null }, rules: SessionRules, cookies: string[], now: () => Date): SessionControl {
  const flags = cookieFlags(rules.secure)
  const control: SessionControl = {
    current: from.current,
    mark: from.mark,
    agent: from.agent ?? null,
    setMark() {
      const mark = randomBytes(32).toString('base64url')
      cookies.push(`${markCookieName}=${mark}; ${flags}; Max-Age=${markMinutes * 60}`)
      return mark
    },
    async start(tx, who) {
      if (control.current) await control.end(tx)
      const token = randomBytes(32).toString('base64url')
      const at = now()
      const expires = new Date(at.getTime() + rules.longestHours * 3_600_000)
      const { kind, subject, capacity = null, level = 0 } = who
      await sql`insert into platform.session (token_hash, kind, subject, capacity, level, created_at, seen_at, expires_at)
        values (${hashOf(token)}, ${kind}, ${subject}, ${capacity}, ${level}, ${at}, ${at}, ${expires})`.execute(tx)
      control.current = { tokenHash: hashOf(token), kind, subject, capacity, level, locked: false, createdAt: at }
      cookies.push(`${cookieName}=${token}; ${flags}; Max-Age=${rules.longestHours * 3600}`)
    },
    async end(tx) {
      if (control.current) await sql`delete from platform.session where token_hash = ${control.current.tokenHash}`.execute(tx)
      control.current = null
      cookies.push(`${cookieName}=; ${flags}; Max-Age=0`)
    },
    async lock(tx) {
      if (!control.current) return
      await sql`update platform.session set locked = true where token_hash = ${control.current.tokenHash}`.execute(tx)
      control.current = { ...control.current, locked: true }
    },
    async unlock(tx) {
      if (!control.current) return
      await sql`update platform.session set locked = false, seen_at = ${now()} where token_hash = ${control.current.tokenHash}`.execute(tx)
      control.current = { ...control.current, locked: false }
    },
    async act(tx, capacity) {
      if (!control.current) return
      await sql`update platform.session set capacity = ${capacity} where token_hash = ${control.current.tokenHash}`.execute(tx)
      control.current = { ...control.current, capacity }
    },
    standing() {
      const { current } = control
      const count = cookies.length
      return () => {
        control.current = current
        cookies.length = count
      }
    },
  }
  return control
}

/** Ends every session of a person, but the one of `but`: after a password change, a lock-out, or when a capacity ends. Resolves to how many. */
export async function endSessionsOf(tx: Tx, subject: string, but: Session | null = null): Promise<number> {
  const { numAffectedRows } = await sql`delete from platform.session where subject = ${subject} and token_hash is distinct from ${but?.tokenHash ?? null}`.execute(tx)
  return Number(numAffectedRows ?? 0n)
}

/** Ends one session of a person. False when they have none of this hash. */
export async function endSessionOf(tx: Tx, subject: string, tokenHash: Buffer): Promise<boolean> {
  const { numAffectedRows } = await sql`delete from platform.session where subject = ${subject} and token_hash = ${tokenHash}`.execute(tx)
  return numAffectedRows === 1n
}

/** A person's sessions that have not ended, the newest first. `seenAt` is right to the minute. */
export async function sessionsOf(tx: Tx, subject: string, now: Date): Promise<{ tokenHash: Buffer; locked: boolean; createdAt: Date; seenAt: Date }[]> {
  const { rows } = await sql<{ tokenHash: Buffer; locked: boolean; createdAt: Date; seenAt: Date }>`
    select token_hash as "tokenHash", locked, created_at as "createdAt", seen_at as "seenAt" from platform.session
     where subject = ${subject} and expires_at > ${now} order by created_at desc`.execute(tx)
  return rows
}

/** The token a signed-in person's forms carry: bound to the session, useless without it. */
export const csrfToken = (secret: string, session: Session | null): string =>
  session ? createHmac('sha256', secret).update('csrf').update(session.tokenHash).digest('base64url') : ''

/** Constant-time comparison of a form's token with the session's. */
export function csrfHolds(secret: string, session: Session | null, given: string | undefined): boolean {
  if (!session) return true
  const right = Buffer.from(csrfToken(secret, session))
  const got = Buffer.from(given ?? '')
  return right.length === got.length && timingSafeEqual(right, got)
}

/** Forgets sessions that have ended. */
export async function forgetSessions(db: Db, now: Date): Promise<void> {
  await sql`delete from platform.session where expires_at < ${now}`.execute(db)
}
