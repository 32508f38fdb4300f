import { type LocalDate, dateOfDay, dayNumber, minuteOfTime, minutesPerDay, weekdayOfDay } from './local-time.ts'
import { holidays } from './holidays.ts'

export type CalendarDayKind = 'working' | 'weekly_rest' | 'holiday' | 'compensated_off' | 'makeup_working'

/** One special day, as data: what it is, on which law or notice it rests, and whether that source is known. */
export type CalendarDay = {
  date: LocalDate
  kind: CalendarDayKind
  legalBasis: string
  status: 'sourced' | 'illustrative'
  note: { vi: string; en: string }
  /** hours of this one day when they differ from the usual ones */
  sessions?: readonly SessionHours[]
}

/** Hours of a session as people write them: `07:30` to `11:30`. */
export type SessionHours = { from: string; to: string }

/** A session in minutes since midnight, from inclusive, to exclusive. */
export type Session = { from: number; to: number }

export type CalendarInput = {
  sessions: readonly SessionHours[]
  /** ISO weekdays, 1 Monday to 7 Sunday */
  weeklyRest: readonly number[]
  days: readonly CalendarDay[]
  /** what one working day of a time limit is worth; 480 by practice (thirty working days are 240 hours) */
  workingDayMinutes?: number
}

/** A working calendar. Opaque: made by `makeCalendar`, read through the functions of this folder. */
export type Calendar = {
  readonly sessions: readonly Session[]
  readonly workingDayMinutes: number
  readonly days: ReadonlyMap<LocalDate, CalendarDay>
  readonly weeklyRest: ReadonlySet<number>
  /** sessions by day number, remembered: the arithmetic asks for the same days again and again */
  readonly openOn: (day: number) => readonly Session[]
}

const none: readonly Session[] = []

const sessionsFrom = (hours: readonly SessionHours[]): readonly Session[] => {
  const sessions = hours.map(({ from, to }) => ({ from: minuteOfTime(from), to: minuteOfTime(to) }))
  if (sessions.length === 0) throw new RangeError('a working day needs a session')
  sessions.forEach((session, i) => {
    if (session.from >= session.to) throw new RangeError('a session must end after it starts')
    const previous = sessions[i - 1]
    if (previous && previous.to > session.from) throw new RangeError('sessions must be in order and apart')
  })
  return sessions
}

/** Makes a calendar from data. Throws a RangeError when the data cannot be a calendar (no session, overlap, no working weekday, a date twice). */
export function makeCalendar(input: CalendarInput): Calendar {
  const sessions = sessionsFrom(input.sessions)
  const weeklyRest = new Set(input.weeklyRest)
  if ([...weeklyRest].some((day) => !Number.isInteger(day) || day < 1 || day > 7)) throw new RangeError('weekdays are 1 to 7')
  if (weeklyRest.size > 6) throw new RangeError('a week needs a working day')
  const workingDayMinutes = input.workingDayMinutes ?? 480
  if (!Number.isInteger(workingDayMinutes) || workingDayMinutes < 1) throw new RangeError('a working day is a whole number of minutes')
  const days = new Map<LocalDate, CalendarDay>()
  const special = new Map<number, readonly Session[]>()
  for (const day of input.days) {
    if (days.has(day.date)) throw new RangeError(`${day.date} is given twice`)
    const working = day.kind === 'working' || day.kind === 'makeup_working'
    days.set(day.date, day)
    special.set(dayNumber(day.date), !working ? none : day.sessions ? sessionsFrom(day.sessions) : sessions)
  }
  const weekly = [1, 2, 3, 4, 5, 6, 7].map((weekday) => (weeklyRest.has(weekday) ? none : sessions))
  const openOn = (day: number): readonly Session[] => special.get(day) ?? weekly[weekdayOfDay(day) - 1] ?? none
  return { sessions, workingDayMinutes, days, weeklyRest, openOn }
}

/**
 * Administrative agencies: 07:30–11:30 and 13:00–17:00, Saturday and Sunday off, the holidays of `holidays.ts`.
 * These hours make the eight that practice counts as a working day. Agencies with 13:30–17:00 or 13:30–17:30 exist: the hours are
 * a setting of the province, given to `makeCalendar`.
 */
export const defaultCalendar: Calendar = makeCalendar({
  sessions: [
    { from: '07:30', to: '11:30' },
    { from: '13:00', to: '17:00' },
  ],
  weeklyRest: [6, 7],
  days: holidays,
})

/** The sessions of a date in minutes since midnight; empty on a day off. */
export const sessionsOfDay = (calendar: Calendar, date: LocalDate): readonly Session[] => calendar.openOn(dayNumber(date))

/** Whether agencies work on this date. */
export const isWorkingDay = (calendar: Calendar, date: LocalDate): boolean => sessionsOfDay(calendar, date).length > 0

/** What kind of day a date is, and the row that says so when it is a special one. */
export function dayOf(calendar: Calendar, date: LocalDate): { kind: CalendarDayKind; row: CalendarDay | undefined } {
  const row = calendar.days.get(date)
  const kind = row?.kind ?? (calendar.weeklyRest.has(weekdayOfDay(dayNumber(date))) ? 'weekly_rest' : 'working')
  return { kind, row }
}

/** The first working day after a date. */
export function nextWorkingDay(calendar: Calendar, date: LocalDate): LocalDate {
  let day = dayNumber(date) + 1
  while (calendar.openOn(day).length === 0) day += 1
  return dateOfDay(day)
}

/** Local minute at which the last session of a day ends; undefined on a day off. */
export const closeOfDay = (calendar: Calendar, day: number): number | undefined => {
  const last = calendar.openOn(day).at(-1)
  return last && day * minutesPerDay + last.to
}
