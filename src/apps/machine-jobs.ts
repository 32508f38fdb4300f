import { z } from 'zod'
import { takeBackup } from '#platform/backup/take'
import { defineJob, type Job } from '#platform/jobs'
import { findRunningPostgres } from '#platform/postgres'
import type { Tools } from '#platform/tools'
import { releaseOf } from './release.ts'

/** Jobs of the machine itself. */
export const machineJobs: readonly Job<Tools>[] = [
  // at night, and once: a second process finds today's and leaves it
  defineJob('machine.backup', z.strictObject({}), { cron: '30 1 * * *', concurrency: 1, retries: 2, leaseSeconds: 600 }, async ({ config, log }) => {
    if (config.backupDir === undefined || config.databaseUrl !== undefined) return
    const url = await findRunningPostgres(config.dataDir)
    if (url === undefined) return
    const { folder, manifest } = await takeBackup({ url: url.replace(/\/postgres$/, '/tinhso'), dataDir: config.dataDir, to: config.backupDir, release: releaseOf(config.projectRoot), secret: config.secret, key: config.backupKey, keep: config.backupKeep })
    log.info({ folder, files: manifest.files.length }, 'backup taken')
  }),
]
