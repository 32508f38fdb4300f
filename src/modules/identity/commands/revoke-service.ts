import type { z } from 'zod'
import { realNow } from '#kernel/clock'
import { Failure } from '#kernel/failure'
import { publish } from '#platform/events'
import type { Call } from '#platform/http'
import type { revokeService as revokeContract, unlockService as unlockContract } from '../contract.ts'
import { ServiceRevoked, ServiceUnlocked } from '../events.ts'
import { serviceIndexOf } from '../services.ts'
import { revoke } from '../stores/services.ts'
import { clearTries } from '../stores/sign-ins.ts'
import { holdService } from './list-services.ts'

/** Revokes an account, for good: its next request is refused. */
export async function revokeService(call: Call<z.output<typeof revokeContract.input>>): Promise<{ id: string }> {
  const { tx, input, actor, clock } = call
  const { account, actions } = await holdService(call, input.id)
  if (!actions.includes('revoke')) throw new Failure('service_over')
  await revoke(tx, account.id, { by: actor.id ?? '', at: realNow(), reason: input.reason })
  await publish(tx, ServiceRevoked, { subject: account.id, at: clock.now(), payload: { service: account.id, by: actor.id ?? '' } })
  return { id: account.id }
}

/** Ends the lock that too many wrong secrets brought. One that has ended by itself stays ended. */
export async function unlockService(call: Call<z.output<typeof unlockContract.input>>): Promise<{ id: string }> {
  const { tx, input, actor, clock, sealer } = call
  const { account, state } = await holdService(call, input.id)
  await clearTries(tx, serviceIndexOf(sealer, account.id))
  if (state === 'locked') await publish(tx, ServiceUnlocked, { subject: account.id, at: clock.now(), payload: { service: account.id, by: actor.id ?? '' } })
  return { id: account.id }
}
