import { z } from 'zod'
import { defineContract } from '#kernel/contract'

const Both = z.object({ vi: z.string(), en: z.string() })
const Instant = z.iso.datetime({ offset: true })

/** What a figure means: shown beside it, kept with every report. */
export const Definition = z.object({
  code: z.string(),
  /** its place among what the first page tells everybody; absent for what it does not tell */
  overview: z.int().min(1).optional(),
  title: Both,
  /** what the numerator counts and out of what, in words: `đúng hạn trên đã giải quyết` */
  counts: Both,
  /** the whole definition, for the page of the indicator */
  definition: Both,
  /** a share of the denominator, or the numerator itself */
  formula: z.enum(['share', 'count']),
  /** which way is good */
  better: z.enum(['higher', 'lower']),
  /** the value from which a figure is well, and its source; null when nobody set one */
  threshold: z.object({ value: z.number(), source: z.string(), status: z.enum(['sourced', 'illustrative']) }).nullable(),
  /** what it is counted from, for people */
  source: Both,
  owner: z.string(),
})
export type Definition = z.output<typeof Definition>

/** A definition as a province writes it, with the measure that counts it. */
export const DefinitionFile = z.strictObject({ indicators: z.array(Definition.extend({ measure: z.string() }).strict()) })

/** A value for one place. `ok` is null without a threshold, or when there is nothing to divide by. */
export const Reading = z.object({
  place: z.string().nullable(),
  placeName: Both.nullable(),
  numerator: z.number().int(),
  denominator: z.number().int(),
  value: z.number().nullable(),
  ok: z.boolean().nullable(),
  /** the newest change among the counted records */
  latestAt: Instant.nullable(),
})
export type Reading = z.output<typeof Reading>

/** Whole months or days, local; `to` is not in it. */
const PeriodInput = { from: z.iso.date().optional(), to: z.iso.date().optional() }
const Period = z.object({ from: z.iso.date(), to: z.iso.date() })
/** counted as of now whatever the period: such an indicator has no past and no series */
const Momentary = z.boolean()

export const listIndicators = defineContract({
  name: 'indicators.list', method: 'GET', path: '/api/indicators', summary: 'Every indicator with its definition', input: z.strictObject({}), output: z.object({ indicators: z.array(Definition) }),
})
export const readIndicator = defineContract({
  name: 'indicators.read', method: 'GET', path: '/api/indicators/:code', summary: 'An indicator’s value in a period: whole, by agency or by area',
  input: z.strictObject({ code: z.string().max(60), by: z.enum(['whole', 'agency', 'area']).default('whole'), agency: z.string().max(40).optional(), area: z.string().max(10).optional(), ...PeriodInput }),
  output: z.object({ indicator: Definition, momentary: Momentary, period: Period, countedAt: Instant, readings: z.array(Reading) }),
})
/** What the first page of the province tells everybody. `year` is null for what is counted as of now. */
export const overview = defineContract({
  name: 'indicators.overview', method: 'GET', path: '/api/overview', summary: 'How the province keeps its promises, this month and this year, for everybody, counted a moment ago', input: z.strictObject({}),
  output: z.object({ countedAt: Instant, month: Period, year: Period, figures: z.array(z.object({ indicator: Definition, month: Reading.nullable(), year: Reading.nullable() })) }),
})
export const seriesOfIndicator = defineContract({
  name: 'indicators.series', method: 'GET', path: '/api/indicators/:code/series', summary: 'An indicator day by day or month by month',
  input: z.strictObject({ code: z.string().max(60), step: z.enum(['day', 'month']).default('month'), points: z.coerce.number().int().min(2).max(36).default(12), agency: z.string().max(40).optional(), area: z.string().max(10).optional() }),
  output: z.object({ indicator: Definition, momentary: Momentary, points: z.array(z.object({ from: z.iso.date(), to: z.iso.date(), numerator: z.number().int(), denominator: z.number().int(), value: z.number().nullable() })) }),
})
export const recordsOfIndicator = defineContract({
  name: 'indicators.records', method: 'GET', path: '/api/indicators/:code/records', summary: 'Exactly the records a value was counted from',
  input: z.strictObject({
    code: z.string().max(60), which: z.enum(['numerator', 'denominator', 'rest']).default('denominator'), agency: z.string().max(40).optional(), area: z.string().max(10).optional(), after: z.string().max(120).optional(),
    ...PeriodInput,
  }),
  output: z.object({
    indicator: Definition, momentary: Momentary, period: Period, countedAt: Instant, reading: Reading,
    rows: z.array(z.object({ id: z.string(), code: z.string(), title: Both, at: Instant, place: z.string(), placeName: Both.nullable(), counted: z.boolean(), link: z.string().nullable() })),
    next: z.string().nullable(),
  }),
})
