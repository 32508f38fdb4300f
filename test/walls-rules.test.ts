import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mayCall } from '../tools/may-call.ts'
import { findBreaches } from '../tools/walls.ts'
import { rules } from '../tools/walls/rules.ts'
import { buildHouse, type House } from '../tools/walls/sample-house.ts'

let house: House
beforeAll(() => {
  house = buildHouse()
})
afterAll(() => house.remove())

/** What the tool says when these files stand in the house. */
function shouts(...files: readonly [string, string][]): string[] {
  for (const [path, text] of files) house.put(path, text)
  try {
    return findBreaches(house.root).map(({ file, line, rule }) => `${file}:${line} ${rule}`)
  } finally {
    for (const [path] of files) house.restore(path)
  }
}

const command = 'src/modules/areas/commands/wrong.ts'
const manifest = (needs: string, name = "'agencies'") => `import { defineModule } from '#platform/module'\nexport default defineModule({ name: ${name}, needs: ${needs} })\n`
const list = (imports: string, names: string): [string, string] => ['src/apps/modules.ts', `${imports}\nexport const modules = [${names}]\n`]
const importAreas = "import areas from '../modules/areas/module.ts'"
const importAgencies = "import agencies from '../modules/agencies/module.ts'"
// put together here, so that this file holds no such number
const somebody = ['074', '195', '001', '212'].join('')
const silence = (word: string) => `// @ts-${word}\nexport const x = 1\n`
const linters = ['oxlint', 'eslint'] as const

