import { z } from 'zod'
import { defineContract } from '#kernel/contract'
import { personal } from '#kernel/personal'
import { Done } from './contract-acts.ts'
import { Both, Copy, Id, Reason } from './contract-shapes.ts'

/** A place on the shelves of a counter, as it is written on the label: `A3`, `Kệ 2 - B`. Capital letters, so that one place has one name. */
export const ShelfPlace = z.string().transform((text) => text.normalize('NFC').trim().replace(/\s+/g, ' ').toLocaleUpperCase('vi')).pipe(z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N} ./-]{0,19}$/u, 'not_a_place'))

export const shelve = defineContract({
  name: 'dossiers.shelve', method: 'POST', path: '/api/dossiers/:id/shelve', summary: 'Say where a paper result lies until it is collected, or where it was moved to',
  input: z.strictObject({ id: Id, place: ShelfPlace }), output: Done,
})
export const recordCall = defineContract({
  name: 'dossiers.call', method: 'POST', path: '/api/dossiers/:id/call', summary: 'Say that I called somebody without an account about their result, and whether they answered',
  input: z.strictObject({ id: Id, reached: z.boolean() }), output: Done,
})
export const listCalls = defineContract({
  name: 'dossiers.calls', method: 'GET', path: '/api/desk/calls', summary: 'Whom my counter calls today: people without an account whose result waits', input: z.strictObject({}),
  output: z.object({
    rows: z.array(z.object({
      id: Id, code: z.string(), title: Both, name: personal(z.string(), 'name'), phone: personal(z.string(), 'identity').nullable(), shelf: z.string().nullable(), days: z.number().int(),
      /** calls without an answer since the last one with one */
      tried: z.number().int(), notGranted: z.boolean(),
    })),
  }),
})
export const shelfLabel = defineContract({
  name: 'dossiers.shelfLabel', method: 'GET', path: '/api/dossiers/:id/label', summary: 'The label of a result on the shelf, as PDF', input: z.strictObject({ id: Id, copy: Copy }), output: z.object({}),
})
export const reprint = defineContract({
  name: 'dossiers.reprint', method: 'POST', path: '/api/dossiers/:id/reprint', summary: 'Print a document again, or with null the label: an act on record, and marked on its face',
  input: z.strictObject({ id: Id, document: Id.nullable() }), output: z.object({ copy: z.number().int() }),
})
export const voidResult = defineContract({
  name: 'dossiers.voidResult', method: 'POST', path: '/api/dossiers/:id/void-result', summary: 'Void a signed result for a slip of the pen, with the reason: it is proposed and signed again',
  input: z.strictObject({ id: Id, reason: Reason }), output: Done,
})
