import type { LocalDate } from '#kernel/local-time'
import { sql, type Piece, type Tx } from '#platform/db'
import type { Change } from '#platform/reform'

/** Where a dossier belongs: the commune, the desk that has it, the counter where the result is collected, the authority that decides. */
export type Belonging = { area: string; receiving: string; collecting: string; competent: string }

/** Dossiers that belong alike, and the unit that a person decided for them. */
export type Alike = Belonging & { decided: string | null }

/** Where such dossiers go. */
export type Going = { from: Alike; to: Belonging }

/** The instant a day begins in Vietnam. */
const dayBegins = (day: LocalDate): Piece => sql`(${day}::date::timestamp at time zone 'Asia/Ho_Chi_Minh')`

/** Handed in before the day, and not yet moved on it: the same codes may name other units afterwards. */
const unsettled = (day: LocalDate): Piece => sql`submitted_at < ${dayBegins(day)} and (settled is null or settled < ${day}::date)`

const alike = sql`area, receiving_agency as receiving, collecting_agency as collecting, competent_agency as competent`

const decidedBy = (decisions: Readonly<Record<string, string>>): Piece => (Object.keys(decisions).length === 0 ? sql`null::text` : sql`${JSON.stringify(decisions)}::jsonb ->> code`)

/** How many dossiers belong where, before a day; `open` of them still wait for their end. */
export async function countAlike(tx: Tx, day: LocalDate, decisions: Readonly<Record<string, string>>): Promise<(Alike & { count: number; open: number })[]> {
  const { rows } = await sql<Alike & { count: number; open: number }>`
    select ${alike}, ${decidedBy(decisions)} as decided, count(*) as count, count(*) filter (where closed_at is null) as open
      from dossiers.dossier where ${unsettled(day)} group by 1, 2, 3, 4, 5`.execute(tx)
  return rows
}

