import { z } from 'zod'
import { defineContract } from '#kernel/contract'
import { Body, ProcedureCode } from './contract-body.ts'
import { Facets, Narrowing, ProcedureLine } from './contract-catalogue.ts'
import { Entry } from './contract-entry.ts'

export * from './contract-body.ts'
export * from './contract-catalogue.ts'
export * from './contract-drafts.ts'
export * from './contract-entry.ts'
export { Condition, holds } from './contract-conditions.ts'
export * from './contract-fees.ts'
export * from './contract-files.ts'
export * from './contract-form.ts'
export * from './contract-programme.ts'
export * from './contract-text.ts'

const On = z.iso.date().optional()
const Query = z.string().trim().min(1).max(300)

export const listProcedures = defineContract({
  name: 'procedures.list', method: 'GET', path: '/api/procedures', summary: 'The catalogue of administrative procedures in force, by name, a hundred at a time',
  input: z.strictObject({ ...Narrowing, on: On, after: ProcedureCode.optional() }),
  output: z.object({
    procedures: z.array(ProcedureLine),
    total: z.number().int(),
    /** `after` of the next page, null on the last */
    next: z.string().nullable(),
    ...Facets.shape,
  }),
})

const Page = {
  code: z.string(),
  version: z.object({ id: z.uuid(), number: z.number().int(), validFrom: z.iso.date(), validTo: z.iso.date().nullable() }),
  /** whether this version is the one of today */
  inForce: z.boolean(),
}

/** A procedure with its form, as the public may read it: everything. `version` is what a dossier is pinned to. */
export const ProcedurePage = z.object({ ...Page, kind: z.literal('whole'), fileable: z.boolean(), body: Body })
export type ProcedurePage = z.output<typeof ProcedurePage>

/** A procedure that is described and cannot be filed here yet. */
export const EntryPage = z.object({ ...Page, kind: z.literal('entry'), fileable: z.literal(false), entry: Entry })
export type EntryPage = z.output<typeof EntryPage>

const Which = z.strictObject({ code: ProcedureCode, on: On, version: z.uuid().optional() })

export const getProcedure = defineContract({
  name: 'procedures.get', method: 'GET', path: '/api/procedures/:code', summary: 'A procedure with its form as it stands today, on a date, or in one version; those only described have a page, and no form',
  input: Which, output: ProcedurePage,
})

export const getProcedurePage = defineContract({
  name: 'procedures.page', method: 'GET', path: '/api/procedures/:code/page', summary: 'Any procedure of the catalogue, whether it can be filed here or is only described',
  input: Which, output: z.discriminatedUnion('kind', [ProcedurePage, EntryPage]),
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
  input: z.strictObject({ code: ProcedureCode, number: z.coerce.number().int().min(1).max(10_000), kind: z.enum(['whole', 'entry']).default('whole') }),
  output: z.object({ id: z.uuid(), code: z.string(), number: z.number().int(), validFrom: z.iso.date(), publishedAt: z.iso.datetime({ offset: true }) }),
})
