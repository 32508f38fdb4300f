import { generateKeyPairSync } from 'node:crypto'
import { changeJson, closeToken, issuerKey, openToken, signToken, type Json, type Opened } from './forge.ts'
import type { Place, Reply, Tampering } from './wire.ts'

/** What is done to one sign-in: on the wire, to the query that the browser brings back, or by letting time pass before it is used. */
export type Change = Tampering & {
  /** of the query, as the browser brings it back */
  answer?: (query: URLSearchParams) => void
  /** seconds between the issuer's answer and its use */
  later?: number
}

/** Keys that the issuer does not have, or that it gets in the middle of things. */
const pairOf = (namedCurve: string) => generateKeyPairSync('ec', { namedCurve })
export const strange = pairOf('P-256')
const long = pairOf('P-384')
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })

export const publicJwk = (kid: string): Json => ({ ...strange.publicKey.export({ format: 'jwk' }), kid, alg: 'ES256', use: 'sig' })

const reply = (place: Place, change: (reply: Reply) => void): Change => ({ reply: { [place]: change } })
/** The JSON of one answer with other values in it. */
export const json = (place: Place, values: Json): Change => reply(place, (each) => changeJson(each, (body) => ({ ...body, ...values })))
/** The identity token replaced by what `change` makes of the real one. */
export const token = (change: (opened: Opened) => string): Change => reply('token', (each) => changeJson(each, (body) => ({ ...body, id_token: change(openToken(String(body['id_token']))) })))
const answer = (change: (query: URLSearchParams) => void): Change => ({ answer: change })
/** No code, and these instead. */
const instead = (values: Record<string, string>): Change => answer((query) => {
  query.delete('code')
  for (const [name, value] of Object.entries(values)) query.set(name, value)
})
const told = (error: string): Change => instead({ error })

type Row = [what: string, change: Change, code: string, reason: string]

const invalid = (what: string, change: Change, reason: string): Row => [what, change, 'sign_in_invalid', reason]
const away = (what: string, change: Change, reason: string): Row => [what, change, 'sign_in_unavailable', reason]

const wrong = 'OAUTH_INVALID_RESPONSE'
const unlike = 'OAUTH_JWT_CLAIM_COMPARISON_FAILED'
const untimely = 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED'
const notJson = 'OAUTH_RESPONSE_IS_NOT_JSON'
const unparsed = 'OAUTH_PARSE_ERROR'
const notConform = 'OAUTH_RESPONSE_IS_NOT_CONFORM'
const unsupported = 'OAUTH_UNSUPPORTED_OPERATION'
const noKey = 'OAUTH_KEY_SELECTION_FAILED'
const elsewhere = 'https://elsewhere.example/vneid'

const html = (each: Reply): void => void Object.assign(each, { headers: { 'content-type': 'text/html' }, body: '<!doctype html><p>Wait</p>' })
const cut = (each: Reply): void => void (each.body = each.body.slice(0, -2))
const list = (each: Reply): void => void (each.body = '[]')
const status = (code: number) => (each: Reply): void => void Object.assign(each, { status: code, headers: { 'content-type': 'application/json' }, body: '{}' })
const moved = (each: Reply): void => void Object.assign(each, { status: 302, headers: { location: elsewhere }, body: '' })

