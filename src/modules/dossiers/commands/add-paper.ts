import type { z } from 'zod'
import { Failure } from '#kernel/failure'
import type { Accepts, Call } from '#platform/http'
import { getPaper, keepPaper, paperAnswer } from '#modules/files'
import { getVersion } from '#modules/procedures'
import type { addPaper, Done, getPaperFile } from '../contract.ts'
import { limitsOfPaper, refuseUnfit } from '../paper-limits.ts'
import { listActs } from '../stores/dossiers.ts'
import { insertPapers, listPapers } from '../stores/papers.ts'
import { askedItems } from '../supplement.ts'
import { doneOf, loadVisible, lockVisible, personOf, readsOf, refuseUnlessAllowed } from './move.ts'

const mostPapers = 200

/** What a file may be that is put to an asked paper. Throws `dossier_not_found`. */
export async function limitsOfAsked(call: Call<z.output<typeof addPaper.input>>): Promise<Accepts> {
  const dossier = await loadVisible(call, call.input.id)
  return limitsOfPaper((await getVersion(call.tx, dossier.procedureVersion)).body, call.input.paper)
}

/** Puts a file to a paper that was asked for. It is handed in, and the clock moves, with `supply`. Throws `not_found` for a paper nobody asked for. */
export async function addAskedPaper(call: Call<z.output<typeof addPaper.input>>): Promise<Done> {
  const { tx, actor, input, upload } = call
  const dossier = await lockVisible(call, input.id)
  refuseUnlessAllowed(dossier, 'supply', personOf(actor))
  if (!upload || !askedItems(await listActs(tx, dossier.id)).some(({ paper }) => paper === input.paper)) throw new Failure('not_found', { paper: input.paper })
  refuseUnfit((await getVersion(tx, dossier.procedureVersion)).body, input.paper, upload)
  const papers = await listPapers(tx, dossier.id)
  if (papers.length >= mostPapers) throw new Failure('too_many_files', { most: mostPapers })
  const at = call.clock.now()
  const paper = await keepPaper(tx, { upload, actor, at })
  await insertPapers(tx, dossier.id, papers.length, [{ code: input.paper, file: paper.id, form: 'electronic', copies: 1, source: 'supplement', addedAt: at }])
  return doneOf(dossier, actor)
}

/** A paper's file, for whoever may see the dossier. Throws `file_not_found` when there is none. */
export async function readPaperFile(call: Call<z.output<typeof getPaperFile.input>>) {
  const dossier = await loadVisible(call, call.input.id)
  const row = (await listPapers(call.tx, dossier.id)).find(({ number }) => number === call.input.number)
  if (!row || row.file === null) throw new Failure('file_not_found', { number: call.input.number })
  call.reads(readsOf(dossier))
  return paperAnswer(await getPaper(call.tx, row.file))
}
