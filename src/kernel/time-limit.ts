import {
  addDays,
  addMonths,
  dateOfDay,
  dayNumber,
  dayOfMinute,
  fromLocal,
  fromLocalMinute,
  localDate,
  localMinute,
  minuteOfDay,
} from './local-time.ts'
import { type Calendar, closeOfDay, isWorkingDay, nextWorkingDay, sessionsOfDay } from './working-calendar.ts'
import { addWorkingMinutes, nextWorkingStart, workingMinutesBetween } from './working-minutes.ts'

/**
 * A statutory limit. Working units may be halves and quarters as long as they come to whole minutes; `day` and `month` are calendar units. `sameDayUntil`
 * (`15:00`, with working days): what is received until then has that day as its first one and is due at the close of the last, what comes later begins on the next
 * working day (as Nghị định 23/2015/NĐ-CP, Điều 7 has it for certified copies).
 */
export type TimeLimit = { amount: number; unit: 'working_hour' | 'working_day' | 'day' | 'month'; sameDayUntil?: string | undefined }

/**
 * What a request for missing papers does to the clock.
 * RESTART_AFTER_SUPPLEMENT: the limit is counted afresh from the full dossier (Nghị định 61/2018/NĐ-CP, Điều 19 khoản 4).
 * PAUSE_DURING_SUPPLEMENT: the wait is taken out, as the national index counts (Quyết định 766/QĐ-TTg).
 * NO_PAUSE: the wait counts against the agency.
 */
export type PausePolicy = 'RESTART_AFTER_SUPPLEMENT' | 'PAUSE_DURING_SUPPLEMENT' | 'NO_PAUSE'

/** A wait, `from` inclusive, `to` exclusive. A wait that still runs is closed by the caller at the moment it asks. */
export type Pause = { from: Date; to: Date }

type Stretch = { from: number; to: number }

/** Waits as local minutes: after the reception, in order, joined where they touch or overlap, empty ones dropped. */
export function mergePauses(pauses: readonly Pause[], after: Date): Stretch[] {
  const start = localMinute(after)
  const stretches = pauses
    .map((pause) => ({ from: Math.max(start, localMinute(pause.from)), to: localMinute(pause.to) }))
    .filter((stretch) => stretch.to > stretch.from)
    .sort((a, b) => a.from - b.from)
  const merged: Stretch[] = []
  for (const stretch of stretches) {
    const last = merged.at(-1)
    if (last && stretch.from <= last.to) last.to = Math.max(last.to, stretch.to)
    else merged.push(stretch)
  }
  return merged
}

const minutesOf = (calendar: Calendar, limit: TimeLimit): number => {
  const minutes = limit.amount * (limit.unit === 'working_hour' ? 60 : calendar.workingDayMinutes)
  if (!Number.isInteger(minutes)) throw new RangeError(`${limit.amount} ${limit.unit} is not a whole number of minutes`)
  return minutes
}

/** The last moment of a calendar limit that runs out on a date: the close of that day, or of the next working day (Điều 148 khoản 5). */
const closeOn = (calendar: Calendar, date: string): Date => {
  const last = isWorkingDay(calendar, date) ? date : nextWorkingDay(calendar, date)
  return closeOfWorkingDay(calendar, last)
}

const lastDate = (receivedAt: Date, limit: TimeLimit): string =>
  limit.unit === 'month' ? addMonths(localDate(receivedAt), limit.amount) : addDays(localDate(receivedAt), limit.amount)

const minuteOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))

/** The close of the last working day of a limit whose first day is the day of reception itself, or the next one after the hour. */
function wholeDaysDue(calendar: Calendar, receivedAt: Date, days: number, until: string): Date {
  const start = nextWorkingStart(calendar, receivedAt)
  let date = minuteOfDay(start) <= minuteOf(until) ? localDate(start) : nextWorkingDay(calendar, localDate(start))
  for (let day = 1; day < days; day += 1) date = nextWorkingDay(calendar, date)
  return closeOfWorkingDay(calendar, date)
}

const plainDue = (calendar: Calendar, receivedAt: Date, limit: TimeLimit): Date =>
  limit.sameDayUntil !== undefined ? wholeDaysDue(calendar, receivedAt, limit.amount, limit.sameDayUntil)
  : limit.unit === 'day' || limit.unit === 'month'
    ? closeOn(calendar, lastDate(receivedAt, limit))
    : addWorkingMinutes(calendar, receivedAt, minutesOf(calendar, limit))

const restartedDue = (calendar: Calendar, receivedAt: Date, limit: TimeLimit, pauses: readonly Stretch[]): Date => {
  let due = plainDue(calendar, receivedAt, limit)
  for (const pause of pauses) {
    if (pause.from >= localMinute(due)) break
    due = plainDue(calendar, fromLocalMinute(pause.to), limit)
  }
  return due
}

