import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { chmod, mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { sleep } from '../postgres/postmaster.ts'
import { StartError } from '../start-error.ts'
import { sealing } from './cipher.ts'
import { sideBySide } from './side-by-side.ts'
import { keyIdOf } from '../keys.ts'
import { backupsOf, writeManifest, type Manifest } from './manifest.ts'
import { countRows } from './recover.ts'

export type TakeOptions = {
  /** of the running database */
  url: string
  dataDir: string
  /** folder of backups: each gets a folder of its own in it, named by its time */
  to: string
  release: string
  secret: string
  /** encrypts every file with it */
  key?: string | undefined
  /** how many backups are kept; older ones are taken away after this one is whole */
  keep?: number | undefined
  tell?: (line: string) => void
}

/** What a base backup leaves out, as pg_basebackup does: WAL is copied by itself, the rest is made anew by every start. */
const emptied = new Set(['pg_wal', 'pg_replslot', 'pg_dynshmem', 'pg_notify', 'pg_serial', 'pg_snapshots', 'pg_stat_tmp', 'pg_subtrans'])
const left = (name: string): boolean => ['postmaster.pid', 'postmaster.opts', 'current_logfiles', 'backup_label.old', 'backup_manifest'].includes(name) || name.startsWith('pgsql_tmp') || name.startsWith('pg_internal.init')

/** Another process takes a backup of this installation at this moment. */
export class BackupRuns extends StartError {
  constructor() {
    super('Another backup of this installation is being taken: wait until it has ended.')
    this.name = 'BackupRuns'
  }
}

/**
 * Takes a backup of the program's own PostgreSQL and of the files while everything runs: whatever was committed before it ended is in it. It appears whole or not at all, and
 * never takes the place of another. Resolves to its folder. Throws a StartError for a folder that cannot be written, or a database that is not our own, and BackupRuns.
 */
export async function takeBackup(options: TakeOptions): Promise<{ folder: string; manifest: Manifest }> {
  const client = new pg.Client({ connectionString: options.url })
  client.on('error', () => {})
  await client.connect()
  try {
    // goes with this connection, so a killed backup holds up none
    const { rows: [turn] } = await client.query<{ mine: boolean }>("select pg_try_advisory_lock(hashtext('tinhso.backup')) as mine")
    if (turn?.mine !== true) throw new BackupRuns()
    const { folder, draft, startedAt } = await makeDraft(options.to)
    try {
      const database = await copyDatabase(client, draft, options)
      // after the database: a file is never changed once it is there, so a later look only finds more
      const files = await copyFiles(options)
      const manifest: Manifest = { version: 1, release: options.release, startedAt: startedAt.toISOString(), encrypted: options.key !== undefined, files, ...database }
      await writeFile(join(draft, 'manifest.json'), writeManifest(manifest, options.key), { mode: 0o600, flush: true })
      await syncFolders(draft)
      await rename(draft, folder)
      await syncFolder(options.to)
      await dropOld(options, manifest.systemIdentifier)
      return { folder, manifest }
    } catch (error) {
      await rm(draft, { recursive: true, force: true })
      throw error
    }
  } finally {
    await client.end().catch(() => {})
  }
}

const day = 86_400_000

/** Makes the folder that a backup grows in, named by the second in which it begins, and takes away what killed backups left. */
async function makeDraft(to: string): Promise<{ folder: string; draft: string; startedAt: Date }> {
  try {
    await mkdir(to, { recursive: true, mode: 0o700 })
    for (const stale of (await readdir(to)).filter((name) => /^\d{8}-\d{6}\.draft$/.test(name))) {
      // the folder may be another installation's too, whose backup is under way
      if (Date.now() - (await stat(join(to, stale))).mtimeMs > day) await rm(join(to, stale), { recursive: true, force: true })
    }
    for (;;) {
      const startedAt = new Date()
      const name = startedAt.toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-')
      const made = existsSync(join(to, name)) ? undefined : await mkdir(join(to, `${name}.draft`), { recursive: true, mode: 0o700 })
      if (made !== undefined) return { folder: join(to, name), draft: join(to, `${name}.draft`), startedAt }
      await sleep(100)
    }
  } catch (error) {
    throw new StartError(`${to} cannot be written (${(error as NodeJS.ErrnoException).code ?? (error as Error).message}): name another folder for backups.`, { cause: error })
  }
}

/** Takes away the oldest backups of this installation beyond `keep`; one that cannot be read, or is another installation's, stays. */
async function dropOld({ to, keep }: TakeOptions, systemIdentifier: string): Promise<void> {
  if (keep === undefined) return
  const mine = backupsOf(to, systemIdentifier).map(({ folder }) => folder)
  for (const old of mine.slice(0, -Math.max(1, keep))) await rm(old, { recursive: true, force: true })
}

async function syncFolder(folder: string): Promise<void> {
  // Windows lets nobody open a folder; there the rename alone has to do
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function syncFolders(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) if (entry.isDirectory()) await syncFolders(join(folder, entry.name))
  await syncFolder(folder)
}

// what is not there is left out; what cannot be read must not be
const unlessGone = (error: NodeJS.ErrnoException): never[] => {
  if (error.code === 'ENOENT') return []
  throw error
}

type Facts = Pick<Manifest, 'finishedAt' | 'startLsn' | 'stopLsn' | 'systemIdentifier' | 'server' | 'migrations' | 'counts' | 'keyId' | 'database'>

async function copyDatabase(client: pg.Client, draft: string, options: TakeOptions): Promise<Facts> {
  const data = join(options.dataDir, 'postgres', 'data')
  const ask = async <T extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<T> => {
    const { rows: [row] } = await client.query<T>(text, values)
    if (!row) throw new Error(`no answer to ${text}`)
    return row
  }
  const { folder, server, identifier } = await ask<{ folder: string; server: string; identifier: string }>(
    "select current_setting('data_directory') as folder, current_setting('server_version_num') as server, (select system_identifier::text from pg_control_system()) as identifier")
  if (relative(folder, data) !== '') throw new StartError('DATABASE_URL names a server of your own: take its backups with its own tools (pg_basebackup, pgBackRest), and copy the folder files/ afterwards.')
  const { rows: migrations } = await client.query<{ name: string }>("select schema || '/' || name as name from platform.migration order by 1")
  const counts = await countRows(client)
  // the secret that the data are under may not be the one that was given, while it is being changed; a database of an older release does not know it
  const { keys } = await ask<{ keys: boolean }>("select to_regclass('platform.key') is not null as keys")
  const keyId = (keys ? (await client.query<{ id: string }>('select wrapped_by as id from platform.key order by platform.key.id limit 1')).rows[0]?.id : undefined) ?? keyIdOf(options.secret)
  // keeps the WAL from the start on until it is copied; goes with this connection
  await client.query("select pg_create_physical_replication_slot('tinhso_backup_' || pg_backend_pid(), true, true)")
  const { lsn: startLsn, wal: first } = await ask<{ lsn: string; wal: string }>("select lsn::text, pg_walfile_name(lsn) as wal from pg_backup_start('tinhso', true) as lsn")
  options.tell?.('copying the database')
  const database: Manifest['database'] = []
  const keep = async (from: string, path: string): Promise<void> => {
    const stored = await copyFile(from, join(draft, path), options.key)
    if (stored) database.push({ path, ...stored })
  }
  await sideBySide(await walk(data), (path) => keep(join(data, path), join('database', path)))
  await keep(join(data, 'global', 'pg_control'), join('database', 'global', 'pg_control'))
  // what is acknowledged before this moment lies before the end that the server now names
  const finishedAt = new Date().toISOString()
  const stop = await ask<{ lsn: string; label: string; spaces: string }>('select lsn::text, labelfile as label, spcmapfile as spaces from pg_backup_stop(false)')
  const { wal: last } = await ask<{ wal: string }>('select pg_walfile_name($1::pg_lsn) as wal', [stop.lsn])
  for (const segment of (await readdir(join(data, 'pg_wal'))).filter((name) => /^[0-9A-F]{24}$/.test(name) && name >= first && name <= last).sort()) await keep(join(data, 'pg_wal', segment), join('database', 'pg_wal', segment))
  for (const name of (await readdir(join(data, 'pg_wal'))).filter((each) => each.endsWith('.history'))) await keep(join(data, 'pg_wal', name), join('database', 'pg_wal', name))
  for (const [name, text] of [['backup_label', stop.label], ['tablespace_map', stop.spaces]] as const) {
    if (text === '') continue
    const draftText = join(draft, `${name}.text`)
    await writeFile(draftText, text, { mode: 0o600 })
    await keep(draftText, join('database', name))
    await rm(draftText)
  }
  await keep(join(options.dataDir, 'postgres', 'password'), 'password')
  return { finishedAt, startLsn, stopLsn: stop.lsn, systemIdentifier: identifier, server: Math.floor(Number(server) / 10_000), migrations: migrations.map((row) => row.name), counts, keyId, database }
}

/** Every file of a cluster but what a backup leaves out, and pg_control, which is copied last. */
async function walk(root: string, below = ''): Promise<string[]> {
  const found: string[] = []
  for (const entry of await readdir(join(root, below), { withFileTypes: true }).catch(unlessGone)) {
    const path = join(below, entry.name)
    if (left(entry.name) || path === join('global', 'pg_control')) continue
    if (entry.isDirectory()) {
      if (!emptied.has(path)) found.push(...(await walk(root, path)))
    } else if (entry.isFile()) found.push(path)
  }
  return found
}

/** Copies one file; undefined when it went away meanwhile: a table that was dropped is in the WAL. */
async function copyFile(from: string, to: string, key: string | undefined): Promise<{ size: number; sha256: string } | undefined> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 })
  const hash = createHash('sha256')
  let size = 0
  const counting = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      size += chunk.length
      done(null, chunk)
    },
  })
  try {
    const out = createWriteStream(to, { mode: 0o600, flush: true })
    await (key === undefined ? pipeline(createReadStream(from), counting, out) : pipeline(createReadStream(from), sealing(key), counting, out))
    return { size, sha256: hash.digest('hex') }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    await rm(to, { force: true })
    return undefined
  }
}

/** Puts every stored file that is not there yet into the shared folder of the backups. */
async function copyFiles({ dataDir, to, key, tell }: TakeOptions): Promise<Manifest['files']> {
  const root = join(dataDir, 'files')
  const files: Manifest['files'] = []
  for (const shelf of (await readdir(root).catch(unlessGone)).filter((name) => /^[0-9a-f]{2}$/.test(name))) {
    await sideBySide(await readdir(join(root, shelf)), async (rest) => {
      const hash = shelf + rest
      const from = join(root, shelf, rest)
      const kept = fileAt(to, hash, key !== undefined)
      files.push({ hash, size: (await stat(from)).size })
      if (await stat(kept).then(() => true, () => false)) return
      await copyFile(from, `${kept}.draft`, key)
      await rename(`${kept}.draft`, kept)
      await chmod(kept, 0o600)
    })
  }
  tell?.(`${files.length} files`)
  return files
}

/** Where a stored file lies among the backups of a folder. */
export const fileAt = (root: string, hash: string, encrypted: boolean): string => join(root, 'files', hash.slice(0, 2), `${hash.slice(2)}${encrypted ? '.sealed' : ''}`)
