import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { projectRoot } from '#platform/config'
import { findRunningPostgres } from '#platform/postgres'
import { freePort } from '#platform/postgres/postmaster'

/** The program as people start it, in a process of its own on a folder of its own. */
export type Program = {
  url: string
  dataDir: string
  /** address of its database, once it runs */
  databaseUrl(): Promise<string>
  /** milliseconds from the start of the process until /readyz was 200 */
  readyMs: number
  process: ChildProcess
  /** ends it as Ctrl-C does */
  stop(): Promise<void>
  /** ends it as a power cut does: the process only, its database lives on */
  kill(): Promise<void>
}

/** Waits for /readyz; throws when the process ends first or after two minutes. */
async function untilReady(url: string, child: ChildProcess, output: () => string): Promise<void> {
  const until = Date.now() + 120_000
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`the program ended: ${output().slice(-2000)}`)
    const ready = await fetch(`${url}/readyz`).then((answer) => answer.status === 200, () => false)
    if (ready) return
    if (Date.now() > until) throw new Error(`the program does not get ready: ${output().slice(-2000)}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** Starts the server of this clone with the Node that runs this file. The web must be built. */
export async function startProgram(dataDir: string, given: { port?: number; env?: Record<string, string>; /** told of the process before it is ready */ onSpawn?: (child: ChildProcess) => void } = {}): Promise<Program> {
  const port = given.port ?? (await freePort())
  const url = `http://127.0.0.1:${port}`
  const started = performance.now()
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(projectRoot, 'src', 'apps', 'server.ts')], {
    cwd: projectRoot, stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production', PORT: String(port), PUBLIC_URL: `http://localhost:${port}`, TINHSO_DATA: dataDir, LOG_LEVEL: 'error', ...given.env },
  })
  given.onSpawn?.(child)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output = (output + String(chunk)).slice(-20_000)))
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  try {
    await untilReady(url, child, () => output)
  } catch (error) {
    child.kill('SIGKILL')
    throw error
  }
  return {
    url, dataDir, process: child, readyMs: performance.now() - started,
    async databaseUrl() {
      const maintenance = await findRunningPostgres(dataDir)
      if (maintenance === undefined) throw new Error('its database does not run')
      return maintenance.replace(/\/postgres$/, '/tinhso')
    },
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}
