import type { z } from 'zod'
import { localDate } from '#kernel/local-time'
import type { Call } from '#platform/http'
import type { overview } from '../contract.ts'
import { periodOf, type Days } from '../rules.ts'
import { listAll } from '../store.ts'
import { readOne } from './read-indicators.ts'

type Overview = z.input<typeof overview.output>
type Kept = { at: number; overview: Promise<Overview> }

/** how old a count may be that everybody is shown: the first page of a province is opened by many at once */
const keepsMs = 30_000

/** until when an older one is still shown, with its time, while a new one is counted: nobody waits for it but who comes after a quiet hour */
const servesMs = 120_000

/** What was counted last, by the application that counted it. */
const kept = new WeakMap<object, Kept>()

/** How the province keeps its promises this month and this year, counted from its records a moment ago: when, the answer says. */
export async function readOverview(call: Call): Promise<Overview> {
  const at = call.clock.now().getTime()
  const last = kept.get(call.measures)
  // the clock of a demonstration may have gone back
  const age = last ? Math.abs(at - last.at) : Infinity
  if (last && age < keepsMs) return last.overview
  const fresh: Kept = { at, overview: count(call) }
  if (!last || age >= servesMs) {
    kept.set(call.measures, fresh)
    // a count that failed is nobody's answer
    fresh.overview.catch(() => kept.delete(call.measures))
    return fresh.overview
  }
  // the old one stands until the new one is there, and nobody else counts meanwhile
  kept.set(call.measures, { at, overview: last.overview })
  fresh.overview.then(() => kept.set(call.measures, fresh), (error: unknown) => call.log.warn({ error }, 'the figures of the first page could not be counted'))
  return last.overview
}

async function count(call: Call): Promise<Overview> {
  const now = call.clock.now()
  const today = localDate(now)
  const month = periodOf({}, today) ?? { from: today, to: today }
  const year: Days = { from: `${today.slice(0, 4)}-01-01`, to: month.to }
  const figures: Overview['figures'] = []
  for (const code of await toldOf(call)) {
    const { indicator, momentary, readings } = await readOne({ ...call, input: { code, by: 'whole', ...month } })
    const inYear = momentary ? undefined : (await readOne({ ...call, input: { code, by: 'whole', ...year } })).readings[0]
    figures.push({ indicator, month: readings[0] ?? null, year: inYear ?? null })
  }
  return { countedAt: now.toISOString(), month, year, figures }
}

/** What the first page tells everybody, in the order that the province gives. */
const toldOf = async ({ tx }: Call): Promise<string[]> =>
  (await listAll(tx)).flatMap(({ definition: { code, overview } }) => (overview === undefined ? [] : [{ code, overview }])).toSorted((a, b) => a.overview - b.overview).map(({ code }) => code)
