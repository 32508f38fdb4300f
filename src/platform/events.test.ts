import { beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { withTools } from '../../test/with-db-tools.ts'
import { only, sql, type Tx } from './db.ts'
import { defineEvent, on, prepareEvents, publish, type Fact, type Subscription } from './events.ts'
import { drainEvents } from './events/pump.ts'
import { correlationId, withCorrelation } from './log.ts'

const { db } = await withTools()

const Moved = defineEvent('trial.moved', z.object({ to: z.string(), steps: z.number().default(1) }))
const Ended = defineEvent('trial.ended', z.object({}))
const at = new Date('2026-11-25T02:00:00Z')
const context = (tx: Tx) => ({ tx })
const move = (to: string) => publish(db as Tx, Moved, { subject: 'x', at, payload: { to } })

const heard: { fact: Fact; correlation: string | undefined }[] = []
const listener: Subscription<{ tx: Tx }> = {
  name: 'trial.listener',
  handlers: { ...on(Moved, async (_context, fact) => void heard.push({ fact, correlation: correlationId() })) },
}
const drain = () => drainEvents(db, [listener], context)
const heardWords = () => heard.map(({ fact }) => (fact.payload as { to: string }).to)
const epochOfNew = async () => only((await sql<{ epoch: number }>`select epoch from platform.cluster`.execute(db)).rows).epoch
const epochs = async () => (await sql<{ epoch: number }>`select epoch from platform.event order by epoch, xid, id`.execute(db)).rows.map((row) => row.epoch)

beforeEach(async () => {
  heard.length = 0
  await sql`truncate platform.event, platform.parked_event, platform.subscription`.execute(db)
  await prepareEvents(db, [listener])
})

describe('an event', () => {
  it('exists when its transaction is kept, and not otherwise', async () => {
    await expect(db.transaction().execute(async (tx) => {
      await publish(tx, Moved, { subject: 'x', at, payload: { to: 'nowhere' } })
      throw new Error('no')
    })).rejects.toThrow('no')
    await move('north')
    await drain()
    expect(heardWords()).toEqual(['north'])
  })

  it('is told with its business time, its subject, its whole payload and a name for ever', async () => {
    await move('north')
    await drain()
    expect(heard[0]?.fact).toEqual({ id: expect.stringMatching(/^1\.\d+\.\d+$/), name: 'trial.moved', subject: 'x', payload: { to: 'north', steps: 1 }, at, correlationId: null })
  })

  it('is refused when its payload is not what it was declared to be', async () => {
    await expect(publish(db as Tx, Moved, { subject: 'x', at, payload: { to: 7 } as never })).rejects.toThrow(/expected string/)
    expect(await epochs()).toEqual([])
  })

  it('of an older shape meets the shape of today', async () => {
    await sql`insert into platform.event (name, subject, payload, at) values ('trial.moved', 'x', '{"to": "south"}', now())`.execute(db)
    await drain()
    expect(heard[0]?.fact.payload).toEqual({ to: 'south', steps: 1 })
  })

  it('carries the correlation id of the request that made it to whoever handles it', async () => {
    await withCorrelation('a-request-of-hers', () => move('north'))
    await drain()
    expect(heard).toMatchObject([{ correlation: 'a-request-of-hers', fact: { correlationId: 'a-request-of-hers' } }])
  })

  it('that nobody asked for is passed over, and a subscriber that comes later hears from the beginning', async () => {
    await publish(db as Tx, Ended, { subject: 'x', at, payload: {} })
    await move('north')
    await drain()
    expect(heardWords()).toEqual(['north'])
    const late: Subscription<{ tx: Tx }> = { ...listener, name: 'trial.late' }
    await prepareEvents(db, [listener, late])
    await drainEvents(db, [listener, late], context)
    expect(heardWords()).toEqual(['north', 'north'])
  })
})

describe('the epoch', () => {
  it('stays when the program starts again, also while others publish', async () => {
    const before = await epochOfNew()
    await Promise.all(Array.from({ length: 40 }, (_, turn) => (turn % 4 ? move('north') : prepareEvents(db, [listener]))))
    expect(await epochOfNew()).toBe(before)
  })

  it('rises when the data was moved to another cluster; what was not read there, and what comes, is read in order', async () => {
    const before = await epochOfNew()
    await move('old and read')
    await drain()
    await move('old and unread')
    // as a dump of a busier cluster is: its transaction numbers are far ahead of ours
    await sql`update platform.event set xid = (xid::text::bigint + 1000000000)::text::xid8`.execute(db)
    await sql`update platform.subscription set xid = (xid::text::bigint + 1000000000)::text::xid8`.execute(db)
    await sql`update platform.cluster set system_identifier = '1'`.execute(db)
    await prepareEvents(db, [listener])
    expect(await epochOfNew()).toBe(before + 1)
    await move('new')
    await drain()
    expect(heardWords()).toEqual(['old and read', 'old and unread', 'new'])
    expect(await epochs()).toEqual([before, before, before + 1])
  })

  it('rises when the numbers of transactions are behind in the same cluster', async () => {
    const before = await epochOfNew()
    await sql`insert into platform.event (xid, name, subject, payload, at) values ('9000000000000000000', 'trial.moved', 'x', '{"to": "far ahead"}', now())`.execute(db)
    await prepareEvents(db, [listener])
    expect(await epochOfNew()).toBe(before + 1)
    await prepareEvents(db, [listener])
    expect(await epochOfNew()).toBe(before + 1)
    await move('new')
    await drain()
    expect(heardWords()).toEqual(['far ahead', 'new'])
  })
})
