import { describe, expect, it } from 'vitest'
import { fromLocal } from '#kernel/local-time'
import { defaultCalendar, type TimeLimit } from '#kernel/working-time'
import { clockOfDossier, dueOf } from './clock-rules.ts'
import { closeOf, dayFault, latestDay, standsAt, stopsOf, type Consultation } from './consultation-rules.ts'
import { checksAgainst, checksOf, openCheck, type CheckStep } from './field-check-rules.ts'

const at = (day: string, time: string) => fromLocal(day, time)
const end = (kind: 'answered' | 'withdrawn' | 'silent', when: Date): Consultation['end'] => ({ kind, at: when, opinion: kind === 'answered' ? 'agree' : null, reasons: null, actorName: '', actorTitle: null })

describe('a consultation', () => {
  const due = at('2026-12-04', '17:00')
  it.each<[string, Consultation['end'], Date, string]>([
    ['is open until its time', null, at('2026-12-04', '16:59'), 'open'], ['and over from then on', null, due, 'overdue'], ['answered is answered, however late it is read', end('answered', at('2026-12-01', '09:00')), at('2027-01-01', '09:00'), 'answered'],
    ['withdrawn', end('withdrawn', at('2026-12-01', '09:00')), at('2026-12-02', '09:00'), 'withdrawn'], ['silent', end('silent', at('2026-12-05', '09:00')), at('2026-12-06', '09:00'), 'silent'],
  ])('%s', (_what, ended, now, stands) => expect(standsAt({ end: ended, dueAt: due }, now)).toBe(stands))

  it('may be answered until the close of its day, or of the next working day', () => {
    expect(closeOf(defaultCalendar, '2026-12-04')).toEqual(at('2026-12-04', '17:00'))
    expect(closeOf(defaultCalendar, '2026-12-05')).toEqual(at('2026-12-07', '17:00'))
  })

  const most: TimeLimit = { amount: 12, unit: 'day' }
  const now = at('2026-11-25', '09:00')
  it.each([['2026-11-24', 'not_after_today'], ['2026-11-25', 'not_after_today'], ['2026-11-26', undefined], ['2026-12-07', undefined], ['2026-12-08', 'too_late']])('until %s: %s', (day, fault) => expect(dayFault(defaultCalendar, day, now, most)).toBe(fault))
  it('has at most the days of its rules', () => expect(latestDay(defaultCalendar, now, most)).toBe('2026-12-07'))
})

