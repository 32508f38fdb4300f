import { describe, expect, it } from 'vitest'
import { addDays, addMonths, dateOfDay, dayNumber, fromLocal, localDate, minuteOfDay, minuteOfTime, weekdayOfDay } from './local-time.ts'

describe('local time', () => {
  it('turns the day at 17:00 UTC', () => {
    expect(localDate(new Date('2026-11-23T16:59:59Z'))).toBe('2026-11-23')
    expect(localDate(new Date('2026-11-23T17:00:00Z'))).toBe('2026-11-24')
    expect(minuteOfDay(new Date('2026-11-23T10:05:00Z'))).toBe(17 * 60 + 5)
    expect(fromLocal('2026-11-23', '17:00').toISOString()).toBe('2026-11-23T10:00:00.000Z')
  })
  it('knows weekdays, also before 1970', () => {
    expect(['2026-11-23', '2026-11-29', '1945-09-02'].map((date) => weekdayOfDay(dayNumber(date)))).toEqual([1, 7, 7])
  })
  it('counts days and months', () => {
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01')
    expect([addMonths('2026-01-31', 1), addMonths('2024-01-31', 1), addMonths('2026-12-31', 2), addMonths('2026-01-15', -1)]).toEqual([
      '2026-02-28',
      '2024-02-29',
      '2027-02-28',
      '2025-12-15',
    ])
    expect(dateOfDay(dayNumber('2027-02-06'))).toBe('2027-02-06')
  })
  it.each(['2026-02-29', '2026-13-01', '2026-1-1', '', 'hôm nay'])('refuses the date %s', (date) => expect(() => dayNumber(date)).toThrow(RangeError))
  it.each(['24:01', '7:30', '07:60', ''])('refuses the time %s', (time) => expect(() => minuteOfTime(time)).toThrow(RangeError))
})
