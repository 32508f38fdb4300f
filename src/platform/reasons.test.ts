import { expect, it } from 'vitest'
import { z } from 'zod'
import { reasonsOf } from './reasons.ts'

const Form = z.strictObject({ name: z.string().min(1), born: z.iso.date(), email: z.email(), many: z.array(z.strictObject({ code: z.string() })) })

it.each([
  ['a day that no calendar has', { born: '2026-02-31' }, { born: 'not_a_date' }],
  ['what is no date at all', { born: 'invalid' }, { born: 'not_a_date' }],
  ['an address that is none', { email: 'an' }, { email: 'wrong_form' }],
  ['what is missing, and what nobody asked for', { name: undefined, other: 1 }, { name: 'required', other: 'unknown_field' }],
  ['deep inside', { many: [{ code: 'a' }, { code: 2 }] }, { 'many.1.code': 'wrong_type' }],
])('names %s', (_what, given, reasons) => {
  const input = { name: 'An', born: '2000-02-29', email: 'an@vidu.vn', many: [], ...given }
  expect(reasonsOf(Form.safeParse(input).error?.issues ?? [], input)).toEqual(reasons)
})
