import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type PausePolicy,
  type TimeLimit,
  addWorkingMinutes,
  dayOf,
  defaultCalendar as calendar,
  deskAnswerDue,
  dueAt,
  handOverDue,
  holidays,
  isWorkingDay,
  makeCalendar,
  nextWorkingStart,
  onTime,
  sessionsOfDay,
  strip,
  workingMinutesBetween,
} from './working-time.ts'

const vn = (text: string): Date => new Date(`${text.replace(' ', 'T')}:00+07:00`)
const show = (at: Date): string => new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')

/**
 * The walker: knows nothing of the implementation and shares none of its code or data. Its own list of weekdays off and Saturdays
 * worked was typed from the notices; one byte per minute of 2021–2027 says whether agencies work; it walks byte by byte.
 */
const weekdaysOff: Record<number, string> = {
  2021: '1/1 10/2 11/2 12/2 15/2 16/2 21/4 30/4 3/5 2/9 3/9',
  2022: '3/1 31/1 1/2 2/2 3/2 4/2 11/4 2/5 3/5 1/9 2/9',
  2023: '2/1 20/1 23/1 24/1 25/1 26/1 1/5 2/5 3/5 1/9 4/9',
  2024: '1/1 8/2 9/2 12/2 13/2 14/2 18/4 29/4 30/4 1/5 2/9 3/9',
  2025: '1/1 27/1 28/1 29/1 30/1 31/1 7/4 30/4 1/5 2/5 1/9 2/9',
  2026: '1/1 2/1 16/2 17/2 18/2 19/2 20/2 27/4 30/4 1/5 31/8 1/9 2/9 24/11',
  2027: '1/1 4/2 5/2 8/2 9/2 10/2 16/4 30/4 3/5 2/9 3/9 24/11',
}
const saturdaysWorked = new Set(['4/5/2024', '26/4/2025', '10/1/2026', '22/8/2026'])
const off = new Set(Object.entries(weekdaysOff).flatMap(([year, days]) => days.split(' ').map((day) => `${day}/${year}`)))

const walkerStart = vn('2021-01-01 00:00').getTime()
const walkerMinutes = (vn('2028-01-01 00:00').getTime() - walkerStart) / 60_000
const worked = new Uint8Array(walkerMinutes)
const clock = new Date(walkerStart + 7 * 3_600_000)
for (let minute = 0; minute < walkerMinutes; minute += 1) {
  const name = minute % 1440 === 0 ? `${clock.getUTCDate()}/${clock.getUTCMonth() + 1}/${clock.getUTCFullYear()}` : ''
  if (name !== '') {
    const weekday = clock.getUTCDay()
    const works = saturdaysWorked.has(name) || (weekday !== 0 && weekday !== 6 && !off.has(name))
    if (works) {
      for (let m = minute + 7 * 60 + 30; m < minute + 11 * 60 + 30; m += 1) worked[m] = 1
      for (let m = minute + 13 * 60; m < minute + 17 * 60; m += 1) worked[m] = 1
    }
    clock.setUTCDate(clock.getUTCDate() + 1)
  }
}
const index = (at: Date): number => Math.floor((at.getTime() - walkerStart) / 60_000)
const at = (minute: number): Date => new Date(walkerStart + minute * 60_000)

const walkDue = (from: number, minutes: number, pauses: [number, number][], policy: PausePolicy): number => {
  const waiting = new Set<number>()
  if (policy !== 'NO_PAUSE') for (const [a, b] of pauses) for (let m = a; m < b; m += 1) waiting.add(m)
  let left = minutes
  let minute = from
  while (left > 0) {
    if (waiting.has(minute)) {
      if (policy === 'RESTART_AFTER_SUPPLEMENT') left = minutes
    } else if (worked[minute] === 1) left -= 1
    minute += 1
  }
  return minute
}

const walkCalendarDue = (from: Date, limit: TimeLimit): number => {
  const day = new Date(from.getTime() + 7 * 3_600_000)
  day.setUTCHours(0, 0, 0, 0)
  if (limit.unit === 'day') for (let n = 0; n < limit.amount; n += 1) day.setUTCDate(day.getUTCDate() + 1)
  else {
    const wanted = day.getUTCDate()
    day.setUTCDate(1)
    for (let n = 0; n < limit.amount; n += 1) day.setUTCMonth(day.getUTCMonth() + 1)
    const month = day.getUTCMonth()
    while (day.getUTCDate() < wanted) {
      day.setUTCDate(day.getUTCDate() + 1)
      if (day.getUTCMonth() !== month) {
        day.setUTCDate(0)
        break
      }
    }
  }
  let minute = index(new Date(day.getTime() - 7 * 3_600_000))
  while (worked[minute] !== 1) minute += 1
  let close = minute
  for (const end = Math.ceil((minute + 1) / 1440) * 1440; minute < end; minute += 1) if (worked[minute] === 1) close = minute + 1
  return close
}

