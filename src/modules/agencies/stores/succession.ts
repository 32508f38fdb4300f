import type { LocalDate } from '#kernel/local-time'
import { sql, type Tx } from '#platform/db'
import type { AgencyLink } from '#platform/reform'
import type { Agency } from '../contract.ts'

/** Puts the lines of a day in place, in one statement. */
export async function saveLinks(tx: Tx, day: LocalDate, links: readonly Omit<AgencyLink, 'serves'>[], source: string): Promise<void> {
  await sql`
    insert into agencies.succession (predecessor, successor, on_day, area, main, source)
    select "from", "to", ${day}::date, area, main, ${source} from jsonb_to_recordset(${JSON.stringify(links)}::jsonb) as link("from" text, "to" text, area text, main boolean)
    on conflict (predecessor, on_day, successor, coalesce(area, '')) do update set main = excluded.main, source = excluded.source`.execute(tx)
}

/** The lines of a day, each with the unit its successor serves. */
export async function linksOn(tx: Tx, day: LocalDate): Promise<AgencyLink[]> {
  const { rows } = await sql<AgencyLink>`
    select s.predecessor as "from", s.successor as "to", s.area, s.main, a.area as serves
      from agencies.succession s join agencies.agency a on a.code = s.successor where s.on_day = ${day}::date order by s.predecessor, s.successor, s.area nulls last`.execute(tx)
  return rows
}

/** Ends agencies on a day; one that ended earlier keeps its end. */
export async function endAgencies(tx: Tx, codes: readonly string[], day: LocalDate): Promise<void> {
  await sql`update agencies.agency set valid_to = ${day}::date where code = any(${codes}::text[]) and valid_from < ${day}::date and valid_to is null`.execute(tx)
}

/** Keeps what agencies were called, served and belonged to before the day they change. What was kept once stays. */
export async function keepFormer(tx: Tx, agencies: readonly Agency[], day: LocalDate): Promise<void> {
  await sql`
    insert into agencies.former (agency, until, name, short_name, area, parent)
    select code, ${day}::date, name, "shortName", area, parent
      from jsonb_to_recordset(${JSON.stringify(agencies)}::jsonb) as row(code text, name jsonb, "shortName" jsonb, area text, parent text)
    on conflict (agency, until) do nothing`.execute(tx)
}

/** A step from one agency to the next on a day. */
export type Step = { day: LocalDate; from: string; to: string; area: string | null; main: boolean }

/** Every step that begins at one of these agencies, or at what they became, until a day: few, because agencies end seldom. */
export async function stepsFrom(tx: Tx, agency: string, by: LocalDate): Promise<Step[]> {
  const { rows } = await sql<Step>`
    with recursive step as (
      select s.* from agencies.succession s where s.predecessor = ${agency} and s.on_day <= ${by}::date
      union select s.* from step join agencies.succession s on s.predecessor = step.successor and s.on_day > step.on_day and s.on_day <= ${by}::date)
    select on_day as day, predecessor as "from", successor as "to", area, main from step order by on_day`.execute(tx)
  return rows
}

/** What agencies were before this one, over any number of reforms. */
export async function predecessorsOf(tx: Tx, agency: string): Promise<{ code: string; day: LocalDate }[]> {
  const { rows } = await sql<{ code: string; day: LocalDate }>`
    with recursive earlier as (
      select predecessor, on_day from agencies.succession where successor = ${agency}
      union select s.predecessor, s.on_day from earlier join agencies.succession s on s.successor = earlier.predecessor and s.on_day < earlier.on_day)
    select distinct predecessor as code, on_day as day from earlier order by code`.execute(tx)
  return rows
}
