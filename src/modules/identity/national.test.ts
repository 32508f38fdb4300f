import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Failure } from '#kernel/failure'
import type { Config } from '#platform/config'
import { testConfig } from '../../../test/settings.ts'
import './failures.ts'
import { beginNational, completeNational, fetchInside, signInSettings, type NationalPending } from './national.ts'

type Json = Record<string, unknown>
const own = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const strange = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const encode = (value: Json) => Buffer.from(JSON.stringify(value)).toString('base64url')

function token(claims: Json, key: KeyObject = own.privateKey, header: Json = { alg: 'ES256', kid: 'own' }): string {
  const signed = `${encode(header)}.${encode(claims)}`
  return `${signed}.${sign('sha256', Buffer.from(signed), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`
}

/** What the issuer of these tests says; each test changes one thing. */
type Script = { metadata: Json; idToken: (claims: Json) => string; userinfo: Json; tokenStatus: number; tokenRequests: { authorization: string; body: URLSearchParams }[] }

const person: Json = { sub: 'an', name: 'Nguyễn Thị An', citizen_number: '999199000201', identity_level: 2, birthdate: '1999-03-14' }
let issuer: Server
let config: Config
let nonce = ''
let script: Script

beforeAll(async () => {
  issuer = createServer((request, response) => {
    const base = `${config.publicUrl}/vneid`
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => {
      const answer = (value: Json, status = 200) => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
      const path = request.url ?? ''
      if (path.endsWith('/openid-configuration')) {
        return answer({
          issuer: base, authorization_endpoint: `${base}/auth`, token_endpoint: `${base}/token`, userinfo_endpoint: `${base}/me`, jwks_uri: `${base}/jwks`,
          authorization_response_iss_parameter_supported: true, ...script.metadata,
        })
      }
      if (path.endsWith('/jwks')) return answer({ keys: [{ ...own.publicKey.export({ format: 'jwk' }), kid: 'own', alg: 'ES256', use: 'sig' }] })
      if (path.endsWith('/me')) return answer(script.userinfo)
      script.tokenRequests.push({ authorization: request.headers.authorization ?? '', body: new URLSearchParams(Buffer.concat(chunks).toString()) })
      const now = Math.floor(Date.now() / 1000)
      const claims = { iss: base, aud: 'tinhso', sub: 'an', iat: now, exp: now + 300, nonce }
      return answer(script.tokenStatus === 200 ? { access_token: 'access', token_type: 'Bearer', id_token: script.idToken(claims) } : { error: 'server_error' }, script.tokenStatus)
    })
  })
  await new Promise<void>((resolve) => issuer.listen(0, '127.0.0.1', resolve))
})
afterAll(() => new Promise((resolve) => issuer.close(resolve)))

beforeEach(() => {
  script = { metadata: {}, idToken: (claims) => token(claims), userinfo: person, tokenStatus: 200, tokenRequests: [] }
  config = testConfig(tmpdir(), { publicUrl: `http://127.0.0.1:${(issuer.address() as AddressInfo).port}` })
})

async function begin(): Promise<{ location: URL; pending: NationalPending; answer: Record<string, string> }> {
  const { location, pending } = await beginNational(config, { returnTo: '/thu-tuc' }, 'vi')
  nonce = pending.nonce
  return { location: new URL(location), pending, answer: { code: 'one', state: pending.state, iss: `${config.publicUrl}/vneid` } }
}

/** The refusal of a whole sign-in whose answer is changed by `change`, as our code and the reason that the client library gave. */
async function refusal(change: (answer: Record<string, string>) => Record<string, string | undefined> = (answer) => answer): Promise<[string, string]> {
  const { pending, answer } = await begin()
  const failure = await completeNational(config, change(answer), pending).then(() => undefined, (error: Failure) => error)
  return [failure?.code ?? 'accepted', (failure?.cause as Error | undefined)?.message ?? '']
}

