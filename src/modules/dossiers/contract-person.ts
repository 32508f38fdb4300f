import { z } from 'zod'
import { defineContract } from '#kernel/contract'
import { personal } from '#kernel/personal'
import { handOver } from './contract-acts.ts'
import { Both, Date10, DossierState, Id, Instant } from './contract-shapes.ts'

const Line = z.object({
  id: Id, code: z.string(), state: DossierState, title: Both, principalName: personal(z.string(), 'name').nullable(), submittedAt: Instant, dueAt: Instant.nullable(), shelf: z.string().nullable(), waitingDays: z.number().int().nullable(),
  /** in đồng, while a fee is owed; the result goes out when it is paid */
  feeDue: z.number().int().nullable(),
  oldPaperOut: z.boolean(),
})
export type PersonLine = z.output<typeof Line>

/** Everything one applicant has at my counter: who stands there with thirty dossiers is served as one. */
export const samePerson = defineContract({
  name: 'dossiers.samePerson', method: 'GET', path: '/api/dossiers/:id/same-person', summary: 'What the applicant of a dossier has at my desk: handed in today, ready to be collected, and under way', input: z.strictObject({ id: Id }),
  output: z.object({
    applicantName: personal(z.string(), 'name'),
    /** handed in here today, in the order in which they came */
    today: z.array(Line),
    /** signed results that may be collected here, those that have waited the longest first */
    ready: z.array(Line),
    /** how many are being worked on */
    underWay: z.number().int(),
  }),
})
export const combinedReceipt = defineContract({
  name: 'dossiers.combinedReceipt', method: 'GET', path: '/api/dossiers/:id/combined-receipt', summary: 'One page with every dossier that the same applicant handed in at my desk on a day, and when each is due',
  input: z.strictObject({ id: Id, day: Date10.optional() }), output: z.object({}),
})
export const handOverMany = defineContract({
  name: 'dossiers.handOverMany', method: 'POST', path: '/api/desk/hand-overs', summary: 'Hand over results of one applicant in one act with one signature: all of them, or none',
  input: z.strictObject({ ...handOver.input.shape, dossiers: z.array(Id).min(1).max(100) }).omit({ id: true })
    .refine(({ relation, authority }) => relation === 'self' || authority !== undefined, { message: 'required', path: ['authority'] }),
  output: z.object({ id: Id, number: z.string(), count: z.number().int() }),
})
export const handOverSheet = defineContract({
  name: 'dossiers.handOverSheet', method: 'GET', path: '/api/desk/hand-overs/:handOver/document', summary: 'The list of results that one person collected, to be signed, as PDF', input: z.strictObject({ handOver: Id }), output: z.object({}),
})
