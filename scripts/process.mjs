// What every script needs: where the project is, how it speaks, how it runs and ends other programs, and a lock between two starters.
// Built-in modules only; runs on Node 18.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the project. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** A line of progress in Vietnamese and English. */
export const say = (vi, en) => console.log(`tinhso: ${vi} · ${en}`)

/** One sentence for a person, without a stack: `fail` at the top of a script prints it and ends with code 1. */
export class Stop extends Error {}

/** Runs a script's main function; a Stop is printed as its sentence, anything else with its stack. */
export async function main(run) {
  try {
    await run()
  } catch (error) {
    console.error(error instanceof Stop ? `tinhso: ${error.message}` : error)
    process.exit(1)
  }
}

const passedOn = 'SIGINT SIGTERM SIGHUP'.split(' ')

/**
 * Runs a program in the project's folder and waits for it. `quiet` keeps its output (both streams) and returns it instead of showing it.
 * Signals that reach us while it runs are passed on. Resolves to { code, output }; a program ended by a signal has code 128 + number.
 */
export function run(command, args, { env = process.env, cwd = root, quiet = false, onSpawn = () => {}, ipc = false } = {}) {
  return new Promise((resolve, reject) => {
    const stream = quiet ? 'pipe' : 'inherit'
    const child = spawn(command, args, { cwd, env, stdio: [quiet ? 'ignore' : 'inherit', stream, stream, ...(ipc ? ['ipc'] : [])] })
    let output = ''
    for (const pipe of [child.stdout, child.stderr]) pipe?.on('data', (chunk) => (output += chunk))
    const pass = (signal) => child.kill(signal)
    for (const signal of passedOn) process.on(signal, pass)
    child.once('error', reject)
    child.once('close', (code, signal) => {
      for (const name of passedOn) process.off(name, pass)
      resolve({ code: code ?? 128 + ({ SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 }[signal] ?? 0), output })
    })
    onSpawn(child)
  })
}

const alive = (pid) => {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (error.code !== 'EPERM') return false
  }
  try {
    // one that has ended but that nobody has buried does not count
    return !/^[ZX]/.test(readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, ''))
  } catch {
    return true
  }
}

/**
 * Runs `work` while no other starter in this clone does the same `name`. A lock whose owner has died (kill -9) is taken over.
 * Waits without limit, and says once that it waits.
 */
export async function alone(name, work) {
  const lock = join(root, 'build', `.lock-${name}`)
  let told = false
  for (;;) {
    try {
      mkdirSync(dirname(lock), { recursive: true })
      mkdirSync(lock)
      writeFileSync(join(lock, 'pid'), String(process.pid))
      break
    } catch (error) {
      if (error.code !== 'EEXIST') throw new Stop(`cannot write in ${root} (${error.code}); run as the user who owns the clone.`)
      if (breakDeadLock(lock)) continue
      if (!told) say('đang chờ một tiến trình khác làm cùng việc', `waiting for another start that does the same (${relative(root, lock)})`)
      told = true
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
  }
  const release = () => rmSync(lock, { recursive: true, force: true })
  process.once('exit', release)
  try {
    return await work()
  } finally {
    process.off('exit', release)
    release()
  }
}

const unowned = new Map()

// A lock without a pid is either being made at this moment or was left by a starter killed between two lines: it gets two seconds.
function breakDeadLock(lock) {
  const file = join(lock, 'pid')
  const pid = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
  if (pid > 0 ? alive(pid) : Date.now() - (unowned.get(lock) ?? unowned.set(lock, Date.now()).get(lock)) < 2000) return false
  unowned.delete(lock)
  const aside = `${lock}.dead-${process.pid}`
  try {
    renameSync(lock, aside)
    rmSync(aside, { recursive: true, force: true })
  } catch {
    // another starter was quicker
  }
  return true
}
