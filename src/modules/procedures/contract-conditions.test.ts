import { describe, expect, it } from 'vitest'
import { Condition, holds, readsOf } from './contract-conditions.ts'

const answers: Record<string, string> = { case: 'divorced', purpose: 'marriage', 'residence.area': '99001', today: '2026-11-25', born: '2026-09-26' }
const read = (field: string) => answers[field]

const is = (field: string, value: string): Condition => ({ op: 'is', field, value })

describe('a condition', () => {
  it.each<[string, Condition | undefined, boolean]>([
    ['none', undefined, true],
    ['is', is('case', 'divorced'), true],
    ['is, another value', is('case', 'widowed'), false],
    ['is, not answered', is('union', 'registered'), false],
    ['is, a part', is('residence.area', '99001'), true],
    ['one of', { op: 'oneOf', field: 'purpose', values: ['loan', 'marriage'] }, true],
    ['one of others', { op: 'oneOf', field: 'purpose', values: ['loan'] }, false],
    ['one of, not answered', { op: 'oneOf', field: 'union', values: ['registered'] }, false],
    ['answered', { op: 'answered', field: 'purpose' }, true],
    ['answered, not', { op: 'answered', field: 'union' }, false],
    ['older than, on the last day', { op: 'olderThan', field: 'born', days: 60 }, false],
    ['older than, a day later', { op: 'olderThan', field: 'born', days: 59 }, true],
    ['older than, not answered', { op: 'olderThan', field: 'died', days: 0 }, false],
    ['and', { op: 'and', of: [is('case', 'divorced'), is('purpose', 'marriage')] }, true],
    ['and, one of them not', { op: 'and', of: [is('case', 'divorced'), is('purpose', 'loan')] }, false],
    ['or', { op: 'or', of: [is('case', 'widowed'), is('purpose', 'marriage')] }, true],
    ['or, none', { op: 'or', of: [is('case', 'widowed'), is('purpose', 'loan')] }, false],
    ['not', { op: 'not', of: is('case', 'widowed') }, true],
    ['not, of what holds', { op: 'not', of: is('case', 'divorced') }, false],
    ['not, of what is not answered', { op: 'not', of: is('union', 'registered') }, true],
  ])('%s', (_, condition, expected) => {
    expect(holds(condition, read)).toBe(expected)
  })

  it('tells what it reads, at any depth', () => {
    const condition: Condition = { op: 'and', of: [is('a', '1'), { op: 'not', of: { op: 'or', of: [{ op: 'oneOf', field: 'b', values: ['2', '3'] }, { op: 'answered', field: 'c' }, { op: 'olderThan', field: 'd', days: 60 }] } }] }
    expect(readsOf(condition)).toEqual([{ field: 'a', values: ['1'] }, { field: 'b', values: ['2', '3'] }, { field: 'c', values: [] }, { field: 'd', values: [], kind: 'date' }])
    expect(readsOf(undefined)).toEqual([])
  })

  it.each([
    ['an unknown operator', { op: 'like', field: 'a', value: '1' }],
    ['a field that is no name', { op: 'is', field: 'A b', value: '1' }],
    ['a field with two dots', { op: 'is', field: 'a.b.c', value: '1' }],
    ['nothing to join', { op: 'and', of: [] }],
    ['a part too many', { op: 'answered', field: 'a', value: '1' }],
    ['days that are none', { op: 'olderThan', field: 'a', days: -1 }],
    ['text', 'case = divorced'],
  ])('is refused as %s', (_, given) => {
    expect(Condition.safeParse(given).success).toBe(false)
  })

  it('is read as it was written', () => {
    const condition: Condition = { op: 'or', of: [is('a', '1'), { op: 'not', of: is('a.b', '2') }] }
    expect(Condition.parse(condition)).toEqual(condition)
  })
})