/** RFC 6749 section 4.1.2, RFC 9207 section 2.4, and what is not of a code flow at all. */
export const answerRows: readonly Row[] = [
  invalid('its state is missing', answer((query) => query.delete('state')), wrong),
  invalid('its state is empty', answer((query) => query.set('state', '')), wrong),
  invalid('its state is another', answer((query) => query.set('state', 'x'.repeat(43))), wrong),
  invalid('its state is given twice', answer((query) => query.append('state', query.get('state') ?? '')), wrong),
  invalid('it does not say who answers', answer((query) => query.delete('iss')), wrong),
  invalid('somebody else answers', answer((query) => query.set('iss', elsewhere)), wrong),
  invalid('its issuer has a slash too many', answer((query) => query.set('iss', `${query.get('iss') ?? ''}/`)), wrong),
  invalid('its issuer is given twice', answer((query) => query.append('iss', query.get('iss') ?? '')), wrong),
  invalid('its code is missing', answer((query) => query.delete('code')), wrong),
  invalid('its code is empty', answer((query) => query.set('code', '')), wrong),
  invalid('its code is given twice', answer((query) => query.append('code', query.get('code') ?? '')), wrong),
  invalid('it brings an identity token through the browser', instead({ id_token: 'a.b.c' }), wrong),
  ['the person did not agree', told('access_denied'), 'sign_in_refused', 'access_denied'],
  invalid('it is a refusal with another state', instead({ error: 'access_denied', state: 'x' }), wrong),
  invalid('it is a refusal of another issuer', instead({ error: 'access_denied', iss: elsewhere }), wrong),
  ...['login_required', 'interaction_required', 'consent_required', 'account_selection_required', 'invalid_request', 'unauthorized_client', 'invalid_scope'].map((error) =>
    invalid(`the issuer says ${error}`, told(error), error)),
  away('the issuer says server_error', told('server_error'), 'server_error'),
  away('the issuer says temporarily_unavailable', told('temporarily_unavailable'), 'temporarily_unavailable'),
  invalid('it brings a code and an error', answer((query) => query.set('error', 'invalid_scope')), 'invalid_scope'),
  invalid('its error is a text of somebody’s own', told('999199000201 "said"\n'), 'OAUTH_AUTHORIZATION_RESPONSE_ERROR'),
]

/** RFC 6749 section 4.1.3 and RFC 7636 section 4.6: what the issuer itself refuses, and how we take it. */
const grant = 'invalid_grant'
export const requestRows: readonly Row[] = [
  invalid('the verifier is another', { request: ({ body }) => body.set('code_verifier', 'v'.repeat(43)) }, grant),
  invalid('the verifier is missing', { request: ({ body }) => body.delete('code_verifier') }, grant),
  invalid('the address to return to is another', { request: ({ body }) => body.set('redirect_uri', 'https://elsewhere.example/') }, grant),
  invalid('the address to return to is missing', { request: ({ body }) => body.delete('redirect_uri') }, 'invalid_request'),
  invalid('the code is another', { request: ({ body }) => body.set('code', 'x'.repeat(43)) }, grant),
  invalid('the code was used by somebody who was faster', { first: true }, grant),
  invalid('the code has run out', { later: 61 }, grant),
  invalid('we have another secret', { request: ({ headers }) => void (headers['authorization'] = `Basic ${Buffer.from('tinhso:wrong').toString('base64')}`) }, 'OAUTH_WWW_AUTHENTICATE_CHALLENGE'),
  invalid('we are somebody else', { request: ({ headers }) => void (headers['authorization'] = `Basic ${Buffer.from('another:wrong').toString('base64')}`) }, 'OAUTH_WWW_AUTHENTICATE_CHALLENGE'),
  invalid('we do not prove who we are', { request: ({ headers }) => void delete headers['authorization'] }, 'invalid_request'),
  invalid('another grant is asked for', { request: ({ body }) => body.set('grant_type', 'client_credentials') }, 'unsupported_grant_type'),
]

/** RFC 6749 section 5.1: the shape of what the token endpoint says. */
export const tokenRows: readonly Row[] = [
  invalid('it is a web page', reply('token', html), notJson),
  invalid('it has no type and no JSON', reply('token', (each) => void Object.assign(each, { headers: {}, body: 'wait' })), notJson),
  invalid('its JSON is cut off', reply('token', cut), unparsed),
  invalid('it is a list', reply('token', list), wrong),
  invalid('it leads elsewhere', reply('token', moved), notConform),
  invalid('it is 201', reply('token', (each) => void (each.status = 201)), notConform),
  invalid('its error is no JSON', reply('token', (each) => void Object.assign(each, { status: 400, headers: { 'content-type': 'text/html' }, body: '<p>' })), notJson),
  invalid('its error is a text of somebody’s own', reply('token', (each) => void Object.assign(each, { status: 400, body: '{"error":"999199000201 \\"said\\""}' })), 'OAUTH_RESPONSE_BODY_ERROR'),
  invalid('the access token is missing', json('token', { access_token: undefined }), wrong),
  invalid('the access token is a number', json('token', { access_token: 1 }), wrong),
  invalid('the type of the access token is missing', json('token', { token_type: undefined }), wrong),
  invalid('the access token is of an unknown type', json('token', { token_type: 'mac' }), unsupported),
  invalid('its time is a word', json('token', { expires_in: 'soon' }), wrong),
  invalid('its time is negative', json('token', { expires_in: -1 }), wrong),
  invalid('its scope is a list', json('token', { scope: ['openid'] }), wrong),
  invalid('the renewing token is a number', json('token', { refresh_token: 1 }), wrong),
  invalid('the identity token is missing', json('token', { id_token: undefined }), wrong),
  invalid('the identity token is empty', json('token', { id_token: '' }), wrong),
  away('it is 500', reply('token', status(500)), notConform),
  away('it is 503', reply('token', status(503)), notConform),
  away('nobody answers', { drop: 'token' }, 'TypeError'),
]

