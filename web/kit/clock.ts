import type { Messages } from '../messages/index.ts'

/** What is known about the time of a dossier. Minutes are working minutes, a day is a working day of `minutesPerDay`. */
export type ClockFacts =
  | { state: 'running'; minutesLeft: number; minutesTotal: number; minutesPerDay: number; due: 'today' | 'tomorrow' | 'later' }
  | { state: 'paused' }
  | { state: 'finished'; minutesLeft: number; minutesPerDay: number }

export type ClockKind = 'far' | 'near' | 'late' | 'paused' | 'done'

/** How a clock looks: `cap` is how far the stone's cap has come down, 0 to 1. */
export type ClockLook = { kind: ClockKind; cap: number; text: string }

/**
 * Whether a running count is near its end, the one rule for every clock that is drawn: due on this or the next day of the calendar, or no more
 * than "one day" is said of it, so that the same words never stand in two colours (before a weekend the next working day is not tomorrow).
 */
export const isNearDue = ({ minutesLeft, minutesPerDay, due }: Pick<Extract<ClockFacts, { state: 'running' }>, 'minutesLeft' | 'minutesPerDay' | 'due'>): boolean =>
  due !== 'later' || Math.round(minutesLeft / minutesPerDay) <= 1

/**
 * The look of a clock. The cap is low while time is plenty (20 to 45 %, by what is used), 55 % when near its end, 80 % when due today, 100 % late;
 * what has been finished late says so and is not green.
 */
export function clockLook(facts: ClockFacts, kit: Messages['kit']): ClockLook {
  if (facts.state === 'paused') return { kind: 'paused', cap: 0, text: kit.pausedClock }
  const { minutesLeft, minutesPerDay } = facts
  if (facts.state === 'finished') {
    if (minutesLeft < 0) return { kind: 'late', cap: 1, text: amountIn(kit.over, -minutesLeft, minutesPerDay, kit) }
    return { kind: 'done', cap: 1, text: minutesLeft < 1 ? kit.onTime : amountIn(kit.early, minutesLeft, minutesPerDay, kit) }
  }
  if (minutesLeft < 0) return { kind: 'late', cap: 1, text: amountIn(kit.over, -minutesLeft, minutesPerDay, kit) }
  const text = minutesLeft < 1 ? kit.dueNow : leftIn(minutesLeft, minutesPerDay, kit)
  if (facts.due === 'today') return { kind: 'near', cap: 0.8, text }
  if (isNearDue(facts)) return { kind: 'near', cap: 0.55, text }
  const used = facts.minutesTotal > 0 ? 1 - minutesLeft / facts.minutesTotal : 0
  return { kind: 'far', cap: 0.2 + 0.25 * Math.min(1, Math.max(0, used)), text }
}

// Two minutes after the beginning of three days there are three days left, not two: whole days are named by the nearest. The last day is told in hours.
const leftIn = (minutes: number, perDay: number, kit: Messages['kit']): string =>
  minutes < perDay ? amountIn(kit.left, minutes, perDay, kit) : kit.left(Math.round(minutes / perDay), kit.unit.day)

// Rounded down: a promise of "2 hours left" must never be less. What is late is at least a minute late.
function amountIn(say: (amount: number, unit: string) => string, minutes: number, perDay: number, kit: Messages['kit']): string {
  if (minutes >= perDay) return say(Math.floor(minutes / perDay), kit.unit.day)
  if (minutes >= 60) return say(Math.floor(minutes / 60), kit.unit.hour)
  return say(Math.max(1, Math.floor(minutes)), kit.unit.minute)
}
