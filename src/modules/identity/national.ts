import { createHash, hkdfSync } from 'node:crypto'
import * as oidc from 'openid-client'
import { realNow } from '#kernel/clock'
import { Failure } from '#kernel/failure'
import type { Config } from '#platform/config'
import { NationalClaims } from './citizens.ts'
import { signInReturnPath } from './contract.ts'

/** How this installation is known to the national identity. */
export type SignInSettings = {
  issuer: string
  client: { id: string; secret: string; returnAddress: string }
  /**
   * Where this server itself reaches the issuer, when that is not the issuer's own address: in a demonstration the issuer is served by this very
   * process, under a public address that may only exist outside (a proxy, a container). Null when the issuer's address is right.
   */
  internalOrigin: string | null
}

/** where the demonstration's national identity is served, below the public address */
export const simulatedPath = '/vneid'

/**
 * The settings, worked out of the configuration alone. In a demonstration they point to the simulated national identity, whose client secret both
 * sides derive. Null in production, which has no national identity until it is given one.
 */
export function signInSettings(config: Pick<Config, 'mode' | 'publicUrl' | 'port' | 'host' | 'secret'>): SignInSettings | null {
  if (config.mode !== 'demonstration') return null
  const secret = Buffer.from(hkdfSync('sha256', config.secret, 'tinhso', 'vneid.client.v1', 32)).toString('base64url')
  return {
    issuer: `${config.publicUrl}${simulatedPath}`,
    client: { id: 'tinhso', secret, returnAddress: `${config.publicUrl}${signInReturnPath}` },
    internalOrigin: config.port === 0 ? null : `http://${reachable(config.host)}:${config.port}`,
  }
}

/** An address at which a listener on `host` answers from this machine. */
function reachable(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1'
  if (host === '::') return '[::1]'
  return host.includes(':') ? `[${host}]` : host
}

/** what is asked for: `identity` is the number, the level and where the person lives */
const scope = 'openid profile phone email address identity representation'
const timeoutSeconds = 10
/** how the levels are called on the wire (`acr`, OpenID Connect Core 3.1.2.1) */
export const acrOfLevel = { 1: 'level-1', 2: 'level-2' } as const
/** what the identity answers when it cannot prove what was asked for (OpenID Connect Unmet Authentication Requirements 1.0) */
export const unmetError = 'unmet_authentication_requirements'

type Known = { issuer: string; until: number; party: Promise<oidc.Configuration> }
/** What the issuer said of itself, remembered for as long as the configuration it belongs to lives. */
const known = new WeakMap<object, Known>()
const rememberMilliseconds = 10 * 60_000

async function partyOf(config: Config): Promise<{ party: oidc.Configuration; settings: SignInSettings }> {
  const settings = signInSettings(config)
  if (!settings) throw new Failure('sign_in_unavailable')
  const found = known.get(config)
  const now = performance.now()
  if (found?.issuer === settings.issuer && found.until > now) return { party: await found.party, settings }
  const party = discover(settings)
  known.set(config, { issuer: settings.issuer, until: now + rememberMilliseconds, party })
  try {
    return { party: await party, settings }
  } catch (error) {
    known.delete(config)
    throw error
  }
}

function discover({ issuer, client, internalOrigin }: SignInSettings): Promise<oidc.Configuration> {
  // the signature of the identity token is checked although it came over a connection of our own: in a demonstration that has no TLS
  const execute = [oidc.enableNonRepudiationChecks]
  if (issuer.startsWith('http:')) execute.push(oidc.allowInsecureRequests)
  const metadata = { client_secret: client.secret, id_token_signed_response_alg: 'ES256', redirect_uris: [client.returnAddress] }
  return oidc.discovery(new URL(issuer), client.id, metadata, oidc.ClientSecretBasic(client.secret), {
    execute, timeout: timeoutSeconds, ...(internalOrigin !== null && { [oidc.customFetch]: fetchInside(new URL(issuer).origin, internalOrigin) }),
  })
}

/** Fetches what lies at the public origin from the internal one instead; everything else as it is. */
export const fetchInside = (publicOrigin: string, internalOrigin: string): oidc.CustomFetch => (address, options) => {
  const url = new URL(address)
  const body = options.body instanceof Uint8Array ? new Uint8Array(options.body) : (options.body ?? null)
  return fetch(url.origin === publicOrigin ? `${internalOrigin}${url.pathname}${url.search}` : url, { ...options, body })
}

/** What must be remembered between the two steps of a sign-in, sealed. */
export type NationalPending = { state: string; nonce: string; verifier: string; returnTo: string; level?: 2 | undefined }

/**
 * Begins a sign-in: where the browser goes, and what must be remembered until it comes back (RFC 6749, with PKCE, RFC 7636, and a nonce). Throws
 * `sign_in_invalid` when what the issuer says of itself is not as it must be, `sign_in_unavailable` when it cannot be reached.
 */
