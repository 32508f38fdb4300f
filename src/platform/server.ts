import fastifyMultipart from '@fastify/multipart'
import fastifyRateLimit from '@fastify/rate-limit'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { Failure } from '#kernel/failure'
import type { Config } from './config.ts'
import type { Admission, Dispatch, Measure } from './dispatch.ts'
import { correlationIdOf, type Incoming } from './request.ts'
import { checkRoutes, type Route } from './http.ts'
import { withCorrelation, type Log } from './log.ts'
import type { Metrics } from './metrics.ts'
import { failureOf, problemOf, type Sentence } from './problem.ts'
import { openApi } from './openapi.ts'
import { serveFileRoute, serveUpload } from './server-files.ts'

/** What /readyz tells of: every part by name, true when it is there. */
export type Readiness = () => Promise<Record<string, boolean>>

export type ServerTools = {
  config: Config
  incoming: (request: FastifyRequest) => Promise<Incoming>
  routes: readonly Route[]
  dispatch: Dispatch
  measure: Measure
  log: Log
  metrics: Metrics
  sentence: Sentence
  ready: Readiness
  title: string
  identityLevel: Admission['identityLevel']
  filePath: (hash: string) => string
  storeFile: Parameters<typeof serveUpload>[0]['storeFile']
}

/** for a drawing of 50 MB over the mobile network of a village, at less than a megabit a second; JSON and headers have small limits of their own */
const requestTimeout = 600_000
/** the JSON of a request; files have their own limits, by route */
const bodyLimit = 256 * 1024
/** most requests of one address from outside this machine, in a minute: a whole office may stand behind one address */
const mostPerMinute = 3000

/** The web server: JSON routes, files, health, metrics and the description of the API. Pages are added by whoever owns them. */
export async function makeServer(tools: ServerTools): Promise<FastifyInstance> {
  checkRoutes(tools.routes)
  const server = Fastify({
    bodyLimit, trustProxy: tools.config.trustProxy ?? false, requestTimeout, forceCloseConnections: 'idle', exposeHeadRoutes: true,
    genReqId: (request) => correlationIdOf(request.headers['x-correlation-id']), routerOptions: { maxParamLength: 200 },
    // an address that is none is refused before any hook runs
    frameworkErrors: (error, request, reply) => void refuse(error, request, reply.header('x-correlation-id', request.id), tools),
  })
  // JSON and files, nothing else
  server.removeContentTypeParser('text/plain')
  await server.register(fastifyRateLimit, { max: mostPerMinute, timeWindow: 60_000, allowList: ['127.0.0.1', '::1'], errorResponseBuilder: (_request, context) => new Failure('rate_limited', { seconds: Math.ceil(context.ttl / 1000) }) })
  await server.register(fastifyMultipart, { limits: { files: 1, fields: 30, fieldSize: 64 * 1024, parts: 31 } })
  const services = new WeakMap<FastifyRequest, string>()
  observe(server, tools, services)
  server.setErrorHandler((error, request, reply) => refuse(error, request, reply, tools))
  const methodsOf = methodsByAddress(tools.routes)
  server.setNotFoundHandler((request, reply) => {
    const methods = methodsOf(request.url.split('?')[0] ?? '')
    if (methods.length === 0) return refuse(new Failure('not_found'), request, reply, tools)
    return refuse(new Failure('method_not_allowed', { methods }), request, reply.header('allow', methods.join(', ')), tools)
  })
  const incoming = withCookies(server, noting(tools.incoming, services))
  for (const route of tools.routes) serve(server, route, { ...tools, incoming })
  serveAbout(server, tools)
  return server
}

/** By which methods an address can be asked, for whoever asked it by another one; none for an address that there is not. */
function methodsByAddress(routes: readonly Route[]): (path: string) => string[] {
  const patterns = routes.map(({ contract: { method, path } }) => ({ method, pattern: new RegExp(`^${path.split('/').map((part) => (part.startsWith(':') ? '[^/]+' : part)).join('/')}$`) }))
  return (path) => [...new Set(patterns.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method))]
}

// Cookies go out with every answer, a refusal too: a session that a lock-out has ended is taken from the browser.
function withCookies(server: FastifyInstance, incoming: ServerTools['incoming']): ServerTools['incoming'] {
  const collected = new WeakMap<FastifyRequest, string[]>()
  server.addHook('onSend', async (request, reply) => {
    const cookies = collected.get(request) ?? []
    if (cookies.length > 0) void reply.header('set-cookie', cookies)
  })
  return async (request) => {
    const asking = await incoming(request)
    collected.set(request, asking.cookies)
    return asking
  }
}

