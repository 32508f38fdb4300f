import { sql, type Tx } from '#platform/db'

/** What files may lie beside: the answer of an agency, or the record of a check. */
export type RecordKind = 'opinion' | 'check'

export type RecordFile = { record: RecordKind; recordNumber: number; number: number; file: string }

/** The files beside the records of a dossier. */
export async function listRecordFiles(tx: Tx, dossier: string): Promise<RecordFile[]> {
  const { rows } = await sql<RecordFile>`
    select record, record_number as "recordNumber", number, file from dossiers.record_file where dossier = ${dossier} order by record, record_number, number`.execute(tx)
  return rows
}

export async function insertRecordFile(tx: Tx, dossier: string, given: RecordFile & { at: Date }): Promise<void> {
  await sql`insert into dossiers.record_file (dossier, record, record_number, number, file, added_at)
    values (${dossier}, ${given.record}, ${given.recordNumber}, ${given.number}, ${given.file}, ${given.at})`.execute(tx)
}