export async function beginNational(config: Config, { returnTo, level }: Pick<NationalPending, 'returnTo' | 'level'>, locale: 'vi' | 'en'): Promise<{ location: string; pending: NationalPending }> {
  const { party, settings } = await partyOf(config).catch(refuse)
  const pending = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier(), returnTo, level }
  const challenge = await oidc.calculatePKCECodeChallenge(pending.verifier)
  try {
    const location = oidc.buildAuthorizationUrl(party, {
      redirect_uri: settings.client.returnAddress, scope, state: pending.state, nonce: pending.nonce, code_challenge: challenge, code_challenge_method: 'S256', ui_locales: locale,
      ...(level !== undefined && { acr_values: acrOfLevel[level] }),
    })
    return { location: location.href, pending }
  } catch (error) {
    // the issuer did not say where
    return refuse(error)
  }
}

/**
 * Verifies the answer and asks who the person is. Throws `sign_in_refused` when the person did not agree, `sign_in_level_unmet` when they cannot be
 * proven to the level that was asked for, `sign_in_invalid` when anything about the
 * answer is not as it must be (state, issuer, code, signature, nonce, claims), `sign_in_unavailable` when the issuer cannot be reached.
 */
export async function completeNational(config: Config, answer: Readonly<Record<string, string | undefined>>, pending: NationalPending): Promise<NationalClaims> {
  const { party, settings } = await partyOf(config).catch(refuse)
  const address = new URL(settings.client.returnAddress)
  for (const [name, value] of Object.entries(answer)) if (value !== undefined) address.searchParams.set(name, value)
  try {
    const tokens = await oidc.authorizationCodeGrant(party, address, {
      pkceCodeVerifier: pending.verifier, expectedState: pending.state, expectedNonce: pending.nonce, idTokenExpected: true,
    })
    const identity = tokens.claims()
    const amiss = identity === undefined ? 'sub' : amissIn(identity, settings.client.id, tokens.access_token)
    if (identity === undefined || amiss !== undefined) throw refusedFor(amiss ?? 'sub')
    const told = NationalClaims.safeParse(await oidc.fetchUserInfo(party, tokens.access_token, identity.sub))
    if (told.success) return told.data
    throw refusedFor(told.error.issues.map(({ path }) => path.join('.')).join(', '))
  } catch (error) {
    return refuse(error)
  }
}

const refusedFor = (claims: string): Failure => new Failure('sign_in_invalid', {}, { cause: new Error(`claims: ${claims}`) })

/** how far two clocks may be apart, in seconds: what the client library grants `exp` and `nbf` too */
const toleranceSeconds = 30

/**
 * The claim of a verified identity token that is not as it must be although the library lets it pass (OpenID Connect Core, 3.1.3.7 and 3.1.3.8): issued at
 * a time that has not come, for another party, together with another access token.
 */
function amissIn(claims: oidc.IDToken, client: string, accessToken: string): 'iat' | 'azp' | 'at_hash' | undefined {
  if (claims.iat > Math.floor(realNow().getTime() / 1000) + toleranceSeconds) return 'iat'
  if (claims.azp !== undefined && claims.azp !== client) return 'azp'
  // the left half of the digest that belongs to ES256, the one algorithm we take
  const half = createHash('sha256').update(accessToken).digest().subarray(0, 16).toString('base64url')
  return claims['at_hash'] === undefined || claims['at_hash'] === half ? undefined : 'at_hash'
}

/** errors by which an issuer says that it cannot answer now (RFC 6749, section 4.1.2.1) */
const passing = new Set(['server_error', 'temporarily_unavailable'])
/** answers of the identity that are no fault of anybody's */
const refusals: Readonly<Record<string, string>> = { access_denied: 'sign_in_refused', [unmetError]: 'sign_in_level_unmet' }

/** Says what went wrong in our words. The cause is kept for the log; neither it nor the refusal holds a token or a number. */
function refuse(error: unknown): never {
  if (error instanceof Failure) throw error
  if (error instanceof oidc.AuthorizationResponseError) {
    const code = refusals[error.error] ?? (passing.has(error.error) ? 'sign_in_unavailable' : 'sign_in_invalid')
    throw new Failure(code, {}, { cause: new Error(reasonOf(error)) })
  }
  const reason = reasonOf(error)
  throw new Failure(isAway(error) ? 'sign_in_unavailable' : 'sign_in_invalid', {}, { cause: new Error(reason) })
}

// only the code of an error: its message or its cause may quote what was received. The issuer's own code is a word, or it is not repeated.
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const { code, error: told } = error as { code?: unknown; error?: unknown }
  if (typeof told === 'string' && /^[a-z_]{1,40}$/.test(told)) return told
  return typeof code === 'string' ? code : error.name
}

/** True when nobody answered, or only with a fault of theirs. */
function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (error.name === 'TimeoutError' || error.name === 'AbortError' || (error instanceof TypeError && error.message === 'fetch failed')) return true
  const { status, cause } = error as { status?: unknown; cause?: unknown }
  if (typeof status === 'number') return status >= 500
  if (cause instanceof Response) return cause.status >= 500
  return cause instanceof Error && isAway(cause)
}
