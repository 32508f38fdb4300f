import type { LocalDate } from '#kernel/local-time'
import { only, sql, type Db, type Tx } from '#platform/db'
import { passwordAge } from '../rules.ts'
import { holding, type OfficerRow } from './officers.ts'

/** How an officer can prove who they are, without anything secret. */
export type CredentialFacts = {
  passwordSetAt: Date | null
  totpSetAt: Date | null
  codesLeft: number
  codesMadeAt: Date | null
}

export async function credentialFacts(tx: Tx | Db, officer: string): Promise<CredentialFacts> {
  const { rows } = await sql<CredentialFacts>`
    select o.password_set_at as "passwordSetAt", o.totp_set_at as "totpSetAt",
      (select count(*) from identity.recovery_code r where r.officer = o.id and r.used_at is null) as "codesLeft",
      (select max(made_at) from identity.recovery_code r where r.officer = o.id) as "codesMadeAt"
      from identity.officer o where o.id = ${officer}`.execute(tx)
  return only(rows)
}

/**
 * Keeps an officer's credentials as they are until the end of the transaction. False when they are no longer those that were proven: there is another
 * password, or none, or the account was closed meanwhile.
 */
export async function holdCredentials(tx: Tx, { id, passwordHash }: Pick<OfficerRow, 'id' | 'passwordHash'>): Promise<boolean> {
  const { rows } = await sql`
    select from identity.officer where id = ${id} and disabled_at is null and password_hash is not distinct from ${passwordHash} for update`.execute(tx)
  return rows.length === 1
}

/** The last passwords of an officer, this one among them; the newest first. */
export async function lastPasswords(tx: Tx | Db, officer: string): Promise<string[]> {
  const { rows } = await sql<{ hash: string }>`
    select hash from identity.password_history where officer = ${officer} order by set_at desc limit ${passwordAge.remembered}`.execute(tx)
  return rows.map(({ hash }) => hash)
}

/**
 * Gives an officer a password, and remembers it among the earlier ones. `instead` is the hash that was verified before: false when somebody has
 * changed it meanwhile, and then nothing has changed.
 */
export async function setPassword(tx: Tx, officer: string, hash: string, { instead, at }: { instead: string | null; at: Date }): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update identity.officer set password_hash = ${hash}, password_set_at = ${at} where id = ${officer} and disabled_at is null and password_hash is not distinct from ${instead} and totp_sealed is not null`.execute(tx)
  if (numAffectedRows !== 1n) return false
  await remember(tx, officer, hash, at)
  return true
}

/** Gives both factors at once to an officer who has neither. */
export async function setBothFactors(tx: Tx, officer: string, { hash, totpSealed, step, at }: { hash: string; totpSealed: Buffer; step: number; at: Date }): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update identity.officer set password_hash = ${hash}, password_set_at = ${at}, totp_sealed = ${totpSealed}, totp_set_at = ${at}, totp_step = ${step}
     where id = ${officer} and disabled_at is null and password_hash is null`.execute(tx)
  if (numAffectedRows !== 1n) return false
  await remember(tx, officer, hash, at)
  return true
}

async function remember(tx: Tx, officer: string, hash: string, at: Date): Promise<void> {
  await sql`insert into identity.password_history (officer, hash, set_at) values (${officer}, ${hash}, ${at}) on conflict do nothing`.execute(tx)
  await sql`delete from identity.password_history where officer = ${officer} and set_at not in (
    select set_at from identity.password_history where officer = ${officer} order by set_at desc limit ${passwordAge.remembered})`.execute(tx)
}

/** Changes the secret of the second factor; the code that proved the new one is used with it. */
export async function setSecondFactor(tx: Tx, officer: string, { totpSealed, step, at }: { totpSealed: Buffer; step: number; at: Date }): Promise<void> {
  await sql`update identity.officer set totp_sealed = ${totpSealed}, totp_set_at = ${at}, totp_step = ${step} where id = ${officer}`.execute(tx)
}

/** Takes every credential away; the earlier passwords stay refused. */
export async function clearCredentials(tx: Tx, officer: string): Promise<void> {
  await sql`update identity.officer set password_hash = null, password_set_at = null, totp_sealed = null, totp_set_at = null, totp_step = null where id = ${officer}`.execute(tx)
  await sql`delete from identity.recovery_code where officer = ${officer}`.execute(tx)
  await sql`delete from identity.passkey where officer = ${officer}`.execute(tx)
}