/** A small seeded generator, so that a failure can be run again. */
const makeRandom = (seed: number) => {
  let state = seed
  return (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** Random instants, half of them near the edges where mistakes live. */
const makeInstants = (random: (below: number) => number) => {
  const edges = [450, 690, 780, 1020, 0]
  return (): number => {
    const day = random(walkerMinutes / 1440 - 120)
    return random(2) === 0 ? day * 1440 + random(1440) : Math.max(0, day * 1440 + (edges[random(5)] ?? 0) + random(5) - 2)
  }
}

describe('against the minute-by-minute walker', () => {
  it('agrees on 10,000 random due times in working hours and days, with pauses', () => {
    const random = makeRandom(20261124)
    const instant = makeInstants(random)
    const policies: PausePolicy[] = ['NO_PAUSE', 'PAUSE_DURING_SUPPLEMENT', 'RESTART_AFTER_SUPPLEMENT']
    for (let n = 0; n < 10_000; n += 1) {
      const from = instant()
      const limit: TimeLimit = random(2) === 0 ? { amount: 1 + random(60), unit: 'working_hour' } : { amount: (1 + random(30)) / 2, unit: 'working_day' }
      const minutes = limit.amount * (limit.unit === 'working_hour' ? 60 : 480)
      const policy = policies[random(3)] ?? 'NO_PAUSE'
      const pauses = Array.from({ length: random(4) }, (): [number, number] => {
        const start = from - 600 + random(12_000)
        return [start, start + random(6_000)]
      })
      const given = pauses.map(([a, b]) => ({ from: at(a), to: at(b) }))
      const due = dueAt(calendar, at(from), limit, { policy, pauses: given })
      const expected = walkDue(from, minutes, pauses, policy)
      if (index(due) !== expected) {
        const story = { from: show(at(from)), limit, policy, pauses: given.map((p) => `${show(p.from)}/${show(p.to)}`) }
        expect({ ...story, due: show(due) }).toEqual({ ...story, due: show(at(expected)) })
      }
    }
  })

  it('agrees on 10,000 random spans and starts', () => {
    const random = makeRandom(7)
    const instant = makeInstants(random)
    for (let n = 0; n < 10_000; n += 1) {
      const from = instant()
      const to = from + random(40_000)
      let sum = 0
      for (let minute = from; minute < to; minute += 1) sum += worked[minute] ?? 0
      let start = from
      while (worked[start] !== 1) start += 1
      const forward = workingMinutesBetween(calendar, at(from), at(to))
      const backward = workingMinutesBetween(calendar, at(to), at(from))
      const next = index(nextWorkingStart(calendar, at(from)))
      const agrees = forward === sum && forward + backward === 0 && next === start
      if (!agrees) expect({ from: show(at(from)), to: show(at(to)), forward, backward, next }).toEqual({ forward: sum, backward: -sum, next: start })
    }
  })

  it('agrees on 10,000 random calendar limits', () => {
    const random = makeRandom(99)
    const instant = makeInstants(random)
    for (let n = 0; n < 10_000; n += 1) {
      const from = at(instant())
      const limit: TimeLimit = random(2) === 0 ? { amount: 1 + random(90), unit: 'day' } : { amount: 1 + random(3), unit: 'month' }
      const due = dueAt(calendar, from, limit)
      const expected = walkCalendarDue(from, limit)
      if (index(due) !== expected) expect([show(from), limit, show(due)]).toEqual([show(from), limit, show(at(expected))])
    }
  })
})

describe('hand-computed due times', () => {
  const [, ...lines] = readFileSync(new URL('working-time-cases.csv', import.meta.url), 'utf8').trim().split('\n')
  it('has at least sixty', () => expect(lines.length).toBeGreaterThanOrEqual(60))
  it.each(lines.map((line) => line.split(',')))('%s + %s %s %s %s', (received, amount, unit, pauses, policy, due) => {
    const waits = (pauses ?? '').split(';').filter(Boolean)
    const options = {
      policy: policy as PausePolicy,
      pauses: waits.map((wait) => ({ from: vn(wait.split('/')[0] ?? ''), to: vn(wait.split('/')[1] ?? '') })),
    }
    const limit = { amount: Number(amount), unit: unit as TimeLimit['unit'] }
    expect(show(dueAt(calendar, vn(received ?? ''), limit, options))).toBe(due)
  })
})

describe('properties', () => {
  const instants = fc.integer({ min: 0, max: walkerMinutes - 200_000 }).map(at)
  const minutes = fc.integer({ min: 0, max: 30_000 })

  it('is the inverse of between', () =>
    fc.assert(fc.property(instants, minutes, (from, m) => workingMinutesBetween(calendar, from, addWorkingMinutes(calendar, from, m)) === m)))
  it('adds in parts as in one', () =>
    fc.assert(
      fc.property(instants, minutes, minutes, (from, a, b) => {
        const parts = addWorkingMinutes(calendar, addWorkingMinutes(calendar, from, a), b)
        expect(parts).toEqual(addWorkingMinutes(calendar, from, a + b))
      }),
    ))
  it('is additive over any split, in every order', () =>
    fc.assert(
      fc.property(instants, instants, instants, (a, b, c) => {
        const between = (x: Date, y: Date) => workingMinutesBetween(calendar, x, y)
        expect(between(a, b) + between(b, c) - between(a, c)).toBe(0)
      }),
    ))
  it('never gives a later reception an earlier due time', () => {
    const units = fc.constantFrom<TimeLimit['unit']>('working_hour', 'working_day', 'day', 'month')
    const limits = fc.record({ amount: fc.integer({ min: 1, max: 60 }), unit: units })
    fc.assert(
      fc.property(instants, instants, limits, (a, b, limit) => {
        const [early, late] = a <= b ? [a, b] : [b, a]
        expect(dueAt(calendar, early, limit) <= dueAt(calendar, late, limit)).toBe(true)
      }),
    )
  })
  it('always ends in a session or at its end', () =>
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 5000 }), (from, m) => {
        expect(worked[index(addWorkingMinutes(calendar, from, m)) - 1]).toBe(1)
      }),
    ))
  it('draws a strip whose sums are the arithmetic', () =>
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 40 }), minutes, fc.nat(9000), fc.nat(9000), (from, hours, later, wait, length) => {
        const after = (m: number): Date => new Date(from.getTime() + m * 60_000)
        const now = after(later)
        const pauses = [{ from: after(wait), to: after(wait + length) }]
        const due = dueAt(calendar, from, { amount: hours, unit: 'working_hour' }, { pauses, policy: 'PAUSE_DURING_SUPPLEMENT' })
        const drawn = strip(calendar, from, now, due, pauses)
        expect(drawn.used + drawn.left).toBe(hours * 60)
        expect(drawn.late).toBe(Math.max(0, workingMinutesBetween(calendar, due, now)))
        for (const block of drawn.days.flatMap((day) => day.blocks)) {
          expect([block.segments[0]?.from, block.segments.at(-1)?.to]).toEqual([block.from, block.to])
        }
      }),
    ))
})

