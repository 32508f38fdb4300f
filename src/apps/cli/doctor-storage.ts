import { existsSync, statfsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { listBackups, readManifest } from '#platform/backup/manifest'
import { lookAtStored } from '#platform/backup/stored'
import type { Config } from '#platform/config'
import { openDb } from '#platform/db'
import { bad, good, look, type Finding } from '#platform/health'
import { keyIdOf, secretInUse } from '#platform/keys'
import { pendingMigrations, refuseStrange } from '#platform/migrate'
import { StartError } from '#platform/start-error'
import { migrationSources } from '../application.ts'
import { modules } from '../modules.ts'

/** Bytes that are free where this folder lies, or will. */
export function freeBytes(folder: string): number {
  let existing = folder
  while (!existsSync(existing)) existing = dirname(existing)
  const { bavail, bsize } = statfsSync(existing)
  return bavail * bsize
}

const gigabytes = (bytes: number): string => `${(bytes / 1e9).toFixed(1)} GB`

/** Whether the folders of backups and of the archive have room: for another backup, and for a day of a busy log. `free` says how much there is. */
export function roomFinding({ backupDir, walArchive, databaseUrl }: Pick<Config, 'backupDir' | 'walArchive' | 'databaseUrl'>, free: (folder: string) => number = freeBytes): Finding {
  if (databaseUrl !== undefined || (backupDir === undefined && walArchive === undefined)) return good('none is asked for')
  if (backupDir !== undefined) {
    const newest = listBackups(backupDir).at(-1)
    const size = newest === undefined ? 0 : readManifest(newest).database.reduce((sum, each) => sum + each.size, 0)
    if (free(backupDir) < size * 1.2 + 0.2e9) return bad(`${gigabytes(free(backupDir))} at ${backupDir}, and a backup needs ${gigabytes(size)}: the next one fails`, 'make room there, keep fewer by TINHSO_BACKUP_KEEP, or set TINHSO_BACKUP_DIR to another disk')
  }
  if (walArchive !== undefined && free(walArchive) < 1e9) return bad(`${gigabytes(free(walArchive))} at ${walArchive}: when it is full, the disk of the database fills next`, 'make room there, or set TINHSO_WAL_ARCHIVE to another disk')
  const least = Math.min(...[backupDir, walArchive].filter((folder) => folder !== undefined).map(free))
  return least < 5e9 ? look(`${gigabytes(least)} free`, 'backups and their archive need several times the database: plan for more') : good(`${gigabytes(least)} free`)
}

/** Asks the database by `work`; nothing when it does not run. */
async function asked(url: string | undefined, work: (db: ReturnType<typeof openDb>) => Promise<Finding>): Promise<Finding> {
  if (url === undefined) return good('asked when the database runs')
  const db = openDb({ url, poolSize: 1 })
  try {
    return await work(db)
  } catch (error) {
    if (error instanceof StartError) throw error
    return look(`cannot be asked (${(error as Error).message})`, 'see what this doctor says of the database')
  } finally {
    await db.destroy()
  }
}

/** What the next start of this release would do to the database, and whether it may. */
export const migrationsFinding = (url: string | undefined, { projectRoot }: Pick<Config, 'projectRoot'>): Promise<Finding> => asked(url, async (db) => {
  const sources = migrationSources(projectRoot, modules)
  const pending = await pendingMigrations(db, sources)
  const all = sources.length > 0 && pending.length > 0 && pending[0] === 'platform/0001-platform.sql'
  if (all) return good('none has run: everything is made at the first start')
  try {
    await refuseStrange(db, sources)
  } catch (error) {
    if (error instanceof StartError) return bad(error.message.replace(/:.*$/s, ''), error.message.replace(/^[^:]*: /s, ''))
    throw error
  }
  return pending.length === 0 ? good('at this release') : look(`the next start runs ${pending.length}: ${pending.slice(0, 5).join(', ')}${pending.length > 5 ? ', ...' : ''}`, 'take a backup first: npm run cli -- backup FOLDER')
})

/** Whether the secret that was given opens what is sealed in the data. An empty one has yet to be made. */
export const secretFinding = (url: string | undefined, { secret, secretBefore }: Pick<Config, 'secret' | 'secretBefore'>): Promise<Finding> => asked(url, async (db) => {
  const under = await secretInUse(db).catch((error: Error & { code?: string }) => {
    if (error.code === '42P01' || error.code === '3F000') return undefined
    throw error
  })
  if (under === undefined) return good('nothing is sealed yet')
  if (secret === '') return bad(`the data need the secret of id ${under}, and none is given or kept`, 'give it in TINHSO_SECRET; a demonstration that was restored needs the file secret of its old data folder')
  if (under === keyIdOf(secret)) return good(`opens the data (id ${under})`)
  if (secretBefore !== undefined && under === keyIdOf(secretBefore)) return look(`the data are still under TINHSO_SECRET_BEFORE (id ${under})`, 'npm run cli -- keys change, then take TINHSO_SECRET_BEFORE away')
  return bad(`the data need the secret of id ${under}, and TINHSO_SECRET has the id ${keyIdOf(secret)}`, 'give the right one: without it the program does not start')
})

/** Whether stored files are there and hold what their names say: a sample of those that rows name. */
export async function storedFinding(url: string | undefined, { dataDir }: Pick<Config, 'dataDir'>): Promise<Finding> {
  if (url === undefined) return good('asked when the database runs')
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const root = join(dataDir, 'files')
    const { asked: count, missing, changed, foreign } = await lookAtStored(client, modules.flatMap(({ storedFiles }) => storedFiles ?? []), root, 200)
    const example = [...missing, ...changed][0]
    if (example !== undefined) return bad(`of ${count} files looked at, ${missing.length} are missing and ${changed.length} hold other bytes than were handed in (files/${example.slice(0, 2)}/${example.slice(2)})`, 'see whether the disk is whole and mounted, then restore a backup aside and copy the file from there')
    if (foreign.length > 0) return look(`${foreign.length} things in ${root} are not from this program (${foreign[0]})`, 'move them elsewhere')
    return good(`${count} looked at`)
  } catch (error) {
    if (['3F000', '42P01', '42703'].includes((error as { code?: string }).code ?? '')) return good('not there before the first start of this release')
    return look(`cannot be asked (${(error as Error).message})`, 'see what this doctor says of the database')
  } finally {
    await client.end().catch(() => {})
  }
}
