import type { z } from 'zod'
import { Failure } from '#kernel/failure'
import type { Call, FileAnswer } from '#platform/http'
import type { Tx } from '#platform/db'
import { findPapers, getPaper, paperAnswer } from '#modules/files'
import type { getRecordFile } from '../contract.ts'
import { isGranted } from '../rights.ts'
import { listConsultations } from '../stores/consultations.ts'
import { listRecordFiles, type RecordFile } from '../stores/record-files.ts'
import { loadVisible, personOf, readsOf } from './move.ts'

/** as many as may lie beside one answer or one record */
export const mostRecordFiles = 20

/** A file as whoever may open it sees it in a list. */
export type ListedFile = Pick<RecordFile, 'record' | 'recordNumber' | 'number'> & { name: string; type: string; size: number }

/** What files are called, in their order: one question for all of them. */
export async function listedFiles(tx: Tx, rows: readonly RecordFile[]): Promise<ListedFile[]> {
  const files = new Map((await findPapers(tx, rows.map(({ file }) => file))).map((file) => [file.id, file]))
  return rows.flatMap(({ record, recordNumber, number, file }) => {
    const found = files.get(file)
    return found ? [{ record, recordNumber, number, name: found.name, type: found.type, size: found.size }] : []
  })
}

/** Those that lie beside one record. */
export const filesBeside = (files: readonly ListedFile[], kind: RecordFile['record'], of: number) =>
  files.filter(({ record, recordNumber }) => record === kind && recordNumber === of).map(({ number, name, type, size }) => ({ number, name, type, size }))

/** A file beside an opinion or a record, for the office that works on the dossier. Throws `file_not_found`. */
export async function readRecordFile(call: Call<z.output<typeof getRecordFile.input>>): Promise<FileAnswer> {
  const { tx, actor, input } = call
  const dossier = await loadVisible(call, input.id)
  if (!isGranted('seeRecords', dossier, personOf(actor))) throw new Failure('forbidden')
  const row = (await listRecordFiles(tx, dossier.id)).find(({ record, recordNumber, number }) => record === input.record && recordNumber === input.recordNumber && number === input.number)
  // what lies beside an answer that was not given is nobody's but its author's
  const given = input.record === 'check' || (await listConsultations(tx, dossier.id)).some(({ number, end }) => number === input.recordNumber && end?.kind === 'answered')
  if (!row || !given) throw new Failure('file_not_found', { number: input.number })
  call.reads(readsOf(dossier))
  return paperAnswer(await getPaper(tx, row.file))
}
