import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { withTools } from '../../../test/with-db-tools.ts'
import { openDb, sql, type Db, type Tx } from '../db.ts'
import { defineEvent, on, prepareEvents, publish, type Subscription } from '../events.ts'
import { deliver, mostAttempts, replayParked, retryParked } from './deliver.ts'
import { drainEvents } from './pump.ts'

const { db, url, log, logged } = await withTools({ trial: 'create table trial.told (place bigint generated always as identity, subject text not null, word text not null)' })
const other = openDb({ url, poolSize: 4 })
afterAll(() => other.destroy())

const Said = defineEvent('trial.said', z.object({ word: z.string() }))
const context = (tx: Tx) => ({ tx })
const say = (subject: string, ...words: string[]) =>
  words.reduce<Promise<void>>((before, word) => before.then(() => publish(db as Tx, Said, { subject, at: new Date(), payload: { word } })), Promise.resolve())

/** words that cannot be handled at the moment */
const broken = new Set<string>()
const tried: string[] = []
const name = 'trial.listener'
const listener: Subscription<{ tx: Tx }> = {
  name,
  handlers: on(Said, async ({ tx }, fact) => {
    tried.push(fact.payload.word)
    await sql`insert into trial.told (subject, word) values (${fact.subject}, ${fact.payload.word})`.execute(tx)
    if (broken.has(fact.payload.word)) throw new Error(`cannot bear ${fact.payload.word}`)
  }),
}
const told = async (subject: string) => (await sql<{ word: string }>`select word from trial.told where subject = ${subject} order by place`.execute(db)).rows.map((row) => row.word)
type Parked = { word: string; attempts: number; needs_person: boolean; error: string | null; pause: number }
const parked = async () =>
  (await sql<Parked>`
    select e.payload ->> 'word' as word, p.attempts, p.needs_person, p.error, round(extract(epoch from p.next_at - now()))::int as pause
      from platform.parked_event p join platform.event e using (epoch, xid, id) order by e.subject, e.epoch, e.xid, e.id`.execute(db)).rows
const makeDue = (from: Db = db) => sql`update platform.parked_event set next_at = now() where not needs_person`.execute(from)
const drain = () => drainEvents(db, [listener], context)

beforeEach(async () => {
  broken.clear()
  tried.length = 0
  await sql`truncate trial.told, platform.event, platform.parked_event, platform.subscription`.execute(db)
  await prepareEvents(db, [listener])
})

