import { localDate, type LocalDate } from '#kernel/local-time'
import { sql, type Piece, type Tx } from '#platform/db'
import type { Counted, CountedRecord, Measure, Period, Place, Which } from '#platform/measures'
import { reformsSince } from '#modules/agencies'
import { titlesOf } from '#modules/procedures'
import { readCursor, writeCursor } from './cursors.ts'
import { openStates } from './states.ts'
import { visitMeasure } from './stores/visit-measure.ts'
import { placeNow, placeOn, type Place as Belongs } from './stores/custody.ts'

/**
 * What dossiers can be counted by. Each line says which dossiers it is about (denominator), which of them it counts (numerator) and by which
 * time they belong to a period; counting and listing ask the same question, so a figure and its list cannot differ.
 */
type Definition = {
  name: string
  /** when a dossier belongs to the period; undefined: as of now, whatever the period */
  at: Piece | undefined
  about: Piece
  counts: (now: Date) => Piece
  /** the time a record of the list shows */
  shows: Piece
}

// a misprint that is written again was finished when it was signed first
const open = sql`state in (${sql.join([...openStates])}) and finished_at is null`
const always = sql`true`

const definitions: readonly Definition[] = [
  // handed in during the period; counted: taken in so far
  { name: 'dossiers.received', at: sql`submitted_at`, about: always, counts: () => sql`accepted_at is not null`, shows: sql`submitted_at` },
  // result signed during the period; counted: no later than due. On time is `finished_at <= due_at` and nothing else
  { name: 'dossiers.on_time', at: sql`finished_at`, about: sql`finished_at is not null`, counts: () => sql`finished_at <= due_at`, shows: sql`finished_at` },
  // signed during the period; counted: signed as not granted
  { name: 'dossiers.not_granted', at: sql`finished_at`, about: sql`finished_at is not null`, counts: () => sql`refusal is not null`, shows: sql`finished_at` },
  // being worked on now; counted: past due, unless it waits for the citizen
  { name: 'dossiers.late_now', at: undefined, about: open, counts: (now) => sql`due_at < ${now} and state <> 'office_waiting'`, shows: sql`due_at` },
  // handed in during the period; counted: online
  { name: 'dossiers.online', at: sql`submitted_at`, about: always, counts: () => sql`channel = 'online'`, shows: sql`submitted_at` },
]

// the newest thing that happened to a dossier; nulls do not count, and when it is due lies ahead
const changed = sql`greatest(submitted_at, accepted_at, supplement_asked_at, supplied_at, finished_at, closed_at)`

const aboutAt = (definition: Definition, place: Place, where: Belongs): Piece[] => [
  definition.about,
  ...(place.agency === undefined ? [] : [sql`${where.agency} = ${place.agency}`]),
  ...(place.area === undefined ? [] : [sql`${where.area} = ${place.area}`]),
]

const lastDay = (period: Period): LocalDate => localDate(new Date(period.to.getTime() - 1))

/** By which units and agencies a period is counted: those of its last day, or of today when it is counted as of now. */
async function belongsIn(tx: Tx, definition: Definition, period: Period, now: Date): Promise<Belongs> {
  const today = localDate(now)
  const day = definition.at === undefined || lastDay(period) > today ? today : lastDay(period)
  const { later, underWay } = await reformsSince(tx, day, today)
  return later ? placeOn(sql`${day}::date`) : placeNow(underWay)
}

const within = (definition: Definition, period: Period, place: Place, where: Belongs): Piece => {
  const during = definition.at ? [sql`${definition.at} >= ${period.from} and ${definition.at} < ${period.to}`] : []
  return sql.join([...aboutAt(definition, place, where), ...during], sql` and `)
}

