import type { LocalDate } from '#kernel/local-time'
import { sql, type Piece, type Tx } from '#platform/db'

/** What becomes of what belongs to a unit or an agency. */
export type Line = { from: string; to: string }

const dayBegins = (day: LocalDate): Piece => sql`(${day}::date::timestamp at time zone 'Asia/Ho_Chi_Minh')`
const lines = (list: readonly Line[]): Piece => sql`jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as line("from" text, "to" text)`

// of an ended agency: what would still give rights on the day, and what would begin to
const goesOn = (day: LocalDate): Piece => sql`c.ended_at is null and (c.valid_to is null or c.valid_to >= ${day}::date)`
const unmoved = (day: LocalDate): Piece => sql`(z.updated_at < ${dayBegins(day)} and (z.area_settled is null or z.area_settled < ${day}::date))`

/** Somebody's role at an agency that ends. */
export type Ending = { officer: string; name: string; role: string; title: { vi: string; en: string }; from: string; delegated: boolean }

/** The capacities of these agencies that reach the day, by agency, heads first. */
export async function listCapacities(tx: Tx, agencies: readonly string[], day: LocalDate): Promise<Ending[]> {
  const { rows } = await sql<Ending>`
    select c.officer, o.name, c.role, jsonb_build_object('vi', c.title_vi, 'en', c.title_en) as title, c.agency as "from", c.delegated_from is not null as delegated
      from identity.capacity c join identity.officer o on o.id = c.officer
     where c.agency = any(${agencies}::text[]) and ${goesOn(day)}
     order by c.agency, array_position(array['leader', 'officer', 'clerk'], c.role) nulls last, cardinality(string_to_array(c.signs_as, e'\\n')) nulls last, o.name, c.id`.execute(tx)
  return rows
}

/**
 * Gives everybody who has a role at an ended agency the same role at what it becomes, from the day on, and ends the old one with the day before. What was delegated
 * ends and is not given again: whoever signs for the new agency delegates anew. Resolves to how many ended.
 */
export async function moveCapacities(tx: Tx, list: readonly Line[], day: LocalDate): Promise<number> {
  await sql`
    insert into identity.capacity (id, officer, role, agency, field, procedure, title_vi, title_en, signs_as, valid_from, valid_to, document, given_by, given_at)
    select gen_random_uuid(), c.officer, c.role, line."to", c.field, c.procedure, c.title_vi, c.title_en, c.signs_as, greatest(c.valid_from, ${day}::date), c.valid_to, c.document, c.given_by, c.given_at
      from identity.capacity c join ${lines(list)} on line."from" = c.agency
     where ${goesOn(day)} and c.delegated_from is null
    on conflict do nothing`.execute(tx)
  const { numAffectedRows } = await sql`
    update identity.capacity c set valid_to = case when c.valid_from < ${day}::date then ${day}::date - 1 else c.valid_to end,
           ended_at = case when c.valid_from < ${day}::date then c.ended_at else ${dayBegins(day)} end
     where c.agency = any(${list.map(({ from }) => from)}::text[]) and ${goesOn(day)}`.execute(tx)
  return Number(numAffectedRows ?? 0n)
}

/** How many citizens live in these units, as far as their national identity told it before the day. */
export async function countResidents(tx: Tx, areas: readonly string[], day: LocalDate): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from identity.citizen z where z.area = any(${areas}::text[]) and ${unmoved(day)}`.execute(tx)
  return rows[0]?.count ?? 0
}

/** Gives the next citizens after `from` the unit that theirs became. Resolves to how many, and to the last one when there may be more. */
export async function moveResidents(tx: Tx, list: readonly Line[], given: { day: LocalDate; from: string | null; size: number }): Promise<{ moved: number; last: string | null }> {
  const { day, from, size } = given
  const { rows } = await sql<{ id: string }>`
    select z.id from identity.citizen z where ${from === null ? sql`true` : sql`z.id > ${from}::uuid`} order by z.id limit ${size}`.execute(tx)
  const ids = rows.map(({ id }) => id)
  const { numAffectedRows } = await sql`
    update identity.citizen z set area = line."to", area_settled = ${day}::date from ${lines(list)}
     where z.id = any(${ids}::uuid[]) and z.area = line."from" and ${unmoved(day)}`.execute(tx)
  return { moved: Number(numAffectedRows ?? 0n), last: ids.length === size ? (ids.at(-1) ?? null) : null }
}
