import { PgBoss, fromKysely, type JobResult } from 'pg-boss'
import type { z } from 'zod'
import { isAway, sql, type Db, type Tx } from './db.ts'
import { correlationId, withCorrelation, type Log } from './log.ts'
import type { Metrics } from './metrics.ts'
import { namedId } from './named-id.ts'

/**
 * A kind of coarse job: work outside of the transaction that asked for it, done at least once, so the handler must bear a second run.
 * `name` is `<module>.<verb-noun>`.
 */
export type Job<C, S extends z.ZodType = z.ZodType> = {
  name: string
  data: S
  /** attempts after the first before the job becomes a dead letter */
  retries: number
  /** a run of up to four that takes longer is given to somebody else; well under a minute, so that a killed worker is noticed */
  leaseSeconds: number
  /** how many at once in one process */
  concurrency: number
  /** `minute hour day month weekday` in Vietnamese time, for jobs that nobody asks for */
  cron: string | null
  run(context: C, data: z.output<S>): Promise<void>
}

type JobOptions = { retries?: number; leaseSeconds?: number; concurrency?: number; cron?: string }

/** Declares a job. Eight retries with growing pauses (about ten minutes), a lease of 20 s, two at once. */
export const defineJob = <C, S extends z.ZodType>(name: string, data: S, options: JobOptions, run: (context: C, data: z.output<S>) => Promise<void>): Job<C> => ({
  name, data, retries: options.retries ?? 8, leaseSeconds: options.leaseSeconds ?? 20, concurrency: options.concurrency ?? 2, cron: options.cron ?? null,
  run: run as Job<C>['run'],
})

/** What the dead-letter list shows of a job that failed for good. */
export type DeadJob = { id: string; name: string; data: unknown; error: string | null; failedAt: Date }

export type Jobs = {
  /** Asks for a job in the caller's transaction: it exists if and only if the transaction commits. The same key asks once. */
  ask(tx: Tx, name: string, data: unknown, key: string): Promise<void>
  /** starts working; without it this process only asks */
  work(): Promise<void>
  /** runs everything that is due, here and now: tests and the command line */
  drain(): Promise<void>
  /** puts every dead letter back into the queue it came from, to be tried afresh; resolves to how many */
  retryDead(): Promise<number>
  stop(): Promise<void>
}

const deadQueue = 'dead'

/** The same key gives the same job id, for ever: the primary key of the queue refuses the second. */
const idOf = (name: string, key: string): string => namedId(`${name}\0${key}`)

type Envelope = { data: unknown; correlationId: string | null }

/** Opens the queue (schema `pgboss`), making it on the first start. Polls; never listens, so it works through a transaction pooler. */
export async function openJobs<C>(
  where: { url: string; db: Db },
  jobs: readonly Job<C>[],
  context: () => C,
  tools: { log: Log; metrics: Metrics },
): Promise<Jobs> {
  const boss = await startBoss(where.url, jobs, tools.log)
  const byName = new Map(jobs.map((job) => [job.name, job]))
  const runs = tools.metrics.counter('jobs_total', 'runs of jobs', ['job', 'result'])
  const perform = async (job: Job<C>, envelope: Envelope) => {
    try {
      await withCorrelation(envelope.correlationId ?? `job-${job.name}`, () => job.run(context(), job.data.parse(envelope.data ?? {})))
      runs.inc({ job: job.name, result: 'done' })
    } catch (error) {
      runs.inc({ job: job.name, result: 'failed' })
      tools.log.warn({ err: error, job: job.name, correlationId: envelope.correlationId }, 'job failed')
      throw error
    }
  }
  tools.metrics.gauge('job_age_seconds', 'age of the oldest job that is due and not done', () => jobAge(where.db))
  tools.metrics.gauge('jobs_dead', 'jobs that failed for good and wait for a person', async () => (await deadJobs(where.db, 1000)).length)
  return {
    async ask(tx, name, data, key) {
      const job = byName.get(name)
      if (!job) throw new Error(`there is no job ${name}`)
      const envelope: Envelope = { data: job.data.parse(data), correlationId: correlationId() ?? null }
      await boss.send(name, envelope, { id: idOf(name, key), db: fromKysely(tx) })
    },
    async work() {
      await forgetSchedules(boss, jobs)
      for (const job of jobs) {
        if (job.cron) await boss.schedule(job.name, job.cron, { data: {}, correlationId: null }, { tz: 'Asia/Ho_Chi_Minh' })
        await boss.work<Envelope>(job.name, polling(job), async (taken) => {
          const results: JobResult[] = []
          for (const { id, data } of taken) {
            results.push(await perform(job, data).then(() => ({ id, status: 'completed' as const }), (error: Error) => ({ id, status: 'failed' as const, output: { message: error.message } })))
          }
          return results
        })
      }
    },
    async drain() {
      for (let done = 1; done > 0; ) {
        done = 0
        for (const job of jobs) {
          for (const taken of await boss.fetch<Envelope>(job.name, { batchSize: 50 })) {
            done++
            await perform(job, taken.data).then(() => boss.complete(job.name, taken.id), (error: Error) => boss.fail(job.name, taken.id, { message: error.message }))
          }
        }
      }
    },
    retryDead: () => boss.redrive(deadQueue),
    stop: () => boss.stop({ graceful: true, timeout: 5000 }),
  }
}