describe('a sign-in with the national identity', () => {
  test('asks for everything at once, with state, nonce and PKCE, in the language of the person', async () => {
    const { location, pending } = await begin()
    expect(Object.fromEntries(location.searchParams)).toMatchObject({
      client_id: 'tinhso', response_type: 'code', redirect_uri: `${config.publicUrl}/dang-nhap/vneid`, scope: 'openid profile phone email address identity representation',
      state: pending.state, nonce: pending.nonce, code_challenge_method: 'S256', ui_locales: 'vi',
    })
    expect(location.href).not.toContain(pending.verifier)
  })

  test('proves itself to the issuer with the secret and the verifier, and learns who it is', async () => {
    const { pending, answer } = await begin()
    const claims = await completeNational(config, answer, pending)
    expect(claims).toMatchObject({ sub: 'an', citizen_number: '999199000201', identity_level: 2 })
    const [sent] = script.tokenRequests
    expect(sent?.authorization).toMatch(/^Basic /)
    expect(sent?.body.get('code_verifier')).toBe(pending.verifier)
  })

  test('never repeats a state, a nonce or a verifier', async () => {
    const many = await Promise.all(Array.from({ length: 20 }, () => begin()))
    for (const what of ['state', 'nonce', 'verifier'] as const) expect(new Set(many.map(({ pending }) => pending[what])).size).toBe(20)
  })
})

