import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { settings } from '../src/platform/config.ts'
import { lockFaults } from './lock-complete.mjs'
import { settingsPage } from './settings-doc.mjs'

const read = (path) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')

it('docs/settings.md is what the settings say', () => {
  expect(read('docs/settings.md')).toBe(settingsPage(settings))
})

it('the locks are complete', () => {
  for (const path of ['package-lock.json', 'tools/runtime/package-lock.json']) expect(lockFaults(JSON.parse(read(path)))).toEqual([])
})

it('a lock with a missing platform, an install script or an address is named', () => {
  const lock = JSON.parse(read('package-lock.json'))
  const [missing] = Object.keys(lock.packages).filter((path) => path.startsWith('node_modules/@rolldown/binding-darwin'))
  delete lock.packages[missing]
  lock.packages['node_modules/pg'].hasInstallScript = true
  lock.packages['node_modules/zod'].resolved = 'https://registry.example/zod.tgz'
  const faults = lockFaults(lock)
  expect(faults).toEqual(expect.arrayContaining([
    expect.stringContaining(`${missing.replace('node_modules/', '')}, which node_modules/rolldown names, has no entry`),
    'node_modules/pg has an install script',
    expect.stringContaining('carries an address'),
  ]))
  expect(faults).toHaveLength(3)
})

it('every pinned version is exact', () => {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(read('package.json'))
  for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })) expect(`${name}@${version}`).toMatch(/@\d+\.\d+\.\d+[\w.-]*$/)
})
