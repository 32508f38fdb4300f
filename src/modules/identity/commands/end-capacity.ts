import type { z } from 'zod'
import { realNow } from '#kernel/clock'
import { Failure } from '#kernel/failure'
import { publish } from '#platform/events'
import type { Call } from '#platform/http'
import { capacityState } from '../administration-rules.ts'
import { iso, loadAdministered, refuseAct, today } from '../administering.ts'
import type { endCapacity as contract } from '../contract.ts'
import { CapacityEnded } from '../events.ts'
import { endCapacityNow, endCapacityOn, lockCapacity, type CapacityFacts } from '../stores/administration.ts'
import { delegationsFrom } from '../stores/delegations.ts'
import { tellRevoked } from './revoke-delegation.ts'

type Ended = { capacity: string; to: string | null; endedAt: string | null }

/** Ends a capacity on a day of today or later, which is counted in, or at this moment. What was delegated from it gives no right any more then. */
export async function endCapacity(call: Call<z.output<typeof contract.input>>): Promise<Ended> {
  const { tx, input } = call
  const row = await lockCapacity(tx, input.capacity)
  if (!row) throw new Failure('capacity_not_found')
  const { scope } = await loadAdministered(call, row.officer)
  if (row.delegatedFrom !== null) throw new Failure('delegation_not_found')
  const on = input.on ?? today()
  await refuseAct(call, { officer: row.officer, scope, agencies: [row.agency], taking: { capacities: [row], day: on } })
  return input.atOnce === true ? endAtOnce(call, row, input.reason) : endOn(call, row, on, input.reason)
}

async function endOn(call: Pick<Call, 'tx' | 'actor' | 'clock'>, row: CapacityFacts, on: string, reason: string): Promise<Ended> {
  if (on < today() || on < row.validFrom) throw new Failure('day_is_past', { day: on }, { fields: { on: 'in_past' } })
  if (capacityState(row, today()) === 'past' || (row.validTo !== null && row.validTo < on)) throw new Failure('capacity_over', { to: row.validTo })
  await endCapacityOn(call.tx, row.id, on, call.actor.id ?? '', reason)
  await tellEnded(call, row, on)
  return { capacity: row.id, to: on, endedAt: null }
}

/** Ends a capacity at this moment: the request after this one finds it gone. Throws `capacity_over` when it was. */
export async function endAtOnce(call: Pick<Call, 'tx' | 'actor' | 'clock'>, row: CapacityFacts, reason: string): Promise<Ended> {
  if (capacityState(row, today()) === 'past') throw new Failure('capacity_over', { to: row.validTo })
  const at = realNow()
  await endCapacityNow(call.tx, row.id, at, call.actor.id ?? '', reason)
  await tellEnded(call, row, null)
  await tellReceivers(call, row, reason)
  return { capacity: row.id, to: row.validTo, endedAt: iso(at) }
}

async function tellReceivers(call: Pick<Call, 'tx' | 'clock'>, row: CapacityFacts, reason: string): Promise<void> {
  for (const delegation of await delegationsFrom(call.tx, row.id)) if (delegation.validTo >= today()) await tellRevoked(call, delegation, reason)
}

const tellEnded = ({ tx, actor, clock }: Pick<Call, 'tx' | 'actor' | 'clock'>, { id, officer, role, agency }: CapacityFacts, to: string | null): Promise<void> =>
  publish(tx, CapacityEnded, { subject: officer, at: clock.now(), payload: { capacity: id, officer, role, agency, to, by: actor.id ?? '' } })
