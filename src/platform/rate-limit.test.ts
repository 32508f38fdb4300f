import { describe, expect, it } from 'vitest'
import { Failure } from '#kernel/failure'
import { makeLimiter } from './rate-limit.ts'

const two = { by: 'person', most: 2, seconds: 60 } as const

/** A limiter with a clock that stands where the test puts it. */
function limiter() {
  let now = 1_000_000
  const made = makeLimiter(() => now)
  const take = (who: string, what = 'sign-in', limit: Parameters<typeof made.take>[1] = two): 'ok' | number => {
    try {
      made.take(what, limit, who)
      return 'ok'
    } catch (error) {
      if (error instanceof Failure && error.code === 'rate_limited') return Number(error.values['seconds'])
      throw error
    }
  }
  return { take, later: (seconds: number) => void (now += seconds * 1000) }
}

describe('two tries a minute', () => {
  it('are two, and the third is told how long to wait, less and less', () => {
    const { take, later } = limiter()
    expect([take('an'), take('an'), take('an')]).toEqual(['ok', 'ok', 60])
    later(45.5)
    expect(take('an')).toBe(15)
    later(14.4)
    expect(take('an')).toBe(1)
    later(0.1)
    expect([take('an'), take('an'), take('an')]).toEqual(['ok', 'ok', 60])
  })

  it('are counted from the first of them, not from the last: who keeps trying is not shut out for ever', () => {
    const { take, later } = limiter()
    for (let i = 0; i < 59; i++) {
      take('an')
      later(1)
    }
    expect(take('an')).toBe(1)
    later(1)
    expect(take('an')).toBe('ok')
  })

  it('are each person’s own, for each thing of its own, and no name can pass for another', () => {
    const { take } = limiter()
    expect([take('an'), take('an'), take('an')]).toEqual(['ok', 'ok', 60])
    expect([take('binh'), take('an', 'track'), take('in\0an', 'sign-'), take('an', 'sign-in\0')]).toEqual(['ok', 'ok', 'ok', 'ok'])
  })

  it('are forgotten when they have run out, whoever they were of', () => {
    const { take, later } = limiter()
    for (let i = 0; i < 1000; i++) expect(take(`visitor ${i}`)).toBe('ok')
    expect(take('long', 'track', { by: 'address', most: 1, seconds: 600 })).toBe('ok')
    later(61)
    // the sweep takes the thousand away and leaves the one whose window is longer
    expect(take('an')).toBe('ok')
    expect(take('long', 'track', { by: 'address', most: 1, seconds: 600 })).toBe(539)
    expect([take('visitor 7'), take('visitor 7'), take('visitor 7')]).toEqual(['ok', 'ok', 60])
  })
})
