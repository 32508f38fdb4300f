import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findBreaches } from '../tools/walls.ts'
import type { Rule } from '../tools/walls/rules.ts'
import { buildHouse, type House } from '../tools/walls/sample-house.ts'

let house: House
beforeAll(() => {
  house = buildHouse()
})
afterAll(() => house.remove())

/** What the tool says when this file stands in the house, as `file:line rule`. */
function shouts(path: string, text: string): string[] {
  house.put(path, text)
  try {
    return findBreaches(house.root).map(({ file, line, rule }) => `${file}:${line} ${rule}`)
  } finally {
    house.restore(path)
  }
}

/** One wall: who must not import what, by its name and by its path. */
type Wall = { wall: string; rule: Rule; file: string; name?: string; path?: string; pathRule?: Rule; takesSql?: true }

const walls: Wall[] = [
  { wall: 'the kernel knows no platform', rule: 'kernel-alone', file: 'src/kernel/wrong.ts', name: '#platform/db', path: '../platform/db.ts' },
  { wall: 'the kernel knows no module', rule: 'kernel-alone', file: 'src/kernel/wrong.ts', name: '#modules/areas', path: '../modules/areas/index.ts' },
  { wall: 'the platform knows no module', rule: 'platform-down', file: 'src/platform/wrong.ts', name: '#modules/areas', path: '../modules/areas/index.ts' },
  { wall: 'the platform knows no program', rule: 'platform-down', file: 'src/platform/wrong.ts', path: '../apps/modules.ts' },
  { wall: 'a module calls only the doors on the list', rule: 'may-call', file: 'src/modules/areas/wrong.ts', name: '#modules/agencies', path: '../agencies/index.ts', pathRule: 'climb' },
  { wall: 'a door is not walked past', rule: 'climb', file: 'src/modules/agencies/wrong.ts', name: '#modules/areas/store', path: '../areas/store.ts' },
  { wall: 'a deeper file climbs no less', rule: 'climb', file: 'src/modules/agencies/commands/wrong.ts', name: 'src/modules/areas/store.ts', path: '../../areas/store.ts' },
  { wall: 'the platform is called by its name', rule: 'climb', file: 'src/modules/areas/wrong.ts', path: '../../platform/events.ts' },
  { wall: 'no module knows the programs', rule: 'climb', file: 'src/modules/areas/wrong.ts', path: '../../apps/modules.ts' },
  { wall: "events of others are read in subscriptions.ts", rule: 'events-place', file: 'src/modules/agencies/wrong.ts', name: '#events/areas', path: '../areas/events.ts', pathRule: 'climb' },
  { wall: "contracts of others are not for modules", rule: 'contract-place', file: 'src/modules/agencies/wrong.ts', name: '#contract/areas', path: '../areas/contract.ts', pathRule: 'climb' },
  { wall: 'a contract is fit for the browser', rule: 'contract-pure', file: 'src/modules/areas/contract-wrong.ts', name: '#platform/events', path: './store.ts' },
  { wall: 'a contract has only parts that are contracts', rule: 'contract-pure', file: 'src/modules/areas/contract-wrong.ts', name: 'pg', path: './states.ts' },
  { wall: 'events are shapes', rule: 'events-pure', file: 'src/modules/areas/events.ts', name: '#platform/db', path: './store.ts' },
  { wall: 'a pure file has no database', rule: 'pure-file', file: 'src/modules/areas/wrong-rules.ts', name: '#platform/db', path: './store.ts' },
  { wall: 'a pure file has no clock', rule: 'pure-file', file: 'src/modules/areas/wrong-rules.ts', name: '#kernel/clock', path: '../../kernel/clock.ts', pathRule: 'climb' },
  { wall: 'a pure file has no files and no network', rule: 'pure-file', file: 'src/modules/areas/states.ts', name: 'node:fs', path: './commands/end-area.ts' },
  { wall: 'SQL is at home in the stores', rule: 'sql-place', file: 'src/modules/areas/commands/wrong.ts', name: '#platform/db', path: '../../../platform/db.ts', pathRule: 'climb', takesSql: true },
  { wall: 'no driver in a module', rule: 'driver', file: 'src/modules/areas/store.ts', name: 'kysely' },
  { wall: 'no web server in a module', rule: 'driver', file: 'src/modules/areas/http.ts', name: 'fastify' },
  { wall: 'the web knows no module', rule: 'web-walls', file: 'web/portal/wrong.ts', name: '#modules/areas', path: '../../src/modules/areas/index.ts' },
  { wall: 'the web knows a contract by its name', rule: 'web-walls', file: 'web/portal/wrong.ts', path: '../../src/modules/areas/contract.ts' },
  { wall: 'the web knows no platform', rule: 'web-walls', file: 'web/kit/wrong.ts', name: '#platform/db', path: '../../src/platform/db.ts' },
  { wall: 'the web knows no events', rule: 'web-walls', file: 'web/wrong.tsx', name: '#events/areas', path: '../src/modules/areas/events.ts' },
  { wall: 'the web runs in a browser', rule: 'web-walls', file: 'web/portal/wrong.ts', name: 'node:fs' },
  { wall: 'the web has no database', rule: 'web-walls', file: 'web/portal/wrong.ts', name: 'pg' },
  { wall: 'portal and desk do not know each other', rule: 'web-parts', file: 'web/portal/wrong.ts', path: '../desk/list.tsx' },
  { wall: 'the kit knows no part', rule: 'web-parts', file: 'web/kit/wrong.ts', path: '../portal/home.tsx' },
]

