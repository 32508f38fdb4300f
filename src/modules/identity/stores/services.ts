import type { LocalDate } from '#kernel/local-time'
import { sql, type Db, type Tx } from '#platform/db'

export type ServiceRow = {
  id: string; name: string; agency: string; responsible: string; purpose: string; scopes: string[]; networks: string[]; until: LocalDate
  createdAt: Date; revokedAt: Date | null; revokeReason: string | null; usedAt: Date | null; usedFrom: string | null
}

const columns = sql`a.id, a.name, a.agency, a.responsible, a.purpose, a.scopes, a.networks, a.valid_to::text as until, a.created_at as "createdAt", a.revoked_at as "revokedAt",
  a.revoke_reason as "revokeReason", a.used_at as "usedAt", a.used_from as "usedFrom"`

/** Accounts of these agencies by name, those that were revoked last. */
export const listAccounts = async (tx: Tx, agencies: readonly string[]): Promise<ServiceRow[]> =>
  (await sql<ServiceRow>`select ${columns} from identity.service_account a where a.agency = any(${agencies}::text[]) order by a.revoked_at nulls first, a.name, a.id`.execute(tx)).rows

/** One account, held against another act on it until this one is over. */
export const lockService = async (tx: Tx, id: string): Promise<ServiceRow | undefined> =>
  (await sql<ServiceRow>`select ${columns} from identity.service_account a where a.id = ${id} for update`.execute(tx)).rows[0]

export const findService = async (tx: Tx | Db, id: string): Promise<ServiceRow | undefined> =>
  (await sql<ServiceRow>`select ${columns} from identity.service_account a where a.id = ${id}`.execute(tx)).rows[0]

export type NewService = Pick<ServiceRow, 'id' | 'name' | 'agency' | 'responsible' | 'purpose' | 'scopes' | 'networks' | 'until'> & { by: string; at: Date }

/** False when an account of this name that is not revoked exists. */
export async function insertService(tx: Tx, row: NewService): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into identity.service_account (id, name, agency, responsible, purpose, scopes, networks, valid_to, created_by, created_at)
    values (${row.id}, ${row.name}, ${row.agency}, ${row.responsible}, ${row.purpose}, ${row.scopes}::text[], ${row.networks}::text[], ${row.until}::date, ${row.by}, ${row.at})
    on conflict (lower(name)) where revoked_at is null do nothing`.execute(tx)
  return numAffectedRows === 1n
}

/** Adds a secret; those before it end at `oldEndsAt`, or earlier where that was said already. */
export async function addSecret(tx: Tx, row: { id: string; account: string; hash: Buffer; by: string; at: Date; oldEndsAt: Date }): Promise<void> {
  await sql`update identity.service_secret set ends_at = least(ends_at, ${row.oldEndsAt}::timestamptz) where account = ${row.account}`.execute(tx)
  await sql`insert into identity.service_secret (id, account, hash, made_by, made_at) values (${row.id}, ${row.account}, ${row.hash}, ${row.by}, ${row.at})`.execute(tx)
}

/** Secrets that open an account at a moment, the newest first. */
export const secretsOf = async (tx: Tx, account: string, at: Date): Promise<{ madeAt: Date; endsAt: Date | null }[]> =>
  (await sql<{ madeAt: Date; endsAt: Date | null }>`
    select made_at as "madeAt", ends_at as "endsAt" from identity.service_secret where account = ${account} and (ends_at is null or ends_at > ${at}) order by made_at desc`.execute(tx)).rows

export const setUntil = async (tx: Tx, id: string, until: LocalDate): Promise<void> => void (await sql`update identity.service_account set valid_to = ${until}::date where id = ${id}`.execute(tx))

/** Revokes an account. Its secrets stay known, so that whoever goes on calling is told why it is refused. */
export async function revoke(tx: Tx, id: string, { by, at, reason }: { by: string; at: Date; reason: string }): Promise<void> {
  await sql`update identity.service_account set revoked_at = ${at}, revoked_by = ${by}, revoke_reason = ${reason} where id = ${id}`.execute(tx)
}

/** The account that this secret opens, with the secret's id; undefined for a wrong one, or one that has ended. */
export const findBySecret = async (db: Db, id: string, hash: Buffer, at: Date): Promise<(ServiceRow & { secret: string }) | undefined> =>
  (await sql<ServiceRow & { secret: string }>`
    select ${columns}, s.id as secret from identity.service_secret s join identity.service_account a on a.id = s.account
     where a.id = ${id} and s.hash = ${hash} and (s.ends_at is null or s.ends_at > ${at})`.execute(db)).rows[0]

export const keepToken = async (db: Db, row: { hash: Buffer; secret: string; scopes: readonly string[]; expiresAt: Date }): Promise<void> =>
  void (await sql`insert into identity.service_token (hash, secret, scopes, expires_at) values (${row.hash}, ${row.secret}, ${row.scopes}::text[], ${row.expiresAt})`.execute(db))

/** The account behind a token; undefined when its time is over, or that of the secret it was got with. */
export const findByToken = async (db: Db, hash: Buffer, at: Date): Promise<(ServiceRow & { granted: string[] }) | undefined> =>
  (await sql<ServiceRow & { granted: string[] }>`
    select ${columns}, t.scopes as granted from identity.service_token t join identity.service_secret s on s.id = t.secret join identity.service_account a on a.id = s.account
     where t.hash = ${hash} and t.expires_at > ${at} and (s.ends_at is null or s.ends_at > ${at})`.execute(db)).rows[0]

/** Notes a use, once a minute at most, so that asking is not a write. */
export const markUse = async (db: Db, id: string, at: Date, from: string): Promise<void> =>
  void (await sql`update identity.service_account set used_at = ${at}, used_from = ${from} where id = ${id} and (used_at is null or used_at <= ${new Date(at.getTime() - 60_000)})`.execute(db))

/** Accounts whose last day lies within these days, soonest first. */
export const endingServices = async (tx: Tx, from: LocalDate, to: LocalDate): Promise<{ id: string; name: string; agency: string; until: LocalDate }[]> =>
  (await sql<{ id: string; name: string; agency: string; until: LocalDate }>`
    select id, name, agency, valid_to::text as until from identity.service_account where revoked_at is null and valid_to between ${from}::date and ${to}::date order by valid_to, id`.execute(tx)).rows

export const forgetTokens = async (db: Db, at: Date): Promise<void> => void (await sql`delete from identity.service_token where expires_at <= ${at}`.execute(db))
