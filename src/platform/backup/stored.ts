import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'

/** Where the bytes of this hash lie below a folder of stored files. */
export const storedAt = (root: string, hash: string): string => join(root, hash.slice(0, 2), hash.slice(2))

/** The sha256 of a file, in hexadecimal digits. */
export async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

const isThere = (path: string): Promise<boolean> => stat(path).then(() => true, () => false)
const named = (statements: readonly string[]): string => statements.map((text) => `(${text})`).join(' union all ')

/** Every hash that rows name and that does not lie below `root`. `statements` are the modules' (`Module.storedFiles`). */
export async function missingFiles(client: pg.Client, statements: readonly string[], root: string): Promise<string[]> {
  if (statements.length === 0) return []
  const missing = new Set<string>()
  await client.query('begin read only')
  try {
    await client.query(`declare named cursor for ${named(statements)}`)
    for (;;) {
      const { rows } = await client.query<{ hash: string }>('fetch 2000 from named')
      if (rows.length === 0) return [...missing]
      for (const { hash } of rows) if (!(await isThere(storedAt(root, hash)))) missing.add(hash)
    }
  } finally {
    await client.query('rollback')
  }
}

/** What a look at some stored files found: hashes that rows name and are not there, that hold other bytes, and names that are none of ours. */
export type StoredLook = { asked: number; missing: string[]; changed: string[]; foreign: string[] }

/** Looks whether `most` files that rows name are there, reads a tenth of them, and looks through the names of the folder. */
export async function lookAtStored(client: pg.Client, statements: readonly string[], root: string, most: number): Promise<StoredLook> {
  const { rows } = await client.query<{ hash: string }>(`select hash from (${named(statements)}) named order by random() limit $1`, [most])
  const there: string[] = []
  const missing: string[] = []
  for (const { hash } of rows) (await isThere(storedAt(root, hash)) ? there : missing).push(hash)
  const changed: string[] = []
  for (const hash of there.slice(0, Math.ceil(most / 10))) if ((await digestOf(storedAt(root, hash))) !== hash) changed.push(hash)
  return { asked: rows.length, missing, changed, foreign: await foreignNames(root) }
}

async function foreignNames(root: string): Promise<string[]> {
  const foreign: string[] = []
  for (const entry of await readdir(root, { withFileTypes: true }).catch(() => [])) {
    if (entry.name === 'parts') continue
    if (!entry.isDirectory() || !/^[0-9a-f]{2}$/.test(entry.name)) foreign.push(entry.name)
    else foreign.push(...(await readdir(join(root, entry.name))).filter((name) => !/^[0-9a-f]{62}$/.test(name)).map((name) => join(entry.name, name)))
  }
  return foreign
}
