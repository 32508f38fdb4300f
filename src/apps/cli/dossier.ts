import { formatDateTime } from '#kernel/format'
import { reading } from '#platform/db'
import { listEvents, listJobs } from '#platform/machine'
import { listMessages } from '#platform/notify'
import { readCourseByCode } from '#modules/dossiers'
import { withApplication } from './open.ts'

type Line = { at: Date; kind: 'act' | 'event' | 'job' | 'message'; text: string }

/** Prints everything that is known of one dossier's way on one timeline: acts, events, jobs and messages. No personal data. */
export async function run([code]: string[]): Promise<number> {
  if (code === undefined) {
    console.error('npm run cli -- dossier CODE, such as H09.25747.01-261125-0001.')
    return 2
  }
  return withApplication(async ({ tools: { db } }) => {
    const course = await readCourseByCode(reading(db), code)
    if (!course) {
      console.error(`There is no dossier ${code}.`)
      return 1
    }
    const lines: Line[] = [
      ...course.lines.map(({ at, what, who }): Line => ({ at, kind: 'act', text: `${what}, by ${who}` })),
      ...(await listEvents(db, { subject: course.id, limit: 500 })).map(({ at, name, id }): Line => ({ at, kind: 'event', text: `${name} (${id})` })),
      ...(await listMessages(db, { subject: course.id, limit: 500 })).map(({ at, template, state, channel }): Line => ({ at, kind: 'message', text: `${template}, ${state}${channel ? ` by ${channel}` : ''}` })),
      ...(await jobsOf(course.documents, db)),
    ]
    console.log(`${course.code}  ${course.state}\n`)
    for (const { at, kind, text } of lines.sort((a, b) => a.at.getTime() - b.at.getTime())) console.log(`${formatDateTime(at)}  ${kind.padEnd(7)}  ${text}`)
    return 0
  })
}

async function jobsOf(documents: readonly { id: string; kind: string }[], db: Parameters<typeof listJobs>[0]): Promise<Line[]> {
  const lines: Line[] = []
  for (const { id, kind } of documents) {
    for (const job of await listJobs(db, { naming: id, limit: 10 })) lines.push({ at: job.createdAt, kind: 'job', text: `${job.name} ${kind}, ${job.state}${job.error ? `: ${job.error}` : ''}` })
  }
  return lines
}
