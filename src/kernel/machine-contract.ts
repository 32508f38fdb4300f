import { z } from 'zod'
import { roles } from './app.ts'
import { defineContract } from './contract.ts'

const Instant = z.iso.datetime({ offset: true })
const nothing = z.strictObject({})

/** What the people who run the program may see and mend of its machinery. No personal data is in it. */

export const recentEvents = defineContract({
  name: 'machine.events', method: 'GET', path: '/api/machine/events', summary: 'The newest events, or those about one subject', input: z.strictObject({ subject: z.string().max(100).optional() }),
  output: z.object({
    events: z.array(z.object({ id: z.string(), name: z.string(), subject: z.string(), payload: z.unknown(), at: Instant, recordedAt: Instant, correlationId: z.string().nullable() })),
    subscriptions: z.array(z.object({ name: z.string(), behindSeconds: z.number(), parked: z.number().int() })),
  }),
})
export const parkedEvents = defineContract({
  name: 'machine.parked', method: 'GET', path: '/api/machine/parked', summary: 'Events whose handler failed', input: nothing,
  output: z.object({ parked: z.array(z.object({ subscription: z.string(), subject: z.string(), name: z.string(), attempts: z.number().int(), needsPerson: z.boolean(), error: z.string().nullable(), at: Instant })) }),
})
export const replayEvents = defineContract({
  name: 'machine.replayEvents', method: 'POST', path: '/api/machine/parked/replay', summary: 'Try the parked events of a subject again, when the cause was mended',
  input: z.strictObject({ subscription: z.string().max(100), subject: z.string().max(100) }), output: z.object({ events: z.number().int() }),
})
export const recentJobs = defineContract({
  name: 'machine.jobs', method: 'GET', path: '/api/machine/jobs', summary: 'The newest jobs and the dead letters', input: nothing,
  output: z.object({
    jobs: z.array(z.object({ id: z.string(), name: z.string(), state: z.string(), data: z.unknown(), createdAt: Instant, startAfter: Instant, completedAt: Instant.nullable(), retries: z.number().int(), error: z.string().nullable() })),
    dead: z.array(z.object({ id: z.string(), name: z.string(), data: z.unknown(), error: z.string().nullable(), failedAt: Instant })),
  }),
})
export const retryDeadJobs = defineContract({
  name: 'machine.retryDeadJobs', method: 'POST', path: '/api/machine/jobs/retry-dead', summary: 'Put every dead letter back into its queue, when the cause was mended', input: nothing, output: z.object({ jobs: z.number().int() }),
})
export const recentMessages = defineContract({
  name: 'machine.messages', method: 'GET', path: '/api/machine/messages', summary: 'The newest notices to people, sent or not', input: z.strictObject({ subject: z.string().max(100).optional() }),
  output: z.object({
    messages: z.array(z.object({ id: z.string(), key: z.string(), subject: z.string(), template: z.string(), facts: z.record(z.string(), z.unknown()), at: Instant, state: z.enum(['waiting', 'sent', 'dead']), channel: z.string().nullable(), sentAt: Instant.nullable(), error: z.string().nullable() })),
  }),
})
export const resendDeadMessage = defineContract({
  name: 'machine.resend', method: 'POST', path: '/api/machine/messages/:id/resend', summary: 'Send a dead notice again', input: z.strictObject({ id: z.uuid() }), output: z.object({ done: z.boolean() }),
})
export const subjectTimeline = defineContract({
  name: 'machine.timeline', method: 'GET', path: '/api/machine/timeline/:code', summary: 'Acts, events, jobs and notices of one dossier in one order', input: z.strictObject({ code: z.string().trim().min(4).max(80) }),
  output: z.object({
    id: z.uuid(), code: z.string(), state: z.string(),
    lines: z.array(z.object({ at: Instant, kind: z.enum(['act', 'event', 'job', 'message']), what: z.string(), detail: z.string() })),
  }),
})
export const clockState = defineContract({
  name: 'machine.clock', method: 'GET', path: '/api/machine/clock', summary: 'The business clock', input: nothing, output: z.object({ now: Instant, real: Instant, offsetSeconds: z.number() }),
})
export const moveBusinessClock = defineContract({
  name: 'machine.moveClock', method: 'POST', path: '/api/machine/clock', summary: 'Move the business clock of a demonstration; null returns to real time', input: z.strictObject({ to: Instant.nullable() }), output: z.object({ now: Instant, offsetSeconds: z.number() }),
})
export const routeMatrix = defineContract({
  name: 'machine.routes', method: 'GET', path: '/api/machine/routes', summary: 'Every route and who may call it', input: nothing,
  output: z.object({ roles: z.array(z.enum(roles)), routes: z.array(z.object({ name: z.string(), method: z.string(), path: z.string(), summary: z.string(), who: z.array(z.enum(roles)), repeatable: z.string().nullable(), demonstration: z.boolean() })) }),
})
export const demonstrationProgress = defineContract({
  name: 'machine.progress', method: 'GET', path: '/api/machine/progress', summary: 'How far the loading of the demonstration’s records is', input: nothing,
  output: z.object({ loading: z.array(z.object({ what: z.object({ vi: z.string(), en: z.string() }), done: z.number().int(), total: z.number().int() })) }),
})
export const apiPage = defineContract({
  name: 'machine.api', method: 'GET', path: '/api/machine/api', summary: 'The API as a page shows it: every operation and every code of a refusal', input: nothing,
  output: z.object({
    operations: z.array(z.object({ name: z.string(), method: z.string(), path: z.string(), summary: z.string(), who: z.array(z.string()), parameters: z.array(z.string()), needsKey: z.boolean() })),
    codes: z.array(z.object({ code: z.string(), status: z.number().int() })),
  }),
})
