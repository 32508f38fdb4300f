import { sql, type Db, type Tx } from '#platform/db'
import { signInRules } from '../rules.ts'

export type Attempt = { failed: number; failedAt: Date }

const { lockHours, mostFailures } = signInRules

/** no session lasts longer */
const sessionHours = 24

/**
 * Counts a try as failed before it is made, unless the name is locked; a right one is given back. So of many tries at the same moment no more
 * get through than the rules allow. Resolves to the count with this try, or to the count that locks, with `taken` false.
 */
export async function takeTry(db: Db, nameIndex: Buffer, now: Date): Promise<Attempt & { taken: boolean }> {
  const forgotten = new Date(now.getTime() - lockHours * 3_600_000)
  const taken = await sql<Attempt>`
    insert into identity.attempt as a (name_index, failed, failed_at) values (${nameIndex}, 1, ${now})
    on conflict (name_index) do update
       set failed = case when a.failed_at <= ${forgotten} then 1 else a.failed + 1 end, failed_at = excluded.failed_at
     where a.failed < ${mostFailures} or a.failed_at <= ${forgotten}
    returning failed, failed_at as "failedAt"`.execute(db)
  const [row] = taken.rows
  if (row) return { ...row, taken: true }
  return { ...((await findAttempt(db, nameIndex)) ?? { failed: 0, failedAt: now }), taken: false }
}

export async function findAttempt(db: Db, nameIndex: Buffer): Promise<Attempt | undefined> {
  return (await sql<Attempt>`select failed, failed_at as "failedAt" from identity.attempt where name_index = ${nameIndex}`.execute(db)).rows[0]
}

/** Gives one try back: it was right. */
export async function giveTryBack(db: Db, nameIndex: Buffer): Promise<void> {
  await sql`update identity.attempt set failed = greatest(failed - 1, 0) where name_index = ${nameIndex}`.execute(db)
}

/** Forgets the failures of a name. Resolves to what they were. */
export async function clearTries(tx: Tx, nameIndex: Buffer): Promise<Attempt | undefined> {
  return (await sql<Attempt>`delete from identity.attempt where name_index = ${nameIndex} returning failed, failed_at as "failedAt"`.execute(tx)).rows[0]
}

/**
 * What a browser is in the middle of: a sign-in between its steps, or an authenticator or a passkey that is being added. `password`: the
 * password was right; `renewal`: both factors were, and the password is too old; `paper`: the one-time paper was right.
 */
export type Pending =
  | { kind: 'national' | 'passkey'; officer: null; sealed: Buffer }
  | { kind: 'password' | 'renewal'; officer: string; sealed: null }
  | { kind: 'paper' | 'authenticator' | 'new_passkey'; officer: string; sealed: Buffer }
export type PendingKind = Pending['kind']

export async function keepPending(tx: Tx | Db, markHash: Buffer, { kind, officer, sealed }: Pending, expiresAt: Date): Promise<void> {
  await sql`insert into identity.pending (mark_hash, kind, officer, sealed, expires_at) values (${markHash}, ${kind}, ${officer}, ${sealed}, ${expiresAt})`.execute(tx)
}

type PendingRow = { officer: string | null; sealed: Buffer | null }

/** What this browser is in the middle of, until the next step. */
export async function findPending(tx: Tx | Db, markHash: Buffer, kind: PendingKind, now: Date): Promise<PendingRow | undefined> {
  return (await sql<PendingRow>`select officer, sealed from identity.pending where mark_hash = ${markHash} and kind = ${kind} and expires_at > ${now}`.execute(tx)).rows[0]
}

/** Keeps what the step in the middle gave, for the last one. */
export async function updatePending(tx: Tx | Db, markHash: Buffer, kind: PendingKind, sealed: Buffer): Promise<void> {
  await sql`update identity.pending set sealed = ${sealed} where mark_hash = ${markHash} and kind = ${kind}`.execute(tx)
}

/** Takes it away: whoever gets it is the only one. Undefined when there is none, or it is too late. */
export async function takePending(tx: Tx | Db, markHash: Buffer, kind: PendingKind, now: Date): Promise<PendingRow | undefined> {
  const { rows } = await sql<PendingRow & { expiresAt: Date }>`
    delete from identity.pending where mark_hash = ${markHash} and kind = ${kind} returning officer, sealed, expires_at as "expiresAt"`.execute(tx)
  const [row] = rows
  return row && row.expiresAt > now ? row : undefined
}

/** Ends what an officer is in the middle of in every browser: it was begun with credentials that are no more. */
export async function dropPending(tx: Tx, officer: string): Promise<void> {
  await sql`delete from identity.pending where officer = ${officer}`.execute(tx)
}

/** Where a session of an officer began. */
export type SignIn = { id: string; sessionHash: Buffer; browser: string | null; system: string | null; address: string; at: Date }

export async function keepSignIn(tx: Tx, officer: string, row: SignIn): Promise<void> {
  await sql`insert into identity.sign_in (id, session_hash, officer, browser, system, address, at)
    values (${row.id}, ${row.sessionHash}, ${officer}, ${row.browser}, ${row.system}, ${row.address}, ${row.at})`.execute(tx)
}

export async function signInsOf(tx: Tx | Db, officer: string): Promise<SignIn[]> {
  return (await sql<SignIn>`
    select id, session_hash as "sessionHash", browser, system, address, at from identity.sign_in where officer = ${officer} order by at desc`.execute(tx)).rows
}

/** Forgets what can no longer be used: sign-ins that were left, failures that no longer count, and where sessions began that have ended since. */
export async function forgetOld(db: Db, now: Date): Promise<void> {
  await sql`delete from identity.pending where expires_at <= ${now}`.execute(db)
  await sql`delete from identity.attempt where failed_at <= ${new Date(now.getTime() - lockHours * 3_600_000)}`.execute(db)
  await sql`delete from identity.sign_in where at <= ${new Date(now.getTime() - sessionHours * 3_600_000)}`.execute(db)
}
