import { z } from 'zod'
import { defineContract } from '#kernel/contract'
import { Id, Instant, Reason } from './contract-shapes.ts'

/** A person of the office with what lies in their hands. */
const InHand = z.object({ id: Id, name: z.string(), title: z.object({ vi: z.string(), en: z.string() }).nullable(), open: z.number().int(), late: z.number().int(), waiting: z.number().int(), here: z.boolean() })

const MoveView = z.object({
  id: Id, at: Instant, from: z.object({ id: Id, name: z.string() }), to: z.array(z.object({ id: Id, name: z.string(), count: z.number().int() })), by: z.string(), reason: z.string(),
  undoneAt: Instant.nullable(), actions: z.array(z.enum(['undo'])),
})

/** What a leader needs to give an absent officer's work to others, and what was moved before. */
export const queueMoves = defineContract({
  name: 'dossiers.queueMoves', method: 'GET', path: '/api/desk/queue-moves', summary: 'What lies in each officer’s hands at my office, and which queues were moved', input: z.strictObject({}),
  output: z.object({
    /** everybody who holds work, and everybody who may get it: `here` says that they may */
    officers: z.array(InHand), moves: z.array(MoveView),
  }),
})
/** What an administrator is told before a role ends: how much work would be left without anybody who may do it. */
export const workInHand = defineContract({
  name: 'dossiers.workInHand', method: 'GET', path: '/api/desk/work-in-hand', summary: 'How many dossiers of an agency lie in an officer’s hands', input: z.strictObject({ officer: Id, agency: z.string().max(40) }),
  output: z.object({ open: z.number().int() }),
})
export const moveQueue = defineContract({
  name: 'dossiers.moveQueue', method: 'POST', path: '/api/desk/queue-moves', summary: 'Give everything in an absent officer’s hands to one colleague, or spread it among several, in one act',
  input: z.strictObject({ from: Id, to: z.array(Id).min(1, 'required').max(50), reason: Reason }),
  output: z.object({ id: Id, moved: z.number().int(), left: z.number().int() }),
})
export const undoMoveQueue = defineContract({
  name: 'dossiers.undoMoveQueue', method: 'POST', path: '/api/desk/queue-moves/:move/undo', summary: 'Give back what of a moved queue is still as it was given', input: z.strictObject({ move: Id }),
  output: z.object({ id: Id, moved: z.number().int() }),
})
