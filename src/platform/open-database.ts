import pg from 'pg'
import type { Config } from './config.ts'
import { claimDataDir, dataDirOwner } from './data-dir.ts'
import { ensureDatabase, findRunningPostgres, startPostgres, type Postgres, type PostgresOptions } from './postgres.ts'
import { StartError } from './start-error.ts'

/** The oldest PostgreSQL that the program's SQL is written for. */
export const oldestServer = 15

const databaseName = 'tinhso'

/** A database to work with. `postgres` is there when this process runs it; `close` stops it and gives the data folder free. */
export type OpenDatabase = { url: string; postgres: Postgres | undefined; close(): Promise<void> }

/**
 * The database of these settings: DATABASE_URL, else our own PostgreSQL below the data folder, started and kept running by this process.
 * Throws a StartError when the server cannot be reached, is too old, or another start holds the data folder.
 */
export async function openDatabase(config: Pick<Config, 'databaseUrl' | 'dataDir'> & Partial<Pick<Config, 'walArchive'>>, options: Omit<PostgresOptions, 'dataDir'> = {}): Promise<OpenDatabase> {
  if (config.databaseUrl !== undefined) {
    await refuseUnusable(config.databaseUrl)
    return { url: config.databaseUrl, postgres: undefined, close: async () => {} }
  }
  const claim = claimDataDir(config.dataDir)
  try {
    const postgres = await startPostgres({ ...options, dataDir: config.dataDir, archive: config.walArchive })
    const url = await ensureDatabase(postgres.url, databaseName)
    return {
      url, postgres,
      async close() {
        await postgres.stop()
        claim.release()
      },
    }
  } catch (error) {
    claim.release()
    throw error
  }
}

/** As openDatabase, for a command beside the program: uses the database that a running program has, and starts one only when none runs. */
export async function openDatabaseBeside(config: Parameters<typeof openDatabase>[0], options: Omit<PostgresOptions, 'dataDir'> = {}): Promise<OpenDatabase> {
  if (config.databaseUrl === undefined && dataDirOwner(config.dataDir) !== undefined) {
    const running = await findRunningPostgres(config.dataDir)
    if (running !== undefined) return { url: await ensureDatabase(running, databaseName), postgres: undefined, close: async () => {} }
  }
  return openDatabase(config, options)
}

/** The major version of the server at `url`. Throws what pg throws. */
export async function serverVersion(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ version: string }>("select current_setting('server_version_num') as version")
    return Math.floor(Number(rows[0]?.version) / 10_000)
  } finally {
    await client.end().catch(() => {})
  }
}

async function refuseUnusable(url: string): Promise<void> {
  const version = await serverVersion(url).catch((error: Error & { code?: string }) => {
    throw new StartError(`DATABASE_URL names a server that does not let us in (${error.code ?? error.message}): check that it runs, and its address, user and password.`)
  })
  if (version < oldestServer) throw new StartError(`DATABASE_URL names PostgreSQL ${version}, and this program needs ${oldestServer} or newer.`)
}
