import type { z } from 'zod'
import type { Call } from '#platform/http'
import { signatureOf } from '#modules/identity'
import { cancelCharge } from '#modules/payments'
import { getVersion } from '#modules/procedures'
import type { approve, Done } from '../contract.ts'
import { RefusalSigned, ResultApproved } from '../events.ts'
import { enterInRegister } from '../register.ts'
import { resultDraft, sealResult } from '../result.ts'
import { addDocument } from './add-document.ts'
import { doneOf, lockVisible, personOf, refuseUnlessAllowed, writeMove } from './move.ts'

/**
 * The leader approves and signs, or certifies a copy: the dossier is finished at this minute, in time or late. One that is signed again after a misprint was finished when it was signed first. What
 * was laid before her as not granted becomes a notice: no result is made and no register entered, and what is still owed for it is owed no longer.
 */
export async function approveResult(call: Call<z.output<typeof approve.input>>): Promise<Done> {
  const { tx, actor } = call
  const dossier = await lockVisible(call, call.input.id)
  refuseUnlessAllowed(dossier, 'approve', personOf(actor))
  const now = call.clock.now()
  const change = { finishedAt: dossier.finishedAt ?? now, readyAt: now }
  const moved = await writeMove(tx, dossier, actor, { action: 'approve', event: dossier.refusal ? RefusalSigned : ResultApproved, at: now, change, ...(dossier.refusal && { note: { ...dossier.refusal } }) })
  const signature = await signatureOf(tx, actor.capacityId ?? '')
  const signer = { lines: signature.lines, name: signature.name, signedAt: now.toISOString() }
  if (dossier.refusal) {
    await addDocument(call, moved, 'refusal', { ...dossier.refusal, signer })
    await cancelCharge(tx, dossier.id, now)
    return doneOf(moved, actor)
  }
  const version = await getVersion(tx, dossier.procedureVersion)
  const draft = await enterInRegister(call, dossier, version, await resultDraft(call, dossier, version), signer)
  await addDocument(call, moved, 'result', sealResult(call.sealer, draft, signer))
  return doneOf(moved, actor)
}
