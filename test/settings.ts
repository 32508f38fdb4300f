import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot, type Config } from '#platform/config'

/** The database that every test database is a copy of. */
export const templateName = 'template_province'

/** A configuration for tests: the invented province, a folder of its own, nothing read from the environment. */
export function testConfig(dataDir: string, given: Partial<Config> = {}): Config {
  mkdirSync(dataDir, { recursive: true })
  return {
    port: 0, host: '127.0.0.1', publicUrl: 'http://localhost:8080', databaseUrl: undefined, logLevel: 'warn', dev: false, mode: 'demonstration', province: 'sample',
    provinceDir: join(projectRoot, 'provinces', 'sample'), dataDir, projectRoot, secret: 'a secret of the tests, long enough to be one', secretBefore: undefined, sessionIdleMinutes: 15,
    poolSize: 8, trustProxy: undefined, clamd: undefined, backupDir: undefined, backupKeep: 14, backupKey: undefined, walArchive: undefined, webStamp: undefined, ...given,
  }
}
