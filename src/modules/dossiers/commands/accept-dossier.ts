import type { z } from 'zod'
import type { Call } from '#platform/http'
import { getVersion } from '#modules/procedures'
import { dueOf } from '../clock-rules.ts'
import type { accept, Done } from '../contract.ts'
import { DossierAccepted } from '../events.ts'
import { addDocument } from './add-document.ts'
import { doneOf, lockVisible, personOf, refuseUnlessAllowed, writeMove } from './move.ts'

/** The desk takes a dossier in: the limit runs from this minute, and form 01 says by when. */
export async function acceptDossier(call: Call<z.output<typeof accept.input>>): Promise<Done> {
  const { tx, actor, clock, province } = call
  const dossier = await lockVisible(call, call.input.id)
  refuseUnlessAllowed(dossier, 'accept', personOf(actor))
  const now = clock.now()
  const { body } = await getVersion(tx, dossier.procedureVersion)
  const due = dueOf(province.calendar, { acceptedAt: now, limit: body.timeLimit, policy: body.pausePolicy, pauses: [] })
  const moved = await writeMove(tx, dossier, actor, { action: 'accept', event: DossierAccepted, at: now, change: { acceptedAt: now, firstDueAt: due, dueAt: due } })
  await addDocument(call, moved, 'form01', { acceptedAt: now.toISOString(), dueAt: due.toISOString(), clerk: actor.name })
  return doneOf(moved, actor)
}
