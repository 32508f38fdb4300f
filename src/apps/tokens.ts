import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { issueToken, type TokenRefusal } from '#modules/identity'
import { makeLimiter } from '#platform/rate-limit'
import type { Tools } from '#platform/tools'

/** where another system gets its tokens */
export const tokenPath = '/oauth/token'
/** an answer of three short fields */
const mostBytes = 4096
/** tries of one address: a system asks once in fifteen minutes */
const limit = { by: 'address', most: 60, seconds: 60 } as const

type Asked = { clientId: string; secret: string; scope: string | undefined; basic: boolean }
type Told = { status: 400 | 401; error: string; description: string }

/** What is answered (RFC 6749, section 5.2). Only whoever has shown the right secret learns why it opens nothing. */
const refusals: Record<TokenRefusal['refused'], (refusal: TokenRefusal) => Told> = {
  unknown: () => ({ status: 401, error: 'invalid_client', description: 'no such client, or not this secret' }),
  locked: ({ until }) => ({ status: 401, error: 'invalid_client', description: `too many failures: locked until ${until?.toISOString() ?? 'later'}` }),
  revoked: () => ({ status: 400, error: 'unauthorized_client', description: 'this account was revoked' }),
  expired: () => ({ status: 400, error: 'unauthorized_client', description: 'the last day of this account is over' }),
  agency_ended: () => ({ status: 400, error: 'unauthorized_client', description: 'the agency of this account has ended' }),
  network: () => ({ status: 400, error: 'unauthorized_client', description: 'not from this network address' }),
  scope: () => ({ status: 400, error: 'invalid_scope', description: 'this account has not every scope that was asked for' }),
}

/**
 * Serves the token endpoint for service accounts: OAuth 2.0 client credentials (RFC 6749, section 4.4), by basic authentication or by fields of
 * the form. Call before the server listens.
 */
export async function mountTokens(server: FastifyInstance, tools: Tools): Promise<void> {
  const limiter = makeLimiter()
  await server.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: mostBytes }, (_request, body, done) => done(null, new URLSearchParams(String(body))))
    // anything else is read away and refused by name, as the standard answers
    scope.addContentTypeParser('*', { parseAs: 'string', bodyLimit: mostBytes }, (_request, _body, done) => done(null, undefined))
    scope.post(tokenPath, async (request, reply) => {
      limiter.take('token', limit, request.ip)
      const asked = read(request)
      if ('error' in asked) return tell(reply, asked, false)
      const answer = await issueToken(tools, { ...asked, ip: request.ip })
      if ('refused' in answer) return tell(reply, refusals[answer.refused](answer), asked.basic)
      return reply.headers(noStore).send({ access_token: answer.token, token_type: 'Bearer', expires_in: answer.seconds, scope: answer.scopes.join(' ') })
    })
  })
}

const noStore = { 'cache-control': 'no-store', pragma: 'no-cache' }

const invalid = (description: string): Told => ({ status: 400, error: 'invalid_request', description })

function read({ body, headers }: FastifyRequest): Asked | Told {
  if (!(body instanceof URLSearchParams)) return invalid('the body is a form')
  for (const name of new Set(body.keys())) if (body.getAll(name).length > 1) return invalid(`${name} is given twice`)
  if (!body.has('grant_type')) return invalid('grant_type is missing')
  if (body.get('grant_type') !== 'client_credentials') return { status: 400, error: 'unsupported_grant_type', description: 'only client_credentials' }
  const scope = body.get('scope') ?? undefined
  const basic = headers.authorization === undefined ? undefined : basicOf(headers.authorization)
  const secret = body.get('client_secret')
  // one way at a time (section 2.3)
  if (headers.authorization !== undefined && secret !== null) return invalid('the client is authenticated in two ways')
  if (headers.authorization !== undefined) return basic ? { ...basic, scope, basic: true } : { status: 401, error: 'invalid_client', description: 'basic authentication is expected' }
  const clientId = body.get('client_id')
  return clientId === null || secret === null ? { status: 401, error: 'invalid_client', description: 'client_id and client_secret are missing' } : { clientId, secret, scope, basic: false }
}

/** The two parts of basic authentication, each encoded as in a form (section 2.3.1). */
function basicOf(header: string): { clientId: string; secret: string } | undefined {
  const [, encoded] = /^Basic +([\w+/=-]+)$/i.exec(header) ?? []
  const [id, secret, ...more] = Buffer.from(encoded ?? '', 'base64').toString('utf8').split(':')
  return id && secret && more.length === 0 ? { clientId: decoded(id), secret: decoded(secret) } : undefined
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}

function tell(reply: FastifyReply, { status, error, description }: Told, basic: boolean): FastifyReply {
  if (status === 401 && basic) void reply.header('www-authenticate', 'Basic realm="tinhso"')
  return reply.status(status).headers(noStore).send({ error, error_description: description })
}