describe('a limit of the same day', () => {
  const sameDay: TimeLimit = { amount: 1, unit: 'working_day', sameDayUntil: '15:00' }
  it.each([
    ['2026-11-25 09:00', '2026-11-25 17:00'], ['2026-11-25 15:00', '2026-11-25 17:00'], ['2026-11-25 15:01', '2026-11-26 17:00'], ['2026-11-25 18:30', '2026-11-26 17:00'],
    ['2026-11-27 15:30', '2026-11-30 17:00'], ['2026-11-28 08:00', '2026-11-30 17:00'], ['2026-11-23 15:30', '2026-11-25 17:00'], ['2026-11-25 12:10', '2026-11-25 17:00'],
  ])('received %s is due %s', (received, due) => expect(show(dueAt(calendar, vn(received), sameDay))).toBe(due))

  const instants = fc.integer({ min: 0, max: walkerMinutes - 200_000 }).map(at)
  it('ends with the last minute of a working day, never before the reception, and never earlier for what comes later', () =>
    fc.assert(fc.property(instants, instants, fc.integer({ min: 1, max: 20 }), (a, b, amount) => {
      const [early, late] = a <= b ? [a, b] : [b, a]
      const due = dueAt(calendar, early, { ...sameDay, amount })
      expect([worked[index(due) - 1], worked[index(due)]]).toEqual([1, 0])
      expect(due > early && due <= dueAt(calendar, late, { ...sameDay, amount })).toBe(true)
      expect(due <= dueAt(calendar, early, { ...sameDay, amount: amount + 1 })).toBe(true)
    })))

  it('is counted afresh after a wait, whatever the policy but none', () => {
    const pauses = [{ from: vn('2026-11-25 10:00'), to: vn('2026-11-26 15:30') }]
    for (const policy of ['RESTART_AFTER_SUPPLEMENT', 'PAUSE_DURING_SUPPLEMENT'] as const) expect(show(dueAt(calendar, vn('2026-11-25 09:00'), sameDay, { pauses, policy }))).toBe('2026-11-27 17:00')
    expect(show(dueAt(calendar, vn('2026-11-25 09:00'), sameDay, { pauses, policy: 'NO_PAUSE' }))).toBe('2026-11-25 17:00')
  })

  it('knows no hours, halves or hours that no clock shows', () => {
    for (const wrong of [{ ...sameDay, unit: 'working_hour' as const }, { ...sameDay, amount: 0.5 }, { ...sameDay, sameDayUntil: '25:00' }]) expect(() => dueAt(calendar, vn('2026-11-25 09:00'), wrong)).toThrow(RangeError)
  })
})

