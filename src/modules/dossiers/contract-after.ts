import { z } from 'zod'
import { defineContract } from '#kernel/contract'
import { Done } from './contract-acts.ts'
import { Copy, Id, Reason } from './contract-shapes.ts'

/** A place on the shelves of a counter, as it is written on the label: `A3`, `Kệ 2 - B`. Capital letters, so that one place has one name. */
export const ShelfPlace = z.string().transform((text) => text.normalize('NFC').trim().replace(/\s+/g, ' ').toLocaleUpperCase('vi')).pipe(z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N} ./-]{0,19}$/u, 'not_a_place'))

export const shelve = defineContract({
  name: 'dossiers.shelve', method: 'POST', path: '/api/dossiers/:id/shelve', summary: 'Say where a paper result lies until it is collected, or where it was moved to',
  input: z.strictObject({ id: Id, place: ShelfPlace }), output: Done,
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
