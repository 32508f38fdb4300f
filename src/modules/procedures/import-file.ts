import { parse, CsvError } from 'csv-parse/sync'
import { Unzip, UnzipInflate, zipSync } from 'fflate'
import { Failure } from '#kernel/failure'
import { importLimits as limits } from './import-limits.ts'

/** One row of a table that somebody hands in: the line of the file it begins on, and its cells as text. */
export type SheetRow = { line: number; cells: string[] }

const startsWith = (bytes: Uint8Array, ...signs: number[]): boolean => signs.every((sign, at) => bytes[at] === sign)

/**
 * The rows of a CSV (comma, semicolon or tab; UTF-8 with or without its mark) or of the first sheet of an XLSX file: whichever the bytes are, whatever the
 * name says. Throws `import_too_large`, `import_wrong_encoding`, `import_formulas` (with the part) and `import_not_a_table`.
 */
export async function readSheetRows(bytes: Uint8Array): Promise<SheetRow[]> {
  if (bytes.length > limits.bytes) throw new Failure('import_too_large', { most: limits.bytes })
  const rows = startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) ? await rowsOfWorkbook(bytes) : rowsOfText(textOf(bytes))
  if (rows.length > limits.rows) throw new Failure('import_too_large', { most: limits.rows })
  return rows
}

function textOf(bytes: Uint8Array): string {
  // the old binary workbook, and every other file that is no text, has zeros
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw new Failure('import_not_a_table', { reason: 'old_workbook' })
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    if (!text.includes('\0')) return text.normalize('NFC')
  } catch {
    // said below, as for UTF-16, which may be read as UTF-8 with zeros in it
  }
  throw new Failure('import_wrong_encoding', {})
}

/** The sign that parts cells: the one that stands most often in the first line, outside of quotes. */
function delimiterOf(text: string): string {
  const head = (text.split(/\r?\n/, 1)[0] ?? '').replace(/"[^"]*"/g, '')
  const count = (sign: string) => head.split(sign).length
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best))
}

function rowsOfText(text: string): SheetRow[] {
  try {
    const found = parse(text, { bom: true, delimiter: delimiterOf(text), info: true, relax_column_count: true, skip_empty_lines: true, max_record_size: 200_000, to: limits.rows + 1 }) as unknown as { record: string[]; info: { lines: number } }[]
    // the reader counts to a record's last line; people look for its first
    return found.map(({ record, info }) => ({ line: info.lines - record.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0), cells: record }))
  } catch (error) {
    if (error instanceof CsvError) throw new Failure('import_not_a_table', { reason: error.code, line: Number(error['lines'] ?? 0) })
    throw error
  }
}

async function rowsOfWorkbook(bytes: Uint8Array): Promise<SheetRow[]> {
  const parts = unpacked(bytes)
  if (!parts['[Content_Types].xml'] || !parts['xl/workbook.xml']) throw new Failure('import_not_a_table', { reason: 'no_workbook' })
  for (const [name, content] of Object.entries(parts)) {
    const text = new TextDecoder().decode(content)
    // what a formula shows was counted by another program: only what somebody wrote is taken in. A sheet may lie anywhere; charts name cells
    if (!name.startsWith('xl/charts/') && /<(?:\w+:)?f[\s>/]/.test(text)) throw new Failure('import_formulas', { part: name })
    if (text.includes('<!DOCTYPE') || text.includes('<!ENTITY')) throw new Failure('import_not_a_table', { reason: 'doctype' })
  }
  const { readSheet } = await import('read-excel-file/node')
  try {
    // packed again from what was looked at, so that the reader sees nothing else; a number stays as it was written (a code has zeros at its end)
    const sheet = await readSheet(Buffer.from(zipSync(parts, { level: 0 })), { parseNumber: (text: string) => text })
    return sheet.map((cells, at) => ({ line: at + 1, cells: cells.map((cell) => (cell === null ? '' : cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell)).normalize('NFC')) }))
      .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  } catch (error) {
    throw new Failure('import_not_a_table', { reason: error instanceof Error ? error.name : 'unknown' })
  }
}

/** The parts of a packed file that are text of a workbook. What is packed so that it fills the machine is refused while it is unpacked. */
function unpacked(bytes: Uint8Array): Record<string, Uint8Array> {
  const parts: Record<string, Uint8Array> = {}
  let total = 0
  let count = 0
  const unzip = new Unzip((file) => {
    const chunks: Uint8Array[] = []
    if (++count > limits.parts) throw new Failure('import_too_large', { most: limits.parts })
    file.ondata = (error, chunk, final) => {
      // the unpacker hands our own refusal back as its error
      if (error) throw error instanceof Failure ? error : new Failure('import_not_a_table', { reason: 'packed_wrong' })
      total += chunk.length
      if (total > limits.unpacked) throw new Failure('import_too_large', { most: limits.unpacked })
      chunks.push(chunk)
      if (final && /\.(?:xml|rels)$/.test(file.name)) parts[file.name] = Buffer.concat(chunks)
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  try {
    const step = 65_536
    for (let at = 0; at < bytes.length; at += step) unzip.push(bytes.subarray(at, at + step), at + step >= bytes.length)
  } catch (error) {
    throw error instanceof Failure ? error : new Failure('import_not_a_table', { reason: 'packed_wrong' })
  }
  return parts
}
