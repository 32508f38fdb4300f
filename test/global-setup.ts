import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { fixedClock } from '#kernel/clock'
import { createLog } from '#platform/log'
import { ensureDatabase, startPostgres } from '#platform/postgres'
import { makeApplication } from '../src/apps/application.ts'
import { modules } from '../src/apps/modules.ts'
import { testConfig, templateName } from './settings.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: string
    scratch: string
  }
}

/** One PostgreSQL for the whole run, and in it a template: migrated, with the invented province loaded. Each test file copies it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const scratch = mkdtempSync(join(tmpdir(), 'tinhso-test-'))
  // the database's own user has to pass through when the tests run as root
  chmodSync(scratch, process.getuid?.() === 0 ? 0o711 : 0o700)
  const ending: (() => unknown)[] = [() => rmSync(scratch, { recursive: true, force: true })]
  const end = async () => {
    for (const each of ending.splice(0).reverse()) await each()
  }
  try {
    const postgres = await startPostgres({ dataDir: join(scratch, 'postgres-data'), fsync: false })
    ending.push(() => postgres.stop())
    const url = await ensureDatabase(postgres.url, templateName)
    const application = await makeApplication({
      config: testConfig(join(scratch, 'template')), url, modules, log: createLog({ level: 'warn' }), openClock: async () => fixedClock('2026-11-25T02:00:00Z'),
    })
    await application.stop()
    project.provide('postgres', postgres.url)
    project.provide('scratch', scratch)
    return end
  } catch (error) {
    await end()
    throw error
  }
}
