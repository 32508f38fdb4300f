import { dayOfMinute, fromLocalMinute, localMinute, minutesPerDay } from './local-time.ts'
import type { Calendar } from './working-calendar.ts'

/** No limit in law comes near: beyond this many working minutes (some forty years) the number is a mistake. */
const mostMinutes = 480 * 10_000

/**
 * Working minutes from one instant to another, whole minutes (seconds are dropped on both sides, as receipts print them).
 * Negative when `to` lies before `from`, so that between(a, b) + between(b, c) = between(a, c) in every order.
 */
export function workingMinutesBetween(calendar: Calendar, from: Date, to: Date): number {
  const a = localMinute(from)
  const b = localMinute(to)
  return a <= b ? minutesIn(calendar, a, b) : -minutesIn(calendar, b, a)
}

const minutesIn = (calendar: Calendar, from: number, to: number): number => {
  const lastDay = dayOfMinute(to)
  let sum = 0
  for (let day = dayOfMinute(from); day <= lastDay; day += 1) {
    const base = day * minutesPerDay
    for (const session of calendar.openOn(day)) {
      const length = Math.min(base + session.to, to) - Math.max(base + session.from, from)
      if (length > 0) sum += length
    }
  }
  return sum
}

/**
 * The instant at which `minutes` working minutes have passed since `from`, to the minute. Counting starts at the next session when
 * `from` lies outside every session, and exactly at the end of one; a count that runs out at the end of a session stays there
 * (17:00, not the next morning). Zero minutes give `from` itself. Throws a RangeError unless minutes is a whole number >= 0.
 */
export function addWorkingMinutes(calendar: Calendar, from: Date, minutes: number): Date {
  if (!Number.isInteger(minutes) || minutes < 0 || minutes > mostMinutes) throw new RangeError(`not a number of working minutes: ${minutes}`)
  const start = localMinute(from)
  if (minutes === 0) return fromLocalMinute(start)
  let left = minutes
  for (let day = dayOfMinute(start); ; day += 1) {
    const base = day * minutesPerDay
    for (const session of calendar.openOn(day)) {
      const begin = Math.max(base + session.from, start)
      const room = base + session.to - begin
      if (room <= 0) continue
      if (left <= room) return fromLocalMinute(begin + left)
      left -= room
    }
  }
}

/** The first minute of work at or after an instant: itself inside a session, otherwise the start of the next one. */
export function nextWorkingStart(calendar: Calendar, at: Date): Date {
  const minute = localMinute(at)
  for (let day = dayOfMinute(minute); ; day += 1) {
    const base = day * minutesPerDay
    for (const session of calendar.openOn(day)) {
      if (minute < base + session.to) return fromLocalMinute(Math.max(minute, base + session.from))
    }
  }
}
