import { join } from 'node:path'
import { readFileSync, realpathSync, existsSync } from 'node:fs'
import pg from 'pg'
import type { Logger } from 'pino'
import { isAlive, prepareDataDir } from './data-dir.ts'
import { createCluster, superuser } from './postgres/cluster.ts'
import { preparePlace, type Place } from './postgres/place.ts'
import { DidNotStart, endAll, freePort, launch, prepareArchive, processesOf, readPidFile, shutDown, sleep, untilGone, type HowToRun, type Postmaster } from './postgres/postmaster.ts'
import { StartError } from './start-error.ts'

export type PostgresOptions = {
  /** the data folder (TINHSO_DATA); the database lives in `postgres` below it and nowhere else */
  dataDir: string
  log?: Pick<Logger, 'info' | 'warn' | 'error'>
  /** false gives up durability for speed: tests only */
  fsync?: boolean
  /** a port of 127.0.0.1; any free one when left out */
  port?: number
  /** folder in which the write-ahead log is kept segment by segment, at least every minute */
  archive?: string | undefined
  /** told each time the server ended without being asked, before it is started again */
  onCrash?: (event: { pid: number; restarts: number }) => void
}

/** An embedded PostgreSQL that is kept running. `url` names its maintenance database and never changes, also across crashes. */
export type Postgres = {
  readonly url: string
  /** process number of the server now running */
  readonly pid: number
  /** true when a server left behind by a killed program was taken over */
  readonly adopted: boolean
  /** ends the server cleanly; calling it again is harmless */
  stop(): Promise<void>
}

/**
 * Starts PostgreSQL on 127.0.0.1, making binaries' copy, password and cluster on the first call, and keeps it running: a server that dies is
 * started again on the same port, with a pause that grows from 0.1 s to 5 s. A healthy server left behind by a killed program is adopted;
 * an unhealthy one is ended. Throws a StartError that says what to do. The caller holds the claim on the data folder.
 */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  prepareDataDir(options.dataDir)
  const place = preparePlace(options.dataDir)
  const durable = options.fsync ?? true
  const how = { durable, archive: options.archive && prepareArchive(options.archive, place) }
  await createCluster(place, { fsync: durable })
  const left = await adopt(place)
  let running = left ?? (await firstLaunch(place, options.port, how))
  const url = urlOf(place, running.port)
  let stopping = false
  let restarting: Promise<void> = Promise.resolve()

  const watch = (): void => void running.ended.then(() => {
    if (!stopping) restarting = revive()
  })
  const revive = async (): Promise<void> => {
    const diedAt = Date.now()
    for (let attempt = 0; !stopping; attempt++) {
      options.onCrash?.({ pid: running.pid, restarts: attempt })
      options.log?.warn({ pid: running.pid, attempt }, 'PostgreSQL ended unexpectedly, starting it again')
      try {
        await endAll(place)
        running = await launch(place, running.port, how)
        options.log?.info({ pid: running.pid, milliseconds: Date.now() - diedAt }, 'PostgreSQL is back')
        return watch()
      } catch (error) {
        options.log?.error({ err: error }, 'PostgreSQL could not be started again')
        await sleep(Math.min(100 * 2 ** attempt, 5000))
      }
    }
  }
  watch()
  return {
    url,
    adopted: left !== undefined,
    get pid() {
      return running.pid
    },
    async stop() {
      if (stopping) return restarting
      stopping = true
      await restarting
      await shutDown(place, running)
    },
  }
}

const urlOf = (place: Place, port: number) => `postgres://${superuser}:${place.password}@127.0.0.1:${port}/postgres`

// Another program may take the port between our choice and the start: then another is chosen, unless the caller wanted this one.
async function firstLaunch(place: Place, wanted: number | undefined, how: HowToRun): Promise<Postmaster> {
  await endAll(place)
  for (let attempt = 0; ; attempt++) {
    try {
      return await launch(place, wanted ?? (await freePort()), how)
    } catch (error) {
      if (error instanceof DidNotStart && error.portTaken && wanted === undefined && attempt < 5) continue
      throw new StartError(`${(error as Error).message}; its log is ${place.log}.`, { cause: error })
    }
  }
}

// The server of a killed program is used again when it is healthy and really serves this folder; firstLaunch ends it otherwise.
async function adopt(place: Place): Promise<Postmaster | undefined> {
  const until = Date.now() + 60_000
  for (let state = readPidFile(place.data); state && isServer(place, state.pid); state = readPidFile(place.data)) {
    if (state.ready && !state.stopping) {
      if (!(await serves(urlOf(place, state.port), place.data))) return undefined
      return { pid: state.pid, port: state.port, ended: untilGone(state.pid) }
    }
    if (Date.now() > until) return undefined
    await sleep(20)
  }
  return undefined
}

// A process number may have been given to a stranger since: the server's command line carries the cluster's name.
const isServer = (place: Place, pid: number) => (process.platform === 'win32' ? isAlive(pid) : processesOf(place.clusterName).includes(pid))

async function serves(url: string, data: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3000, query_timeout: 3000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ folder: string }>("select current_setting('data_directory') as folder")
    return rows[0] !== undefined && realpathSync(rows[0].folder) === realpathSync(data)
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

/**
 * The address of the embedded database of this data folder when a program has it running now, for commands beside the program.
 * Starts nothing and ends nothing.
 */
export async function findRunningPostgres(dataDir: string): Promise<string | undefined> {
  const data = join(dataDir, 'postgres', 'data')
  const passwordFile = join(dataDir, 'postgres', 'password')
  const state = readPidFile(data)
  if (!state?.ready || !existsSync(passwordFile)) return undefined
  const url = `postgres://${superuser}:${readFileSync(passwordFile, 'utf8').trim()}@127.0.0.1:${state.port}/postgres`
  return (await serves(url, data)) ? url : undefined
}

/** Makes the database `name` on the server of `url` unless it is there, and returns its address. Needs the right to create databases only then. */
export async function ensureDatabase(url: string, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
    if (rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(name)} template template0 encoding 'UTF8'`)
  } catch (error) {
    // another process made it in between
    if (!['42P04', '23505'].includes((error as { code?: string }).code ?? '')) throw error
  } finally {
    await client.end()
  }
  const address = new URL(url)
  address.pathname = `/${encodeURIComponent(name)}`
  return address.href
}
