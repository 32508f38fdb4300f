import { addDays, addMonths, fromLocal, type LocalDate } from '#kernel/local-time'
import type { Definition } from './contract.ts'

/** A period in local days, `to` not in it. */
export type Days = { from: LocalDate; to: LocalDate }

/** The period that is meant: the running month of `today` when none is given; undefined when it runs backwards. */
export function periodOf(given: { from?: string | undefined; to?: string | undefined }, today: LocalDate): Days | undefined {
  const from = given.from ?? (given.to === undefined ? `${today.slice(0, 7)}-01` : addMonths(given.to, -1))
  const to = given.to ?? (given.from === undefined ? addDays(today, 1) : addMonths(from, 1))
  return from < to ? { from, to } : undefined
}

/** The period as instants, half-open. */
export const instants = (days: Days): { from: Date; to: Date } => ({ from: fromLocal(days.from), to: fromLocal(days.to) })

/** The last `points` steps up to and with today, oldest first. */
export function steps(step: 'day' | 'month', points: number, today: LocalDate): Days[] {
  const month = `${today.slice(0, 7)}-01`
  return Array.from({ length: points }, (_, i) => {
    const back = points - 1 - i
    if (step === 'day') return { from: addDays(today, -back), to: addDays(today, 1 - back) }
    return { from: addMonths(month, -back), to: addMonths(month, 1 - back) }
  })
}

/** The value of a count: the share, or the numerator; null where there is nothing to divide by. */
export const valueOf = (formula: Definition['formula'], numerator: number, denominator: number): number | null =>
  formula === 'count' ? numerator : denominator === 0 ? null : numerator / denominator

/** Whether a value is on the good side of the threshold; null when that cannot be said. */
export function isWell(definition: Pick<Definition, 'threshold' | 'better'>, value: number | null): boolean | null {
  if (definition.threshold === null || value === null) return null
  return definition.better === 'higher' ? value >= definition.threshold.value : value <= definition.threshold.value
}