const statically = (to: string) => `import { sql as thing } from '${to}'\nexport const it = thing\n`

/** The ways of naming a file. The first five are tried on every wall; each must be seen in its own line. */
const ways: Record<string, (to: string) => string> = {
  'static import': statically,
  'import type': (to) => `import type { sql as Thing } from '${to}'\nexport type It = typeof Thing\n`,
  'dynamic import()': (to) => `export const it = () => import('${to}')\n`,
  're-export': (to) => `export * from '${to}'\n`,
  're-export by name': (to) => `export { sql as it } from "${to}"\n`,
  'type inside an import': (to) => `import { type sql } from '${to}'\nexport type It = typeof sql\n`,
  'import type()': (to) => `export type It = import('${to}').sql\n`,
  'typeof import()': (to) => `export type It = typeof import('${to}')\n`,
  'import for its effects': (to) => `import '${to}'\nimport * as all from '${to}'\nexport const it = all\n`,
  'import() of a template': (to) => `export const it = () => import(\`${to}\`)\n`,
  'import() behind comments': (to) => `export const it = () => import(/* '#kernel/words' */ '${to}' /* ) */)\n`,
  'import over several lines': (to) => `import {\n  // import { a } from '#kernel/words'\n  sql,\n} from '${to}'\nexport const it = sql\n`,
  require: (to) => `export const it = require('${to}')\n`,
  'import = require': (to) => `import it = require('${to}')\nexport { it }\n`,
  'import.meta.resolve': (to) => `export const it = import.meta.resolve('${to}')\n`,
}

describe.each(walls)('$wall', ({ rule, file, name, path, pathRule, takesSql }) => {
  const named = name === undefined ? [] : Object.entries(ways).map(([way, write]) => ({ way, text: write(name), expected: rule }))
  const byPath = path === undefined ? [] : Object.entries(ways).map(([way, write]) => ({ way: `relative path, ${way}`, text: write(path), expected: pathRule ?? rule }))
  it.each([...named, ...byPath])('$way', ({ text, expected }) => {
    // an import for its effects takes no sql; the import of all of it stands one line below
    const line = takesSql && text.startsWith("import '") && expected === rule ? 2 : 1
    expect(shouts(file, text)).toContain(`${file}:${line} ${expected}`)
  })
})

