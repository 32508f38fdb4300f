import { localDate } from '#kernel/local-time'
import { inTransaction } from '#platform/db'
import type { Tools } from '#platform/tools'
import { changeOn } from '../reform/carry-out.ts'
import { finishReform, holdProgress, noteBatch, progressOf, underWay, type ReformRow } from '../stores/reforms.ts'

/** The job that lets rows follow; it is also looked for every few minutes, because a reform's day comes without anybody asking. */
export const followJob = 'agencies.follow-reforms'

type Follow = Pick<Tools, 'db' | 'clock' | 'followers'>

/**
 * Lets every module's rows follow the reforms whose day has come, batch by batch, each in a transaction with its place; stops by itself when `until` says so.
 * Killed anywhere and called again, it goes on where the last batch ended. Resolves to how many rows moved now; `tell` hears each batch.
 */
export async function followReforms(tools: Follow, options: { until?: () => boolean; tell?: (line: { reform: string; module: string; done: number; total: number }) => void } = {}): Promise<number> {
  let moved = 0
  for (const reform of await underWay(tools.db, localDate(tools.clock.now()))) {
    const order = [...tools.followers.keys()]
    const lines = (await progressOf(tools.db, reform.id)).sort((a, b) => order.indexOf(a.module) - order.indexOf(b.module))
    for (const { module, finishedAt } of lines) {
      if (finishedAt) continue
      for (;;) {
        if (options.until?.()) return moved
        const batch = await followBatch(tools, reform, module)
        moved += batch.moved
        options.tell?.({ reform: reform.id, module, done: batch.done, total: batch.total })
        if (batch.finished) break
      }
    }
    await finishReform(tools.db, reform.id, tools.clock.now())
  }
  return moved
}

async function followBatch(tools: Follow, reform: ReformRow, module: string): Promise<{ moved: number; done: number; total: number; finished: boolean }> {
  return inTransaction(tools.db, async (tx) => {
    const line = await holdProgress(tx, reform.id, module)
    if (!line || line.finishedAt) return { moved: 0, done: line?.done ?? 0, total: line?.total ?? 0, finished: true }
    const follower = tools.followers.get(module)
    // a module that is no longer there has no rows
    const { moved, next } = follower ? await follower.move(tx, await changeOn(tx, reform), line.next) : { moved: 0, next: null }
    await noteBatch(tx, { reform: reform.id, module, moved, next, at: tools.clock.now() })
    return { moved, done: line.done + moved, total: line.total, finished: next === null }
  })
}
