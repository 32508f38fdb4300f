import { existsSync, globSync, readFileSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

// A test that asks for a database belongs to `integration`, whatever folder it lies in; the others need nothing and run in one process.
const files = ['src', 'scripts', 'tools', 'web', 'provinces', 'bench', 'test']
  .filter((folder) => existsSync(folder))
  .flatMap((folder) => globSync(`${folder}/**/*.test.{ts,tsx,mjs}`))
  .filter((file) => !/(^|\/)node_modules\//.test(file))
const isBrowser = (file: string) => file.startsWith('test/browser/')
const isProof = (file: string) => file.startsWith('test/prove/')
const asksForDatabase = (file: string) => /with-db|with-app|startPostgres|openDatabase\(|test\/(?:flows|factories)/.test(readFileSync(file, 'utf8'))
const rest = files.filter((file) => !isBrowser(file) && !isProof(file))

/** Every test file is in exactly one project; `npm test` runs all but `prove`. */
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: rest.filter((file) => !asksForDatabase(file)), pool: 'threads', isolate: false, testTimeout: 30_000, maxWorkers: 2 } },
      {
        test: {
          name: 'integration', include: rest.filter(asksForDatabase), pool: 'forks', isolate: false, globalSetup: ['test/global-setup.ts'], setupFiles: ['test/each-file.ts'],
          testTimeout: 30_000, hookTimeout: 60_000, maxWorkers: 2,
        },
      },
      { test: { name: 'browser', include: ['test/browser/**/*.test.ts'], pool: 'forks', isolate: false, globalSetup: ['test/global-setup.ts'], setupFiles: ['test/each-file.ts'], testTimeout: 120_000, hookTimeout: 120_000, maxWorkers: 2 } },
      { test: { name: 'prove', include: ['test/prove/**/*.test.ts'], pool: 'forks', globalSetup: ['test/global-setup.ts'], setupFiles: ['test/each-file.ts'], testTimeout: 3_600_000, hookTimeout: 300_000, fileParallelism: false } },
    ],
  },
})
