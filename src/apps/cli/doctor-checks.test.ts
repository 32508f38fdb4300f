import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Config } from '#platform/config'
import { checks, clockDifference, dataFolderFinding, nodeFinding, spaceFinding } from './doctor-checks.ts'

it.each([['18.20.0', 'bad'], ['20.20.2', 'bad'], ['22.21.9', 'bad'], ['22.22.0', 'good'], ['23.11.0', 'bad'], ['24.0.0', 'good'], ['26.1.0', 'good']])('Node %s is %s', (version, state) => {
  expect(nodeFinding(version).state).toBe(state)
})

it('looks at free space and clocks by degrees', () => {
  expect([0.1e9, 1e9, 50e9].map((bytes) => spaceFinding(bytes, '/x').state)).toEqual(['bad', 'look', 'good'])
  expect([100, -3000, 120_000].map((apart) => clockDifference(apart).state)).toEqual(['good', 'look', 'bad'])
})

it('tells root which folders to open', () => {
  const closed = mkdtempSync(join(tmpdir(), 'doctor-'))
  expect(dataFolderFinding(join(closed, 'data'), 0)).toMatchObject({ state: 'bad', remedy: expect.stringContaining(`chmod o+x ${closed}`) as string })
  expect(dataFolderFinding(join(closed, 'data'), 1000).state).toBe('good')
  rmSync(closed, { recursive: true })
})

it('names a port that another program has', async () => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  const config = { host: '127.0.0.1', port, dataDir: '/nowhere' } as Config
  expect(await checks['port']?.(config)).toMatchObject({ state: 'bad', remedy: expect.stringContaining('PORT') as string })
  await new Promise((resolve) => server.close(resolve))
  expect(await checks['port']?.(config)).toMatchObject({ state: 'good' })
})

it('says of a database that does not answer what to do', async () => {
  const config = { databaseUrl: 'postgres://x:y@127.0.0.1:1/z' } as Config
  expect(await checks['database']?.(config)).toMatchObject({ state: 'bad', remedy: expect.stringContaining('DATABASE_URL') as string })
})
