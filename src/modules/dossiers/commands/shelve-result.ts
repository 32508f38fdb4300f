import type { z } from 'zod'
import { Failure } from '#kernel/failure'
import { formatDate } from '#kernel/format'
import { slug } from '#kernel/text'
import type { Call, FileAnswer } from '#platform/http'
import { getVersion } from '#modules/procedures'
import type { Done, shelfLabel, shelve } from '../contract.ts'
import { makeLabel } from '../documents/label.ts'
import { ResultShelved } from '../events.ts'
import { isGranted } from '../rights.ts'
import { copyOf } from './reprint.ts'
import { doneOf, loadVisible, lockVisible, personOf, readsOf, refuseUnlessAllowed, writeMove } from './move.ts'

/** The counter puts a paper result on a shelf, or on another one. Saying the same place again changes nothing. */
export async function shelveResult(call: Call<z.output<typeof shelve.input>>): Promise<Done> {
  const { tx, actor, input } = call
  const dossier = await lockVisible(call, input.id)
  refuseUnlessAllowed(dossier, 'shelve', personOf(actor))
  if (dossier.shelf === input.place) return doneOf(dossier, actor)
  const now = call.clock.now()
  const note = { place: input.place, ...(dossier.shelf !== null && { from: dossier.shelf }) }
  return doneOf(await writeMove(tx, dossier, actor, { action: 'shelve', event: ResultShelved, at: now, note, change: { shelf: input.place, shelvedAt: now } }), actor)
}

/** The label that is stuck to a result. Throws `not_on_a_shelf` before it has a place. */
export async function readShelfLabel(call: Call<z.output<typeof shelfLabel.input>>): Promise<FileAnswer> {
  const dossier = await loadVisible(call, call.input.id)
  if (!isGranted('shelve', dossier, personOf(call.actor))) throw new Failure('forbidden')
  if (dossier.shelf === null || dossier.shelvedAt === null) throw new Failure('not_on_a_shelf')
  const reprint = await copyOf(call, dossier.id, null, call.input.copy)
  call.reads(readsOf(dossier))
  const { body } = await getVersion(call.tx, dossier.procedureVersion)
  const label = await makeLabel(call, {
    place: dossier.shelf, code: dossier.code, name: dossier.principal?.name ?? dossier.applicant.name, title: body.shortTitle.vi, ready: formatDate(dossier.readyAt ?? dossier.finishedAt ?? dossier.shelvedAt), at: dossier.shelvedAt, ...(reprint !== undefined && { reprint }),
  })
  const stored = await call.files.keep(label, 'application/pdf')
  return { file: stored.hash, size: stored.size, type: 'application/pdf', name: `${slug('nhan ke')}-${dossier.code}.pdf`, inline: true }
}
