import { isDeepStrictEqual } from 'node:util'
import { Failure } from '#kernel/failure'
import { localDate } from '#kernel/local-time'
import { fold } from '#kernel/text'
import { uuidv7 } from '#kernel/ids'
import { inTransaction, reading, type Db, type Tx } from '#platform/db'
import { shelfOf } from '../search.ts'
import { changeDraft, insertDraft, lockProcedure } from '../store.ts'
import { listKnown, type StoredEntry } from '../stores/drafts.ts'
import { lacksOf, rowReader, type Fields, type KnownField, type PartialEntry, type ReadRow, type Refusal } from './row.ts'
import { readTable } from './table.ts'

export const outcomes = ['new', 'changed', 'same', 'published', 'refused'] as const
/**
 * What became of a row: a new draft, a draft that says otherwise now, one that says the same, a procedure that is published (a published version
 * is never touched by an import), or a row that was not taken in.
 */
export type Outcome = (typeof outcomes)[number]

/** One line of the report. `missing` are the parts that the draft lacks; `unread` the cells that nobody understood. */
export type ImportLine = { line: number; code: string; outcome: Outcome; reason?: Refusal; missing: string[]; unread: string[] }
/** `incomplete`: drafts, new or not, that lack something. `ignored`: columns that nobody knows. */
export type ImportReport = { lines: ImportLine[]; totals: Record<Outcome, number>; incomplete: number; ignored: string[] }

export type ImportOptions = {
  dryRun: boolean
  /** code of the field of rows that name none that the catalogue knows */
  field?: string | undefined
  at: Date
}

// a writing transaction lasts as long as a batch: others may write between two
const batchSize = 100

/**
 * Takes a catalogue in: rows become drafts of entries, complete or not, for administrators to see. The same file again changes nothing; a row that
 * says otherwise changes its draft, and what a row leaves out stays as it was. Throws what `readTable` throws, `import_columns`, and
 * `procedure_not_found` for a field that the catalogue does not know.
 */
export async function importCatalogue(db: Db, bytes: Uint8Array, options: ImportOptions): Promise<ImportReport> {
  const table = await readTable(bytes)
  const reader = rowReader(table.header, await fieldsOf(db, options))
  if (!reader) throw new Failure('import_columns', { header: table.header.slice(0, 40) })
  const rows = table.rows.map(reader.read)
  const lines: ImportLine[] = []
  for (let from = 0; from < rows.length; from += batchSize) {
    const batch = rows.slice(from, from + batchSize)
    lines.push(...(options.dryRun ? await takeIn(reading(db), batch, options) : await inTransaction(db, (tx) => takeIn(tx, batch, options))))
  }
  const totals = Object.fromEntries(outcomes.map((outcome) => [outcome, lines.filter((line) => line.outcome === outcome).length])) as Record<Outcome, number>
  return { lines, totals, incomplete: lines.filter(({ missing }) => missing.length > 0).length, ignored: reader.ignored }
}

async function fieldsOf(db: Db, { field, at }: ImportOptions): Promise<Fields> {
  const { lines } = await shelfOf(db, reading(db), localDate(at))
  const known = new Map(lines.map((line): [string, KnownField] => [line.field.code, line.field]))
  const otherwise = field === undefined ? undefined : known.get(field)
  if (field !== undefined && !otherwise) throw new Failure('import_field', { field, known: [...known.keys()].sort() })
  return { byName: new Map([...known.values()].map((each) => [fold(each.name.vi), each])), otherwise }
}

async function takeIn(tx: Tx, batch: readonly ReadRow[], { dryRun, at }: ImportOptions): Promise<ImportLine[]> {
  const codes = batch.flatMap((row) => ('entry' in row ? [row.code] : [])).sort()
  // always in the same order, so that two imports at once wait for each other and do not meet
  if (!dryRun) for (const code of codes) await lockProcedure(tx, code)
  const known = await listKnown(tx, codes)
  const lines: ImportLine[] = []
  for (const row of batch) {
    if ('refused' in row) lines.push({ line: row.line, code: row.code, outcome: 'refused', reason: row.refused, missing: [], unread: [] })
    else if (known.published.has(row.code)) lines.push({ line: row.line, code: row.code, outcome: 'published', missing: [], unread: row.unread })
    else {
      const kept = await keep(dryRun ? null : tx, row.entry, known.drafts.get(row.code), at)
      lines.push({ line: row.line, code: row.code, ...kept, unread: row.unread })
    }
  }
  return lines
}

/** Writes a draft when it is new or says otherwise; without a transaction it only tells what would become of it. */
async function keep(tx: Tx | null, entry: PartialEntry, stored: StoredEntry | undefined, at: Date): Promise<{ outcome: Outcome; missing: string[] }> {
  const body = stored ? merged(stored.body as Record<string, unknown>, entry) : entry
  const lacks = lacksOf(body)
  if (!stored) {
    if (tx) await insertDraft(tx, { id: uuidv7(), code: entry.code, kind: 'entry', number: 1, validFrom: localDate(at), validTo: null, lacks, body })
    return { outcome: 'new', missing: lacks }
  }
  if (isDeepStrictEqual(body, stored.body)) return { outcome: 'same', missing: stored.lacks }
  if (tx) await changeDraft(tx, { id: stored.id, validFrom: stored.validFrom, validTo: null, lacks, body })
  return { outcome: 'changed', missing: lacks }
}

const isGroup = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

// what a person wrote into a draft is not lost because the row does not know it: an English title, the source of a fee
function merged(stored: Record<string, unknown>, row: Record<string, unknown>): Record<string, unknown> {
  const both = { ...stored }
  for (const [name, value] of Object.entries(row)) {
    const before = stored[name]
    both[name] = isGroup(before) && isGroup(value) ? merged(before, value) : value
  }
  return both
}
