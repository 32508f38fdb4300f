import type { z } from 'zod'
import { Failure } from '#kernel/failure'
import { localDate } from '#kernel/local-time'
import type { Call } from '#platform/http'
import type { Counted, Measure } from '#platform/measures'
import { namesOfAgencies } from '#modules/agencies'
import { namesOfAreas } from '#modules/areas'
import type { Definition, readIndicator, Reading, recordsOfIndicator, seriesOfIndicator } from '../contract.ts'
import { instants, isWell, periodOf, steps, valueOf, type Days } from '../rules.ts'
import { findIndicator } from '../store.ts'

type Names = ReadonlyMap<string, { vi: string; en: string }>

/** The indicator and what counts it. Throws `indicator_not_found`. */
async function load(call: Pick<Call, 'tx' | 'measures'>, code: string): Promise<{ definition: Definition; measure: Measure }> {
  const indicator = await findIndicator(call.tx, code)
  const measure = indicator && call.measures.get(indicator.measure)
  if (!indicator || !measure) throw new Failure('indicator_not_found', { code })
  return { definition: indicator.definition, measure }
}

function daysOf(call: Pick<Call, 'clock'>, given: { from?: string | undefined; to?: string | undefined }): Days {
  const days = periodOf(given, localDate(call.clock.now()))
  if (!days) throw new Failure('period_backwards', {}, { fields: { to: 'before_from' } })
  return days
}

const readingOf = (definition: Definition, counted: Counted, names: Names): Reading => {
  const value = valueOf(definition.formula, counted.numerator, counted.denominator)
  return {
    place: counted.place, placeName: counted.place === null ? null : (names.get(counted.place) ?? null), numerator: counted.numerator, denominator: counted.denominator,
    value, ok: isWell(definition, value), latestAt: counted.latestAt?.toISOString() ?? null,
  }
}

const noNames: Names = new Map()

/** A value in a period, counted now: whole, by agency or by area. */
export async function readOne(call: Call<z.output<typeof readIndicator.input>>): Promise<z.input<typeof readIndicator.output>> {
  const { input, tx } = call
  const { definition, measure } = await load(call, input.code)
  const period = daysOf(call, input)
  const now = call.clock.now()
  const counted = await measure.count(tx, { period: instants(period), by: input.by, place: { agency: input.agency, area: input.area }, now })
  const names = input.by === 'agency' ? await namesOfAgencies(tx) : input.by === 'area' ? await namesOfAreas(tx) : noNames
  return { indicator: definition, momentary: measure.series === null, period, countedAt: now.toISOString(), readings: counted.map((line) => readingOf(definition, line, names)) }
}

/** A value step by step up to today; no points when it has no past. */
export async function readSeries(call: Call<z.output<typeof seriesOfIndicator.input>>): Promise<z.input<typeof seriesOfIndicator.output>> {
  const { input, tx } = call
  const { definition, measure } = await load(call, input.code)
  const now = call.clock.now()
  if (measure.series === null) return { indicator: definition, momentary: true, points: [] }
  const all = steps(input.step, input.points, localDate(now))
  const lines = await measure.series(tx, { periods: all.map(instants), place: { agency: input.agency, area: input.area }, now })
  const points = all.map((days, i) => {
    const { numerator = 0, denominator = 0 } = lines[i] ?? {}
    return { ...days, numerator, denominator, value: valueOf(definition.formula, numerator, denominator) }
  })
  return { indicator: definition, momentary: false, points }
}

/** The records behind a value: the same question as the count, listed. */
export async function readRecords(call: Call<z.output<typeof recordsOfIndicator.input>>): Promise<z.input<typeof recordsOfIndicator.output>> {
  const { input, tx } = call
  const { definition, measure } = await load(call, input.code)
  const period = daysOf(call, input)
  const now = call.clock.now()
  const place = { agency: input.agency, area: input.area }
  const query = { period: instants(period), place, now }
  const [line] = await measure.count(tx, { ...query, by: 'whole' })
  const page = await measure.records(tx, { ...query, which: input.which, after: input.after ?? null, size: 50 })
  const names = await namesOfAgencies(tx)
  return {
    indicator: definition, momentary: measure.series === null, period, countedAt: now.toISOString(), next: page.next,
    reading: readingOf(definition, line ?? { place: null, numerator: 0, denominator: 0, latestAt: null }, noNames),
    rows: page.rows.map((row) => ({ ...row, at: row.at.toISOString(), placeName: names.get(row.place) ?? null })),
  }
}
