import * as oidc from 'openid-client'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { withApp, type TestApp } from '../../../test/with-app.ts'
import { vneidOptions, type VneidOptions } from '../vneid.ts'
import { claimsByScope } from './provider.ts'
import { openTown, type Town } from './town.ts'

/*
 * The simulated national identity against openid-client, set up as any conforming client would be: by what the issuer says of itself, with the library's
 * defaults and none of our own code between them.
 */
let app: TestApp
let town: Town
let options: VneidOptions

beforeAll(async () => {
  app = await withApp({ at: '2026-11-25T02:00:00Z' })
  town = await openTown(app.application)
  options = vneidOptions(app.application.tools)
})
afterAll(() => town.close())
afterEach(() => void vi.useRealTimers())

type Given = { clientId?: string; secret?: string; by?: (secret: string) => oidc.ClientAuth }
const client = ({ clientId = options.client.id, secret = options.client.secret, by = oidc.ClientSecretBasic }: Given = {}): Promise<oidc.Configuration> =>
  oidc.discovery(new URL(options.issuer), clientId, { id_token_signed_response_alg: 'ES256' }, by(secret), { execute: [oidc.allowInsecureRequests, oidc.enableNonRepudiationChecks] })

type Begun = { url: URL; checks: { pkceCodeVerifier: string; expectedState: string; expectedNonce: string } }

async function begin(party: oidc.Configuration, change: Record<string, string | undefined> = {}): Promise<Begun> {
  const checks = { pkceCodeVerifier: oidc.randomPKCECodeVerifier(), expectedState: oidc.randomState(), expectedNonce: oidc.randomNonce() }
  const url = oidc.buildAuthorizationUrl(party, {
    redirect_uri: options.client.returnAddress, scope: Object.keys(claimsByScope).join(' '), state: checks.expectedState, nonce: checks.expectedNonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(checks.pkceCodeVerifier), code_challenge_method: 'S256',
  })
  for (const [name, value] of Object.entries(change)) {
    if (value === undefined) url.searchParams.delete(name)
    else url.searchParams.set(name, value)
  }
  return { url, checks }
}

/** Where the browser is sent back to after Nguyễn Thị An has agreed. */
async function agreed(url: URL): Promise<URL> {
  const visitor = town.visitor()
  const page = await visitor.get(url.href)
  return new URL((await visitor.post(page.url, { person: 'an', answer: 'yes' })).url)
}

async function signIn(party: oidc.Configuration): Promise<Pick<Begun, 'checks'> & { back: URL; tokens: Awaited<ReturnType<typeof oidc.authorizationCodeGrant>> }> {
  const { url, checks } = await begin(party)
  const back = await agreed(url)
  return { back, checks, tokens: await oidc.authorizationCodeGrant(party, back, { ...checks }) }
}

const failing = (work: Promise<unknown>): Promise<unknown> => work.then(() => 'accepted', (error: { error?: string; code?: string; status?: number; cause?: { parameters?: { error?: string } }[] }) =>
  error.error ?? error.cause?.[0]?.parameters?.error ?? error.code)

