import { isAway, sql, type Db } from '../db.ts'
import type { Subscription } from '../events.ts'
import type { Log } from '../log.ts'
import type { Metrics } from '../metrics.ts'
import { deliver, retryParked, type MakeContext } from './deliver.ts'

/** Delivers events for as long as the process lives. `kick` shortens the wait after a commit of this process; polling alone would do. */
export type Pump = { kick(): void; stop(): Promise<void> }

/** Seconds since the oldest event that one of these subscribers (all that there are, unless named) has not read; 0 when they have read all. */
export async function eventAge(db: Db, names?: readonly string[]): Promise<number> {
  const { rows } = await sql<{ age: number | null }>`
    select extract(epoch from now() - min(next.recorded_at))::float as age
      from platform.subscription s
      cross join lateral (select recorded_at from platform.event e where (e.epoch, e.xid, e.id) > (s.epoch, s.xid, s.id) order by e.epoch, e.xid, e.id limit 1) next
     where ${names === undefined ? sql`true` : sql`s.name = any(${names})`}`.execute(db)
  return Math.max(0, rows[0]?.age ?? 0)
}

const longestWait = 30_000

/**
 * Delivers and retries until nothing is left that is due: for tests, the command line and the end of a scenario. Waits for the transactions
 * that hold back events committed after they began; throws when one of them does not end within 30 s.
 */
export async function drainEvents<C>(db: Db, subscriptions: readonly Subscription<C>[], context: MakeContext<C>): Promise<void> {
  const names = subscriptions.map(({ name }) => name)
  let movedAt = Date.now()
  for (;;) {
    const moved = await deliverRound(db, subscriptions, context)
    if (moved) movedAt = Date.now()
    else if (!(await isUnread(db, names))) return
    else if (Date.now() - movedAt > longestWait) throw new Error('events are held back by a transaction that does not end')
    else await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

async function deliverRound<C>(db: Db, subscriptions: readonly Subscription<C>[], context: MakeContext<C>): Promise<boolean> {
  let moved = false
  for (const subscription of subscriptions) {
    while ((await deliver(db, subscription, context)) > 0) moved = true
    for (let worked = await retryParked(db, subscription, context); worked !== undefined; worked = await retryParked(db, subscription, context)) moved ||= worked > 0
  }
  return moved
}

// unlike `deliver`, sees also what may not be read yet
async function isUnread(db: Db, names: readonly string[]): Promise<boolean> {
  const { rows } = await sql`
    select from platform.subscription s where s.name = any(${names})
       and exists (select from platform.event e where (e.epoch, e.xid, e.id) > (s.epoch, s.xid, s.id)) limit 1`.execute(db)
  return rows.length > 0
}

/** Starts one loop per subscription: subscribers do not wait for each other. */
export function startPump<C>(db: Db, subscriptions: readonly Subscription<C>[], context: MakeContext<C>, tools: { log: Log; metrics: Metrics; pollMilliseconds?: number }): Pump {
  const pause = tools.pollMilliseconds ?? 250
  const wakers = new Set<() => void>()
  let stopping = false
  let kicks = 0
  const wait = (milliseconds: number) => new Promise<void>((resolve) => {
    // asked to stop while it was delivering: nobody is left who would wake it
    if (stopping) return resolve()
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
  tools.metrics.gauge('event_age_seconds', 'age of the oldest event that a subscriber has not read', () => eventAge(db, subscriptions.map(({ name }) => name)))
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
