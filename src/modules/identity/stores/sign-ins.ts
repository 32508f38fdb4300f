import { sql, type Db, type Tx } from '#platform/db'
import { signInRules } from '../rules.ts'

export type Attempt = { failed: number; failedAt: Date }

const { lockHours, mostFailures } = signInRules

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

/** A sign-in between its steps. */
export type Pending = { kind: 'national'; sealed: Buffer } | { kind: 'password'; officer: string }

export async function keepPending(tx: Tx | Db, markHash: Buffer, pending: Pending, expiresAt: Date): Promise<void> {
  const { kind } = pending
  await sql`insert into identity.pending (mark_hash, kind, officer, sealed, expires_at)
    values (${markHash}, ${kind}, ${kind === 'password' ? pending.officer : null}, ${kind === 'national' ? pending.sealed : null}, ${expiresAt})`.execute(tx)
}

/** The officer whose password was right in this browser, until the code follows. */
export async function findPendingOfficer(tx: Tx | Db, markHash: Buffer, now: Date): Promise<string | undefined> {
  const { rows } = await sql<{ officer: string }>`select officer from identity.pending where mark_hash = ${markHash} and kind = 'password' and expires_at > ${now}`.execute(tx)
  return rows[0]?.officer
}

/** Takes a sign-in away: whoever gets it is the only one. Undefined when there is none, or it is too late. */
export async function takePending(tx: Tx | Db, markHash: Buffer, kind: Pending['kind'], now: Date): Promise<{ sealed: Buffer | null } | undefined> {
  const { rows } = await sql<{ sealed: Buffer | null; expiresAt: Date }>`
    delete from identity.pending where mark_hash = ${markHash} and kind = ${kind} returning sealed, expires_at as "expiresAt"`.execute(tx)
  const [row] = rows
  return row && row.expiresAt > now ? row : undefined
}

/** Forgets what can no longer be used: sign-ins that were left, failures that no longer count. */
export async function forgetOld(db: Db, now: Date): Promise<void> {
  await sql`delete from identity.pending where expires_at <= ${now}`.execute(db)
  await sql`delete from identity.attempt where failed_at <= ${new Date(now.getTime() - lockHours * 3_600_000)}`.execute(db)
}
