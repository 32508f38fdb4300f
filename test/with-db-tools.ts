import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { fixedClock } from '#kernel/clock'
import { projectRoot, type Config } from '#platform/config'
import { openDocuments } from '#platform/documents'
import { openFiles } from '#platform/files'
import { createLog, type Log } from '#platform/log'
import { migrate, type MigrationSource } from '#platform/migrate'
import { openProvince } from '#platform/province'
import { makeSealer } from '#platform/sealer'
import type { Tools } from '#platform/tools'
import { testConfig } from './settings.ts'
import { withEmptyDb, type TestDatabase } from './with-db.ts'

/** The machinery on a database of its own, with the schema `trial` as the only one beside it: no module of the program is needed. */
export type TestTools = TestDatabase & {
  tools: Tools
  log: Log
  /** what was logged, one object per line */
  logged: Record<string, unknown>[]
}

/** A folder of migrations with these files in it. */
export function migrationFolder(folder: string, files: Readonly<Record<string, string>>): string {
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return folder
}

/** The migrations of the machinery itself. */
export const platformMigrations: MigrationSource = { schema: 'platform', folder: join(projectRoot, 'src', 'platform', 'migrations') }

/** Tools for tests of the machinery. `trial` is the SQL that makes the tables of the schema `trial`. */
export async function withTools(given: { trial?: string; config?: Partial<Config>; at?: string } = {}): Promise<TestTools> {
  const database = await withEmptyDb()
  const { db, folder } = database
  const sources = [platformMigrations]
  if (given.trial !== undefined) sources.push({ schema: 'trial', folder: migrationFolder(join(folder, 'migrations'), { '0001-trial.sql': given.trial }) })
  await migrate(db, sources)
  const logged: Record<string, unknown>[] = []
  const log = createLog({ level: 'info', destination: { write: (line: string) => void logged.push(JSON.parse(line) as Record<string, unknown>) } })
  const config = testConfig(folder, given.config)
  const documents = openDocuments({ log })
  afterAll(() => documents.stop())
  const tools: Tools = {
    db, config, documents, log,
    clock: fixedClock(given.at ?? '2026-11-25T02:00:00Z'),
    province: openProvince(config.provinceDir),
    files: await openFiles(join(folder, 'files')),
    jobs: { ask: () => Promise.reject(new Error('this test opened no queue')) },
    sealer: makeSealer(config.secret),
    measures: new Map(),
  }
  return { ...database, tools, log, logged }
}
