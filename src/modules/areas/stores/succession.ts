import type { LocalDate } from '#kernel/local-time'
import { sql, type Tx } from '#platform/db'
import type { Area } from '../contract.ts'
import { columns } from '../store.ts'

/** A unit that another became, or was before: `share` is how much of the unit that was asked about is, or was, part of it. */
export type Kin = { code: string; name: { vi: string; en: string }; share: number; main: boolean }

/**
 * What the unit that had this code on a day has become by a later one, over any number of reforms: itself when nothing happened. The largest part first;
 * `main` is where its records went. Empty when there was no such unit.
 */
export async function successorsOf(tx: Tx, unit: { code: string; on: LocalDate }, by: LocalDate): Promise<Kin[]> {
  const { rows } = await sql<Kin>`
    with recursive line as (
      select code, name, valid_from, valid_to, 1::float8 as share, true as main from areas.area
       where code = ${unit.code} and valid_from <= ${unit.on}::date and (valid_to is null or ${unit.on}::date < valid_to)
      union all
      select next.code, next.name, next.valid_from, next.valid_to, line.share * link.share, line.main and link.main
        from line
        join areas.succession link on link.predecessor = line.code and link.on_day = line.valid_to and link.on_day <= ${by}::date
        join areas.area next on next.code = link.successor and next.valid_from <= link.on_day and (next.valid_to is null or link.on_day < next.valid_to))
    select code, name, sum(share)::float8 as share, bool_or(main) as main from line
     where valid_from <= ${by}::date and (valid_to is null or ${by}::date < valid_to)
     group by code, name order by share desc, code`.execute(tx)
  return rows
}

/** Of which units of an earlier day a unit is made; `share` is how much of each went into it. */
export async function predecessorsOf(tx: Tx, unit: { code: string; on: LocalDate }, at: LocalDate): Promise<Kin[]> {
  const { rows } = await sql<Kin>`
    with recursive line as (
      select code, name, valid_from, valid_to, 1::float8 as share, true as main from areas.area
       where code = ${unit.code} and valid_from <= ${unit.on}::date and (valid_to is null or ${unit.on}::date < valid_to)
      union all
      select earlier.code, earlier.name, earlier.valid_from, earlier.valid_to, line.share * link.share, line.main and link.main
        from line
        join areas.succession link on link.successor = line.code and link.on_day > ${at}::date and link.on_day >= line.valid_from and (line.valid_to is null or link.on_day < line.valid_to)
        join areas.area earlier on earlier.code = link.predecessor and earlier.valid_to = link.on_day)
    select code, name, sum(share)::float8 as share, bool_or(main) as main from line
     where valid_from <= ${at}::date and (valid_to is null or ${at}::date < valid_to)
     group by code, name order by share desc, code`.execute(tx)
  return rows
}

/**
 * Under which code what was this unit on `on` is found on `by`: its main successor when it has ended since. Undefined when there was no such unit.
 */
export async function presentCode(tx: Tx, unit: { code: string; on: LocalDate }, by: LocalDate): Promise<string | undefined> {
  return (await successorsOf(tx, unit, by)).find(({ main }) => main)?.code
}

/**
 * The code under which a unit that somebody wrote down on `since` is found on `on`. A code that is no unit's any more, though it was written down today, is followed from
 * the last day on which it was one: other systems learn of a reform later than we do. Undefined when there never was such a unit.
 */
export async function codeToday(tx: Tx, unit: { code: string; since: LocalDate }, on: LocalDate): Promise<string | undefined> {
  const { rows } = await sql<{ until: LocalDate | null; stands: boolean }>`
    select (valid_to - 1) as until, (valid_from <= ${unit.since}::date and (valid_to is null or ${unit.since}::date < valid_to)) as stands
      from areas.area where code = ${unit.code} and valid_from <= ${on}::date order by valid_from desc`.execute(tx)
  const there = rows.find(({ stands }) => stands) ?? rows[0]
  if (!there) return undefined
  if (there.until === null) return unit.code
  return presentCode(tx, { code: unit.code, on: there.until }, on)
}

/** The day on which communes last changed, until a day; undefined when they never did. */
export async function lastChange(tx: Tx, until: LocalDate): Promise<LocalDate | undefined> {
  const { rows } = await sql<{ day: LocalDate | null }>`
    select max(s.on_day) as day from areas.succession s where s.on_day <= ${until}::date and exists (select from areas.area a where a.code = s.predecessor and a.valid_to = s.on_day and a.level = 'commune')`.execute(tx)
  return rows[0]?.day ?? undefined
}

/** Every unit that ever was, by code and beginning. */
export async function unitsOfAllTimes(tx: Tx): Promise<Area[]> {
  const { rows } = await sql<Area>`select ${columns} from areas.area order by code, valid_from`.execute(tx)
  return rows
}

/** A line of a reform. */
export type UnitLink = { from: string; to: string; share: number; main: boolean }

/** The lines of one day, by predecessor. */
export async function linksOn(tx: Tx, day: LocalDate): Promise<UnitLink[]> {
  const { rows } = await sql<UnitLink>`
    select predecessor as "from", successor as "to", share::float8 as share, main from areas.succession where on_day = ${day}::date order by predecessor, successor`.execute(tx)
  return rows
}

/** Puts the lines of a day in place, in one statement. */
export async function saveLinks(tx: Tx, day: LocalDate, links: readonly UnitLink[], source: string): Promise<void> {
  await sql`
    insert into areas.succession (predecessor, successor, on_day, share, main, source)
    select "from", "to", ${day}::date, share, main, ${source} from jsonb_to_recordset(${JSON.stringify(links)}::jsonb) as link("from" text, "to" text, share numeric, main boolean)
    on conflict (predecessor, on_day, successor) do update set share = excluded.share, main = excluded.main, source = excluded.source`.execute(tx)
}

/** Ends units on a day, in one statement; one that ended earlier keeps its end. */
export async function endUnits(tx: Tx, codes: readonly string[], day: LocalDate): Promise<void> {
  await sql`update areas.area set valid_to = ${day}::date where code = any(${codes}::text[]) and valid_from < ${day}::date and valid_to is null`.execute(tx)
}
