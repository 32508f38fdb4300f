import type { z } from 'zod'
import type { Call } from '#platform/http'
import { cancelCharge } from '#modules/payments'
import type { Done, withdraw } from '../contract.ts'
import { DossierWithdrawn } from '../events.ts'
import { endQuestionsOf } from './consultations.ts'
import { doneOf, lockVisible, personOf, refuseUnlessAllowed, writeMove } from './move.ts'
import { endPause } from '../stores/dossiers.ts'

/** The citizen takes the dossier back while nothing is decided (Nghị định 118/2025/NĐ-CP, Điều 21). */
export async function withdrawDossier(call: Call<z.output<typeof withdraw.input>>): Promise<Done> {
  const { tx, actor, input } = call
  const dossier = await lockVisible(call, input.id)
  refuseUnlessAllowed(dossier, 'withdraw', personOf(actor))
  const now = call.clock.now()
  const standing = await endQuestionsOf(call, dossier, input.reason)
  const moved = await writeMove(tx, standing, actor, { action: 'withdraw', event: DossierWithdrawn, at: now, note: { reason: input.reason }, change: { closedAt: now } })
  await endPause(tx, dossier.id, now)
  await cancelCharge(tx, dossier.id, now)
  return doneOf(moved, actor)
}
