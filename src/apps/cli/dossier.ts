import { formatDateTime } from '#kernel/format'
import { modules } from '../modules.ts'
import { readTimeline } from '../timeline.ts'
import { withApplication } from './open.ts'

/** Prints everything that is known of one dossier's way on one timeline: acts, events, jobs and messages. No personal data. */
export async function run([code]: string[]): Promise<number> {
  if (code === undefined) {
    console.error('npm run cli -- dossier CODE, such as H09.25747.01-261125-0001.')
    return 2
  }
  return withApplication(async ({ tools: { db } }) => {
    const timeline = await readTimeline(db, modules, code)
    if (!timeline) {
      console.error(`There is no dossier ${code}.`)
      return 1
    }
    console.log(`${timeline.code}  ${timeline.state}\n`)
    for (const { at, kind, what, detail } of timeline.lines) console.log(`${formatDateTime(at)}  ${kind.padEnd(7)}  ${what}, ${detail}`)
    return 0
  })
}
