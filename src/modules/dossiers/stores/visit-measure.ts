import { sql, type Piece, type Tx } from '#platform/db'
import type { Counted, CountedRecord, Measure, Period, Place, Which } from '#platform/measures'
import { titlesOf } from '#modules/procedures'
import { readCursor, writeCursor } from '../cursors.ts'

// somebody who handed nothing in, during the period; counted: who had come to the wrong desk. Places are those of the day: a visit follows no reform
const wrong = sql`v.kind = 'wrong_counter'`
const places = { agency: sql`v.committee`, area: sql`v.area` } as const

const within = (period: Period, place: Place): Piece => sql.join([
  sql`v.at >= ${period.from}`, sql`v.at < ${period.to}`, ...(place.agency === undefined ? [] : [sql`${places.agency} = ${place.agency}`]), ...(place.area === undefined ? [] : [sql`${places.area} = ${place.area}`]),
], sql` and `)

async function count(tx: Tx, { period, by, place }: Parameters<Measure['count']>[1]): Promise<Counted[]> {
  const key = by === 'whole' ? sql`null::text` : places[by]
  const known = by === 'whole' ? sql`` : sql` and ${places[by]} is not null`
  const { rows } = await sql<Counted>`
    select ${key} as place, count(*) filter (where ${wrong}) as numerator, count(*) as denominator, max(v.at) as "latestAt" from dossiers.visit v where ${within(period, place)}${known} group by 1 order by 1`.execute(tx)
  return by === 'whole' && rows.length === 0 ? [{ place: null, numerator: 0, denominator: 0, latestAt: null }] : rows
}

async function series(tx: Tx, { periods, place }: Parameters<NonNullable<Measure['series']>>[1]): Promise<Pick<Counted, 'numerator' | 'denominator'>[]> {
  const here = [...(place.agency === undefined ? [] : [sql` and ${places.agency} = ${place.agency}`]), ...(place.area === undefined ? [] : [sql` and ${places.area} = ${place.area}`])]
  const { rows } = await sql<{ numerator: number; denominator: number }>`
    select count(*) filter (where ${wrong}) as numerator, count(v.id) as denominator
      from unnest(${periods.map(({ from }) => from)}::timestamptz[], ${periods.map(({ to }) => to)}::timestamptz[]) with ordinality as p (from_at, to_at, place)
      left join dossiers.visit v on v.at >= p.from_at and v.at < p.to_at${sql.join(here, sql``)}
     group by p.place order by p.place`.execute(tx)
  return rows
}

const chosen: Record<Which, Piece> = { denominator: sql``, numerator: sql` and ${wrong}`, rest: sql` and not ${wrong}` }
const kinds = { advice: { vi: 'Chỉ hỏi', en: 'Asked only' }, wrong_counter: { vi: 'Đến nhầm quầy', en: 'Came to the wrong counter' } } as const

type Listed = { id: string; kind: keyof typeof kinds; procedure: string | null; at: Date; place: string; counted: boolean }

/** Visits have no code and no page: a record says when, where, and what it was about. */
async function records(tx: Tx, { period, place, which, after, size }: Parameters<Measure['records']>[1]): Promise<{ rows: CountedRecord[]; next: string | null }> {
  const from = readCursor(after)
  const beyond = from ? sql` and (v.at, v.id) < (${from.at}, ${from.id})` : sql``
  const { rows } = await sql<Listed>`
    select v.id, v.kind, v.procedure, v.at, coalesce(v.committee, v.agency) as place, ${wrong} as counted from dossiers.visit v
     where ${within(period, place)}${chosen[which]}${beyond} order by v.at desc, v.id desc limit ${size + 1}`.execute(tx)
  const page = rows.slice(0, size)
  const last = rows.length > size ? page.at(-1) : undefined
  const titles = await titlesOf(tx, [...new Set(page.flatMap(({ procedure }) => procedure ?? []))])
  return {
    rows: page.map(({ id, kind, procedure, at, place: where, counted }) => ({ id, code: procedure ?? '–', title: (procedure === null ? undefined : titles.get(procedure)) ?? kinds[kind], at, place: where, counted, link: null })),
    next: last ? writeCursor(last.at, last.id) : null,
  }
}

/** Who came to a desk and handed nothing in, and how many of them had come to the wrong one. */
export const visitMeasure: Measure = { name: 'dossiers.visits', count, series, records }