describe('the clock of a dossier about which somebody is asked', () => {
  const limit: TimeLimit = { amount: 5, unit: 'working_day' }
  const accepted = at('2026-11-25', '09:00')
  const asked = { askedAt: at('2026-11-26', '09:00'), dueAt: at('2026-11-30', '17:00'), end: null }
  const due = (policy: 'RESTART_AFTER_SUPPLEMENT' | 'PAUSE_DURING_SUPPLEMENT' | 'NO_PAUSE', given: { stops?: ReturnType<typeof stopsOf>; pauses?: { from: Date; to: Date | null }[]; routedAt?: Date }) =>
    dueOf(defaultCalendar, clockOfDossier({ acceptedAt: accepted, routedAt: given.routedAt ?? null }, { limit, policy, pauses: given.pauses ?? [], stops: given.stops ?? [] }))

  it('runs on unless its version says that it stops', () => {
    expect(stopsOf([asked], 'runs')).toEqual([])
    expect(due('RESTART_AFTER_SUPPLEMENT', { stops: stopsOf([asked], 'runs') })).toEqual(at('2026-12-02', '09:00'))
  })
  it('stops until the deadline while the question is open, and until the answer once there is one', () => {
    expect(due('RESTART_AFTER_SUPPLEMENT', { stops: stopsOf([asked], 'stops') })).toEqual(at('2026-12-04', '17:00'))
    const answered = { ...asked, end: end('answered', at('2026-11-27', '09:00')) }
    expect(due('RESTART_AFTER_SUPPLEMENT', { stops: stopsOf([answered], 'stops') })).toEqual(at('2026-12-03', '09:00'))
    expect(due('NO_PAUSE', { stops: stopsOf([answered], 'stops') })).toEqual(at('2026-12-03', '09:00'))
    // written down late, silence takes no longer than its deadline
    expect(stopsOf([{ ...asked, end: end('silent', at('2026-12-20', '09:00')) }], 'stops')).toEqual([{ from: asked.askedAt, to: asked.dueAt }])
  })
  it('is counted afresh after a supplement, and stops only for what was asked since', () => {
    const pauses = [{ from: at('2026-11-26', '10:00'), to: at('2026-11-30', '09:00') }]
    const before = { ...asked, end: end('answered', at('2026-11-27', '09:00')) }
    expect(due('RESTART_AFTER_SUPPLEMENT', { pauses, stops: stopsOf([before], 'stops') })).toEqual(at('2026-12-07', '09:00'))
    const after = { askedAt: at('2026-12-01', '09:00'), dueAt: at('2026-12-09', '17:00'), end: end('answered', at('2026-12-02', '09:00')) }
    expect(due('RESTART_AFTER_SUPPLEMENT', { pauses, stops: stopsOf([before, after], 'stops') })).toEqual(at('2026-12-08', '09:00'))
  })
  it('takes a time out once when a wait for papers and two questions lie over each other', () => {
    const pauses = [{ from: at('2026-11-26', '09:00'), to: at('2026-11-27', '09:00') }]
    const answered = { ...asked, end: end('answered', at('2026-11-27', '09:00')) }
    expect(due('PAUSE_DURING_SUPPLEMENT', { pauses, stops: stopsOf([answered, answered], 'stops') })).toEqual(at('2026-12-03', '09:00'))
  })
  it('knows nothing of what another authority asked before', () => {
    const answered = { ...asked, end: end('withdrawn', at('2026-11-27', '09:00')) }
    expect(due('NO_PAUSE', { routedAt: at('2026-11-27', '09:00'), stops: stopsOf([answered], 'stops') })).toEqual(at('2026-12-04', '09:00'))
  })
})

describe('a check of the place', () => {
  const nothing = { startsAt: null, goes: null, preparation: null, reason: null, present: null, findings: null, conforms: null, at: at('2026-11-26', '09:00'), actorName: 'Uyên', actorTitle: null }
  const set = (check: number): CheckStep => ({ ...nothing, check, step: 1, kind: 'set', startsAt: at('2026-11-30', '08:30'), goes: 'Uyên' })
  const moved = (check: number): CheckStep => ({ ...nothing, check, step: 2, kind: 'moved', startsAt: at('2026-12-01', '14:00'), goes: 'Lộc', reason: 'Ngập' })
  const done = (check: number, conforms: boolean): CheckStep => ({ ...nothing, check, step: 3, kind: 'done', present: 'Chủ nhà', findings: 'Đúng mốc', conforms })

  it('is where its last step left it, in whatever order the steps are read', () => {
    expect(checksOf([moved(1), set(1)])).toMatchObject([{ number: 1, startsAt: at('2026-12-01', '14:00'), goes: 'Lộc', moves: 1, movedBecause: 'Ngập', record: null }])
    expect(checksOf([done(1, false), set(2), set(1)])).toMatchObject([{ number: 1, record: { conforms: false } }, { number: 2, record: null }])
    expect(openCheck(checksOf([done(1, false), set(2), set(1)]))?.number).toBe(2)
  })

  it.each<[string, boolean, CheckStep[], string | undefined]>([
    ['none, and none is demanded', false, [], undefined], ['none, and one is demanded', true, [], 'field_check_missing'], ['an appointment', true, [set(1)], 'field_check_open'],
    ['an appointment, where none is demanded', false, [set(1)], 'field_check_open'], ['one that found everything in order', true, [set(1), done(1, true)], undefined],
    ['one that did not', true, [set(1), done(1, false)], 'field_check_not_conforming'], ['one that did not, where none is demanded', false, [set(1), done(1, false)], undefined],
    ['a better one after it', true, [set(1), done(1, false), set(2), done(2, true)], undefined], ['a worse one after it', true, [set(1), done(1, true), set(2), done(2, false)], 'field_check_not_conforming'],
  ])('%s', (_what, required, steps, against) => expect(checksAgainst({ required }, checksOf(steps))).toBe(against))
})
