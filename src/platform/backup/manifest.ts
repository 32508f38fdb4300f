import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
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

/** The text of a manifest with its own digest on the last line, so that a changed one is seen. */
export function writeManifest(manifest: Manifest): string {
  const text = JSON.stringify(manifest, null, 1)
  return `${text}\n${createHash('sha256').update(text).digest('hex')}\n`
}

/** Reads the manifest of a backup. Throws a StartError when there is none, it is damaged, or it was made by a newer program. */
export function readManifest(folder: string): Manifest {
  const path = join(folder, manifestName)
  if (!existsSync(path)) throw new StartError(`${folder} is no backup of this program: it has no ${manifestName}.`)
  const [digest = '', ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n').reverse()
  const text = lines.toReversed().join('\n')
  if (createHash('sha256').update(text).digest('hex') !== digest) throw new StartError(`${path} is damaged: use another backup.`)
  const read = Manifest.safeParse(JSON.parse(text))
  if (!read.success) throw new StartError(`${path} was made by another release of this program: restore with the release that made it.`)
  return read.data
}

/** The whole backups in a folder of backups, the oldest first: those that were cut short have another name. */
export function listBackups(root: string): string[] {
  if (!existsSync(root)) return []
  return readdirSync(root).filter((name) => /^\d{8}-\d{6}$/.test(name) && existsSync(join(root, name, manifestName)) && statSync(join(root, name)).isDirectory()).sort().map((name) => join(root, name))
}

/** The backup that a person names: the folder itself, or the newest one in it. Throws a StartError when there is none. */
export function findBackup(given: string): string {
  if (existsSync(join(given, manifestName))) return given
  const newest = listBackups(given).at(-1)
  if (newest === undefined) throw new StartError(`There is no backup in ${given}.`)
  return newest
}
