import type { z } from 'zod'
import { realNow } from '#kernel/clock'
import { Failure } from '#kernel/failure'
import { publish } from '#platform/events'
import type { Call } from '#platform/http'
import { endSessionsOf } from '#platform/sessions'
import { elsewhereOf, loadAdministered, refuseAct, runningOf, today } from '../administering.ts'
import type { disableOfficer as disable, enableOfficer as enable } from '../contract.ts'
import { OfficerDisabled, OfficerEnabled } from '../events.ts'
import { setDisabled } from '../stores/administration.ts'

/** Closes an account: its sessions end with it. What the officer holds stays as it is, so opening it again gives everything back. */
export async function disableOfficer(call: Call<z.output<typeof disable.input>>): Promise<{ id: string }> {
  const { tx, input, actor, clock } = call
  await change(call, input.id, false)
  await setDisabled(tx, input.id, realNow(), input.reason)
  await endSessionsOf(tx, input.id)
  await publish(tx, OfficerDisabled, { subject: input.id, at: clock.now(), payload: { officer: input.id, by: actor.id ?? '' } })
  return { id: input.id }
}

/** Opens a closed account again. */
export async function enableOfficer(call: Call<z.output<typeof enable.input>>): Promise<{ id: string }> {
  const { tx, input, actor, clock } = call
  await change(call, input.id, true)
  await setDisabled(tx, input.id, null, null)
  await publish(tx, OfficerEnabled, { subject: input.id, at: clock.now(), payload: { officer: input.id, by: actor.id ?? '' } })
  return { id: input.id }
}

async function change(call: Call, id: string, isDisabled: boolean): Promise<void> {
  const { account, capacities, scope } = await loadAdministered(call, id)
  const running = runningOf(capacities)
  await refuseAct(call, { officer: id, scope, agencies: [], ...(!isDisabled && { taking: { capacities: running, day: today() } }) })
  const [elsewhere] = elsewhereOf(capacities, scope)
  if (elsewhere !== undefined) throw new Failure('officer_elsewhere', { agency: elsewhere })
  if ((account.disabledAt !== null) !== isDisabled) throw new Failure('account_unchanged', { state: account.state })
}
