import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { afterAll, describe, expect, it } from 'vitest'
import { wall } from '../vite.wall.ts'

const root = mkdtempSync(join(tmpdir(), 'web-wall-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const files: Record<string, string> = {
  'package.json': JSON.stringify({
    type: 'module',
    imports: { '#kernel/*': './src/kernel/*.ts', '#platform/*': './src/platform/*.ts', '#modules/*': './src/modules/*/index.ts', '#events/*': './src/modules/*/events.ts', '#contract/*': './src/modules/*/contract.ts' },
  }),
  'src/kernel/text.ts': 'export const tidy = 1',
  'src/platform/db.ts': 'export const db = 1',
  'src/apps/server.ts': 'export const server = 1',
  'src/modules/dossiers/index.ts': 'export const door = 1; export type Door = number',
  'src/modules/dossiers/events.ts': 'export const event = 1',
  'src/modules/dossiers/contract.ts': "export { part } from './contract-parts.ts'",
  'src/modules/dossiers/contract-parts.ts': 'export const part = 1',
  'src/modules/dossiers/store.ts': 'export const store = 1',
  'src/modules/leaky/contract.ts': "export { store } from '../dossiers/store.ts'",
}
for (const [path, text] of Object.entries(files)) {
  mkdirSync(join(root, path, '..'), { recursive: true })
  writeFileSync(join(root, path), text)
}

/** Builds a page that says this; resolves to null, or to what broke it. */
async function broken(page: string): Promise<string | null> {
  const entry = join(root, 'web', 'page.ts')
  mkdirSync(join(root, 'web'), { recursive: true })
  writeFileSync(entry, page)
  try {
    await build({ root, configFile: false, logLevel: 'silent', plugins: [wall], build: { write: false, lib: { entry, formats: ['es'] } } })
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

describe('the wall around the server', () => {
  it.each([
    ['a contract', "import { part } from '#contract/dossiers'; console.log(part)"],
    ['a kernel file', "import { tidy } from '#kernel/text'; console.log(tidy)"],
    ['a type of a module, which leaves nothing behind', "import type { Door } from '#modules/dossiers'; const door: Door = 1; console.log(door)"],
  ])('lets %s through', async (_name, page) => expect(await broken(page)).toBe(null))

  it.each([
    ['a module by name', "import { door } from '#modules/dossiers'; console.log(door)"],
    ['the platform by name', "import { db } from '#platform/db'; console.log(db)"],
    ['events by name', "import { event } from '#events/dossiers'; console.log(event)"],
    ['a module by path', "import { door } from '../src/modules/dossiers/index.ts'; console.log(door)"],
    ['the platform by path', "import { db } from '../src/platform/db.ts'; console.log(db)"],
    ['the server by path', "import { server } from '../src/apps/server.ts'; console.log(server)"],
    ['a module later, on demand', "console.log(import('#modules/dossiers'))"],
    ['a re-export', "export { door } from '#modules/dossiers'"],
    ['a contract that brings its store along', "import { store } from '#contract/leaky'; console.log(store)"],
  ])('stops %s', async (_name, page) => expect(await broken(page)).toMatch(/web may not|may not import/))
})
