import type { z } from 'zod'
import { localDate } from '#kernel/local-time'
import type { Call } from '#platform/http'
import { getVersion } from '#modules/procedures'
import { dueOf } from '../clock-rules.ts'
import type { accept, Done } from '../contract.ts'
import { DossierAccepted } from '../events.ts'
import { chargeFees } from '../fee-charging.ts'
import { fill, openForm, type KeptForm } from '../form.ts'
import { addDocument } from './add-document.ts'
import { doneOf, lockVisible, personOf, refuseUnlessAllowed, writeMove } from './move.ts'

/** The desk takes a dossier in: the limit runs from this minute, and form 01 says by when. */
export async function acceptDossier(call: Call<z.output<typeof accept.input>>): Promise<Done> {
  const { tx, actor, clock, province } = call
  const dossier = await lockVisible(call, call.input.id)
  refuseUnlessAllowed(dossier, 'accept', personOf(actor))
  const now = clock.now()
  const version = await getVersion(tx, dossier.procedureVersion)
  const { body } = version
  const due = dueOf(province.calendar, { acceptedAt: now, limit: body.timeLimit, policy: body.pausePolicy, pauses: [] })
  const moved = await writeMove(tx, dossier, actor, { action: 'accept', event: DossierAccepted, at: now, change: { acceptedAt: now, firstDueAt: due, dueAt: due } })
  const { filling } = await fill(tx, openForm(call.sealer, version.body, dossier.answers as KeptForm), { case: dossier.procedureCase, today: localDate(dossier.submittedAt) })
  await chargeFees(call, moved, version, filling)
  await addDocument(call, moved, 'form01', { acceptedAt: now.toISOString(), dueAt: due.toISOString(), clerk: actor.name })
  return doneOf(moved, actor)
}
