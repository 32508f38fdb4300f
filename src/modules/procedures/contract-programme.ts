import { z } from 'zod'
import { defineContract } from '#kernel/contract'
import { Both, ProcedureCode, SourceNote } from './contract-body.ts'

/** Whether people can use a service of a programme today. */
export const itemStatuses = ['open', 'pending'] as const
export type ItemStatus = (typeof itemStatuses)[number]

/** A service programme as the data say it: a decision orders a numbered list of services. */
export const Programme = z.strictObject({
  code: z.string().regex(/^[a-z][A-Za-z0-9]*$/).max(60),
  title: Both,
  decision: z.string().min(3).max(300),
  source: SourceNote,
  items: z.array(z.strictObject({
    number: z.int().min(1).max(1000), title: Both, status: z.enum(itemStatuses), note: Both.optional(),
    /** codes of the procedures that carry it */
    procedures: z.array(ProcedureCode).max(20),
  })).min(1).max(200),
})
export type Programme = z.output<typeof Programme>

const Which = { programme: z.string().max(60) }
const Item = z.object({
  number: z.number().int(),
  title: Both,
  status: z.enum(itemStatuses),
  note: Both.nullable(),
  /** why the status was changed last, in the words of whoever did; null when it is as the list says */
  changed: z.object({ at: z.iso.datetime({ offset: true }), reason: z.string() }).nullable(),
  /** those that are in the catalogue today */
  procedures: z.array(z.object({ code: z.string(), shortTitle: Both, fileable: z.boolean() })),
})

export const readProgramme = defineContract({
  name: 'procedures.programme', method: 'GET', path: '/api/programmes/:programme', summary: 'A programme of services, such as the 25 essential ones: each with its number, whether it is open, and its procedures',
  input: z.strictObject(Which),
  output: z.object({ code: z.string(), title: Both, decision: z.string(), source: SourceNote, items: z.array(Item), open: z.number().int() }),
})

export const readProgrammeItem = defineContract({
  name: 'procedures.programmeItem', method: 'GET', path: '/api/programmes/:programme/items/:number', summary: 'One service of a programme with who opened or closed it, when and why',
  input: z.strictObject({ ...Which, number: z.coerce.number().int().min(1).max(1000) }),
  output: z.object({
    programme: z.object({ code: z.string(), title: Both }), item: Item,
    acts: z.array(z.object({ status: z.enum(itemStatuses), reason: z.string(), by: z.string(), at: z.iso.datetime({ offset: true }) })),
    /** the status it may be given */
    may: z.enum(itemStatuses),
  }),
})

export const changeProgrammeItem = defineContract({
  name: 'procedures.changeProgrammeItem', method: 'POST', path: '/api/programmes/:programme/items/:number/status', summary: 'Say that a service of a programme is open or not, and why',
  input: z.strictObject({ ...Which, number: z.coerce.number().int().min(1).max(1000), status: z.enum(itemStatuses), reason: z.string().trim().min(10, 'too_short').max(1000) }),
  output: z.object({ status: z.enum(itemStatuses), at: z.iso.datetime({ offset: true }) }),
})
