import type { LocalDate } from '#kernel/local-time'
import { fold } from '#kernel/text'
import { sql, type Db, type Piece, type Tx } from '#platform/db'

export type OfficerRole = 'clerk' | 'officer' | 'leader' | 'centre' | 'administrator'

export type OfficerRow = {
  id: string
  username: string
  name: string
  passwordHash: string | null
  totpSealed: Buffer | null
  demonstration: boolean
  disabledAt: Date | null
}

const officerColumns = sql`id, username, name, password_hash as "passwordHash", totp_sealed as "totpSealed", demonstration, disabled_at as "disabledAt"`

export async function findOfficer(tx: Tx | Db, id: string): Promise<OfficerRow | undefined> {
  return (await sql<OfficerRow>`select ${officerColumns} from identity.officer where id = ${id}`.execute(tx)).rows[0]
}

export async function findOfficerByUsername(tx: Tx | Db, username: string): Promise<OfficerRow | undefined> {
  return (await sql<OfficerRow>`select ${officerColumns} from identity.officer where username = ${username}`.execute(tx)).rows[0]
}

/** Adds an officer, or changes the one of this username, and keeps its id. Resolves to the id. A changed second factor may begin with any code. */
export async function keepOfficer(tx: Tx, row: Omit<OfficerRow, 'disabledAt'>, at: Date): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into identity.officer (id, username, name, name_folded, password_hash, totp_sealed, demonstration, created_at)
    values (${row.id}, ${row.username}, ${row.name}, ${fold(row.name)}, ${row.passwordHash}, ${row.totpSealed}, ${row.demonstration}, ${at})
    on conflict (username) do update set name = excluded.name, name_folded = excluded.name_folded, password_hash = excluded.password_hash, totp_sealed = excluded.totp_sealed, demonstration = excluded.demonstration
    returning id`.execute(tx)
  return rows[0]?.id ?? row.id
}

/** Marks a code's time step as used. False when it, or a later one, was used before: of two requests with one code, one gets true. */
export async function spendStep(tx: Tx, officer: string, step: number, at: Date): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update identity.officer set totp_step = ${step}, seen_at = ${at} where id = ${officer} and (totp_step is null or totp_step < ${step})`.execute(tx)
  return numAffectedRows === 1n
}

/** The last used time step of every officer of the demonstration, by username. */
export async function usedSteps(tx: Tx | Db): Promise<Map<string, number>> {
  const { rows } = await sql<{ username: string; step: number }>`
    select username, totp_step as step from identity.officer where demonstration and totp_step is not null`.execute(tx)
  return new Map(rows.map(({ username, step }) => [username, step]))
}

/** A capacity with the name of its holder. */
export type CapacityRow = {
  id: string
  officer: string
  name: string
  role: OfficerRole
  agency: string
  field: string | null
  procedure: string | null
  titleVi: string
  titleEn: string
  signsAs: string | null
  validFrom: LocalDate
  validTo: LocalDate | null
}

const capacityColumns = sql`c.id, c.officer, o.name, c.role, c.agency, c.field, c.procedure, c.title_vi as "titleVi", c.title_en as "titleEn", c.signs_as as "signsAs",
  c.valid_from as "validFrom", c.valid_to as "validTo"`

export async function findCapacity(tx: Tx | Db, id: string): Promise<CapacityRow | undefined> {
  return (await sql<CapacityRow>`select ${capacityColumns} from identity.capacity c join identity.officer o on o.id = c.officer where c.id = ${id}`.execute(tx)).rows[0]
}

/**
 * Whether capacity `c` gives its rights on a day: begun, not past, not ended at once, and when it was delegated, the delegator's own as well.
 * Both ends are counted in.
 */
export const holding = (day: LocalDate): Piece => sql`(${within('c', day)} and (c.delegated_from is null
  or exists (select from identity.capacity d where d.id = c.delegated_from and ${within('d', day)})))`

const within = (row: 'c' | 'd', day: LocalDate): Piece => {
  const [from, to, ended] = ['valid_from', 'valid_to', 'ended_at'].map((column) => sql.ref(`${row}.${column}`))
  return sql`${from} <= ${day}::date and (${to} is null or ${to} >= ${day}::date) and ${ended} is null`
}

export type Standing = { name: string; disabledAt: Date | null; role: OfficerRole | null; agency: string | null; field: string | null; procedure: string | null }

