import { describe, expect, it } from 'vitest'
import { isUuid, uuidv7 } from '#kernel/ids'
import { formKeyOf } from './form-guard.tsx'
import { dateOf, inputOf, keyOf, refuseForm, typedOf, viewForm } from './form.ts'

const form = (entries: [string, string | File][]): FormData => {
  const made = new FormData()
  for (const [name, value] of entries) made.append(name, value)
  return made
}

describe('the input of a contract', () => {
  it('follows the names of the boxes', () => {
    const input = inputOf(form([
      ['csrf', 'x'], ['key', 'y'], ['next', '/'], ['applicant.name', 'Nguyễn Thị Lan'], ['applicant.phone', ''], ['copies~number', '1.500'], ['agrees~boolean', 'true'],
      ['channels[]', 'portal'], ['channels[]', 'post'], ['born~day', '1'], ['born~month', '02'], ['born~year', '2022'],
    ]))
    expect(input).toEqual({ applicant: { name: 'Nguyễn Thị Lan' }, copies: 1500, agrees: true, channels: ['portal', 'post'], born: '2022-02-01' })
  })
  it.each([
    ['0', 0], ['1 500', 1500], ['-3', -3], ['12.34', '12.34'], ['ba', 'ba'], ['1.50', '1.50'], [' 7 ', 7],
  ])('reads the number %j as %j', (text, number) => expect(inputOf(form([['n~number', text]]))).toEqual({ n: number }))
  it.each([
    [['', '', ''], undefined], [['1', '2', '2022'], '2022-02-01'], [['31', '02', '2022'], '2022-02-31'], [['1', '', '2022'], 'invalid'], [['1', '2', '22'], 'invalid'], [['x', '2', '2022'], 'invalid'],
  ])('reads the date %j as %j', ([day = '', month = '', year = ''], date) => expect(dateOf(form([['d~day', day], ['d~month', month], ['d~year', year]]), 'd')).toBe(date))
  it('never touches what every object inherits', () => {
    expect(inputOf(form([['__proto__.admin', '1'], ['constructor.x', '1'], ['a.__proto__.b', '1'], ['toString', '1'], ['.', '1'], ['a..b', '1']]))).toEqual({})
    expect(({} as Record<string, unknown>)['admin']).toBeUndefined()
  })
  it('survives a name that is both a value and a group', () => expect(inputOf(form([['a', '1'], ['a.b', '2']]))).toEqual({ a: { b: '2' } }))
})

describe('a form that comes back', () => {
  const sent = form([['name', 'Lan'], ['phone', '0912'], ['password', 'tuyệt mật'], ['sex', 'female'], ['csrf', 'x'], ['file', new File(['x'], 'a.pdf')]])
  const refusal = { code: 'invalid_input', status: 400, values: {}, fields: { phone: 'wrong_form', name: 'required' } }
  const answer = refuseForm(sent, refusal)
  const labels = { name: 'họ tên', phone: 'số điện thoại' }

  it('answers with the status of the refusal', () => expect(answer.init?.status).toBe(400))
  it('keeps what was typed, but no secret, no file and nothing of ours', () => expect(typedOf(sent)).toEqual({ name: ['Lan'], phone: ['0912'], sex: ['female'], file: [] }))
  it('and a footprint, whose letters hold those of a one-time password', () => {
    expect(typedOf(form([['answers.footprint~number', '80'], ['otp', '123456'], ['totp', '123456'], ['officer.otp', '1']]))).toEqual({ 'answers.footprint~number': ['80'] })
  })
  it('says in the order of the page what is wrong, each leading to its box', () => {
    const view = viewForm(answer.data, labels, 'vi')
    expect(view.summary).toEqual([{ href: '#name', text: 'Điền họ tên' }, { href: '#phone', text: 'Kiểm tra lại số điện thoại: chưa đúng dạng' }])
    expect([view.value('phone'), view.value('street', 'Mẫu'), view.error('phone'), view.error('street')]).toEqual(['0912', 'Mẫu', 'Kiểm tra lại số điện thoại: chưa đúng dạng', undefined])
    expect([view.chosen('sex', 'female'), view.chosen('sex', 'male', ['male'])]).toEqual([true, false])
  })
  it('takes better words where the page has them', () => {
    expect(viewForm(answer.data, labels, 'vi', { 'phone:wrong_form': 'Nhập đủ 10 số, bắt đầu bằng 0' }).error('phone')).toBe('Nhập đủ 10 số, bắt đầu bằng 0')
  })
  it('says a refusal of the whole, and of a field that is not on the page, without a link', () => {
    const whole = viewForm({ typed: {}, refusal: { code: 'action_not_allowed', status: 409, values: {}, fields: {} } }, labels, 'vi')
    expect(whole.summary).toEqual([{ href: null, text: 'Tình trạng đã đổi nên việc này không còn làm được. Mở lại trang để xem tình trạng mới nhất.' }])
    const other = viewForm({ typed: {}, refusal: { ...refusal, fields: { name: 'required', ghost: 'unknown_field' } } }, labels, 'vi')
    expect(other.summary.map(({ href }) => href)).toEqual(['#name', null])
  })
  it('starts with the start values', () => {
    const view = viewForm(undefined, labels, 'vi')
    expect([view.summary, view.value('name', 'An'), view.chosen('sex', 'male', ['male'])]).toEqual([[], 'An', true])
  })
})

describe('the key of a form', () => {
  it('is read from its hidden field', () => expect([keyOf(form([['key', 'k']])), keyOf(form([['key', '']])), keyOf(form([]))]).toEqual(['k', undefined, undefined]))
  it('is a UUID, the same each time, and another for each form of a page', () => {
    for (let round = 0; round < 200; round += 1) {
      const page = uuidv7()
      const keys = ['accept', 'refuse', 'undo', 'page', 'sign-out', `dossier-${round}`].map((name) => formKeyOf(page, name))
      expect(keys.every(isUuid)).toBe(true)
      expect(new Set([...keys, page]).size).toBe(keys.length + 1)
      expect(formKeyOf(page, 'accept')).toBe(keys[0])
    }
  })
})
