import type { z } from 'zod'
import type { Call } from '#platform/http'
import type { askSupplement, Done } from '../contract.ts'
import { SupplementAsked } from '../events.ts'
import { beginPause } from '../stores/dossiers.ts'
import { addDocument } from './add-document.ts'
import { doneOf, lockVisible, personOf, refuseUnlessAllowed, writeMove } from './move.ts'

/** Asks the citizen, once, for everything that is missing: form 02. After the acceptance the clock stands still from now. */
export async function askForSupplement(call: Call<z.output<typeof askSupplement.input>>): Promise<Done> {
  const { tx, actor, input } = call
  const dossier = await lockVisible(call, input.id)
  refuseUnlessAllowed(dossier, 'askSupplement', personOf(actor))
  const now = call.clock.now()
  const note = { reason: input.reason, items: input.items }
  const moved = await writeMove(tx, dossier, actor, { action: 'askSupplement', event: SupplementAsked, at: now, note, change: { supplementAskedAt: now } })
  if (moved.state === 'office_waiting') await beginPause(tx, dossier.id, now)
  await addDocument(call, moved, 'form02', { at: now.toISOString(), reason: input.reason, items: input.items, clerk: actor.name })
  return doneOf(moved, actor)
}
