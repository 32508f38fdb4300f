import { sql, only, type Tx } from '#platform/db'
import type { DocumentKind } from '../codes.ts'

/** A paper this program writes: its facts are fixed, its PDF may not be made yet. */
export type DocumentRow = {
  id: string
  dossier: string
  kind: DocumentKind
  agency: string
  year: number
  number: number
  facts: Record<string, unknown>
  at: Date
  file: string | null
  size: number | null
  /** a result that was voided for a slip of the pen */
  voidedAt: Date | null
  voidedBy: string | null
  voidReason: string | null
  /** it was in the applicant's hands when it was voided; what became of it is said when the corrected one is handed over */
  outside: boolean
  givenBack: 'returned' | 'lost' | null
}

const columns = sql`id, dossier, kind, agency, year, number, facts, at, file, size, voided_at as "voidedAt", voided_by as "voidedBy", void_reason as "voidReason", outside, given_back as "givenBack"`

/** Takes the next number of the agency's counter for this kind and year, and stores the document under it. One of a kind per dossier is in force. */
export async function insertDocument(tx: Tx, document: Omit<DocumentRow, 'number' | 'file' | 'size' | 'voidedAt' | 'voidedBy' | 'voidReason' | 'outside' | 'givenBack'>): Promise<number> {
  const { rows } = await sql<{ number: number }>`
    with taken as (
      insert into dossiers.document_counter as counter (agency, kind, year, last) values (${document.agency}, ${document.kind}, ${document.year}, 1)
      on conflict (agency, kind, year) do update set last = counter.last + 1 returning last)
    insert into dossiers.document (id, dossier, kind, agency, year, number, facts, at)
    select ${document.id}, ${document.dossier}, ${document.kind}, ${document.agency}, ${document.year}, taken.last, ${JSON.stringify(document.facts)}::jsonb, ${document.at}
      from taken returning number`.execute(tx)
  return only(rows).number
}

export async function findDocument(tx: Tx, id: string): Promise<DocumentRow | undefined> {
  return (await sql<DocumentRow>`select ${columns} from dossiers.document where id = ${id}`.execute(tx)).rows[0]
}

/** The document of a kind that is in force. */
export async function findDocumentOf(tx: Tx, dossier: string, kind: DocumentKind): Promise<DocumentRow | undefined> {
  return (await sql<DocumentRow>`select ${columns} from dossiers.document where dossier = ${dossier} and kind = ${kind} and voided_at is null`.execute(tx)).rows[0]
}

export async function listDocuments(tx: Tx, dossier: string): Promise<DocumentRow[]> {
  return (await sql<DocumentRow>`select ${columns} from dossiers.document where dossier = ${dossier} order by at, kind`.execute(tx)).rows
}

/** Keeps the first PDF that was made; a second maker at the same moment made the same bytes and changes nothing. */
export async function setFile(tx: Tx, id: string, file: { hash: string; size: number }): Promise<void> {
  await sql`update dossiers.document set file = ${file.hash}, size = ${file.size} where id = ${id} and file is null`.execute(tx)
}

/** Marks a document as void; its PDF is made again, with the mark. */
export async function markVoided(tx: Tx, id: string, given: { by: string; reason: string; at: Date; outside: boolean }): Promise<void> {
  await sql`update dossiers.document set voided_at = ${given.at}, voided_by = ${given.by}, void_reason = ${given.reason}, outside = ${given.outside}, file = null, size = null where id = ${id} and voided_at is null`.execute(tx)
}

/** Voided papers of a dossier that are still in the applicant's hands. */
export async function papersOutside(tx: Tx, dossier: string): Promise<DocumentRow[]> {
  return (await sql<DocumentRow>`select ${columns} from dossiers.document where dossier = ${dossier} and outside and given_back is null order by at`.execute(tx)).rows
}

/** Says what became of them: they came back, or the applicant says that they are lost. */
export async function markGivenBack(tx: Tx, ids: readonly string[], how: 'returned' | 'lost', at: Date): Promise<void> {
  await sql`update dossiers.document set given_back = ${how}, given_back_at = ${at} where id = any(${[...ids]}::uuid[]) and outside and given_back is null`.execute(tx)
}
