import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { realNow } from '#kernel/clock'
import type { Contract } from '#kernel/contract'
import { uuidv7 } from '#kernel/ids'
import { inTransaction, only, sql, type Db } from '#platform/db'
import type { Actor } from '#platform/http'
import { csrfToken, sessionControl } from '#platform/sessions'
import { makeHttpServer } from '../src/apps/http-server.ts'
import { atEnd } from './at-end.ts'
import type { TestApp } from './with-app.ts'

/** What came back: `code` is the refusal's, `ok` when there was none. */
export type Answer = { status: number; code: string; body: Record<string, unknown>; text: string; headers: Readonly<Record<string, unknown>> }

export type File = { name: string; type: string; bytes: Buffer }

/** What a request has otherwise than our own pages send it; null leaves it out. */
export type Otherwise = {
  key?: string | null; csrf?: string | null; origin?: string | null; cookie?: string; body?: unknown; headers?: Record<string, string>; from?: string
  /** several are against the rules, and so is none */
  files?: File[]
  /** fields of a form with a file */
  fields?: Record<string, string>
}

/** A person at a browser, or nobody in particular. */
export type Client = {
  cookie: string
  csrf: string
  /** asks a contract as one of our pages does, or otherwise */
  ask(contract: Contract, input?: Record<string, unknown>, otherwise?: Otherwise): Promise<Answer>
  send(request: InjectOptions & { url: string }): Promise<Answer>
}

export type Http = { server: FastifyInstance; url: string; nobody: Client; client(actor: Actor, state?: { locked?: boolean; endedSecondsAgo?: number }): Promise<Client> }

/** The real server of an application on a free port. Most requests go straight into it; `url` is there for those that need a wire. */
export async function overHttp(app: TestApp): Promise<Http> {
  const { application } = app
  const { config } = application.tools
  // the port comes first: the simulated national identity is served under the public address
  const listener = createServer()
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
  config.port = (listener.address() as AddressInfo).port
  config.publicUrl = `http://127.0.0.1:${config.port}`
  const address = config.publicUrl
  const server = await makeHttpServer(application)
  await server.ready()
  listener.on('request', (request, response) => server.routing(request, response))
  atEnd(async () => {
    listener.closeAllConnections()
    await new Promise((resolve) => listener.close(resolve))
    await server.close()
  })
  return {
    server, url: address, nobody: clientOf(server, address, '', ''),
    async client(actor, state = {}) {
      const { cookie, csrf } = await begin(application.tools.db, config.secret, actor, state)
      return clientOf(server, address, cookie, csrf)
    },
  }
}

async function begin(db: Db, secret: string, actor: Actor, state: { locked?: boolean; endedSecondsAgo?: number }): Promise<{ cookie: string; csrf: string }> {
  if (actor.kind === 'nobody' || actor.kind === 'system' || actor.id === null) return { cookie: '', csrf: '' }
  const cookies: string[] = []
  const control = sessionControl({ current: null, mark: null }, { idleLockMinutes: 15, citizenIdleMinutes: 60, longestHours: 12, secure: false }, cookies, realNow)
  await inTransaction(db, async (tx) => {
    await control.start(tx, { kind: actor.kind === 'citizen' ? 'citizen' : 'officer', subject: actor.id ?? '', capacity: actor.capacityId, level: actor.level })
    if (state.locked === true) await control.lock(tx)
    if (state.endedSecondsAgo !== undefined) await sql`update platform.session set expires_at = ${new Date(Date.now() - state.endedSecondsAgo * 1000)} where token_hash = ${control.current?.tokenHash}`.execute(tx)
  })
  return { cookie: cookies[0]?.split(';')[0] ?? '', csrf: csrfToken(secret, control.current) }
}

