import { z } from 'zod'
import { inTransaction } from '#platform/db'
import { defineJob } from '#platform/jobs'
import type { Tools } from '#platform/tools'
import { followJob, followReforms } from './commands/follow-reform.ts'
import { underWay } from './stores/reforms.ts'
import { localDate } from '#kernel/local-time'

const atMostMs = 10_000

/** Rows follow reforms a while at a time; what is left is asked for again. */
export const jobs = [
  defineJob(followJob, z.object({}), { cron: '*/5 * * * *', concurrency: 1, leaseSeconds: 20 }, async (tools: Tools) => {
    const until = performance.now() + atMostMs
    await followReforms(tools, { until: () => performance.now() > until })
    if ((await underWay(tools.db, localDate(tools.clock.now()))).length > 0) await inTransaction(tools.db, (tx) => tools.jobs.ask(tx, followJob, {}, `go on ${performance.timeOrigin + performance.now()}`))
  }),
]
