import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { withTools } from '../../test/with-db-tools.ts'
import { inTransaction, isAway, isTaken, only, openDb, sql, type Db, type Tx } from './db.ts'

const { db, url } = await withTools({ trial: 'create table trial.purse (owner text constraint one_purse primary key, coins int8 not null, since date not null default current_date)' })

const opened: Db[] = []
const open = (options: Omit<Parameters<typeof openDb>[0], 'url'> & { url?: string } = {}) => {
  const made = openDb({ url, poolSize: 3, ...options })
  opened.push(made)
  return made
}
afterAll(() => Promise.all(opened.map((each) => each.destroy())))

const put = (tx: Tx, owner: string, coins: number) => sql`insert into trial.purse (owner, coins) values (${owner}, ${coins})`.execute(tx)
const pay = (tx: Tx, owner: string, coins: number) => sql`update trial.purse set coins = coins + ${coins} where owner = ${owner}`.execute(tx)
const coinsOf = async (owner: string) => (await sql<{ coins: number }>`select coins from trial.purse where owner = ${owner}`.execute(db)).rows[0]?.coins
const backend = async (tx: Tx | Db) => only((await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)).rows).pid
const kill = (pid: number) => sql`select pg_terminate_backend(${pid}, 5000)`.execute(db)
const refused = (work: Promise<unknown>): Promise<unknown> => work.then(() => expect.unreachable('it was not refused'), (error: unknown) => error)

beforeEach(() => sql`truncate trial.purse`.execute(db))

describe('what comes out of a row', () => {
  it('is a number for whole numbers, a civil date as it is written, an instant as a Date', async () => {
    const row = only((await sql`select count(*) as count, 9007199254740991::int8 as most, date '2026-02-10' as day, timestamptz '2026-02-10 07:30+07' as at, null::int8 as none`.execute(db)).rows)
    expect(row).toEqual({ count: 1, most: 9_007_199_254_740_991, day: '2026-02-10', at: new Date('2026-02-10T00:30:00Z'), none: null })
  })

  it('is one row where one was expected, or an error', () => {
    expect(only([7])).toBe(7)
    expect(() => only([])).toThrow('there are 0')
    expect(() => only([1, 2])).toThrow('there are 2')
  })

  it('tells by the name of the constraint which row was there before', async () => {
    await put(db as Tx, 'An', 1)
    const error = await refused(put(db as Tx, 'An', 2))
    expect([isTaken(error, 'one_purse'), isTaken(error, 'another'), isTaken(new Error('one_purse'), 'one_purse')]).toEqual([true, false, false])
  })
})

describe('a transaction', () => {
  it('keeps all of it, or nothing when the work throws', async () => {
    expect(await inTransaction(db, async (tx) => {
      await put(tx, 'An', 1)
      return 'done'
    })).toBe('done')
    const thrown = new Error('changed my mind')
    expect(await refused(inTransaction(db, async (tx) => {
      await put(tx, 'Bình', 1)
      throw thrown
    }))).toBe(thrown)
    expect([await coinsOf('An'), await coinsOf('Bình')]).toEqual([1, undefined])
  })

  it('is run again when two of them wait for each other, so that both are done', async () => {
    await put(db as Tx, 'An', 100)
    await put(db as Tx, 'Bình', 100)
    let runs = 0
    const meeting = { waiting: 0, open: Promise.withResolvers<void>() }
    const transfer = (from: string, to: string, coins: number) => inTransaction(db, async (tx) => {
      runs += 1
      await pay(tx, from, -coins)
      if (++meeting.waiting === 2) meeting.open.resolve()
      await meeting.open.promise
      await pay(tx, to, coins)
    })
    await Promise.all([transfer('An', 'Bình', 10), transfer('Bình', 'An', 3)])
    expect([runs, await coinsOf('An'), await coinsOf('Bình')]).toEqual([3, 93, 107])
  })

  it('is given up after three attempts, and never repeated for another reason', async () => {
    const fail = async (code: string) => {
      let runs = 0
      const error = await refused(inTransaction(db, async (tx) => {
        runs += 1
        await sql.raw(`do $$ begin raise exception 'made up' using errcode = '${code}'; end $$`).execute(tx)
      }))
      return [runs, (error as { code?: string }).code]
    }
    expect(await fail('40001')).toEqual([3, '40001'])
    expect(await fail('23514')).toEqual([1, '23514'])
  })
})

describe('a database that goes away', () => {
  it('is told from an error in the data, and the next transaction has a new connection', async () => {
    const own = open({ poolSize: 1 })
    const error = await refused(inTransaction(own, async (tx) => {
      await put(tx, 'An', 1)
      await kill(await backend(tx))
      await put(tx, 'Bình', 1)
    }))
    expect([isAway(error), await coinsOf('An')]).toEqual([true, undefined])
    expect(await inTransaction(own, (tx) => put(tx, 'An', 2).then(() => 'kept'))).toBe('kept')
    expect(isAway(await refused(put(db as Tx, 'An', 3)))).toBe(false)
    expect(isAway('ECONNREFUSED')).toBe(false)
  })

  it('does not end the program by an idle connection that breaks', async () => {
    const told: Error[] = []
    const own = open({ poolSize: 1, onIdleError: (error) => told.push(error) })
    await kill(await backend(own))
    await expect.poll(() => told.length).toBeGreaterThan(0)
    expect(await backend(own)).toBeGreaterThan(0)
  })

  it.each([
    ['no server listens there', 'postgres://someone:secret@127.0.0.1:1/postgres'],
    ['the name is known nowhere', 'postgres://someone:secret@database.invalid:5432/postgres'],
  ])('is away when %s', async (_why, address) => {
    expect(isAway(await refused(sql`select 1`.execute(open({ url: address }))))).toBe(true)
  })

  it('is away when every connection it allows is taken', async () => {
    await sql`create role narrow login password 'narrow' connection limit 1`.execute(db)
    const narrow = new URL(url)
    narrow.username = narrow.password = 'narrow'
    const [one, two] = [open({ url: narrow.href }), open({ url: narrow.href })]
    await backend(one)
    expect(isAway(await refused(backend(two)))).toBe(true)
    await one.destroy()
    opened.splice(opened.indexOf(one), 1)
    await sql`drop role narrow`.execute(db)
  })
})
