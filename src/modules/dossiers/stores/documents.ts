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
}

const columns = sql`id, dossier, kind, agency, year, number, facts, at, file, size`

/** Takes the next number of the agency's counter for this kind and year, and stores the document under it. One of a kind per dossier. */
export async function insertDocument(tx: Tx, document: Omit<DocumentRow, 'number' | 'file' | 'size'>): Promise<number> {
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

export async function findDocumentOf(tx: Tx, dossier: string, kind: DocumentKind): Promise<DocumentRow | undefined> {
  return (await sql<DocumentRow>`select ${columns} from dossiers.document where dossier = ${dossier} and kind = ${kind}`.execute(tx)).rows[0]
}

export async function listDocuments(tx: Tx, dossier: string): Promise<DocumentRow[]> {
  return (await sql<DocumentRow>`select ${columns} from dossiers.document where dossier = ${dossier} order by at, kind`.execute(tx)).rows
}

/** Keeps the first PDF that was made; a second maker at the same moment made the same bytes and changes nothing. */
export async function setFile(tx: Tx, id: string, file: { hash: string; size: number }): Promise<void> {
  await sql`update dossiers.document set file = ${file.hash}, size = ${file.size} where id = ${id} and file is null`.execute(tx)
}
