import { readFileSync, existsSync, readdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { StartError } from './start-error.ts'
import { openSecret, prepareDataDir } from './data-dir.ts'

/** The folder of the project. */
export const projectRoot = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

const whole = (least: number, most: number) => z.string().regex(/^\d+$/).transform(Number).pipe(z.number().int().min(least).max(most))
const address = (...protocols: string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol))
const trimmedUrl = address('http:', 'https:').transform((text) => text.replace(/\/+$/, ''))

/**
 * Every setting there is, by the name of its environment variable. `describe` is the sentence of docs/settings.md; `meta.expects` completes
 * the sentence "NAME must be ..."; `meta.shown` is the default as the page prints it when it is worked out at start.
 */
export const settings = {
  PORT: whole(0, 65535).default(8080).describe('Port that serves the web and the API; 0 takes any free port.').meta({ expects: 'a port number from 0 to 65535' }),
  HOST: z.string().regex(/^[0-9A-Za-z.:-]+$/).default('127.0.0.1').describe('Address to listen on; 0.0.0.0 for every network of the machine.').meta({ expects: 'a host name or an IP address' }),
  PUBLIC_URL: trimmedUrl.optional().describe('Address at which people reach this installation: QR codes, sign-in and passkeys use it. Production needs https.').meta({ expects: 'an address that begins with http:// or https://', shown: '`http://localhost:PORT`' }),
  DATABASE_URL: address('postgres:', 'postgresql:').optional().describe('An external PostgreSQL, version 15 or newer. Without it the program runs its own.').meta({ expects: 'a PostgreSQL address such as postgres://user:password@host:5432/database', shown: 'own PostgreSQL below `TINHSO_DATA`' }),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).optional().describe('Least severe log line that is written (JSON lines on standard output).').meta({ expects: 'one of trace, debug, info, warn, error, silent', shown: '`warn` in demonstration, `info` in production' }),
  NODE_ENV: z.enum(['production', 'development', 'test']).default('production').describe('`development` serves the web from its sources; `npm run dev` sets it.').meta({ expects: 'production, development or test' }),
  TINHSO_DATA: z.string().min(1).optional().describe('Folder of everything that is kept: database, files, secret.').meta({ expects: 'a folder', shown: '`.tinhso` in the clone; for root `/var/lib/tinhso/` and a name made of the path of the clone' }),
  TINHSO_MODE: z.enum(['demonstration', 'production']).default('demonstration').describe('`demonstration` alone may hold invented people, simulated identity, act-as and a movable clock, and says so on every page.').meta({ expects: 'demonstration or production' }),
  TINHSO_PROVINCE: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/).optional().describe('Folder below `provinces/` that is served.').meta({ expects: 'the name of a folder below provinces/', shown: 'the name in `provinces/default.txt`' }),
  TINHSO_SECRET: z.string().min(32).optional().describe('Secret that signs cookies and encrypts citizen numbers. Keep it outside the data and its backup: without it a restored database cannot be read. Production needs it.').meta({ expects: 'at least 32 characters', shown: 'made once, in the file `secret` of `TINHSO_DATA` (demonstration)' }),
  TINHSO_SECRET_BEFORE: z.string().min(32).optional().describe('The secret until now, only while it is changed: see `npm run cli -- keys change`.').meta({ expects: 'at least 32 characters', shown: 'none' }),
  TINHSO_SESSION_IDLE_MINUTES: whole(1, 720).default(15).describe('Minutes without a request after which the session of an officer is locked.').meta({ expects: 'a number of minutes from 1 to 720' }),
  TINHSO_POOL_SIZE: whole(2, 500).default(20).describe('Most connections that this process opens to the database.').meta({ expects: 'a whole number from 2 to 500' }),
  TINHSO_TRUST_PROXY: z.string().regex(/^[0-9A-Fa-f.:/, ]+$/).transform((list) => list.split(',').map((item) => item.trim())).optional().describe('Addresses or networks of the proxies in front, with commas; only they are believed about the address of the visitor.').meta({ expects: 'IP addresses or networks with commas between, such as 127.0.0.1,10.0.0.0/8', shown: 'none' }),
  TINHSO_CLAMD: z.string().regex(/^[0-9A-Za-z.-]+:\d{1,5}$/).transform((text) => ({ host: text.replace(/:\d+$/, ''), port: Number(text.replace(/^.*:/, '')) })).optional().describe('A clamd (antivirus) that every uploaded file is shown to before it is kept; when it is away, no file is taken in.').meta({ expects: 'a host and a port such as 127.0.0.1:3310', shown: 'none: files are kept unscanned' }),
  TINHSO_BACKUP_DIR: z.string().min(1).optional().describe('Folder of backups: one is taken in it every night, and the doctor looks at their age. On another disk or machine.').meta({ expects: 'a folder', shown: 'none: backups are taken by hand' }),
  TINHSO_BACKUP_KEEP: whole(1, 3650).default(14).describe('How many of the nightly backups are kept.').meta({ expects: 'a whole number from 1 to 3650' }),
  TINHSO_BACKUP_KEY: z.string().min(32).optional().describe('Encrypts backups. Keep it where the backups are not.').meta({ expects: 'at least 32 characters', shown: 'none: backups are not encrypted' }),
  TINHSO_WAL_ARCHIVE: z.string().min(1).regex(/^[^"'%\\\n]+$/).optional().describe('Folder in which our own PostgreSQL keeps its write-ahead log, minute by minute, so that any moment can be restored.').meta({ expects: 'a folder without quotes, backslashes or %', shown: 'none: only the moments of backups can be restored' }),
  TINHSO_WEB_STAMP: z.string().regex(/^[0-9a-f]{64}$/).optional().describe('Given by `npm start`: which build of the web the server waits for. Not for people.').meta({ expects: 'a sha256 in hexadecimal digits', shown: 'any build that is there' }),
} satisfies Record<string, z.ZodType>

type Settings = { [Name in keyof typeof settings]: z.output<(typeof settings)[Name]> }

/** The settings as the program uses them. `dataDir` and `projectRoot` are absolute; `publicUrl` has no slash at its end. */
export type Config = {
  port: number
  host: string
  publicUrl: string
  databaseUrl: string | undefined
  logLevel: string
  dev: boolean
  mode: 'demonstration' | 'production'
  province: string
  provinceDir: string
  dataDir: string
  projectRoot: string
  secret: string
  secretBefore: string | undefined
  sessionIdleMinutes: number
  poolSize: number
  trustProxy: string[] | undefined
  clamd: { host: string; port: number } | undefined
  backupDir: string | undefined
  backupKeep: number
  backupKey: string | undefined
  walArchive: string | undefined
  webStamp: string | undefined
}

export type Environment = Readonly<Record<string, string | undefined>>

/**
 * Reads and checks every setting, touching nothing on disk but provinces/. Throws a StartError of one sentence that names the variable.
 * `secret` is empty when it has yet to be made (demonstration without TINHSO_SECRET).
 */
export function readConfig(env: Environment = process.env, root: string = projectRoot, uid = process.getuid?.()): Config {
  refuseUnknown(env)
  const read = Object.fromEntries(Object.keys(settings).map((name) => [name, readSetting(name as keyof Settings, env)])) as Settings
  if (read.TINHSO_MODE === 'production') refuseUnsafeProduction(read)
  const province = read.TINHSO_PROVINCE ?? defaultProvince(root)
  return {
    port: read.PORT,
    host: read.HOST,
    publicUrl: read.PUBLIC_URL ?? `http://localhost:${read.PORT}`,
    databaseUrl: read.DATABASE_URL,
    logLevel: read.LOG_LEVEL ?? (read.TINHSO_MODE === 'production' ? 'info' : 'warn'),
    dev: read.NODE_ENV === 'development',
    mode: read.TINHSO_MODE,
    province,
    provinceDir: provinceFolder(root, province),
    dataDir: read.TINHSO_DATA === undefined ? defaultDataDir(root, uid) : resolve(root, read.TINHSO_DATA),
    projectRoot: root,
    secret: read.TINHSO_SECRET ?? '',
    secretBefore: read.TINHSO_SECRET_BEFORE,
    sessionIdleMinutes: read.TINHSO_SESSION_IDLE_MINUTES,
    poolSize: read.TINHSO_POOL_SIZE,
    trustProxy: read.TINHSO_TRUST_PROXY,
    clamd: read.TINHSO_CLAMD,
    backupDir: read.TINHSO_BACKUP_DIR === undefined ? undefined : resolve(root, read.TINHSO_BACKUP_DIR),
    backupKeep: read.TINHSO_BACKUP_KEEP,
    backupKey: read.TINHSO_BACKUP_KEY,
    walArchive: read.TINHSO_WAL_ARCHIVE === undefined ? undefined : resolve(root, read.TINHSO_WAL_ARCHIVE),
    webStamp: read.TINHSO_WEB_STAMP,
  }
}

/** readConfig, then makes the data folder and, in demonstration, its secret (once, readable by the owner only). */
export function loadConfig(env: Environment = process.env, root: string = projectRoot): Config {
  const config = readConfig(env, root)
  prepareDataDir(config.dataDir)
  return { ...config, secret: config.secret || openSecret(config.dataDir) }
}

/**
 * Where data is kept when nobody says: in the clone; for root outside of it, because the database may not run as root and the clone of
 * root often lies below a folder that nobody else may enter. Two clones of root have two folders.
 */
export function defaultDataDir(root: string, uid: number | undefined): string {
  if (uid !== 0) return join(root, '.tinhso')
  return join('/var/lib/tinhso', createHash('sha256').update(root).digest('hex').slice(0, 12))
}

function readSetting(name: keyof Settings, env: Environment): unknown {
  const schema = settings[name]
  const text = env[name] === '' ? undefined : env[name]
  const result = schema.safeParse(text)
  if (result.success) return result.data
  throw new StartError(`${name} must be ${String(schema.meta()?.['expects'])}${secretive(name) ? '' : `, not "${text}"`}.`)
}

const secretive = (name: string) => ['TINHSO_SECRET', 'TINHSO_SECRET_BEFORE', 'TINHSO_BACKUP_KEY', 'DATABASE_URL'].includes(name)

function refuseUnknown(env: Environment): void {
  const unknown = Object.keys(env).find((name) => name.startsWith('TINHSO_') && !(name in settings))
  if (unknown === undefined) return
  const names = Object.keys(settings).filter((name) => name.startsWith('TINHSO_') && name !== 'TINHSO_WEB_STAMP')
  throw new StartError(`${unknown} is not a setting of this program: it knows ${names.join(', ')}.`)
}

function refuseUnsafeProduction(read: Settings): void {
  if (read.TINHSO_SECRET === undefined) throw new StartError('TINHSO_SECRET must be given in production: at least 32 characters, kept outside the data and its backup.')
  if (!read.PUBLIC_URL?.startsWith('https://')) throw new StartError('PUBLIC_URL must be given in production, as the https:// address at which people reach this installation.')
}

function defaultProvince(root: string): string {
  const file = join(root, 'provinces', 'default.txt')
  if (!existsSync(file)) throw new StartError('TINHSO_PROVINCE must name a folder below provinces/, because provinces/default.txt names none.')
  return readFileSync(file, 'utf8').trim()
}

function provinceFolder(root: string, province: string): string {
  const folder = join(root, 'provinces', province)
  if (existsSync(folder)) return folder
  const parent = join(root, 'provinces')
  const known = existsSync(parent) ? readdirSync(parent, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name) : []
  throw new StartError(`TINHSO_PROVINCE must be ${known.join(' or ') || 'the name of a folder below provinces/'}, not "${province}".`)
}
