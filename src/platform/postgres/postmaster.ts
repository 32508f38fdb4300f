import { spawn, spawnSync } from 'node:child_process'
import { chownSync, closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, readSync, rmSync, statSync, truncateSync } from 'node:fs'
import { createServer } from 'node:net'
import { totalmem } from 'node:os'
import { join } from 'node:path'
import { isAlive } from '../data-dir.ts'
import { cleanEnvironment, lastLines } from './cluster.ts'
import { StartError } from '../start-error.ts'
import type { Place } from './place.ts'

/** A running PostgreSQL: `ended` resolves when it is gone, whoever's child it was. */
export type Postmaster = { pid: number; port: number; ended: Promise<void> }

export const sleep = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** A port of 127.0.0.1 that nobody listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** What postmaster.pid says, if it is there and whole. `ready` also covers a standby that answers questions. */
export function readPidFile(data: string): { pid: number; port: number; ready: boolean; stopping: boolean } | undefined {
  try {
    const lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n').map((line) => line.trim())
    const pid = Number(lines[0])
    if (!Number.isInteger(pid) || pid <= 0) return undefined
    const status = lines[7] ?? ''
    return { pid, port: Number(lines[3] ?? 0), ready: status === 'ready' || status === 'standby', stopping: status === 'stopping' }
  } catch {
    return undefined
  }
}

/** Every process of this cluster that is alive: the server's command line and its workers' titles carry the cluster's name. */
export function processesOf(clusterName: string): number[] {
  if (process.platform === 'win32') return []
  if (!existsSync('/proc/self/cmdline')) {
    const lines = spawnSync('ps', ['-axo', 'pid=,command='], { encoding: 'utf8' }).stdout?.split('\n') ?? []
    return lines.filter((line) => line.includes(clusterName)).map((line) => Number.parseInt(line, 10)).filter((pid) => pid !== process.pid)
  }
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid && commandLine(name).includes(clusterName)).map(Number)
}

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}

/**
 * Ends every process of the cluster at once, as a crash would, and waits until none is left: a new server may not share memory with them.
 * Then takes away the process file they left, which PostgreSQL would trust when its number belongs to a stranger or to an unburied process.
 */
export async function endAll(place: Place): Promise<void> {
  const { clusterName } = place
  const until = Date.now() + 20_000
  for (let pids = processesOf(clusterName); pids.length > 0; pids = processesOf(clusterName)) {
    // SIGKILL only after a while: SIGQUIT lets the server free its shared memory
    for (const pid of pids) signal(pid, Date.now() < until - 15_000 ? 'SIGQUIT' : 'SIGKILL')
    if (Date.now() > until) throw new Error(`processes ${pids.join(', ')} of an earlier database do not end`)
    await sleep(20)
  }
  if (process.platform !== 'win32') rmSync(join(place.data, 'postmaster.pid'), { force: true })
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // gone already
  }
}

/** Follows a server that is not our child: resolves when its process is gone. */
export async function untilGone(pid: number): Promise<void> {
  while (isAlive(pid)) await sleep(100)
}

const logLimit = 10 * 1024 * 1024

/** How a server runs: whether what was committed outlives a power cut, and where its write-ahead log is kept for restoring any moment. */
export type HowToRun = { durable: boolean; archive?: string | undefined }

/** Makes the folder of the archive, writable by the database's user. Throws a StartError when that cannot be done. Resolves to it. */
export function prepareArchive(folder: string, { runAs }: Place): string {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    if (runAs) chownSync(folder, runAs.uid, runAs.gid)
    return folder
  } catch (error) {
    throw new StartError(`TINHSO_WAL_ARCHIVE is ${folder}, which cannot be made or given to the database's user (${(error as NodeJS.ErrnoException).code ?? (error as Error).message}): name another folder.`)
  }
}

// a segment appears whole or not at all and outlives a power cut, since PostgreSQL then forgets its own; one that is there already was kept before a crash
const archiveCommand = (folder: string): string => `if test -f "${folder}/%f"; then cmp -s "%p" "${folder}/%f"; else cp "%p" "${folder}/%f.part" && sync "${folder}/%f.part" && mv "${folder}/%f.part" "${folder}/%f" && sync "${folder}"; fi`