describe('an answer is refused', () => {
  const mismatch = 'OAUTH_JWT_CLAIM_COMPARISON_FAILED'
  const invalid = 'OAUTH_INVALID_RESPONSE'

  test.each<[string, (answer: Record<string, string>) => Record<string, string | undefined>, string, string]>([
    ['with a forged state', (answer) => ({ ...answer, state: 'forged' }), 'sign_in_invalid', invalid],
    ['without a state', (answer) => ({ ...answer, state: undefined }), 'sign_in_invalid', invalid],
    ['of another issuer', (answer) => ({ ...answer, iss: 'https://elsewhere.example' }), 'sign_in_invalid', invalid],
    ['without its issuer', (answer) => ({ ...answer, iss: undefined }), 'sign_in_invalid', invalid],
    ['without a code', (answer) => ({ ...answer, code: undefined }), 'sign_in_invalid', invalid],
    ['when the person did not agree', (answer) => ({ ...answer, code: undefined, error: 'access_denied' }), 'sign_in_refused', 'access_denied'],
    ['when the issuer failed', (answer) => ({ ...answer, code: undefined, error: 'server_error' }), 'sign_in_unavailable', 'server_error'],
    ['that is a refusal with a forged state', (answer) => ({ ...answer, code: undefined, error: 'access_denied', state: 'forged' }), 'sign_in_invalid', invalid],
  ])('%s', async (_what, change, code, reason) => {
    expect(await refusal(change)).toEqual([code, reason])
    expect(script.tokenRequests).toEqual([])
  })

  const tampered = (claims: Json) => {
    const [header, , signature] = token(claims).split('.')
    return `${header}.${encode({ ...claims, sub: 'binh' })}.${signature}`
  }

  test.each<[string, (claims: Json) => string, string]>([
    ['for another nonce', (claims) => token({ ...claims, nonce: 'another' }), mismatch],
    ['without a nonce', (claims) => token({ ...claims, nonce: undefined }), invalid],
    ['of another issuer', (claims) => token({ ...claims, iss: 'https://elsewhere.example' }), mismatch],
    ['for another client', (claims) => token({ ...claims, aud: 'another' }), mismatch],
    ['that has expired', (claims) => token({ ...claims, exp: Number(claims['iat']) - 3600, iat: Number(claims['iat']) - 7200 }), 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED'],
    ['that was changed after it was signed', tampered, invalid],
    ['signed by somebody else', (claims) => token(claims, strange.privateKey), invalid],
    ['signed by a key that the issuer does not have', (claims) => token(claims, strange.privateKey, { alg: 'ES256', kid: 'strange' }), 'OAUTH_KEY_SELECTION_FAILED'],
    ['signed by nobody', (claims) => `${encode({ alg: 'none' })}.${encode(claims)}.`, invalid],
    ['that is none', () => 'nothing', invalid],
  ])('with an identity token %s', async (_what, idToken, reason) => {
    script.idToken = idToken
    expect(await refusal()).toEqual(['sign_in_invalid', reason])
  })

  test.each<[string, Json, string]>([
    ['about somebody else', { ...person, sub: 'binh' }, 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED'],
    ['without a number', { ...person, citizen_number: undefined }, 'claims: citizen_number'],
    ['with the nine digits of an old card', { ...person, citizen_number: '280000201' }, 'claims: citizen_number'],
    ['without a level', { ...person, identity_level: undefined }, 'claims: identity_level'],
    ['with a level there is not', { ...person, identity_level: 3 }, 'claims: identity_level'],
    ['without a name', { ...person, name: '  ' }, 'claims: name'],
  ])('with facts %s', async (_what, userinfo, reason) => {
    script.userinfo = userinfo
    expect(await refusal()).toEqual(['sign_in_invalid', reason])
  })
})

describe('the issuer', () => {
  test('that calls itself something else is not used at all', async () => {
    script.metadata = { issuer: 'https://elsewhere.example' }
    await expect(beginNational(config, { returnTo: '/' }, 'vi')).rejects.toMatchObject({ code: 'sign_in_invalid' })
  })

  test.each(['token_endpoint', 'jwks_uri', 'userinfo_endpoint'])('with a secure address is not spoken to in the open, though it says so itself: %s', async (name) => {
    const { port } = issuer.address() as AddressInfo
    config = testConfig(tmpdir(), { publicUrl: 'https://portal.invalid', port })
    script.metadata = { [name]: `http://127.0.0.1:${port}/vneid/token` }
    expect(await refusal()).toEqual(['sign_in_invalid', 'OAUTH_HTTP_REQUEST_FORBIDDEN'])
  })

  test('that fails is unavailable, and is asked again the next time', async () => {
    const { pending, answer } = await begin()
    script.tokenStatus = 503
    await expect(completeNational(config, answer, pending)).rejects.toMatchObject({ code: 'sign_in_unavailable', status: 503 })
    script.tokenStatus = 200
    await expect(completeNational(config, answer, pending)).resolves.toMatchObject({ sub: 'an' })
  })

  test('that is not there is unavailable, and asked afresh when it is back', async () => {
    const away = testConfig(tmpdir(), { publicUrl: 'http://127.0.0.1:9' })
    await expect(beginNational(away, { returnTo: '/' }, 'vi')).rejects.toMatchObject({ code: 'sign_in_unavailable' })
    away.publicUrl = config.publicUrl
    await expect(beginNational(away, { returnTo: '/' }, 'vi')).resolves.toHaveProperty('location')
  })

  test('does not exist in production until it is configured', async () => {
    expect(signInSettings({ ...config, mode: 'production' })).toBeNull()
    await expect(beginNational({ ...config, mode: 'production' }, { returnTo: '/' }, 'vi')).rejects.toMatchObject({ code: 'sign_in_unavailable' })
  })
})

describe('the way to the issuer from this server', () => {
  test.each([
    ['127.0.0.1', 'http://127.0.0.1:8080'], ['0.0.0.0', 'http://127.0.0.1:8080'], ['::', 'http://[::1]:8080'], ['::1', 'http://[::1]:8080'], ['10.1.2.3', 'http://10.1.2.3:8080'],
  ])('listening on %s it is %s', (host, origin) => {
    expect(signInSettings({ ...config, host, port: 8080 })?.internalOrigin).toBe(origin)
  })

  test('is the public address when the port is not known', () => {
    expect(signInSettings({ ...config, port: 0 })?.internalOrigin).toBeNull()
  })

  test('is taken for the public origin only', async () => {
    const options = { body: undefined, headers: {}, method: 'GET', redirect: 'manual' } as const
    const inside = fetchInside('https://portal.example', config.publicUrl)
    expect(await (await inside('https://portal.example/vneid/jwks', options)).json()).toHaveProperty('keys')
    await expect(inside('http://127.0.0.1:9/vneid/jwks', options)).rejects.toThrow('fetch failed')
  })
})
