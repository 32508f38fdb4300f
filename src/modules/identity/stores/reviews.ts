import type { LocalDate } from '#kernel/local-time'
import { sql, type Tx } from '#platform/db'
import { capacityFacts, type CapacityFacts } from './administration.ts'
import { holding } from './officers.ts'

export type ReviewRow = { id: string; agency: string; openedAt: Date; openedBy: string; finishedAt: Date | null; lines: number; kept: number; ended: number }

const reviewColumns = sql`r.id, r.agency, r.opened_at as "openedAt", o.name as "openedBy", r.finished_at as "finishedAt",
  (select count(*) from identity.review_line l where l.review = r.id) as lines,
  (select count(*) from identity.review_line l where l.review = r.id and l.decision = 'keep') as kept,
  (select count(*) from identity.review_line l where l.review = r.id and l.decision = 'end') as ended`

/** Opens a review with a line for each capacity that holds on the day. False when one is open for this agency. */
export async function insertReview(tx: Tx, review: { id: string; agency: string; agencies: readonly string[]; by: string; at: Date; day: LocalDate }): Promise<boolean> {
  const { numAffectedRows } = await sql`insert into identity.review (id, agency, opened_by, opened_at) values (${review.id}, ${review.agency}, ${review.by}, ${review.at})
    on conflict (agency) where finished_at is null do nothing`.execute(tx)
  if (numAffectedRows !== 1n) return false
  await sql`insert into identity.review_line (review, capacity)
    select ${review.id}, c.id from identity.capacity c join identity.officer o on o.id = c.officer
     where c.agency = any(${review.agencies}::text[]) and o.disabled_at is null and ${holding(review.day)}`.execute(tx)
  return true
}

export async function listReviews(tx: Tx, agencies: readonly string[]): Promise<ReviewRow[]> {
  const { rows } = await sql<ReviewRow>`select ${reviewColumns} from identity.review r join identity.officer o on o.id = r.opened_by
    where r.agency = any(${agencies}::text[]) order by r.opened_at desc, r.id limit 50`.execute(tx)
  return rows
}

export async function findReview(tx: Tx, id: string): Promise<ReviewRow | undefined> {
  return (await sql<ReviewRow>`select ${reviewColumns} from identity.review r join identity.officer o on o.id = r.opened_by where r.id = ${id}`.execute(tx)).rows[0]
}

/** Locks a review until the end of the transaction. */
export async function lockReview(tx: Tx, id: string): Promise<void> {
  await sql`select from identity.review where id = ${id} for update`.execute(tx)
}

export type ReviewLine = CapacityFacts & { decision: 'keep' | 'end' | null; reason: string | null; decidedAt: Date | null; decidedBy: string | null }

/** Lines of a review after an (agency, capacity), undecided or not. */
export async function listLines(tx: Tx, review: string, after: { agency: string; id: string } | null, size: number): Promise<ReviewLine[]> {
  const beyond = after === null ? sql`` : sql` and (c.agency, c.id) > (${after.agency}, ${after.id}::uuid)`
  const { rows } = await sql<ReviewLine>`
    select ${capacityFacts}, l.decision, l.reason, l.decided_at as "decidedAt", b.name as "decidedBy"
      from identity.review_line l join identity.capacity c on c.id = l.capacity join identity.officer o on o.id = c.officer left join identity.officer b on b.id = l.decided_by
     where l.review = ${review}${beyond} order by c.agency, c.id limit ${size}`.execute(tx)
  return rows
}

/** Decides lines of a review; what was decided before is decided anew. Resolves to how many there were. */
export async function decideLines(tx: Tx, review: string, capacities: readonly string[], decision: { decision: 'keep' | 'end'; reason: string | null; by: string; at: Date }): Promise<number> {
  const { numAffectedRows } = await sql`
    update identity.review_line set decision = ${decision.decision}, reason = ${decision.reason}, decided_by = ${decision.by}, decided_at = ${decision.at}
     where review = ${review} and capacity = any(${capacities}::uuid[]) and decision is distinct from 'end'`.execute(tx)
  return Number(numAffectedRows)
}

/** False while a line of a capacity that still holds waits for a decision. */
export async function finishReview(tx: Tx, id: string, by: string, at: Date, day: LocalDate): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update identity.review set finished_by = ${by}, finished_at = ${at} where id = ${id} and finished_at is null and not exists (
      select from identity.review_line l join identity.capacity c on c.id = l.capacity where l.review = ${id} and l.decision is null and ${holding(day)})`.execute(tx)
  return numAffectedRows === 1n
}

/** Agencies with capacities that nobody has looked at since before a day: how many, and since when the oldest. */
export async function overdueAgencies(tx: Tx, day: LocalDate, before: LocalDate): Promise<{ agency: string; count: number; since: LocalDate }[]> {
  const { rows } = await sql<{ agency: string; count: number; since: LocalDate }>`
    select agency, count(*) as count, min(looked) as since from (
      select c.agency, greatest(c.valid_from, (select max((l.decided_at at time zone 'Asia/Ho_Chi_Minh')::date) from identity.review_line l where l.capacity = c.id and l.decision = 'keep')) as looked
        from identity.capacity c join identity.officer o on o.id = c.officer where o.disabled_at is null and ${holding(day)}) each
     where looked <= ${before}::date group by agency order by agency`.execute(tx)
  return rows
}
