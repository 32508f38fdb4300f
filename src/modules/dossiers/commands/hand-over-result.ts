import type { z } from 'zod'
import { Failure } from '#kernel/failure'
import type { Actor, Call } from '#platform/http'
import type { Reaction } from '#platform/tools'
import { collectAtDesk, dueFor, isPaidUp } from '#modules/payments'
import { getVersion } from '#modules/procedures'
import type { Done, handOver } from '../contract.ts'
import { ResultHandedOver } from '../events.ts'
import { markGivenBack, papersOutside } from '../stores/documents.ts'
import { lockDossier, type Dossier } from '../stores/dossiers.ts'
import { doneOf, lockVisible, personOf, refuseUnlessAllowed, writeMove } from './move.ts'

/** Who collects, by which right, and what became of a voided paper. */
export type Collecting = Omit<z.output<typeof handOver.input>, 'id'>

/**
 * The counter gives the result to the applicant, or to somebody with the applicant's authority, and takes the fee with it. Throws `fee_due` while a fee is owed and not
 * taken, `presence_required` when the applicant must come, `old_paper_out` while nobody has said what became of a voided paper.
 */
export async function handResultOver(call: Call<z.output<typeof handOver.input>>): Promise<Done> {
  const dossier = await lockVisible(call, call.input.id)
  return doneOf(await giveOut(call, dossier, call.input), call.actor)
}

/** Hands over one result whose dossier is held; `more` goes into its act. */
export async function giveOut(call: Call, dossier: Dossier, given: Collecting, more: Record<string, unknown> = {}): Promise<Dossier> {
  const { tx, actor } = call
  refuseUnlessAllowed(dossier, 'handOver', personOf(actor))
  const { body } = await getVersion(tx, dossier.procedureVersion)
  // a register is signed for a result, not for a notice that there is none
  if (body.collectedBy === 'applicant' && dossier.refusal === null && given.relation !== 'self') throw new Failure('presence_required', { code: dossier.code })
  const fee = await dueFor(tx, dossier.id)
  if (fee?.state === 'due' && given.payment === undefined) throw new Failure('fee_due', { total: fee.total, code: dossier.code })
  if (fee?.state === 'due' && given.payment !== undefined) await collectAtDesk(call, { subject: dossier.id, ...given.payment })
  const now = call.clock.now()
  const back = await takeBack(call, dossier, given.oldPaper, now)
  const note = { recipient: given.recipient, relation: given.relation, ...(given.authority !== undefined && given.relation !== 'self' && { authority: given.authority }), ...back, ...more }
  return writeMove(tx, dossier, actor, { action: 'handOver', event: ResultHandedOver, at: now, note, change: { closedAt: now, shelf: null, shelvedAt: null } })
}

/** A voided paper that the applicant has comes back with the corrected one, or its loss is stated. Throws `old_paper_out`. */
async function takeBack({ tx }: Call, dossier: Dossier, how: Collecting['oldPaper'], at: Date): Promise<{ oldPaper?: 'returned' | 'lost' }> {
  const outside = await papersOutside(tx, dossier.id)
  if (outside.length === 0) return {}
  if (how === undefined) throw new Failure('old_paper_out', { code: dossier.code }, { fields: { oldPaper: 'required' } })
  await markGivenBack(tx, outside.map(({ id }) => id), how, at)
  return { oldPaper: how }
}

/** A signed result that is wanted electronically only is handed over by the system as soon as nothing is owed for it: nobody has to come. */
export async function handOverElectronically({ tx, clock }: Pick<Reaction, 'tx' | 'clock'>, id: string, system: Actor): Promise<void> {
  const dossier = await lockDossier(tx, id)
  if (dossier?.state !== 'approved' || dossier.receive !== 'electronic' || dossier.citizen === null || !(await isPaidUp(tx, id))) return
  const now = clock.now()
  await writeMove(tx, dossier, system, { action: 'handOver', event: ResultHandedOver, at: now, note: { relation: 'electronic' }, change: { closedAt: now } })
}
