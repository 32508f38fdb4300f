import { z } from 'zod'
import { defineContract } from '#kernel/contract'
import { Body, Both, ProcedureCode, levels, lifeEvents, onlineLevels } from './contract-body.ts'

export * from './contract-body.ts'
export { Condition, holds } from './contract-conditions.ts'
export * from './contract-form.ts'
export * from './contract-text.ts'

const On = z.iso.date().optional()
const Query = z.string().trim().min(1).max(300)

/** One line of the catalogue. */
export const ProcedureLine = z.object({
  code: z.string(),
  title: Both,
  shortTitle: Both,
  summary: Both,
  field: z.object({ code: z.string(), name: Both }),
  lifeEvent: z.enum(lifeEvents),
  level: z.enum(levels),
  onlineLevel: z.enum(onlineLevels),
})
export type ProcedureLine = z.output<typeof ProcedureLine>

export const listProcedures = defineContract({
  name: 'procedures.list', method: 'GET', path: '/api/procedures', summary: 'The catalogue of administrative procedures in force, by name, a hundred at a time',
  input: z.strictObject({ field: z.string().max(60).optional(), lifeEvent: z.enum(lifeEvents).optional(), level: z.enum(levels).optional(), on: On, after: ProcedureCode.optional() }),
  output: z.object({
    procedures: z.array(ProcedureLine),
    total: z.number().int(),
    /** `after` of the next page, null on the last */
    next: z.string().nullable(),
    /** fields of the whole catalogue with how many procedures each has */
    fields: z.array(z.object({ code: z.string(), name: Both, count: z.number().int() })),
    lifeEvents: z.array(z.object({ code: z.enum(lifeEvents), count: z.number().int() })),
  }),
})

/** A procedure as the public may read it: everything. `version` is what a dossier is pinned to. */
export const ProcedurePage = z.object({
  code: z.string(),
  version: z.object({ id: z.uuid(), number: z.number().int(), validFrom: z.iso.date(), validTo: z.iso.date().nullable() }),
  /** whether it may be submitted today */
  inForce: z.boolean(),
  body: Body,
})
export type ProcedurePage = z.output<typeof ProcedurePage>

export const getProcedure = defineContract({
  name: 'procedures.get', method: 'GET', path: '/api/procedures/:code', summary: 'A procedure as it stands today, on a date, or in one version',
  input: z.strictObject({ code: ProcedureCode, on: On, version: z.uuid().optional() }), output: ProcedurePage,
})

/** A find. `highlight` holds [start, end) of the matched words in the title of the language asked in. */
export const ProcedureHit = ProcedureLine.extend({ highlight: z.array(z.tuple([z.number().int(), z.number().int()])) })
export type ProcedureHit = z.output<typeof ProcedureHit>

export const searchProcedures = defineContract({
  name: 'procedures.search', method: 'GET', path: '/api/procedures/search', summary: 'Find procedures however people type',
  input: z.strictObject({ q: Query, limit: z.coerce.number().int().min(1).max(50).default(20) }), output: z.object({ hits: z.array(ProcedureHit) }),
})
export const suggestProcedures = defineContract({
  name: 'procedures.suggest', method: 'GET', path: '/api/procedures/suggest', summary: 'Names to offer while somebody types',
  input: z.strictObject({ q: Query, limit: z.coerce.number().int().min(1).max(10).default(6) }),
  output: z.object({ hits: z.array(z.object({ code: z.string(), title: z.string(), highlight: z.array(z.tuple([z.number().int(), z.number().int()])) })) }),
})

export const publishVersion = defineContract({
  name: 'procedures.publish', method: 'POST', path: '/api/procedures/:code/versions/:number/publish', summary: 'Publish a draft version: from then on it never changes',
  input: z.strictObject({ code: ProcedureCode, number: z.coerce.number().int().min(1).max(10_000) }),
  output: z.object({ id: z.uuid(), code: z.string(), number: z.number().int(), validFrom: z.iso.date(), publishedAt: z.iso.datetime({ offset: true }) }),
})
