import { describe, expect, it } from 'vitest'
import { mineStates } from './mine.ts'
import { states } from './states.ts'
import { reminderDue, waitingDays } from './uncollected.ts'

describe('a person’s own dossiers', () => {
  it.each(states.flatMap((state) => (['electronic', 'counter'] as const).map((receive) => [state, receive] as const)))('%s, %s: of one kind, and of one only', (state, receive) => {
    const kinds = Object.values(mineStates).filter((lines) => lines.some((line) => line.states.includes(state) && (line.receive === undefined || line.receive === receive)))
    expect(kinds).toHaveLength(1)
  })
})

describe('a result that waits', () => {
  const days = { remindAfterDays: [7, 30] }
  it.each([[0, 0, null], [6, 0, null], [7, 0, 1], [7, 1, null], [29, 1, null], [30, 1, 2], [30, 0, 2], [400, 0, 2], [400, 2, null]])('after %s days, %s reminders given: the next is %s', (waited, given, next) => expect(reminderDue(waited, given, days)).toBe(next))
  it('is never reminded of in a province that reminds of nothing', () => expect(reminderDue(4000, 0, { remindAfterDays: [] })).toBe(null))
  it('counts days of the calendar here, whatever the hour', () => {
    const ready = new Date('2026-11-25T23:59:00+07:00')
    expect(waitingDays({ state: 'approved', receive: 'counter', readyAt: ready }, new Date('2026-11-26T00:01:00+07:00'))).toBe(1)
    expect(waitingDays({ state: 'approved', receive: 'electronic', readyAt: ready }, new Date('2026-11-26T00:01:00+07:00'))).toBe(null)
    expect(waitingDays({ state: 'processing', receive: 'counter', readyAt: ready }, new Date('2026-11-26T00:01:00+07:00'))).toBe(null)
  })
})