/** The codes of the first open dossiers of some units that nobody has decided about, by code. */
export async function codesUndecided(tx: Tx, day: LocalDate, areas: readonly string[], decided: readonly string[], most: number): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    select code from dossiers.dossier where area = any(${areas}::text[]) and ${unsettled(day)} and closed_at is null and not code = any(${decided}::text[]) order by code limit ${most}`.execute(tx)
  return rows.map(({ code }) => code)
}

/** A place in the order in which dossiers are walked: as text, because the database counts finer than we do. */
export type Mark = { at: string; id: string }

// each limit is said twice: from two comparisons of rows the planner does not see that they enclose little, and reads the whole table for each batch
const beyond = (from: Mark | null): Piece => (from ? sql` and submitted_at >= ${from.at}::timestamptz and (submitted_at, id) > (${from.at}::timestamptz, ${from.id}::uuid)` : sql``)

/** The last dossier of the next batch, undefined when what is left is less than one. */
export async function endOfBatch(tx: Tx, day: LocalDate, from: Mark | null, size: number): Promise<Mark | undefined> {
  const { rows } = await sql<Mark>`
    select submitted_at::text as at, id from dossiers.dossier where submitted_at < ${dayBegins(day)}${beyond(from)} order by submitted_at, id offset ${size - 1} limit 1`.execute(tx)
  return rows[0]
}

const during = (from: Mark | null, end: Mark | undefined): Piece =>
  sql`${beyond(from)}${end ? sql` and submitted_at <= ${end.at}::timestamptz and (submitted_at, id) <= (${end.at}::timestamptz, ${end.id}::uuid)` : sql``}`

/** How the dossiers of a batch belong. */
export async function alikeWithin(tx: Tx, day: LocalDate, range: { from: Mark | null; end: Mark | undefined }, decisions: Readonly<Record<string, string>>): Promise<Alike[]> {
  const { rows } = await sql<Alike>`select distinct ${alike}, ${decidedBy(decisions)} as decided from dossiers.dossier where ${unsettled(day)}${during(range.from, range.end)}`.execute(tx)
  return rows
}

/** Moves the dossiers of a batch, keeping where they belonged. Resolves to how many. */
export async function moveAlike(tx: Tx, day: LocalDate, range: { from: Mark | null; end: Mark | undefined }, going: readonly Going[], decisions: Readonly<Record<string, string>>): Promise<number> {
  const table = going.map(({ from, to }) => ({ ...from, toArea: to.area, toReceiving: to.receiving, toCollecting: to.collecting, toCompetent: to.competent }))
  // new names go into the list beside the index of names, which is sorted in once at the end: row by row it took half of the time
  await sql`select set_config('gin_pending_list_limit', '1GB', true)`.execute(tx)
  // the batch first, by its own index: joined to the table of places the planner walks a whole queue for each of its lines
  const { numAffectedRows } = await sql`
    with batch as materialized (
      select id, area, receiving_agency as receiving, collecting_agency as collecting, competent_agency as competent, ${decidedBy(decisions)} as decided
        from dossiers.dossier where ${unsettled(day)}${during(range.from, range.end)}),
    go as materialized (
      select batch.id, line."toArea", line."toReceiving", line."toCollecting", line."toCompetent"
        from batch join jsonb_to_recordset(${JSON.stringify(table)}::jsonb) as line(area text, receiving text, collecting text, competent text, decided text, "toArea" text, "toReceiving" text, "toCollecting" text, "toCompetent" text)
          on batch.area = line.area and batch.receiving = line.receiving and batch.collecting = line.collecting and batch.competent = line.competent and batch.decided is not distinct from line.decided)
    update dossiers.dossier d set area = go."toArea", receiving_agency = go."toReceiving", collecting_agency = go."toCollecting", competent_agency = go."toCompetent", settled = ${day}::date,
           places = d.places || jsonb_build_object('until', ${day}::date, 'area', d.area, 'receiving', d.receiving_agency, 'collecting', d.collecting_agency, 'competent', d.competent_agency)
      from go where d.id = go.id`.execute(tx)
  return Number(numAffectedRows ?? 0n)
}

/** Sorts the names that were moved into their index: after the last batch. */
export async function sortNamesIn(tx: Tx): Promise<void> {
  await sql`select gin_clean_pending_list('dossiers.dossier_name'::regclass)`.execute(tx)
}

/** Lists of paper files that are on their way go to what their receiver has become; who made them, and their number, stay as they were signed. */
export async function moveOpenLists(tx: Tx, links: readonly { from: string; to: string }[]): Promise<void> {
  if (links.length === 0) return
  await sql`update dossiers.paper_list p set to_agency = given."to" from jsonb_to_recordset(${JSON.stringify(links.map(({ from, to }) => ({ from, to })))}::jsonb) as given("from" text, "to" text)
    where p.to_agency = given."from" and p.received_at is null and p.cancelled_at is null`.execute(tx)
}

/** Moves one dossier that somebody acts on before its batch came. */
export async function moveOne(tx: Tx, id: string, day: LocalDate, to: Belonging): Promise<void> {
  await sql`
    update dossiers.dossier set area = ${to.area}, receiving_agency = ${to.receiving}, collecting_agency = ${to.collecting}, competent_agency = ${to.competent}, settled = ${day}::date,
           places = places || jsonb_build_object('until', ${day}::date, 'area', area, 'receiving', receiving_agency, 'collecting', collecting_agency, 'competent', competent_agency)
     where id = ${id} and ${unsettled(day)}`.execute(tx)
}

/** What says where a dossier belongs, in a question about many of them. */
export type Place = { agency: Piece; area: Piece }

/** Where dossiers belong now: what the rows say, and for those that have still to follow a reform, what it says. */
export const placeNow = (changes: readonly Change[]): Place =>
  changes.reduce<Place>((place, change) => after(place, change), { agency: sql`competent_agency`, area: sql`area` })

function after({ agency, area }: Place, change: Change): Place {
  const known = Object.keys(change.decisions).length > 0 ? [sql`(${linesOf(change)}::jsonb -> ${agency} ->> ('@' || (${JSON.stringify(change.decisions)}::jsonb ->> code)))`] : []
  const line = (key: Piece) => sql`(${linesOf(change)}::jsonb -> ${agency} ->> ${key})`
  const units = JSON.stringify(Object.fromEntries(change.areas.filter(({ main }) => main).map(({ from, to }) => [from, to])))
  const still = unsettled(change.day)
  return {
    agency: sql`case when ${still} then coalesce(${sql.join([...known, line(area), line(sql`''`), agency])}) else ${agency} end`,
    area: sql`case when ${still} then coalesce(${sql.join([...decidedUnit(change), sql`${units}::jsonb ->> ${area}`, area])}) else ${area} end`,
  }
}

/** By agency: its main successor under '', those of single units under their codes, those of decided units under @code. */
function linesOf({ agencies }: Change): string {
  const lines: Record<string, Record<string, string>> = {}
  for (const { from, to, area, main, serves } of agencies) Object.assign((lines[from] ??= {}), { [`@${serves}`]: to }, area === null ? (main ? { '': to } : {}) : { [area]: to })
  return JSON.stringify(lines)
}

const decidedUnit = ({ decisions, areas }: Change): Piece[] => {
  const split = areas.filter(({ main }) => !main).map(({ from }) => from)
  return Object.keys(decisions).length === 0 || split.length === 0 ? [] : [sql`case when area = any(${split}::text[]) then ${JSON.stringify(decisions)}::jsonb ->> code end`]
}

/** Where dossiers belonged on a day that lies before a reform: what they kept of it when they moved. */
export function placeOn(day: Piece): Place {
  const then = (key: string, column: string) => sql`coalesce((select was ->> ${key} from jsonb_array_elements(places) was where (was ->> 'until')::date > ${day} order by was ->> 'until' limit 1), ${sql.ref(column)})`
  return { agency: then('competent', 'competent_agency'), area: then('area', 'area') }
}
