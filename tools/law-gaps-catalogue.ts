import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** The page of what the catalogue says without having read it in its source: written from the data, one line for each procedure. */
const root = join(import.meta.dirname, '..')
export const page = join(root, 'docs', 'law-gaps-catalogue.md')

type Facts = { title: { vi: string }; sources: Record<string, { source: string; status: string }> }
type File = { code: string; versions: { number: number; body?: Facts; entry?: Facts }[] }

/** Folders of the data of the whole country, and what their procedures are. */
const folders = [['procedures', 'filed here'], ['entries', 'described']] as const

function linesOf(folder: string, kind: string): { code: string; line: string; doubtful: boolean }[] {
  const path = join(root, 'provinces', 'national', folder)
  if (!existsSync(path)) return []
  return readdirSync(path).filter((name) => name.endsWith('.json')).sort().flatMap((name) => {
    const { code, versions } = JSON.parse(readFileSync(join(path, name), 'utf8')) as File
    // the newest version is what is shown: older ones are history
    const facts = versions.at(-1)?.body ?? versions.at(-1)?.entry
    if (!facts) return []
    const doubtful = Object.entries(facts.sources).filter(([, { status }]) => status === 'illustrative').map(([field]) => field)
    const title = facts.title.vi.replaceAll('|', String.raw`\|`)
    return [{ code, doubtful: doubtful.length > 0, line: `| ${code} | ${title} | ${kind} | ${doubtful.length === 0 ? 'nothing' : doubtful.map((field) => `\`${field}\``).join(', ')} |` }]
  })
}

/** The page as it should be. A procedure that is there whole and described stands once: the whole one is shown. */
export function lawGapsOfCatalogue(): string {
  const seen = new Set<string>()
  const all = folders.flatMap(([folder, kind]) => linesOf(folder, kind)).filter(({ code }) => !seen.has(code) && seen.add(code))
  const lines = all.toSorted((a, b) => (a.code < b.code ? -1 : 1))
  return `# What the catalogue says without its source

Written by \`node tools/law-gaps-catalogue.ts\` from \`provinces/national\`; a test checks that it is current. The fields named here could not be read in
their own text: pages mark them "minh hoạ". ${lines.length} procedures, ${lines.filter(({ doubtful }) => doubtful).length} of them with at least one such field.

| Code | Title | Is | Illustrative |
|---|---|---|---|
${lines.map(({ line }) => line).join('\n')}
`
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeFileSync(page, lawGapsOfCatalogue())
