import type { z } from 'zod'
import { realNow } from '#kernel/clock'
import { Failure } from '#kernel/failure'
import { publish } from '#platform/events'
import type { Call } from '#platform/http'
import { notify } from '#platform/notify'
import { scopeOf, today } from '../administering.ts'
import type { revokeDelegation as contract } from '../contract.ts'
import { DelegationRevoked } from '../events.ts'
import { endCapacityNow } from '../stores/administration.ts'
import { findDelegation, findDelegationOf, markRevoked, type DelegationRow } from '../stores/delegations.ts'

/** Takes a delegation back: whoever acts in it at this moment cannot at the next request. Whoever delegated may, and the administrator. */
export async function revokeDelegation(call: Call<z.output<typeof contract.input>>): Promise<{ id: string }> {
  const { tx, actor, input } = call
  const row = await findDelegation(tx, input.delegation)
  const mine = row !== undefined && row.fromCapacity === actor.capacityId
  if (!row || (!mine && (actor.role !== 'administrator' || !(await scopeOf(call)).agencies.includes(row.agency)))) throw new Failure('delegation_not_found')
  if (row.validTo < today()) throw new Failure('delegation_over')
  await revoke(call, row, input.reason)
  return { id: row.id }
}

/** Ends a delegation and its capacity at this moment. Throws `delegation_over` when somebody did before. */
export async function revoke({ tx, actor, clock }: Pick<Call, 'tx' | 'actor' | 'clock'>, row: DelegationRow, reason: string): Promise<void> {
  const by = actor.id ?? ''
  if (!(await markRevoked(tx, row.id, realNow(), by, reason))) throw new Failure('delegation_over')
  await endCapacityNow(tx, row.capacity, realNow(), by, reason)
  await publish(tx, DelegationRevoked, { subject: row.toOfficer, at: clock.now(), payload: { delegation: row.id, fromCapacity: row.fromCapacity, toOfficer: row.toOfficer, agency: row.agency, by } })
  await tellRevoked({ tx, clock }, row, reason)
}

/** Whoever signed by a delegation signs no more, and should not learn it from a refusal. */
export const tellRevoked = ({ tx, clock }: Pick<Call, 'tx' | 'clock'>, row: DelegationRow, reason: string): Promise<void> => notify(tx, {
  key: `identity:revoked:${row.id}`, person: row.toOfficer, subject: row.id, template: 'identity.delegation_revoked', at: clock.now(),
  facts: { name: row.fromName, title: { vi: row.fromTitleVi, en: row.fromTitleEn }, reason },
})

/** The same, by the capacity that the delegation made. */
export async function revokeOf(call: Pick<Call, 'tx' | 'actor' | 'clock'>, capacity: string, reason: string): Promise<void> {
  const row = await findDelegationOf(call.tx, capacity)
  if (!row) throw new Failure('delegation_not_found')
  await revoke(call, row, reason)
}
