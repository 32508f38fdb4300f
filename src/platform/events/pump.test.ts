import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { withTools } from '../../../test/with-db-tools.ts'
import { only, sql, type Tx } from '../db.ts'
import { defineEvent, on, prepareEvents, publish, type Subscription } from '../events.ts'
import { createMetrics } from '../metrics.ts'
import { eventAge, startPump, type Pump } from './pump.ts'

const { db, log, logged } = await withTools()

const Said = defineEvent('trial.said', z.object({ word: z.string() }))
const say = (word: string, subject = 'x') => publish(db as Tx, Said, { subject, at: new Date(), payload: { word } })
const context = (tx: Tx) => ({ tx })

const heard: string[] = []
let hear = async (_tx: Tx, word: string): Promise<void> => void heard.push(word)
const listener = (name: string): Subscription<{ tx: Tx }> => ({ name, handlers: on(Said, ({ tx }, fact) => hear(tx, fact.payload.word)) })
const one = listener('trial.one')

const pumps: Pump[] = []
const start = (subscriptions = [one], pollMilliseconds = 20, metrics = createMetrics({ process: false })) => {
  const pump = startPump(db, subscriptions, context, { log, metrics, pollMilliseconds })
  pumps.push(pump)
  return pump
}

beforeEach(async () => {
  heard.length = logged.length = 0
  hear = async (_tx, word) => void heard.push(word)
  await sql`truncate platform.event, platform.parked_event, platform.subscription`.execute(db)
  await prepareEvents(db, [one])
})
afterEach(() => Promise.all(pumps.splice(0).map((pump) => pump.stop())))

describe('the pump', () => {
  it('delivers what was there before it began and what comes after, by looking alone', async () => {
    await say('before')
    start()
    await expect.poll(() => heard).toEqual(['before'])
    await say('after')
    await expect.poll(() => heard).toEqual(['before', 'after'])
  })

  it('looks at once when it is kicked', async () => {
    const pump = start([one], 3_600_000)
    await say('now')
    await expect.poll(() => {
      pump.kick()
      return heard
    }).toEqual(['now'])
  })

  it('ends after the handler that is at work, and takes nothing more', async () => {
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>()
    const { promise: free, resolve: letGo } = Promise.withResolvers<void>()
    hear = async (_tx, word) => {
      begin()
      await free
      heard.push(word)
    }
    const pump = start()
    await say('slow')
    await begun
    const stopped = pump.stop()
    letGo()
    await stopped
    await say('too late')
    expect(heard).toEqual(['slow'])
    expect((await sql`select from platform.subscription where id > 0`.execute(db)).rows).toHaveLength(1)
  })

  it('does not let one subscriber wait for another', async () => {
    const two = listener('trial.two')
    await prepareEvents(db, [two])
    const { promise: free, resolve: letGo } = Promise.withResolvers<void>()
    let first = true
    hear = async (_tx, word) => {
      const blocked = first
      first = false
      if (blocked) await free
      heard.push(word)
    }
    start([one, two])
    await say('hello')
    await expect.poll(() => heard).toEqual(['hello'])
    letGo()
    await expect.poll(() => heard).toEqual(['hello', 'hello'])
  })

  it('tries a parked event again by itself', async () => {
    let failures = 1
    hear = async (_tx, word) => {
      if (failures-- > 0) throw new Error('not yet')
      heard.push(word)
    }
    start()
    await say('in a second')
    await expect.poll(() => heard, { timeout: 5000 }).toEqual(['in a second'])
  })

  it('goes on after its connection was killed, without a word in the log: that is the database being away', async () => {
    let killed = false
    hear = async (tx, word) => {
      if (!killed) {
        killed = true
        await sql`select pg_terminate_backend(${only((await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)).rows).pid}, 5000)`.execute(db)
      }
      await sql`select 1`.execute(tx)
      heard.push(word)
    }
    const pump = start()
    await say('twice tried')
    await expect.poll(() => {
      pump.kick()
      return heard
    }, { timeout: 5000 }).toEqual(['twice tried'])
    expect(logged.filter((line) => line['level'] === 'error')).toEqual([])
  })
})

describe('the age of the oldest unread event', () => {
  it('is the one of the slowest subscriber, and 0 when all is read', async () => {
    await prepareEvents(db, [listener('trial.forgotten')])
    expect(await eventAge(db)).toBe(0)
    await say('hello')
    await sql`update platform.event set recorded_at = now() - interval '90 seconds'`.execute(db)
    expect(Math.round(await eventAge(db))).toBe(90)
    const metrics = createMetrics({ process: false })
    start([one], 20, metrics)
    await expect.poll(() => heard).toEqual(['hello'])
    // a subscriber that this release no longer has does not count for the figure of this process
    await expect.poll(async () => [await eventAge(db, ['trial.one']), Math.round(await eventAge(db))]).toEqual([0, 90])
    expect(await metrics.text()).toMatch(/tinhso_event_age_seconds 0\n/)
  })
})
