import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync, readdirSync } from 'node:fs'
import { appendFile, chmod, chown, mkdir, readdir, readFile, rm, statfs, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { prepareDataDir } from '../data-dir.ts'
import { superuser } from '../postgres/cluster.ts'
import { bundledMajor, preparePlace, type Place } from '../postgres/place.ts'
import { freePort, launch, shutDown, sleep } from '../postgres/postmaster.ts'
import { StartError } from '../start-error.ts'
import { opening } from './cipher.ts'
import { sideBySide } from './side-by-side.ts'
import { keyIdOf } from '../keys.ts'
import { findBackup, readManifest, type Manifest } from './manifest.ts'
import { fileAt } from './take.ts'

export type RestoreOptions = {
  /** a backup, or a folder of backups whose newest is taken */
  from: string
  /** the new data folder: empty, or not there yet */
  to: string
  /** the key that the backup was encrypted with */
  key?: string | undefined
  /** the secret that the installation will be started with, when it is known */
  secret?: string | undefined
  /** restores to this moment, from the WAL archive */
  until?: Date | undefined
  /** the WAL archive */
  archive?: string | undefined
  tell?: (line: string) => void
}

export type Restored = { manifest: Manifest; folder: string; /** until when it was restored: the last transaction that is in it */ until: Date | null; counts: Record<string, number> }

/**
 * Restores a backup into an empty data folder and proves that its database opens: every checksum is looked at first, recovery runs to its end, and every page of every table is
 * read. Sending is paused in what was restored, because what it would send may have been sent. Throws a StartError with nothing left behind.
 */
export async function restoreBackup(options: RestoreOptions): Promise<Restored> {
  const to = resolve(options.to)
  if (existsSync(to) && readdirSync(to).length > 0) throw new StartError(`${to} is not empty: restore into a folder that is empty or not there yet.`)
  const folder = findBackup(resolve(options.from))
  const manifest = readManifest(folder)
  refuseUnfit(manifest, options)
  await refuseFull(manifest, to)
  options.tell?.(`checking ${manifest.database.length} files of ${folder}`)
  await checkSums(folder, manifest)
  const existed = existsSync(to)
  try {
    prepareDataDir(to)
    options.tell?.('copying')
    await copyBack(folder, manifest, to, options.key)
    options.tell?.('recovering')
    return { manifest, folder, ...(await recover(to, options)) }
  } catch (error) {
    await rm(to, { recursive: true, force: true })
    if (existed) await mkdir(to, { recursive: true })
    throw error instanceof StartError ? error : new StartError(`The backup could not be restored: ${(error as Error).message}. Nothing was left in ${to}.`, { cause: error })
  }
}

function refuseUnfit(manifest: Manifest, { key, secret, until, archive }: RestoreOptions): void {
  if (manifest.server !== bundledMajor) throw new StartError(`The backup is of PostgreSQL ${manifest.server} and this program brings ${bundledMajor}: restore it with release ${manifest.release}.`)
  if (manifest.encrypted && key === undefined) throw new StartError('The backup is encrypted: give its key in TINHSO_BACKUP_KEY.')
  if (secret !== undefined && keyIdOf(secret) !== manifest.keyId) throw new StartError(`TINHSO_SECRET has the id ${keyIdOf(secret)} and the data were sealed under ${manifest.keyId}: give the secret of the installation that was backed up, or citizen numbers cannot be read.`)
  if (until === undefined) return
  if (archive === undefined) throw new StartError('A moment can only be restored from a WAL archive: name it with --wal FOLDER.')
  if (until < new Date(manifest.finishedAt)) throw new StartError(`The backup ended at ${manifest.finishedAt}, after the moment you want: use an earlier backup.`)
}

async function refuseFull(manifest: Manifest, to: string): Promise<void> {
  let existing = to
  while (!existsSync(existing)) existing = dirname(existing)
  const { bavail, bsize } = await statfs(existing)
  const needed = [...manifest.database, ...manifest.files].reduce((sum, { size }) => sum + size, 0) + 300e6
  if (bavail * bsize < needed) throw new StartError(`${to} has ${Math.round((bavail * bsize) / 1e6)} MB free and the backup needs ${Math.round(needed / 1e6)} MB: restore to another disk.`)
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

async function checkSums(folder: string, manifest: Manifest): Promise<void> {
  await sideBySide(manifest.database, async ({ path, sha256 }) => {
    const file = join(folder, path)
    if (!existsSync(file)) throw new StartError(`${file} is missing: use another backup.`)
    if ((await digestOf(file)) !== sha256) throw new StartError(`${file} is damaged: use another backup.`)
  })
  for (const { hash } of manifest.files) {
    const file = fileAt(dirname(folder), hash, manifest.encrypted)
    if (!existsSync(file)) throw new StartError(`${file} is missing: use another backup.`)
    if (!manifest.encrypted && (await digestOf(file)) !== hash) throw new StartError(`${file} is damaged: use another backup.`)
  }
}

async function copyBack(folder: string, manifest: Manifest, to: string, key: string | undefined): Promise<void> {
  const copy = async (from: string, into: string): Promise<void> => {
    await mkdir(dirname(into), { recursive: true, mode: 0o700 })
    const out = createWriteStream(into, { mode: 0o600 })
    await (manifest.encrypted ? pipeline(createReadStream(from), opening(key ?? ''), out) : pipeline(createReadStream(from), out)).catch((error: Error) => {
      throw new StartError(manifest.encrypted && !('code' in error && error.code === 'ENOSPC') ? `${from} does not open: TINHSO_BACKUP_KEY is another key than the backup's, or the file was changed.` : `${from} cannot be copied: ${error.message}.`, { cause: error })
    })
  }
  await sideBySide(manifest.database, ({ path }) => copy(join(folder, path), path === 'password' ? join(to, 'postgres', 'password') : join(to, 'postgres', 'data', path.slice('database/'.length))))
  for (const { hash } of manifest.files) {
    const into = join(to, 'files', hash.slice(0, 2), hash.slice(2))
    await copy(fileAt(dirname(folder), hash, manifest.encrypted), into)
    if (manifest.encrypted && (await digestOf(into)) !== hash) throw new StartError(`The stored file ${hash} is damaged: use another backup.`)
  }
  // folders that a server expects, and a backup leaves empty
  for (const name of ['pg_wal', 'pg_wal/archive_status', 'pg_wal/summaries', 'pg_replslot', 'pg_dynshmem', 'pg_notify', 'pg_serial', 'pg_snapshots', 'pg_stat_tmp', 'pg_subtrans', 'pg_commit_ts', 'pg_twophase', 'pg_tblspc', 'pg_stat', 'pg_logical/snapshots', 'pg_logical/mappings']) {
    await mkdir(join(to, 'postgres', 'data', name), { recursive: true, mode: 0o700 })
  }
}

async function own(path: string, { runAs }: Place): Promise<void> {
  if (runAs) await chown(path, runAs.uid, runAs.gid)
  for (const entry of await readdir(path, { withFileTypes: true })) {
    if (entry.isDirectory()) await own(join(path, entry.name), { runAs } as Place)
    else if (runAs) await chown(join(path, entry.name), runAs.uid, runAs.gid)
  }
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`

async function recover(to: string, { until, archive }: RestoreOptions): Promise<Pick<Restored, 'until' | 'counts'>> {
  const data = join(to, 'postgres', 'data')
  const place = preparePlace(to)
  const settings = join(data, 'postgresql.auto.conf')
  const before = existsSync(settings) ? await readFile(settings, 'utf8') : ''
  if (until !== undefined && archive !== undefined) {
    await writeFile(join(data, 'recovery.signal'), '')
    await appendFile(settings, `\nrestore_command = ${quoted(`cp "${resolve(archive)}/%f" "%p"`)}\nrecovery_target_time = ${quoted(until.toISOString().replace('T', ' ').replace('Z', '+00'))}\nrecovery_target_action = 'promote'\nrecovery_target_inclusive = on\n`)
  }
  await chmod(data, 0o700)
  await own(data, place)
  const port = await freePort()
  const running = await launch(place, port, { durable: true }).catch((error: Error) => {
    if (until !== undefined && /recovery ended before configured recovery target/i.test(error.message)) throw new StartError(`The archive does not reach ${until.toISOString()}: it ends earlier. Restore to an earlier moment, or without one.`)
    throw error
  })
  try {
    const url = `postgres://${superuser}:${place.password}@127.0.0.1:${port}/tinhso`
    const client = await untilOpen(url, running.ended)
    try {
      return await prove(client)
    } finally {
      await client.end().catch(() => {})
    }
  } catch (error) {
    const log = existsSync(place.log) ? (await readFile(place.log, 'utf8')).slice(-4000) : ''
    if (until !== undefined && /recovery ended before configured recovery target/i.test(log)) throw new StartError(`The archive does not reach ${until.toISOString()}: it ends earlier. Restore to an earlier moment, or without one.`)
    throw error
  } finally {
    await shutDown(place, running)
    await writeFile(settings, before)
    if (place.runAs) await chown(settings, place.runAs.uid, place.runAs.gid)
  }
}

/** A connection once recovery has ended. */
async function untilOpen(url: string, ended: Promise<void>): Promise<pg.Client> {
  let over = false
  void ended.then(() => (over = true))
  for (;;) {
    if (over) throw new Error('PostgreSQL ended during recovery')
    const client = new pg.Client({ connectionString: url })
    client.on('error', () => {})
    try {
      await client.connect()
      const { rows } = await client.query<{ recovering: boolean }>('select pg_is_in_recovery() as recovering')
      if (rows[0]?.recovering === false) return client
    } catch (error) {
      if (!['57P03', 'ECONNREFUSED'].includes((error as { code?: string }).code ?? '')) throw error
    }
    await client.end().catch(() => {})
    await sleep(100)
  }
}

/** Reads every page of every table, whose checksums PostgreSQL compares, counts the rows, and pauses sending. */
async function prove(client: pg.Client): Promise<Pick<Restored, 'until' | 'counts'>> {
  const { rows: tables } = await client.query<{ name: string }>(
    "select format('%I.%I', table_schema, table_name) as name from information_schema.tables where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema', 'pgboss') order by 1")
  const counts: Record<string, number> = {}
  for (const { name } of tables) counts[name] = Number((await client.query<{ count: string }>(`select count(*) as count from ${name}`)).rows[0]?.count ?? 0)
  const { rows: [last] } = await client.query<{ at: Date | null }>('select greatest((select max(recorded_at) from platform.event), (select max(at) from platform.reading)) as at')
  await client.query("insert into platform.setting (name, value) values ('sending', '\"paused\"') on conflict (name) do update set value = excluded.value")
  return { until: last?.at ?? null, counts }
}