function clientOf(server: FastifyInstance, origin: string, cookie: string, csrf: string): Client {
  const send: Client['send'] = async (request) => {
    const answer = await server.inject(request)
    const json = /json/.test(String(answer.headers['content-type'] ?? ''))
    const body = json ? (answer.json() as Record<string, unknown>) : {}
    const refusal = typeof body['code'] === 'string' ? body['code'] : `${answer.statusCode}`
    return { status: answer.statusCode, code: answer.statusCode >= 400 ? refusal : 'ok', body, text: answer.body, headers: answer.headers }
  }
  return {
    cookie, csrf, send,
    ask(contract, input = {}, otherwise = {}) {
      const { url, rest } = pathOf(contract, input)
      const get = contract.method === 'GET'
      const payload = otherwise.files !== undefined ? formOf({ ...(rest as Record<string, string>), ...otherwise.fields }, otherwise.files) : undefined
      const headers = without({
        cookie: otherwise.cookie ?? cookie, origin: get ? null : (otherwise.origin === undefined ? origin : otherwise.origin), 'x-csrf-token': get ? null : (otherwise.csrf === undefined ? csrf : otherwise.csrf),
        'idempotency-key': get ? null : (otherwise.key === undefined ? uuidv7() : otherwise.key), 'content-type': get ? null : (payload?.type ?? 'application/json'), ...otherwise.headers,
      })
      const query = new URLSearchParams(rest as Record<string, string>).toString()
      return send({
        method: contract.method, url: get && query !== '' ? `${url}?${query}` : url, headers, remoteAddress: otherwise.from ?? '127.0.0.1',
        ...(!get && { payload: payload?.bytes ?? (typeof otherwise.body === 'string' ? otherwise.body : JSON.stringify(otherwise.body ?? rest)) }),
      })
    },
  }
}

const without = (headers: Record<string, string | null>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== null && entry[1] !== ''))

function pathOf(contract: Contract, input: Record<string, unknown>): { url: string; rest: Record<string, unknown> } {
  const rest = { ...input }
  const url = contract.path.replace(/:(\w+)/g, (_found, name: string) => {
    const value = rest[name]
    delete rest[name]
    return encodeURIComponent(String(value))
  })
  return { url, rest }
}

/** A form with files as a browser writes it. */
export function formOf(fields: Record<string, string>, files: readonly File[]): { type: string; bytes: Buffer } {
  const line = `----${randomBytes(8).toString('hex')}`
  const parts: Buffer[] = Object.entries(fields).map(([name, value]) => Buffer.from(`--${line}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`))
  for (const file of files) {
    parts.push(Buffer.from(`--${line}\r\ncontent-disposition: form-data; name="file"; filename="${file.name}"\r\ncontent-type: ${file.type}\r\n\r\n`), file.bytes, Buffer.from('\r\n'))
  }
  return { type: `multipart/form-data; boundary=${line}`, bytes: Buffer.concat([...parts, Buffer.from(`--${line}--\r\n`)]) }
}

/**
 * Every row of every table of the program, as one digest and one count per table: equal before and after when nothing was changed.
 * Sessions are left out: being asked moves their time. So are the log of readings, which a reading adds to (test/rights/readings.test.ts), and the queue's own bookkeeping.
 */
export async function everyRow(db: Db): Promise<Record<string, string>> {
  const { rows: tables } = await sql<{ name: string }>`
    select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema', 'pgboss') and (table_schema, table_name) not in (('platform', 'session'), ('platform', 'reading')) order by 1`.execute(db)
  const each = tables.map(({ name }) => sql`select ${name}::text as name, count(*) || ' ' || coalesce(md5(string_agg(row::text, chr(10) order by row::text)), '') as rows from ${sql.raw(name)} row`)
  const { rows } = await sql<{ name: string; rows: string }>`${sql.join(each, sql` union all `)}`.execute(db)
  return Object.fromEntries(rows.map((row) => [row.name, row.rows]))
}

/** How many rows a table holds. */
export const countOf = async (db: Db, table: string): Promise<number> => only((await sql<{ count: number }>`select count(*) as count from ${sql.raw(table)}`.execute(db)).rows).count