describe.each<[rule: keyof typeof rules, cases: readonly [what: string, file: string, text: string, line: number, at?: string][]]>([
  ['dynamic-specifier', [
    ['a variable', command, 'export const x = (name: string) => import(name)\n', 1],
    ['a template with a value', command, 'export const x = (name: string) => import(`#modules/${name}`)\n', 1],
    ['require of a variable', command, 'export const x = (name: string) => require(name)\n', 1],
    ['a require that is made', command, "import { createRequire } from 'node:module'\nexport const x = createRequire(import.meta.url)\n", 2],
    ['in the web', 'web/portal/wrong.ts', 'export const x = (name: string) => import(name)\n', 1],
    ['in the kernel', 'src/kernel/wrong.ts', 'export const x = (name: string) => import(name)\n', 1],
  ]],
  ['climb', [
    ['a worker of another module', command, "\nexport const x = new URL('../../agencies/store.ts', import.meta.url)\n", 2],
    ['an address', command, "import 'file:///src/x.ts'\n", 1],
    ['an absolute path', command, "import '/src/modules/agencies/store.ts'\n", 1],
    ['the project by its own name', command, "import 'tinhso/src/modules/agencies/store.ts'\n", 1],
    ['a door with a detour', command, "import '#modules/areas/../agencies'\n", 1],
    ['a file of the platform, climbing', command, "import '#platform/../modules/agencies/store'\n", 1],
    ['a name nobody gave', command, "import '#store/agencies'\n", 1],
    ['a test that reaches into another module', 'src/modules/areas/areas.test.ts', "import { rows } from '../agencies/store.ts'\nexport const x = rows\n", 1],
    ['a script file', 'src/modules/areas/wrong.mjs', "import '../agencies/store.ts'\n", 1],
  ]],
  ['own-mock', [
    ['by name', 'src/modules/areas/areas.test.ts', "import { vi } from 'vitest'\nvi.mock('#platform/db')\n", 2],
    ['by path', 'src/modules/areas/areas.test.ts', "import { vi } from 'vitest'\nvi.doMock('./store.ts', () => ({}))\n", 2],
    ['by import()', 'test/wrong.test.ts', "import { vi } from 'vitest'\nvi.mock(import('../src/platform/db.ts'))\n", 2],
  ]],
  ['web-walls', [
    ['many files at once', 'web/portal/wrong.ts', "export const x = import.meta.glob(['./*.ts', '../../src/modules/*/store.ts'])\n", 1],
    ['a path from the root of the server', 'web/portal/wrong.ts', "import x from '/src/modules/areas/store.ts?raw'\nexport { x }\n", 1],
  ]],
  ['pure-file', [
    ['the network', 'src/modules/areas/wrong-rules.ts', "export const x = () => fetch('https://example.org')\n", 1],
    ['another file that is not pure', 'src/modules/areas/codes.ts', "import { findArea } from '#modules/areas'\nexport const x = findArea\n", 1],
  ]],
  ['tsx-place', [
    ['in a module', 'src/modules/areas/page.tsx', 'export const X = () => <p />\n', 1],
    ['among the programs', 'src/apps/page.jsx', 'export const X = () => <p />\n', 1],
    ['among the tests', 'test/page.tsx', 'export const X = () => <p />\n', 1],
  ]],
  ['settings-place', [
    ['process.env', 'src/platform/wrong.ts', 'export const x = process.env.PORT\n', 1],
    ['in brackets', command, "export const x = process['env']\n", 1],
    ['taken apart', 'src/apps/wrong.ts', 'export const { env } = process\n', 1],
    ['through globalThis', 'src/kernel/wrong.ts', 'export const x = globalThis.process.env\n', 1],
    ['imported', command, "import { env } from 'node:process'\nexport const x = env\n", 1],
    ['in the web', 'web/kit/wrong.ts', 'export const x = process.env.NODE_ENV\n', 1],
  ]],
  ['clock', [
    ['new Date()', command, 'export const x = new Date()\n', 1],
    ['Date.now()', command, '\nexport const x = Date.now()\n', 2],
    ['Date.now handed on', command, 'export const x = [1].map(Date.now)\n', 1],
    ['Date() as text', command, 'export const x = Date()\n', 1],
  ]],
  ['province-name', [
    ['as it is written', 'web/messages/wrong.ts', "\nexport const x = 'Chào mừng đến Đồi Cao'\n", 2],
    ['with the word for province, in capitals', 'src/apps/wrong.ts', "export const x = 'TỈNH ĐỒI CAO'\n", 1],
    ['in decomposed letters', 'src/apps/wrong.ts', `// ${'Đồi'.normalize('NFD')}\n// ${'Đồi Cao'.normalize('NFD')}\n`, 2],
    ['in English', 'src/apps/wrong.ts', "export const x = 'Doi Cao Province'\n", 1],
    ['as a folder', 'src/apps/wrong.ts', "export const x = 'provinces/doi-cao'\n", 1],
    ['as an identifier', 'src/apps/wrong.ts', 'export const doiCao = 1\n', 1],
    ['in a comment', 'src/kernel/wrong.ts', '/** Such as Đồi Cao. */\nexport const x = 1\n', 1],
    ['in a style sheet', 'web/kit/wrong.css', '/* Đồi  Cao */\n', 1],
    ['in a migration', 'src/modules/areas/migrations/0002-more.sql', "insert into areas.area values ('Đồi Cao');\n", 1],
  ]],
  ['citizen-number', [
    ['in code', command, `export const x = '${somebody}'\n`, 1],
    ['in a test', 'src/modules/areas/areas.test.ts', `export const x = '${somebody}'\n`, 1],
    ['as a number in a comment', 'src/kernel/wrong.ts', `// such as ${somebody}\n`, 1],
    ['in threes', 'web/messages/wrong.ts', `export const x = '${somebody.replace(/(\d{3})(?=\d)/g, '$1 ')}'\n`, 1],
    ["in a province's data", 'provinces/doi-cao/people.json', `[\n{ "number": "${somebody}" }]\n`, 2],
    ['in a list', 'provinces/doi-cao/people.csv', `name,number\nA,${somebody}\n`, 2],
  ]],
  ['names', [
    ['a variable', command, 'export const hoSo = 1\n', 1],
    ['part of a longer name', command, '\nexport function layMaHoSo() {}\n', 2],
    ['a field', command, 'export type X = { coQuan: string }\n', 1],
    ['a type', command, 'export type HoSo = string\n', 1],
    ['a column', 'src/modules/areas/migrations/0002-more.sql', 'create table areas.b (\n  ho_so text);\n', 2],
    ['a column in a statement', 'src/modules/areas/store.ts', "import { sql } from '#platform/db'\nexport const x = sql`select co_quan from areas.area`\n", 2],
    ['a file', 'src/modules/areas/ho-so.ts', 'export const x = 1\n', 1],
    ['a word that the glossary does not hold', command, 'export const trangThai = 1\n', 1],
  ]],
  ['glossary', [
    ['a term that stands twice', 'docs/glossary.md', '| Vietnamese | In code | |\n|---|---|---|\n| hồ sơ | `dossier` | |\n| Hồ sơ | `file` | |\n', 4],
    ['a word that stands twice', 'docs/glossary.md', '| Vietnamese | In code | |\n|---|---|---|\n| hồ sơ | `dossier` | |\n| tệp | `dossier` | |\n', 4],
    ['a term without a word', 'docs/glossary.md', '| Vietnamese | In code | |\n|---|---|---|\n| hồ sơ | dossier | |\n', 3],
    ['a word that is no name', 'docs/glossary.md', '| Vietnamese | In code | |\n|---|---|---|\n| hồ sơ | `hồ sơ` | |\n', 3],
  ]],
  ['escape', [
    ['ts-ignore', command, silence('ignore'), 1],
    ['ts-expect-error', 'test/wrong.test.ts', silence('expect-error'), 1],
    ['ts-nocheck', 'tools/wrong.ts', silence('nocheck'), 1],
    ['oxlint', 'web/kit/wrong.tsx', `export const x = 1 /* ${linters[0]}-disable-line no-console */\n`, 1],
    ['eslint', 'bench/wrong.ts', `\n// ${linters[1]}-disable-next-line\n`, 2],
  ]],
  ['unreadable', [['half a file', command, 'export const x = {\n', 2]]],
  ['manifest', [
    ['a name of its own', 'src/modules/agencies/module.ts', manifest("['areas']", "'offices'"), 2],
    ['needs that are computed', 'src/modules/agencies/module.ts', manifest('[...others]'), 2],
    ['no needs at all', 'src/modules/agencies/module.ts', 'export default defineModule({ name: "agencies" })\n', 1],
    ['no declaration', 'src/modules/agencies/module.ts', 'export const x = 1\n', 1],
    ['a module without manifest', 'src/modules/files/index.ts', 'export const x = 1\n', 1, 'src/modules/files/module.ts'],
    ['a door that the needs do not name', 'src/modules/agencies/module.ts', manifest('[]'), 1, 'src/modules/agencies/index.ts'],
    ['a need that nobody imports', 'src/modules/areas/module.ts', manifest("['agencies']", "'areas'"), 2],
    ['a need that only a test imports', 'src/modules/agencies/index.ts', 'export const x = 1\n', 2, 'src/modules/agencies/module.ts'],
  ]],
  ['failures-loaded', [
    ['failures that nobody imports', 'src/modules/agencies/failures.ts', 'export const failures = {}\n', 1],
    ['failures that only a type names', 'src/modules/areas/states.ts', "import type { failures } from './failures.ts'\nexport const states: (typeof failures)[] = []\n", 1, 'src/modules/areas/failures.ts'],
  ]],
  ['may-call', [
    ['a need that is not on the list', 'src/modules/areas/module.ts', manifest("['agencies']", "'areas'"), 2],
    ['a module that is not on the list', 'src/modules/offices/index.ts', "import { findArea } from '#modules/areas'\nexport const x = findArea\n", 1],
  ]],
])('%s', (rule, cases) => {
  it.each(cases)('%s', (_, file, text, line, at = file) => {
    expect(shouts([file, text])).toContain(`${at}:${line} ${rule}`)
  })
})

