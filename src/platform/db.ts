import { Kysely, PostgresDialect, type KyselyPlugin, type QueryId, type RawBuilder, type Transaction } from 'kysely'
import pg from 'pg'

export { sql } from 'kysely'

/** A part of a statement, with its parameters. */
export type Piece = RawBuilder<unknown>

/** The database outside a transaction. Statements are written as SQL in a module's store; rows are typed there. */
export type Db = Kysely<unknown>
/** A running transaction: usable wherever a Db is. */
export type Tx = Transaction<unknown>

/** The database for a reading function that usually gets a transaction: nothing is locked, and each statement sees what is committed then. */
export const reading = (db: Db): Tx => db as Tx

/** One statement as it was sent, with the module whose file sent it (`platform` for the machinery, null when neither). */
export type Statement = { text: string; sender: string | null; milliseconds: number; parameters: readonly unknown[] }

export type DbOptions = {
  url: string
  poolSize?: number
  /** told of every statement; costs a stack trace each, so tests and measurements only */
  onStatement?: (statement: Statement) => void
  onIdleError?: (error: Error) => void
}

const int8 = 20
const date = 1082

/** Whole numbers as numbers (ids and counts stay far below 2^53), civil dates as `YYYY-MM-DD`: a Date would drag a time zone in. */
const types = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === int8) return Number
    if (oid === date) return (text: string) => text
    return pg.types.getTypeParser(oid, format as 'text')
  }) as typeof pg.types.getTypeParser,
}

/** Opens a pool. Connections carry no session state, so a transaction-pooling PgBouncer may stand between. */
export function openDb(options: DbOptions): Db {
  const pool = new pg.Pool({
    connectionString: options.url, max: options.poolSize ?? 10, types, application_name: 'tinhso',
    connectionTimeoutMillis: 10_000, idleTimeoutMillis: 60_000, keepAlive: true,
  })
  // without a listener an idle connection that breaks (the server was killed) would end the program
  pool.on('error', (error) => options.onIdleError?.(error))
  pool.on('connect', (client) => client.on('error', () => {}))
  const watch = options.onStatement && watchStatements(options.onStatement)
  return new Kysely<unknown>({ dialect: new PostgresDialect({ pool }), ...(watch && { plugins: [watch.plugin], log: watch.log }) })
}

function watchStatements(tell: (statement: Statement) => void) {
  const senders = new WeakMap<QueryId, string | null>()
  const plugin: KyselyPlugin = {
    // called in the same turn as the store's own `.execute(tx)`: the stack still names the file
    transformQuery({ node, queryId }) {
      senders.set(queryId, senderOf(new Error().stack ?? ''))
      return node
    },
    transformResult: async ({ result }) => result,
  }
  const log = (event: { query: { sql: string; parameters: readonly unknown[]; queryId: QueryId }; queryDurationMillis: number }) =>
    tell({ text: event.query.sql, parameters: event.query.parameters, sender: senders.get(event.query.queryId) ?? null, milliseconds: event.queryDurationMillis })
  return { plugin, log }
}

function senderOf(stack: string): string | null {
  for (const line of stack.split('\n')) {
    const found = /\/src\/(?:modules\/([a-z0-9-]+)|(platform))\//.exec(line)
    if (found && !/\/src\/platform\/db\.ts/.test(line)) return found[1] ?? found[2] ?? null
  }
  return null
}

/** What PostgreSQL and the network say when the server is away, starting or ending: worth another try, the data is not at fault. */
const awayCodes = new Set([
  'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH',
  '57P01', '57P02', '57P03', '53300', '08000', '08001', '08003', '08004', '08006', '08007',
  // a primary that has become a replica: the next connection finds the new one
  '25006',
])

/** True when the database could not be reached or went away; nobody knows then whether a commit under way was kept. */
export function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code } = error as { code?: string }
  return (code !== undefined && awayCodes.has(code)) || /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/.test(error.message)
}

const givenWay = new Set(['40001', '40P01'])

/**
 * Runs `work` in one transaction: all of it is kept or nothing. When the server ends it for the sake of another transaction (deadlock),
 * it is run again from the start, at most three times: `work` keeps nothing outside.
 */
export async function inTransaction<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction().execute(work)
    } catch (error) {
      if (attempt >= 3 || !givenWay.has(String((error as { code?: unknown }).code))) throw error
    }
    // at once it could take the row again before the one it gave way to has woken, and both would meet as before
    await new Promise((resolve) => setTimeout(resolve, attempt * (20 + Math.random() * 40)))
  }
}

/** True when a unique constraint of this name refused a row. */
export const isTaken = (error: unknown, constraint: string): boolean =>
  error instanceof Error && (error as { code?: string }).code === '23505' && (error as { constraint?: string }).constraint === constraint

/** Typed text as a part of a LIKE pattern that means nothing but itself. */
export const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&')

/** The one row of an answer that has exactly one. */
export function only<T>(rows: readonly T[]): T {
  const [row] = rows
  if (row === undefined || rows.length !== 1) throw new Error(`one row was expected, there are ${rows.length}`)
  return row
}
