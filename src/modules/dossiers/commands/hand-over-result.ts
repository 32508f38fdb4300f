import type { z } from 'zod'
import { Failure } from '#kernel/failure'
import type { Actor, Call } from '#platform/http'
import type { Reaction } from '#platform/tools'
import { collectAtDesk, dueFor, isPaidUp } from '#modules/payments'
import { getVersion } from '#modules/procedures'
import type { Done, handOver } from '../contract.ts'
import { ResultHandedOver } from '../events.ts'
import { lockDossier } from '../stores/dossiers.ts'
import { doneOf, lockVisible, personOf, refuseUnlessAllowed, writeMove } from './move.ts'

/**
 * The counter gives the result to the applicant, or to somebody with the applicant's authority, and takes the fee with it. Throws `fee_due` while a fee is owed and not taken, `presence_required` when
 * the applicant must come.
 */
export async function handResultOver(call: Call<z.output<typeof handOver.input>>): Promise<Done> {
  const { tx, actor, input } = call
  const dossier = await lockVisible(call, input.id)
  refuseUnlessAllowed(dossier, 'handOver', personOf(actor))
  const { body } = await getVersion(tx, dossier.procedureVersion)
  if (body.collectedBy === 'applicant' && input.relation !== 'self') throw new Failure('presence_required')
  const fee = await dueFor(tx, dossier.id)
  if (fee?.state === 'due' && input.payment === undefined) throw new Failure('fee_due', { total: fee.total })
  if (fee?.state === 'due' && input.payment !== undefined) await collectAtDesk(call, { subject: dossier.id, ...input.payment })
  const now = call.clock.now()
  const note = { recipient: input.recipient, relation: input.relation, ...(input.authority !== undefined && input.relation !== 'self' && { authority: input.authority }) }
  const moved = await writeMove(tx, dossier, actor, { action: 'handOver', event: ResultHandedOver, at: now, note, change: { closedAt: now } })
  return doneOf(moved, actor)
}

/** A signed result that is wanted electronically only is handed over by the system as soon as nothing is owed for it: nobody has to come. */
export async function handOverElectronically({ tx, clock }: Pick<Reaction, 'tx' | 'clock'>, id: string, system: Actor): Promise<void> {
  const dossier = await lockDossier(tx, id)
  if (dossier?.state !== 'approved' || dossier.receive !== 'electronic' || dossier.citizen === null || !(await isPaidUp(tx, id))) return
  const now = clock.now()
  await writeMove(tx, dossier, system, { action: 'handOver', event: ResultHandedOver, at: now, note: { relation: 'electronic' }, change: { closedAt: now } })
}
