import { z } from 'zod'
import { realNow } from '#kernel/clock'
import { defineJob, type Job } from '#platform/jobs'
import type { Tools } from '#platform/tools'
import { endBreakGlass } from './break-glass.ts'
import { closeIdleAccounts } from './idle-accounts.ts'
import { inTransaction } from '#platform/db'
import { sealReadings } from '#platform/readings'
import { tellEndingServices } from './services-due.ts'
import { tellOverdue } from './reviews-due.ts'
import { forgetOld } from './stores/sign-ins.ts'

export const jobs: readonly Job<Tools>[] = [
  defineJob('identity.forget-old', z.strictObject({}), { cron: '17 3 * * *', concurrency: 1 }, ({ db }: Tools) => forgetOld(db, realNow())),
  defineJob('identity.seal-readings', z.strictObject({}), { cron: '5 * * * *', concurrency: 1 }, async ({ db }: Tools) => void (await inTransaction(db, sealReadings))),
  defineJob('identity.end-break-glass', z.strictObject({}), { cron: '* * * * *', concurrency: 1 }, endBreakGlass),
  defineJob('identity.close-idle', z.strictObject({}), { cron: '10 6 * * *', concurrency: 1 }, closeIdleAccounts),
  defineJob('identity.services-due', z.strictObject({}), { cron: '40 7 * * *', concurrency: 1 }, tellEndingServices),
  defineJob('identity.reviews-due', z.strictObject({}), { cron: '30 7 * * *', concurrency: 1 }, tellOverdue),
]
