import type { FastifyRequest } from 'fastify'
import { Failure } from '#kernel/failure'
import { uuidv7 } from '#kernel/ids'
import { realNow } from '#kernel/clock'
import type { Config } from './config.ts'
import { isAway, type Db } from './db.ts'
import type { Actor, Asking } from './http.ts'
import { cookieName, csrfHolds, csrfToken, findSession, markCookieName, sessionControl, type Session, type SessionControl, type SessionRules } from './sessions.ts'

export type Locale = 'vi' | 'en'
export const localeCookie = 'tinhso-lang'

/** What one HTTP request brings: who asks, in which language, from where, and the cookies to send back. */
export type Incoming = Asking & {
  session: SessionControl
  /** Set-Cookie values collected while it is served */
  cookies: string[]
  csrf: string
  /** Throws `csrf` unless the request came from our own pages: our origin, and with a session the session's token. */
  proveOwnPage(token: string | undefined): void
}

export type IncomingTools = {
  db: Db
  config: Config
  rules: SessionRules
  actorOf: (db: Db, session: Session | null) => Promise<Actor>
  /** the service account behind a bearer token; throws when it opens nothing, or not from this address */
  serviceOf: (token: string, ip: string) => Promise<Actor>
}

/** Reads each request once, whoever asks first: the JSON route, the page, or a file's route. */
export function incomingReader(tools: IncomingTools): (request: FastifyRequest) => Promise<Incoming> {
  const known = new WeakMap<FastifyRequest, Promise<Incoming>>()
  return (request) => {
    const found = known.get(request) ?? readIncoming(request, tools).catch(tellIfAway)
    known.set(request, found)
    return found
  }
}

function tellIfAway(error: unknown): never {
  throw isAway(error) ? new Failure('unavailable', { part: 'database' }, { cause: error }) : error
}

// One look-up of the session and one of the person; without a cookie neither.
async function readIncoming(request: FastifyRequest, tools: IncomingTools): Promise<Incoming> {
  const bearer = bearerOf(request)
  if (bearer !== undefined) return asService(request, tools, bearer)
  const cookies: string[] = []
  const given = readCookies(request)
  let known: Actor | undefined
  const current = await findSession(tools.db, given[cookieName], tools.rules, realNow(), async (found) => (known = await tools.actorOf(tools.db, found)).role)
  const session = sessionControl({ current, mark: given[markCookieName] ?? null, agent: request.headers['user-agent'] ?? null }, tools.rules, cookies, realNow)
  const actor = known ?? (await tools.actorOf(tools.db, current))
  return {
    actor, session, cookies,
    locale: given[localeCookie] === 'en' ? 'en' : 'vi',
    correlationId: request.id,
    ip: request.ip,
    csrf: csrfToken(tools.config.secret, current),
    proveOwnPage(token) {
      if (!isOwnOrigin(request, tools.config.publicUrl)) throw new Failure('csrf')
      if (!csrfHolds(tools.config.secret, current, token)) throw new Failure('csrf')
    },
  }
}

// Another system: its token stands for everything. It has no session and no cookie, so no page of others can make it ask.
async function asService(request: FastifyRequest, tools: IncomingTools, token: string): Promise<Incoming> {
  const cookies: string[] = []
  return {
    actor: await tools.serviceOf(token, request.ip), session: sessionControl({ current: null, mark: null }, tools.rules, cookies, realNow), cookies, locale: 'vi',
    correlationId: request.id, ip: request.ip, csrf: '', proveOwnPage: () => undefined,
  }
}

/** The bearer token of a request to the API (RFC 6750, section 2.1); pages are for people. */
function bearerOf({ url, headers: { authorization } }: FastifyRequest): string | undefined {
  return url.startsWith('/api/') ? /^Bearer +(.+)$/i.exec(authorization ?? '')?.[1] : undefined
}

/** A browser says where a POST comes from; a program that sends no Origin has no cookie of ours to abuse, and the token still holds. */
function isOwnOrigin(request: FastifyRequest, publicUrl: string): boolean {
  const { origin } = request.headers
  if (origin === undefined) return request.headers['sec-fetch-site'] !== 'cross-site'
  return origin === new URL(publicUrl).origin || origin === `${request.protocol}://${request.host}`
}

/** Accepts a caller's own correlation id when it looks like one, else makes one. */
export function correlationIdOf(header: string | string[] | undefined): string {
  return typeof header === 'string' && /^[0-9A-Za-z._-]{8,64}$/.test(header) && !/\d{12}/.test(header) ? header : uuidv7()
}

function readCookies(request: FastifyRequest): Record<string, string> {
  const cookies: Record<string, string> = {}
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const at = part.indexOf('=')
    if (at > 0) cookies[part.slice(0, at).trim()] ??= part.slice(at + 1).trim()
  }
  return cookies
}
