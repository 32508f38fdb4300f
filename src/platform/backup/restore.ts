import { createReadStream, createWriteStream, existsSync, readdirSync } from 'node:fs'
import { copyFile, mkdir, readdir, rm, statfs } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { prepareDataDir } from '../data-dir.ts'
import { bundledMajor } from '../postgres/place.ts'
import { StartError } from '../start-error.ts'
import { refuseBadArchive, refuseGap } from './archive.ts'
import { opening } from './cipher.ts'
import { sideBySide } from './side-by-side.ts'
import { keyIdOf } from '../keys.ts'
import { findBackup, readManifest, refuseForeign, type Manifest } from './manifest.ts'
import { recover, type Recovered } from './recover.ts'
import { digestOf, storedAt } from './stored.ts'
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
  /** restores to this moment, or as far as it goes, from the WAL archive; to the end of the backup when left out */
  until?: Date | 'end' | undefined
  /** the WAL archive */
  archive?: string | undefined
  /** the migrations of this release: a backup that has others was made by a newer one */
  known?: readonly string[] | undefined
  /** a folder of stored files beside the backup's, such as that of the data folder that was lost: what came after the backup may lie only there */
  filesFrom?: string | undefined
  /** what names stored files (`Module.storedFiles`): what is missing of them is told */
  storedFiles?: readonly string[] | undefined
  tell?: (line: string) => void
}

export type Restored = { manifest: Manifest; folder: string } & Recovered

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
  if (options.key !== undefined) refuseForeign(folder, manifest, options.key)
  const goal = { until: options.until, archive: options.archive === undefined ? undefined : resolve(options.archive), stopLsn: manifest.stopLsn, storedFiles: options.storedFiles ?? [] }
  if (goal.archive !== undefined) refuseBadArchive(goal.archive)
  if (goal.archive !== undefined && goal.until === 'end') await refuseGap(goal.archive, manifest.stopLsn)
  await refuseFull(manifest, to)
  options.tell?.(`checking ${manifest.database.length} files of ${folder}`)
  await checkSums(folder, manifest)
  const existed = existsSync(to)
  try {
    prepareDataDir(to)
    options.tell?.('copying')
    await copyBack(folder, manifest, to, options)
    options.tell?.('recovering')
    return { manifest, folder, ...(await recover(to, goal)) }
  } catch (error) {
    await rm(to, { recursive: true, force: true })
    if (existed) await mkdir(to, { recursive: true })
    throw error instanceof StartError ? error : new StartError(`The backup could not be restored: ${(error as Error).message}. Nothing was left in ${to}.`, { cause: error })
  }
}

function refuseUnfit(manifest: Manifest, { key, secret, until, archive, known }: RestoreOptions): void {
  const strange = known && manifest.migrations.find((name) => !known.includes(name))
  if (strange !== undefined) throw new StartError(`The backup was made by a newer release (${manifest.release}, which has ${strange}): restore it with that release.`)
  if (manifest.server !== bundledMajor) throw new StartError(`The backup is of PostgreSQL ${manifest.server} and this program brings ${bundledMajor}: restore it with release ${manifest.release}.`)
  if (manifest.encrypted && key === undefined) throw new StartError('The backup is encrypted: give its key in TINHSO_BACKUP_KEY.')
  if (secret !== undefined && keyIdOf(secret) !== manifest.keyId) throw new StartError(`TINHSO_SECRET has the id ${keyIdOf(secret)} and the data were sealed under ${manifest.keyId}: give the secret of the installation that was backed up, or citizen numbers cannot be read.`)
  if (until === undefined) return
  if (archive === undefined) throw new StartError('What came after a backup can only be restored from a WAL archive: name it with --wal FOLDER.')
  if (until !== 'end' && until < new Date(manifest.finishedAt)) throw new StartError(`The backup ended at ${manifest.finishedAt}, after the moment you want: use an earlier backup.`)
}