describe('small promises', () => {
  it('drops seconds, as receipts print', () => {
    expect(show(addWorkingMinutes(calendar, new Date(vn('2026-11-23 10:15').getTime() + 59_999), 60))).toBe('2026-11-23 11:15')
  })
  it('says when the desk must answer', () => expect(show(deskAnswerDue(calendar, vn('2026-11-20 22:10')))).toBe('2026-11-23 17:00'))
  it('says when a dossier must be handed over', () => {
    expect(show(handOverDue(calendar, vn('2026-11-20 15:00')))).toBe('2026-11-20 17:00')
    expect(show(handOverDue(calendar, vn('2026-11-20 15:01')))).toBe('2026-11-23 07:30')
    expect(show(handOverDue(calendar, vn('2026-11-21 09:00')))).toBe('2026-11-23 17:00')
  })
  it('is on time at the due minute and late a millisecond after', () => {
    const due = vn('2026-11-23 17:00')
    expect([onTime(due, due), onTime(due, new Date(due.getTime() + 1))]).toEqual([true, false])
  })
  it('knows why a day is off', () => {
    expect(isWorkingDay(calendar, '2026-08-22')).toBe(true)
    expect(dayOf(calendar, '2026-08-31')).toMatchObject({ kind: 'compensated_off', row: { legalBasis: 'Thông báo 9441/TB-BNV' } })
    expect(dayOf(calendar, '2026-11-22').kind).toBe('weekly_rest')
    expect(sessionsOfDay(calendar, '2026-11-23')).toEqual([{ from: 450, to: 690 }, { from: 780, to: 1020 }])
  })
  it('keeps rows in order, and marks the year whose notice is missing', () => {
    const dates = holidays.map((day) => day.date)
    expect(dates).toEqual([...new Set(dates)].sort())
    expect(new Set(holidays.filter((day) => day.status === 'illustrative').map((day) => day.date.slice(0, 4)))).toEqual(new Set(['2027']))
  })
  it('counts other hours when the province keeps them', () => {
    const other = makeCalendar({ sessions: [{ from: '07:30', to: '11:30' }, { from: '13:30', to: '17:00' }], weeklyRest: [6, 7], days: [] })
    expect(show(dueAt(other, vn('2026-11-23 07:30'), { amount: 1, unit: 'working_day' }))).toBe('2026-11-24 08:00')
  })
  it('marks what a restart made void', () => {
    const full = vn('2026-11-18 14:00')
    const pauses = [{ from: vn('2026-11-16 10:00'), to: full }]
    const drawn = strip(calendar, vn('2026-11-16 08:00'), vn('2026-11-18 15:00'), vn('2026-11-19 14:00'), pauses, { restartedAt: full })
    expect(drawn.days[0]?.blocks[0]?.segments.map((segment) => segment.kind)).toEqual(['before', 'void', 'paused'])
    expect([drawn.used, drawn.left]).toEqual([60, 420])
  })
  it.each([Number.NaN, -1, 0, 0.3, 20_000])('refuses a limit of %s working days', (amount) => {
    expect(() => dueAt(calendar, vn('2026-11-23 08:00'), { amount, unit: amount === 0.3 ? 'day' : 'working_day' })).toThrow(RangeError)
  })
  it('refuses data that cannot be a calendar', () => {
    const make = (sessions: { from: string; to: string }[], weeklyRest = [6, 7]) => () => makeCalendar({ sessions, weeklyRest, days: [] })
    const day = [{ from: '08:00', to: '12:00' }]
    for (const hours of [[], [...day, ...day], [{ from: '12:00', to: '08:00' }], [{ from: '8h', to: '12:00' }]]) expect(make(hours)).toThrow(RangeError)
    for (const rest of [[1, 2, 3, 4, 5, 6, 7], [0]]) expect(make(day, rest)).toThrow(RangeError)
    expect(() => makeCalendar({ sessions: day, weeklyRest: [], days: [...holidays, ...holidays] })).toThrow('given twice')
    expect(() => addWorkingMinutes(calendar, new Date(Number.NaN), 1)).toThrow(RangeError)
  })
  it('goes from day to day, not from minute to minute: far faster than the walker in the same run', () => {
    const from = vn('2026-11-20 16:59')
    const best = (work: () => unknown) => Math.min(...Array.from({ length: 5 }, () => {
      const start = performance.now()
      for (let n = 0; n < 50; n += 1) work()
      return performance.now() - start
    }))
    expect(best(() => walkDue(index(from), 14_400, [], 'NO_PAUSE')) / best(() => addWorkingMinutes(calendar, from, 14_400))).toBeGreaterThan(10)
  })
})