// Few at a time, because their lease began together; several, because the queue pauses after a look that found fewer than it asked for
// (one at a time, no more than two were done in a second).
const polling = <C>(job: Job<C>) => ({ localConcurrency: job.concurrency, pollingIntervalSeconds: 0.5, batchSize: 4, burstWhenBatchFull: true, perJobResults: true }) as const

async function startBoss<C>(url: string, jobs: readonly Job<C>[], log: Log): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: url, max: 3, schema: 'pgboss', application_name: 'tinhso-jobs',
    superviseIntervalSeconds: 5, monitorIntervalSeconds: 5, registerInstance: false,
  })
  boss.on('error', (error) => {
    if (!isAway(error)) log.error({ err: error }, 'job queue')
  })
  await boss.start()
  await boss.createQueue(deadQueue)
  for (const job of jobs) await prepareQueue(boss, job)
  return boss
}

// a job that went by the clock in an earlier release and does no longer would be asked for, for ever
async function forgetSchedules<C>(boss: PgBoss, jobs: readonly Job<C>[]): Promise<void> {
  const known = new Set(jobs.filter((job) => job.cron !== null).map((job) => job.name))
  for (const { name } of await boss.getSchedules()) if (!known.has(name)) await boss.unschedule(name)
}

async function prepareQueue<C>(boss: PgBoss, job: Job<C>): Promise<void> {
  const options = { retryLimit: job.retries, retryDelay: 1, retryBackoff: true, retryDelayMax: 300, expireInSeconds: job.leaseSeconds, deadLetter: deadQueue, deleteAfterSeconds: 7 * 86_400, retentionSeconds: 30 * 86_400 }
  await boss.createQueue(job.name, options)
  await boss.updateQueue(job.name, options)
}

/** Seconds since the oldest job that is due (the dead letters aside) was due; 0 when none is. */
export async function jobAge(db: Db): Promise<number> {
  const { rows } = await sql<{ age: number | null }>`
    select extract(epoch from now() - min(start_after))::float as age from pgboss.job
     where state in ('created', 'retry') and start_after <= now() and name <> ${deadQueue}`.execute(db)
  return Math.max(0, rows[0]?.age ?? 0)
}

/** The newest dead letters. */
export async function deadJobs(db: Db, limit = 100): Promise<DeadJob[]> {
  const { rows } = await sql<{ id: string; name: string | null; data: Envelope; output: { message?: string } | null; failed_at: Date }>`
    select j.id, j.source_name as name, j.data, j.source_output as output, j.created_on as failed_at from pgboss.job j
     where j.name = ${deadQueue} and j.state = 'created' order by j.created_on desc limit ${limit}`.execute(db)
  return rows.map((row) => ({ id: row.id, name: row.name ?? '', data: row.data.data, error: row.output?.message ?? null, failedAt: row.failed_at }))
}