/** An officer as the session says they act on a day; without a role when the capacity is not theirs, or gives nothing then. */
export async function findStanding(db: Db, officer: string, capacity: string | null, day: LocalDate): Promise<Standing | undefined> {
  const { rows } = await sql<Standing>`
    select o.name, o.disabled_at as "disabledAt", c.role, c.agency, c.field, c.procedure
      from identity.officer o left join identity.capacity c on c.officer = o.id and c.id = ${capacity}::uuid and ${holding(day)} where o.id = ${officer}`.execute(db)
  return rows[0]
}

/** Writes down that a session began in a capacity. */
export async function markUsed(tx: Tx, capacity: string, at: Date): Promise<void> {
  await sql`update identity.capacity set used_at = ${at} where id = ${capacity}`.execute(tx)
}

/** The capacities that a person holds on a day, the oldest first; none when the account is disabled. */
export async function capacitiesOf(tx: Tx | Db, officer: string, day: LocalDate): Promise<CapacityRow[]> {
  const { rows } = await sql<CapacityRow>`
    select ${capacityColumns} from identity.capacity c join identity.officer o on o.id = c.officer
     where c.officer = ${officer} and o.disabled_at is null and ${holding(day)}
     order by c.valid_from, c.id`.execute(tx)
  return rows
}

/** Who holds a role at an agency on a day, by username; nobody whose account is disabled. */
export async function capacitiesAt(tx: Tx | Db, place: { agency: string; role: OfficerRole }, day: LocalDate): Promise<CapacityRow[]> {
  const { rows } = await sql<CapacityRow>`
    select ${capacityColumns} from identity.capacity c join identity.officer o on o.id = c.officer
     where c.agency = ${place.agency} and c.role = ${place.role} and o.disabled_at is null and ${holding(day)}
     order by o.username, c.id`.execute(tx)
  return rows
}

/** Every capacity of a day, by agency: small, because it is read for the demonstration only. */
export async function allCapacities(tx: Tx | Db, day: LocalDate): Promise<CapacityRow[]> {
  const { rows } = await sql<CapacityRow>`
    select ${capacityColumns} from identity.capacity c join identity.officer o on o.id = c.officer
     where o.demonstration and o.disabled_at is null and ${holding(day)}
     order by c.agency, c.role, o.username`.execute(tx)
  return rows
}

export async function namesOf(tx: Tx | Db, officers: readonly string[]): Promise<{ id: string; name: string }[]> {
  return (await sql<{ id: string; name: string }>`select id, name from identity.officer where id = any(${officers}::uuid[])`.execute(tx)).rows
}

/** Adds a capacity of the province's file, or corrects it, and keeps its id. An end that an administrator set stays. */
export async function keepCapacity(tx: Tx, row: Omit<CapacityRow, 'name' | 'field' | 'procedure'>): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into identity.capacity (id, officer, role, agency, title_vi, title_en, signs_as, valid_from, valid_to)
    values (${row.id}, ${row.officer}, ${row.role}, ${row.agency}, ${row.titleVi}, ${row.titleEn}, ${row.signsAs}, ${row.validFrom}::date, ${row.validTo}::date)
    on conflict (officer, role, agency, valid_from) where delegated_from is null and field is null and procedure is null do update set title_vi = excluded.title_vi,
      title_en = excluded.title_en, signs_as = excluded.signs_as, valid_to = case when capacity.ended_by is null then excluded.valid_to else capacity.valid_to end
    returning id`.execute(tx)
  return rows[0]?.id ?? row.id
}

/**
 * Ends the capacities of an officer that are not among `kept` and hold beyond the day before `day`; those that had yet to begin disappear.
 * What an administrator or a leader gave is not the file's to end.
 */
export async function endOthers(tx: Tx, officer: string, kept: readonly string[], day: LocalDate): Promise<void> {
  await sql`delete from identity.capacity where officer = ${officer} and id <> all(${kept}::uuid[]) and given_by is null and valid_from >= ${day}::date`.execute(tx)
  await sql`update identity.capacity set valid_to = ${day}::date - 1
    where officer = ${officer} and id <> all(${kept}::uuid[]) and given_by is null and (valid_to is null or valid_to >= ${day}::date)`.execute(tx)
}

/** Titles of capacities, ended ones too, by id. */
export async function titlesOfCapacities(tx: Tx, ids: readonly string[]): Promise<Map<string, { vi: string; en: string }>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; vi: string; en: string }>`select id, title_vi as vi, title_en as en from identity.capacity where id = any(${ids}::uuid[])`.execute(tx)
  return new Map(rows.map(({ id, vi, en }) => [id, { vi, en }]))
}
