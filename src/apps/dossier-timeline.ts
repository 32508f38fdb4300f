import { reading, type Db } from '#platform/db'
import { listEvents, listJobs } from '#platform/machine'
import { listMessages } from '#platform/notify'
import { readCourseByCode } from '#modules/dossiers'

export type TimelineLine = { at: Date; kind: 'act' | 'event' | 'job' | 'message'; what: string; detail: string }
export type Timeline = { id: string; code: string; state: string; lines: TimelineLine[] }

/** Everything that is known of one dossier's way, in one order: acts, events, jobs and messages. No personal data. Undefined when there is no such dossier. */
export async function readTimeline(db: Db, code: string): Promise<Timeline | undefined> {
  const course = await readCourseByCode(reading(db), code)
  if (!course) return undefined
  const lines: TimelineLine[] = [
    ...course.lines.map(({ at, what, who }): TimelineLine => ({ at, kind: 'act', what, detail: who })),
    ...(await listEvents(db, { subject: course.id, limit: 500 })).map(({ at, name, id }): TimelineLine => ({ at, kind: 'event', what: name, detail: id })),
    ...(await listMessages(db, { subject: course.id, limit: 500 })).map(({ at, template, state, channel }): TimelineLine => ({ at, kind: 'message', what: template, detail: [state, channel].filter(Boolean).join(', ') })),
    ...(await jobsOf(db, course.documents)),
  ]
  return { id: course.id, code: course.code, state: course.state, lines: lines.sort((a, b) => a.at.getTime() - b.at.getTime()) }
}

async function jobsOf(db: Db, documents: readonly { id: string; kind: string }[]): Promise<TimelineLine[]> {
  const lines: TimelineLine[] = []
  for (const { id, kind } of documents) {
    for (const job of await listJobs(db, { naming: id, limit: 10 })) lines.push({ at: job.createdAt, kind: 'job', what: `${job.name} ${kind}`, detail: [job.state, job.error].filter(Boolean).join(': ') })
  }
  return lines
}
