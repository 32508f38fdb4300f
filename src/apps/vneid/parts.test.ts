import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Person } from '#modules/identity'
import { cookieKey, signingKey } from './keys.ts'
import { makeMemory } from './memory.ts'
import { choosePage, consentPage, faultPage, pageHeaders } from './pages.ts'
import { words } from './words.ts'

describe('keys', () => {
  test('follow from the secret: the same after every start, others for another installation', () => {
    expect(signingKey('one secret')).toEqual(signingKey('one secret'))
    expect(signingKey('one secret').d).not.toBe(signingKey('another secret').d)
    expect(cookieKey('one secret')).not.toBe(cookieKey('another secret'))
  })

  test.each(['a', 'b', 'c', 'd'])('sign what their public half verifies (%s)', (secret) => {
    const { d, ...open } = signingKey(secret)
    const key = createPrivateKey({ key: { ...open, d }, format: 'jwk' })
    const text = Buffer.from('a text')
    expect(verify('sha256', text, createPublicKey({ key: open, format: 'jwk' }), sign('sha256', text, key))).toBe(true)
  })
})

describe('the memory', () => {
  const open = () => {
    let now = 1_000_000
    return { memory: makeMemory(() => now), pass: (seconds: number) => void (now += seconds * 1000) }
  }

  test('forgets what has run out, to the second', async () => {
    const { memory, pass } = open()
    const codes = memory('AuthorizationCode')
    await codes.upsert('a', { jti: 'a' }, 60)
    pass(59)
    expect(await codes.find('a')).toMatchObject({ jti: 'a' })
    pass(1)
    expect(await codes.find('a')).toBeUndefined()
  })

  test('keeps kinds apart, marks what was used, takes away what is asked', async () => {
    const { memory } = open()
    const [codes, tokens] = [memory('AuthorizationCode'), memory('AccessToken')]
    await codes.upsert('a', { jti: 'a', uid: 'u' }, 60)
    expect(await tokens.find('a')).toBeUndefined()
    await codes.consume('a')
    expect(await codes.find('a')).toHaveProperty('consumed')
    expect(await codes.findByUid('u')).toHaveProperty('jti', 'a')
    await codes.destroy('a')
    expect(await codes.find('a')).toBeUndefined()
  })

  test('takes everything of one consent away together', async () => {
    const { memory } = open()
    const [codes, tokens] = [memory('AuthorizationCode'), memory('AccessToken')]
    await codes.upsert('a', { grantId: 'g' }, 60)
    await tokens.upsert('t', { grantId: 'g' }, 60)
    await tokens.upsert('other', { grantId: 'h' }, 60)
    await tokens.revokeByGrantId('g')
    expect([await codes.find('a'), await tokens.find('t')]).toEqual([undefined, undefined])
    expect(await tokens.find('other')).toBeDefined()
  })

  test('does not grow without end: the oldest give way', async () => {
    const { memory } = open()
    const interactions = memory('Interaction')
    for (let count = 0; count <= 10_000; count++) await interactions.upsert(String(count), { jti: String(count) }, 600)
    expect(await interactions.find('0')).toBeUndefined()
    expect(await interactions.find('1')).toBeDefined()
    expect(await interactions.find('10000')).toBeDefined()
  })
})

describe('the pages', () => {
  const person: Person = {
    subject: 'an', name: '<b>An</b> & "em"', number: '999199000201', born: '1999-03-14', gender: 'female', address: 'Số 1 <script>', level: 2, nationality: 'Việt Nam',
    about: { vi: 'một người', en: 'a person' },
  }

  test('escape every value', () => {
    const text = `${choosePage('vi', [person])}${consentPage('vi', person)}`
    expect(text).toContain('&lt;b&gt;An&lt;/b&gt; &amp; &quot;em&quot;')
    expect(text).not.toMatch(/<script|<b>An/)
  })

  test('never show a whole number', () => {
    expect(consentPage('vi', person)).toContain('999 •••••• 201')
    expect(`${choosePage('vi', [person])}${consentPage('vi', person)}`).not.toContain(person.number)
  })

  test.each(['vi', 'en'] as const)('say loudly that nothing here is real, in %s', (locale) => {
    for (const text of [choosePage(locale, [person]), consentPage(locale, person), faultPage(locale, '/')]) {
      expect(text).toContain(`<html lang="${locale}">`)
      expect(text).toContain(words[locale].band)
    }
  })

  test('work without scripts and under a strict policy: one style, by its digest', () => {
    const policy = pageHeaders('https://portal.example/dang-nhap/vneid')['content-security-policy']
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[A-Za-z0-9+/=]{44}'; form-action 'self' https:\/\/portal\.example; base-uri 'none'; frame-ancestors 'none'$/)
    expect(`${choosePage('vi', [person])}${consentPage('vi', person)}`).not.toMatch(/<script|\sstyle=|\son[a-z]+=|https?:/)
  })
})
