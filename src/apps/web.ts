import { randomBytes, timingSafeEqual } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import fastifyStatic from '@fastify/static'
import { createHeaders } from '@remix-run/node-fetch-server'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { App } from '#kernel/app'
import { Failure } from '#kernel/failure'
import { isWebBuilt, waitForWeb } from '#platform/web-build'
import { packed, packedAssets } from './web/compress.ts'
import { pageHeaders } from './web/headers.ts'
import { plainPage, type PlainKind } from './web/plain-page.ts'

export type WebOptions = {
  /** pages straight from their sources, loaded again when they change */
  dev: boolean
  projectRoot: string
  /** a fresh application for each request, bound to its session */
  appFor: (request: FastifyRequest) => Promise<App>
  /** the build to wait for, when the launcher is making one; without it any whole build will do */
  webStamp?: string | undefined
}

type Given = { app: App; nonce: string; dev: boolean; incident: string; report: (error: unknown) => void }
type Build = { entry: { module: { respond(build: unknown, request: Request, given: Given): Promise<Response> } } }

/** How pages are had: null while they are being built. `files` are the built files by their address. */
type Pages = { load: (() => Promise<Build>) | null; files: ReadonlySet<string>; /** a built file made smaller, where that is worth it */ small: ReturnType<typeof packedAssets> }

/** forms only: files have their own routes with their own limits */
const bodyLimit = 64 * 1024

const states = new WeakMap<object, Pages>()

/** True once pages can be drawn: for /readyz. */
export const isWebReady = (fastify: FastifyInstance): boolean => states.get(fastify.server)?.load != null

/**
 * Adds the pages: every address that no other route has. Until they are built it answers 503 with a page that loads itself again.
 * An address below /api/ that nobody has stays with the server's own answer.
 */
export async function web(fastify: FastifyInstance, options: WebOptions): Promise<void> {
  const state: Pages = { load: null, files: new Set(), small: packedAssets(join(options.projectRoot, 'build', 'client')) }
  states.set(fastify.server, state)
  if (options.dev) await serveFromSources(fastify, options, state)
  else await serveFromBuild(fastify, options, state)
  await fastify.register(async (pages) => {
    pages.removeAllContentTypeParsers()
    // as a buffer, so that the limit holds: a stream handed on would pass it by
    pages.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit }, (_request, body, done) => done(null, body))
    pages.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
      const kind = error instanceof Failure ? plainKind(error.status) : plainKind(error.statusCode ?? 500)
      if (kind === 500) request.log.error(error)
      return sendPlain(reply, request, kind, options.dev)
    })
    pages.route({ method: ['GET', 'POST'], url: '/*', bodyLimit, handler: (request, reply) => answer(request, reply, options, state) })
  })
}

const plainKind = (status: number): PlainKind => (status === 413 || status === 429 || status === 503 ? status : 500)

async function serveFromSources(fastify: FastifyInstance, { projectRoot }: WebOptions, state: Pages): Promise<void> {
  const { createServer } = await import('vite')
  const vite = await createServer({ root: projectRoot, server: { middlewareMode: true, hmr: { server: fastify.server } }, appType: 'custom' })
  fastify.addHook('onClose', () => vite.close())
  // the sources' own addresses first; what they do not answer falls through to the pages
  fastify.addHook('onRequest', (request, reply, done) => {
    if (/^\/(api|data|healthz|readyz|metrics)\b/.test(request.url)) return done()
    vite.middlewares(request.raw, reply.raw, (error?: unknown) => done(error instanceof Error ? error : undefined))
  })
  state.load = () => vite.ssrLoadModule('virtual:react-router/server-build') as unknown as Promise<Build>
}

async function serveFromBuild(fastify: FastifyInstance, { projectRoot, webStamp }: WebOptions, state: Pages): Promise<void> {
  const root = join(projectRoot, 'build', 'client')
  await fastify.register(fastifyStatic, {
    root, serve: false, index: false, serveDotFiles: false, suppressWarning: true,
    // names below assets/ carry a hash of their content
    setHeaders: (reply, path) => void reply.header('cache-control', /[\\/]assets[\\/]/.test(path) ? 'public, max-age=31536000, immutable' : 'public, max-age=3600'),
  })
  const leaving = new AbortController()
  fastify.addHook('onClose', (_instance, done) => {
    leaving.abort()
    done()
  })
  const open = async (): Promise<void> => {
    if (!(await waitForWeb({ projectRoot, webStamp }, leaving.signal))) return
    const build = (await import(pathToFileURL(join(projectRoot, 'build', 'server', 'index.js')).href)) as Build
    state.files = builtFiles(root)
    state.load = async () => build
  }
  // a build that is there is loaded before the first request; one that is being made is not waited for
  const there = isWebBuilt({ projectRoot, webStamp })
  const opening = open().catch((error: unknown) => fastify.log.error(error, 'the built pages could not be loaded'))
  if (there) await opening
}

