// While 50 citizens send forms and clerks take them in, the program, its database or both are killed at random times, at least 30 times. Afterwards:
// whatever was acknowledged is there, no code was given twice, and within a minute every notice and every PDF exists exactly once.
// KILLS and SEED change the run; the seed is printed.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Agent } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { uuidv7 } from '#kernel/ids'
import { openDb, sql, type Db } from '#platform/db'
import { clusterNameOf } from '#platform/postgres/place'
import { freePort, processesOf, readPidFile, sleep } from '#platform/postgres/postmaster'
import type { Acknowledgement, Done } from '#contract/dossiers'
import { fillDrafts, gatherCitizens, gatherClerks, post, send, type Somebody } from '../../bench/lib/crowd.ts'
import { startProgram, type Program } from '../../bench/lib/program.ts'
import { scratch } from '../../bench/lib/scratch.ts'

const kills = Number(process.env['KILLS'] ?? 36)
const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000)
const people = 50
const draftsEach = 400
const { folder, remove } = scratch()
const dataDir = join(folder, 'data')
const cluster = join(dataDir, 'postgres', 'data')

// mulberry32: the run of one seed can be repeated
let state = seed
const random = (): number => {
  state = (state + 0x6d2b79f5) | 0
  let t = Math.imul(state ^ (state >>> 15), 1 | state)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
}

const acknowledged: Acknowledgement[] = []
const takenIn = new Set<string>()
const counts = { application: 0, database: 0, both: 0, starting: 0, retries: 0 }
let port: number
let program: Program
let crowd: Somebody[]
let clerks: Map<string, Somebody>
let drafts: string[][]
let running = true
let recoverySeconds = Number.NaN

const withDb = async <T>(work: (db: Db) => Promise<T>): Promise<T> => {
  const db = openDb({ url: await program.databaseUrl(), poolSize: 2 })
  try {
    return await work(db)
  } finally {
    await db.destroy()
  }
}

beforeAll(async () => {
  port = await freePort()
  program = await startProgram(dataDir, { port })
  await withDb(async (db) => {
    while ((await sql`select 1 from platform.seed where module = 'dossiers demonstration'`.execute(db)).rows.length === 0) await sleep(200)
    crowd = await gatherCitizens(db, dataDir, people)
    clerks = await gatherClerks(db, dataDir)
    drafts = await fillDrafts(db, crowd, draftsEach, 'kills')
  })
  console.log(`seed ${seed}, ${kills} kills`)
})
afterAll(async () => {
  await program.stop()
  remove()
})

/** Does one act until it is acknowledged, with the same key each time, as a browser does whose connection broke. */
async function untilAcknowledged<T>(act: () => Promise<{ status: number; body: T }>): Promise<{ status: number; body: T }> {
  for (;;) {
    const answer = await act().catch(() => undefined)
    // 503: it says itself to come back; 409: the first try is still being done
    if (answer && answer.status !== 503 && answer.status !== 409 && answer.status < 500) return answer
    counts.retries++
    await sleep(100 + random() * 300)
  }
}

async function citizenSends(person: Somebody, own: string[]): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  while (running && own.length > 0) {
    const draft = own.pop() ?? ''
    const key = uuidv7()
    const { status, body } = await untilAcknowledged(() => send(agent, program.url, person, draft, key))
    expect(status, JSON.stringify(body)).toBe(200)
    acknowledged.push(body)
    await sleep(300 + random() * 1500)
  }
  agent.destroy()
}

/** Clerks take in what was acknowledged, one after the other, for as long as the citizens send. */
async function clerksTakeIn(): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 4 })
  for (let next = 0; running; ) {
    const sent = acknowledged[next]
    if (!sent) {
      await sleep(50)
      continue
    }
    next += 2
    const clerk = clerks.get(sent.desk.code)
    if (!clerk) throw new Error(`no clerk at ${sent.desk.code}`)
    const key = uuidv7()
    const { status, body } = await untilAcknowledged(() => post<Done>(agent, `${program.url}/api/dossiers/${sent.id}/accept`, clerk, {}, key))
    expect(status, JSON.stringify(body)).toBe(200)
    takenIn.add(sent.id)
  }
  agent.destroy()
}

/** The postmaster alone, whose children then end themselves, or all of its processes at once. */
function killDatabase(): void {
  const pid = readPidFile(cluster)?.pid
  const victims = random() < 0.5 && pid !== undefined ? [pid] : processesOf(clusterNameOf(cluster))
  for (const victim of victims) {
    try {
      process.kill(victim, 'SIGKILL')
    } catch {
      // it ended by itself
    }
  }
}

async function startAgain(): Promise<void> {
  // now and then the start itself is killed
  if (random() < 0.25) {
    const dying = startProgram(dataDir, { port, onSpawn: (child) => void setTimeout(() => child.kill('SIGKILL'), 100 + random() * 1400) })
    counts.starting++
    const started = await dying.catch(() => undefined)
    await started?.kill()
  }
  program = await startProgram(dataDir, { port })
}

async function killAndRevive(): Promise<void> {
  const target = (['application', 'database', 'both'] as const)[Math.floor(random() * 3)] ?? 'both'
  counts[target]++
  if (target !== 'application') killDatabase()
  if (target === 'database') return
  await program.kill()
  await startAgain()
}

