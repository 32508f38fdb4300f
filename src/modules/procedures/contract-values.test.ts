import { describe, expect, it } from 'vitest'
import { Question } from './contract-body.ts'
import { judge, type Context } from './contract-values.ts'

const context: Context = { today: '2026-11-25', isArea: (code) => code === '99001', read: (field) => ({ start: '2020-05-10', kind: 'a', footprint: '120' })[field] }
const both = { vi: 'x', en: 'x' }
const question = (rest: Record<string, unknown>): Question => Question.parse({ code: 'it', group: 'all', question: both, label: both, ...rest })

const questions = {
  text: question({ kind: 'text', minLength: 2, maxLength: 10 }),
  name: question({ kind: 'text', maxLength: 40, letters: 'name' }),
  longText: question({ kind: 'longText', maxLength: 30 }),
  date: question({ kind: 'date', notInFuture: true, notBefore: 'start' }),
  appointment: question({ kind: 'date', notInPast: true }),
  months: question({ kind: 'months' }),
  year: question({ kind: 'year' }),
  choice: question({ kind: 'choice', options: [{ value: 'yes', label: both }, { value: 'no', label: both }, { value: 'maybe', label: both, when: { op: 'is', field: 'kind', value: 'b' } }] }),
  area: question({ kind: 'area' }),
  address: question({ kind: 'address', maxLength: 20 }),
  phone: question({ kind: 'phone' }),
  email: question({ kind: 'email' }),
  number: question({ kind: 'number', min: 1, max: 1500 }),
  sum: question({ kind: 'number', min: 1, max: 1500, notBelow: 'footprint' }),
  free: question({ kind: 'number', min: 1, max: 1500, notBelow: 'unanswered' }),
  personNumber: question({ kind: 'personNumber' }),
  optional: question({ kind: 'text', maxLength: 10, required: false }),
}
type Name = keyof typeof questions

describe('an answer is kept in its written form', () => {
  it.each<[Name, unknown, unknown]>([
    ['text', '  hai   ba ', 'hai ba'],
    ['text', 'ho\u0302\u0323', 'hộ'],
    ['text', 42, '42'],
    ['name', 'Nguyễn Thị Ánh-Nguyệt', 'Nguyễn Thị Ánh-Nguyệt'],
    ['name', 'H’Hen Niê', 'H’Hen Niê'],
    ['longText', ' một \r\n\r\n\r\n\r\n hai ', 'một\n\nhai'],
    ['date', '2026-11-25', '2026-11-25'],
    ['date', '9/2/2021', '2021-02-09'],
    ['date', ' 09-02-2021 ', '2021-02-09'],
    ['date', { day: '9', month: '2', year: '2021' }, '2021-02-09'],
    ['date', { day: 9, month: 2, year: 2021 }, '2021-02-09'],
    ['date', '2020-05-10', '2020-05-10'],
    ['date', '2024-02-29', '2024-02-29'],
    ['appointment', '2026-11-25', '2026-11-25'],
    ['months', { from: '2010-05', to: null }, { from: '2010-05', to: null }],
    ['months', { from: '5/2010', to: '' }, { from: '2010-05', to: null }],
    ['months', { from: { month: '5', year: '2010' }, to: { month: '', year: '' } }, { from: '2010-05', to: null }],
    ['months', { from: '2010-05', to: '2010-05' }, { from: '2010-05', to: '2010-05' }],
    ['months', { from: '2010-05', to: '2026-11' }, { from: '2010-05', to: '2026-11' }],
    ['year', '1998', '1998'],
    ['year', 2026, '2026'],
    ['choice', 'yes', 'yes'],
    ['area', '99001', '99001'],
    ['address', { area: '99001', line: ' Số  1 ' }, { area: '99001', line: 'Số 1' }],
    ['address', { area: '99001', line: 'Số 1', country: 'x' }, { area: '99001', line: 'Số 1' }],
    ['phone', '0901 234 567', '0901234567'],
    ['phone', '+84 901 234 567', '0901234567'],
    ['phone', '84901234567', '0901234567'],
    ['phone', '(0274) 3822.123', '02743822123'],
    ['email', ' hoa@example.com ', 'hoa@example.com'],
    ['number', '7', 7],
    ['number', '1.500', 1500],
    ['number', 7, 7],
    ['sum', '120', 120],
    ['free', '2', 2],
    ['personNumber', '999 199 000 101', '999199000101'],
    ['optional', '', null],
    ['optional', null, null],
    ['optional', undefined, null],
    ['optional', '   ', null],
  ])('%s: %j', (name, raw, value) => {
    expect(judge(questions[name], raw, context)).toEqual({ value })
    // what is kept stays as it is
    expect(judge(questions[name], value, context)).toEqual({ value })
  })
})

