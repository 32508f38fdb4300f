import { describe, expect, test } from 'vitest'
import { holdsOn, lockOf, passwordFault, signInRules, usernameOf } from './rules.ts'

describe('the password rule', () => {
  test.each([
    ['withSecondFactor', 'bảy chữ', 'password_too_short'],
    ['withSecondFactor', 'tám chữ ', undefined],
    ['withSecondFactor', 'aaaaaaaa', undefined],
    ['alone', 'Mười-ba-1234!', 'password_too_short'],
    ['alone', 'Mười-bốn-1234!', undefined],
    ['alone', 'mười-bốn-12345', 'password_too_plain'],
    ['alone', 'MườibốnĐếm12345', 'password_too_plain'],
  ] as const)('%s: "%s" is %s', (kind, password, fault) => {
    expect(passwordFault(password, kind)).toBe(fault)
  })

  test('counts a letter with its marks as one, however it was typed', () => {
    expect(passwordFault('ế'.normalize('NFD').repeat(7), 'withSecondFactor')).toBe('password_too_short')
    expect(passwordFault('ế'.normalize('NFD').repeat(8), 'withSecondFactor')).toBeUndefined()
  })
})

describe('the lock', () => {
  const now = new Date('2026-11-25T02:00:00Z')
  const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000)

  test.each([
    [undefined, 5, null],
    [{ failed: 1, failedAt: ago(0) }, 4, null],
    [{ failed: 4, failedAt: ago(11) }, 1, null],
    [{ failed: 5, failedAt: ago(0) }, 0, new Date(now.getTime() + 12 * 3_600_000)],
    [{ failed: 5, failedAt: ago(11) }, 0, new Date(now.getTime() + 3_600_000)],
    [{ failed: 5, failedAt: ago(12) }, 5, null],
    [{ failed: 4, failedAt: ago(13) }, 5, null],
  ])('%o leaves %i tries, locked until %o', (attempt, left, until) => {
    expect(lockOf(attempt, now)).toEqual({ left, until })
  })

  test('keeps to the strict end of the source: five failures, twelve hours', () => {
    expect(signInRules).toMatchObject({ mostFailures: 5, lockHours: 12 })
  })
})

describe('a capacity', () => {
  test.each([
    ['2025-06-30', false], ['2025-07-01', true], ['2026-11-25', true], ['2026-12-31', true], ['2027-01-01', false],
  ])('from 2025-07-01 to 2026-12-31 on %s: %s', (day, holds) => {
    expect(holdsOn({ validFrom: '2025-07-01', validTo: '2026-12-31' }, day)).toBe(holds)
  })

  test('without an end does not end', () => {
    expect(holdsOn({ validFrom: '2025-07-01', validTo: null }, '2999-12-31')).toBe(true)
  })
})

test('a username is one name in whatever way it is typed', () => {
  expect(usernameOf('  Clerk.001 ')).toBe('clerk.001')
  expect(usernameOf('Đức'.normalize('NFD'))).toBe('đức'.normalize('NFC'))
})
