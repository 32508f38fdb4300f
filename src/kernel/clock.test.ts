import { describe, expect, it } from 'vitest'
import { fixedClock, makeMovableClock, realNow } from './clock.ts'

describe('clock', () => {
  it('moves business time and leaves real time alone', () => {
    const clock = makeMovableClock()
    clock.setOffset(86_400_000)
    expect(clock.now().getTime() - realNow().getTime()).toBeGreaterThan(86_000_000)
    clock.setOffset(0)
    expect(Math.abs(clock.now().getTime() - realNow().getTime())).toBeLessThan(1000)
  })
  it('moves to an instant and runs on', () => {
    let ticks = 0
    const clock = makeMovableClock({ now: () => new Date(ticks) })
    clock.moveTo(new Date('2026-11-24T00:00:00Z'))
    ticks = 1000
    expect(clock.now().toISOString()).toBe('2026-11-24T00:00:01.000Z')
    expect(clock.offset()).toBe(Date.parse('2026-11-24T00:00:00Z'))
  })
  it('stands still for tests, and nobody can change it through its answer', () => {
    const clock = fixedClock('2026-11-24T00:00:00Z')
    clock.now().setUTCFullYear(1999)
    expect(clock.now().getUTCFullYear()).toBe(2026)
  })
  it.each([Number.NaN, 0.5, 9e15])('refuses the offset %s and keeps the old one', (offset) => {
    const clock = makeMovableClock(fixedClock('2026-11-24'), 5)
    expect(() => clock.setOffset(offset)).toThrow(RangeError)
    expect(clock.offset()).toBe(5)
  })
})