describe('a wrong answer has a code', () => {
  it.each<[Name, unknown, string | Record<string, string>]>([
    ['text', '', 'required'], ['text', undefined, 'required'], ['text', '   ', 'required'], ['text', null, 'required'],
    ['text', 'a', 'too_short'], ['text', 'mười một chữ', 'too_long'], ['text', ['ab'], 'wrong_form'], ['text', { a: 'ab' }, 'wrong_form'], ['text', true, 'wrong_form'],
    ['name', 'Nguyễn Thị 4', 'wrong_letters'], ['name', '<b>Hoa</b>', 'wrong_letters'],
    ['longText', 'x'.repeat(31), 'too_long'], ['longText', 12, 'wrong_form'],
    ['date', '2021-02-29', 'not_a_date'], ['date', '31/4/2021', 'not_a_date'], ['date', 'hôm nay', 'not_a_date'], ['date', { day: '1', month: '', year: '2021' }, 'not_a_date'],
    ['date', { year: { toString: 1 } }, 'not_a_date'], ['date', 20210209, 'not_a_date'], ['date', '0021-02-09', 'not_a_date'], ['date', '21-02-09', 'not_a_date'],
    ['date', '2026-11-26', 'in_future'], ['date', '2020-05-09', 'before_start'], ['appointment', '2026-11-24', 'in_past'], ['date', '1899-12-31', 'too_early'],
    ['months', 'từ 2010', 'wrong_form'], ['months', { to: '2010-05' }, { from: 'required' }], ['months', { from: '2010-13' }, { from: 'not_a_month' }],
    ['months', { from: '2026-12', to: 'x' }, { from: 'in_future', to: 'not_a_month' }], ['months', { from: '2010-05', to: '2010-04' }, { to: 'before_start' }], ['months', {}, 'required'],
    ['year', '98', 'not_a_year'], ['year', '2027', 'in_future'], ['year', '1899', 'too_early'], ['year', '19 98', 'not_a_year'],
    ['choice', 'maybe', 'not_an_option'], ['choice', 'YES', 'not_an_option'], ['choice', ['yes'], 'not_an_option'], ['choice', 'toString', 'not_an_option'],
    ['area', '99002', 'no_such_area'], ['area', 99001, 'no_such_area'],
    ['address', { area: '99001' }, { line: 'required' }], ['address', { line: 'Số 1' }, { area: 'required' }], ['address', { area: '1', line: 'x'.repeat(21) }, { area: 'no_such_area', line: 'too_long' }],
    ['address', {}, 'required'], ['address', 'Số 1', 'wrong_form'],
    ['phone', '12345', 'wrong_phone'], ['phone', '0012345678', 'wrong_phone'], ['phone', '09012345678901', 'wrong_phone'], ['phone', 'không có', 'wrong_phone'],
    ['email', 'hoa', 'wrong_email'], ['email', 'hoa@example', 'wrong_email'], ['email', 'hoa @example.com', 'wrong_email'], ['email', `${'x'.repeat(120)}@example.com`, 'too_long'],
    ['number', 'bảy', 'not_a_number'], ['number', '1,5', 'not_a_number'], ['number', '0', 'too_small'], ['number', '1501', 'too_big'], ['number', '9'.repeat(20), 'not_a_number'], ['sum', '119', 'below_other'], ['sum', '1501', 'too_big'],
    ['personNumber', '99919900010', 'not_a_citizen_number'], ['personNumber', 'B1234567', 'not_a_citizen_number'],
    ['optional', 'mười một chữ', 'too_long'],
  ])('%s: %j', (name, raw, expected) => {
    expect(judge(questions[name], raw, context)).toEqual({ faults: typeof expected === 'string' ? { '': expected } : expected })
  })
})
