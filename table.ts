import { parse } from 'csv-parse/sync'
import { Failure } from '#kernel/failure'
import { isZip, readXlsx } from './xlsx.ts'

/** A cell as it stands in the file: spreadsheets know numbers, everything else is text. */
export type Cell = string | number
/** A table with its header; `line` is the line of the file on which a row begins, or the number of the row in a spreadsheet. */
export type Table = { header: string[]; rows: { line: number; cells: Cell[] }[] }

export const mostBytes = 20_000_000
export const mostRows = 20_000

/**
 * A catalogue as somebody saved it: CSV (UTF-8, with or without a mark at its front; commas, semicolons or tabs; line breaks inside quotes) or
 * XLSX (the first sheet). Throws `import_too_large`, `import_encoding`, `import_unreadable`, `import_formula`, `import_too_many_rows`.
 */
export async function readTable(bytes: Uint8Array): Promise<Table> {
  if (bytes.length > mostBytes) throw new Failure('import_too_large', { maxBytes: mostBytes })
  const records = isZip(bytes) ? await readXlsx(bytes, mostRows + 1) : readCsv(decode(bytes))
  const [header, ...rows] = records.filter(({ cells }) => cells.some((cell) => cell !== ''))
  if (rows.length > mostRows) throw new Failure('import_too_many_rows', { most: mostRows })
  return { header: (header?.cells ?? []).map(String), rows }
}

function decode(bytes: Uint8Array): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    if (!text.includes('\0')) return text
  } catch {
    throw new Failure('import_encoding', {})
  }
  throw new Failure('import_unreadable', { reason: 'binary' })
}

const delimiters = [',', ';', '\t'] as const

/** The sign that stands most often in the first line, outside of quotes. */
function delimiterOf(text: string): string {
  const first = (/^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text)?.[0] ?? '').replace(/"(?:[^"]|"")*"/g, '')
  const counts = delimiters.map((sign) => first.split(sign).length)
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ','
}

type Info = { record: string[]; info: { lines: number } }

function readCsv(text: string): Table['rows'] {
  try {
    const found = parse(text, { delimiter: delimiterOf(text), info: true, relax_column_count: true, skip_empty_lines: true, max_record_size: 1_000_000 }) as unknown as Info[]
    // the reader tells on which line a row ends
    return found.map(({ record, info }) => ({ line: info.lines - record.join('').split('\n').length + 1, cells: record.map((cell) => cell.trim()) }))
  } catch (error) {
    throw new Failure('import_unreadable', { reason: (error as Error).message })
  }
}