// Which service account asked, for the line that each request leaves in the log.
function noting(incoming: ServerTools['incoming'], services: WeakMap<FastifyRequest, string>): ServerTools['incoming'] {
  return async (request) => {
    const asking = await incoming(request)
    if (asking.actor.kind === 'service' && asking.actor.id !== null) services.set(request, asking.actor.id)
    return asking
  }
}

function observe(server: FastifyInstance, { log, metrics }: ServerTools, services: WeakMap<FastifyRequest, string>): void {
  const seconds = metrics.histogram('request_seconds', 'time to answer', ['route', 'method', 'status'])
  server.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-correlation-id', request.id).header('x-content-type-options', 'nosniff').header('referrer-policy', 'same-origin')
    withCorrelation(request.id, done)
  })
  server.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none'
    seconds.observe({ route, method: request.method, status: String(reply.statusCode) }, reply.elapsedTime / 1000)
    log.info({ route, method: request.method, status: reply.statusCode, milliseconds: Math.round(reply.elapsedTime), correlationId: request.id, ...(services.has(request) && { service: services.get(request) }) }, 'request')
    done()
  })
}

function serve(server: FastifyInstance, route: Route, tools: ServerTools): void {
  const { incoming } = tools
  const { method, path: url } = route.contract
  if (route.kind === 'upload') return serveUpload({ server, route, incoming, dispatch: tools.dispatch, admission: { mode: tools.config.mode, identityLevel: tools.identityLevel }, measure: tools.measure, storeFile: tools.storeFile })
  if (route.kind === 'download') return serveFileRoute({ server, route, incoming, dispatch: tools.dispatch, filePath: tools.filePath })
  server.route({
    method, url,
    handler: async (request, reply) => {
      const asking = await incoming(request)
      if (request.isMultipart()) throw new Failure('unsupported_media_type')
      if (method === 'POST') asking.proveOwnPage(header(request, 'x-csrf-token'))
      const answer = await tools.dispatch({ ...asking, route, input: inputOf(request), key: header(request, 'idempotency-key') })
      return reply.headers(noStore).send(answer)
    },
  })
}

const noStore = { 'cache-control': 'no-store', 'content-security-policy': "default-src 'none'; frame-ancestors 'none'" }

const header = (request: FastifyRequest, name: string): string | undefined => {
  const value = request.headers[name]
  return Array.isArray(value) ? value[0] : value
}

// Path parts win over a body or a query that names them again: what was checked is what is done.
const inputOf = (request: FastifyRequest): unknown => {
  const body = request.method === 'GET' || request.method === 'HEAD' ? request.query : (request.body ?? {})
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new Failure('invalid_input')
  return { ...body, ...(request.params as object) }
}

function refuse(error: unknown, request: FastifyRequest, reply: FastifyReply, tools: ServerTools): FastifyReply {
  const failure = failureOf(error)
  if (failure.status >= 500) tools.log.error({ err: failure.cause ?? failure, code: failure.code, correlationId: request.id }, 'request failed')
  const locale = /^en\b/i.test(header(request, 'accept-language') ?? '') ? 'en' : 'vi'
  if (failure.code === 'rate_limited') void reply.header('retry-after', Number(failure.values['seconds'] ?? 60))
  // what a client library reads (RFC 6750, section 3)
  if (failure.code === 'token_invalid') void reply.header('www-authenticate', 'Bearer error="invalid_token"')
  if (failure.code === 'scope_missing') void reply.header('www-authenticate', `Bearer error="insufficient_scope"${typeof failure.values['scope'] === 'string' ? `, scope="${failure.values['scope']}"` : ''}`)
  if (failure.code === 'unavailable') void reply.header('retry-after', '2')
  return reply.status(failure.status).headers(noStore).type('application/problem+json')
    .send(problemOf(failure, { locale, correlationId: request.id, publicUrl: tools.config.publicUrl, sentence: tools.sentence }))
}

function serveAbout(server: FastifyInstance, tools: ServerTools): void {
  const description = openApi(tools.routes, { title: tools.title, version: '0.1.0', publicUrl: tools.config.publicUrl })
  server.get('/healthz', async (_request, reply) => reply.headers(noStore).type('text/plain').send('ok\n'))
  server.get('/readyz', async (_request, reply) => {
    const parts = await tools.ready()
    return reply.status(Object.values(parts).every(Boolean) ? 200 : 503).headers(noStore).send(parts)
  })
  server.get('/metrics', async (request, reply) => {
    // for the collector on this machine: figures of use are nobody else's business
    if (!['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(request.ip)) throw new Failure('not_found')
    return reply.headers(noStore).type(tools.metrics.contentType).send(await tools.metrics.text())
  })
  server.get('/api/openapi.json', async (_request, reply) => reply.header('cache-control', 'public, max-age=300').send(description))
}
