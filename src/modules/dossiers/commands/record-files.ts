import type { z } from 'zod'
import { Failure } from '#kernel/failure'
import type { Call, FileAnswer } from '#platform/http'
import type { Tx } from '#platform/db'
import { findPapers, getPaper, paperAnswer } from '#modules/files'
import type { getRecordFile } from '../contract.ts'
import { isGranted } from '../rights.ts'
import { listRecordFiles, type RecordFile } from '../stores/record-files.ts'
import { loadVisible, personOf, readsOf } from './move.ts'

/** as many as may lie beside one answer or one record */
export const mostRecordFiles = 20

/** What files are called, in their order. */
export async function filesOf(tx: Tx, rows: readonly RecordFile[]): Promise<{ number: number; name: string; type: string; size: number }[]> {
  const files = new Map((await findPapers(tx, rows.map(({ file }) => file))).map((file) => [file.id, file]))
  return rows.flatMap(({ number, file }) => {
    const found = files.get(file)
    return found ? [{ number, name: found.name, type: found.type, size: found.size }] : []
  })
}

/** A file beside an opinion or a record, for the office that works on the dossier. Throws `file_not_found`. */
export async function readRecordFile(call: Call<z.output<typeof getRecordFile.input>>): Promise<FileAnswer> {
  const { tx, actor, input } = call
  const dossier = await loadVisible(call, input.id)
  if (!isGranted('seeRecords', dossier, personOf(actor))) throw new Failure('forbidden')
  const row = (await listRecordFiles(tx, dossier.id)).find(({ record, recordNumber, number }) => record === input.record && recordNumber === input.recordNumber && number === input.number)
  if (!row) throw new Failure('file_not_found', { number: input.number })
  call.reads(readsOf(dossier))
  return paperAnswer(await getPaper(tx, row.file))
}