/** Figures of a period that is over stay what they were: a reform changes none of them. */
async function count(tx: Tx, definition: Definition, query: Parameters<Measure['count']>[1]): Promise<Counted[]> {
  const where = await belongsIn(tx, definition, query.period, query.now)
  const place = query.by === 'whole' ? sql`null::text` : where[query.by]
  const { rows } = await sql<Counted>`
    select ${place} as place, count(*) filter (where ${definition.counts(query.now)}) as numerator, count(*) as denominator, max(${changed}) as "latestAt"
      from dossiers.dossier where ${within(definition, query.period, query.place, where)}
     group by 1 order by 1`.execute(tx)
  return query.by === 'whole' && rows.length === 0 ? [{ place: null, numerator: 0, denominator: 0, latestAt: null }] : rows
}

type Series = NonNullable<Measure['series']>

/** Each period by the units and agencies of its own last day. */
async function belongsThroughout(tx: Tx, periods: readonly Period[], place: Place, now: Date): Promise<Belongs> {
  if (place.agency === undefined && place.area === undefined) return placeNow([])
  const today = localDate(now)
  const first = periods.map(lastDay).sort()[0] ?? today
  const { later, underWay } = await reformsSince(tx, first < today ? first : today, today)
  return later ? placeOn(sql`(p.to_at - interval '1 millisecond') at time zone 'Asia/Ho_Chi_Minh'`) : placeNow(underWay)
}

async function series(tx: Tx, definition: Definition, at: Piece, { periods, place, now }: Parameters<Series>[1]): ReturnType<Series> {
  const where = await belongsThroughout(tx, periods, place, now)
  const { rows } = await sql<{ numerator: number; denominator: number }>`
    select count(*) filter (where ${definition.counts(now)}) as numerator, count(d.id) as denominator
      from unnest(${periods.map(({ from }) => from)}::timestamptz[], ${periods.map(({ to }) => to)}::timestamptz[]) with ordinality as p (from_at, to_at, place)
      left join dossiers.dossier d on ${at} >= p.from_at and ${at} < p.to_at and ${sql.join(aboutAt(definition, place, where), sql` and `)}
     group by p.place order by p.place`.execute(tx)
  return rows
}

const chosen = (definition: Definition, which: Which, now: Date): Piece => {
  if (which === 'denominator') return sql``
  const counts = sql`coalesce(${definition.counts(now)}, false)`
  return which === 'numerator' ? sql` and ${counts}` : sql` and not ${counts}`
}

type Listed = { id: string; code: string; procedure: string; at: Date; place: string; counted: boolean }

async function records(tx: Tx, definition: Definition, query: Parameters<Measure['records']>[1]): Promise<{ rows: CountedRecord[]; next: string | null }> {
  const where = await belongsIn(tx, definition, query.period, query.now)
  const after = readCursor(query.after)
  const beyond = after ? sql` and (${definition.shows}, id) < (${after.at}, ${after.id})` : sql``
  const { rows } = await sql<Listed>`
    select id, code, procedure, ${definition.shows} as at, ${where.agency} as place, coalesce(${definition.counts(query.now)}, false) as counted
      from dossiers.dossier where ${within(definition, query.period, query.place, where)}${chosen(definition, query.which, query.now)}${beyond}
     order by ${definition.shows} desc, id desc limit ${query.size + 1}`.execute(tx)
  const page = rows.slice(0, query.size)
  const last = rows.length > query.size ? page.at(-1) : undefined
  const titles = await titlesOf(tx, [...new Set(page.map(({ procedure }) => procedure))])
  return {
    rows: page.map(({ procedure, ...row }) => ({ ...row, title: titles.get(procedure) ?? { vi: procedure, en: procedure }, link: `/dieu-hanh/ho-so/${row.id}` })),
    next: last ? writeCursor(last.at, last.id) : null,
  }
}

/** Received, in time, not granted, late now, online, visits without a dossier: each with its records. */
export const measures: readonly Measure[] = [...definitions.map((definition): Measure => {
  const { name, at } = definition
  return {
    name,
    count: (tx, query) => count(tx, definition, query),
    series: at === undefined ? null : (tx, query) => series(tx, definition, at, query),
    records: (tx, query) => records(tx, definition, query),
  }
}), visitMeasure]
