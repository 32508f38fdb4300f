import { join } from 'node:path'
import { z } from 'zod'
import { pruneArchive } from '#platform/backup/archive'
import { backupsOf, newestTime } from '#platform/backup/manifest'
import { BackupRuns, takeBackup } from '#platform/backup/take'
import type { Config } from '#platform/config'
import { only, sql, type Db } from '#platform/db'
import { defineJob, type Job } from '#platform/jobs'
import { openMirror, type Mirror } from '#platform/files-mirror'
import type { Log } from '#platform/log'
import type { Metrics } from '#platform/metrics'
import { findRunningPostgres } from '#platform/postgres'
import type { Tools } from '#platform/tools'
import { releaseOf } from './release.ts'

const hour = 3_600_000

/** Takes the night's backup, and then drops what no backup of the folder needs any more from the archive. */
async function nightlyBackup({ config, log }: Pick<Tools, 'config' | 'log'>): Promise<void> {
  const { backupDir, walArchive } = config
  if (backupDir === undefined || config.databaseUrl !== undefined) return
  const url = await findRunningPostgres(config.dataDir)
  if (url === undefined) return
  // a run that takes longer than its lease is begun again by the queue: then the night has its backup
  if (Date.now() - (newestTime(backupDir)?.getTime() ?? 0) < hour) return
  const taken = await takeBackup({ url: url.replace(/\/postgres$/, '/tinhso'), dataDir: config.dataDir, to: backupDir, release: releaseOf(config.projectRoot), secret: config.secret, key: config.backupKey, keep: config.backupKeep })
    .catch((error: unknown) => {
      if (error instanceof BackupRuns) return undefined
      throw error
    })
  if (taken === undefined) return
  log.info({ folder: taken.folder, files: taken.manifest.files.length }, 'backup taken')
  const oldest = backupsOf(backupDir, taken.manifest.systemIdentifier)[0]
  if (walArchive !== undefined && oldest) log.info({ segments: await pruneArchive(walArchive, oldest.manifest.startLsn) }, 'archive pruned')
}

/** The copies of stored files beside the archive of our own database's log; undefined where none is kept. */
export const mirrorOf = ({ walArchive, databaseUrl }: Pick<Config, 'walArchive' | 'databaseUrl'>, log: Log): Mirror | undefined =>
  walArchive === undefined || databaseUrl !== undefined ? undefined : openMirror(join(walArchive, 'files'), (error, hash) => log.error({ err: error, hash }, 'stored file not copied beside the archive'))

/** Copies what was stored before there was an archive, or while it could not be written. */
async function catchUp({ config, log }: Pick<Tools, 'config' | 'log'>): Promise<void> {
  const copied = (await mirrorOf(config, log)?.catchUp(join(config.dataDir, 'files'))) ?? 0
  if (copied > 0) log.info({ copied }, 'stored files copied beside the archive')
}

/** Jobs of the machine itself. */
export const machineJobs: readonly Job<Tools>[] = [
  defineJob('machine.backup', z.strictObject({}), { cron: '30 1 * * *', concurrency: 1, retries: 2, leaseSeconds: 600 }, (tools) => nightlyBackup(tools)),
  defineJob('machine.mirror', z.strictObject({}), { cron: '40 * * * *', concurrency: 1, retries: 0, leaseSeconds: 3000 }, (tools) => catchUp(tools)),
]

/** Figures of backup and archive, for alarms; none where nothing is set up. */
export function measureMachine(metrics: Metrics, db: Db, { backupDir, walArchive, databaseUrl }: Pick<Config, 'backupDir' | 'walArchive' | 'databaseUrl'>): void {
  if (databaseUrl !== undefined) return
  if (backupDir !== undefined) {
    // without any it is as old as can be: an alarm on age must not be silent then
    metrics.gauge('backup_age_seconds', 'age of the newest backup in TINHSO_BACKUP_DIR; +Inf without any', () => (Date.now() - (newestTime(backupDir)?.getTime() ?? -Infinity)) / 1000)
  }
  if (walArchive === undefined) return
  metrics.gauge('wal_waiting_segments', 'segments of 16 MB that the archive does not have yet', async () =>
    only((await sql<{ count: number }>`select count(*) as count from pg_ls_archive_statusdir() where name like '%.ready'`.execute(db)).rows).count)
}
