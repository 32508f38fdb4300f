import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import pg from 'pg'
import type { Config } from '#platform/config'
import { closedFolders, dataDirOwner } from '#platform/data-dir'
import { oldestServer, serverVersion } from '#platform/open-database'
import { findRunningPostgres } from '#platform/postgres'
import { findBinaries } from '#platform/postgres/place'
import { bad, good, look, type Finding } from '#platform/health'
import { isWebBuilt } from '#platform/web-build'
import { askFinding, backupFinding, drillFinding, questions } from './doctor-operations.ts'
import { reviewsFinding } from './doctor-reviews.ts'
import { freeBytes, migrationsFinding, roomFinding, secretFinding, storedFinding } from './doctor-storage.ts'

/** Every check of the doctor, by the name that it prints, in its order. None of them changes anything. */
export const checks: Record<string, (config: Config) => Promise<Finding>> = {
  node: async () => nodeFinding(process.versions.node),
  settings: async (config) => good(`${config.mode}, province ${config.province}, ${config.publicUrl}`),
  'data folder': async (config) => dataFolderFinding(config.dataDir, process.getuid?.()),
  'disk space': async (config) => spaceFinding(freeBytes(config.dataDir), config.dataDir),
  database: databaseFinding,
  extensions: extensionsFinding,
  clock: clockFinding,
  migrations: async (config) => migrationsFinding(await databaseAddress(config), config),
  secret: async (config) => secretFinding(await databaseAddress(config), { ...config, secret: config.secret || keptSecret(config.dataDir) }),
  'stored files': async (config) => storedFinding(await databaseAddress(config), config),
  backups: async (config) => backupFinding(config, new Date()),
  'restore drill': async (config) => drillFinding(config, new Date()),
  'room for backups': async (config) => roomFinding(config),
  ...Object.fromEntries(questions.map((question) => [question.name, async (config: Config) => askFinding(await databaseAddress(config), question, config)])),
  'review of rights': async (config) => reviewsFinding(await databaseAddress(config)),
  port: async (config) => portFinding(config, await canListen(config.host, config.port)),
  web: async (config) => (config.dev || isWebBuilt(config) ? good('built') : look('not built yet', 'npm start builds it')),
}

/** Node 22.22 of the 22 line, or 24 and later. */
export function nodeFinding(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major >= 24 || (major === 22 && minor >= 22)) return good(version)
  return bad(`${version} is too old`, 'use npm start and npm run, which bring the right Node, or install Node 24')
}

/** Whether the folder exists, is ours, and for root can be reached by the database's user. */
export function dataFolderFinding(dataDir: string, uid: number | undefined): Finding {
  const owner = dataDirOwner(dataDir)
  const use = owner === undefined ? '' : `, in use by process ${owner}`
  const closed = uid === 0 ? closedFolders(dataDir) : []
  if (closed.length > 0) return bad(`${dataDir} cannot be reached by the database's user${use}`, `chmod o+x ${closed.join(' ')}, or set TINHSO_DATA to another folder`)
  return good(existsSync(dataDir) ? `${dataDir}${use}` : `${dataDir}, to be made at the first start`)
}

// looks only: a doctor makes no secret
const keptSecret = (dataDir: string): string => (existsSync(join(dataDir, 'secret')) ? readFileSync(join(dataDir, 'secret'), 'utf8').trim() : '')

/** Half a gigabyte is too little for a start, five are little for a province. */
export function spaceFinding(bytes: number, folder: string): Finding {
  const gigabytes = `${(bytes / 1e9).toFixed(1)} GB free`
  if (bytes < 0.5e9) return bad(`${gigabytes} at ${folder}`, 'free some space, or set TINHSO_DATA to a folder on another disk')
  return bytes < 5e9 ? look(gigabytes, 'a province needs several gigabytes: plan for more') : good(gigabytes)
}

const databaseAddress = async (config: Config): Promise<string | undefined> => {
  if (config.databaseUrl !== undefined) return config.databaseUrl
  const maintenance = await findRunningPostgres(config.dataDir)
  return maintenance?.replace(/\/postgres$/, '/tinhso')
}

async function databaseFinding(config: Config): Promise<Finding> {
  const url = await databaseAddress(config)
  if (url === undefined) {
    const binaries = findBinaries()
    if (!binaries) return bad('own PostgreSQL, but its package is not installed for this machine', 'npm ci --ignore-scripts, or set DATABASE_URL')
    const made = existsSync(join(config.dataDir, 'postgres', 'data', 'PG_VERSION'))
    return good(`own PostgreSQL ${binaries.version}, not running now${made ? '' : ', to be made at the first start'}`)
  }
  const kind = config.databaseUrl === undefined ? 'own' : 'external'
  try {
    const version = await serverVersion(url)
    if (version < oldestServer) return bad(`${kind} PostgreSQL ${version} is too old`, `use version ${oldestServer} or newer`)
    return good(`${kind} PostgreSQL ${version} answers`)
  } catch (error) {
    return bad(`${kind} PostgreSQL does not answer (${(error as Error).message})`, kind === 'own' ? 'stop the program and start it again' : 'check that the server runs, and DATABASE_URL')
  }
}

async function ask<T extends pg.QueryResultRow>(url: string, question: string, values: unknown[] = []): Promise<T[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return (await client.query<T>(question, values)).rows
  } finally {
    await client.end().catch(() => {})
  }
}

const extensions = ['pg_trgm', 'unaccent', 'btree_gist']

async function extensionsFinding(config: Config): Promise<Finding> {
  const url = await databaseAddress(config)
  if (url === undefined) return good('come with our own PostgreSQL')
  const rows = await ask<{ name: string }>(url, 'select name from pg_available_extensions where name = any($1)', [extensions])
  const missing = extensions.filter((name) => !rows.some((row) => row.name === name))
  return missing.length === 0 ? good(extensions.join(', ')) : bad(`${missing.join(', ')} missing on the server`, 'install the contrib package of PostgreSQL there (Debian: postgresql-contrib)')
}

async function clockFinding(config: Config): Promise<Finding> {
  const url = await databaseAddress(config)
  if (url === undefined) return clockDifference(0)
  const before = Date.now()
  const [row] = await ask<{ now: Date }>(url, 'select clock_timestamp() as now')
  const middle = (before + Date.now()) / 2
  return clockDifference(row ? row.now.getTime() - middle : 0)
}

/** Due times are counted in minutes: a database whose clock is two seconds off is worth a look, a minute is wrong. */
export function clockDifference(milliseconds: number): Finding {
  const apart = Math.abs(milliseconds)
  const says = `${new Date().toISOString()}, ${(apart / 1000).toFixed(1)} s from the database's`
  const remedy = 'set both machines by a time server (NTP)'
  if (apart >= 60_000) return bad(says, remedy)
  return apart >= 2000 ? look(says, remedy) : good(says)
}

function canListen(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer().once('error', () => resolve(false))
    server.listen(port, host, () => server.close(() => resolve(true)))
  })
}

function portFinding(config: Config, free: boolean): Finding {
  if (free) return good(`${config.port} is free`)
  const owner = dataDirOwner(config.dataDir)
  if (owner !== undefined) return good(`${config.port} is taken, and this installation runs (process ${owner})`)
  return bad(`${config.port} cannot be listened on at ${config.host}: another program has it, or this user may not`, 'stop the other program, or set PORT to another number')
}
