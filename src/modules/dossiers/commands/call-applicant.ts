import type { z } from 'zod'
import { Failure } from '#kernel/failure'
import { addDays, fromLocal, localDate } from '#kernel/local-time'
import type { Call } from '#platform/http'
import { titlesOf } from '#modules/procedures'
import type { Done, listCalls, recordCall } from '../contract.ts'
import { ApplicantCalled } from '../events.ts'
import { isGranted } from '../rights.ts'
import { listToCall } from '../stores/uncollected.ts'
import { reminderDue, waitingDays } from '../uncollected.ts'
import { doneOf, lockVisible, personOf, readsOf, writeNote } from './move.ts'
import { deskAsker } from './same-person.ts'

const mostShown = 100

/**
 * Whom the counter calls: results on paper of people without an account, on the days on which others are reminded in theirs, the longest first. Who was called today without an answer
 * comes again tomorrow.
 */
export async function readCalls(call: Call): Promise<z.input<typeof listCalls.output>> {
  const { tx, province, clock } = call
  const today = localDate(clock.now())
  const steps = province.uncollected.remindAfterDays.map((days) => fromLocal(addDays(today, 1 - days)))
  const due = (await listToCall(tx, await deskAsker(call), { steps, notCalledSince: fromLocal(today), size: mostShown })).map((row) => ({ ...row, days: waitingDays(row, clock.now()) ?? 0 }))
  call.reads(due.flatMap(readsOf))
  const titles = await titlesOf(tx, [...new Set(due.map(({ procedure }) => procedure))])
  return { rows: due.map(({ id, code, procedure, name, phone, shelf, days, tried, notGranted }) => ({ id, code, title: titles.get(procedure) ?? { vi: procedure, en: procedure }, name, phone, shelf, days, tried, notGranted })) }
}

/**
 * The clerk called, or sent a letter to whoever has no telephone: who was reached is reminded, and leaves the list until the next day of reminders; who was not stays. Throws `action_not_allowed` for a result that does not wait, or
 * of somebody who is reminded in their account.
 */
export async function callApplicant(call: Call<z.output<typeof recordCall.input>>): Promise<Done> {
  const { tx, actor, input, clock, province } = call
  const dossier = await lockVisible(call, input.id)
  if (!isGranted('call', dossier, personOf(actor))) throw new Failure('forbidden')
  const at = clock.now()
  const days = waitingDays({ ...dossier, readyAt: dossier.readyAt ?? dossier.finishedAt }, at)
  if (dossier.state !== 'approved' || days === null || dossier.citizen !== null) throw new Failure('action_not_allowed', { state: dossier.state, action: 'call' })
  const step = input.reached ? reminderDue(days, dossier.reminders, province.uncollected) : null
  return doneOf(await writeNote(tx, dossier, actor, { action: 'call', event: ApplicantCalled, at, note: { days, reached: input.reached, ...(dossier.applicant.phone === null && { letter: true }) }, ...(step !== null && { change: { reminders: step } }) }), actor)
}
