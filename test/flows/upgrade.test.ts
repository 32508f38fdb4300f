import { cpSync, createReadStream, mkdirSync, readFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import pg from 'pg'
import { from } from 'pg-copy-streams'
import { beforeAll, describe, expect, it } from 'vitest'
import { makeMovableClock, realNow } from '#kernel/clock'
import { uuidv7 } from '#kernel/ids'
import type { Contract } from '#kernel/contract'
import * as dossiers from '#contract/dossiers'
import * as identity from '#contract/identity'
import { projectRoot } from '#platform/config'
import { openDb, reading, sql, type Db } from '#platform/db'
import type { Actor } from '#platform/http'
import { createLog } from '#platform/log'
import { migrate, pendingMigrations } from '#platform/migrate'
import { sessionControl } from '#platform/sessions'
import { makeApplication, migrationSources, type Application } from '../../src/apps/application.ts'
import { modules } from '../../src/apps/modules.ts'
import { passwordMatches } from '../../src/modules/identity/passwords.ts'
import { successorsOf } from '../../src/modules/areas/index.ts'
import { atEnd } from '../at-end.ts'
import { citizen, officer } from '../factories/people.ts'
import { testConfig } from '../settings.ts'
import type { TestApp } from '../with-app.ts'
import { withEmptyDb } from '../with-db.ts'

const release = join(projectRoot, 'test/releases/0.1.0')
type Table = { name: string; columns: string; lines: string[] }

/** The tables and sequences of an export. */
async function readExport(): Promise<{ tables: Table[]; sequences: { name: string; last: string }[] }> {
  const tables: Table[] = []
  const sequences: { name: string; last: string }[] = []
  for await (const line of createInterface(createReadStream(join(release, 'rows.gz')).pipe(createGunzip()))) {
    const table = /^-- ([a-z_]+\.[a-z_]+) \((.*)\)$/.exec(line)
    const sequence = /^-- sequence (\S+) (\d+)$/.exec(line)
    if (table) tables.push({ name: table[1] ?? '', columns: table[2] ?? '', lines: [] })
    else if (sequence) sequences.push({ name: sequence[1] ?? '', last: sequence[2] ?? '' })
    else if (line !== '\\.') tables.at(-1)?.lines.push(line)
  }
  return { tables, sequences }
}

let db: Db
let application: Application
let app: Pick<TestApp, 'call' | 'db' | 'application'>
let before: Record<string, number>
let ran: string[]

beforeAll(async () => {
  const { url, folder } = await withEmptyDb()
  const { tables, sequences } = await readExport()
  before = Object.fromEntries(tables.map(({ name, lines }) => [name, lines.length]))
  db = openDb({ url, poolSize: 4 })
  atEnd(() => db.destroy())
  // the migrations of that release, each as it was then: none of them may have been changed since
  const old = (tables.find(({ name }) => name === 'platform.migration')?.lines ?? []).map((line) => line.split('\t'))
  const columns = (tables.find(({ name }) => name === 'platform.migration')?.columns ?? '').split(', ')
  const cell = (row: string[], name: string): string => row[columns.indexOf(name)] ?? ''
  const sources = migrationSources(projectRoot, modules).map(({ schema, folder: now }) => {
    const then = join(folder, 'migrations', schema)
    mkdirSync(then, { recursive: true })
    for (const row of old.filter((each) => cell(each, 'schema') === schema)) {
      const text = readFileSync(join(now, cell(row, 'name')), 'utf8')
      expect(createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex'), cell(row, 'name')).toBe(cell(row, 'checksum'))
      cpSync(join(now, cell(row, 'name')), join(then, cell(row, 'name')))
    }
    return { schema, folder: then }
  })
  await migrate(db, sources)
  await load(url, tables.filter(({ name }) => name !== 'platform.migration'), sequences)
  ran = await pendingMigrations(db, migrationSources(projectRoot, modules))
  const clock = makeMovableClock({ now: realNow })
  clock.moveTo(new Date('2026-11-26T02:00:00Z'))
  application = await makeApplication({ config: testConfig(folder), url, modules, log: createLog({ level: 'silent' }), openClock: async () => clock })
  atEnd(() => application.stop())
  app = { application, db, call: call as TestApp['call'] }
}, 60_000)

async function load(url: string, tables: readonly Table[], sequences: readonly { name: string; last: string }[]): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query("set session_replication_role = 'replica'")
    for (const { name, columns, lines } of tables) {
      await client.query(`delete from ${name}`)
      await pipeline(Readable.from(lines.map((line) => `${line}\n`)), client.query(from(`copy ${name} (${columns}) from stdin`)))
    }
    for (const { name, last } of sequences) await client.query('select setval($1::regclass, $2::bigint)', [name, last])
  } finally {
    await client.end()
  }
}

