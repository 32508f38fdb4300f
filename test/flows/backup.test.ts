import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeMovableClock, realNow } from '#kernel/clock'
import { segmentOfLsn, segmentOfName } from '#platform/backup/archive'
import { listBackups, readManifest } from '#platform/backup/manifest'
import { restoreBackup } from '#platform/backup/restore'
import { storedAt } from '#platform/backup/stored'
import { BackupRuns, takeBackup, type TakeOptions } from '#platform/backup/take'
import type { Config } from '#platform/config'
import { openDb, sql, type Db } from '#platform/db'
import { openFiles } from '#platform/files'
import { createLog } from '#platform/log'
import { openDatabase, type OpenDatabase } from '#platform/open-database'
import { accept, submitDossier } from '#contract/dossiers'
import { makeApplication, type Application } from '../../src/apps/application.ts'
import { backupFinding, drillFinding } from '../../src/apps/cli/doctor-operations.ts'
import { checkIndexes, drill } from '../../src/apps/cli/drill.ts'
import { momentOf } from '../../src/apps/cli/restore.ts'
import { machineJobs } from '../../src/apps/machine-jobs.ts'
import { modules } from '../../src/apps/modules.ts'
import { testConfig } from '../settings.ts'

const folder = mkdtempSync(join(tmpdir(), 'tinhso-backup-'))
// the database's user must pass through when we are root
chmodSync(folder, 0o711)
const dataDir = join(folder, 'data')
const backups = join(folder, 'backups')
const archive = join(folder, 'archive')
const key = 'a key of the backups, long enough to be one'
const config: Config = { ...testConfig(dataDir), walArchive: archive }
let database: OpenDatabase
let db: Db
const take = (given: Partial<TakeOptions> = {}) => takeBackup({ url: database.url, dataDir, to: backups, release: '0.0.0', secret: config.secret, ...given })

async function withApplication<T>(at: OpenDatabase, settings: Config, work: (application: Application) => Promise<T>): Promise<T> {
  const application = await makeApplication({ config: settings, url: at.url, modules, log: createLog({ level: 'silent' }), openClock: async () => makeMovableClock({ now: realNow }) })
  try {
    return await work(application)
  } finally {
    await application.stop()
  }
}

const note = (text: string) => sql`insert into platform.event (name, subject, payload, at) values ('test.noted', ${text}, '{}', now())`.execute(db)
const noted = async (at: string): Promise<string[]> => {
  const client = new pg.Client({ connectionString: at })
  await client.connect()
  try {
    return (await client.query<{ subject: string }>("select subject from platform.event where name = 'test.noted' order by id")).rows.map(({ subject }) => subject)
  } finally {
    await client.end()
  }
}
async function notedIn(data: string): Promise<string[]> {
  const opened = await openDatabase({ databaseUrl: undefined, dataDir: data })
  try {
    return await noted(opened.url)
  } finally {
    await opened.close()
  }
}

