import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { writeManifest } from '#platform/backup/manifest'
import { storedAt } from '#platform/backup/stored'
import { projectRoot } from '#platform/config'
import { sql } from '#platform/db'
import { keyIdOf } from '#platform/keys'
import { askFinding, questions } from '../src/apps/cli/doctor-operations.ts'
import { withApp, type TestApp } from './with-app.ts'
import { withEmptyDb } from './with-db.ts'
import { migrationsFinding, roomFinding, secretFinding, storedFinding } from '../src/apps/cli/doctor-storage.ts'

let app: TestApp
beforeAll(async () => void (app = await withApp({ at: '2026-11-25T02:00:00Z' })))

describe('room for backups', () => {
  const backupOf = (size: number): string => {
    const backupDir = join(app.folder, `backups-${size}`)
    mkdirSync(join(backupDir, '20261125-013000'), { recursive: true })
    writeFileSync(join(backupDir, '20261125-013000', 'manifest.json'), writeManifest({
      version: 1, release: '0.1.0', startedAt: '2026-11-25T01:30:00Z', finishedAt: '2026-11-25T01:31:00Z', startLsn: '0/1', stopLsn: '0/2', systemIdentifier: '1', server: 18, migrations: [],
      counts: {}, keyId: '', encrypted: false, files: [], database: [{ path: 'database/x', size, sha256: '0'.repeat(64) }],
    }))
    return backupDir
  }
  it.each<[what: string, settings: () => Parameters<typeof roomFinding>[0], free: number, state: string]>([
    ['nothing asked for', () => ({ backupDir: undefined, walArchive: undefined, databaseUrl: undefined }), 0, 'good'],
    ['a server of the operator', () => ({ backupDir: '/x', walArchive: undefined, databaseUrl: 'postgres://x' }), 0, 'good'],
    ['room for the next one', () => ({ backupDir: backupOf(10e9), walArchive: undefined, databaseUrl: undefined }), 50e9, 'good'],
    ['no room for another of 10 GB', () => ({ backupDir: backupOf(10e9), walArchive: undefined, databaseUrl: undefined }), 11e9, 'bad'],
    ['little room', () => ({ backupDir: backupOf(1e9), walArchive: undefined, databaseUrl: undefined }), 4e9, 'look'],
    ['an archive that is nearly full', () => ({ backupDir: undefined, walArchive: '/archive', databaseUrl: undefined }), 0.9e9, 'bad'],
  ])('%s', (_, settings, free, state) => {
    const finding = roomFinding(settings(), () => free)
    expect([finding.state, finding.remedy === undefined]).toEqual([state, state === 'good'])
  })
})

describe('migrations', () => {
  const ask = async () => migrationsFinding(app.url, { projectRoot })
  it('are told before they run, and a database of a newer release is named', async () => {
    expect((await ask()).state).toBe('good')
    const { rows: [row] } = await sql<{ checksum: string }>`delete from platform.migration where schema = 'platform' and name = '0003-messages.sql' returning checksum`.execute(app.db)
    expect(await ask()).toMatchObject({ state: 'look', says: 'the next start runs 1: platform/0003-messages.sql', remedy: expect.stringContaining('backup') as string })
    await sql`insert into platform.migration (schema, name, checksum) values ('platform', '0003-messages.sql', 'changed'), ('platform', '9999-later.sql', 'x')`.execute(app.db)
    expect(await ask()).toMatchObject({ state: 'bad', says: expect.stringContaining('changed since it ran') as string, remedy: expect.stringContaining('put the file back') as string })
    await sql`update platform.migration set checksum = ${row?.checksum} where name = '0003-messages.sql'`.execute(app.db)
    expect(await ask()).toMatchObject({ state: 'bad', says: expect.stringContaining('newer release') as string, remedy: expect.stringContaining('start that release') as string })
    await sql`delete from platform.migration where name = '9999-later.sql'`.execute(app.db)
    expect((await ask()).state).toBe('good')
  })
  it('of a database that is empty are no fault, nor of one that does not run', async () => {
    expect((await migrationsFinding((await withEmptyDb()).url, { projectRoot })).state).toBe('good')
    expect((await migrationsFinding(undefined, { projectRoot })).state).toBe('good')
  })
})

