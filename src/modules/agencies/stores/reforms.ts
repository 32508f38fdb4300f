import type { LocalDate } from '#kernel/local-time'
import { sql, type Db, type Tx } from '#platform/db'

/** A reform that was decided. `finishedAt` is null while rows still follow it. */
export type ReformRow = {
  id: string
  day: LocalDate
  title: { vi: string; en: string }
  basis: string
  plan: unknown
  planHash: string
  appliedAt: Date
  appliedBy: string
  finishedAt: Date | null
}

/** How far the rows of one module have followed. */
export type ProgressRow = { reform: string; module: string; total: number; done: number; next: string | null; finishedAt: Date | null }

const columns = sql`id, day, title, basis, plan, plan_hash as "planHash", applied_at as "appliedAt", applied_by as "appliedBy", finished_at as "finishedAt"`

/** The reform of this id, held until the transaction ends. */
export async function holdReform(tx: Tx, id: string): Promise<ReformRow | undefined> {
  return (await sql<ReformRow>`select ${columns} from agencies.reform where id = ${id} for update`.execute(tx)).rows[0]
}

/** Every reform, the newest day first. */
export async function listReforms(tx: Tx | Db): Promise<ReformRow[]> {
  return (await sql<ReformRow>`select ${columns} from agencies.reform order by day desc, id`.execute(tx)).rows
}

/** Those in force on a day that not every row has followed, and those whose day lies after `since`; the oldest first. Almost always none. */
export async function reformsAround(tx: Tx | Db, since: LocalDate, on: LocalDate): Promise<ReformRow[]> {
  return (await sql<ReformRow>`select ${columns} from agencies.reform where day <= ${on}::date and (finished_at is null or day > ${since}::date) order by day, id`.execute(tx)).rows
}

/** Those in force on a day whose rows have not all followed, the oldest first. Almost always none: one look at a small index. */
export async function underWay(tx: Tx | Db, on: LocalDate): Promise<ReformRow[]> {
  return (await sql<ReformRow>`select ${columns} from agencies.reform where finished_at is null and day <= ${on}::date order by day, id`.execute(tx)).rows
}

/** Keeps a reform with a line of progress for each module. False when it is there already. */
export async function insertReform(tx: Tx, reform: Omit<ReformRow, 'finishedAt'>, totals: Readonly<Record<string, number>>): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into agencies.reform (id, day, title, basis, plan, plan_hash, applied_at, applied_by)
    values (${reform.id}, ${reform.day}::date, ${JSON.stringify(reform.title)}::jsonb, ${reform.basis}, ${JSON.stringify(reform.plan)}::jsonb, ${reform.planHash}, ${reform.appliedAt}, ${reform.appliedBy})
    on conflict (id) do nothing`.execute(tx)
  if (numAffectedRows === 0n) return false
  for (const [module, total] of Object.entries(totals)) await sql`insert into agencies.reform_progress (reform, module, total) values (${reform.id}, ${module}, ${total})`.execute(tx)
  return true
}

/** Keeps a reform of the past that no record has to follow any more. */
export async function insertFinished(tx: Tx, reform: Omit<ReformRow, 'finishedAt'>): Promise<void> {
  await sql`
    insert into agencies.reform (id, day, title, basis, plan, plan_hash, applied_at, applied_by, finished_at)
    values (${reform.id}, ${reform.day}::date, ${JSON.stringify(reform.title)}::jsonb, ${reform.basis}, ${JSON.stringify(reform.plan)}::jsonb, ${reform.planHash}, ${reform.appliedAt}, ${reform.appliedBy},
      ${reform.appliedAt})
    on conflict (id) do update set title = excluded.title, basis = excluded.basis, plan = excluded.plan, plan_hash = excluded.plan_hash`.execute(tx)
}

/** The progress of a reform, module by module. */
export async function progressOf(tx: Tx | Db, reform: string): Promise<ProgressRow[]> {
  const { rows } = await sql<ProgressRow>`
    select reform, module, total, done, next, finished_at as "finishedAt" from agencies.reform_progress where reform = ${reform} order by module`.execute(tx)
  return rows
}

/** The line of one module, held until the transaction ends: two walkers take turns. */
export async function holdProgress(tx: Tx, reform: string, module: string): Promise<ProgressRow | undefined> {
  const { rows } = await sql<ProgressRow>`
    select reform, module, total, done, next, finished_at as "finishedAt" from agencies.reform_progress where reform = ${reform} and module = ${module} for update`.execute(tx)
  return rows[0]
}

/** Notes a batch in its own transaction. */
export async function noteBatch(tx: Tx, line: { reform: string; module: string; moved: number; next: string | null; at: Date }): Promise<void> {
  await sql`
    update agencies.reform_progress set done = done + ${line.moved}, next = ${line.next}, finished_at = ${line.next === null ? line.at : null}
     where reform = ${line.reform} and module = ${line.module}`.execute(tx)
}

/** Marks a reform as finished when every module's rows have followed. */
export async function finishReform(tx: Tx | Db, reform: string, at: Date): Promise<void> {
  await sql`
    update agencies.reform set finished_at = ${at} where id = ${reform} and finished_at is null
       and not exists (select from agencies.reform_progress where reform = ${reform} and finished_at is null)`.execute(tx)
}
