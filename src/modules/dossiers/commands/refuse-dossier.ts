import type { z } from 'zod'
import type { Call } from '#platform/http'
import { cancelCharge } from '#modules/payments'
import type { Done, refuse } from '../contract.ts'
import { DossierRefused } from '../events.ts'
import { addDocument } from './add-document.ts'
import { doneOf, lockVisible, personOf, refuseUnlessAllowed, writeMove } from './move.ts'

/** The desk does not take a dossier in, or whoever would sign it at once does not; form 03 says why, with the legal ground when there is one. Nothing is owed for it. */
export async function refuseDossier(call: Call<z.output<typeof refuse.input>>): Promise<Done> {
  const { tx, actor, input } = call
  const dossier = await lockVisible(call, input.id)
  refuseUnlessAllowed(dossier, 'refuse', personOf(actor))
  const now = call.clock.now()
  const why = { reason: input.reason, ...(input.ground !== undefined && { ground: input.ground }) }
  const moved = await writeMove(tx, dossier, actor, { action: 'refuse', event: DossierRefused, at: now, note: why, change: { closedAt: now } })
  await addDocument(call, moved, 'form03', { at: now.toISOString(), ...why, clerk: actor.name })
  await cancelCharge(tx, dossier.id, now)
  return doneOf(moved, actor)
}
