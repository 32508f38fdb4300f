import { isAway, sql, type Db } from '../db.ts'
import type { Subscription } from '../events.ts'
import type { Log } from '../log.ts'
import type { Metrics } from '../metrics.ts'
import { deliver, retryParked, type MakeContext } from './deliver.ts'

/** Delivers events for as long as the process lives. `kick` shortens the wait after a commit of this process; polling alone would do. */
export type Pump = { kick(): void; stop(): Promise<void> }

/** Seconds since the oldest event that some subscriber has not read; 0 when all have read all. */
export async function eventAge(db: Db): Promise<number> {
  const { rows } = await sql<{ age: number | null }>`
    select extract(epoch from now() - min(e.recorded_at))::float as age
      from (select epoch, xid, id from platform.subscription order by epoch, xid, id limit 1) c
      join platform.event e on (e.epoch, e.xid, e.id) > (c.epoch, c.xid, c.id)`.execute(db)
  return Math.max(0, rows[0]?.age ?? 0)
}

/** Delivers and retries until nothing moves: for tests, the command line and the end of a scenario. */
export async function drainEvents<C>(db: Db, subscriptions: readonly Subscription<C>[], context: MakeContext<C>): Promise<void> {
  for (let moved = true; moved; ) {
    moved = false
    for (const subscription of subscriptions) {
      while ((await deliver(db, subscription, context)) > 0) moved = true
      while (((await retryParked(db, subscription, context)) ?? 0) > 0) moved = true
    }
  }
}

/** Starts one loop per subscription: subscribers do not wait for each other. */
export function startPump<C>(db: Db, subscriptions: readonly Subscription<C>[], context: MakeContext<C>, tools: { log: Log; metrics: Metrics; pollMilliseconds?: number }): Pump {
  const pause = tools.pollMilliseconds ?? 250
  const wakers = new Set<() => void>()
  let stopping = false
  let kicks = 0
  const wait = (milliseconds: number) => new Promise<void>((resolve) => {
    const wake = () => {
      clearTimeout(timer)
      wakers.delete(wake)
      resolve()
    }
    const timer = setTimeout(wake, milliseconds)
    wakers.add(wake)
  })
  const loop = async (subscription: Subscription<C>) => {
    while (!stopping) {
      const before = kicks
      try {
        const read = await deliver(db, subscription, context, tools.log)
        const retried = await retryParked(db, subscription, context, tools.log)
        if (read > 0 || retried !== undefined) continue
        if (kicks === before) await wait(pause)
      } catch (error) {
        if (!isAway(error)) tools.log.error({ err: error, subscription: subscription.name }, 'events could not be delivered')
        await wait(1000)
      }
    }
  }
  const loops = subscriptions.map(loop)
  tools.metrics.gauge('event_age_seconds', 'age of the oldest event that a subscriber has not read', () => eventAge(db))
  return {
    kick() {
      kicks++
      for (const wake of [...wakers]) wake()
    },
    async stop() {
      stopping = true
      for (const wake of [...wakers]) wake()
      await Promise.all(loops)
    },
  }
}
