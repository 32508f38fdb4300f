import { z } from 'zod'
import { defineContract } from '#kernel/contract'
import { personal } from '#kernel/personal'
import { Both, Copy, Id, Instant } from './contract-shapes.ts'

export const listKindNames = ['to_office', 'to_desk', 'to_archive'] as const
const Kind = z.enum(listKindNames)
const Place = z.object({ code: z.string(), name: Both })
const Person = z.object({ id: Id, name: z.string(), title: z.string().nullable() })

/** A list of paper files on its way, without what stands on it. */
const ListView = z.object({
  id: Id, number: z.string(), kind: Kind, from: Place, to: Place, madeAt: Instant, maker: z.string(), person: z.object({ name: z.string(), title: z.string().nullable() }),
  count: z.number().int(), papers: z.number().int(), missing: z.number().int(), state: z.enum(['open', 'received', 'cancelled']), received: z.object({ at: Instant, by: z.string() }).nullable(),
  actions: z.array(z.enum(['receive', 'cancel'])),
})
export type PaperListView = z.output<typeof ListView>

export const paperLists = defineContract({
  name: 'dossiers.paperLists', method: 'GET', path: '/api/desk/paper-lists', summary: 'Lists of paper files to and from my agency, the newest first, and what waits to be put on one', input: z.strictObject({}),
  output: z.object({
    waiting: z.array(z.object({ kind: Kind, count: z.number().int() })), lists: z.array(ListView),
    /** those that I made today */
    mineToday: z.object({ lists: z.number().int(), files: z.number().int() }),
  }),
})

const WaitingRow = z.object({ id: Id, code: z.string(), title: Both, name: personal(z.string(), 'name'), papers: z.number().int(), since: Instant, shelf: z.string().nullable() })
export const papersWaiting = defineContract({
  name: 'dossiers.papersWaiting', method: 'GET', path: '/api/desk/paper-lists/waiting/:kind', summary: 'Paper files that wait at my agency to go on, by where they go, with whom they may be handed to', input: z.strictObject({ kind: Kind }),
  output: z.object({ kind: Kind, places: z.array(z.object({ to: Place, people: z.array(Person), rows: z.array(WaitingRow) })) }),
})

export const makePaperList = defineContract({
  name: 'dossiers.makePaperList', method: 'POST', path: '/api/desk/paper-lists', summary: 'Put paper files on a list and send them to a named person',
  input: z.strictObject({ kind: Kind, to: z.string().min(1).max(35), person: Id, lines: z.array(z.strictObject({ dossier: Id, papers: z.number().int().min(1).max(999) })).min(1).max(200) }), output: ListView,
})

const Line = z.object({ number: z.number().int(), dossier: Id, code: z.string(), title: Both, name: personal(z.string(), 'name'), papers: z.number().int(), outcome: z.enum(['received', 'missing', 'cancelled']).nullable(), remark: z.string().nullable() })
export const getPaperList = defineContract({
  name: 'dossiers.paperList', method: 'GET', path: '/api/desk/paper-lists/:list', summary: 'A list of paper files with its lines', input: z.strictObject({ list: Id }), output: ListView.extend({ lines: z.array(Line), reprints: z.array(z.object({ copy: z.number().int(), at: Instant, by: z.string() })) }),
})
export const receivePaperList = defineContract({
  name: 'dossiers.receivePaperList', method: 'POST', path: '/api/desk/paper-lists/:list/receive', summary: 'Confirm a list line by line: what has come, and what is missing',
  input: z.strictObject({ list: Id, lines: z.array(z.strictObject({ number: z.number().int().min(1), outcome: z.enum(['received', 'missing']), remark: z.string().trim().max(300).optional() })).min(1).max(200) }), output: ListView,
})
export const cancelPaperList = defineContract({
  name: 'dossiers.cancelPaperList', method: 'POST', path: '/api/desk/paper-lists/:list/cancel', summary: 'Take back a list that nobody has confirmed: its files wait again', input: z.strictObject({ list: Id }), output: ListView,
})
export const paperListDocument = defineContract({
  name: 'dossiers.paperListDocument', method: 'GET', path: '/api/desk/paper-lists/:list/document', summary: 'A list of paper files as PDF, to be signed by both', input: z.strictObject({ list: Id, copy: Copy }), output: z.object({}),
})
export const reprintPaperList = defineContract({
  name: 'dossiers.reprintPaperList', method: 'POST', path: '/api/desk/paper-lists/:list/reprint', summary: 'Print a list again: on record, and marked on its face', input: z.strictObject({ list: Id }), output: z.object({ copy: z.number().int() }),
})