describe('registered', () => {
  it.each([
    ['a module that is not listed', list(importAreas, 'areas'), 1],
    ['a module before the one it needs', list(`${importAreas}\n${importAgencies}`, 'agencies, areas'), 3],
    ['a module twice', list(`${importAreas}\n${importAgencies}`, 'areas, agencies, areas'), 3],
    ['a manifest that is imported and not listed', list(`${importAreas}\n${importAgencies}`, 'areas'), 1],
    ['a list that is something else', list('', "...load('modules')"), 1],
  ])('%s', (_, file, line) => {
    expect(shouts(file)).toContain(`src/apps/modules.ts:${line} registered`)
  })
})

describe('what is allowed', () => {
  it.each([
    ['a date of something', command, 'export const x = (at: string) => new Date(at)\n'],
    ['a time in a test', 'src/modules/areas/areas.test.ts', 'export const x = Date.now()\n'],
    ['an invented number', command, "export const x = '999074000001'\n"],
    ['a long number that is no citizen', command, "export const x = ['202211230815', '01935f2e-7c4a-7abc-8def-074195001212', 1234074195001212]\n"],
    ['a sentence that looks like a schema', command, "export const x = 'the areas. From agencies.'\nexport const y = [1].map((files) => files.toFixed())\n"],
    ['a word that holds another', command, "export const shoSort = 1\nexport const echoSource = 'hoSo'\n"],
    ['an address of a page', 'web/portal/routes.ts', "export const x = '/ho-so'\n"],
    ['another Vietnamese word in the same letters', 'web/messages/wrong.ts', "export const x = 'đôi cáo, đội cao'\n"],
    ['a file of its own, as a worker', command, "export const x = new URL('../worker.ts', import.meta.url)\n"],
    ['another page by its address', 'web/portal/wrong.ts', "export const x = new URL('/ho-so', 'https://example.org')\n"],
    ['the environment of a script', 'scripts/x.mjs', 'export const x = process.env.PATH\n'],
    ['a computed import of a program', 'src/apps/x.ts', 'export const x = (name: string) => import(name)\n'],
    ['a package that is mocked', 'test/x.test.ts', "import { vi } from 'vitest'\nvi.mock('openid-client')\n"],
    ['types of the machinery anywhere', command, "import { inTransaction, type Tx } from '#platform/db'\nexport const x = (tx: Tx) => inTransaction(tx)\n"],
    ['a store below stores', 'src/modules/areas/stores/areas.ts', "import { sql } from '#platform/db'\nexport const x = sql`select \"areas\".area.code from areas.area, information_schema.tables`\n"],
    ['a note to the reader about a check', command, '// the linter is right to complain about eslint and ts-ignore here\nexport const x = 1\n'],
  ])('%s', (_, file, text) => {
    expect(shouts([file, text])).toEqual([])
  })

  it('an arrow of the list, once the needs name it', () => {
    expect(mayCall['agencies']).toEqual(['areas'])
    expect(shouts(
      ['src/modules/files/module.ts', manifest('[]', "'files'")],
      ['src/modules/files/index.ts', 'export const x = 1\n'],
      list(`${importAreas}\nimport files from '../modules/files/module.ts'\n${importAgencies}`, 'files, areas, agencies'),
    )).toEqual([])
  })
})

it('every rule says what to do', () => {
  for (const [name, advice] of Object.entries(rules)) expect(`${name}: ${advice}`).toMatch(/^[a-z-]+: [A-Za-z#'].{30,}\.$/)
})
