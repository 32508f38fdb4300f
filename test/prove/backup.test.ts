// While twenty dossiers a second are handed in, a backup is taken by the command; it is restored by the command into an empty folder, and the program is started on it at another
// port. Every dossier that was acknowledged before the backup ended is there, and its desk can take it in.
// RATE and SECONDS change the run.
import { spawn } from 'node:child_process'
import { copyFileSync } from 'node:fs'
import { Agent } from 'node:http'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { uuidv7 } from '#kernel/ids'
import { findBackup, readManifest } from '#platform/backup/manifest'
import { projectRoot } from '#platform/config'
import { openDb, sql } from '#platform/db'
import { sleep } from '#platform/postgres/postmaster'
import type { Acknowledgement, Done } from '#contract/dossiers'
import { fillDrafts, gatherCitizens, gatherClerks, post, send } from '../../bench/lib/crowd.ts'
import { startProgram, type Program } from '../../bench/lib/program.ts'
import { scratch } from '../../bench/lib/scratch.ts'

const rate = Number(process.env['RATE'] ?? 20)
const seconds = Number(process.env['SECONDS'] ?? 20)
const { folder, remove } = scratch()
const dataDir = join(folder, 'data')
const running: Program[] = []
afterAll(async () => {
  for (const program of running) await program.stop()
  remove()
})

/** Runs a command of the program in a process of its own, as people do. Resolves to what it printed; throws when it failed. */
async function cli(data: string, ...args: string[]): Promise<{ text: string; ms: number }> {
  const started = performance.now()
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(projectRoot, 'src', 'apps', 'cli.ts'), ...args], { cwd: projectRoot, env: { ...process.env, TINHSO_DATA: data, LOG_LEVEL: 'error' }, stdio: ['ignore', 'pipe', 'pipe'] })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += String(chunk)))
  const code = await new Promise((resolve) => child.once('close', resolve))
  if (code !== 0) throw new Error(`${args.join(' ')}: ${text}`)
  return { text, ms: performance.now() - started }
}

it('loses nothing that was acknowledged before it ended', async () => {
  const program = await startProgram(dataDir)
  running.push(program)
  const db = openDb({ url: await program.databaseUrl(), poolSize: 2 })
  while ((await sql`select 1 from platform.seed where module = 'dossiers demonstration'`.execute(db)).rows.length === 0) await sleep(200)
  const crowd = await gatherCitizens(db, dataDir, 40)
  const drafts = await fillDrafts(db, crowd, Math.ceil((rate * (seconds + 60)) / crowd.length), 'backup')
  await db.destroy()

  const acknowledged: { at: number; body: Acknowledgement }[] = []
  const agent = new Agent({ keepAlive: true, maxSockets: 20 })
  let sending = true
  const sent: Promise<void>[] = []
  const crowding = (async () => {
    for (let i = 0; sending; i++) {
      const person = crowd[i % crowd.length]
      const draft = drafts[i % crowd.length]?.pop()
      if (!person || draft === undefined) break
      sent.push(send(agent, program.url, person, draft, uuidv7()).then(({ status, body }) => {
        expect(status, JSON.stringify(body)).toBe(200)
        acknowledged.push({ at: Date.now(), body })
      }))
      await sleep(1000 / rate)
    }
  })()
  await sleep((seconds * 1000) / 2)
  const began = acknowledged.length
  const taken = await cli(dataDir, 'backup', join(folder, 'backups'))
  const during = acknowledged.length - began
  await sleep((seconds * 1000) / 4)
  sending = false
  await crowding
  await Promise.all(sent)
  agent.destroy()

  const manifest = readManifest(findBackup(join(folder, 'backups')))
  const restored = await cli(dataDir, 'restore', join(folder, 'backups'), '--to', join(folder, 'again'))
  copyFileSync(join(dataDir, 'secret'), join(folder, 'again', 'secret'))
  const second = await startProgram(join(folder, 'again'))
  running.push(second)
  expect(second.url).not.toBe(program.url)
  const there = openDb({ url: await second.databaseUrl(), poolSize: 2 })
  const clerks = await gatherClerks(there, join(folder, 'again'))
  const promised = acknowledged.filter(({ at }) => at <= Date.parse(manifest.finishedAt)).map(({ body }) => body)
  const { rows } = await sql<{ id: string }>`select id from dossiers.dossier where id = any(${promised.map(({ id }) => id)}::uuid[])`.execute(there)
  expect(rows.length).toBe(promised.length)
  const desk = new Agent({ keepAlive: true, maxSockets: 4 })
  let accepted = 0
  for (const { id, desk: { code } } of promised) {
    const clerk = clerks.get(code)
    if (!clerk) throw new Error(`no clerk at ${code}`)
    const { status, body } = await post<Done>(desk, `${second.url}/api/dossiers/${id}/accept`, clerk, {}, uuidv7())
    expect(status, JSON.stringify(body)).toBe(200)
    accepted++
  }
  desk.destroy()
  await there.destroy()
  expect(during).toBeGreaterThan(0)
  console.log(`${acknowledged.length} acknowledged at ${rate} a second, ${during} of them during the backup; ${promised.length} before it ended, ${rows.length} found, ${accepted} accepted on ${second.url}; backup ${Math.round(taken.ms)} ms, restore ${Math.round(restored.ms)} ms`)
}, 600_000)
