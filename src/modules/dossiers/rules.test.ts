import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromLocal } from '#kernel/local-time'
import { addWorkingMinutes, defaultCalendar, workingMinutesBetween } from '#kernel/working-time'
import { countedFrom, dueOf, timeLeft, type DossierClock } from './clock-rules.ts'
import { codePrefix, documentNumber, tidyCode, trackingSecret } from './codes.ts'
import { askedItems, papersInForce } from './supplement.ts'

const at = (date: string, time: string) => fromLocal(date, time)
const threeDays = { amount: 3, unit: 'working_day' } as const

describe('codes', () => {
  it('the day is the Vietnamese one', () => {
    expect(codePrefix('H99.12.01', new Date('2026-11-24T16:59:59Z'))).toBe('H99.12.01-261124-')
    expect(codePrefix('H99.12.01', new Date('2026-11-24T17:00:00Z'))).toBe('H99.12.01-261125-')
  })
  it('is found as people type it', () => expect(tidyCode(' h99.12.01 - 261124-0042\u00a0')).toBe('H99.12.01-261124-0042'))
  it('numbers have two digits at least', () => expect([documentNumber('form01', 7), documentNumber('result', 1234, { template: 'marital-status' }), documentNumber('result', 1, { template: 'certificate' }), documentNumber('result', 1, { template: 'certificate', symbol: 'GPXD' })]).toEqual(['07/GTN-TTPVHCC', '1234/UBND-XNTTHN', '01/UBND', '01/GPXD']))
  it('a secret has eight letters nobody mixes up, and each is as likely as the others', () => {
    const counts = new Map<string, number>()
    fc.assert(fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (digest) => {
      const secret = trackingSecret(digest)
      for (const letter of secret) counts.set(letter, (counts.get(letter) ?? 0) + 1)
      expect(secret).toMatch(/^[2-9A-HJKMNP-Z]{8}$/)
      expect(trackingSecret(digest)).toBe(secret)
    }), { numRuns: 500, examples: [] })
    expect([...counts.keys()].join('')).not.toMatch(/[01ILOU]/)
  })
})

describe('the clock', () => {
  const clock = (pauses: DossierClock['pauses'], policy: DossierClock['policy'] = 'RESTART_AFTER_SUPPLEMENT'): DossierClock => ({ acceptedAt: at('2026-11-25', '09:00'), limit: threeDays, policy, pauses })

  it('a wait that still runs changes nothing yet; an ended one counts by the policy', () => {
    expect(dueOf(defaultCalendar, clock([]))).toEqual(at('2026-11-30', '09:00'))
    const running = [{ from: at('2026-11-26', '09:00'), to: null }]
    const ended = [{ from: at('2026-11-26', '09:00'), to: at('2026-11-27', '14:00') }]
    expect(dueOf(defaultCalendar, clock(running))).toEqual(at('2026-11-30', '09:00'))
    expect(dueOf(defaultCalendar, clock(ended))).toEqual(at('2026-12-02', '14:00'))
    expect(dueOf(defaultCalendar, clock(ended, 'PAUSE_DURING_SUPPLEMENT'))).toEqual(at('2026-12-01', '14:00'))
    expect(dueOf(defaultCalendar, clock(ended, 'NO_PAUSE'))).toEqual(at('2026-11-30', '09:00'))
    expect(countedFrom(clock(running))).toEqual(at('2026-11-25', '09:00'))
    expect(countedFrom(clock(ended))).toEqual(at('2026-11-27', '14:00'))
    expect(countedFrom(clock(ended, 'NO_PAUSE'))).toEqual(at('2026-11-25', '09:00'))
  })

  const from = at('2026-11-25', '09:00')
  const due = at('2026-11-30', '09:00')
  const left = (now: Date, more: Partial<Parameters<typeof timeLeft>[1]> = {}) => timeLeft(defaultCalendar, { from, due, now, doneAt: null, waiting: false, ...more })
  it.each([
    ['at the beginning', at('2026-11-25', '09:00'), { kind: 'left', minutes: 1440, share: 0 }],
    ['half way', at('2026-11-26', '14:30'), { kind: 'left', minutes: 720, share: 0.5 }],
    ['a working day before', at('2026-11-27', '09:00'), { kind: 'near', minutes: 480 }],
    ['to the minute', at('2026-11-30', '09:00'), { kind: 'near', minutes: 0, share: 1 }],
    ['a minute after', at('2026-11-30', '09:01'), { kind: 'late', minutes: -1, share: 1 }],
    ['on the evening of the last day', at('2026-11-30', '21:00'), { kind: 'late', minutes: -390 }],
  ])('%s', (_when, now, says) => expect(left(now)).toMatchObject(says))

  it('stands still while it waits and when it is done', () => {
    expect(left(at('2026-12-05', '09:00'), { waiting: true }).kind).toBe('waiting')
    expect(left(at('2026-12-05', '09:00'), { doneAt: at('2026-11-27', '09:00') })).toEqual({ kind: 'done', minutes: 480, share: expect.closeTo(2 / 3, 5) })
  })

  it('minutes left and minutes used are the whole, at every moment', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 20_000 }), (minutes) => {
      const now = new Date(from.getTime() + minutes * 60_000)
      expect(left(now).minutes + workingMinutesBetween(defaultCalendar, from, now)).toBe(1440)
      expect(left(now).kind === 'late').toBe(now > due)
      expect(addWorkingMinutes(defaultCalendar, from, 1440)).toEqual(due)
    }))
  })
})

describe('a request for papers', () => {
  it('what replaces what', () => {
    const papers = [{ code: 'a', source: 'online', n: 1 }, { code: 'b', source: 'online', n: 2 }, { code: 'a', source: 'supplement', n: 3 }, { code: 'a', source: 'supplement', n: 4 }]
    expect(papersInForce(papers).map(({ n }) => n)).toEqual([2, 3, 4])
    expect(papersInForce([])).toEqual([])
  })
  it('the last request is the one that counts; anything else in a note is nothing', () => {
    const act = (action: string, note: Record<string, unknown>) => ({ number: 1, action, fromState: null, toState: 'submitted' as const, at: from0, actorKind: 'officer', actor: null, actorName: '', actorTitle: null, agency: null, note })
    const items = [{ paper: 'a', what: 'rõ hơn' }]
    expect(askedItems([act('askSupplement', { items: [] }), act('take', {}), act('askSupplement', { items })])).toEqual(items)
    expect(askedItems([act('take', { items })])).toEqual([])
    expect(askedItems([act('askSupplement', { items: 'x' })])).toEqual([])
  })
})
const from0 = at('2026-11-25', '09:00')
