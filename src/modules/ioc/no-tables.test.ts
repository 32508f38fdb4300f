import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { projectRoot } from '#platform/config'

const modules = join(projectRoot, 'src', 'modules')
const read = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(ts|sql)$/.test(name) && !name.endsWith('.test.ts')).map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))

/** The tables a module makes, from its migrations. */
const tablesOf = (module: string): string[] =>
  read(join(modules, module)).filter(({ name }) => name.endsWith('.sql')).flatMap(({ text }) => [...text.matchAll(/create table (?:if not exists )?([a-z_]+\.[a-z_]+)/g)].map((found) => found[1] ?? ''))

const others = readdirSync(modules).filter((module) => module !== 'ioc' && module !== 'indicators')

describe.each(['ioc', 'indicators'])('%s counts without knowing what', (module) => {
  const files = read(join(modules, module))

  it('has code to look at, and the others have tables', () => {
    expect(files.length).toBeGreaterThan(5)
    expect(tablesOf('dossiers').length).toBeGreaterThan(4)
  })

  it('names no table of a dossier, nor of any other module', () => {
    for (const table of others.flatMap(tablesOf)) for (const { name, text } of files) expect(text.includes(table), `${module}/${name} names ${table}`).toBe(false)
  })

  it('has no word for a dossier at all', () => {
    for (const { name, text } of files) expect(text, `${module}/${name}`).not.toMatch(/dossier|hồ sơ/i)
  })
})
