import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

/** Every table of every module, as its migrations make them: `dossiers.act`. */
const tables = globSync('src/modules/*/migrations/*.sql', { cwd: root }).flatMap((path) => [...read(path).matchAll(/create table (?:if not exists )?([a-z_]+\.[a-z_]+)/g)].map((found) => found[1] ?? ''))
// its tests make records to count, and are not the module
const files = globSync('src/modules/ioc/**/*.{ts,sql,md}', { cwd: root }).filter((path) => !path.endsWith('.test.ts'))

describe('the operations centre', () => {
  it('has files, and the others have tables: otherwise this would prove nothing', () => {
    expect(files.length).toBeGreaterThan(5)
    expect(tables).toContain('dossiers.dossier')
    expect(tables).toContain('ioc.board')
  })
  it.each(files)('%s names no table but its own', (path) => {
    const text = read(path)
    expect(tables.filter((table) => !table.startsWith('ioc.') && new RegExp(`\\b${table.replace('.', '\\.')}\\b`).test(text))).toEqual([])
  })
  it.each(files)('%s does not even know what a dossier is', (path) => expect(read(path)).not.toMatch(/dossier/i))
})
