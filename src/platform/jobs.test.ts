import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { withTools } from '../../test/with-db-tools.ts'
import { inTransaction, sql, type Tx } from './db.ts'
import { deadJobs, defineJob, jobAge, openJobs, type Job, type Jobs } from './jobs.ts'
import { correlationId, withCorrelation } from './log.ts'
import { createMetrics } from './metrics.ts'

const { db, url, log, logged } = await withTools()

const done: { data: unknown; correlation: string | undefined }[] = []
let perform = async (_data: { n: number }): Promise<void> => {}
const make = (name: string, options: Parameters<typeof defineJob>[2] = {}): Job<string> =>
  defineJob(name, z.object({ n: z.number(), note: z.string().default('') }), options, async (_context: string, data) => {
    done.push({ data, correlation: correlationId() })
    await perform(data)
  })
const count = make('trial.count')
const fragile = make('trial.fragile', { retries: 1 })
const leased = make('trial.leased', { retries: 3, leaseSeconds: 1 })

const opened: Jobs[] = []
const open = async (jobs: readonly Job<string>[] = [count, fragile, leased], metrics = createMetrics({ process: false })) => {
  const made = await openJobs({ url, db }, jobs, () => 'context', { log, metrics })
  opened.push(made)
  return made
}
const stop = async (jobs: Jobs) => {
  opened.splice(opened.indexOf(jobs), 1)
  await jobs.stop()
}
const first = await open()
afterAll(() => Promise.all(opened.splice(0).map((each) => each.stop())))

const askFor = (job: Job<string>, n: number, key = `${job.name} ${n}`) => inTransaction(db, (tx) => first.ask(tx, job.name, { n }, key))
const numbers = () => done.map(({ data }) => (data as { n: number }).n)
const states = async (job: Job<string>) => (await sql<{ state: string }>`select state::text as state from pgboss.job where name = ${job.name} order by created_on`.execute(db)).rows.map((row) => row.state)
const makeDue = () => sql`update pgboss.job set start_after = now() where state in ('created', 'retry')`.execute(db)

beforeEach(async () => {
  done.length = logged.length = 0
  perform = async () => {}
  await sql`delete from pgboss.job`.execute(db)
})
afterEach(async () => {
  for (const each of opened.slice(1)) await stop(each)
})

describe('a job', () => {
  it('does not exist when its transaction is undone, and is done once when it is kept', async () => {
    await expect(inTransaction(db, async (tx) => {
      await first.ask(tx, count.name, { n: 1 }, 'one')
      throw new Error('changed my mind')
    })).rejects.toThrow('changed my mind')
    await askFor(count, 2)
    await first.drain()
    await first.drain()
    expect([numbers(), await states(count)]).toEqual([[2], ['completed']])
  })

  it('is one job however often it is asked for with its key, also after it was done; for another job the key is another', async () => {
    await askFor(count, 1, 'same')
    await Promise.all([askFor(count, 1, 'same'), askFor(count, 1, 'same')])
    await first.drain()
    await askFor(count, 1, 'same')
    await askFor(fragile, 2, 'same')
    await first.drain()
    expect(numbers()).toEqual([1, 2])
  })

  it('carries its data as declared, and the correlation id of who asked', async () => {
    await withCorrelation('a-request-of-hers', () => askFor(count, 1))
    await first.drain()
    expect(done).toEqual([{ data: { n: 1, note: '' }, correlation: 'a-request-of-hers' }])
  })

  it('that is not known, or whose data is wrong, is refused when it is asked for', async () => {
    await expect(first.ask(db as Tx, 'trial.nothing', {}, 'x')).rejects.toThrow('there is no job trial.nothing')
    await expect(first.ask(db as Tx, count.name, { n: 'one' }, 'x')).rejects.toThrow(/expected number/)
    expect(await states(count)).toEqual([])
  })

  it('may ask for another', async () => {
    perform = async ({ n }) => void (n < 3 && (await askFor(count, n + 1)))
    await askFor(count, 1)
    await first.drain()
    expect(numbers()).toEqual([1, 2, 3])
  })
})

