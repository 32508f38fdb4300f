import { Provider, type Configuration } from 'oidc-provider'
import { acrOfLevel, claimsOfPerson, type Person } from '#modules/identity'
import { cookieKey, signingKey } from './keys.ts'
import { makeMemory } from './memory.ts'

export type VneidClient = { id: string; secret: string; returnAddress: string }

/** how long the steps may take, in seconds */
const seconds = { AccessToken: 300, AuthorizationCode: 60, IdToken: 300, Interaction: 600, Session: 600, Grant: 600 }

export const cookieNames = { session: 'vneid-session', interaction: 'vneid-interaction', resume: 'vneid-resume' }

/** which claims come with which scope (OpenID Connect Core, 5.4); `identity` is the national identity's own */
export const claimsByScope = {
  openid: ['sub'],
  profile: ['name', 'birthdate', 'gender'],
  phone: ['phone_number'],
  email: ['email'],
  address: ['address'],
  identity: ['citizen_number', 'identity_level', 'area_code', 'nationality', 'ethnicity', 'identity_kind', 'passport_number'],
  representation: ['dependants', 'organisations'],
}

/** mark of a sign-in that proved less than the person's account could */
const onlyFirst = '/1'

/** How a sign-in of this person at this level is called inside: what was proven belongs to the sign-in, and goes with it to the very end. */
export const accountIdOf = ({ subject, level: most }: Person, level: 1 | 2): string => (level < most ? `${subject}${onlyFirst}` : subject)

function accountOf(people: readonly Person[], id: string): { person: Person | undefined; level: 1 | 2 } {
  const first = id.endsWith(onlyFirst)
  const person = people.find(({ subject }) => subject === (first ? id.slice(0, -onlyFirst.length) : id))
  return { person, level: first ? 1 : (person?.level ?? 1) }
}

/** The OpenID provider of the simulated national identity: authorization code with PKCE for one confidential client, and nothing else. */
export function makeProvider(options: { issuer: string; secret: string; client: VneidClient; people: readonly Person[]; renderError: Configuration['renderError'] }): Provider {
  const { issuer, secret, client, people } = options
  const cookie = { httpOnly: true, sameSite: 'lax', signed: true } as const
  const provider = new Provider(issuer, {
    adapter: makeMemory(),
    clients: [{
      client_id: client.id, client_secret: client.secret, client_name: 'Cổng dịch vụ công', redirect_uris: [client.returnAddress], grant_types: ['authorization_code'],
      response_types: ['code'], token_endpoint_auth_method: 'client_secret_basic', id_token_signed_response_alg: 'ES256',
    }],
    jwks: { keys: [{ ...signingKey(secret) }] },
    cookies: { keys: [cookieKey(secret)], names: cookieNames, long: { ...cookie, path: new URL(issuer).pathname }, short: cookie },
    claims: claimsByScope,
    scopes: Object.keys(claimsByScope),
    acrValues: Object.values(acrOfLevel),
    responseTypes: ['code'],
    clientAuthMethods: ['client_secret_basic'],
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    enabledJWA: { idTokenSigningAlgValues: ['ES256'] },
    pkce: { required: () => true },
    // the address that was named at the beginning is named again when the code is used (RFC 6749, 4.1.3)
    allowOmittingSingleRegisteredRedirectUri: false,
    clientBasedCORS: () => false,
    ttl: seconds,
    // the session of a sign-in ends with it: whoever comes next chooses again
    expiresWithSession: () => false,
    interactions: { url: (_context, { uid }) => `${new URL(issuer).pathname}/interaction/${uid}` },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false }, pushedAuthorizationRequests: { enabled: false }, userinfo: { enabled: true } },
    findAccount: (_context, subject) => {
      const { person, level } = accountOf(people.filter(({ counterOnly }) => counterOnly !== true), subject)
      return person && { accountId: subject, claims: async () => ({ ...claimsOfPerson(person, people), identity_level: level }) }
    },
    renderError: options.renderError,
  })
  // the address people see, whatever lies between: it is set by `mountVneid` from the issuer, never taken from outside
  provider.proxy = true
  return provider
}
