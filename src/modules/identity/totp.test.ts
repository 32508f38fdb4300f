import { describe, expect, test } from 'vitest'
import { hashPassword, passwordMatches, decoyHash } from './passwords.ts'
import { codeAt, secondsLeft, stepAt, stepOfCode, unusedCodeAt } from './totp.ts'

// "12345678901234567890" in base32
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
const at = (seconds: number) => new Date(seconds * 1000)

describe('codes', () => {
  // RFC 6238, appendix B, SHA-1: the last six of its eight digits
  test.each([
    [59, '287082'], [1_111_111_109, '081804'], [1_111_111_111, '050471'], [1_234_567_890, '005924'], [2_000_000_000, '279037'], [20_000_000_000, '353130'],
  ])('at second %i it is %s', (second, code) => {
    expect(codeAt(secret, at(second))).toBe(code)
  })

  test('are taken in their own step, the one before and the one after, and say which', () => {
    const code = codeAt(secret, at(3000))
    expect(stepOfCode(secret, code, at(2969))).toBeUndefined()
    expect(stepOfCode(secret, code, at(2970))).toBe(100)
    expect(stepOfCode(secret, code, at(3029))).toBe(100)
    expect(stepOfCode(secret, code, at(3059))).toBe(100)
    expect(stepOfCode(secret, code, at(3060))).toBeUndefined()
  })

  test('of another secret are not', () => {
    expect(stepOfCode('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJR', codeAt(secret, at(3000)), at(3000))).toBeUndefined()
  })

  test('last as long as their step', () => {
    expect([secondsLeft(at(3000)), secondsLeft(at(3029))]).toEqual([30, 1])
    expect([stepAt(at(2999)), stepAt(at(3000))]).toEqual([99, 100])
  })

  test('of the demonstration are shown unused: the next one when this one is gone', () => {
    expect(unusedCodeAt(secret, at(3000), undefined)).toBe(codeAt(secret, at(3000)))
    expect(unusedCodeAt(secret, at(3000), 99)).toBe(codeAt(secret, at(3000)))
    expect(unusedCodeAt(secret, at(3000), 100)).toBe(codeAt(secret, at(3030)))
  })
})

describe('passwords', () => {
  const cost = /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/

  test('are kept as argon2id of the agreed cost, each with a salt of its own', async () => {
    const [one, other] = [await hashPassword('mật khẩu dài'), await hashPassword('mật khẩu dài')]
    expect(one).toMatch(cost)
    expect(one).not.toBe(other)
  })

  test('match however the keyboard composed them, and not otherwise', async () => {
    const stored = await hashPassword('mật khẩu dài')
    expect(await passwordMatches(stored, 'mật khẩu dài'.normalize('NFD'))).toBe(true)
    expect(await passwordMatches(stored, 'mat khau dai')).toBe(false)
  })

  test('of nobody cost the same work and never match', async () => {
    expect(decoyHash).toMatch(cost)
    expect(await passwordMatches(null, 'mật khẩu dài')).toBe(false)
  })
})