describe('a job that fails', () => {
  it('is tried again after a pause, and becomes a dead letter when it has failed too often', async () => {
    perform = () => Promise.reject(new Error('the ministry does not answer'))
    await askFor(fragile, 1)
    await first.drain()
    expect([numbers(), await states(fragile), await deadJobs(db)]).toEqual([[1], ['retry'], []])
    await makeDue()
    await first.drain()
    expect([numbers(), await states(fragile)]).toEqual([[1, 1], ['failed']])
    expect(await deadJobs(db)).toEqual([{ id: expect.any(String), name: 'trial.fragile', data: { n: 1, note: '' }, error: 'the ministry does not answer', failedAt: expect.any(Date) }])
    expect(logged.filter((line) => line['job'] === 'trial.fragile')).toHaveLength(2)
    await makeDue()
    await first.drain()
    expect(numbers()).toEqual([1, 1])
  })

  it('does not keep the others from being done', async () => {
    perform = ({ n }) => (n === 1 ? Promise.reject(new Error('no')) : Promise.resolve())
    for (const n of [1, 2, 3]) await askFor(count, n)
    await first.drain()
    expect([numbers().toSorted((a, b) => a - b), (await states(count)).toSorted()]).toEqual([[1, 2, 3], ['completed', 'completed', 'retry']])
  })
})

describe('working', () => {
  it('does what is asked for, by looking alone, and ends after the job at work', async () => {
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>()
    const { promise: free, resolve: letGo } = Promise.withResolvers<void>()
    perform = async () => {
      begin()
      await free
    }
    const worker = await open()
    await worker.work()
    await askFor(count, 1)
    await begun
    const stopped = stop(worker)
    letGo()
    await stopped
    expect(await states(count)).toEqual(['completed'])
    await askFor(count, 2)
    expect(numbers()).toEqual([1])
  })

  it('takes up what a killed worker had begun, when its lease is over', async () => {
    await askFor(leased, 1)
    // as a worker that was killed leaves it: begun, under a lease that nobody extends
    await sql`update pgboss.job set state = 'active', started_on = now() - interval '2 seconds' where name = ${leased.name}`.execute(db)
    await (await open()).work()
    await expect.poll(numbers, { timeout: 20_000, interval: 100 }).toEqual([1])
    await expect.poll(() => states(leased)).toEqual(['completed'])
  })

  it('does not wait between the jobs of a long queue, and one that fails there fails alone', async () => {
    perform = ({ n }) => (n === 7 ? Promise.reject(new Error('no')) : Promise.resolve())
    for (let n = 0; n < 60; n++) await askFor(count, n)
    const worker = await open()
    const started = Date.now()
    await worker.work()
    await expect.poll(async () => (await states(count)).filter((state) => state === 'completed').length, { timeout: 10_000, interval: 50 }).toBe(59)
    // looking every half second for one at a time, two workers would need 15 s
    expect(Date.now() - started).toBeLessThan(7_000)
    expect((await states(count)).filter((state) => state !== 'completed')).toHaveLength(1)
  })

  it('does each job once although two processes work', async () => {
    const workers = [await open(), await open()]
    for (const worker of workers) await worker.work()
    await Promise.all(Array.from({ length: 12 }, (_, n) => askFor(count, n)))
    await expect.poll(() => done.length, { timeout: 10_000 }).toBe(12)
    expect(numbers().toSorted((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, n) => n))
  })
})

describe('a job by the clock', () => {
  const schedules = async () => (await sql`select name, cron, timezone from pgboss.schedule order by name`.execute(db)).rows

  it('is registered in Vietnamese time while the program has it, and no longer', async () => {
    const nightly = make('trial.nightly', { cron: '15 2 * * *' })
    const hourly = make('trial.hourly', { cron: '0 * * * *' })
    const worker = await open([nightly, hourly])
    await worker.work()
    expect(await schedules()).toEqual([{ name: 'trial.hourly', cron: '0 * * * *', timezone: 'Asia/Ho_Chi_Minh' }, { name: 'trial.nightly', cron: '15 2 * * *', timezone: 'Asia/Ho_Chi_Minh' }])
    await stop(worker)
    const next = await open([make('trial.nightly', { cron: '30 3 * * *' }), make('trial.hourly')])
    await next.work()
    expect(await schedules()).toEqual([{ name: 'trial.nightly', cron: '30 3 * * *', timezone: 'Asia/Ho_Chi_Minh' }])
  })
})

describe('the figures of the queue', () => {
  it('tell how old the oldest job is that is due, and how many wait for a person', async () => {
    const metrics = createMetrics({ process: false })
    const watched = await open(undefined, metrics)
    expect(await jobAge(db)).toBe(0)
    await askFor(count, 1)
    await sql`update pgboss.job set start_after = now() - interval '70 seconds'`.execute(db)
    expect(Math.round(await jobAge(db))).toBe(70)
    perform = () => Promise.reject(new Error('no'))
    await askFor(fragile, 1)
    for (let attempt = 0; attempt < 2; attempt++) {
      await watched.drain()
      await makeDue()
    }
    expect(await metrics.text()).toMatch(/tinhso_jobs_dead 1\n/)
    expect(await metrics.text()).toMatch(/tinhso_jobs_total\{job="trial.fragile",result="failed"\} 2\n/)
  })
})