const builtFiles = (root: string): Set<string> =>
  new Set(readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length).replaceAll('\\', '/')))

async function answer(request: FastifyRequest, reply: FastifyReply, options: WebOptions, state: Pages): Promise<unknown> {
  if (request.url.startsWith('/api/')) return reply.callNotFound()
  if (!state.load) return sendPlain(reply, request, 'preparing', options.dev)
  const path = request.url.split('?')[0] ?? '/'
  if (request.method !== 'POST' && state.files.has(path)) {
    void reply.header('x-content-type-options', 'nosniff')
    const small = await state.small(request, reply, path)
    return small ? reply.send(small) : reply.sendFile(path)
  }
  const [build, app] = await Promise.all([state.load(), options.appFor(request)])
  const nonce = randomBytes(16).toString('base64')
  const response = await build.entry.module.respond(build, await toWebRequest(request, reply), {
    app: (await carriesToken(request, app)) ? app : readingOnly(app), nonce, dev: options.dev, incident: request.id, report: (error) => request.log.error(error),
  })
  return send({ request, reply, forEverybody: app.viewer.kind === 'nobody' && app.csrf === '' }, response, { ...pageHeaders(nonce, options.dev, { frames: showsFiles(path) }), ...keepingOf(app) }, app.setCookies)
}

/** The desk reads papers beside what was declared; no other page has a frame. */
const showsFiles = (path: string): boolean => /^\/can-bo(\/|$)/.test(path)

// What a signed-in person was shown stays out of every cache; for everybody else the page may be kept but is asked for again.
const keepingOf = (app: App): Record<string, string> => ({
  'cache-control': app.viewer.kind === 'nobody' ? 'private, no-cache' : 'no-store',
  ...(app.page.mode === 'production' && app.page.publicUrl.startsWith('https:') && { 'strict-transport-security': 'max-age=31536000' }),
})

async function toWebRequest(request: FastifyRequest, reply: FastifyReply): Promise<Request> {
  const gone = new AbortController()
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort()
  })
  const body = Buffer.isBuffer(request.body) && request.method === 'POST' ? new Uint8Array(request.body) : null
  return new Request(`${request.protocol}://${request.host}${request.url}`, { method: request.method, headers: createHeaders(request.raw), signal: gone.signal, body })
}

type To = { request: FastifyRequest; reply: FastifyReply; /** nobody is signed in here: the page holds nothing of a session */ forEverybody: boolean }

async function send({ request, reply, forEverybody }: To, response: Response, headers: Record<string, string>, cookies: readonly string[]): Promise<FastifyReply> {
  void reply.code(response.status).headers(headers)
  for (const [name, value] of response.headers) void reply.header(name, value)
  for (const cookie of cookies) void reply.header('set-cookie', cookie)
  return reply.send(response.body ? await packed(request, reply, Buffer.from(await response.arrayBuffer()), forEverybody) : '')
}

/** A form of a signed-in person comes from our own page when it carries the session's token, in its field or its header. */
async function carriesToken(request: FastifyRequest, app: App): Promise<boolean> {
  if (request.method !== 'POST' || app.csrf === '') return true
  const header = request.headers['x-csrf-token']
  const given = Buffer.from(typeof header === 'string' ? header : await fieldOf(request, 'csrf'))
  const right = Buffer.from(app.csrf)
  return given.length === right.length && timingSafeEqual(given, right)
}

async function fieldOf(request: FastifyRequest, name: string): Promise<string> {
  const type = request.headers['content-type']
  if (!Buffer.isBuffer(request.body) || type === undefined) return ''
  const form = await new Response(new Uint8Array(request.body), { headers: { 'content-type': type } }).formData().catch(() => null)
  const value = form?.get(name)
  return typeof value === 'string' ? value : ''
}

// The page itself is still drawn, with everything the person typed and a fresh token: most often they signed in again in another window.
const readingOnly = (app: App): App => ({
  ...app,
  call: (contract, input, options) => (contract.method === 'POST' ? Promise.reject(new Failure('csrf')) : app.call(contract, input, options)),
})

function sendPlain(reply: FastifyReply, request: FastifyRequest, kind: PlainKind, dev: boolean): FastifyReply {
  const nonce = randomBytes(16).toString('base64')
  const locale = /(?:^|;\s*)tinhso-lang=en(?:;|$)/.test(request.headers.cookie ?? '') ? 'en' : 'vi'
  const status = kind === 'preparing' ? 503 : kind
  if (status === 503) void reply.header('retry-after', '2')
  return reply.code(status).headers({ ...pageHeaders(nonce, dev), 'cache-control': 'no-store' }).type('text/html; charset=utf-8').send(plainPage(kind, locale, nonce, request.id))
}
