// submit.per_s, submit.p99_ms, submit.ratio_raw_sql: 50 citizens at once send complete forms to a running program (one process, its own PostgreSQL, fsync
// on) over HTTP, each on a connection of their own, for ten seconds after a warm-up of two.
// Peer: the very statements of one such act, captured from this program, sent by another process straight to the same PostgreSQL in the same run, over as
// many connections as the program has, for ten seconds, with fresh ids each time. Target: at least 0.35 of that.
import { spawn } from 'node:child_process'
import { Agent } from 'node:http'
import { join } from 'node:path'
import { uuidv7 } from '#kernel/ids'
import { openDb, sql } from '#platform/db'
import { captureSubmit } from './lib/capture.ts'
import { fillDrafts, gatherCitizens, send, type Somebody } from './lib/crowd.ts'
import { atLeast, atMost, percentile, report, type Figure } from './lib/figures.ts'
import { startProgram } from './lib/program.ts'
import { scratch } from './lib/scratch.ts'

const people = 50
const seconds = 10
const warmUp = 2
// the program's own default
const connections = 20
const { folder, remove } = scratch()
const program = await startProgram(join(folder, 'data'), { env: { TINHSO_POOL_SIZE: String(connections) } })
const databaseUrl = await program.databaseUrl()
const db = openDb({ url: databaseUrl, poolSize: 4 })
try {
  await simulatedDossiersAreThere()
  const crowd = await gatherCitizens(db, program.dataDir, people)
  const drafts = await fillDrafts(db, crowd, 400, 'bench')
  await sql`analyze dossiers.draft`.execute(db)
  await rush(crowd, drafts, warmUp)
  const measured = await rush(crowd, drafts, seconds)
  const raw = await rawPerSecond(crowd)
  const perSecond = measured.times.length / seconds
  const figures: Figure[] = [
    { figure: 'submit.per_s', value: perSecond, unit: '/s', against: `raw SQL ${Math.round(raw)}/s`, ratio: perSecond / raw, target: 'shown', ok: measured.failed === 0 },
    atLeast('submit.ratio_raw_sql', perSecond / raw, '', 0.35, `the same statements straight on the same PostgreSQL: ${Math.round(raw)}/s`),
    atMost('submit.p99_ms', percentile(measured.times, 0.99), 'ms', 300),
  ]
  report(figures)
} finally {
  await db.destroy()
  await program.stop()
  remove()
}

// the load of the demonstration's own records would be measured too
async function simulatedDossiersAreThere(): Promise<void> {
  for (let i = 0; i < 300; i++) {
    const { rows } = await sql`select 1 from platform.seed where module = 'dossiers demonstration'`.execute(db)
    if (rows.length > 0) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

async function rush(crowd: readonly Somebody[], drafts: string[][], forSeconds: number): Promise<{ times: number[]; failed: number }> {
  const until = performance.now() + forSeconds * 1000
  const times: number[] = []
  let failed = 0
  await Promise.all(crowd.map(async (person, i) => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    while (performance.now() < until) {
      const draft = drafts[i]?.pop()
      if (draft === undefined) throw new Error('there were too few drafts: raise their number')
      const started = performance.now()
      const { status } = await send(agent, program.url, person, draft, uuidv7())
      if (status === 200) times.push(performance.now() - started)
      else failed++
    }
    agent.destroy()
  }))
  return { times, failed }
}

/** Captures one act in this process, then lets another process replay its statements. */
async function rawPerSecond(crowd: readonly Somebody[]): Promise<number> {
  const script = await captureSubmit(program.dataDir, databaseUrl, crowd)
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', new URL('./lib/replay.ts', import.meta.url).pathname], { stdio: ['pipe', 'pipe', 'inherit'] })
  child.stdin.end(JSON.stringify({ url: databaseUrl, connections, seconds, script }))
  let output = ''
  child.stdout.on('data', (chunk) => (output += String(chunk)))
  await new Promise((resolve) => child.once('close', resolve))
  return (JSON.parse(output) as { perSecond: number }).perSecond
}