async function call(actor: Actor, contract: Contract, input: unknown): Promise<unknown> {
  const route = application.routes.find((each) => each.contract.name === contract.name)
  if (!route) throw new Error(`there is no route ${contract.name}`)
  const session = sessionControl({ current: null, mark: null }, { idleLockMinutes: 15, citizenIdleMinutes: 30, longestHours: 12, secure: false }, [], realNow)
  return application.dispatch({ route, actor, input, session, key: uuidv7(), correlationId: uuidv7(), ip: '127.0.0.1', locale: 'vi' })
}

describe('a database made by the previous release', () => {
  it('is taken over: every row is there, and the new migrations ran on it', async () => {
    expect(ran.length).toBeGreaterThan(8)
    expect(await pendingMigrations(db, migrationSources(projectRoot, modules))).toEqual([])
    for (const table of ['dossiers.dossier', 'dossiers.act', 'dossiers.paper', 'dossiers.document', 'identity.citizen', 'files.paper']) {
      expect((await sql<{ count: number }>`select count(*) as count from ${sql.raw(table)}`.execute(db)).rows[0]?.count, table).toBe(before[table])
    }
    // the catalogue goes on: what was published then only got its end
    const versions = await sql<{ ended: string | null }>`select valid_to as ended from procedures.version where procedure = '1.004873' and number = 1`.execute(db)
    expect(versions.rows).toEqual([{ ended: '2026-11-01' }])
    const { rows } = await sql<{ state: string }>`select distinct state from dossiers.dossier order by 1`.execute(db)
    expect(rows.map(({ state }) => state)).toEqual(['accepted', 'approved', 'awaiting_signature', 'desk_waiting', 'office_waiting', 'processing', 'refused', 'submitted', 'withdrawn'])
  })

  it('keeps its sign-ins, and what is sealed in it opens', async () => {
    const { rows: [stored] } = await sql<{ hash: string }>`select password_hash as hash from identity.officer where username = 'clerk.001'`.execute(db)
    expect(await passwordMatches(stored?.hash ?? null, 'Trinh-dien-2026')).toBe(true)
    const an = await citizen(app as TestApp, 'an')
    const { rows } = (await app.call(an, dossiers.myDossiers, {}))
    expect(rows).toHaveLength(before['dossiers.dossier'] ?? 0)
    const view = await app.call(an, dossiers.getDossier, { id: rows[0]?.id ?? '' })
    expect([view.numberMasked?.length, view.answers.length > 3, view.office.name.vi]).toEqual([expect.any(Number), true, 'Ủy ban nhân dân phường Mẫu Một'])
  })

  it('goes on in every state that is open', async () => {
    const [an, clerk, worker, chair] = [await citizen(app as TestApp, 'an'), await officer(app as TestApp, 'clerk.001'), await officer(app as TestApp, 'officer.001'), await officer(app as TestApp, 'leader.001')]
    const idIn = async (state: string): Promise<string> => (await sql<{ id: string }>`select id from dossiers.dossier where state = ${state} order by id limit 1`.execute(db)).rows[0]?.id ?? ''
    const at = async (id: string): Promise<string> => (await sql<{ state: string }>`select state from dossiers.dossier where id = ${id}`.execute(db)).rows[0]?.state ?? ''
    const steps: [state: string, who: Actor, contract: Contract, becomes: string, input?: object][] = [
      ['approved', clerk, dossiers.handOver, 'handed_over', { recipient: 'Nguyễn Thị An', relation: 'self' }], ['awaiting_signature', chair, dossiers.approve, 'approved'], ['processing', worker, dossiers.propose, 'awaiting_signature'], ['accepted', worker, dossiers.take, 'processing'],
      ['submitted', clerk, dossiers.accept, 'accepted'], ['desk_waiting', an, dossiers.withdraw, 'withdrawn', { reason: 'Không cần nữa' }], ['office_waiting', an, dossiers.withdraw, 'withdrawn', { reason: 'Không cần nữa' }],
    ]
    for (const [state, who, contract, becomes, input] of steps) {
      const id = await idIn(state)
      await app.call(who, contract as never, { id, ...input } as never)
      expect(await at(id), state).toBe(becomes)
    }
    await application.drain()
    expect((await sql`select 1 from platform.parked_event`.execute(db)).rows).toEqual([])
  })

  it('has what is new: the units before the reform, who read a dossier, and figures as they were', async () => {
    expect((await successorsOf(reading(db), { code: '99001', on: '2023-01-01' }, '2026-11-26')).map(({ name }) => name.vi)).toEqual(['Phường Mẫu Hai', 'Xã Mẫu Ba'])
    const an = await citizen(app as TestApp, 'an')
    expect((await app.call(an, identity.whoReadMine, {})).rows).toEqual([])
    const measure = application.tools.measures.get('dossiers.received')
    const counted = await measure?.count(reading(db), { period: { from: new Date('2026-11-01T00:00:00+07:00'), to: new Date('2026-12-01T00:00:00+07:00') }, by: 'agency', place: {}, now: application.tools.clock.now() })
    expect(counted?.map(({ place, denominator }) => [place, denominator])).toEqual([['Z99.001', before['dossiers.dossier']]])
  })
})
