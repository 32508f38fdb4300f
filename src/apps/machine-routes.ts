import { z } from 'zod'
import { roles, type Role } from '#kernel/app'
import { realNow } from '#kernel/clock'
import { defineFailures, Failure, knownFailures } from '#kernel/failure'
import * as contract from '#kernel/machine-contract'
import { isMovable, moveClock } from '#platform/business-clock'
import type { Config } from '#platform/config'
import { replayParked } from '#platform/events/deliver'
import { allows, route, type Call, type Route } from '#platform/http'
import { deadJobs } from '#platform/jobs'
import { listEvents, listJobs, listParked, listSubscriptions } from '#platform/machine'
import type { Module } from '#platform/module'
import { listMessages, resendMessage } from '#platform/notify'
import type { Progress } from '#platform/seeds'
import { readTimeline } from './timeline.ts'

export type MachineTools = { modules: readonly Module[]; mode: Config['mode']; routes: () => readonly Route[]; retryDead: () => Promise<number>; loading: () => readonly Progress[] }

/** Codes of the machinery's own refusals. */
export const failures = defineFailures({ course_not_found: 404 })

const iso = (at: Date): string => at.toISOString()

/** Routes over the machinery itself: for the administrator, and in a demonstration for everybody who looks behind the scenes. */
export function machineRoutes(tools: MachineTools): Route[] {
  const who: readonly Role[] | 'anyone' = tools.mode === 'demonstration' ? 'anyone' : ['administrator']
  const again = { who, repeatable: 'doing it again does no harm' }
  return [
    route(contract.recentEvents, { who }, readEvents),
    route(contract.parkedEvents, { who }, async (call) => ({ parked: (await listParked(call.db, 100)).map((line) => ({ ...line, at: iso(line.at) })) })),
    route(contract.replayEvents, again, async (call) => ({ events: await replayParked(call.db, call.input.subscription, call.input.subject) })),
    route(contract.recentJobs, { who }, readJobs),
    route(contract.retryDeadJobs, again, async () => ({ jobs: await tools.retryDead() })),
    route(contract.recentMessages, { who }, readMessages),
    route(contract.resendDeadMessage, again, async (call) => ({ done: await resendMessage(call.db, call.input.id) })),
    route(contract.subjectTimeline, { who }, (call) => timelineOf(call, tools.modules)),
    route(contract.clockState, { who }, async (call) => clockOf(call)),
    route(contract.moveBusinessClock, { who: 'anyone', repeatable: 'sets the same time again', demonstration: true }, setClock),
    route(contract.routeMatrix, { who }, async () => ({ roles: [...roles], routes: tools.routes().map(lineOf) })),
    route(contract.apiPage, { who: 'anyone' }, async () => apiOf(tools.routes())),
    route(contract.demonstrationProgress, { who: 'anyone', demonstration: true }, async () => ({ loading: tools.loading().map(({ what, done, total }) => ({ what, done, total })) })),
  ]
}

async function readEvents(call: Call<{ subject?: string | undefined }>) {
  const events = await listEvents(call.db, { subject: call.input.subject, limit: 100 })
  return { events: events.map((event) => ({ ...event, at: iso(event.at), recordedAt: iso(event.recordedAt) })), subscriptions: await listSubscriptions(call.db) }
}

async function readJobs(call: Call) {
  const jobs = await listJobs(call.db, { limit: 100 })
  const dead = await deadJobs(call.db)
  return {
    jobs: jobs.map((job) => ({ ...job, data: job.data?.data ?? null, createdAt: iso(job.createdAt), startAfter: iso(job.startAfter), completedAt: job.completedAt && iso(job.completedAt) })),
    dead: dead.map((job) => ({ ...job, failedAt: iso(job.failedAt) })),
  }
}

async function readMessages(call: Call<{ subject?: string | undefined }>) {
  const messages = await listMessages(call.db, call.input.subject === undefined ? {} : { subject: call.input.subject })
  return { messages: messages.map((message) => ({ ...message, at: iso(message.at), sentAt: message.sentAt && iso(message.sentAt) })) }
}

async function timelineOf({ db, input }: Call<{ code: string }>, modules: readonly Module[]) {
  const timeline = await readTimeline(db, modules, input.code)
  if (!timeline) throw new Failure('course_not_found', { code: input.code })
  return { ...timeline, lines: timeline.lines.map((line) => ({ ...line, at: iso(line.at) })) }
}

const clockOf = ({ clock }: Pick<Call, 'clock'>) => ({ now: iso(clock.now()), real: iso(realNow()), offsetSeconds: isMovable(clock) ? Math.round(clock.offset() / 1000) : 0 })

async function setClock(call: Call<{ to: string | null }>) {
  const { clock, input } = call
  if (!isMovable(clock)) throw new Failure('not_found')
  await moveClock(call.db, clock, input.to === null ? null : new Date(input.to))
  return clockOf(call)
}

const lineOf = (row: Route) => ({
  name: row.contract.name, method: row.contract.method, path: row.contract.path, summary: row.contract.summary, who: roles.filter((role) => allows(row, role)), repeatable: row.repeatable, demonstration: row.demonstration,
})

const apiOf = (routes: readonly Route[]) => ({
  operations: routes.map(({ contract: { name, method, path, summary, input }, who, repeatable }) => ({
    name, method, path, summary, who: who === 'anyone' ? ['anyone'] : [...who], parameters: input instanceof z.ZodObject ? Object.keys(input.shape) : [], needsKey: method === 'POST' && repeatable === null,
  })),
  codes: [...knownFailures()].map(([code, status]) => ({ code, status })).sort((a, b) => a.status - b.status || (a.code < b.code ? -1 : 1)),
})
