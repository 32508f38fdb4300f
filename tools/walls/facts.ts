import type { ESTree } from 'vite'
import type { Place } from './places.ts'

/** How one file names another. */
export type Way = 'import' | 'import type' | 'export' | 'import()' | 'require' | 'url' | 'glob' | 'mock'

/** One naming. `specifier` is null when it is computed; `names` are what is taken of the file, `*` for all of it. */
export type Import = { way: Way; specifier: string | null; names: readonly string[]; line: number }

/**
 * Text that PostgreSQL may get to see, blanked to the same length where it is not text, so that offsets hold: `statement` when it surely is SQL,
 * `name` when it is taken for an identifier (`sql.table('x.y')`), `text` for any other string of the file.
 */
export type SqlText = { kind: 'statement' | 'name' | 'text'; text: string; start: number }

/** What the walls know of a file. */
export type Source = {
  path: string
  place: Place
  test: boolean
  text: string
  imports: Import[]
  sql: SqlText[]
  identifiers: { name: string; line: number }[]
  /** uses of the environment, of the machine's clock, of the network */
  uses: { of: 'settings' | 'clock' | 'network'; what: string; line: number }[]
  comments: { text: string; line: number }[]
  program: ESTree.Program | null
  faults: { what: string; line: number }[]
  lineAt(offset: number): number
}
