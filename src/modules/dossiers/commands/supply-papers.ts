import type { z } from 'zod'
import { Failure } from '#kernel/failure'
import type { Call } from '#platform/http'
import { deskAnswerDue } from '#kernel/working-time'
import { getVersion } from '#modules/procedures'
import { clockOfDossier, dueOf } from '../clock-rules.ts'
import type { Done, supply } from '../contract.ts'
import { DossierSupplied } from '../events.ts'
import { endPause, listActs, listPauses, type Change, type Dossier } from '../stores/dossiers.ts'
import { insertPapers, listPapers } from '../stores/papers.ts'
import { askedItems } from '../supplement.ts'
import { stopsOfDossier } from './consultations.ts'
import { doneOf, lockVisible, personOf, refuseUnlessAllowed, writeMove } from './move.ts'

/**
 * Hands in what was asked for. A citizen has put a file to each paper; at the counter the clerk has seen the papers named in `seen`.
 * Throws `supplement_incomplete` with what is still missing: the request was complete, so must the answer be.
 */
export async function supplyPapers(call: Call<z.output<typeof supply.input>>): Promise<Done> {
  const { tx, actor, input } = call
  const dossier = await lockVisible(call, input.id)
  refuseUnlessAllowed(dossier, 'supply', personOf(actor))
  const now = call.clock.now()
  const papers = await listPapers(tx, dossier.id)
  const seen = actor.role === 'clerk' ? (input.seen ?? []) : []
  const given = new Set([...papers.filter((paper) => paper.source === 'supplement').map((paper) => paper.code), ...seen])
  const missing = askedItems(await listActs(tx, dossier.id)).filter((item) => !given.has(item.paper)).map((item) => item.paper)
  if (missing.length > 0) throw new Failure('supplement_incomplete', { missing })
  await insertPapers(tx, dossier.id, papers.length, seen.map((code) => ({ code, file: null, form: 'original', copies: 1, source: 'supplement', addedAt: now })))
  const change = await clockAfter(call, dossier, now)
  const moved = await writeMove(tx, dossier, actor, { action: 'supply', event: DossierSupplied, at: now, note: input.note ? { note: input.note } : {}, change })
  return doneOf(moved, actor)
}

// Before the acceptance the desk's time to answer begins again; after it the wait ends, and the due time follows from the policy.
async function clockAfter(call: Call, dossier: Dossier, now: Date): Promise<Change> {
  const { tx, province } = call
  if (dossier.state === 'desk_waiting') return { suppliedAt: now, deskDueAt: deskAnswerDue(province.calendar, now, province.deskAnswerHours) }
  await endPause(tx, dossier.id, now)
  const { body } = await getVersion(tx, dossier.procedureVersion)
  const pauses = await listPauses(tx, dossier.id)
  return { suppliedAt: now, dueAt: dueOf(province.calendar, clockOfDossier({ acceptedAt: dossier.acceptedAt ?? now, routedAt: dossier.routedAt }, { limit: body.timeLimit, policy: body.pausePolicy, pauses, stops: await stopsOfDossier(tx, dossier.id, body) })) }
}
