import { z } from 'zod'
import { defineContract } from '#kernel/contract'
import { ProcedureCode } from './contract-body.ts'

/** Stands in the place of a part for drafts that lack nothing. */
export const ready = 'nothing'

export const listEntryDrafts = defineContract({
  name: 'procedures.drafts', method: 'GET', path: '/api/procedures/drafts', summary: 'Drafts of entries by code with what each still lacks, fifty at a time',
  input: z.strictObject({ /** a part that is lacking, or `nothing` */ lacks: z.string().max(60).optional(), after: ProcedureCode.optional() }),
  output: z.object({
    drafts: z.array(z.object({
      code: z.string(), number: z.number().int(), title: z.string(), field: z.string().nullable(), lacks: z.array(z.string()),
      /** what may be done with it */
      actions: z.array(z.enum(['publish'])),
    })),
    /** how many there are with this condition */
    count: z.number().int(),
    next: z.string().nullable(),
    total: z.number().int(),
    /** how many of all lack each part, the most first */
    lacking: z.array(z.object({ part: z.string(), count: z.number().int() })),
    ready: z.number().int(),
  }),
})