/** What the queue holds that is not done, for the message of a failed run. */
const stuck = async (db: Db): Promise<unknown[]> =>
  (await sql`select name, state, retry_count, created_on, started_on, start_after, expire_seconds, output from pgboss.job where state <> 'completed' order by created_on limit 5`.execute(db)).rows

describe(`after ${kills} kills`, () => {
  it('was killed while people worked', async () => {
    const work = Promise.all([...crowd.map((person, i) => citizenSends(person, drafts[i] ?? [])), clerksTakeIn()])
    for (let i = 0; i < kills; i++) {
      await sleep(300 + random() * 3000)
      await killAndRevive()
    }
    await sleep(1000)
    running = false
    await work
    expect(counts.application + counts.database + counts.both).toBe(kills)
    expect(acknowledged.length).toBeGreaterThan(kills * 5)
    expect(takenIn.size).toBeGreaterThan(kills)
  })

  it('has every notice and every PDF within a minute', async () => {
    const started = Date.now()
    await withDb(async (db) => {
      for (;;) {
        const { rows: [left] } = await sql<{ notices: number; documents: number }>`
          select (select count(*)::int from dossiers.dossier d cross join lateral generate_series(1, d.acts) as n
                   where d.citizen = any(${crowd.map(({ id }) => id)}::uuid[])
                     and not exists (select 1 from platform.message m where m.key = 'dossiers:' || d.id || ':' || n and m.state = 'sent')) as notices,
                 (select count(*)::int from dossiers.document c join dossiers.dossier d on d.id = c.dossier where d.citizen = any(${crowd.map(({ id }) => id)}::uuid[]) and c.file is null) as documents`.execute(db)
        if (left?.notices === 0 && left.documents === 0) break
        if (Date.now() - started > 90_000) throw new Error(`still missing after 90 s: ${JSON.stringify(left)}; ${JSON.stringify(await stuck(db))}`)
        await sleep(200)
      }
    })
    recoverySeconds = (Date.now() - started) / 1000
    expect(recoverySeconds).toBeLessThan(60)
  })

  it('holds exactly what was acknowledged, under codes given once and without gaps', async () => {
    const ids = crowd.map(({ id }) => id)
    const { rows } = await withDb((db) => sql<{ id: string; code: string; accepted: boolean; acts: number; counted: number }>`
      select d.id, d.code, d.accepted_at is not null as accepted, d.acts, (select count(*)::int from dossiers.act a where a.dossier = d.id) as counted
        from dossiers.dossier d where d.citizen = any(${ids}::uuid[])`.execute(db))
    expect(new Map(rows.map(({ id, code }) => [id, code]))).toEqual(new Map(acknowledged.map(({ id, code }) => [id, code])))
    expect(new Set(acknowledged.map(({ code }) => code)).size).toBe(acknowledged.length)
    expect(new Set(rows.filter(({ accepted }) => accepted).map(({ id }) => id))).toEqual(takenIn)
    expect(rows.filter(({ acts, counted }) => acts !== counted)).toEqual([])
    const { rows: gaps } = await withDb((db) => sql`
      select agency, day, last from dossiers.code_counter c
       where last <> (select count(*) from dossiers.dossier d where d.code like c.agency || '-' || to_char(c.day, 'YYMMDD') || '-%')`.execute(db))
    expect(gaps).toEqual([])
  })

  it('has one notice for each act, one form 01 for each acceptance, and its bytes on disk', async () => {
    const ids = crowd.map(({ id }) => id)
    const { notices, documents } = await withDb(async (db) => ({
      notices: (await sql<{ subject: string; template: string; state: string }>`select subject, template, state from platform.message where person = any(${ids}::uuid[])`.execute(db)).rows,
      documents: (await sql<{ dossier: string; kind: string; file: string; size: number }>`
        select c.dossier, c.kind, c.file, c.size from dossiers.document c join dossiers.dossier d on d.id = c.dossier where d.citizen = any(${ids}::uuid[])`.execute(db)).rows,
    }))
    const expected = [...acknowledged.map(({ id }) => `${id} dossiers.submitted sent`), ...[...takenIn].map((id) => `${id} dossiers.accepted sent`)]
    expect(notices.map(({ subject, template, state: sent }) => `${subject} ${template} ${sent}`).sort()).toEqual(expected.sort())
    expect(documents.map(({ dossier, kind }) => `${dossier} ${kind}`).sort()).toEqual([...takenIn].map((id) => `${id} form01`).sort())
    expect(new Set(documents.map(({ file }) => file)).size).toBe(documents.length)
    for (const { file, size } of documents) {
      const bytes = readFileSync(join(dataDir, 'files', file.slice(0, 2), file.slice(2)))
      expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
      expect([createHash('sha256').update(bytes).digest('hex'), bytes.length]).toEqual([file, size])
    }
    console.log(JSON.stringify({ seed, ...counts, acknowledged: acknowledged.length, takenIn: takenIn.size, notices: notices.length, documents: documents.length, recoverySeconds }))
  })
})