describe('SQL that names the schema of somebody else', () => {
  const store = 'src/modules/areas/store.ts'
  const withSql = (line: string) => `import { sql } from '#platform/db'\n${line}\n`
  it.each([
    ['a select', store, withSql('export const it = sql`select * from agencies.agency`'), 2],
    ['a join, on its own line', store, withSql('export const it = sql`\n  select 1\n    from areas.area a\n    join agencies.agency b on true`'), 5],
    ['quoted, in capitals, with spaces', store, withSql('export const it = sql`SELECT * FROM "AGENCIES" . "agency"`'), 2],
    ['in a common table expression', store, withSql('export const it = sql<Row>`with a as (select * from agencies.agency) select * from a`'), 2],
    ['a column in full', store, withSql('export const it = sql`select agencies.agency.name from areas.area`'), 2],
    ['behind a value', store, withSql("export const it = (id: string) => sql`select ${id}, '${id}' from agencies.agency`"), 2],
    ['a table made by interpolation', store, withSql("export const it = sql`select * from agencies.${sql.raw('agency')}`"), 2],
    ['raw text', store, withSql("export const it = sql.raw('select * from agencies.agency')"), 2],
    ['an identifier', store, withSql("export const it = sql`select * from ${sql.table('agencies.agency')}`"), 2],
    ['an identifier in two pieces', store, withSql("export const it = sql`select * from ${sql.id('agencies', 'agency')}`"), 2],
    ['sql under another name', store, "import { sql as query } from '#platform/db'\nexport const it = query`delete from agencies.agency`\n", 2],
    ['sql through a namespace', store, "import * as db from '#platform/db'\nexport const it = db.sql`delete from agencies.agency`\n", 2],
    ['text that becomes SQL elsewhere', store, "export const it = ['insert into agencies.agency values (1)']\n", 1],
    ['text put together', store, "export const it = (x: string) => `update agencies.agency set x = ` + x\n", 1],
    ['the search path', store, withSql('export const it = sql`set local search_path to other`'), 2],
    ['the platform', store, withSql('export const it = sql`select * from platform.event`'), 2],
    ["the queue's", store, withSql('export const it = sql`select * from pgboss.job`'), 2],
    ['a migration', 'src/modules/areas/migrations/0002-more.sql', 'create table areas.b (id uuid);\ncreate view areas.v as select * from agencies.agency;\n', 2],
    ['a foreign key', 'src/modules/areas/migrations/0002-more.sql', 'create table areas.b (agency text references agencies.agency (code));\n', 1],
    ['a function of a migration', 'src/modules/areas/migrations/0002-more.sql', 'create function areas.f() returns int language sql as $$\n  select count(*) from agencies.agency\n$$;\n', 2],
    ['a statement run from text', 'src/modules/areas/migrations/0002-more.sql', "do $$ begin\n  execute 'drop table agencies.agency';\nend $$;\n", 2],
    ['a test of a module', 'src/modules/areas/areas.test.ts', withSql('export const it = sql`select * from agencies.agency`'), 2],
    ['the platform naming a module', 'src/platform/wrong.ts', 'export const it = sql`select * from areas.area`\n', 1],
    ["the platform's migration naming a module", 'src/platform/migrations/0002-more.sql', 'alter table areas.area add x int;\n', 1],
    ['a program naming the platform', 'src/apps/wrong.ts', 'export const it = sql`select * from platform.event`\n', 1],
    ['the kernel naming anybody', 'src/kernel/wrong.ts', "export const it = 'select * from areas.area'\n", 1],
  ])('%s', (_, file, text, line) => {
    expect(shouts(file, text)).toContain(`${file}:${line} sql-schema`)
  })
})

describe('the tool itself', () => {
  const tool = join(import.meta.dirname, '..', 'tools', 'walls.ts')
  const run = () => spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', tool, house.root], { encoding: 'utf8' })

  it('has nothing to say about a house without a breach', () => {
    expect(findBreaches(house.root)).toEqual([])
    expect(run()).toMatchObject({ status: 0, stdout: 'The walls stand.\n', stderr: '' })
  })

  it('names file, line, rule and remedy, and ends with 1', () => {
    house.put('src/modules/areas/wrong.ts', "export const x = 1\nexport * from '../agencies/store.ts'\n")
    const { status, stdout, stderr } = run()
    house.restore('src/modules/areas/wrong.ts')
    expect({ status, stdout }).toEqual({ status: 1, stdout: '1 breaches.\n' })
    expect(stderr).toBe(
      'src/modules/areas/wrong.ts:2  climb  areas imports src/modules/agencies/store.ts by its path. ' +
      'Leave a module by name only: #modules/<name>, #events/<name>, #platform/<name>, #kernel/<name>.\n')
  })
})
