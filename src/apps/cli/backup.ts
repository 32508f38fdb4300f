import { formatNumber } from '#kernel/format'
import { loadConfig } from '#platform/config'
import { takeBackup } from '#platform/backup/take'
import { openDatabaseBeside } from '#platform/open-database'
import { StartError } from '#platform/start-error'
import { releaseOf } from '../release.ts'
import { drill } from './drill.ts'

const usage = `npm run cli -- backup FOLDER [--keep N]    takes a backup while the program runs, in a folder of its own below FOLDER
npm run cli -- backup drill [FOLDER]       restores the newest backup aside and proves that it works`

/** Backups from the command line. */
export async function run(args: string[]): Promise<number> {
  const config = loadConfig()
  const [what, ...rest] = args
  if (what === 'drill') return drill(config, rest[0] ?? config.backupDir)
  const keepAt = args.indexOf('--keep')
  const keep = keepAt < 0 ? undefined : Number(args[keepAt + 1])
  const [folder = config.backupDir] = args.filter((arg, at) => !arg.startsWith('--') && args[at - 1] !== '--keep')
  if (folder === undefined || (keep !== undefined && !(keep >= 1))) {
    console.error(usage)
    return 2
  }
  if (config.databaseUrl !== undefined) throw new StartError('DATABASE_URL names a server of your own: take its backups with its own tools (pg_basebackup, pgBackRest), and copy the folder files/ afterwards.')
  const database = await openDatabaseBeside(config)
  try {
    const started = performance.now()
    const { folder: made, manifest } = await takeBackup({ url: database.url, dataDir: config.dataDir, to: folder, release: releaseOf(config.projectRoot), secret: config.secret, key: config.backupKey, keep, tell: (line) => console.log(line) })
    const bytes = manifest.database.reduce((sum, { size }) => sum + size, 0)
    console.log(`${made}\n${formatNumber(Math.round(bytes / 1e6))} MB of database and ${formatNumber(manifest.files.length)} files${manifest.encrypted ? ', encrypted' : ''}, ${formatNumber(Math.round((performance.now() - started) / 1000))} s. Everything acknowledged before ${manifest.finishedAt} is in it.`)
    console.log(`The secret (id ${manifest.keyId}) is not in it: keep it elsewhere.`)
    return 0
  } finally {
    await database.close()
  }
}
