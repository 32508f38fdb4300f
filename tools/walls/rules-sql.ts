import type { Source, SqlText } from './facts.ts'
import type { Breach } from './rules.ts'
import { moduleNames } from '../may-call.ts'

const schemas = [...moduleNames, 'platform', 'pgboss']
const named = String.raw`"?(${schemas.join('|')})"?\s*\.`
/** `schema.` anywhere, in quotes or not, in capitals or not. */
const inStatement = new RegExp(String.raw`(?<![\w$."])${named}`, 'gi')
/** In other text only where a statement would name a table: `files.length` in a sentence is none. */
const inText = new RegExp(String.raw`\b(?:from|join|into|update|table|truncate|references|only|on|view|function|procedure|exists|using)\s+${named}"?\w`, 'gi')
const inName = new RegExp(String.raw`^\s*"?(${schemas.join('|')})"?\s*(?:\.|$)`, 'gi')

/** Schemas that this file may name in SQL. */
function ownSchemas({ place }: Source): readonly string[] {
  if (place.zone === 'module') return [place.name]
  return place.zone === 'platform' ? ['platform', 'pgboss'] : []
}

/** A statement without its comments and without the inside of its text values, every character at its place. */
export function bareSql(text: string): string {
  const blank = (part: string) => part.replace(/[^\n]/g, ' ')
  return text.replace(/--[^\n]*|\/\*[\s\S]*?\*\/|(\bexecute\s+|\bformat\s*\(\s*)?'(?:[^']|'')*'/gi, (part, dynamic: string | undefined) =>
    // text that is run as a statement is one
    dynamic === undefined ? blank(part) : part.replaceAll("'", ' '))
}

const patterns: Record<SqlText['kind'], RegExp> = { statement: inStatement, text: inText, name: inName }

/** Breaches of the wall between schemas: SQL under src that names one which belongs to somebody else. */
export function sqlBreaches(source: Source): Breach[] {
  if (source.place.zone === 'free' || source.place.zone === 'web') return []
  const own = ownSchemas(source)
  return source.sql.flatMap(({ kind, text, start }) => {
    const bare = kind === 'statement' ? bareSql(text) : text
    const at = (offset: number) => ({ file: source.path, line: source.lineAt(start + offset), rule: 'sql-schema' as const })
    const found: Breach[] = [...bare.matchAll(patterns[kind])]
      .filter((match) => !own.includes((match[1] ?? '').toLowerCase()))
      .map((match) => ({ ...at(match.index), what: `SQL of ${source.place.name || source.place.zone} names ${match[1]}` }))
    const path = kind === 'statement' && source.place.zone === 'module' ? bare.search(/\bsearch_path\b/i) : -1
    return path < 0 ? found : [...found, { ...at(path), what: `SQL of ${source.place.name} sets the search path` }]
  })
}
