// start.cold_ms: `npm start` in a fresh clone of the last commit, with an empty npm cache, until /readyz is 200; aim 60 s. start.cold_data_ms: from there
// until the home page, the form, the desk's sign-in and a tile of the centre answer with data. start.warm_ms: everything of the program is ended by kill -9,
// its database lives on; `npm start` again until /readyz is 200; aim 3 s. Peer: the limits of 90 s and 5 s on 2 cores. The network is part of the first one.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '#platform/config'
import { findRunningPostgres } from '#platform/postgres'
import { freePort } from '#platform/postgres/postmaster'
import { atMost, report, type Figure } from './lib/figures.ts'
import { scratch } from './lib/scratch.ts'

const { folder, remove } = scratch()
const clone = join(folder, 'clone')
const dataDir = join(folder, 'data')
const port = await freePort()
const url = `http://127.0.0.1:${port}`
// what this very run was started with must not help the one that is measured
const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(npm_|NODE_ENV|TINHSO_|PATH$)/i.test(name)))
const path = (process.env['PATH'] ?? '').split(':').filter((part) => !part.includes(projectRoot)).join(':')
const env = { ...inherited, PATH: path, PORT: String(port), PUBLIC_URL: `http://localhost:${port}`, TINHSO_DATA: dataDir, npm_config_cache: join(folder, 'cache'), npm_config_ignore_scripts: 'true' }

mkdirSync(dataDir, { mode: 0o711 })
execFileSync('git', ['clone', '--quiet', projectRoot, clone])
let program: ChildProcess | undefined
try {
  const cold = await start()
  const withData = await untilData()
  killAll()
  await untilGone()
  const warm = await start()
  const figures: Figure[] = [
    atMost('start.cold_ms', cold, 'ms', 90_000),
    { figure: 'start.cold_data_ms', value: withData, unit: 'ms', against: 'after start.cold_ms', ratio: withData / cold, target: 'shown', ok: true },
    atMost('start.warm_ms', warm, 'ms', 5_000),
  ]
  report(figures)
} finally {
  killAll()
  await endDatabase()
  remove()
}

/** `npm start` until /readyz is 200, in milliseconds. */
async function start(): Promise<number> {
  const started = performance.now()
  const child = spawn('npm', ['start'], { cwd: clone, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  program = child
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output = (output + String(chunk)).slice(-5000)))
  while (!(await answers('/readyz'))) {
    if (child.exitCode !== null) throw new Error(`npm start ended:\n${output}`)
    if (performance.now() - started > 600_000) throw new Error(`npm start does not get ready:\n${output}`)
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  return performance.now() - started
}

/** Until all four answer with what a person came for, in milliseconds. */
async function untilData(): Promise<number> {
  const started = performance.now()
  const looks: [string, RegExp][] = [
    ['/', /href="\/thu-tuc\/1\.004873"/], ['/thu-tuc/1.004873', /href="\/nop-ho-so\/1\.004873"|action="\/nop-ho-so\/1\.004873"/], ['/can-bo/dang-nhap', /type="password"/],
    ['/api/indicators/dossiers-received', /"denominator":[1-9]/],
  ]
  for (const [at, look] of looks) {
    while (!(await answers(at, look))) {
      if (performance.now() - started > 120_000) throw new Error(`${at} never showed ${look.source}`)
      await new Promise((resolve) => setTimeout(resolve, 25))
    }
  }
  return performance.now() - started
}

function answers(at: string, look?: RegExp): Promise<boolean> {
  return fetch(`${url}${at}`).then(async (answer) => answer.status === 200 && (look === undefined || look.test(await answer.text())), () => false)
}

// the whole group: npm, the launcher and the server; the database has a group of its own
function killAll(): void {
  const pid = program?.pid
  program = undefined
  if (pid === undefined) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // it is gone
  }
}

async function untilGone(): Promise<void> {
  while (await answers('/healthz')) await new Promise((resolve) => setTimeout(resolve, 10))
}

async function endDatabase(): Promise<void> {
  if ((await findRunningPostgres(dataDir)) === undefined) return
  await start().catch(() => undefined)
  if (program?.pid !== undefined) process.kill(-program.pid, 'SIGTERM')
  for (let i = 0; i < 100 && (await findRunningPostgres(dataDir)) !== undefined; i++) await new Promise((resolve) => setTimeout(resolve, 100))
}