describe('a conforming client', () => {
  test('takes what the issuer says of itself', async () => {
    const server = (await client()).serverMetadata()
    expect(server.supportsPKCE()).toBe(true)
    expect(server.supportsPKCE('plain')).toBe(false)
    expect(server).toMatchObject({
      issuer: options.issuer, response_types_supported: ['code'], subject_types_supported: ['public'], id_token_signing_alg_values_supported: ['ES256'],
      token_endpoint_auth_methods_supported: ['client_secret_basic'], authorization_response_iss_parameter_supported: true, request_uri_parameter_supported: false,
    })
    for (const [name, value] of Object.entries(server)) if (/_endpoint$|_uri$/.test(name)) expect(value).toMatch(new RegExp(`^${options.issuer}/`))
    expect(server.scopes_supported).toEqual(expect.arrayContaining(Object.keys(claimsByScope)))
  })

  test('signs a person in, and every check of the library passes', async () => {
    const party = await client()
    const { back, tokens } = await signIn(party)
    expect(back.searchParams.get('iss')).toBe(options.issuer)
    expect(tokens).toMatchObject({ token_type: 'bearer', expires_in: 300 })
    expect(tokens.refresh_token).toBeUndefined()
    expect(tokens.claims()).toMatchObject({ iss: options.issuer, aud: options.client.id, sub: 'an' })
    const facts = await oidc.fetchUserInfo(party, tokens.access_token, 'an')
    expect(facts).toMatchObject({ sub: 'an', name: 'Nguyễn Thị An', citizen_number: '999199000201', identity_level: 2 })
  })

  test('is told when the person proved who they are, when it asks for that', async () => {
    const party = await client()
    const { url, checks } = await begin(party, { max_age: '60' })
    const tokens = await oidc.authorizationCodeGrant(party, await agreed(url), { ...checks, maxAge: 60 })
    expect(Math.abs(Number(tokens.claims()?.auth_time) - Date.now() / 1000)).toBeLessThan(60)
  })

  test('gets no more than it asked for', async () => {
    const party = await client()
    const { url, checks } = await begin(party, { scope: 'openid profile' })
    const { access_token: token } = await oidc.authorizationCodeGrant(party, await agreed(url), { ...checks })
    const facts = await oidc.fetchUserInfo(party, token, 'an')
    expect(Object.keys(facts).filter((name) => ![...claimsByScope.openid, ...claimsByScope.profile].includes(name))).toEqual([])
  })

  test('learns that the person did not agree', async () => {
    const party = await client()
    const { url, checks } = await begin(party)
    const visitor = town.visitor()
    const page = await visitor.get(url.href)
    const back = new URL((await visitor.post(page.url, { person: 'an', answer: 'no' })).url)
    expect(await failing(oidc.authorizationCodeGrant(party, back, { ...checks }))).toBe('access_denied')
  })

  test.each(['end_session_endpoint', 'revocation_endpoint', 'introspection_endpoint', 'registration_endpoint', 'device_authorization_endpoint', 'pushed_authorization_request_endpoint'])(
    'is promised no %s, and finds none', async (name) => {
      const party = await client()
      expect(party.serverMetadata()).not.toHaveProperty(name)
      if (name === 'end_session_endpoint') expect(() => oidc.buildEndSessionUrl(party)).toThrow(expect.objectContaining({ code: 'OAUTH_MISSING_SERVER_METADATA' }))
    })
})

describe('a question is refused on a page of the issuer, and nobody is sent anywhere, with', () => {
  test.each<[string, Record<string, string | undefined>]>([
    ['an unknown client', { client_id: 'another' }],
    ['no client', { client_id: undefined }],
    ['another address to return to', { redirect_uri: 'https://elsewhere.example/' }],
    ['no address to return to', { redirect_uri: undefined }],
    ['the right address and a query behind it', { redirect_uri: '?' }],
    ['an address below the right one', { redirect_uri: '/more' }],
  ])('%s', async (_what, change) => {
    const short = change['redirect_uri']?.length === 1 || change['redirect_uri']?.startsWith('/')
    const { url } = await begin(await client(), short ? { redirect_uri: `${options.client.returnAddress}${change['redirect_uri'] ?? ''}` } : change)
    const page = await town.visitor().get(url.href)
    expect([page.status, new URL(page.url).pathname]).toEqual([400, '/vneid/auth'])
    expect(page.text).toContain('Lần đăng nhập này không dùng được nữa')
  })
})

describe('a question is refused by an error that goes back, with state and issuer, when it', () => {
  test.each<[string, Record<string, string | undefined>, string]>([
    ['has no PKCE', { code_challenge: undefined, code_challenge_method: undefined }, 'invalid_request'],
    ['has the plain PKCE', { code_challenge_method: 'plain' }, 'invalid_request'],
    ['does not say which PKCE, which would be the plain one', { code_challenge_method: undefined }, 'invalid_request'],
    ['has a challenge that is too short', { code_challenge: 'short' }, 'invalid_request'],
    ['has another PKCE', { code_challenge_method: 'S512' }, 'invalid_request'],
    ['asks for a token through the browser', { response_type: 'token' }, 'unsupported_response_type'],
    ['asks for an identity token through the browser', { response_type: 'id_token' }, 'unsupported_response_type'],
    ['asks for both', { response_type: 'code id_token' }, 'unsupported_response_type'],
    ['does not say what it wants', { response_type: undefined }, 'invalid_request'],
    ['wants nobody to be asked', { prompt: 'none' }, 'login_required'],
    ['contradicts itself', { prompt: 'none login' }, 'invalid_request'],
    ['brings a signed question', { request: 'a.b.c' }, 'request_not_supported'],
    ['has its question elsewhere', { request_uri: 'https://elsewhere.example/request' }, 'request_uri_not_supported'],
    ['wants an age that is no number', { max_age: 'young' }, 'invalid_request'],
  ])('%s', async (_what, change, error) => {
    const party = await client()
    const { url, checks } = await begin(party, change)
    const page = await town.visitor().get(url.href)
    const back = new URL(page.url)
    // what is asked for through the browser is answered there: behind the hash
    if (back.hash !== '') back.search = back.hash.slice(1)
    expect(Object.fromEntries(back.searchParams)).toMatchObject({ error, state: checks.expectedState, iss: options.issuer })
    expect(back.searchParams.has('code')).toBe(false)
  })
})

