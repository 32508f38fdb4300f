import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { z } from 'zod'
import type { Contract } from '#kernel/contract'
import { uuidv7 } from '#kernel/ids'
import { actorOf, idleLockMinutesOf, serviceOf } from '#modules/identity'
import { createMetrics } from '#platform/metrics'
import { incomingReader } from '#platform/request'
import { makeServer } from '#platform/server'
import { cookieName, csrfToken, type Session, type SessionRules } from '#platform/sessions'
import type { Application } from '../application.ts'
import { mountVneid, vneidOptions } from '../vneid.ts'
import { openBrowser, type Browser } from './browser.ts'

/** An answer of the JSON API: what was asked for, or why not. */
export type Answer<T> = { status: number; body: T; code: string | null; values: Record<string, unknown> }

/** A person at a browser who speaks to the JSON API as our pages do. */
export type Visitor = Browser & {
  call<C extends Contract>(contract: C, input: z.input<C['input']>): Promise<Answer<z.output<C['output']>>>
}

export type Town = { /** its public address */ url: string; rules: SessionRules; visitor(): Visitor; close(): Promise<void> }

/**
 * An application behind a free port of this machine with the simulated national identity beside it, for tests that need real HTTP: cookies, redirects and
 * two parties. Its public address becomes that of the port, or `publicUrl` with the port behind it, as if a proxy stood between.
 */
export async function openTown(application: Application, publicUrl?: string): Promise<Town> {
  const { tools, routes, dispatch } = application
  const { config, db, log, files } = tools
  const listener = createServer()
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
  const { port } = listener.address() as AddressInfo
  const reachedAt = `http://127.0.0.1:${port}`
  config.publicUrl = publicUrl ?? reachedAt
  if (publicUrl !== undefined) config.port = port
  // each visitor comes from an address of their own, through a proxy that says so
  config.trustProxy = ['127.0.0.1']
  let visitors = 0
  const rules: SessionRules = { idleLockMinutes: config.sessionIdleMinutes, idleLockMinutesOf, citizenIdleMinutes: 60, longestHours: 12, secure: false }
  const server = await makeServer({
    config, routes, dispatch, measure: async ({ route }) => route.accepts ?? { maxBytes: 0, types: [] }, log, incoming: incomingReader({ db, config, rules, actorOf, serviceOf: (token, ip) => serviceOf(tools, token, ip) }), metrics: createMetrics({ process: false }), title: 'test', identityLevel: tools.province.identityLevel,
    sentence: (code) => code, ready: async () => ({}), filePath: (hash) => files.path(hash), storeFile: (bytes, limits) => files.store(bytes, limits),
  })
  if (config.mode === 'demonstration') await mountVneid(server, vneidOptions(tools))
  await server.ready()
  listener.on('request', (request, response) => server.routing(request, response))
  return {
    url: config.publicUrl, rules,
    visitor: () => visitorAt({ url: publicUrl ?? reachedAt, reachedAt, secret: config.secret, from: addressOf(visitors++) }),
    async close() {
      listener.closeAllConnections()
      await new Promise((resolve) => listener.close(resolve))
      await server.close()
    },
  }
}

// of the block for documentation and tests (RFC 2544)
const addressOf = (visitor: number): string => `198.18.${(visitor >> 8) & 255}.${visitor & 255}`

/** A path with its `:name` parts filled in from the input, and the rest of the input. */
function filledIn(path: string, input: Record<string, unknown>): { address: string; rest: Record<string, unknown> } {
  const inPath = new Set([...path.matchAll(/:(\w+)/g)].map(([, name]) => name))
  const address = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(input[name])))
  return { address, rest: Object.fromEntries(Object.entries(input).filter(([name]) => !inPath.has(name))) }
}

function visitorAt({ url, reachedAt, secret, from }: { url: string; reachedAt: string; secret: string; from: string }): Visitor {
  const browser = openBrowser(url, { reachedAt, headers: { 'x-forwarded-for': from }, stopAt: ({ pathname }) => !pathname.startsWith('/vneid') })
  return {
    ...browser,
    async call(contract, input) {
      const token = browser.cookies.find(({ name }) => name === cookieName)?.value
      const csrf = token === undefined ? '' : csrfToken(secret, { tokenHash: createHash('sha256').update(token).digest() } as Session)
      const { address, rest } = filledIn(contract.path, input as Record<string, unknown>)
      const got = contract.method === 'GET'
        ? await browser.once(`${address}?${new URLSearchParams(rest as Record<string, string>).toString()}`)
        : await browser.once(address, { method: 'POST', body: JSON.stringify(rest), headers: { 'content-type': 'application/json', origin: url, 'x-csrf-token': csrf, 'idempotency-key': uuidv7() } })
      const body = JSON.parse(got.text) as { code?: string; values?: Record<string, unknown> }
      const refused = got.status >= 400
      return { status: got.status, body: body as never, code: refused ? (body.code ?? null) : null, values: refused ? (body.values ?? {}) : {} }
    },
  }
}