describe('a handler that fails', () => {
  it('parks the event and the later ones of its subject; what it wrote is undone; other subjects go on', async () => {
    broken.add('x2')
    await say('x', 'x1', 'x2', 'x3')
    await say('y', 'y1', 'y2')
    await drain()
    expect([await told('x'), await told('y')]).toEqual([['x1'], ['y1', 'y2']])
    expect(await parked()).toMatchObject([
      { word: 'x2', attempts: 1, needs_person: false, error: 'cannot bear x2', pause: 1 },
      { word: 'x3', attempts: 0, needs_person: false, error: null },
    ])
    expect(tried).toEqual(['x1', 'x2', 'y1', 'y2'])
  })

  it('makes events that come later wait too, so that the order is kept when it works again', async () => {
    broken.add('x1')
    await say('x', 'x1')
    await drain()
    await say('x', 'x2')
    await drain()
    expect([await told('x'), tried]).toEqual([[], ['x1']])
    broken.clear()
    await makeDue()
    await say('x', 'x3')
    await drain()
    expect([await told('x'), await parked()]).toEqual([['x1', 'x2', 'x3'], []])
    await say('x', 'x4')
    await drain()
    expect(await told('x')).toEqual(['x1', 'x2', 'x3', 'x4'])
  })

  it('is tried again up to the first event that fails again', async () => {
    broken.add('x1').add('x3')
    await say('x', 'x1', 'x2', 'x3', 'x4')
    await drain()
    broken.delete('x1')
    await makeDue()
    await drain()
    expect(await told('x')).toEqual(['x1', 'x2'])
    expect(await parked()).toMatchObject([{ word: 'x3', attempts: 1 }, { word: 'x4', attempts: 0 }])
  })

  it('does not keep a subject that is due from its turn', async () => {
    broken.add('x1').add('y1')
    await say('x', 'x1')
    await say('y', 'y1')
    await drain()
    broken.delete('y1')
    await makeDue()
    await drain()
    expect([await told('x'), await told('y')]).toEqual([[], ['y1']])
  })

  it('pauses longer each time, and after ten failures leaves it to a person', async () => {
    broken.add('x1')
    await say('x', 'x1', 'x2')
    await say('y', 'y1')
    await drain()
    const pauses: unknown[] = [(await parked())[0]?.pause]
    for (let attempt = 2; attempt <= mostAttempts; attempt++) {
      await makeDue()
      expect(await retryParked(db, listener, context)).toBe(0)
      const [first] = await parked()
      expect(first).toMatchObject({ attempts: attempt, needs_person: attempt === mostAttempts })
      pauses.push(first?.pause)
    }
    expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 300])
    await makeDue()
    expect(await retryParked(db, listener, context)).toBeUndefined()
    expect([tried.filter((word) => word === 'x1').length, await told('x'), await told('y')]).toEqual([mostAttempts, [], ['y1']])
  })

  it('is replayed by a person when the cause was mended, for this subject alone', async () => {
    broken.add('x1').add('y1')
    await say('x', 'x1', 'x2')
    await say('y', 'y1')
    await drain()
    await sql`update platform.parked_event set attempts = 10, needs_person = true where error is not null`.execute(db)
    broken.clear()
    await drain()
    expect(await told('x')).toEqual([])
    expect(await replayParked(db, name, 'x')).toBe(2)
    await drain()
    expect([await told('x'), await told('y')]).toEqual([['x1', 'x2'], []])
    expect([await replayParked(db, name, 'x'), await replayParked(db, 'trial.another', 'y')]).toEqual([0, 0])
  })

  it('is one failure also when its statement broke the transaction, and however many of a batch fail', async () => {
    const breaking: Subscription<{ tx: Tx }> = {
      name,
      handlers: on(Said, async ({ tx }, fact) => void (await sql`insert into trial.told (subject, word) values (${fact.subject}, ${broken.has(fact.payload.word) ? null : fact.payload.word})`.execute(tx))),
    }
    for (let at = 0; at < 80; at++) {
      if (at % 2) broken.add(`w${at}`)
      await say(`s${at}`, `w${at}`)
    }
    await drainEvents(db, [breaking], context)
    expect((await sql`select from trial.told`.execute(db)).rows).toHaveLength(40)
    const waiting = await parked()
    expect([waiting.length, waiting.every((row) => row.attempts === 1 && /null value/.test(row.error ?? ''))]).toEqual([40, true])
  })

  it('says so in the log, by event, subject and subscription', async () => {
    broken.add('x1')
    await say('x', 'x1')
    await expect.poll(() => deliver(db, listener, context, log)).toBe(1)
    expect(logged.at(-1)).toMatchObject({ level: 'warn', event: 'trial.said', subject: 'x', subscription: name, err: { message: 'cannot bear x1' } })
  })
})

describe('a subject with more parked events than one batch', () => {
  it('is emptied in order, also while new ones come and two processes work on it', async () => {
    broken.add('0')
    const words = Array.from({ length: 450 }, (_, at) => String(at))
    await sql`insert into platform.event (name, subject, payload, at) select 'trial.said', 'x', jsonb_build_object('word', n::text), now() from generate_series(0, 449) n`.execute(db)
    await drain()
    expect((await parked()).length).toBe(450)
    broken.clear()
    await makeDue()
    await Promise.all([drain(), drainEvents(other, [listener], context), say('x', '450', '451')])
    await drain()
    expect([await told('x'), (await parked()).length]).toEqual([[...words, '450', '451'], 0])
  })
})
