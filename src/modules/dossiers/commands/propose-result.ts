import type { z } from 'zod'
import { Failure } from '#kernel/failure'
import type { Call } from '#platform/http'
import type { Done, propose, sendBack } from '../contract.ts'
import { ResultProposed, ResultSentBack } from '../events.ts'
import { listPapers } from '../stores/papers.ts'
import { papersInForce } from '../supplement.ts'
import { doneOf, lockVisible, personOf, refuseUnlessAllowed, writeMove } from './move.ts'

/** The officer lays the result before the leader. Throws `papers_unchecked` while a paper has not been found good. */
export async function proposeResult(call: Call<z.output<typeof propose.input>>): Promise<Done> {
  const { tx, actor, input } = call
  const dossier = await lockVisible(call, input.id)
  refuseUnlessAllowed(dossier, 'propose', personOf(actor))
  const unchecked = papersInForce(await listPapers(tx, dossier.id)).filter((paper) => paper.verdict !== 'good').map((paper) => paper.number)
  if (unchecked.length > 0) throw new Failure('papers_unchecked', { numbers: unchecked, count: unchecked.length })
  const moved = await writeMove(tx, dossier, actor, { action: 'propose', event: ResultProposed, at: call.clock.now(), note: input.note ? { note: input.note } : {} })
  return doneOf(moved, actor)
}

/** The leader does not sign yet, and says what is to be mended. */
export async function sendResultBack(call: Call<z.output<typeof sendBack.input>>): Promise<Done> {
  const { tx, actor, input } = call
  const dossier = await lockVisible(call, input.id)
  refuseUnlessAllowed(dossier, 'sendBack', personOf(actor))
  const moved = await writeMove(tx, dossier, actor, { action: 'sendBack', event: ResultSentBack, at: call.clock.now(), note: { reason: input.reason } })
  return doneOf(moved, actor)
}