beforeAll(async () => {
  database = await openDatabase(config)
  db = openDb({ url: database.url, poolSize: 4 })
  await withApplication(database, config, async ({ tools }) => void (await tools.files.keep(Buffer.from('%PDF-1.7 a paper'), 'application/pdf')))
})
afterAll(async () => {
  await db.destroy()
  await database.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('a backup taken while the program runs', () => {
  it('holds everything that was committed before it ended, and is restored into an empty folder', async () => {
    let running = true
    const acknowledged: string[] = []
    const writer = (async () => {
      for (let i = 0; running; i++) {
        await note(`n${i}`)
        acknowledged.push(`n${i}`)
      }
    })()
    const before = acknowledged.length
    const { folder: made, manifest } = await take()
    running = false
    await writer
    expect(acknowledged.length).toBeGreaterThan(before)
    const restored = await restoreBackup({ from: made, to: join(folder, 'one'), secret: config.secret, archive })
    const there = await notedIn(join(folder, 'one'))
    expect(acknowledged.filter((each) => !there.includes(each)).length).toBeLessThan(acknowledged.length)
    // the writer went on for a moment after the end: what it noted before the end is all there, in order
    expect(there).toEqual(acknowledged.slice(0, there.length))
    expect([restored.counts['areas.area'], manifest.files.length, readdirSync(join(folder, 'one', 'files')).length > 0]).toEqual([manifest.counts['areas.area'], 1, true])
    expect(manifest.migrations).toContain('platform/0001-platform.sql')
    expect(readFileSync(join(made, 'manifest.json'), 'utf8')).not.toContain(config.secret)
  }, 60_000)

  it('encrypted: nothing of it can be read, and only its key opens it', async () => {
    const secretly = join(folder, 'sealed')
    const { folder: made } = await take({ to: secretly, key })
    const readable = (where: string): number => spawnSync('grep', ['-rlaE', 'Phường Mẫu|%PDF-1.7 a paper', where], { encoding: 'utf8' }).stdout.split('\n').filter(Boolean).length
    expect([readable(backups) > 1, readable(secretly)]).toEqual([true, 0])
    await expect(restoreBackup({ from: made, to: join(folder, 'no'), secret: config.secret })).rejects.toThrow('TINHSO_BACKUP_KEY')
    await expect(restoreBackup({ from: made, to: join(folder, 'no'), key: `${key}!`, secret: config.secret })).rejects.toThrow('another key')
    await restoreBackup({ from: secretly, to: join(folder, 'two'), key })
    expect((await notedIn(join(folder, 'two'))).length).toBeGreaterThan(0)
  }, 60_000)

  it('is taken once at a time, is kept as often as was said, and leaves nothing half; another installation\'s stays', async () => {
    const some = join(folder, 'some')
    const [stale, fresh, foreign] = ['20250101-000000.draft', '20260101-000000.draft', '20240101-000000'].map((name) => join(some, name)) as [string, string, string]
    for (const left of [stale, fresh]) mkdirSync(left, { recursive: true })
    utimesSync(stale, new Date(0), new Date(0))
    cpSync(listBackups(backups)[0] ?? '', foreign, { recursive: true })
    const text = JSON.stringify({ ...readManifest(foreign), systemIdentifier: 'another' }, null, 1)
    writeFileSync(join(foreign, 'manifest.json'), `${text}\n${createHash('sha256').update(text).digest('hex')}\n`)
    const both = await Promise.allSettled([take({ to: some, keep: 1 }), take({ to: some, keep: 1 })])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(both.find((each) => each.status === 'rejected')?.reason).toBeInstanceOf(BackupRuns)
    await take({ to: some, keep: 1 })
    expect([listBackups(some).length, existsSync(foreign), existsSync(stale), existsSync(fresh)]).toEqual([2, true, false, true])
  }, 60_000)

  it('is refused rather than incomplete: what cannot be read is not left out', async () => {
    const files = join(dataDir, 'files')
    renameSync(files, `${files}.away`)
    writeFileSync(files, '')
    try {
      await expect(take({ to: join(folder, 'partly') })).rejects.toThrow('ENOTDIR')
      expect(readdirSync(join(folder, 'partly'))).toEqual([])
    } finally {
      rmSync(files)
      renameSync(`${files}.away`, files)
    }
  }, 60_000)
})

describe('a restore is refused, with nothing left behind, when', () => {
  const target = join(folder, 'refused')
  let made = ''
  beforeAll(() => void (made = listBackups(backups)[0] ?? ''))
  const spoilt = (name: string, spoil: (copy: string) => void): string => {
    const copy = join(folder, `spoilt-${name}`, 'b')
    cpSync(made, copy, { recursive: true })
    cpSync(join(backups, 'files'), join(folder, `spoilt-${name}`, 'files'), { recursive: true })
    spoil(copy)
    return copy
  }
  it.each<[what: string, prepare: () => Parameters<typeof restoreBackup>[0], says: string]>([
    ['the folder is not empty', () => ({ from: made, to: dataDir }), 'is not empty'],
    ['there is no backup', () => ({ from: join(folder, 'nowhere'), to: target }), 'There is no backup'],
    ['the secret is another', () => ({ from: made, to: target, secret: 'another secret that is long enough' }), 'TINHSO_SECRET has the id'],
    ['a file is damaged', () => ({ from: spoilt('byte', (copy) => writeFileSync(join(copy, 'database', 'PG_VERSION'), '19\n')), to: target }), 'PG_VERSION is damaged'],
    ['a file is missing', () => ({ from: spoilt('gone', (copy) => rmSync(join(copy, 'database', 'PG_VERSION'))), to: target }), 'PG_VERSION is missing'],
    ['a stored file is cut', () => ({ from: spoilt('cut', (copy) => { const shelf = join(copy, '..', 'files'); const [first = ''] = readdirSync(shelf); truncateSync(join(shelf, first, readdirSync(join(shelf, first))[0] ?? ''), 3) }), to: target }), 'is damaged'],
    ['the manifest was changed', () => ({ from: spoilt('manifest', (copy) => writeFileSync(join(copy, 'manifest.json'), readFileSync(join(copy, 'manifest.json'), 'utf8').replace('"0.0.0"', '"9.9.9"'))), to: target }), 'manifest.json is damaged'],
    ['the moment lies before its end', () => ({ from: made, to: target, archive, until: new Date('2020-01-01') }), 'use an earlier backup'],
    ['a newer release made it', () => ({ from: made, to: target, known: ['platform/0001-platform.sql'] }), 'made by a newer release (0.0.0, which has'],
    ['the archive is not there', () => ({ from: made, to: target, archive: join(folder, 'none'), until: 'end' }), 'There is no WAL archive'],
    ['the archive has a hole', () => {
      const holed = join(folder, 'holed')
      cpSync(archive, holed, { recursive: true })
      writeFileSync(join(holed, '00000001000000000000FFFF'), '')
      return { from: made, to: target, archive: holed, until: 'end' }
    }, 'lacks what comes before 00000001000000000000FFFF'],
    ['a moment is wanted without an archive', () => ({ from: made, to: target, until: new Date() }), 'WAL archive'],
  ])('%s', async (_, prepare, says) => {
    await expect(restoreBackup(prepare())).rejects.toThrow(says)
    expect(existsSync(target)).toBe(false)
  }, 30_000)
})

describe('any moment', () => {
  it('can be restored from the archive: the second of three, and not one that the archive does not reach', async () => {
    await note('first')
    // a paper that came after the backup: its row is in the archive, its bytes are not in the backup
    const late = await (await openFiles(join(dataDir, 'files'))).keep(Buffer.from('%PDF-1.7 a later paper'), 'application/pdf')
    await sql`insert into files.paper (id, owner_kind, owner, hash, name, type, size, scan, created_at) values (gen_random_uuid(), 'agency', 'Z99.001', ${late.hash}, 'n', 'application/pdf', ${late.size}, 'clean', now())`.execute(db)
    // another that the program stored, which keeps it beside the archive too
    const kept = await withApplication(database, config, ({ tools }) => tools.files.keep(Buffer.from('%PDF-1.7 a paper beside the archive'), 'application/pdf'))
    await sql`insert into files.paper (id, owner_kind, owner, hash, name, type, size, scan, created_at) values (gen_random_uuid(), 'agency', 'Z99.001', ${kept.hash}, 'n', 'application/pdf', ${kept.size}, 'clean', now())`.execute(db)
    const storedFiles = modules.flatMap((module) => module.storedFiles ?? [])
    await new Promise((resolve) => setTimeout(resolve, 50))
    await note('second')
    await new Promise((resolve) => setTimeout(resolve, 100))
    const { rows: [moment] } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(db)
    await new Promise((resolve) => setTimeout(resolve, 100))
    await note('third')
    await sql`select pg_switch_wal()`.execute(db)
    const segment = async () => (await sql<{ done: boolean }>`select last_archived_wal >= pg_walfile_name(pg_current_wal_lsn() - 16777216) as done from pg_stat_archiver`.execute(db)).rows[0]?.done
    for (let tries = 0; tries < 100 && !(await segment()); tries++) await new Promise((resolve) => setTimeout(resolve, 100))
    const then = await restoreBackup({ from: listBackups(backups)[0] ?? '', to: join(folder, 'then'), until: moment?.now, archive, secret: config.secret, storedFiles })
    expect([then.missing, readFileSync(storedAt(join(folder, 'then', 'files'), kept.hash), 'utf8')]).toEqual([[late.hash], '%PDF-1.7 a paper beside the archive'])
    const there = await notedIn(join(folder, 'then'))
    expect([there.includes('first'), there.includes('second'), there.includes('third')]).toEqual([true, true, false])
    await expect(restoreBackup({ from: listBackups(backups)[0] ?? '', to: join(folder, 'later'), until: new Date(Date.now() + 86_400_000), archive })).rejects.toThrow('does not reach')
    expect(existsSync(join(folder, 'later'))).toBe(false)
    const end = await restoreBackup({ from: listBackups(backups)[0] ?? '', to: join(folder, 'end'), until: 'end', archive, secret: config.secret, storedFiles, filesFrom: join(dataDir, 'files') })
    expect([end.missing, readFileSync(storedAt(join(folder, 'end', 'files'), late.hash), 'utf8')]).toEqual([[], '%PDF-1.7 a later paper'])
    expect((await notedIn(join(folder, 'end'))).slice(-3)).toEqual(['first', 'second', 'third'])
    expect([momentOf('2026-11-26 14:03').toISOString(), momentOf('2026-11-26T14:03:05Z').toISOString()]).toEqual(['2026-11-26T07:03:00.000Z', '2026-11-26T14:03:05.000Z'])
    expect(() => momentOf('yesterday')).toThrow('--until')
  }, 90_000)
})

describe('what was restored', () => {
  it('sends nothing until somebody says so, and the program goes on in it', async () => {
    const data = join(folder, 'one')
    const settings = { ...config, dataDir: data }
    const opened = await openDatabase(settings)
    try {
      await withApplication(opened, settings, async (application) => {
        const { db: there } = application.tools
        // what is told from now on has names that nothing of the lost future had
        const epoch = async (of: Db) => (await sql<{ epoch: number }>`select epoch from platform.cluster`.execute(of)).rows[0]?.epoch ?? 0
        expect(await epoch(there)).toBe((await epoch(db)) + 1)
        // its log goes into the same archive, beside what the first one wrote since the backup
        await sql`select pg_switch_wal()`.execute(there)
        const archived = async () => (await sql<{ wal: string | null; failed: number }>`select last_archived_wal as wal, failed_count as failed from pg_stat_archiver`.execute(there)).rows[0]
        for (let tries = 0; tries < 100 && !/^00000002[0-9A-F]{16}$/.test((await archived())?.wal ?? ''); tries++) await new Promise((resolve) => setTimeout(resolve, 100))
        expect(await archived()).toEqual({ wal: expect.stringMatching(/^00000002[0-9A-F]{16}$/) as string, failed: 0 })
        await sql`insert into platform.message (id, key, person, subject, template, facts, at) values (gen_random_uuid(), 'k', gen_random_uuid(), 's', 'dossiers.submitted', '{}', now())`.execute(there)
        await application.drain()
        expect((await sql<{ state: string }>`select state from platform.message where key = 'k'`.execute(there)).rows).toEqual([{ state: 'waiting' }])
        const { resumeSending } = await import('#platform/notify')
        expect([await resumeSending(there), await resumeSending(there)]).toEqual([true, false])
        await application.drain()
        expect((await sql<{ state: string }>`select state from platform.message where key = 'k'`.execute(there)).rows).toEqual([{ state: 'sent' }])
        expect([accept.name, submitDossier.name].every((name) => application.routes.some(({ contract }) => contract.name === name))).toBe(true)
      })
    } finally {
      await opened.close()
    }
  }, 60_000)

  it('is tried by a drill, which keeps what it found; the doctor looks at ages', async () => {
    expect(await drill({ ...config, backupDir: backups }, backups)).toBe(0)
    const now = new Date()
    const later = (days: number) => new Date(now.getTime() + days * 86_400_000)
    const settings = { backupDir: backups, databaseUrl: undefined, mode: 'production' as const }
    expect([backupFinding(settings, now).state, backupFinding(settings, later(2)).state, backupFinding({ ...settings, backupDir: undefined }, now).state, backupFinding({ ...settings, backupDir: join(folder, 'nothing') }, now).state]).toEqual(['good', 'bad', 'bad', 'bad'])
    expect([drillFinding(settings, now).state, drillFinding(settings, later(91)).state]).toEqual(['good', 'look'])
    const broken = join(folder, 'broken')
    cpSync(backups, broken, { recursive: true })
    rmSync(join(broken, 'drills.jsonl'))
    expect(drillFinding({ ...settings, backupDir: broken }, now).state).toBe('look')
    writeFileSync(join(listBackups(broken)[0] ?? '', 'database', 'PG_VERSION'), '19\n')
    expect(await drill({ ...config, backupDir: broken }, broken)).toBe(1)
    expect(drillFinding({ ...settings, backupDir: broken }, now)).toMatchObject({ state: 'bad', says: expect.stringContaining('damaged') as string })
  }, 90_000)
})

describe('a drill', () => {
  it('finds an index that no longer names its rows, which reading every page does not', async () => {
    for (const text of ['create function public.turn(a int) returns int immutable language sql return a', 'create table public.turned as select generate_series(1, 9) as a', 'create index on public.turned (public.turn(a))']) await sql.raw(text).execute(db)
    expect(await checkIndexes(database.url)).toBeGreaterThan(100)
    await sql.raw('create or replace function public.turn(a int) returns int immutable language sql return -a').execute(db)
    await expect(checkIndexes(database.url)).rejects.toThrow('turned')
    for (const text of ['drop table public.turned', 'drop function public.turn', 'drop extension amcheck']) await sql.raw(text).execute(db)
  }, 60_000)
})

describe('every night', () => {
  it('a backup is taken, once, and the archive is rid of what no backup needs', async () => {
    const nightly: Config = { ...config, backupDir: join(folder, 'nightly'), backupKeep: 2 }
    const [job] = machineJobs
    await withApplication(database, nightly, async ({ tools, metrics }) => {
      expect(await metrics.text()).toContain('tinhso_backup_age_seconds +Inf')
      for (let times = 0; times < 2; times++) await job?.run(tools, {})
      expect(await metrics.text()).toMatch(/tinhso_backup_age_seconds \d(\.\d+)?\n[^]*tinhso_wal_waiting_segments \d+\n/)
    })
    const [only, ...more] = listBackups(join(folder, 'nightly'))
    expect(more).toEqual([])
    const first = segmentOfLsn(readManifest(only ?? '').startLsn)
    expect(readdirSync(archive).filter((name) => /^[0-9A-F]{24}/.test(name) && segmentOfName(name) < first)).toEqual([])
    // a backup that lies elsewhere is whole by itself; the way on from it is told to be cut, not taken for the end
    await expect(restoreBackup({ from: listBackups(backups)[0] ?? '', to: join(folder, 'cut'), until: new Date(), archive })).rejects.toThrow('lacks what comes before')
  }, 60_000)
})
