import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { dirname, join } from 'node:path'
import { StartError } from './start-error.ts'

const errorCode = (error: unknown): string => String((error as NodeJS.ErrnoException).code ?? error)

/**
 * Makes the data folder and what is missing above it. Root's folders let others pass through (0711) so that the database's own user reaches
 * its part; anybody else's folder is closed (0700). Folders that already exist keep their mode.
 */
export function prepareDataDir(dataDir: string): void {
  const mode = process.getuid?.() === 0 ? 0o711 : 0o700
  try {
    const first = mkdirSync(dataDir, { recursive: true })
    // the umask may have closed what was just made
    for (let path = dataDir; first !== undefined && path.length >= first.length; path = dirname(path)) chmodSync(path, mode)
    const probe = join(dataDir, `.probe-${process.pid}`)
    writeFileSync(probe, '')
    rmSync(probe)
  } catch (error) {
    throw new StartError(`TINHSO_DATA is ${dataDir}, where this user cannot write (${errorCode(error)}): start as the user who owns it, or set TINHSO_DATA to another folder.`)
  }
}

/** The secret of this data folder: made at the first call (256 bits, in a file of mode 0600), the same for ever after. */
export function openSecret(dataDir: string): string {
  return readOrMake(join(dataDir, 'secret'), () => randomBytes(32).toString('base64url'))
}

/** Reads a one-line file of mode 0600, or makes it whole-or-not-at-all; two makers at once agree on one content. */
export function readOrMake(file: string, make: () => string): string {
  if (!existsSync(file)) {
    const draft = `${file}.${process.pid}`
    writeFileSync(draft, `${make()}\n`, { mode: 0o600, flush: true })
    try {
      linkSync(draft, file)
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error
    } finally {
      rmSync(draft, { force: true })
    }
  }
  return readFileSync(file, 'utf8').trim()
}

type Owner = { pid: number; born: string }

// When a process began: with the pid it names one process for ever, also after the machine was started anew.
function born(pid: number): string {
  try {
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${processState(pid).split(' ')[19]}`
  } catch {
    return ''
  }
}

/** True while a process with this pid runs (also one of another user). One that has ended but that nobody has buried (a zombie) does not count. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (errorCode(error) !== 'EPERM') return false
  }
  return !/^[ZX]/.test(processState(pid))
}

// The fields of /proc/PID/stat from the third on: the second is a name that may hold spaces and brackets.
function processState(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '')
  } catch {
    return ''
  }
}

const holds = (owner: Owner) => owner.pid > 0 && isAlive(owner.pid) && (owner.born === '' || born(owner.pid) === owner.born)

/** Who uses this data folder now, if anybody alive does. */
export function dataDirOwner(dataDir: string): number | undefined {
  const owner = readOwner(join(dataDir, 'lock'))
  return owner && holds(owner) ? owner.pid : undefined
}

/**
 * Claims the data folder for this process until `release` or its death. Throws a StartError when a living process has it.
 * A claim left behind by a killed process, or by another start of the machine, does not count.
 */
export function claimDataDir(dataDir: string): { release(): void } {
  const file = join(dataDir, 'lock')
  const mine = JSON.stringify({ pid: process.pid, born: born(process.pid) } satisfies Owner)
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, mine, { mode: 0o600 })
  try {
    for (let attempt = 0; ; attempt++) {
      try {
        linkSync(draft, file)
        break
      } catch (error) {
        if (errorCode(error) !== 'EEXIST' || attempt > 20) throw error
      }
      const owner = readOwner(file)
      if (owner && holds(owner)) throw new StartError(`TINHSO_DATA ${dataDir} is in use by another start of this program (process ${owner.pid}): stop it first, or set TINHSO_DATA and PORT to others.`)
      takeAway(file)
    }
  } finally {
    rmSync(draft, { force: true })
  }
  return {
    release() {
      if (existsSync(file) && readFileSync(file, 'utf8') === mine) rmSync(file)
    },
  }
}

function readOwner(file: string): Owner | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Owner
  } catch {
    return undefined
  }
}

// The dead claim is moved aside, and looked at again: if another starter claimed in between, its claim is put back.
function takeAway(file: string): void {
  const aside = `${file}.dead-${process.pid}`
  try {
    renameSync(file, aside)
  } catch {
    return
  }
  const owner = readOwner(aside)
  try {
    if (owner && holds(owner)) linkSync(aside, file)
  } catch {
    // a third one has claimed meanwhile
  }
  rmSync(aside, { force: true })
}

/** The folders above and including `path` that other users may not pass through, from the top down. */
export function closedFolders(path: string): string[] {
  const closed: string[] = []
  for (let folder = path; ; folder = dirname(folder)) {
    if (existsSync(folder) && (statSync(folder).mode & 0o001) === 0) closed.unshift(folder)
    if (folder === dirname(folder)) return closed
  }
}
