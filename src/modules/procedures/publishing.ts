import { Failure } from '#kernel/failure'
import { publish } from '#platform/events'
import type { Tx } from '#platform/db'
import { faultsOf } from './body-rules.ts'
import { Body } from './contract-body.ts'
import { Entry } from './contract-entry.ts'
import { faultsOfEntry } from './entry-rules.ts'
import { VersionPublished } from './events.ts'
import { endVersion, findVersionByNumber, listOverlapping, lockProcedure, markPublished, raiseRevision, type VersionKind, type VersionRow } from './store.ts'

/**
 * Publishes a draft: from then on it never changes. An older version that is open is ended where the new one begins; any other overlap is
 * refused, so a day has one version at most. A whole version ends or hides the entry of the same code; an entry beside a whole version is refused. Throws `procedure_version_not_found`, `procedure_version_published`,
 * `procedure_version_faulty` (with the faults) and `procedure_version_overlaps` (with the number of the other version).
 */
export async function publishDraft(tx: Tx, { code, kind, number }: { code: string; kind: VersionKind; number: number }, at: Date): Promise<VersionRow> {
  await lockProcedure(tx, code)
  const draft = await findVersionByNumber(tx, code, kind, number)
  if (!draft) throw new Failure('procedure_version_not_found', { code, number })
  if (draft.status === 'published') throw new Failure('procedure_version_published', { code, number })
  const faults = faultsOfRow(draft)
  if (faults.length > 0) throw new Failure('procedure_version_faulty', { code, number, faults })
  for (const other of await listOverlapping(tx, code, draft.validFrom, draft.validTo)) {
    const open = other.validTo === null && other.validFrom < draft.validFrom
    // who reads the catalogue is shown the whole one: an entry that begins later stays behind it
    if (!open && kind === 'whole' && other.kind === 'entry') continue
    if (!open || (kind === 'entry' && other.kind === 'whole')) throw new Failure('procedure_version_overlaps', { code, number, other: other.number })
    await endVersion(tx, other.id, draft.validFrom)
  }
  await markPublished(tx, draft.id, at)
  await raiseRevision(tx)
  // nothing is submitted under an entry, so nobody is told that it may be
  if (kind === 'whole') await publish(tx, VersionPublished, {
    subject: code, at, payload: { procedure: code, version: draft.id, number, validFrom: draft.validFrom, validTo: draft.validTo },
  })
  return { ...draft, status: 'published', publishedAt: at }
}

function faultsOfRow({ body, code, kind }: VersionRow): string[] {
  const read = kind === 'whole' ? Body.safeParse(body) : Entry.safeParse(body)
  if (!read.success) return read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  if (read.data.code !== code) return [`the body is of procedure ${read.data.code}`]
  return 'form' in read.data ? faultsOf(read.data) : faultsOfEntry(read.data)
}
