import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { sql, type Db } from './db.ts'
import type { Tools } from './tools.ts'

/** How far a bulk load is, for the progress bar on the page and in the terminal. */
export type Progress = { module: string; what: { vi: string; en: string }; done: number; total: number }

/**
 * How a module takes in the province's data. `load` must bear being run again: it is, whenever one of its files has changed.
 * `demonstration` makes invented records in batches, outside the outbox, after the program is ready; only in demonstration mode.
 */
export type Seed = {
  /** files or folders below the province's folder that `load` reads */
  reads: readonly string[]
  /** rises when the loading code itself must run again on unchanged files */
  version: number
  load?(tools: Tools): Promise<void>
  demonstration?(tools: Tools, tell: (progress: Omit<Progress, 'module'>) => void): Promise<void>
}

type Seeded = { name: string; seed?: Seed }

/** Loads the province's data of every module whose files changed, in the order of the list. Resolves to the names of those that loaded. */
export async function loadSeeds(modules: readonly Seeded[], tools: Tools): Promise<string[]> {
  const loaded: string[] = []
  for (const { name, seed } of modules) {
    if (!seed?.load) continue
    const hash = hashOf(tools.province.folder, seed)
    if ((await doneHash(tools.db, name)) === hash) continue
    await seed.load(tools)
    await remember(tools.db, name, hash)
    loaded.push(name)
  }
  return loaded
}

/** Makes the demonstration's invented records, once for every version of them. `tell` hears the progress. */
export async function loadDemonstration(modules: readonly Seeded[], tools: Tools, tell: (progress: Progress) => void): Promise<void> {
  for (const { name, seed } of modules) {
    if (!seed?.demonstration) continue
    const key = `${name} demonstration`
    const mark = `${tools.config.province} ${seed.version}`
    if ((await doneHash(tools.db, key)) === mark) continue
    await seed.demonstration(tools, (progress) => tell({ module: name, ...progress }))
    await remember(tools.db, key, mark)
  }
}

/** Which modules still have to load the province's data; empty when the installation has all of it. */
export async function pendingSeeds(modules: readonly Seeded[], tools: Pick<Tools, 'db' | 'province'>): Promise<string[]> {
  const pending: string[] = []
  for (const { name, seed } of modules) {
    if (seed?.load && (await doneHash(tools.db, name)) !== hashOf(tools.province.folder, seed)) pending.push(name)
  }
  return pending
}

function hashOf(folder: string, seed: Seed): string {
  const hash = createHash('sha256').update(`${folder.split('/').at(-1)} ${seed.version}`)
  for (const path of seed.reads.flatMap((name) => filesAt(folder, name))) hash.update(`\0${path}\0`).update(readFileSync(join(folder, path)))
  return hash.digest('hex')
}

function filesAt(folder: string, name: string): string[] {
  const path = join(folder, name)
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [name]
  return readdirSync(path, { recursive: true, encoding: 'utf8' }).map((entry) => `${name}/${entry}`).filter((entry) => statSync(join(folder, entry)).isFile()).sort()
}

async function doneHash(db: Db, key: string): Promise<string | undefined> {
  const { rows } = await sql<{ content_hash: string }>`select content_hash from platform.seed where module = ${key}`.execute(db)
  return rows[0]?.content_hash
}

async function remember(db: Db, key: string, hash: string): Promise<void> {
  await sql`insert into platform.seed (module, content_hash) values (${key}, ${hash})
    on conflict (module) do update set content_hash = excluded.content_hash, done_at = now()`.execute(db)
}
