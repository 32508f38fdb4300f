import { isDeepStrictEqual } from 'node:util'
import { localDate, type LocalDate } from '#kernel/local-time'
import { uuidv7 } from '#kernel/ids'
import { inTransaction, type Tx } from '#platform/db'
import type { Tools } from '#platform/tools'
import { EntryDraft } from './contract-entry.ts'
import { lacksOf } from './entry-rules.ts'
import { merged, readRows, type ReadRow, type Refused } from './import-columns.ts'
import { importLimits } from './import-limits.ts'
import { mostInFiles } from './seed-entries.ts'
import { addProcedures, changeDraft, insertDraft, listVersionsOf, lockCatalogue, type VersionRow } from './store.ts'

export { importLimits }

/** What became of a line: `published` is left as it is, whatever the line says; `same` has changed nothing. */
export const outcomes = ['new', 'changed', 'same', 'published', 'refused'] as const
export type Outcome = (typeof outcomes)[number]

/** One line of the report. `lacks`: what the draft still needs before it can be published; `unread`: columns whose words were not understood. */
export type ImportLine = { line: number; code: string; outcome: Outcome; reason: Refused | null; lacks: string[]; unread: string[] }
export type ImportReport = { lines: ImportLine[]; totals: Record<Outcome, number>; ignored: string[]; dryRun: boolean }

const batch = 200

/**
 * Takes a table of procedures in as drafts of entries, each with what it still lacks. Running it again changes nothing; a changed row changes its draft
 * and nothing else of it; what is published is never touched. A dry run writes nothing. Throws the refusals of `readSheetRows` and `readRows`.
 */
export async function takeInTable({ db, clock }: Pick<Tools, 'db' | 'clock'>, bytes: Uint8Array, { dryRun = false }: { dryRun?: boolean } = {}): Promise<ImportReport> {
  // what reads files is loaded when somebody hands one in
  const { readSheetRows } = await import('./import-file.ts')
  const { rows, ignored } = readRows(await readSheetRows(bytes))
  const today = localDate(clock.now())
  const lines: ImportLine[] = []
  for (let at = 0; at < rows.length; at += batch) {
    const some = rows.slice(at, at + batch)
    lines.push(...await inTransaction(db, async (tx) => {
      // imports take turns: two at once would both make the first draft of a code
      if (!dryRun) await lockCatalogue(tx)
      return takeIn(tx, some, { today, dryRun })
    }))
  }
  const totals = Object.fromEntries(outcomes.map((outcome) => [outcome, lines.filter((line) => line.outcome === outcome).length])) as Record<Outcome, number>
  return { lines, totals, ignored, dryRun }
}

async function takeIn(tx: Tx, rows: readonly ReadRow[], { today, dryRun }: { today: LocalDate; dryRun: boolean }): Promise<ImportLine[]> {
  const good = rows.filter(({ refused }) => refused === null).map(({ code }) => code)
  const stored = Map.groupBy(await listVersionsOf(tx, good), ({ code }) => code)
  if (!dryRun) await addProcedures(tx, good.filter((code) => !stored.has(code)))
  const lines: ImportLine[] = []
  for (const row of rows) {
    const { line, code, unread, refused } = row
    const { outcome, body, over } = become(row, stored.get(code) ?? [])
    const lacks = body ? lacksOf(body) : []
    if (!dryRun && body && outcome === 'new') await insertDraft(tx, { id: uuidv7(), code, kind: 'entry', number: nextNumber(stored.get(code) ?? []), validFrom: today, validTo: null, body, lacks })
    if (!dryRun && body && outcome === 'changed' && over) await changeDraft(tx, { ...over, body, lacks })
    lines.push({ line, code, outcome, reason: refused, lacks, unread })
  }
  return lines
}

const nextNumber = (versions: readonly VersionRow[]): number => Math.max(mostInFiles, ...versions.filter(({ kind }) => kind === 'entry').map(({ number }) => number)) + 1

/** What a row makes of what there is: over which draft it is put, and what that draft then says. */
function become({ refused, draft }: ReadRow, versions: readonly VersionRow[]): { outcome: Outcome; body?: EntryDraft; over?: VersionRow } {
  if (refused !== null) return { outcome: 'refused' }
  if (versions.some(({ status }) => status === 'published')) return { outcome: 'published' }
  const over = versions.findLast(({ kind }) => kind === 'entry')
  if (!over) return { outcome: 'new', body: draft }
  const before = EntryDraft.parse(over.body)
  const body = merged(before, draft)
  return { outcome: isDeepStrictEqual(before, body) ? 'same' : 'changed', body, over }
}
