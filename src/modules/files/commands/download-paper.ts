import type { z } from 'zod'
import { Failure } from '#kernel/failure'
import type { Call, FileAnswer } from '#platform/http'
import type { downloadPaper as contract } from '../contract.ts'
import { getPaper, ownerOf, paperAnswer } from '../papers.ts'

/** A paper's bytes for whoever owns it: a neighbour's id and an unknown one give the same `file_not_found`. */
export async function downloadPaper(call: Call<z.output<typeof contract.input>>): Promise<FileAnswer> {
  const { actor, input, tx } = call
  const paper = await getPaper(tx, input.id)
  const asks = ownerOf(actor)
  if (paper.owner.kind !== asks.kind || paper.owner.id !== asks.id) throw new Failure('file_not_found', { id: input.id })
  call.reads([{ citizen: paper.owner.kind === 'citizen' ? paper.owner.id : null, numberIndex: null, dossier: null, code: null }])
  return paperAnswer(paper)
}
