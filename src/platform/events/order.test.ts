import fc from 'fast-check'
import type { ControlledTransaction } from 'kysely'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { withTools } from '../../../test/with-db-tools.ts'
import { only, openDb, sql, type Db, type Tx } from '../db.ts'
import { defineEvent, on, prepareEvents, publish, type Subscription } from '../events.ts'
import { deliver } from './deliver.ts'
import { drainEvents } from './pump.ts'

const trial = 'create table trial.told (place bigint generated always as identity primary key, subscriber text not null, subject text not null, word text not null)'
const { db, url } = await withTools({ trial })
const wide = openDb({ url, poolSize: 24 })
const other = openDb({ url, poolSize: 4 })
afterAll(() => Promise.all([wide.destroy(), other.destroy()]))

const Said = defineEvent('trial.said', z.object({ word: z.string() }))
const subscriber = (name: string): Subscription<{ tx: Tx }> => ({
  name,
  handlers: on(Said, async ({ tx }, fact) => void (await sql`insert into trial.told (subscriber, subject, word) values (${name}, ${fact.subject}, ${fact.payload.word})`.execute(tx))),
})
const subscribers = [subscriber('trial.first'), subscriber('trial.second')]
const context = (tx: Tx) => ({ tx })
const say = (tx: Tx, subject: string, word: string) => publish(tx, Said, { subject, at: new Date('2026-11-25T02:00:00Z'), payload: { word } })
// a test that fails must not leave a transaction that the next one waits for
const begun: ControlledTransaction<unknown>[] = []
afterEach(async () => {
  for (const tx of begun.splice(0)) if (!tx.isCommitted && !tx.isRolledBack) await tx.rollback().execute()
})
const begin = async (from: Db) => {
  const tx = await from.startTransaction().execute()
  begun.push(tx)
  return tx
}
/** the number of a transaction is given at its first write, not at its begin */
const write = async (tx: Tx) => only((await sql<{ xid: string }>`select pg_current_xact_id()::text as xid`.execute(tx)).rows).xid
const told = async (name = 'trial.first') => (await sql<{ word: string }>`select word from trial.told where subscriber = ${name} order by place`.execute(db)).rows.map((row) => row.word)
// polled where something should come: a transaction in any database of the server holds it back, also one of another test file
const readAndTell = async () => {
  await deliver(db, only(subscribers.slice(0, 1)), context)
  return told()
}

beforeEach(async () => {
  await sql`truncate trial.told, platform.event, platform.parked_event, platform.subscription`.execute(db)
  await prepareEvents(db, subscribers)
})

describe('an event whose number was given before another, and which is seen after it', () => {
  it('is not lost: B writes, A publishes 11, B publishes 12 and commits, the reader reads, A commits', async () => {
    const [a, b] = [await begin(db), await begin(db)]
    await write(b)
    await say(a, 'x', 'A 11')
    await say(b, 'x', 'B 12')
    await b.commit().execute()
    await expect.poll(readAndTell).toEqual(['B 12'])
    await a.commit().execute()
    await expect.poll(readAndTell).toEqual(['B 12', 'A 11'])
  })

  it('holds back what was committed after it began, and nothing else', async () => {
    const [a, b] = [await begin(db), await begin(db)]
    await say(a, 'x', 'A 11')
    await say(b, 'x', 'B 12')
    await b.commit().execute()
    expect(await readAndTell()).toEqual([])
    await a.commit().execute()
    await expect.poll(readAndTell).toEqual(['A 11', 'B 12'])
  })

  it('holds nothing back once it was undone', async () => {
    const [a, b] = [await begin(db), await begin(db)]
    await say(a, 'x', 'A 11')
    await say(b, 'x', 'B 12')
    await b.commit().execute()
    await a.rollback().execute()
    await expect.poll(readAndTell).toEqual(['B 12'])
  })

  it('has its place by the number of its transaction as a number: 9 is before 10', async () => {
    for (const xid of ['10', '9', '100']) await sql`insert into platform.event (xid, name, subject, payload, at) values (${xid}, 'trial.said', 'x', ${JSON.stringify({ word: xid })}::jsonb, now())`.execute(db)
    await expect.poll(readAndTell).toEqual(['9', '10', '100'])
  })

  it('is waited for by who wants everything delivered', async () => {
    const [a, b] = [await begin(db), await begin(db)]
    await write(a)
    await say(b, 'x', 'B 12')
    await b.commit().execute()
    const drained = drainEvents(db, subscribers, context)
    await sleep(60)
    expect(await told()).toEqual([])
    await a.commit().execute()
    await drained
    expect([await told(), await told('trial.second')]).toEqual([['B 12'], ['B 12']])
  })
})

