import { spawn } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartError } from '../start-error.ts'
import { bundledMajor, type Place } from './place.ts'

/** The superuser of the embedded database. */
export const superuser = 'tinhso'

/** What a PostgreSQL program sees of our environment: nothing of ours. */
export const cleanEnvironment = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }

/**
 * Makes the cluster unless it exists. It is made beside its place and moved there when whole, so a first start that was killed half-way leaves nothing
 * that looks like a database. Text sorts and folds by Unicode code point (builtin C.UTF-8), the same on every machine.
 * Throws a StartError for a folder that is not a cluster, or one of another major version.
 */
export async function createCluster(place: Place, options: { fsync: boolean }): Promise<void> {
  const version = join(place.data, 'PG_VERSION')
  if (existsSync(version)) {
    const major = readFileSync(version, 'utf8').trim()
    if (major === String(bundledMajor)) return
    throw new StartError(`The database in ${place.data} was made by PostgreSQL ${major} and this program brings ${bundledMajor}: start with the release that made it and take a backup, or set DATABASE_URL.`)
  }
  if (existsSync(place.data)) throw new StartError(`${place.data} exists and is no PostgreSQL database: move it away, or set TINHSO_DATA to another folder.`)
  for (const left of readdirSync(place.dir)) if (left.startsWith('data.draft')) rmSync(join(place.dir, left), { recursive: true, force: true })
  const output: string[] = []
  // a system without C.UTF-8 (old macOS) gets C: only the C library's own classification of letters differs
  for (const locale of ['C.UTF-8', 'C']) {
    const draft = join(place.dir, `data.draft-${locale}`)
    const result = await initdb(place, draft, locale, options.fsync)
    if (result.code === 0) return renameSync(draft, place.data)
    output.push(result.output)
    rmSync(draft, { recursive: true, force: true })
  }
  throw new StartError(`PostgreSQL could not make its database in ${place.dir}: ${lastLines(output.join('\n')) || 'it gave no reason'}.`)
}

async function initdb(place: Place, draft: string, locale: string, fsync: boolean): Promise<{ code: number | null; output: string }> {
  const passwordFile = join(place.dir, 'data.draft-password')
  mkdirSync(draft, { mode: 0o700 })
  writeFileSync(passwordFile, `${place.password}\n`, { mode: 0o600 })
  if (place.runAs) for (const path of [draft, passwordFile]) chownSync(path, place.runAs.uid, place.runAs.gid)
  const child = spawn(join(place.bin, 'initdb'), [
    '--pgdata', draft, '--username', superuser, '--pwfile', passwordFile, '--auth', 'scram-sha-256', '--encoding', 'UTF8',
    '--locale', locale, '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8', ...(fsync ? [] : ['--no-sync']),
  ], { cwd: '/', env: cleanEnvironment, stdio: ['ignore', 'pipe', 'pipe'], detached: true, ...(place.runAs && { uid: place.runAs.uid, gid: place.runAs.gid }) })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)))
  try {
    return await new Promise((resolve) => {
      child.once('error', (error) => resolve({ code: -1, output: error.message }))
      child.once('close', (code) => resolve({ code, output }))
    })
  } finally {
    rmSync(passwordFile, { force: true })
  }
}

/** The last lines of a program's output in one line, for a sentence to the operator. */
export const lastLines = (text: string, count = 3): string =>
  text.trim().split('\n').slice(-count).map((line) => line.trim()).filter(Boolean).join(' / ').replace(/\.$/, '')
