import type { z } from 'zod'
import { realNow } from '#kernel/clock'
import { Failure } from '#kernel/failure'
import { publish } from '#platform/events'
import type { Call } from '#platform/http'
import { loadAdministered } from '../administering.ts'
import type { unlockOfficer as contract } from '../contract.ts'
import { AccountUnlocked } from '../events.ts'
import { lockOf, usernameOf } from '../rules.ts'
import { findOfficerByUsername } from '../stores/officers.ts'
import { clearTries } from '../stores/sign-ins.ts'
import { nameIndexOf } from '../tries.ts'

/** Ends the lock of an officer of the administrator's scope whose identity the administrator has made sure of; failures that did not lock are forgotten too. */
export async function unlockOfficer(call: Call<z.output<typeof contract.input>>): Promise<{ name: string; wasLocked: boolean }> {
  const officer = await findOfficerByUsername(call.tx, usernameOf(call.input.username))
  if (!officer || call.actor.id === null) throw new Failure('officer_not_found')
  await loadAdministered(call, officer.id)
  const attempt = await clearTries(call.tx, nameIndexOf(call.sealer, officer.username))
  const wasLocked = lockOf(attempt, realNow()).until !== null
  if (wasLocked) await publish(call.tx, AccountUnlocked, { subject: officer.id, at: call.clock.now(), payload: { officer: officer.id, by: call.actor.id } })
  return { name: officer.name, wasLocked }
}
