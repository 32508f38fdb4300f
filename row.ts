import { tidy, fold, nfc } from '#kernel/text'
import { EntryShape } from '../contract-entry.ts'
import { columnsOf, timeLimitOf, valueOf, type ColumnName } from './columns.ts'
import type { Cell } from './table.ts'

/** An entry as far as a row tells it: a part of `Entry`, kept as a draft until the rest is written. */
export type PartialEntry = Record<string, unknown> & { code: string }

/** Why a row is not taken in. */
export type Refusal = 'wrong_code' | 'code_twice' | 'too_long' | 'formula' | 'not_text' | 'cells_shifted'

/** A row that was read: what it says, and cells that nobody understood, as `column: text`. */
export type ReadRow = { line: number; code: string; entry: PartialEntry; unread: string[] } | { line: number; code: string; refused: Refusal }

export type KnownField = { code: string; name: { vi: string; en: string } }
/** The fields of the catalogue by their folded name, and the one for rows that name none. */
export type Fields = { byName: ReadonlyMap<string, KnownField>; otherwise: KnownField | undefined }

const longest = 4000
const codePattern = /^(\d\.\d{6})(?:\.000\.00\.00\.[A-Z]\d{2})?$/
const imported = { source: 'Nhập từ tệp danh mục thủ tục, chưa đối chiếu với văn bản công bố', status: 'illustrative' }
/** Facts of a row whose source is told. */
const sourced = ['code', 'title', 'timeLimit', 'agency', 'result', 'legalBasis', 'onlineLevel', 'resolutionSystem', 'subjects', 'requirements'] as const

// a spreadsheet takes a code for a number and loses its last zeros
const codeText = (cell: Cell): string => (typeof cell === 'number' ? cell.toFixed(6) : tidy(cell))

/** Line breaks stay, other white space is squeezed. */
const wordsOf = (cell: Cell | undefined): string => nfc(String(cell ?? '')).split(/\r?\n/).map(tidy).filter((part) => part !== '').join('\n')

function refusalOf(cells: readonly Cell[], columns: number): Refusal | undefined {
  const texts = cells.map(String)
  if (texts.some((text) => text.length > longest)) return 'too_long'
  // what a spreadsheet would work out when somebody opens the file again
  if (texts.some((text) => /^[=+@]/.test(text))) return 'formula'
  // oxlint-disable-next-line no-control-regex
  if (texts.some((text) => !text.isWellFormed() || /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(text))) return 'not_text'
  return texts.slice(columns).some((text) => text !== '') ? 'cells_shifted' : undefined
}

/** Makes a reader of rows for a header. Undefined when it names no code or no title. */
export function rowReader(header: readonly string[], fields: Fields): { ignored: string[]; read(row: { line: number; cells: Cell[] }): ReadRow } | undefined {
  const { at, ignored } = columnsOf(header)
  const codeAt = at.get('code')
  if (codeAt === undefined || !at.has('title')) return undefined
  const seen = new Set<string>()
  const read = ({ line, cells }: { line: number; cells: Cell[] }): ReadRow => {
    const given = codeText(cells[codeAt] ?? '').slice(0, 60)
    const refused = refusalOf(cells, header.length)
    if (refused !== undefined) return { line, code: given, refused }
    const code = codePattern.exec(given)?.[1]
    if (code === undefined) return { line, code: given, refused: 'wrong_code' }
    if (seen.has(code)) return { line, code, refused: 'code_twice' }
    seen.add(code)
    return { line, code, ...entryOf(code, (name) => wordsOf(cells[at.get(name) ?? Infinity]), fields) }
  }
  return { ignored, read }
}

const listOf = (text: string): { vi: string }[] => text.split('\n').map((vi) => ({ vi }))

function entryOf(code: string, cell: (name: ColumnName) => string, fields: Fields): { entry: PartialEntry; unread: string[] } {
  const unread: string[] = []
  const entry: PartialEntry = { code }
  const put = (name: ColumnName, make: (text: string) => unknown, to: string = name) => {
    const text = cell(name)
    if (text === '') return
    const value = make(text)
    if (value === undefined) unread.push(`${name}: ${text}`)
    else entry[to] = value
  }
  put('title', (vi) => ({ vi, ...(cell('titleEn') !== '' && { en: cell('titleEn') }) }))
  for (const name of ['shortTitle', 'summary', 'agency'] as const) put(name, (vi) => ({ vi }))
  for (const name of ['level', 'onlineLevel', 'resolutionSystem', 'lifeEvent'] as const) put(name, (text) => valueOf(name, text))
  put('timeLimit', timeLimitOf)
  put('result', (vi) => ({ name: { vi } }))
  for (const name of ['subjects', 'requirements'] as const) put(name, listOf)
  put('legalBasis', (text) => text.split('\n').map((document) => ({ document })))
  put('field', (vi) => fields.byName.get(fold(vi)) ?? fields.otherwise ?? { name: { vi } })
  if (entry['field'] === undefined && fields.otherwise) entry['field'] = fields.otherwise
  entry['sources'] = Object.fromEntries(sourced.filter((name) => entry[name] !== undefined).map((name) => [name, imported]))
  return { entry, unread }
}

/** What an entry still lacks, by name of its parts; an English title that is missing is named by itself. None when it can be published. */
export function lacksOf(entry: Record<string, unknown>): string[] {
  const read = EntryShape.safeParse(entry)
  const issues = read.success ? [] : read.error.issues
  const names = issues.map(({ path }) => (path[0] === 'title' && path[1] === 'en' ? 'titleEn' : String(path[0] ?? 'code')))
  if (entry['onlineLevel'] === 'partial' && entry['partialReason'] === undefined) names.push('partialReason')
  return [...new Set(names)]
}
