import type { LocalDate } from '#kernel/local-time'
import { headTitleOf, isDeputy } from './signature-rules.ts'

/** What a delegation is given for: everything, a field, or one procedure. */
export type DelegationScope = { field: string | null; procedure: string | null }

/** A stretch of days; both ends are counted in, `to` null for no end. */
export type Days = { from: LocalDate; to: LocalDate | null }

/** The capacity that is delegated from, as the rules see it. */
export type Delegator = Days & { role: string; signsAs: readonly string[]; delegated: boolean }

/** Whoever receives it: their own capacity at the delegator's agency or below it. */
export type Receiver = Days & { agency: string; signsAs: readonly string[] }

/** Where the rules below come from: in writing, limited in time and content, and not to be given on. */
export const delegationSource = 'Nghị định 30/2020/NĐ-CP, Điều 13 khoản 3'

const dayAfterAll = '9999-12-31'
const last = (days: Days): LocalDate => days.to ?? dayAfterAll

/** Whether two stretches have a day in common. */
export const meet = (one: Days, other: Days): boolean => one.from <= last(other) && other.from <= last(one)

/** Whether one stretch lies within another. */
export const isWithin = (inner: Days, outer: Days): boolean => outer.from <= inner.from && last(inner) <= last(outer)

/** Whether two scopes are about the same: everything meets anything; else they must be the same field or the same procedure. */
export const sameScope = (one: DelegationScope, other: DelegationScope): boolean =>
  isWhole(one) || isWhole(other) || (one.field === other.field && one.procedure === other.procedure)

const isWhole = ({ field, procedure }: DelegationScope): boolean => field === null && procedure === null

export type DelegationFault = 'delegator_not_head' | 'delegation_not_on' | 'delegation_outlives' | 'delegation_receiver' | 'delegation_not_deputy' | 'delegation_overlaps'

/**
 * What stands against a delegation, or undefined. Order: may this capacity delegate at all, do the days fit, may this person receive it, is
 * there another one of the same scope on one of the days.
 */
export function delegationFault(given: {
  mode: 'KT' | 'TUQ'; days: Days; scope: DelegationScope; delegator: Delegator; receiver: Receiver | undefined
  others: readonly (Days & DelegationScope)[]; replace: boolean
}): DelegationFault | undefined {
  const { delegator, receiver, days } = given
  if (delegator.delegated) return 'delegation_not_on'
  if (delegator.role !== 'leader' || headTitleOf(delegator.signsAs) === undefined) return 'delegator_not_head'
  if (!isWithin(days, delegator)) return 'delegation_outlives'
  if (!receiver || !isWithin(days, receiver)) return 'delegation_receiver'
  if (given.mode === 'KT' && !isDeputy(receiver.signsAs)) return 'delegation_not_deputy'
  const overlaps = given.others.some((other) => sameScope(other, given.scope) && meet(other, days))
  return overlaps && !given.replace ? 'delegation_overlaps' : undefined
}
