import { sql, type Db, type Tx } from '../db.ts'
import type { Fact, Subscription } from '../events.ts'
import { withCorrelation, type Log } from '../log.ts'

/** Place of an event in the order of all events. */
type Position = { epoch: number; xid: string; id: number }
type Row = Position & { name: string; subject: string; payload: unknown; at: Date; correlation_id: string | null }

/** What a handler works with besides the transaction; made anew for each. */
export type MakeContext<C> = (tx: Tx) => C

const batchSize = 200
/** failures after which an event waits for a person */
export const mostAttempts = 10
const pauseSeconds = (attempts: number) => Math.min(2 ** (attempts - 1), 300)

const factOf = (row: Row): Fact => ({
  id: `${row.epoch}.${row.xid}.${row.id}`, name: row.name, subject: row.subject, payload: row.payload, at: row.at, correlationId: row.correlation_id,
})

/**
 * Hands the next events to one subscriber, in order, and moves its cursor in the same transaction: what a handler does in this database
 * takes effect exactly once. Resolves to the number of events read; 0 also when another process is delivering to this subscriber.
 *
 * Ids and transaction numbers are given before the commit: event 12 may be visible while 11 is not. Rows are therefore read only below
 * the oldest transaction that still runs, and the cursor is (epoch, xid, id): by id alone, an event of a transaction that began late but
 * took its id early would be passed over for ever.
 */
export async function deliver<C>(db: Db, subscription: Subscription<C>, context: MakeContext<C>, log?: Log): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const { rows: cursors } = await sql<Position>`
      select epoch, xid::text as xid, id from platform.subscription where name = ${subscription.name} for update skip locked`.execute(tx)
    const cursor = cursors[0]
    if (!cursor) return 0
    const rows = await nextEvents(tx, cursor)
    const last = rows.at(-1)
    if (!last) return 0
    const waiting = await waitingSubjects(tx, subscription.name)
    for (const row of rows) {
      const handle = subscription.handlers[row.name]
      if (!handle) continue
      const error = waiting.has(row.subject) ? null : await attempt(tx, () => handle(context(tx), factOf(row)), row)
      if (error === undefined) continue
      if (error) log?.warn({ err: error, event: row.name, subject: row.subject, subscription: subscription.name }, 'event handler failed')
      waiting.add(row.subject)
      await park(tx, subscription.name, row, error)
    }
    await sql`update platform.subscription set epoch = ${last.epoch}, xid = ${last.xid}::xid8, id = ${last.id}, moved_at = now()
      where name = ${subscription.name}`.execute(tx)
    return rows.length
  })
}

