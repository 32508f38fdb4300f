import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withApp, type TestApp } from '../../test/with-app.ts'
import { beginSignIn, completeSignIn, session, signInAnswer } from '../modules/identity/contract.ts'
import { vneidOptions } from './vneid.ts'
import { openTown, type Town, type Visitor } from './vneid/town.ts'

const printed: string[] = []
let app: TestApp
let town: Town

const listen = (method: 'log' | 'info' | 'warn' | 'error') => {
  const before = console[method]
  console[method] = (...parts: unknown[]) => void printed.push(parts.join(' '))
  return () => void (console[method] = before)
}

beforeAll(async () => {
  app = await withApp({ at: '2026-11-25T02:00:00Z' })
  const restore = (['log', 'info', 'warn', 'error'] as const).map(listen)
  // a name that nobody can look up, as behind a proxy: the browser is led there, the server must not go there
  town = await openTown(app.application, 'http://portal.invalid')
  const visitor = town.visitor()
  await visitor.get(await begin(visitor))
  for (const each of restore) each()
})
afterAll(() => town.close())

const begin = async (visitor: Visitor, returnTo = '/') => (await visitor.call(beginSignIn, { returnTo })).body.location
const json = async (path: string) => JSON.parse((await town.visitor().once(path)).text) as Record<string, unknown>

describe('the simulated national identity', () => {
  test('starts and serves without printing anything', () => {
    expect(printed).toEqual([])
  })

  test('describes itself by its public address, whatever the request says', async () => {
    const visitor = town.visitor()
    const answer = await visitor.once('/vneid/.well-known/openid-configuration', { headers: { host: 'evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' } })
    expect(JSON.parse(answer.text)).toMatchObject({
      issuer: 'http://portal.invalid/vneid', authorization_endpoint: 'http://portal.invalid/vneid/auth', token_endpoint: 'http://portal.invalid/vneid/token',
      userinfo_endpoint: 'http://portal.invalid/vneid/me', jwks_uri: 'http://portal.invalid/vneid/jwks', response_types_supported: ['code'],
      code_challenge_methods_supported: ['S256'], id_token_signing_alg_values_supported: ['ES256'], authorization_response_iss_parameter_supported: true,
    })
  })

  test('shows its public key, and no private part', async () => {
    const { keys } = (await json('/vneid/jwks')) as { keys: Record<string, unknown>[] }
    expect(keys).toHaveLength(1)
    expect(keys[0]).toMatchObject({ kty: 'EC', crv: 'P-256', alg: 'ES256' })
    expect(keys[0]).not.toHaveProperty('d')
  })

  test('lets a person in through a proxy, over the wire of OpenID Connect', async () => {
    const visitor = town.visitor()
    const page = await visitor.get(await begin(visitor, '/thu-tuc'))
    expect(page.url).toMatch(/^http:\/\/portal\.invalid\/vneid\/interaction\//)
    const back = new URL((await visitor.post(page.url, { person: 'binh', answer: 'yes' })).url)
    expect(back.origin + back.pathname).toBe('http://portal.invalid/dang-nhap/vneid')
    expect((await visitor.call(completeSignIn, signInAnswer(back.searchParams))).body).toEqual({ returnTo: '/thu-tuc' })
    expect((await visitor.call(session, {})).body.name).toBe('Trần Văn Bình')
  })

  test('keeps two sign-ins of one browser apart', async () => {
    const visitor = town.visitor()
    const [one, two] = [await visitor.get(await begin(visitor)), await visitor.get(await begin(visitor))]
    expect(one.url).not.toBe(two.url)
    const states = await Promise.all([one, two].map(async ({ url }) => new URL((await visitor.post(url, { person: 'an', answer: 'yes' })).url).searchParams.get('state')))
    expect(new Set(states).size).toBe(2)
  })

  test('speaks the language in which the person came', async () => {
    const visitor = town.visitor()
    const location = new URL(await begin(visitor))
    location.searchParams.set('ui_locales', 'en')
    expect((await visitor.get(location.href)).text).toContain('Sign in as whom?')
  })

  test('sends its pages with a strict policy and no permission to keep them', async () => {
    const visitor = town.visitor()
    const page = await visitor.get(await begin(visitor))
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(page.headers.get('cache-control')).toBe('no-store')
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
  })
})

describe('it refuses', () => {
  const page = async (change: (search: URLSearchParams) => void) => {
    const visitor = town.visitor()
    const location = new URL(await begin(visitor))
    change(location.searchParams)
    return visitor.get(location.href)
  }

  test('a client it does not know, and an address that is not the client’s, on a page of its own', async () => {
    for (const change of [(s: URLSearchParams) => s.set('client_id', 'another'), (s: URLSearchParams) => s.set('redirect_uri', 'https://elsewhere.example/')]) {
      const refused = await page(change)
      expect(refused.status).toBe(400)
      expect(refused.text).toContain('Lần đăng nhập này không dùng được nữa')
      expect(refused.headers.get('content-security-policy')).toContain("default-src 'none'")
    }
  })

  test('a request without PKCE, by an error that goes back', async () => {
    const refused = await page((search) => search.delete('code_challenge'))
    expect(new URL(refused.url).searchParams.get('error')).toBe('invalid_request')
  })

  test('to go on with the sign-in of another browser, or with one that there is not', async () => {
    const [owner, thief] = [town.visitor(), town.visitor()]
    const { url } = await owner.get(await begin(owner))
    expect((await thief.get(url)).status).toBe(400)
    expect((await thief.post(url, { person: 'an', answer: 'yes' })).status).toBe(400)
    expect((await owner.get('/vneid/interaction/nothing')).status).toBe(400)
  })

  test('a person it does not know, and shows the choice again', async () => {
    const visitor = town.visitor()
    const { url } = await visitor.get(await begin(visitor))
    expect((await visitor.post(url, { person: 'nobody', answer: 'yes' })).text).toContain('Đăng nhập với tư cách ai?')
    expect((await visitor.post(url, { person: 'x'.repeat(5000), answer: 'yes' })).text).toContain('Đăng nhập với tư cách ai?')
  })

  test('a code without the secret of the client, and one that was used', async () => {
    const visitor = town.visitor()
    const { url } = await visitor.get(await begin(visitor))
    const back = new URL((await visitor.post(url, { person: 'an', answer: 'yes' })).url)
    const code = back.searchParams.get('code') ?? ''
    const ask = (headers: Record<string, string>) => visitor.once('/vneid/token', {
      method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: new URLSearchParams({ grant_type: 'authorization_code', code, redirect_uri: back.origin + back.pathname, code_verifier: 'v'.repeat(43) }).toString(),
    })
    const basic = (secret: string) => ({ authorization: `Basic ${Buffer.from(`tinhso:${secret}`).toString('base64')}` })
    const { secret } = vneidOptions(app.application.tools).client
    expect([(await ask({})).status, (await ask(basic('wrong'))).status, (await ask(basic(secret))).status]).toEqual([400, 401, 400])
  })

  test('anything else', async () => {
    expect((await town.visitor().once('/vneid/nothing')).status).toBe(404)
    expect((await town.visitor().once('/vneid/token')).status).toBe(404)
  })

  test('to exist in production', () => {
    const { tools } = app.application
    expect(() => vneidOptions({ ...tools, config: { ...tools.config, mode: 'production' } })).toThrow('demonstration only')
  })
})
