import { timingSafeEqual } from 'node:crypto'
import type { z } from 'zod'
import { Failure } from '#kernel/failure'
import type { Call } from '#platform/http'
import { agencyNames } from '#modules/agencies'
import { titleOf } from '#modules/procedures'
import { timeLeft } from '../clock-rules.ts'
import { tidyCode } from '../codes.ts'
import { findPresently } from '../custody.ts'
import type { followDossier, showNumber, track } from '../contract.ts'
import { isWaiting, published, stageOf } from '../states.ts'
import { findDossierByCode, insertActs, listActs, noteReading } from '../stores/dossiers.ts'
import { secretOf } from './acknowledge.ts'
import { actorOf, lockVisible, readsOf } from './move.ts'

/** How far a dossier is, and nothing else. A wrong code and a wrong secret give the same answer, `dossier_not_found`. */
export async function trackDossier(call: Call<z.output<typeof track.input>>): Promise<z.input<typeof track.output>> {
  const dossier = await findDossierByCode(call.tx, tidyCode(call.input.code))
  const right = Buffer.from(dossier ? secretOf(call, dossier.id) : '········')
  const given = Buffer.from(tidyCode(call.input.secret))
  if (!dossier || right.length !== given.length || !timingSafeEqual(right, given)) throw new Failure('dossier_not_found')
  return { code: dossier.code, published: published[dossier.state], stage: stageOf[dossier.state], stages: 5 }
}

/** The course of a dossier without whose it is. Throws `dossier_not_found`. */
export async function readCourse(call: Call<z.output<typeof followDossier.input>>): Promise<z.input<typeof followDossier.output>> {
  const { tx, province } = call
  const dossier = await findPresently(call, call.input.id)
  if (!dossier) throw new Failure('dossier_not_found', { id: call.input.id })
  const acts = await listActs(tx, dossier.id)
  const names = await agencyNames(tx, [dossier.receivingAgency, dossier.competentAgency, ...acts.flatMap((act) => act.agency ?? [])])
  const named = (code: string) => ({ code, name: names.get(code) ?? { vi: code, en: code } })
  const clock = dossier.dueAt && timeLeft(province.calendar, {
    from: dossier.routedAt ?? dossier.acceptedAt ?? dossier.submittedAt, due: dossier.dueAt, now: call.clock.now(), doneAt: dossier.finishedAt ?? dossier.closedAt, waiting: isWaiting(dossier.state),
  })
  return {
    code: dossier.code, title: await titleOf(tx, dossier.procedure), state: dossier.state, published: published[dossier.state], desk: named(dossier.receivingAgency), office: named(dossier.competentAgency),
    submittedAt: dossier.submittedAt.toISOString(), acceptedAt: dossier.acceptedAt?.toISOString() ?? null, dueAt: dossier.dueAt?.toISOString() ?? null,
    finishedAt: dossier.finishedAt?.toISOString() ?? null, clock, simulated: dossier.simulated,
    acts: acts.map((act) => ({ number: act.number, action: act.action, at: act.at.toISOString(), agency: act.agency === null ? null : named(act.agency) })),
  }
}

/** The citizen number in full. The reading is written among the acts of the dossier: whoever reads it is on record. */
export async function readNumber(call: Call<z.output<typeof showNumber.input>>): Promise<z.input<typeof showNumber.output>> {
  const dossier = await lockVisible(call, call.input.id)
  if (dossier.numberSealed === null) throw new Failure('not_found')
  call.reads(readsOf(dossier))
  const acts = dossier.acts + 1
  await noteReading(call.tx, dossier.id, acts)
  await insertActs(call.tx, dossier.id, [{ number: acts, action: 'showNumber', fromState: dossier.state, toState: dossier.state, at: call.clock.now(), note: {}, ...(await actorOf(call.tx, call.actor)) }])
  return { number: call.sealer.open(dossier.numberSealed) }
}
