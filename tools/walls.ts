// Checks every wall between the rooms of the house: `node tools/walls.ts [folder]`. One line per breach; exit code 1 when there is one.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { glossaryFaults, glossaryText, romanisedForms } from './glossary.ts'
import { findRing, mayCall } from './may-call.ts'
import { codeBreaches } from './walls/rules-code.ts'
import { importBreaches } from './walls/rules-imports.ts'
import { moduleBreaches } from './walls/rules-modules.ts'
import { sqlBreaches } from './walls/rules-sql.ts'
import { nameFinder, wordBreaches } from './walls/rules-words.ts'
import { provinceNames, readProject } from './walls/project.ts'
import { describe, type Breach } from './walls/rules.ts'

/** Every breach of the project below `root`, in the order of the files. Reads only. */
export function findBreaches(root: string): Breach[] {
  const sources = readProject(root)
  const glossary = glossaryText(root)
  const words = { provinces: provinceNames(root), romanised: romanisedForms(glossary) }
  const names = nameFinder(words.provinces)
  const ring = findRing(mayCall)
  const breaches: Breach[] = [
    ...(ring ? [{ file: 'tools/may-call.ts', line: 1, rule: 'may-call' as const, what: `the list has a ring: ${ring.join(' -> ')}` }] : []),
    ...glossaryFaults(glossary).map((fault) => ({ file: 'docs/glossary.md', rule: 'glossary' as const, ...fault })),
    ...sources.flatMap((source) => [...importBreaches(source), ...sqlBreaches(source), ...codeBreaches(source), ...wordBreaches(source, words, names)]),
    ...moduleBreaches(sources),
  ]
  const once = new Map(breaches.map((breach) => [describe(breach), breach]))
  return [...once.values()].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line))
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const root = process.argv[2] ?? join(import.meta.dirname, '..')
  const breaches = findBreaches(root)
  for (const breach of breaches) console.error(describe(breach))
  console.log(breaches.length === 0 ? 'The walls stand.' : `${breaches.length} breaches.`)
  process.exitCode = breaches.length === 0 ? 0 : 1
}
