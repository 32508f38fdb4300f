import type { LocalDate } from '#kernel/local-time'
import { fold } from '#kernel/text'
import { escapeLike, only, sql, type Piece, type Tx } from '#platform/db'
import type { OfficerState } from '../administration-rules.ts'
import { holding, type CapacityRow, type OfficerRole } from './officers.ts'

/** A capacity with everything that is known of it. */
export type CapacityFacts = CapacityRow & {
  username: string
  delegatedFrom: string | null
  endedAt: Date | null
  endReason: string | null
  givenAt: Date | null
  usedAt: Date | null
  document: string | null
}

/** Columns of `CapacityFacts`, of rows `c` and `o`. */
export const capacityFacts = sql`c.id, c.officer, o.name, o.username, c.role, c.agency, c.field, c.procedure, c.title_vi as "titleVi", c.title_en as "titleEn",
  c.signs_as as "signsAs", c.valid_from as "validFrom", c.valid_to as "validTo", c.delegated_from as "delegatedFrom", c.ended_at as "endedAt", c.end_reason as "endReason",
  c.given_at as "givenAt", c.used_at as "usedAt", c.document`

export type AccountRow = {
  id: string
  username: string
  name: string
  state: OfficerState
  hasPassword: boolean
  demonstration: boolean
  seenAt: Date | null
  createdAt: Date
  disabledAt: Date | null
  disabledReason: string | null
}

/** What the state of an account is judged by: the day, the day before which a sign-in is too old, and who is locked now. */
export type Judging = { day: LocalDate; idleBefore: LocalDate; locked: readonly string[] }

const stateOf = ({ day, idleBefore, locked }: Judging): Piece => sql`case
  when o.disabled_at is not null then 'disabled'
  when not exists (select from identity.capacity c where c.officer = o.id and c.ended_at is null and (c.valid_to is null or c.valid_to >= ${day}::date)) then 'ended'
  when o.id = any(${locked}::uuid[]) then 'locked'
  when o.seen_at is null then 'never'
  when (o.seen_at at time zone 'Asia/Ho_Chi_Minh')::date < ${idleBefore}::date then 'idle'
  else 'active' end`

const accountColumns = (judging: Judging): Piece => sql`o.id, o.username, o.name, ${stateOf(judging)} as state, o.password_hash is not null as "hasPassword", o.demonstration,
  o.seen_at as "seenAt", o.created_at as "createdAt", o.disabled_at as "disabledAt", o.disabled_reason as "disabledReason"`

const inScope = (scope: readonly string[]): Piece => sql`exists (select from identity.capacity c where c.officer = o.id and c.agency = any(${scope}::text[]))`

export type OfficerFilter = { q?: string | undefined; agency?: string | undefined; role?: OfficerRole | undefined; state?: OfficerState | undefined }

/** Officers who have or had a capacity within the scope, in the order of their names, after the one of this id: no name stands in an address. */
export async function listAccounts(
  tx: Tx, scope: readonly string[], filter: OfficerFilter, page: { judging: Judging; after: string | null; size: number },
): Promise<AccountRow[]> {
  const words = fold(filter.q ?? '').split(' ').filter(Boolean)
  const parts = [
    inScope(filter.agency === undefined ? scope : scope.filter((code) => code === filter.agency)),
    ...words.map((word) => sql`(o.name_folded like ${`%${escapeLike(word)}%`} or o.username like ${`%${escapeLike(word)}%`})`),
    ...(filter.role === undefined ? [] : [sql`exists (select from identity.capacity c where c.officer = o.id and c.role = ${filter.role} and ${holding(page.judging.day)})`]),
    ...(filter.state === undefined ? [] : [sql`${stateOf(page.judging)} = ${filter.state}`]),
    ...(page.after === null ? [] : [sql`(o.name_folded, o.id) > (select l.name_folded, l.id from identity.officer l where l.id = ${page.after})`]),
  ]
  const { rows } = await sql<AccountRow>`
    select ${accountColumns(page.judging)} from identity.officer o
     where ${sql.join(parts, sql` and `)} order by o.name_folded, o.id limit ${page.size}`.execute(tx)
  return rows
}

/** How many officers of the scope stand in each state; states that nobody is in are left out. */
export async function countStates(tx: Tx, scope: readonly string[], judging: Judging): Promise<{ state: OfficerState; count: number }[]> {
  const { rows } = await sql<{ state: OfficerState; count: number }>`
    select state, count(*) as count from (select ${stateOf(judging)} as state from identity.officer o where ${inScope(scope)}) each group by state`.execute(tx)
  return rows
}

export async function findAccount(tx: Tx, id: string, judging: Judging): Promise<AccountRow | undefined> {
  return (await sql<AccountRow>`select ${accountColumns(judging)} from identity.officer o where o.id = ${id}`.execute(tx)).rows[0]
}

/** Usernames of the scope by id: whoever is locked is known by a digest of the name alone. */
export async function usernamesIn(tx: Tx, scope: readonly string[]): Promise<{ id: string; username: string }[]> {
  return (await sql<{ id: string; username: string }>`select o.id, o.username from identity.officer o where ${inScope(scope)}`.execute(tx)).rows
}

/** Digests of the names that are locked now. */
export async function lockedNames(tx: Tx, failures: number, since: Date): Promise<Buffer[]> {
  const { rows } = await sql<{ index: Buffer }>`select name_index as index from identity.attempt where failed >= ${failures} and failed_at > ${since}`.execute(tx)
  return rows.map(({ index }) => index)
}

