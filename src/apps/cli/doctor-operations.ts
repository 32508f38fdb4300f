import { existsSync } from 'node:fs'
import pg from 'pg'
import { listBackups, readManifest } from '#platform/backup/manifest'
import type { Config } from '#platform/config'
import { bad, good, look, machineHealth, type Finding, type HealthQuestion } from '#platform/health'
import { modules } from '../modules.ts'
import { lastDrill } from './drill.ts'

const hour = 3_600_000
/** When the newest backup was taken, and whether it can be read. */
export function backupFinding(config: Pick<Config, 'backupDir' | 'databaseUrl' | 'mode'>, now: Date): Finding {
  if (config.databaseUrl !== undefined) return good('taken by the tools of your own server')
  if (config.backupDir === undefined) return config.mode === 'production' ? bad('nobody takes any', 'set TINHSO_BACKUP_DIR to a folder on another disk or machine') : good('none: a demonstration')
  const newest = listBackups(config.backupDir).at(-1)
  if (newest === undefined) return bad(`none in ${config.backupDir}`, 'npm run cli -- backup')
  const age = (now.getTime() - Date.parse(readManifest(newest).finishedAt)) / hour
  if (age > 26) return bad(`the newest is ${Math.round(age)} hours old (${newest})`, 'see whether the program runs at night and the disk has room, then npm run cli -- backup')
  return good(`${newest}, ${Math.round(age)} hours old`)
}

/** When a restore was last tried: every quarter (QCVN 12:2026/BCA). */
export function drillFinding(config: Pick<Config, 'backupDir' | 'databaseUrl'>, now: Date): Finding {
  if (config.databaseUrl !== undefined || config.backupDir === undefined || !existsSync(config.backupDir)) return good('none is asked for')
  const last = lastDrill(config.backupDir)
  if (last === undefined) return look('no backup was ever restored for trial', 'npm run cli -- backup drill')
  if (!last.good) return bad(`the last one failed: ${last.says}`, 'mend what it names, take a backup and try again: npm run cli -- backup drill')
  const days = Math.floor((now.getTime() - Date.parse(last.at)) / hour / 24)
  return days > 90 ? look(`the last one was ${days} days ago`, 'npm run cli -- backup drill') : good(`${days} days ago, in ${last.seconds} s`)
}

/** Everything the doctor asks the database. */
export const questions: readonly HealthQuestion[] = [...machineHealth, ...modules.flatMap(({ health }) => health ?? [])]

/** what PostgreSQL says of a schema, a table or a column that is not there yet */
const notMade = new Set(['3F000', '42P01', '42703'])

/** Asks the database one of the questions. `url` is undefined when it does not run; `wanted` is what the settings ask for. */
export async function askFinding(url: string | undefined, { ask, judge }: HealthQuestion, wanted: Partial<Pick<Config, 'walArchive' | 'databaseUrl'>> = {}): Promise<Finding> {
  if (url === undefined) return good('asked when the database runs')
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return judge((await client.query<Record<string, unknown>>(ask)).rows[0] ?? {}, wanted.databaseUrl === undefined ? wanted : {})
  } catch (error) {
    if (notMade.has(String((error as { code?: unknown }).code))) return good('not there before the first start of this release')
    return look(`cannot be asked (${(error as Error).message})`, 'see what this doctor says of the database')
  } finally {
    await client.end().catch(() => {})
  }
}
