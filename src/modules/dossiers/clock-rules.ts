import { dueAt, workingMinutesBetween, type Calendar, type Pause, type PausePolicy, type TimeLimit } from '#kernel/working-time'

/** The clock of an accepted dossier. */
export type DossierClock = {
  acceptedAt: Date
  limit: TimeLimit
  policy: PausePolicy
  /** waits for the citizen, to which the policy applies */
  pauses: readonly { from: Date; to: Date | null }[]
  /** times that are taken out whatever the policy says of waits: another agency was asked, and the version lets the clock stand still meanwhile */
  stops?: readonly Pause[]
}

const closed = (pauses: DossierClock['pauses']): Pause[] => pauses.flatMap(({ from, to }) => (to === null ? [] : [{ from, to }]))

/** The clock of a dossier as it runs: from the acceptance, or from when the authority that decides it got it from another one, whose waits say nothing here. */
export function clockOfDossier(dossier: { acceptedAt: Date; routedAt: Date | null }, rules: Pick<DossierClock, 'limit' | 'policy' | 'pauses' | 'stops'>): DossierClock {
  const begins = dossier.routedAt ?? dossier.acceptedAt
  return { acceptedAt: begins, limit: rules.limit, policy: rules.policy, pauses: rules.pauses.filter(({ from }) => from >= begins), stops: (rules.stops ?? []).filter(({ from }) => from >= begins) }
}

/** By when the result must be signed, to the minute: from the acceptance, and what the policy says of each ended wait; stops are taken out of the count that runs. */
export function dueOf(calendar: Calendar, clock: DossierClock): Date {
  const { policy, stops = [] } = clock
  if (stops.length === 0) return dueAt(calendar, clock.acceptedAt, clock.limit, { policy, pauses: closed(clock.pauses) })
  const waits = policy === 'PAUSE_DURING_SUPPLEMENT' ? closed(clock.pauses) : []
  return dueAt(calendar, countedFrom(clock), clock.limit, { policy: 'PAUSE_DURING_SUPPLEMENT', pauses: [...waits, ...stops] })
}

/** From when the running count counts: the acceptance, or the last ended wait when the limit was counted afresh. */
export const countedFrom = (clock: DossierClock): Date =>
  clock.policy === 'RESTART_AFTER_SUPPLEMENT' ? (closed(clock.pauses).at(-1)?.to ?? clock.acceptedAt) : clock.acceptedAt

/** What the small clock beside a dossier says. `minutes` are working minutes left, negative when late. */
export type TimeLeft = { kind: 'left' | 'near' | 'late' | 'waiting' | 'done'; minutes: number; share: number }

/** Near means: due within this many working minutes (one working day). */
const nearMinutes = 480

/**
 * How much time is left at `now`: of the count that runs, against `due`. `doneAt` stops the clock; `waiting` shows that it stands still.
 * `share` is the used part of the whole, 0..1.
 */
export function timeLeft(calendar: Calendar, at: { from: Date; due: Date; now: Date; doneAt: Date | null; waiting: boolean }): TimeLeft {
  const until = at.doneAt ?? at.now
  const minutes = workingMinutesBetween(calendar, until, at.due)
  const whole = Math.max(1, workingMinutesBetween(calendar, at.from, at.due))
  const share = Math.min(1, Math.max(0, 1 - minutes / whole))
  if (at.doneAt) return { kind: 'done', minutes, share }
  if (at.waiting) return { kind: 'waiting', minutes, share }
  if (at.now.getTime() > at.due.getTime()) return { kind: 'late', minutes, share: 1 }
  return { kind: minutes <= nearMinutes ? 'near' : 'left', minutes, share }
}
