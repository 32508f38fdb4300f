import type { z } from 'zod'
import type { Call } from '#platform/http'
import { signatureOf } from '#modules/identity'
import { getVersion } from '#modules/procedures'
import type { approve, Done } from '../contract.ts'
import { ResultApproved } from '../events.ts'
import { enterInRegister } from '../register.ts'
import { resultDraft, sealResult } from '../result.ts'
import { addDocument } from './add-document.ts'
import { doneOf, lockVisible, personOf, refuseUnlessAllowed, writeMove } from './move.ts'

/** The leader approves and signs, or certifies a copy: the dossier is finished at this minute, in time or late. One that is signed again after a misprint was finished when it was signed first. */
export async function approveResult(call: Call<z.output<typeof approve.input>>): Promise<Done> {
  const { tx, actor } = call
  const dossier = await lockVisible(call, call.input.id)
  refuseUnlessAllowed(dossier, 'approve', personOf(actor))
  const now = call.clock.now()
  const moved = await writeMove(tx, dossier, actor, { action: 'approve', event: ResultApproved, at: now, change: { finishedAt: dossier.finishedAt ?? now, readyAt: now } })
  const signature = await signatureOf(tx, actor.capacityId ?? '')
  const version = await getVersion(tx, dossier.procedureVersion)
  const signer = { lines: signature.lines, name: signature.name, signedAt: now.toISOString() }
  const draft = await enterInRegister(call, dossier, version, await resultDraft(call, dossier, version), signer)
  await addDocument(call, moved, 'result', sealResult(call.sealer, draft, signer))
  return doneOf(moved, actor)
}