it.each<[what: string, given: (right: string) => { secret: string; secretBefore: string | undefined }, state: string]>([
  ['the right one', (right) => ({ secret: right, secretBefore: undefined }), 'good'],
  ['another', () => ({ secret: 'another secret that is long enough', secretBefore: undefined }), 'bad'],
  ['none', () => ({ secret: '', secretBefore: undefined }), 'bad'],
  ['a new one beside the old', (right) => ({ secret: 'another secret that is long enough', secretBefore: right }), 'look'],
])('the secret: %s', async (_, given, state) => {
  const { secret } = app.application.tools.config
  const finding = await secretFinding(app.url, given(secret))
  expect([finding.state, finding.says.includes(keyIdOf(secret)), finding.says.includes(secret)]).toEqual([state, true, false])
})

it('stored files: what is missing, holds other bytes or is a stranger is named', async () => {
  const { files, config } = app.application.tools
  const ask = async () => storedFinding(app.url, config)
  const { hash, size } = await files.keep(Buffer.from('%PDF-1.7 a paper'), 'application/pdf')
  await sql`insert into files.paper (id, owner_kind, owner, hash, name, type, size, scan, created_at) values (gen_random_uuid(), 'agency', 'Z99.001', ${hash}, 'n', 'application/pdf', ${size}, 'clean', now())`.execute(app.db)
  expect((await ask()).state).toBe('good')
  const path = storedAt(join(config.dataDir, 'files'), hash)
  const stranger = join(dirname(path), 'notes.txt')
  writeFileSync(stranger, '')
  expect(await ask()).toMatchObject({ state: 'look', says: expect.stringContaining('notes.txt') as string })
  rmSync(stranger)
  renameSync(path, `${path}.away`)
  expect(await ask()).toMatchObject({ state: 'bad', says: expect.stringContaining('1 are missing and 0 hold') as string })
  writeFileSync(path, 'other bytes')
  expect(await ask()).toMatchObject({ state: 'bad', says: expect.stringContaining('0 are missing and 1 hold') as string })
  renameSync(`${path}.away`, path)
  expect((await ask()).state).toBe('good')
})

it.each<[name: string, break_: string, mend: string, state: string]>([
  ['sending', "insert into platform.setting (name, value) values ('sending', '\"paused\"')", "delete from platform.setting where name = 'sending'", 'look'],
  ['sending', "insert into platform.message (id, key, person, subject, template, facts, at, state) values (gen_random_uuid(), 'broken', gen_random_uuid(), 's', 't', '{}', now(), 'dead')", "delete from platform.message where key = 'broken'", 'look'],
  ['sending', "insert into platform.message (id, key, person, subject, template, facts, at, next_at) values (gen_random_uuid(), 'broken', gen_random_uuid(), 's', 't', '{}', now(), now() - interval '1 hour')", "delete from platform.message where key = 'broken'", 'look'],
  ['events', "insert into platform.parked_event (subscription, epoch, xid, id, subject, attempts, next_at, needs_person) select min(name), 1, '1', 1, 's', 10, now(), true from platform.subscription", 'delete from platform.parked_event', 'bad'],
  ['jobs', "insert into pgboss.job (name, data, state) values ('dead', '{}', 'created')", "delete from pgboss.job where name = 'dead'", 'look'],
])('%s, broken by %s, is seen, and mended it is good', async (name, spoil, mend, state) => {
  const ask = () => askFinding(app.url, questions.find((question) => question.name === name)!)
  await sql.raw(spoil).execute(app.db)
  const found = await ask()
  await sql.raw(mend).execute(app.db)
  expect([found.state, found.remedy === undefined, (await ask()).state]).toEqual([state, false, 'good'])
})
