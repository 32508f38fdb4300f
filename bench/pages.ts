// pages.portal_p99_ms, pages.desk_p99_ms: every page of the portal and of the desk (and the centre's), by the tables that the browser tests go through, is asked for in turns from a
// running program (one process, its own PostgreSQL) with a hundred thousand dossiers, over HTTP, in a session that was begun over HTTP; the figure is the p99 of the slowest page.
// pages.portal_kb: the largest page of the portal as it is sent, with its styles and its script, without pictures and letters.
// Peer: /healthz over the same connection in the same turns. ROWS changes the number of dossiers, TURNS the turns, ONLY keeps to addresses that hold a word.
import { Agent, request } from 'node:http'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { sql } from '#platform/db'
import { addressOf, cookieHeader, enter, isPage, makeFacts, parts, type Cast, type Entry, type Facts } from '../test/pages/index.ts'
import { citizen, officer } from '../test/factories/people.ts'
import type { TestApp } from '../test/with-app.ts'
import { applicationBeside } from './lib/beside.ts'
import { atMost, percentile, report, type Figure } from './lib/figures.ts'
import { startProgram } from './lib/program.ts'
import { scratch } from './lib/scratch.ts'
import { fillProvince } from './lib/spread.ts'

const rows = Number(process.env['ROWS'] ?? 100_000)
const turns = Number(process.env['TURNS'] ?? 60)
const only = process.env['ONLY'] ?? ''

/** People of the province that the program serves when nobody says which. */
const cast: Cast = {
  citizen: 'mai', parent: 'nhung', unproven: 'linh', clerk: 'clerk.25747', officer: 'officer.25747', leader: 'leader.25747', deputy: 'deputy.25747', administrator: 'administrator', centre: 'centre',
  asked: 'officer.28', commune: '25747', office: 'H09.25747', askedAgency: 'H09.28',
}

type Measured = { part: string; pattern: string; times: number[]; bytes: number; more: number }

const { folder, remove } = scratch()
const program = await startProgram(join(folder, 'data'))
try {
  const beside = await applicationBeside(program.dataDir, await program.databaseUrl())
  try {
    const app = beside as unknown as TestApp
    const [who, office] = [await citizen(app, cast.citizen), await officer(app, cast.officer)]
    await fillProvince(app.db, rows, { commune: cast.commune, citizen: who.id, officer: office.id })
    const facts = await makeFacts(app, cast)
    await sql`vacuum analyze`.execute(app.db)
    await measureAll(app, facts)
  } finally {
    await beside.stop()
  }
} finally {
  await program.stop()
  remove()
}

async function measureAll(app: TestApp, facts: Facts): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const cookies = new Map<string, string>()
  const pages: (Measured & { entry: Entry })[] = (['portal', 'desk', 'centre'] as const)
    .flatMap((part) => (Object.entries(parts[part]) as [string, Entry][]).filter(([pattern, entry]) => isPage(entry) && pattern.includes(only)).map(([pattern, entry]) => ({ part, pattern, entry, times: [], bytes: 0, more: 0 })))
  for (const { entry } of pages) if (!cookies.has(entry.as)) cookies.set(entry.as, cookieHeader(await enter({ url: program.url, app, cast }, entry.as, facts)))
  const peer: number[] = []
  for (let turn = -3; turn < turns; turn++) {
    for (const page of pages) {
      const { ms, bytes, body, status } = await ask(agent, addressOf(page.entry, facts), cookies.get(page.entry.as) ?? '')
      if (status !== (isPage(page.entry) ? (page.entry.status ?? 200) : 200)) throw new Error(`${page.pattern} answered ${status}`)
      if (turn === -1) Object.assign(page, { bytes, more: await weightOf(agent, body) })
      if (turn >= 0) page.times.push(ms)
      if (turn >= 0) peer.push((await ask(agent, '/healthz', '')).ms)
    }
  }
  agent.destroy()
  tell(pages, peer)
}

type Answer = { ms: number; bytes: number; body: string; status: number }

function ask(agent: Agent, path: string, cookie: string): Promise<Answer> {
  const started = performance.now()
  return new Promise((resolve, reject) => {
    const asked = request(`${program.url}${path}`, { agent, headers: { cookie, accept: 'text/html', 'accept-encoding': 'gzip' } }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (part: Buffer) => chunks.push(part))
      answer.on('end', () => {
        const ms = performance.now() - started
        const bytes = Buffer.concat(chunks)
        const whole = answer.headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes
        resolve({ ms, bytes: bytes.length, body: whole.toString('utf8'), status: answer.statusCode ?? 0 })
      })
    })
    asked.on('error', reject)
    asked.end()
  })
}

/** The styles and scripts that a page asks for, as they are sent. */
async function weightOf(agent: Agent, body: string): Promise<number> {
  let sum = 0
  for (const [, path = ''] of body.matchAll(/(?:href|src)="(\/assets\/[^"]+\.(?:css|js))"/g)) sum += (await ask(agent, path, '')).bytes
  return sum
}

function tell(pages: readonly Measured[], peer: readonly number[]): void {
  const healthz = percentile(peer, 0.5)
  const p99 = (each: Measured): number => percentile(each.times, 0.99)
  if (!process.argv.includes('--json')) {
    console.log(`${rows} dossiers, ${turns} turns; /healthz p50 ${healthz.toFixed(1)} ms, p99 ${percentile(peer, 0.99).toFixed(1)} ms`)
    for (const page of pages.toSorted((a, b) => percentile(b.times, 0.5) - percentile(a.times, 0.5))) {
      console.log(`${page.pattern.padEnd(48)} p50 ${percentile(page.times, 0.5).toFixed(1).padStart(7)}  p99 ${p99(page).toFixed(1).padStart(7)} ms  ${(page.bytes / 1000).toFixed(1).padStart(7)} kB + ${(page.more / 1000).toFixed(1)} kB`)
    }
  }
  const slowest = (...names: string[]): Measured | undefined => pages.filter(({ part }) => names.includes(part)).toSorted((a, b) => p99(b) - p99(a))[0]
  const figures: Figure[] = []
  for (const [figure, names, limit] of [['pages.portal_p99_ms', ['portal'], 60], ['pages.desk_p99_ms', ['desk', 'centre'], 120]] as const) {
    const page = slowest(...names)
    if (!page) continue
    figures.push({ ...atMost(figure, p99(page), 'ms', limit), against: `${page.pattern}; its p50 is ${(percentile(page.times, 0.5) / healthz).toFixed(0)} times that of /healthz in the same turns` })
  }
  const heaviest = pages.filter(({ part }) => part === 'portal').toSorted((a, b) => b.bytes + b.more - a.bytes - a.more)[0]
  if (heaviest) figures.push({ ...atMost('pages.portal_kb', (heaviest.bytes + heaviest.more) / 1000, 'kB', 60), against: heaviest.pattern })
  report(figures)
}
