import { describe, expect, it } from 'vitest'
import { unstorable } from './storable.ts'

describe('what could never be kept', () => {
  it.each<[string, unknown, Record<string, string>]>([
    ['words in many scripts', { name: 'Đặng Thị Hồng 🏡', note: '', more: [1, true, null, undefined, { deep: ['ok'] }] }, {}],
    ['nothing', undefined, {}],
    ['a NUL in a text', { name: 'An\0' }, { name: 'wrong_form' }],
    ['a NUL deep inside', { answers: { list: ['a', { text: '\0' }] } }, { 'answers.list.1.text': 'wrong_form' }],
    ['a NUL in a name', { answers: { 'a\0': 1 } }, { answers: 'wrong_form' }],
    ['half a character', { name: '\uD83D' }, { name: 'wrong_form' }],
    ['a text alone', 'a\0', { '': 'wrong_form' }],
  ])('%s', (_what, input, faults) => expect(unstorable(input)).toEqual(faults))

  it('a nesting that no form of ours has, however deep', () => {
    const nested = (times: number): unknown => {
      let value: unknown = 'x'
      for (let i = 0; i < times; i++) value = [value]
      return { answers: value }
    }
    expect(unstorable(nested(31))).toEqual({})
    expect(unstorable(nested(32))).toEqual({ answers: 'too_deep' })
    expect(unstorable(nested(200_000))).toEqual({ answers: 'too_deep' })
  })
})