/** Puts new recovery codes in the place of all earlier ones. */
export async function replaceRecoveryCodes(tx: Tx, officer: string, hashes: readonly Buffer[], at: Date): Promise<void> {
  await sql`delete from identity.recovery_code where officer = ${officer}`.execute(tx)
  await sql`insert into identity.recovery_code (officer, code_hash, made_at) select ${officer}::uuid, hash, ${at} from unnest(${hashes}::bytea[]) hash`.execute(tx)
}

/** Uses a recovery code up. False when there is no such code or it was used: of two at the same moment, one gets true. */
export async function spendRecoveryCode(tx: Tx, officer: string, hash: Buffer, at: Date): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update identity.recovery_code set used_at = ${at} where officer = ${officer} and code_hash = ${hash} and used_at is null`.execute(tx)
  return numAffectedRows === 1n
}

export type PaperRow = { codeHash: Buffer; issuedBy: string | null; issuedAt: Date; expiresAt: Date; usedAt: Date | null }

/** Keeps the newest paper of an officer; an earlier one is worth nothing from now on. */
export async function keepPaper(tx: Tx, officer: string, paper: Omit<PaperRow, 'usedAt'>): Promise<void> {
  await sql`
    insert into identity.paper (officer, code_hash, issued_by, issued_at, expires_at) values (${officer}, ${paper.codeHash}, ${paper.issuedBy}, ${paper.issuedAt}, ${paper.expiresAt})
    on conflict (officer) do update set code_hash = excluded.code_hash, issued_by = excluded.issued_by, issued_at = excluded.issued_at, expires_at = excluded.expires_at, used_at = null`.execute(tx)
}

export async function findPaper(tx: Tx | Db, officer: string): Promise<PaperRow | undefined> {
  return (await sql<PaperRow>`
    select code_hash as "codeHash", issued_by as "issuedBy", issued_at as "issuedAt", expires_at as "expiresAt", used_at as "usedAt" from identity.paper where officer = ${officer}`.execute(tx)).rows[0]
}

/** Uses a paper up. False when it was used, replaced, or is too old. */
export async function spendPaper(tx: Tx, officer: string, codeHash: Buffer, at: Date): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update identity.paper set used_at = ${at} where officer = ${officer} and code_hash = ${codeHash} and used_at is null and expires_at > ${at}`.execute(tx)
  return numAffectedRows === 1n
}

/** Counts idle days from now: the account has been closed, and whoever opens it again finds it with all of its days. */
export async function restartIdleDays(db: Db, at: Date): Promise<void> {
  await sql`update identity.officer set idle_from = ${at} where disabled_at is not null`.execute(db)
}

export type IdleRow = { officer: string; name: string; since: Date; administrator: boolean }

/** Accounts that somebody could sign in to, without a sign-in since a moment; those that are never closed are left out. The longest idle first. */
export async function idleAccounts(tx: Tx | Db, before: Date, day: LocalDate): Promise<IdleRow[]> {
  const { rows } = await sql<IdleRow>`
    select o.id as officer, o.name, greatest(o.seen_at, o.created_at, o.idle_from, o.password_set_at) as since,
      exists (select from identity.capacity c where c.officer = o.id and c.role = 'administrator' and ${holding(day)}) as administrator
      from identity.officer o
     where o.disabled_at is null and o.password_hash is not null and not o.demonstration and not o.idle_exempt
       and greatest(o.seen_at, o.created_at, o.idle_from, o.password_set_at) <= ${before} order by since, o.id`.execute(tx)
  return rows
}

/** Closes an account that still lies idle. False when its owner came meanwhile, or somebody closed it. */
export async function closeIdle(tx: Tx, officer: string, since: Date, at: Date): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update identity.officer set disabled_at = ${at} where id = ${officer} and disabled_at is null and greatest(seen_at, created_at, idle_from, password_set_at) <= ${since}`.execute(tx)
  return numAffectedRows === 1n
}

/** Administrators of a day who can sign in, with the agencies where they are: accounts that are open and have a password. */
export async function ableAdministrators(tx: Tx | Db, day: LocalDate): Promise<{ officer: string; agency: string }[]> {
  const { rows } = await sql<{ officer: string; agency: string }>`
    select distinct c.officer, c.agency from identity.capacity c join identity.officer o on o.id = c.officer
     where c.role = 'administrator' and o.disabled_at is null and o.password_hash is not null and ${holding(day)}`.execute(tx)
  return rows
}

/** Notes that somebody has signed in. */
export async function markSeen(tx: Tx, officer: string, at: Date): Promise<void> {
  await sql`update identity.officer set seen_at = ${at} where id = ${officer}`.execute(tx)
}
