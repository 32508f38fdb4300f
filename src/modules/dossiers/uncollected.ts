import { dayNumber, localDate } from '#kernel/local-time'
import type { Province } from '#platform/province'
import type { State } from './states.ts'

/** When a result that nobody collects is reminded of, and from when it may go to the archive: days of the province. */
export type UncollectedDays = Province['uncollected']

type Waiting = { state: State; receive: 'electronic' | 'counter'; readyAt: Date | null }

const waits = ({ state, receive }: Waiting): boolean => (state === 'approved' || state === 'archived') && receive === 'counter'

/** For how many days a signed paper result has waited for its applicant; null when it does not. */
export const waitingDays = (result: Waiting, now: Date): number | null => (waits(result) && result.readyAt !== null ? Math.max(0, dayNumber(localDate(now)) - dayNumber(localDate(result.readyAt))) : null)

/**
 * Which reminder is due after so many days when `given` were given: 1 the first, and null for none. One that was missed, because the program stood
 * still, is not made up for: the person is told once, of the latest.
 */
export function reminderDue(days: number, given: number, { remindAfterDays }: Pick<UncollectedDays, 'remindAfterDays'>): number | null {
  const reached = remindAfterDays.filter((each) => each <= days).length
  return reached > given ? reached : null
}
