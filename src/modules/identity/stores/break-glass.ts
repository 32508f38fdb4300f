import type { LocalDate } from '#kernel/local-time'
import { sql, type Tx } from '#platform/db'

export type BreakGlassRow = { id: string; officer: string; codeHash: Buffer; usedAt: Date | null; reason: string | null; address: string | null; reviewedAt: Date | null; reviewedBy: string | null; review: string | null }

const columns = sql`b.id, b.officer, b.code_hash as "codeHash", b.used_at as "usedAt", b.reason, b.address, b.reviewed_at as "reviewedAt", o.name as "reviewedBy", b.review`
const from = sql`identity.break_glass b left join identity.officer o on o.id = b.reviewed_by`

/** A new paper; the one before is worth nothing from here on. */
export async function keepBreakGlass(tx: Tx, row: { id: string; officer: string; codeHash: Buffer; at: Date }): Promise<void> {
  await sql`update identity.break_glass set replaced_at = ${row.at} where officer = ${row.officer} and replaced_at is null and used_at is null`.execute(tx)
  await sql`insert into identity.break_glass (id, officer, code_hash, made_at) values (${row.id}, ${row.officer}, ${row.codeHash}, ${row.at})`.execute(tx)
  await sql`update identity.officer set idle_exempt = true where id = ${row.officer}`.execute(tx)
}

/** The paper that may be used now, undefined when there is none. */
export const readyBreakGlass = async (tx: Tx): Promise<BreakGlassRow | undefined> =>
  (await sql<BreakGlassRow>`select ${columns} from ${from} where b.replaced_at is null and b.used_at is null order by b.made_at desc limit 1`.execute(tx)).rows[0]

/** Uses a paper up. False when somebody was faster. */
export async function spendBreakGlass(tx: Tx, id: string, use: { at: Date; reason: string; address: string; capacity: string }): Promise<boolean> {
  const { numAffectedRows } = await sql`update identity.break_glass set used_at = ${use.at}, reason = ${use.reason}, address = ${use.address}, capacity = ${use.capacity}
    where id = ${id} and used_at is null and replaced_at is null`.execute(tx)
  return numAffectedRows === 1n
}

/** Every use, the newest first. */
export const listUses = async (tx: Tx): Promise<BreakGlassRow[]> => (await sql<BreakGlassRow>`select ${columns} from ${from} where b.used_at is not null order by b.used_at desc limit 100`.execute(tx)).rows

/** Keeps what somebody found. False when there is no such use, or somebody has looked at it. */
export async function keepReview(tx: Tx, id: string, by: string, at: Date, review: string): Promise<boolean> {
  const { numAffectedRows } = await sql`update identity.break_glass set reviewed_at = ${at}, reviewed_by = ${by}, review = ${review} where id = ${id} and used_at is not null and reviewed_at is null and officer <> ${by}`.execute(tx)
  return numAffectedRows === 1n
}

/** The capacity that a use earlier on the same day gave, open again; undefined when this is the first use of the day. */
export const reopenCapacity = async (tx: Tx, officer: string, on: LocalDate): Promise<string | undefined> =>
  (await sql<{ id: string }>`update identity.capacity c set ended_at = null, end_reason = null from identity.break_glass b where b.capacity = c.id and c.officer = ${officer} and c.valid_from = ${on}::date returning c.id`.execute(tx)).rows[0]?.id

/** Ends the capacities whose last use began before a moment. */
export async function endUses(tx: Tx, before: Date, at: Date): Promise<void> {
  await sql`update identity.capacity c set ended_at = ${at}, end_reason = 'emergency access is over' where c.ended_at is null
    and c.id in (select capacity from identity.break_glass where used_at is not null group by capacity having max(used_at) < ${before})`.execute(tx)
}

/** The accounts of emergency papers: one, unless somebody renamed it. */
export const emergencyOfficers = async (tx: Tx): Promise<Set<string>> => new Set((await sql<{ officer: string }>`select distinct officer from identity.break_glass`.execute(tx)).rows.map(({ officer }) => officer))
