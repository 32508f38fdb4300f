import { resumeSending } from '#platform/notify'
import { withApplication } from './open.ts'

/** Lets a restored installation send notices again: it is the one that people use from now on. */
export async function run(_args: string[]): Promise<number> {
  return withApplication(async ({ tools: { db } }) => {
    console.log((await resumeSending(db)) ? 'Notices are sent again.' : 'Notices were not paused.')
    return 0
  })
}