type Writer = { subject: string; early: boolean; words: number; pauses: number[]; commits: boolean }
const writers = fc.array(
  fc.record({ subject: fc.constantFrom('x', 'y', 'z'), early: fc.boolean(), words: fc.integer({ min: 1, max: 3 }), pauses: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 5, maxLength: 5 }), commits: fc.boolean() }),
  { minLength: 20, maxLength: 20 },
)

/** Resolves to what it committed: number of the transaction, and its words in order. */
async function writeAtRandom(writer: Writer, name: string): Promise<{ xid: bigint; subject: string; words: string[] }> {
  const [first = 0, ...pauses] = writer.pauses
  await sleep(first)
  const tx = await begin(wide)
  if (writer.early) await write(tx)
  const words: string[] = []
  for (let at = 0; at < writer.words; at++) {
    await sleep(pauses[at])
    words.push(`${name}.${at}`)
    await say(tx, writer.subject, `${name}.${at}`)
  }
  const xid = BigInt(await write(tx))
  await sleep(pauses.at(-1))
  if (writer.commits) await tx.commit().execute()
  else await tx.rollback().execute()
  return { xid, subject: writer.subject, words: writer.commits ? words : [] }
}

describe('twenty writers at once, while two processes deliver', () => {
  it('every committed event takes effect once for each subscriber, in the order of the transactions, and no other', async () => {
    let run = 0
    await fc.assert(
      fc.asyncProperty(writers, async (all) => {
        run += 1
        await sql`truncate trial.told`.execute(db)
        let writing = true
        const keepReading = async (from: Db) => {
          while (writing) for (const each of subscribers) await deliver(from, each, context)
        }
        const readers = [keepReading(db), keepReading(other)]
        const written = await Promise.all(all.map((writer, at) => writeAtRandom(writer, `${run}.${at}`)))
        writing = false
        await Promise.all(readers)
        await drainEvents(db, subscribers, context)
        const inOrder = written.toSorted((one, two) => (one.xid < two.xid ? -1 : 1)).flatMap(({ subject, words }) => words.map((word) => ({ subject, word })))
        for (const { name } of subscribers) {
          const { rows } = await sql<{ subject: string; word: string }>`select subject, word from trial.told where subscriber = ${name} order by place`.execute(db)
          expect(rows).toEqual(inOrder)
        }
      }),
      { numRuns: 12 },
    )
  })
})

describe('two processes that deliver', () => {
  it('never hand the same event over twice', async () => {
    for (let at = 0; at < 300; at++) await say(db as Tx, `s${at % 7}`, String(at))
    await Promise.all([db, other, db, other].map((from) => drainEvents(from, subscribers, context)))
    const all = Array.from({ length: 300 }, (_, at) => String(at))
    expect([await told(), await told('trial.second')]).toEqual([all, all])
  })
})

describe('a connection that is killed in the middle of a batch', () => {
  it('loses nothing and doubles nothing', async () => {
    for (let at = 0; at < 5; at++) await say(db as Tx, 'x', String(at))
    let kills = 0
    const fragile: Subscription<{ tx: Tx }> = {
      name: 'trial.first',
      handlers: on(Said, async ({ tx }, fact) => {
        await sql`insert into trial.told (subscriber, subject, word) values ('trial.first', 'x', ${fact.payload.word})`.execute(tx)
        if (fact.payload.word !== '3' || kills++ > 0) return
        const { pid } = only((await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)).rows)
        await sql`select pg_terminate_backend(${pid}, 5000)`.execute(other)
      }),
    }
    await expect(drainEvents(db, [fragile], context)).rejects.toThrow()
    expect(await told()).toEqual([])
    await drainEvents(db, [fragile], context)
    expect([await told(), kills]).toEqual([['0', '1', '2', '3', '4'], 2])
    expect((await sql`select from platform.parked_event`.execute(db)).rows).toEqual([])
  })
})
