import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isCommonPassword } from './common-password-rules.ts'
import { deviceOf } from './devices.ts'
import { idleLockOf, idleRules, idleVerdict, newPasswordFault, passkeyRules, passwordAge, passwordDue, recoveryRules } from './rules.ts'
import { newSecretCode, secretCodeHash, secretCodeOf } from './secret-codes.ts'

test('the values are those of the source: two months, ten passwords, 45 days, five minutes', () => {
  expect([passwordAge, idleRules, recoveryRules, passkeyRules.most, idleLockOf('administrator', 15), idleLockOf('clerk', 15), idleLockOf('administrator', 3)]).toEqual(
    [{ administratorDays: 60, remembered: 10 }, { days: 45, warnDays: 7 }, { codes: 10, paperHours: 24 }, 10, 5, 15, 3])
})

describe('the commonest passwords', () => {
  test.each(['password', 'Password1', 'P@ssw0rd', 'matkhau', 'Mật khẩu 2026', 'MatKhau@123', 'admin2025', 'qwertyuiop', '12345678', '87654321', '11111111', '19841984', 'abcdefgh', 'anhyeuem99', 'Vietnam2026!', 'chuyendoiso', 'abcabc', '01011990'])('%s is one', (password) => {
    expect(isCommonPassword(password)).toBe(true)
  })
  test.each(['sông Đồng Nai 47', 'Trinh-dien-2026', 'kẹo dừa bến tre', 'x7#mQ2pL', 'correct horse battery'])('%s is none', (password) => {
    expect(isCommonPassword(password)).toBe(false)
  })
  test('random ones are none', () => {
    fc.assert(fc.property(fc.uint8Array({ minLength: 12, maxLength: 24 }), (bytes) => {
      fc.pre(new Set(bytes).size > 6)
      return !isCommonPassword(Buffer.from(bytes).toString('base64url'))
    }))
  })
})

test.each([
  ['ngắn', 'password_too_short'], ['matkhau2026', 'password_common'], ['van.an-2026-x', 'password_holds_name'], ['Nguyễn Văn An 9', 'password_holds_name'], ['sông Đồng Nai 47', undefined],
])('%s for van.an, Nguyễn Văn An: %s', (password, fault) => {
  expect(newPasswordFault(password, { username: 'van.an', name: 'Nguyễn Văn An' })).toBe(fault)
})

describe('a code of paper', () => {
  test('is read in whatever way it is typed, and its digest tells the officer apart', () => {
    const code = newSecretCode()
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/)
    expect(secretCodeOf('o1il-abcd efgh 0000')).toBe('0111ABCDEFGH0000')
    expect(secretCodeHash('a', code)).toEqual(secretCodeHash('a', ` ${code.toLowerCase().replaceAll('-', '')} `))
    expect(secretCodeHash('a', code)).not.toEqual(secretCodeHash('b', code))
  })
  test('uses every letter, and is not made twice', () => {
    const codes = Array.from({ length: 500 }, newSecretCode)
    expect([new Set(codes).size, new Set(codes.join('')).size]).toEqual([500, 33])
  })
})

describe('time', () => {
  const now = new Date('2026-11-25T02:00:00Z')
  const ago = (days: number, minutes = 0) => new Date(now.getTime() - days * 86_400_000 - minutes * 60_000)

  test.each([[37, 23 * 60, 'fine'], [38, 0, 'warn'], [44, 23 * 60, 'warn'], [45, 0, 'close'], [0, 0, 'fine']])('%i days and %i minutes without a sign-in: %s', (days, minutes, verdict) => {
    expect(idleVerdict(ago(days, minutes), now).verdict).toBe(verdict)
  })
  test('an administrator’s password has an age, nobody else’s, and none that is public', () => {
    expect(passwordDue(ago(60), ['clerk', 'administrator'])).toEqual(now)
    expect([passwordDue(ago(60), ['clerk']), passwordDue(null, ['administrator'])]).toEqual([null, null])
  })
})

test.each([
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0', 'Edge', 'Windows'],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) coc_coc_browser/130.0.0 Chrome/124.0.0.0 Safari/537.36', 'Cốc Cốc', 'Windows'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1', 'Safari', 'iPhone'],
  ['Mozilla/5.0 (Linux; Android 14; SM-A055F) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36', 'Samsung Internet', 'Android'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0', 'Firefox', 'Linux'], ['<script>alert(1)</script>', null, null], [null, null, null],
])('%s is %s on %s', (agent, browser, system) => {
  expect(deviceOf(agent)).toEqual({ browser, system })
})