const pausedWorkingDue = (calendar: Calendar, receivedAt: Date, limit: TimeLimit, pauses: readonly Stretch[]): Date => {
  let left = minutesOf(calendar, limit)
  let cursor = receivedAt
  for (const pause of pauses) {
    const used = workingMinutesBetween(calendar, cursor, fromLocalMinute(pause.from))
    if (used >= left) break
    left -= used
    cursor = fromLocalMinute(pause.to)
  }
  return addWorkingMinutes(calendar, cursor, left)
}

const pausedCalendarDue = (calendar: Calendar, receivedAt: Date, limit: TimeLimit, pauses: readonly Stretch[]): Date => {
  let last = lastDate(receivedAt, limit)
  for (const pause of pauses) {
    if (pause.from >= localMinute(closeOn(calendar, last))) break
    last = addDays(last, dayOfMinute(pause.to) - dayOfMinute(pause.from))
  }
  return closeOn(calendar, last)
}

/**
 * When a dossier is due, to the minute.
 *
 * Working hours and days run on the clock from the reception: a working day is `workingDayMinutes` (480) working minutes, so a
 * dossier received on Monday at 10:15 with one working day is due on Tuesday at 10:15. See `addWorkingMinutes` for the edges.
 *
 * Calendar days and months follow Bộ luật Dân sự 2015, Điều 144–148: the day of reception is not counted (147.2), a month ends on
 * the corresponding day or on the last day of the month (148.3), a last day of rest moves to the next working day (148.5). The law
 * ends the day at 24:00; a desk answers no later than the close of its last session, so that is the time returned.
 *
 * Waits count according to the policy (default NO_PAUSE). In calendar units a wait adds the nights it spans. A wait that begins at or
 * after the due time changes nothing: a late dossier does not become timely by asking for papers.
 */
export function dueAt(
  calendar: Calendar,
  receivedAt: Date,
  limit: TimeLimit,
  options: { pauses?: readonly Pause[]; policy?: PausePolicy } = {},
): Date {
  const calendarUnit = limit.unit === 'day' || limit.unit === 'month'
  if (!(limit.amount > 0 && limit.amount <= 10_000)) throw new RangeError(`not a time limit: ${limit.amount} ${limit.unit}`)
  if ((calendarUnit || limit.sameDayUntil !== undefined) && !Number.isInteger(limit.amount)) throw new RangeError(`${limit.unit} is counted in whole numbers`)
  if (limit.sameDayUntil !== undefined && (limit.unit !== 'working_day' || !/^([01]\d|2[0-3]):[0-5]\d$/.test(limit.sameDayUntil))) throw new RangeError(`not an hour of a working day: ${limit.sameDayUntil}`)
  const policy = options.policy ?? 'NO_PAUSE'
  if (policy === 'NO_PAUSE') return plainDue(calendar, receivedAt, limit)
  const pauses = mergePauses(options.pauses ?? [], receivedAt)
  // whole days cannot be cut where a wait begins: they are counted afresh
  if (policy === 'RESTART_AFTER_SUPPLEMENT' || limit.sameDayUntil !== undefined) return restartedDue(calendar, receivedAt, limit, pauses)
  return (calendarUnit ? pausedCalendarDue : pausedWorkingDue)(calendar, receivedAt, limit, pauses)
}

/**
 * "On time", defined once: finished no later than the due time. SQL that counts it says `finished_at <= due_at` and nothing else.
 */
export const onTime = (due: Date, finishedAt: Date): boolean => finishedAt.getTime() <= due.getTime()

/** By when the desk must answer an online submission: 8 working hours after the system received it. */
export const deskAnswerDue = (calendar: Calendar, submittedAt: Date, workingHours = 8): Date =>
  addWorkingMinutes(calendar, submittedAt, workingHours * 60)

/**
 * By when an accepted dossier must reach the competent unit: the close of the same working day, or the start of the next working day
 * when it was accepted after the cut-off (15:00; Nghị định 61/2018/NĐ-CP, Điều 18).
 */
export function handOverDue(calendar: Calendar, acceptedAt: Date, cutOffMinute = 15 * 60): Date {
  const start = nextWorkingStart(calendar, acceptedAt)
  const date = localDate(start)
  if (minuteOfDay(start) <= cutOffMinute) return closeOfWorkingDay(calendar, date)
  const next = nextWorkingDay(calendar, date)
  return fromLocal(next, sessionsOfDay(calendar, next)[0]?.from ?? 0)
}

/** The end of the last session of a working day. Throws a RangeError on a day off. */
export function closeOfWorkingDay(calendar: Calendar, date: string): Date {
  const day = dayNumber(date)
  const close = closeOfDay(calendar, day)
  if (close === undefined) throw new RangeError(`${dateOfDay(day)} is a day off`)
  return fromLocalMinute(close)
}