/** The rows about the identity token (OpenID Connect Core, 3.1.3.7; RFC 7515; RFC 8725), for an installation with these secrets. */
export function identityTokenRows(secret: string, clientSecret: string): readonly Row[] {
  const key = issuerKey(secret)
  const claims = (change: (claims: Json) => Json): Change => token(({ header, claims: own }) => signToken({ header, claims: { ...own, ...change(own) } }, key))
  const set = (values: Json): Change => claims(() => values)
  const header = (values: Json, by: Parameters<typeof signToken>[1] = key): Change => token((own) => signToken({ header: { ...own.header, ...values }, claims: own.claims }, by))
  const now = (seconds: number): number => Math.floor(Date.now() / 1000) + seconds
  return [
    invalid('it is no token', token(() => 'nothing'), wrong),
    invalid('it has four parts', token((own) => `${closeToken(own)}.x`), wrong),
    invalid('it is encrypted', token((own) => `${closeToken(own)}.x.y`), unsupported),
    invalid('its header is no JSON', token((own) => `e30x.${closeToken(own).split('.').slice(1).join('.')}`), unparsed),
    invalid('its header is a list', token((own) => `W10.${closeToken(own).split('.').slice(1).join('.')}`), wrong),
    invalid('its claims are no JSON', token((own) => `${closeToken(own).split('.')[0] ?? ''}.e30x.${own.signature}`), unparsed),
    invalid('its claims are a list', token((own) => `${closeToken(own).split('.')[0] ?? ''}.W10.${own.signature}`), wrong),
    invalid('nobody signed it', header({ alg: 'none' }), wrong),
    invalid('nobody signed it, spelt otherwise', header({ alg: 'nOnE' }), wrong),
    invalid('it has no algorithm', header({ alg: undefined }), wrong),
    invalid('it is signed with our secret', header({ alg: 'HS256' }, clientSecret), wrong),
    invalid('it is signed with the public key as a secret', header({ alg: 'HS256' }, JSON.stringify(publicJwk('own'))), wrong),
    invalid('it is signed with RSA', header({ alg: 'RS256' }, rsa.privateKey), wrong),
    invalid('it is signed on another curve', header({ alg: 'ES384' }, long.privateKey), wrong),
    invalid('it has to be understood in a way we do not know', header({ crit: ['b64'], b64: true }), unsupported),
    invalid('it was changed after it was signed', token((own) => closeToken({ ...own, claims: { ...own.claims, sub: 'binh' } })), wrong),
    invalid('its signature is cut off', token((own) => closeToken({ ...own, signature: own.signature.slice(0, -4) })), wrong),
    invalid('its signature is missing', token((own) => closeToken({ ...own, signature: '' })), wrong),
    invalid('somebody else signed it', header({}, strange.privateKey), wrong),
    invalid('a key that the issuer does not have signed it', header({ kid: 'strange' }, strange.privateKey), noKey),
    invalid('it brings its own key', header({ jwk: publicJwk('strange'), kid: undefined }, strange.privateKey), wrong),
    ...['iss', 'aud', 'exp', 'iat', 'sub', 'nonce'].map((name) => invalid(`it has no ${name}`, set({ [name]: undefined }), wrong)),
    invalid('its iss is another', set({ iss: elsewhere }), unlike),
    invalid('its iss has a slash too many', claims((own) => ({ iss: `${String(own['iss'])}/` })), unlike),
    invalid('its iss is a number', set({ iss: 1 }), wrong),
    invalid('its aud is another', set({ aud: 'another' }), unlike),
    invalid('its aud is a list without us', set({ aud: ['another'] }), unlike),
    invalid('its aud is an empty list', set({ aud: [] }), unlike),
    invalid('its aud is a number', set({ aud: 1 }), wrong),
    invalid('its aud names others too, and no azp', set({ aud: ['tinhso', 'another'] }), unlike),
    invalid('its aud names others too, and azp another', set({ aud: ['tinhso', 'another'], azp: 'another' }), unlike),
    invalid('its azp is another although aud is us alone', set({ azp: 'another' }), 'claims: azp'),
    invalid('its sub is a number', set({ sub: 1 }), wrong),
    invalid('its sub is another than that of the facts', set({ sub: 'binh' }), 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED'),
    invalid('it ended half a minute ago', claims(() => ({ exp: now(-30) })), untimely),
    invalid('its exp is a text', set({ exp: '2099-01-01' }), wrong),
    invalid('its iat is more than half a minute ahead', claims(() => ({ iat: now(31) })), 'claims: iat'),
    invalid('its iat is a text', set({ iat: 'now' }), wrong),
    invalid('its nbf is more than half a minute ahead', claims(() => ({ nbf: now(31) })), untimely),
    invalid('its nbf is a text', set({ nbf: 'now' }), wrong),
    invalid('its auth_time is a text', set({ auth_time: 'now' }), wrong),
    invalid('its auth_time is negative', set({ auth_time: -1 }), wrong),
    invalid('its nonce is another', set({ nonce: 'another' }), unlike),
    invalid('its nonce is empty', set({ nonce: '' }), unlike),
    invalid('its at_hash is of another access token', set({ at_hash: 'x'.repeat(22) }), 'claims: at_hash'),
  ]
}

/** What is right although it is not what the simulated issuer says of itself, up to the edge of half a minute between two clocks. */
export function acceptedRows(secret: string): readonly [what: string, change: Change][] {
  const key = issuerKey(secret)
  const claims = (change: () => Json): Change => token(({ header, claims: own }) => signToken({ header, claims: { ...own, ...change() } }, key))
  const now = (seconds: number): number => Math.floor(Date.now() / 1000) + seconds
  return [
    ['nothing is changed', {}],
    ['it ended less than half a minute ago', claims(() => ({ exp: now(-29) }))],
    ['its iat is half a minute ahead', claims(() => ({ iat: now(30) }))],
    ['its nbf is half a minute ahead', claims(() => ({ nbf: now(30) }))],
    ['its aud is a list of us alone', claims(() => ({ aud: ['tinhso'] }))],
    ['its aud names others too, and azp us', claims(() => ({ aud: ['tinhso', 'another'], azp: 'tinhso' }))],
    ['it has claims that nobody asked for', claims(() => ({ acr: '2', amr: ['pwd'] }))],
    ['its kid is missing and there is one key', token(({ header, claims: own }) => signToken({ header: { ...header, kid: undefined }, claims: own }, key))],
    ['the type of the access token is in capitals', json('token', { token_type: 'BEARER' })],
    ['the types of its answers name an encoding', { reply: { token: utf8, userinfo: utf8, jwks: utf8, discovery: utf8 } }],
    // the library reads what it can read: what counts is signed, or was asked for with a token of the same answer
    ['the type of its JSON is another', { reply: { token: plain, userinfo: plain, jwks: plain, discovery: plain } }],
    ['its keys have a type of their own', reply('jwks', (each) => void Object.assign(each.headers, { 'content-type': 'application/jwk-set+json' }))],
    ['the answer has parts that are not ours to read', answer((query) => query.set('session_state', 'x'))],
    ['the code is used in its last second', { later: 59 }],
  ]
}
const plain = (each: Reply): void => void Object.assign(each.headers, { 'content-type': 'text/plain' })
const utf8 = (each: Reply): void => void Object.assign(each.headers, { 'content-type': 'application/json; charset=utf-8' })

/** The keys of the issuer (RFC 7517). */
export const keyRows: readonly Row[] = [
  invalid('are none', json('jwks', { keys: [] }), noKey),
  invalid('are no list', json('jwks', { keys: {} }), wrong),
  invalid('are texts', json('jwks', { keys: ['key'] }), wrong),
  invalid('are somebody else’s', json('jwks', { keys: [publicJwk('strange')] }), noKey),
  invalid('are for encryption', reply('jwks', (each) => changeJson(each, (body) => ({ keys: (body['keys'] as Json[]).map((jwk) => ({ ...jwk, use: 'enc' })) }))), noKey),
  invalid('are on another curve', reply('jwks', (each) => changeJson(each, (body) => ({ keys: (body['keys'] as Json[]).map((jwk) => ({ ...jwk, crv: 'P-384', alg: undefined })) }))), noKey),
  invalid('are two of one name', reply('jwks', (each) => changeJson(each, (body) => ({ keys: [...(body['keys'] as Json[]), ...(body['keys'] as Json[])] }))), noKey),
  invalid('are a web page', reply('jwks', html), notJson),
  invalid('are cut off', reply('jwks', cut), unparsed),
  invalid('are elsewhere', reply('jwks', moved), notConform),
  away('fail', reply('jwks', status(500)), notConform),
  away('are not there', { drop: 'jwks' }, 'TypeError'),
]

/** What the userinfo endpoint says (OpenID Connect Core, 5.3). */
export const factRows: readonly Row[] = [
  invalid('are about somebody else', json('userinfo', { sub: 'binh' }), 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED'),
  invalid('are about nobody', json('userinfo', { sub: undefined }), wrong),
  invalid('are about a number', json('userinfo', { sub: 1 }), wrong),
  invalid('are a web page', reply('userinfo', html), notJson),
  invalid('are a token that nobody announced', reply('userinfo', (each) => void Object.assign(each, { headers: { 'content-type': 'application/jwt' }, body: 'e30.e30.' })), 'ClientError'),
  invalid('are cut off', reply('userinfo', cut), unparsed),
  invalid('are a list', reply('userinfo', list), wrong),
  invalid('are elsewhere', reply('userinfo', moved), notConform),
  invalid('are not for this token', json('token', { access_token: 'x'.repeat(43) }), 'OAUTH_WWW_AUTHENTICATE_CHALLENGE'),
  invalid('have no number', json('userinfo', { citizen_number: undefined }), 'claims: citizen_number'),
  invalid('have a level there is not', json('userinfo', { identity_level: 3 }), 'claims: identity_level'),
  away('fail', reply('userinfo', status(500)), notConform),
  away('are not there', { drop: 'userinfo' }, 'TypeError'),
]

/** What the issuer says of itself (OpenID Connect Discovery, 4.3). The first part refuses to begin at all. */
export const discoveryRows: readonly Row[] = [
  invalid('names another issuer', json('discovery', { issuer: elsewhere }), 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED'),
  invalid('names no issuer', json('discovery', { issuer: undefined }), wrong),
  invalid('is a web page', reply('discovery', html), notJson),
  invalid('is cut off', reply('discovery', cut), unparsed),
  invalid('is a list', reply('discovery', list), wrong),
  invalid('is not there', reply('discovery', status(404)), notConform),
  invalid('is elsewhere', reply('discovery', moved), notConform),
  invalid('does not say where to sign in', json('discovery', { authorization_endpoint: undefined }), 'OAUTH_MISSING_SERVER_METADATA'),
  invalid('leads to no address', json('discovery', { authorization_endpoint: 'nowhere' }), 'OAUTH_INVALID_SERVER_METADATA'),
  away('fails', reply('discovery', status(503)), notConform),
  away('is not reached', { drop: 'discovery' }, 'TypeError'),
  invalid('does not say where tokens are', json('discovery', { token_endpoint: undefined }), 'OAUTH_MISSING_SERVER_METADATA'),
  invalid('does not say where keys are', json('discovery', { jwks_uri: undefined }), 'OAUTH_MISSING_SERVER_METADATA'),
  invalid('does not say where facts are', json('discovery', { userinfo_endpoint: undefined }), 'OAUTH_MISSING_SERVER_METADATA'),
  invalid('says where tokens are in a way of its own', json('discovery', { token_endpoint: 'ftp://elsewhere.example/' }), 'OAUTH_REQUEST_PROTOCOL_FORBIDDEN'),
]
