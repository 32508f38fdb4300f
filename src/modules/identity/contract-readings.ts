import { z } from 'zod'
import { defineContract } from '#kernel/contract'
import { personal, personalKinds, purposes } from '#kernel/personal'

const Both = z.object({ vi: z.string(), en: z.string() })
const Instant = z.iso.datetime({ offset: true })
const ReadingId = z.string().regex(/^\d{1,18}$/)

/** A reading of somebody's data: who, in which capacity, why, what, under which dossier. */
export const ReadingLine = z.object({
  id: ReadingId, at: Instant, purpose: z.enum(purposes), what: z.array(z.enum(personalKinds)), code: z.string().nullable(), dossier: z.uuid().nullable(),
  reader: z.object({ kind: z.string(), name: z.string(), title: Both.nullable(), agency: Both.nullable() }),
})
export type ReadingLine = z.output<typeof ReadingLine>

/** A question about a reading, with its legal clock. */
export const DataRequest = z.object({
  id: z.uuid(), reading: ReadingId, text: personal(z.string(), 'answers'), askedAt: Instant, acknowledgeDue: Instant, answerDue: Instant, acknowledgedAt: Instant.nullable(), answeredAt: Instant.nullable(), answer: z.string().nullable(),
  state: z.enum(['asked', 'acknowledged', 'answered']), late: z.boolean(),
})
export type DataRequest = z.output<typeof DataRequest>

export const whoReadMine = defineContract({
  name: 'identity.whoReadMine', method: 'GET', path: '/api/readings/mine', summary: 'Who read my data, the newest first, and what I asked about it',
  input: z.strictObject({ before: ReadingId.optional() }), output: z.object({ rows: z.array(ReadingLine), next: ReadingId.nullable(), requests: z.array(DataRequest) }),
})
export const askAboutReading = defineContract({
  name: 'identity.askAboutReading', method: 'POST', path: '/api/readings/:reading/question', summary: 'Ask why somebody read my data', input: z.strictObject({ reading: ReadingId, text: z.string().trim().min(5, 'too_short').max(2000) }),
  output: z.object({ id: z.uuid(), answerDue: Instant }),
})
export const listReadings = defineContract({
  name: 'identity.readings', method: 'GET', path: '/api/readings', summary: 'The log of readings, by dossier, officer or day; asking for it is noted itself',
  input: z.strictObject({ code: z.string().trim().max(80).optional(), username: z.string().trim().max(60).optional(), day: z.iso.date().optional(), before: ReadingId.optional() }),
  output: z.object({
    /** `many`: more than sixty people within the hour; `hours`: outside working hours; `emergency`: with the sealed access */
    rows: z.array(ReadingLine.extend({ flags: z.array(z.enum(['many', 'hours', 'emergency'])) })), next: ReadingId.nullable(), sealed: z.object({ at: Instant.nullable(), open: z.number().int() }),
  }),
})
export const listDataRequests = defineContract({
  name: 'identity.dataRequests', method: 'GET', path: '/api/data-requests', summary: 'What people asked about readings of their data, what is due soonest first', input: z.strictObject({}),
  output: z.object({ requests: z.array(DataRequest.extend({ citizen: personal(z.string(), 'name'), about: ReadingLine.nullable() })) }),
})
export const answerDataRequest = defineContract({
  name: 'identity.answerDataRequest', method: 'POST', path: '/api/data-requests/:id', summary: 'Acknowledge a question about a reading, or answer it',
  input: z.strictObject({ id: z.uuid(), answer: z.string().trim().min(5, 'too_short').max(4000).optional() }), output: z.object({ state: z.enum(['asked', 'acknowledged', 'answered']) }),
})