async function refuseFull(manifest: Manifest, to: string): Promise<void> {
  let existing = to
  while (!existsSync(existing)) existing = dirname(existing)
  const { bavail, bsize } = await statfs(existing)
  const needed = [...manifest.database, ...manifest.files].reduce((sum, { size }) => sum + size, 0) + 300e6
  if (bavail * bsize < needed) throw new StartError(`${to} has ${Math.round((bavail * bsize) / 1e6)} MB free and the backup needs ${Math.round(needed / 1e6)} MB: restore to another disk.`)
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

async function copyBack(folder: string, manifest: Manifest, to: string, { key, until, archive, filesFrom }: RestoreOptions): Promise<void> {
  const copy = async (from: string, into: string): Promise<void> => {
    await mkdir(dirname(into), { recursive: true, mode: 0o700 })
    const out = createWriteStream(into, { mode: 0o600 })
    await (manifest.encrypted ? pipeline(createReadStream(from), opening(key ?? ''), out) : pipeline(createReadStream(from), out)).catch((error: Error) => {
      throw new StartError(manifest.encrypted && !('code' in error && error.code === 'ENOSPC') ? `${from} does not open: TINHSO_BACKUP_KEY is another key than the backup's, or the file was changed.` : `${from} cannot be copied: ${error.message}.`, { cause: error })
    })
  }
  await sideBySide(manifest.database, ({ path }) => copy(join(folder, path), path === 'password' ? join(to, 'postgres', 'password') : join(to, 'postgres', 'data', path.slice('database/'.length))))
  const shared = dirname(folder)
  // what came after this backup is named by rows that the archive brings back, and later backups may hold it
  const hashes = new Set([...manifest.files.map(({ hash }) => hash), ...(until === undefined ? [] : await hashesBelow(join(shared, 'files'), manifest.encrypted ? '.sealed' : ''))])
  await sideBySide([...hashes], async (hash) => {
    const into = storedAt(join(to, 'files'), hash)
    await copy(fileAt(shared, hash, manifest.encrypted), into)
    if ((await digestOf(into)) !== hash) throw new StartError(`${fileAt(shared, hash, manifest.encrypted)} is damaged: use another backup.`)
  })
  if (filesFrom !== undefined) await copyBeside(filesFrom, join(to, 'files'))
  const beside = archive === undefined ? undefined : join(archive, 'files')
  if (until !== undefined && beside !== undefined && existsSync(beside)) await copyBeside(beside, join(to, 'files'))
  // folders that a server expects, and a backup leaves empty
  for (const name of ['pg_wal', 'pg_wal/archive_status', 'pg_wal/summaries', 'pg_replslot', 'pg_dynshmem', 'pg_notify', 'pg_serial', 'pg_snapshots', 'pg_stat_tmp', 'pg_subtrans', 'pg_commit_ts', 'pg_twophase', 'pg_tblspc', 'pg_stat', 'pg_logical/snapshots', 'pg_logical/mappings']) {
    await mkdir(join(to, 'postgres', 'data', name), { recursive: true, mode: 0o700 })
  }
}

/** Every hash that lies below a folder of stored files. */
async function hashesBelow(root: string, ending: string): Promise<string[]> {
  const found: string[] = []
  for (const shelf of (await readdir(root)).filter((name) => /^[0-9a-f]{2}$/.test(name))) {
    for (const name of await readdir(join(root, shelf))) if (name.length === 62 + ending.length && name.endsWith(ending)) found.push(shelf + name.slice(0, 62))
  }
  return found.filter((hash) => /^[0-9a-f]{64}$/.test(hash))
}

/** Takes over what is not there yet from another folder of stored files; what is damaged there is left out, and so is missing. */
async function copyBeside(from: string, root: string): Promise<void> {
  const hashes = await hashesBelow(from, '').catch((error: NodeJS.ErrnoException) => {
    throw new StartError(`${from} cannot be read (${error.code ?? error.message}): --files names the folder files of a data folder.`, { cause: error })
  })
  await sideBySide(hashes.filter((hash) => !existsSync(storedAt(root, hash))), async (hash) => {
    const into = storedAt(root, hash)
    await mkdir(dirname(into), { recursive: true, mode: 0o700 })
    await copyFile(storedAt(from, hash), into)
    if ((await digestOf(into)) !== hash) await rm(into)
  })
}