async function nextEvents(tx: Tx, after: Position): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select epoch, xid::text as xid, id, name, subject, payload, at, correlation_id
      from platform.event
     where (epoch, xid, id) > (${after.epoch}, ${after.xid}::xid8, ${after.id})
       and (xid < pg_snapshot_xmin(pg_current_snapshot()) or epoch < (select epoch from platform.cluster))
     order by epoch, platform.event.xid, id limit ${batchSize}`.execute(tx)
  return rows
}

async function waitingSubjects(tx: Tx, subscription: string): Promise<Set<string>> {
  const { rows } = await sql<{ subject: string }>`select distinct subject from platform.parked_event where subscription = ${subscription}`.execute(tx)
  return new Set(rows.map((row) => row.subject))
}

/** Runs a handler behind a savepoint: undefined when it worked, else what it threw, and nothing it wrote remains. */
async function attempt(tx: Tx, handle: () => Promise<void>, row: Row): Promise<Error | undefined> {
  await sql`savepoint handler`.execute(tx)
  try {
    await withCorrelation(row.correlation_id ?? `event-${row.id}`, handle)
    await sql`release savepoint handler`.execute(tx)
    return undefined
  } catch (error) {
    // fails when the connection is gone: then the whole batch is undone and none of it counts as a failure of the handler
    await sql`rollback to savepoint handler`.execute(tx)
    await sql`release savepoint handler`.execute(tx)
    return error instanceof Error ? error : new Error(String(error))
  }
}

async function park(tx: Tx, subscription: string, row: Position & { subject: string }, error: Error | null): Promise<void> {
  await sql`insert into platform.parked_event (subscription, epoch, xid, id, subject, attempts, next_at, error)
    values (${subscription}, ${row.epoch}, ${row.xid}::xid8, ${row.id}, ${row.subject}, ${error ? 1 : 0},
      now() + make_interval(secs => ${error ? pauseSeconds(1) : 0}), ${error?.message ?? null})`.execute(tx)
}

type ParkedRow = Row & { attempts: number }

/**
 * Tries one subject's parked events again, in their order, up to the first that fails. Resolves to the number that worked, or undefined when
 * none was due. An event that failed ten times waits for a person, and its subject with it; other subjects go on.
 */
export async function retryParked<C>(db: Db, subscription: Subscription<C>, context: MakeContext<C>, log?: Log): Promise<number | undefined> {
  return db.transaction().execute(async (tx) => {
    const subject = await dueSubject(tx, subscription.name)
    if (subject === undefined) return undefined
    const { rows } = await sql<ParkedRow>`
      select e.epoch, e.xid::text as xid, e.id, e.name, e.subject, e.payload, e.at, e.correlation_id, p.attempts
        from platform.parked_event p join platform.event e using (epoch, xid, id)
       where p.subscription = ${subscription.name} and p.subject = ${subject} order by e.epoch, e.xid, e.id limit ${batchSize}`.execute(tx)
    let worked = 0
    for (const row of rows) {
      const handle = subscription.handlers[row.name]
      const error = handle && (await attempt(tx, () => handle(context(tx), factOf(row)), row))
      if (error) {
        log?.warn({ err: error, event: row.name, subject, attempts: row.attempts + 1 }, 'event handler failed again')
        await countFailure(tx, subscription.name, row, error)
        return worked
      }
      await sql`delete from platform.parked_event where subscription = ${subscription.name} and epoch = ${row.epoch} and xid = ${row.xid}::xid8 and id = ${row.id}`.execute(tx)
      worked++
    }
    return worked
  })
}

// the lock on the subscription keeps `deliver` from adding to a subject that is being emptied
async function dueSubject(tx: Tx, subscription: string): Promise<string | undefined> {
  const { rows: due } = await sql`select 1 from platform.parked_event where subscription = ${subscription} and not needs_person and next_at <= now() limit 1`.execute(tx)
  if (due.length === 0) return undefined
  const { rows: mine } = await sql`select 1 from platform.subscription where name = ${subscription} for update skip locked`.execute(tx)
  if (mine.length === 0) return undefined
  const { rows } = await sql<{ subject: string }>`
    select first.subject from (
      select distinct on (subject) subject, next_at, needs_person from platform.parked_event
       where subscription = ${subscription} order by subject, epoch, xid, id) first
     where not first.needs_person and first.next_at <= now() order by first.next_at limit 1`.execute(tx)
  return rows[0]?.subject
}

async function countFailure(tx: Tx, subscription: string, row: ParkedRow, error: Error): Promise<void> {
  const attempts = row.attempts + 1
  await sql`update platform.parked_event
       set attempts = ${attempts}, error = ${error.message}, needs_person = ${attempts >= mostAttempts}, next_at = now() + make_interval(secs => ${pauseSeconds(attempts)})
     where subscription = ${subscription} and epoch = ${row.epoch} and xid = ${row.xid}::xid8 and id = ${row.id}`.execute(tx)
}

/** A person has mended the cause: the parked events of this subject are tried again from now on. Resolves to how many. */
export async function replayParked(db: Db, subscription: string, subject: string): Promise<number> {
  const { numAffectedRows } = await sql`update platform.parked_event set attempts = 0, needs_person = false, next_at = now()
    where subscription = ${subscription} and subject = ${subject}`.execute(db)
  return Number(numAffectedRows ?? 0)
}
