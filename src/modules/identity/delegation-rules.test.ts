import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dateOfDay, dayNumber } from '#kernel/local-time'
import { delegationFault, isWithin, meet, sameScope, type Days, type DelegationScope } from './delegation-rules.ts'

const head = { role: 'leader', signsAs: ['CHỦ TỊCH'], delegated: false, from: '2025-07-01', to: null as string | null }
const deputy = { agency: 'office', signsAs: ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'], from: '2025-07-01', to: null as string | null }
const officer = { ...deputy, signsAs: [] }
const everything: DelegationScope = { field: null, procedure: null }
const december = { from: '2026-12-01', to: '2026-12-31' }
const asked = { mode: 'TUQ' as const, days: december, scope: everything, delegator: head, receiver: officer, others: [], replace: false }

describe('a delegation', () => {
  it.each([
    ['of a head to an officer', {}, undefined],
    ['of a head to a deputy, KT.', { mode: 'KT' as const, receiver: deputy }, undefined],
    ['KT. to somebody who is no deputy', { mode: 'KT' as const }, 'delegation_not_deputy'],
    ['of a deputy', { delegator: { ...head, signsAs: deputy.signsAs } }, 'delegator_not_head'],
    ['of somebody who signs nothing', { delegator: { ...head, signsAs: [] } }, 'delegator_not_head'],
    ['of a clerk', { delegator: { ...head, role: 'clerk' } }, 'delegator_not_head'],
    ['of what was delegated', { delegator: { ...head, delegated: true } }, 'delegation_not_on'],
    ['until the last day of the delegator', { delegator: { ...head, to: '2026-12-31' } }, undefined],
    ['a day beyond it', { delegator: { ...head, to: '2026-12-30' } }, 'delegation_outlives'],
    ['before the delegator begins', { delegator: { ...head, from: '2026-12-02' } }, 'delegation_outlives'],
    ['to nobody', { receiver: undefined }, 'delegation_receiver'],
    ['to somebody who leaves before', { receiver: { ...officer, to: '2026-12-15' } }, 'delegation_receiver'],
    ['beside one that ended the day before', { others: [{ ...everything, from: '2026-11-01', to: '2026-11-30' }] }, undefined],
    ['beside one on its first day', { others: [{ ...everything, from: '2026-11-01', to: '2026-12-01' }] }, 'delegation_overlaps'],
    ['in the place of it', { others: [{ ...everything, from: '2026-11-01', to: '2026-12-01' }], replace: true }, undefined],
    ['for another field', { scope: { field: 'civil', procedure: null }, others: [{ field: 'land', procedure: null, ...december }] }, undefined],
    ['for one procedure beside one for everything', { scope: { field: null, procedure: '1.004873' }, others: [{ ...everything, ...december }] }, 'delegation_overlaps'],
  ])('%s', (_what, change, fault) => expect(delegationFault({ ...asked, ...change })).toBe(fault))

  const day = fc.integer({ min: dayNumber('2026-01-01'), max: dayNumber('2026-03-01') }).map(dateOfDay)
  const days: fc.Arbitrary<Days & { to: string }> = fc.tuple(day, fc.nat(40)).map(([from, length]) => ({ from, to: addDays(from, length) }))
  const scope: fc.Arbitrary<DelegationScope> = fc.constantFrom(everything, { field: 'civil', procedure: null }, { field: 'land', procedure: null }, { field: null, procedure: 'a' }, { field: null, procedure: 'b' })
  const eachDay = ({ from, to }: Days & { to: string }) => Array.from({ length: dayNumber(to) - dayNumber(from) + 1 }, (_none, i) => addDays(from, i))

  it('days meet when they have one in common, and lie within when all of them do', () => {
    fc.assert(fc.property(days, days, (one, other) => {
      const common = eachDay(one).filter((each) => eachDay(other).includes(each))
      expect(meet(one, other)).toBe(common.length > 0)
      expect(meet(other, one)).toBe(meet(one, other))
      expect(isWithin(one, other)).toBe(common.length === eachDay(one).length)
    }))
  })

  it('of whatever is asked for in whatever order, no two that were granted are for the same on one day, and none outlives its source', () => {
    fc.assert(fc.property(days, fc.array(fc.record({ days, scope, replace: fc.boolean() }), { maxLength: 12 }), (source, wishes) => {
      let running: (Days & { to: string } & DelegationScope)[] = []
      for (const wish of wishes) {
        const fault = delegationFault({ ...asked, ...wish, delegator: { ...head, ...source }, others: running })
        if (fault !== undefined) continue
        running = [...running.filter((other) => !(sameScope(other, wish.scope) && meet(other, wish.days))), { ...wish.days, ...wish.scope }]
      }
      for (const [i, one] of running.entries()) {
        expect(eachDay(one).every((each) => source.from <= each && each <= source.to)).toBe(true)
        for (const other of running.slice(i + 1)) expect(sameScope(one, other) && eachDay(one).some((each) => eachDay(other).includes(each))).toBe(false)
      }
    }))
  })

  it('a scope meets itself and everything; two fields, or two procedures, do not meet', () => {
    fc.assert(fc.property(scope, scope, (one, other) => {
      expect(sameScope(one, one) && sameScope(one, everything)).toBe(true)
      expect(sameScope(one, other)).toBe(sameScope(other, one))
      if (one !== everything && other !== everything && one !== other) expect(sameScope(one, other)).toBe(false)
    }))
  })
})
