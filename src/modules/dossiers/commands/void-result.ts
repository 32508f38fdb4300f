import type { z } from 'zod'
import { Failure } from '#kernel/failure'
import type { Call } from '#platform/http'
import { getVersion } from '#modules/procedures'
import type { Done, voidResult } from '../contract.ts'
import { ResultVoided } from '../events.ts'
import { documentNumber } from '../codes.ts'
import { findDocumentOf, markVoided } from '../stores/documents.ts'
import { listActs } from '../stores/dossiers.ts'
import { doneOf, lockVisible, personOf, refuseUnlessAllowed, writeMove } from './move.ts'

/**
 * The office voids a signed result for a slip of the pen; the decision stays. The voided paper stays among the documents, marked as void, and the dossier goes the
 * normal way again: proposed, signed, handed over. It was finished when it was signed first, so no figure counts it twice. When the old paper is in the
 * applicant's hands it has to come back. Throws `result_not_found` when nothing in force was signed here.
 */
export async function voidResultOf(call: Call<z.output<typeof voidResult.input>>): Promise<Done> {
  const { tx, actor, input } = call
  const dossier = await lockVisible(call, input.id)
  refuseUnlessAllowed(dossier, 'voidResult', personOf(actor))
  const kind = dossier.refusal ? 'refusal' : 'result'
  const result = await findDocumentOf(tx, dossier.id, kind)
  if (!result) throw new Failure('result_not_found')
  const { body } = await getVersion(tx, dossier.procedureVersion)
  const at = call.clock.now()
  const outside = dossier.state === 'handed_over' && (await listActs(tx, dossier.id)).findLast(({ action }) => action === 'handOver')?.note['relation'] !== 'electronic'
  await markVoided(tx, result.id, { by: actor.name, reason: input.reason, at, outside })
  const moved = await writeMove(tx, dossier, actor, {
    action: 'voidResult', event: ResultVoided, at, note: { reason: input.reason, document: documentNumber(kind, result.number, body.result), outside },
    change: { closedAt: null, readyAt: null, shelf: null, shelvedAt: null, reminders: 0 },
  })
  return doneOf(moved, actor)
}