/** A sixteenth of the machine's memory, from 128 MB to 1 GB: the rest is the system's own cache, and other programs'. */
const sharedMegabytes = (): number => Math.round(Math.min(1024, Math.max(128, totalmem() / 16 / 1_048_576)))

function serverArguments(place: Place, port: number, { durable, archive }: HowToRun): string[] {
  const set: Record<string, string | number> = {
    listen_addresses: '127.0.0.1', port, unix_socket_directories: '', cluster_name: place.clusterName, max_connections: 100,
    shared_buffers: `${sharedMegabytes()}MB`, huge_pages: 'off', jit: 'off', max_wal_size: '2GB', timezone: 'UTC', log_timezone: 'UTC', log_checkpoints: 'off',
    log_line_prefix: '%m [%p] %d ', password_encryption: 'scram-sha-256', fsync: durable ? 'on' : 'off', synchronous_commit: durable ? 'on' : 'off',
    full_page_writes: durable ? 'on' : 'off',
    ...(archive !== undefined && { archive_mode: 'on', archive_timeout: 60, archive_command: archiveCommand(archive) }),
  }
  return ['-D', place.data, ...Object.entries(set).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
}

/** A server that ended instead of becoming ready; `portTaken` when that was the reason. */
export class DidNotStart extends Error {
  readonly portTaken: boolean
  constructor(log: string) {
    super(`PostgreSQL did not start: ${lastLines(log) || 'it gave no reason'}`)
    this.portTaken = /could not bind|Address already in use/i.test(log)
  }
}

/**
 * Starts the server and waits until it answers (after a crash: until it has recovered). It is not bound to our terminal, so Ctrl-C reaches us
 * first, and it does not keep us alive.
 */
export async function launch(place: Place, port: number, how: HowToRun): Promise<Postmaster> {
  if (existsSync(place.log) && statSync(place.log).size > logLimit) truncateSync(place.log)
  const before = existsSync(place.log) ? statSync(place.log).size : 0
  const log = openSync(place.log, 'a', 0o600)
  const child = spawn(join(place.bin, 'postgres'), serverArguments(place, port, how), {
    cwd: '/', env: cleanEnvironment, stdio: ['ignore', log, log], detached: true, ...(place.runAs && { uid: place.runAs.uid, gid: place.runAs.gid }),
  })
  closeSync(log)
  child.unref()
  let over: string | undefined
  const ended = new Promise<void>((resolve) => {
    child.once('error', (error) => resolve(void (over = error.message)))
    child.once('exit', () => resolve(void (over = 'ended')))
  })
  for (;;) {
    if (over !== undefined) throw new DidNotStart(over === 'ended' ? readFrom(place.log, before) : over)
    const state = readPidFile(place.data)
    if (state?.ready && state.pid === child.pid) return { pid: state.pid, port, ended }
    await sleep(10)
  }
}

function readFrom(file: string, offset: number): string {
  const size = statSync(file).size
  const buffer = Buffer.alloc(Math.max(0, Math.min(size - offset, 64 * 1024)))
  const fd = openSync(file, 'r')
  readSync(fd, buffer, 0, buffer.length, size - buffer.length)
  closeSync(fd)
  return buffer.toString('utf8')
}

/** Ends a server: open transactions are rolled back, what was committed is written; after 30 s it is ended as by a crash. */
export async function shutDown(place: Place, running: Postmaster): Promise<void> {
  if (process.platform === 'win32') spawnSync(join(place.bin, 'pg_ctl'), ['stop', '-m', 'fast', '-D', place.data])
  else signal(running.pid, 'SIGINT')
  let overdue: NodeJS.Timeout | undefined
  const late = new Promise<boolean>((resolve) => (overdue = setTimeout(() => resolve(false), 30_000)))
  const ended = await Promise.race([running.ended.then(() => true), late])
  clearTimeout(overdue)
  if (!ended) await endAll(place)
}
