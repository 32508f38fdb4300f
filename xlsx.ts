import { readXlsx as read } from 'hucre/xlsx'
import { Failure } from '#kernel/failure'
import type { Cell } from './table.ts'

const mostUnpacked = 100_000_000
const mostParts = 2_000
const mostColumns = 'AZ'

/** Whether a file is packed, as every XLSX is. */
export const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4

/**
 * The rows of the first sheet, at most `most`. What the file would unpack to is read off its own list first: the reader unpacks no part beyond
 * the size that stands there, so a file that lies is cut short, and one that tells the truth is refused. A cell with a formula refuses the file:
 * what it shows was worked out by somebody else's program.
 */
export async function readXlsx(bytes: Uint8Array, most: number): Promise<{ line: number; cells: Cell[] }[]> {
  checkSizes(bytes)
  const book = await read(bytes, { sheets: [0], maxRows: most + 1, range: `A1:${mostColumns}${most + 1}` }).catch((error: unknown) => {
    throw new Failure('import_unreadable', { reason: (error as Error).message })
  })
  const sheet = book.sheets[0]
  if (!sheet) throw new Failure('import_unreadable', { reason: 'no sheet' })
  for (const [at, cell] of sheet.cells ?? []) if (cell.formula !== undefined) throw new Failure('import_formula', { cell: at })
  return sheet.rows.map((row, at) => ({ line: at + 1, cells: row.map(cellOf) }))
}

function cellOf(value: unknown): Cell {
  if (typeof value === 'number') return value
  if (typeof value === 'string') return value.trim()
  if (value instanceof Date) return value.toISOString()
  return value === null || value === undefined ? '' : String(value as boolean)
}

const endMark = 0x06054b50
const partMark = 0x02014b50
const tooBig = (): Failure => new Failure('import_too_large', { maxBytes: mostUnpacked })
const broken = (): Failure => new Failure('import_unreadable', { reason: 'zip' })

// The list of parts at the end of a packed file (APPNOTE.TXT 4.3.12): sizes as they will be unpacked.
function checkSizes(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  while (end >= 0 && bytes.length - end < 66_000 && view.getUint32(end, true) !== endMark) end--
  if (end < 0 || view.getUint32(end, true) !== endMark) throw broken()
  const parts = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if (parts > mostParts) throw tooBig()
  let whole = 0
  for (let i = 0; i < parts; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== partMark) throw broken()
    const [packed, unpacked] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)]
    // a part that says it is empty and is not would be unpacked without a limit
    if (unpacked === 0 && packed > 2) throw broken()
    whole += unpacked
    if (whole > mostUnpacked) throw tooBig()
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
}
