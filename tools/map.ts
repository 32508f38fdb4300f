// Writes the map of the modules into docs/architecture.md; with --check only says whether it is current.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Module } from '../src/platform/module.ts'

/** What the map says of a module. `publishes` and `listens` are names of events. */
export type Entry = { name: string; purpose: string; needs: readonly string[]; routes: number; publishes: readonly string[]; listens: readonly string[] }

const begin = '<!-- map: begin (node tools/map.ts) -->'
const end = '<!-- map: end -->'

/** The first sentence of a README: what follows the module's name in its heading, or else the first sentence of the text. */
export function purposeOf(readme: string): string {
  const [heading = '', ...rest] = readme.trim().split('\n')
  const behindName = /^#\s*[\w-]+\s*[:·—–-]\s*(.+)$/.exec(heading)?.[1]
  const paragraph = rest.join('\n').trim().split(/\n\s*\n/)[0] ?? ''
  const text = (behindName ?? paragraph).replace(/\s+/g, ' ').trim()
  // a full stop inside a sentence ("level 2.5") has no capital letter behind it
  return (/^.*?[.!?](?=\s+\p{Lu}|$)/u.exec(text)?.[0] ?? text).replace(/\.$/, '')
}

/** The map: a picture of who calls whom (solid) and who hears of what (dotted), and a table. */
export function mapText(entries: readonly Entry[]): string {
  const calls = entries.flatMap(({ name, needs }) => (needs.length === 0 ? [`  ${name}`] : needs.map((need) => `  ${name} --> ${need}`)))
  const publisher = (event: string) => event.split('.')[0] ?? ''
  const hears = entries.flatMap(({ name, listens }) => [...new Set(listens.map(publisher))].map((from) => `  ${from} -.-> ${name}`))
  const names = (list: readonly string[]) => (list.length === 0 ? '–' : list.map((each) => `\`${each}\``).join(', '))
  const rows = entries.map(({ name, purpose, routes, publishes, listens }) =>
    `| \`${name}\` | ${purpose.replaceAll('|', '\\|')} | ${routes} | ${names(publishes.map((event) => event.slice(name.length + 1)))} | ${names(listens)} |`)
  return ['```mermaid', 'graph LR', ...calls, ...hears, '```', '', '| Module | What it is for | Routes | Publishes | Listens to |', '|---|---|---|---|---|', ...rows].join('\n')
}

/** Puts a map between the markers of a page. Throws when they are missing. */
export function withMap(page: string, map: string): string {
  const from = page.indexOf(begin)
  const to = page.indexOf(end)
  if (from < 0 || to < from) throw new Error(`the page needs a line "${begin}" and after it a line "${end}"`)
  return `${page.slice(0, from + begin.length)}\n${map}\n${page.slice(to)}`
}

/** Reads the modules of the project below `root`, in the order of the list: what runs is what is drawn. */
export async function readEntries(root: string): Promise<Entry[]> {
  const { modules } = (await import(pathToFileURL(join(root, 'src/apps/modules.ts')).href)) as { modules: readonly Module[] }
  return Promise.all(modules.map(async (module) => {
    const folder = join(root, 'src/modules', module.name)
    const readme = join(folder, 'README.md')
    return {
      name: module.name, needs: module.needs, routes: module.routes?.length ?? 0, publishes: await eventsOf(join(folder, 'events.ts'), module.name),
      purpose: existsSync(readme) ? purposeOf(readFileSync(readme, 'utf8')) : '',
      listens: (module.subscriptions ?? []).flatMap(({ handlers }) => Object.keys(handlers)),
    }
  }))
}

async function eventsOf(file: string, module: string): Promise<string[]> {
  if (!existsSync(file)) return []
  const exported = Object.values((await import(pathToFileURL(file).href)) as Record<string, unknown>)
  return exported.flatMap((each) => {
    const name = typeof each === 'object' && each !== null && 'payload' in each && 'name' in each ? each.name : undefined
    return typeof name === 'string' && name.startsWith(`${module}.`) ? [name] : []
  }).sort()
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const root = join(import.meta.dirname, '..')
  const path = join(root, 'docs/architecture.md')
  const page = readFileSync(path, 'utf8')
  const text = withMap(page, mapText(await readEntries(root)))
  if (!process.argv.includes('--check')) writeFileSync(path, text)
  else if (text !== page) {
    console.error('the map in docs/architecture.md is not current: run node tools/map.ts')
    process.exitCode = 1
  }
}
