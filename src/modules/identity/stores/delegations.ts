import type { LocalDate } from '#kernel/local-time'
import { sql, type Piece, type Tx } from '#platform/db'

export type DelegationRow = {
  id: string
  fromCapacity: string
  fromOfficer: string
  fromName: string
  fromTitleVi: string
  fromTitleEn: string
  toOfficer: string
  toName: string
  toUsername: string
  capacity: string
  agency: string
  signsAs: string | null
  mode: 'KT' | 'TUQ'
  field: string | null
  procedure: string | null
  document: string
  validFrom: LocalDate
  validTo: LocalDate
  givenAt: Date
  revokedAt: Date | null
  reason: string | null
  /** the delegator's own capacity: from when until when it holds */
  sourceTo: LocalDate | null
  sourceEndedAt: Date | null
}

const select = sql`
  select d.id, d.from_capacity as "fromCapacity", f.officer as "fromOfficer", fo.name as "fromName", f.title_vi as "fromTitleVi", f.title_en as "fromTitleEn",
         d.to_officer as "toOfficer", too.name as "toName", too.username as "toUsername", d.capacity, f.agency, c.signs_as as "signsAs", d.mode, d.field, d.procedure, d.document,
         d.valid_from as "validFrom", d.valid_to as "validTo", d.given_at as "givenAt", d.revoked_at as "revokedAt", d.reason, f.valid_to as "sourceTo", f.ended_at as "sourceEndedAt"
    from identity.delegation d join identity.capacity f on f.id = d.from_capacity join identity.officer fo on fo.id = f.officer
    join identity.officer too on too.id = d.to_officer join identity.capacity c on c.id = d.capacity`

const list = async (tx: Tx, where: Piece): Promise<DelegationRow[]> =>
  (await sql<DelegationRow>`${select} where ${where} order by d.valid_from desc, d.id desc limit 200`.execute(tx)).rows

/** What an officer has delegated, and what was delegated to them, the newest first. */
export const delegationsOf = (tx: Tx, officer: string): Promise<DelegationRow[]> => list(tx, sql`f.officer = ${officer} or d.to_officer = ${officer}`)

/** What was delegated at these agencies. */
export const delegationsAt = (tx: Tx, agencies: readonly string[]): Promise<DelegationRow[]> => list(tx, sql`f.agency = any(${agencies}::text[])`)

/** What runs or is to run from one capacity; revoked ones are left out. */
export const delegationsFrom = (tx: Tx, capacity: string): Promise<DelegationRow[]> => list(tx, sql`d.from_capacity = ${capacity} and d.revoked_at is null`)

export async function findDelegation(tx: Tx, id: string): Promise<DelegationRow | undefined> {
  return (await list(tx, sql`d.id = ${id}`))[0]
}

/** The delegation that made a capacity. */
export async function findDelegationOf(tx: Tx, capacity: string): Promise<DelegationRow | undefined> {
  return (await list(tx, sql`d.capacity = ${capacity}`))[0]
}

export async function insertDelegation(
  tx: Tx, row: Pick<DelegationRow, 'id' | 'fromCapacity' | 'toOfficer' | 'capacity' | 'mode' | 'field' | 'procedure' | 'document' | 'validFrom' | 'validTo' | 'givenAt'> & { by: string },
): Promise<void> {
  await sql`insert into identity.delegation (id, from_capacity, to_officer, capacity, mode, field, procedure, document, valid_from, valid_to, given_by, given_at)
    values (${row.id}, ${row.fromCapacity}, ${row.toOfficer}, ${row.capacity}, ${row.mode}, ${row.field}, ${row.procedure}, ${row.document}, ${row.validFrom}::date,
      ${row.validTo}::date, ${row.by}, ${row.givenAt})`.execute(tx)
}

/** False when it was revoked before. */
export async function markRevoked(tx: Tx, id: string, at: Date, by: string, reason: string): Promise<boolean> {
  const { numAffectedRows } = await sql`update identity.delegation set revoked_at = ${at}, revoked_by = ${by}, reason = ${reason} where id = ${id} and revoked_at is null`.execute(tx)
  return numAffectedRows === 1n
}
