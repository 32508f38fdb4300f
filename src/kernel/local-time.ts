/**
 * Vietnamese civil time. Asia/Ho_Chi_Minh has been a fixed UTC+7 without summer time since 1975, so everything is integer
 * arithmetic on minutes: the same answer on every machine, in every browser, whatever its time zone tables say.
 */

/** A civil date, `YYYY-MM-DD`. */
export type LocalDate = string

/** Minutes that Vietnamese time is ahead of UTC. */
export const offsetMinutes = 420
export const minutesPerDay = 1440
const msPerDay = 86_400_000

/** Minutes since 1970-01-01 00:00 Vietnamese time; seconds are dropped. Throws a RangeError for an invalid date. */
export function localMinute(at: Date): number {
  const minute = Math.floor(at.getTime() / 60_000) + offsetMinutes
  if (Number.isNaN(minute)) throw new RangeError('invalid date')
  return minute
}

/** The instant of a local minute (the inverse of `localMinute`). */
export const fromLocalMinute = (minute: number): Date => new Date((minute - offsetMinutes) * 60_000)

/** Days since 1970-01-01 of a local minute. */
export const dayOfMinute = (minute: number): number => Math.floor(minute / minutesPerDay)

/** Days since 1970-01-01 of a civil date. Throws a RangeError for anything that is not a day of the calendar (2026-02-29). */
export function dayNumber(date: LocalDate): number {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date)
  if (!match) throw new RangeError(`not a date: ${date}`)
  const day = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) / msPerDay
  if (dateOfDay(day) !== date) throw new RangeError(`not a day of the calendar: ${date}`)
  return day
}

/** The civil date of a day number. */
export const dateOfDay = (day: number): LocalDate => new Date(day * msPerDay).toISOString().slice(0, 10)

/** ISO 8601 weekday of a day number: 1 is Monday, 7 is Sunday. */
export const weekdayOfDay = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1

/** The Vietnamese civil date of an instant. */
export const localDate = (at: Date): LocalDate => dateOfDay(dayOfMinute(localMinute(at)))

/** Minutes since local midnight, 0..1439. */
export const minuteOfDay = (at: Date): number => {
  const minute = localMinute(at)
  return minute - dayOfMinute(minute) * minutesPerDay
}

/** The instant of a civil date and a clock time (`HH:MM`, 00:00..24:00, or minutes since midnight). */
export const fromLocal = (date: LocalDate, time: string | number = 0): Date =>
  fromLocalMinute(dayNumber(date) * minutesPerDay + (typeof time === 'number' ? time : minuteOfTime(time)))

/** Minutes since midnight of `HH:MM`; 24:00 is the end of the day. Throws a RangeError for anything else. */
export function minuteOfTime(time: string): number {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time)
  if (time === '24:00') return minutesPerDay
  if (!match) throw new RangeError(`not a clock time: ${time}`)
  return Number(match[1]) * 60 + Number(match[2])
}

/** The date `days` later (earlier when negative). */
export const addDays = (date: LocalDate, days: number): LocalDate => dateOfDay(dayNumber(date) + days)

/**
 * The corresponding day `months` later, or the last day of that month when it has no such day
 * (Bộ luật Dân sự 2015, Điều 148 khoản 3: 31 January and one month is 28 or 29 February).
 */
export function addMonths(date: LocalDate, months: number): LocalDate {
  dayNumber(date)
  const total = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months
  const year = Math.floor(total / 12)
  const month = total - year * 12
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return dateOfDay(Date.UTC(year, month, Math.min(Number(date.slice(8, 10)), lastDay)) / msPerDay)
}
