import type { z } from 'zod'
import { Failure } from '#kernel/failure'
import type { Call } from '#platform/http'
import type { Done, proposeRefusal } from '../contract.ts'
import { RefusalProposed } from '../events.ts'
import { checksOf, openCheck } from '../field-check-rules.ts'
import { listCheckSteps } from '../stores/field-checks.ts'
import { refuseWhileAsked } from './consultations.ts'
import { doneOf, lockVisible, personOf, refuseUnlessAllowed, writeMove } from './move.ts'

/**
 * The officer lays before the leader that what the dossier asks for cannot be granted: a written notice with the reason, and the legal ground when there is one (Nghị định 61/2018/NĐ-CP,
 * Điều 19). No paper need be good and no check of the place in order: that is what it may be about. After a misprint the notice alone is written again. Throws
 * `consultation_open` while an agency that was asked has time to answer: its opinion may be the very thing that settles it, and the question can be withdrawn; `field_check_open`
 * while an appointment has no record: whoever lives there waits for it.
 */
export async function proposeRefusalOf(call: Call<z.output<typeof proposeRefusal.input>>): Promise<Done> {
  const { tx, actor, input } = call
  const asItWas = await lockVisible(call, input.id)
  refuseUnlessAllowed(asItWas, 'proposeRefusal', personOf(actor))
  if (openCheck(checksOf(await listCheckSteps(tx, asItWas.id)))) throw new Failure('field_check_open')
  const dossier = await refuseWhileAsked(call, asItWas)
  const refusal = { reason: input.reason, ...(input.ground !== undefined && { ground: input.ground }) }
  return doneOf(await writeMove(tx, dossier, actor, { action: 'proposeRefusal', event: RefusalProposed, at: call.clock.now(), note: refusal, change: { refusal } }), actor)
}