describe('a code is not exchanged', () => {
  test.each<[string, Given, Partial<Begun['checks']>, string | undefined, string]>([
    ['by another verifier', {}, { pkceCodeVerifier: 'v'.repeat(43) }, undefined, 'invalid_grant'],
    ['by a verifier that is too short', {}, { pkceCodeVerifier: 'short' }, undefined, 'invalid_request'],
    ['for another address', {}, {}, 'https://elsewhere.example/', 'invalid_grant'],
    ['with another secret', { secret: 'wrong' }, {}, undefined, 'invalid_client'],
    ['by another client', { clientId: 'another' }, {}, undefined, 'invalid_client'],
    ['with the secret in the body', { by: oidc.ClientSecretPost }, {}, undefined, 'invalid_client'],
    ['with the secret as a signature', { by: oidc.ClientSecretJwt }, {}, undefined, 'invalid_client'],
    ['without a secret', { by: () => oidc.None() }, {}, undefined, 'invalid_client'],
  ])('%s', async (_what, given, change, address, error) => {
    const { url, checks } = await begin(await client())
    const back = await agreed(url)
    const at = address === undefined ? back : new URL(`${address}${back.search}`)
    expect(await failing(oidc.authorizationCodeGrant(await client(given), at, { ...checks, ...change }))).toBe(error)
    // an exchange that failed does not use the code up: the right client is not harmed by the wrong one
    await expect(oidc.authorizationCodeGrant(await client(), back, { ...checks })).resolves.toHaveProperty('access_token')
  })

  test('after a minute', async () => {
    const party = await client()
    const { url, checks } = await begin(party)
    const back = await agreed(url)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 61_000 })
    expect(await failing(oidc.authorizationCodeGrant(party, back, { ...checks }))).toBe('invalid_grant')
  })

  test('twice; and what was given for it the first time is taken back', async () => {
    const party = await client()
    const { back, checks, tokens } = await signIn(party)
    await expect(oidc.fetchUserInfo(party, tokens.access_token, 'an')).resolves.toHaveProperty('sub', 'an')
    expect(await failing(oidc.authorizationCodeGrant(party, back, { ...checks }))).toBe('invalid_grant')
    expect(await failing(oidc.fetchUserInfo(party, tokens.access_token, 'an'))).toBe('invalid_token')
  })

  test('for two who ask at once', async () => {
    const party = await client()
    const { url, checks } = await begin(party)
    const back = await agreed(url)
    const both = await Promise.all([1, 2].map(() => oidc.authorizationCodeGrant(party, back, { ...checks }).then(({ access_token: token }) => token, () => null)))
    const given = both.filter((token) => token !== null)
    expect(given.length).toBeLessThanOrEqual(1)
  })
})

describe('facts about a person are not told', () => {
  test('without a token, with a strange one, or with one that is five minutes old', async () => {
    const party = await client()
    const { tokens } = await signIn(party)
    expect((await town.visitor().once('/vneid/me')).status).toBe(401)
    expect(await failing(oidc.fetchUserInfo(party, 'x'.repeat(43), 'an'))).toBe('invalid_token')
    expect(await failing(oidc.fetchUserInfo(party, tokens.access_token, 'binh'))).toBe('OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED')
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 301_000 })
    expect(await failing(oidc.fetchUserInfo(party, tokens.access_token, 'an'))).toBe('invalid_token')
  })

  test.each(['refresh_token', 'client_credentials', 'password', 'urn:ietf:params:oauth:grant-type:device_code'])('for a grant of the kind %s', async (kind) => {
    const party = await client()
    expect(await failing(oidc.genericGrantRequest(party, kind, { refresh_token: 'x', device_code: 'x' }))).toBe('unsupported_grant_type')
  })
})
