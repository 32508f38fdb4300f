import { z } from 'zod'
import { defineContract } from '#kernel/contract'
import { personal } from '#kernel/personal'
import { Row } from './contract-one.ts'
import { Both, Date10, DossierAction, Id } from './contract-shapes.ts'

export const QueueName = z.enum(['to_answer', 'desk_waiting', 'to_hand_over', 'in_offices', 'archived', 'handed_over_today', 'mine', 'to_take', 'to_sign', 'office_open', 'office_waiting', 'office_signed'])

export const listQueues = defineContract({
  name: 'dossiers.queues', method: 'GET', path: '/api/desk/queues', summary: 'The queues of my capacity with how many each holds', input: z.strictObject({}),
  output: z.object({
    queues: z.array(z.object({ name: QueueName, count: z.number().int(), /** how many of them somebody waits for at a counter, where this capacity can do something about it */ atOnce: z.number().int() })),
    /** paper files that wait for a list, and lists that wait to be confirmed by my agency */
    papers: z.object({ toSend: z.number().int(), toReceive: z.number().int() }),
    /** what my agency is asked by others; null for roles that are asked nothing */
    questions: z.number().int().nullable(),
  }),
})
export const worklist = defineContract({
  name: 'dossiers.worklist', method: 'GET', path: '/api/desk/queues/:queue', summary: 'A queue, what is due soonest first',
  input: z.strictObject({
    queue: QueueName, day: Date10.optional(), late: z.enum(['1']).optional(), waiting: z.enum(['1']).optional(), procedure: z.string().max(40).optional(), holder: Id.optional(), channel: z.enum(['online', 'counter']).optional(),
    after: z.string().max(120).optional(),
  }),
  output: z.object({
    queue: QueueName, count: z.number().int(), rows: z.array(Row.extend({ actions: z.array(DossierAction), /** what this counter collects before the result goes out, in đồng */ feeDue: z.number().int().nullable() })), next: z.string().nullable(),
    /** how many fall due on each day; `late` before now. Those that wait for the citizen fall due on none: `waiting` */
    days: z.array(z.object({ day: Date10, late: z.boolean(), count: z.number().int() })), waiting: z.number().int(),
    /** what one may filter by */
    procedures: z.array(z.object({ code: z.string(), title: Both })), holders: z.array(z.object({ id: Id, name: z.string() })),
  }),
})
export const find = defineContract({
  name: 'dossiers.find', method: 'POST', path: '/api/desk/find', summary: 'Dossiers of my agency by code, name or citizen number (not in a URL, so that numbers stay out of logs)',
  input: z.strictObject({ q: z.string().trim().min(2).max(120) }), output: z.object({ rows: z.array(Row) }),
})
export const showNumber = defineContract({
  name: 'dossiers.showNumber', method: 'POST', path: '/api/dossiers/:id/number', summary: 'The applicant’s citizen number in full; the reading is an act on record', input: z.strictObject({ id: Id }),
  output: z.object({ number: personal(z.string(), 'number') }),
})

/** Notices about my dossiers, as the portal's channel delivered them. The sentence is made of template and facts where it is read. */
export const myNotices = defineContract({
  name: 'dossiers.notices', method: 'GET', path: '/api/notices', summary: 'Notices about my dossiers, the newest first', input: z.strictObject({}),
  output: z.object({ notices: z.array(z.object({ id: Id, template: z.string(), dossier: Id, at: z.iso.datetime({ offset: true }), facts: z.record(z.string(), z.unknown()) })) }),
})
