import { createHash, createHmac, hkdfSync } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { StartError } from '../start-error.ts'

const Stored = z.object({ path: z.string(), size: z.number().int(), sha256: z.string().length(64) })

/** What a backup says of itself. Paths are below its folder; `files` lie in the shared folder beside it, by hash, and are never copied twice. */
export const Manifest = z.object({
  version: z.literal(1),
  release: z.string(),
  startedAt: z.iso.datetime(),
  /** everything that was acknowledged before this moment is in it */
  finishedAt: z.iso.datetime(),
  startLsn: z.string(),
  stopLsn: z.string(),
  systemIdentifier: z.string(),
  server: z.number().int(),
  migrations: z.array(z.string()),
  /** rows of each table when the backup began: a restored one has no fewer in what is only added to */
  counts: z.record(z.string(), z.number()),
  /** names the key that citizen numbers are sealed with, and is not the key */
  keyId: z.string(),
  encrypted: z.boolean(),
  database: z.array(Stored),
  files: z.array(z.object({ hash: z.string().length(64), size: z.number().int() })),
})
export type Manifest = z.output<typeof Manifest>

const manifestName = 'manifest.json'

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex')
const sealOf = (text: string, key: string): string => createHmac('sha256', Buffer.from(hkdfSync('sha256', key, 'tinhso', 'backup manifest', 32))).update(text).digest('hex')

/** The text of a manifest and its digest, so that a damaged one is seen; with a key also a seal, so that nobody else can have written it. */
export function writeManifest(manifest: Manifest, key?: string): string {
  const text = JSON.stringify(manifest, null, 1)
  return [text, digestOf(text), ...(key === undefined ? [] : [sealOf(text, key)]), ''].join('\n')
}

function partsOf(folder: string): { path: string; text: string; digest: string; seal: string } {
  const path = join(folder, manifestName)
  if (!existsSync(path)) throw new StartError(`${folder} is no backup of this program: it has no ${manifestName}.`)
  const [, text = '', digest = '', seal = ''] = /^(.*\n\})\n([0-9a-f]{64})\n(?:([0-9a-f]{64})\n)?$/s.exec(readFileSync(path, 'utf8')) ?? []
  return { path, text, digest, seal }
}

/** Reads the manifest of a backup. Throws a StartError when there is none, it is damaged, or it was made by a newer program. */
export function readManifest(folder: string): Manifest {
  const { path, text, digest } = partsOf(folder)
  if (digestOf(text) !== digest) throw new StartError(`${path} is damaged: use another backup.`)
  const read = Manifest.safeParse(JSON.parse(text))
  if (!read.success) throw new StartError(`${path} was made by another release of this program: restore with the release that made it.`)
  return read.data
}

/** Throws a StartError when an encrypted backup's manifest was not written with this key: the key is another, or somebody changed or exchanged what it lists. */
export function refuseForeign(folder: string, manifest: Manifest, key: string): void {
  if (!manifest.encrypted) return
  const { path, text, seal } = partsOf(folder)
  if (seal === sealOf(text, key)) return
  throw new StartError(`${path} does not open: TINHSO_BACKUP_KEY is another key than the backup's, or the file was changed.`)
}

/** The whole backups in a folder of backups, the oldest first: those that were cut short have another name. */
export function listBackups(root: string): string[] {
  if (!existsSync(root)) return []
  return readdirSync(root).filter((name) => /^\d{8}-\d{6}$/.test(name) && existsSync(join(root, name, manifestName)) && statSync(join(root, name)).isDirectory()).sort().map((name) => join(root, name))
}

/** When the newest backup of a folder began, by its name. */
export function newestTime(root: string): Date | undefined {
  const newest = listBackups(root).at(-1)
  return newest === undefined ? undefined : new Date(basename(newest).replace(/^(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)$/, '$1-$2-$3T$4:$5:$6Z'))
}

/** The backups of one installation in a folder, the oldest first; those that cannot be read are left out. */
export function backupsOf(root: string, systemIdentifier: string): { folder: string; manifest: Manifest }[] {
  return listBackups(root).flatMap((folder) => {
    try {
      const manifest = readManifest(folder)
      return manifest.systemIdentifier === systemIdentifier ? [{ folder, manifest }] : []
    } catch (error) {
      if (error instanceof StartError) return []
      throw error
    }
  })
}

/** The backup that a person names: the folder itself, or the newest one in it. Throws a StartError when there is none. */
export function findBackup(given: string): string {
  if (existsSync(join(given, manifestName))) return given
  const newest = listBackups(given).at(-1)
  if (newest === undefined) throw new StartError(`There is no backup in ${given}.`)
  return newest
}
