import { reading, type Db, type Tx } from '#platform/db'
import { listEvents, listJobs } from '#platform/machine'
import type { Course, Module } from '#platform/module'
import { listMessages } from '#platform/notify'

export type TimelineLine = { at: Date; kind: 'act' | 'event' | 'job' | 'message'; what: string; detail: string }
export type Timeline = { id: string; code: string; state: string; lines: TimelineLine[] }

/** Everything that is known of one case's way, in one order: acts, events, jobs and messages. No personal data. Undefined when no module has the code. */
export async function readTimeline(db: Db, modules: readonly Module[], code: string): Promise<Timeline | undefined> {
  const course = await courseOf(reading(db), modules, code)
  if (!course) return undefined
  const lines: TimelineLine[] = [
    ...course.lines.map(({ at, what, who }): TimelineLine => ({ at, kind: 'act', what, detail: who })),
    ...(await listEvents(db, { subject: course.id, limit: 500 })).map(({ at, name, id }): TimelineLine => ({ at, kind: 'event', what: name, detail: id })),
    ...(await listMessages(db, { subject: course.id, limit: 500 })).map(({ at, template, state, channel }): TimelineLine => ({ at, kind: 'message', what: template, detail: [state, channel].filter(Boolean).join(', ') })),
    ...(await jobsOf(db, course.related)),
  ]
  return { id: course.id, code: course.code, state: course.state, lines: lines.sort((a, b) => a.at.getTime() - b.at.getTime()) }
}

async function courseOf(tx: Tx, modules: readonly Module[], code: string): Promise<Course | undefined> {
  for (const module of modules) {
    const course = await module.course?.(tx, code)
    if (course) return course
  }
  return undefined
}

async function jobsOf(db: Db, related: Course['related']): Promise<TimelineLine[]> {
  const lines: TimelineLine[] = []
  for (const { id, what } of related) {
    for (const job of await listJobs(db, { naming: id, limit: 10 })) lines.push({ at: job.createdAt, kind: 'job', what: `${job.name} ${what}`, detail: [job.state, job.error].filter(Boolean).join(': ') })
  }
  return lines
}