/** Every capacity of these officers, past and to come: the newest first. */
export async function capacitiesOfAll(tx: Tx, officers: readonly string[]): Promise<CapacityFacts[]> {
  if (officers.length === 0) return []
  const { rows } = await sql<CapacityFacts>`
    select ${capacityFacts} from identity.capacity c join identity.officer o on o.id = c.officer
     where c.officer = any(${officers}::uuid[]) order by c.valid_from desc, c.id desc`.execute(tx)
  return rows
}

/** A capacity, locked until the end of the transaction: nobody else ends it or delegates from it meanwhile. */
export async function lockCapacity(tx: Tx, id: string): Promise<CapacityFacts | undefined> {
  const { rows } = await sql<CapacityFacts>`
    select ${capacityFacts} from identity.capacity c join identity.officer o on o.id = c.officer where c.id = ${id} for update of c`.execute(tx)
  return rows[0]
}

export async function insertOfficer(tx: Tx, row: { id: string; username: string; name: string; by: string; at: Date }): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into identity.officer (id, username, name, name_folded, created_by, created_at)
    values (${row.id}, ${row.username}, ${row.name}, ${fold(row.name)}, ${row.by}, ${row.at}) on conflict (username) do nothing`.execute(tx)
  return numAffectedRows === 1n
}

export type NewCapacity = Omit<CapacityRow, 'name'> & { delegatedFrom: string | null; document: string | null; by: string; at: Date }

/** Adds a capacity. False when the officer holds the same one from the same day already. */
export async function insertCapacity(tx: Tx, row: NewCapacity): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into identity.capacity (id, officer, role, agency, field, procedure, title_vi, title_en, signs_as, valid_from, valid_to, delegated_from, document, given_by, given_at)
    values (${row.id}, ${row.officer}, ${row.role}, ${row.agency}, ${row.field}, ${row.procedure}, ${row.titleVi}, ${row.titleEn}, ${row.signsAs}, ${row.validFrom}::date,
      ${row.validTo}::date, ${row.delegatedFrom}, ${row.document}, ${row.by}, ${row.at}) on conflict do nothing`.execute(tx)
  return numAffectedRows === 1n
}

/** Sets the last day of a capacity, and with it why. */
export async function endCapacityOn(tx: Tx, id: string, on: LocalDate, by: string, reason: string): Promise<void> {
  await sql`update identity.capacity set valid_to = ${on}::date, ended_by = ${by}, end_reason = ${reason} where id = ${id}`.execute(tx)
}

/** Ends a capacity at this moment. */
export async function endCapacityNow(tx: Tx, id: string, at: Date, by: string, reason: string): Promise<void> {
  await sql`update identity.capacity set ended_at = ${at}, ended_by = ${by}, end_reason = ${reason} where id = ${id} and ended_at is null`.execute(tx)
}

export async function setDisabled(tx: Tx, officer: string, at: Date | null, reason: string | null): Promise<void> {
  await sql`update identity.officer set disabled_at = ${at}, disabled_reason = ${reason} where id = ${officer}`.execute(tx)
}

/** From here to the end of the transaction, nobody else takes an administrator away. */
export async function lockAdministration(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('identity.administration'))`.execute(tx)
}

/** How many other people still administer one of these agencies on the day after `day`, and for longer. */
export async function countAdministrators(tx: Tx, agencies: readonly string[], day: LocalDate, without: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(distinct c.officer) as count from identity.capacity c join identity.officer o on o.id = c.officer
     where c.role = 'administrator' and c.agency = any(${agencies}::text[]) and c.officer <> ${without} and o.disabled_at is null and c.ended_at is null
       and c.valid_from <= ${day}::date + 1 and (c.valid_to is null or c.valid_to > ${day}::date)`.execute(tx)
  return only(rows).count
}

/** Every administrator of a day with their agency. */
export async function administratorsOn(tx: Tx, day: LocalDate): Promise<{ officer: string; agency: string }[]> {
  const { rows } = await sql<{ officer: string; agency: string }>`
    select distinct c.officer, c.agency from identity.capacity c join identity.officer o on o.id = c.officer
     where c.role = 'administrator' and o.disabled_at is null and ${holding(day)} order by 1, 2`.execute(tx)
  return rows
}

/** Capacities of agencies whose last day lies within these days, soonest first; at most fifty. */
export async function capacitiesEnding(tx: Tx, agencies: readonly string[], from: LocalDate, to: LocalDate): Promise<CapacityFacts[]> {
  const { rows } = await sql<CapacityFacts>`
    select ${capacityFacts} from identity.capacity c join identity.officer o on o.id = c.officer
     where c.agency = any(${agencies}::text[]) and o.disabled_at is null and ${holding(from)} and c.valid_to between ${from}::date and ${to}::date
     order by c.valid_to, c.id limit 50`.execute(tx)
  return rows
}

/** The own capacities that people hold at these agencies on a day, by name; what was delegated to them is left out. */
export async function holdersAt(tx: Tx, agencies: readonly string[], day: LocalDate): Promise<CapacityFacts[]> {
  const { rows } = await sql<CapacityFacts>`
    select ${capacityFacts} from identity.capacity c join identity.officer o on o.id = c.officer
     where c.agency = any(${agencies}::text[]) and o.disabled_at is null and c.delegated_from is null and ${holding(day)} order by o.name_folded, c.id`.execute(tx)
  return rows
}
