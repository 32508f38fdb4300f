import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { uuidv7 } from '#kernel/ids'
import { inTransaction, only, reading, sql, type Tx } from '#platform/db'
import { nobody, type Actor } from '#platform/http'
import { listEvents } from '#platform/machine'
import { openProvince } from '#platform/province'
import type { Failure } from '#kernel/failure'
import { withApp, type TestApp } from '../../../test/with-app.ts'
import { getProcedure, listProcedures, publishVersion, searchProcedures, type Body } from './contract.ts'
import { findOn, shelfOf } from './search.ts'
import { seed } from './seed.ts'
import { insertDraft } from './store.ts'

const code = '1.004873'
let app: TestApp
let current: { id: string; body: Body }
const administrator: Actor = { kind: 'officer', id: uuidv7(), role: 'administrator', agency: 'Z99.900', capacityId: uuidv7(), name: 'Quản trị', level: 0 }

beforeAll(async () => {
  app = await withApp({ at: '2026-11-25T02:00:00Z' })
  current = only((await sql<{ id: string; body: Body }>`select id, body from procedures.version where procedure = ${code} and number = 2`.execute(app.db)).rows)
})
beforeEach(() => app.clock.moveTo(new Date('2026-11-25T02:00:00Z')))

/** The version in force and what comes after it. */
const versions = async () => (await sql<{ number: number; status: string; validFrom: string; validTo: string | null }>`
  select number, status, valid_from as "validFrom", valid_to as "validTo" from procedures.version where procedure = ${code} and number >= 2 order by number`.execute(app.db)).rows
const codeOf = (work: Promise<unknown>) => work.then(() => 'done', (error: Failure) => error.code)

/** Does it and takes it back, as the database's owner or as the module's own role. */
async function tried(statement: string, role?: string): Promise<string> {
  const back = new Error('taken back')
  return inTransaction(app.db, async (tx) => {
    if (role) await sql`set local role ${sql.id(role)}`.execute(tx)
    await sql.raw(statement).execute(tx)
    throw back
  }).then(() => 'kept', (error: Error & { code?: string }) => (error === back ? 'done' : (error.code ?? error.message)))
}

describe('a published version', () => {
  const where = `where procedure = '${code}' and number = 2`
  const changes = [
    `update procedures.version set body = jsonb_set(body, '{title,vi}', '"Tên khác"') ${where}`, `update procedures.version set status = 'draft', published_at = null ${where}`,
    `update procedures.version set number = 7 ${where}`, `update procedures.version set valid_from = '2000-01-01' ${where}`, `update procedures.version set published_at = now() ${where}`,
    `update procedures.version set id = gen_random_uuid() ${where}`, `update procedures.version set valid_to = '2030-01-01', number = 7 ${where}`, `delete from procedures.version ${where}`,
    'delete from procedures.version', 'truncate procedures.version',
  ]
  it.each(changes.flatMap((statement) => [[statement, 'the owner of the database', undefined], [statement, 'the module itself', 'tinhso_procedures']] as const))('cannot be changed: %s, by %s', async (statement, _who, role) => {
    expect(await tried(statement, role)).toBe('23001')
    expect(await versions()).toMatchObject([{ number: 2, status: 'published' }])
  })

  it('may be given its end, once', async () => {
    const end = (day: string) => `update procedures.version set valid_to = '${day}' ${where}`
    expect(await tried(end('2030-01-01'), 'tinhso_procedures')).toBe('done')
    expect(await tried(`${end('2030-01-01')}; ${end('2031-01-01')}`, 'tinhso_procedures')).toBe('23001')
    expect(await tried(`${end('2030-01-01')}; ${end('2030-01-01').replace("'2030-01-01'", 'null')}`)).toBe('23001')
  })
})

/** A draft of the next version under another title. */
async function draft(number: number, validFrom: string, change: Partial<Body> = {}): Promise<string> {
  const id = uuidv7()
  await inTransaction(app.db, (tx: Tx) => insertDraft(tx, { id, code, number, validFrom, validTo: null, body: { ...current.body, ...change } }))
  return id
}

describe('a draft', () => {
  it('can still be changed and thrown away, and nobody finds it', async () => {
    await draft(3, '2026-12-01')
    expect(await tried(`update procedures.version set valid_from = '2026-12-02' where procedure = '${code}' and number = 3`)).toBe('done')
    await sql`delete from procedures.version where procedure = ${code} and number = 3`.execute(app.db)
    expect(await versions()).toHaveLength(1)
  })

  it('with a fault is not published, and says what is wrong', async () => {
    await draft(3, '2026-12-01', { code: '9.999999' })
    expect(await codeOf(app.call(administrator, publishVersion, { code, number: 3 }))).toBe('procedure_version_faulty')
    expect(await versions()).toMatchObject([{ number: 2, validTo: null }, { number: 3, status: 'draft' }])
    await sql`delete from procedures.version where procedure = ${code} and number = 3`.execute(app.db)
  })

  it('is published once, however many administrators press at the same time', async () => {
    expect(await codeOf(app.call(administrator, publishVersion, { code, number: 3 }))).toBe('procedure_version_not_found')
    const elsewhere = {}
    const title = { vi: 'Giấy chứng nhận độc thân kiểu mới', en: 'New kind of single status certificate' }
    const hits = async (q: string) => (await app.call(nobody, searchProcedures, { q })).hits.map((hit) => hit.title.vi)
    const hitsElsewhere = async (q: string, on: string) => findOn(await shelfOf(elsewhere, reading(app.db), on), q, 'vi', 5).map((hit) => hit.title)
    const id = await draft(3, '2026-12-01', { title })
    expect(await hits('doc than kieu moi')).not.toContain(title.vi)
    expect(await hitsElsewhere('doc than kieu moi', '2026-12-01')).not.toContain(title.vi)

    const pressed = await Promise.all([1, 2, 3].map(() => codeOf(app.call(administrator, publishVersion, { code, number: 3 }))))
    expect(pressed.toSorted()).toEqual(['done', 'procedure_version_published', 'procedure_version_published'])
    expect(await versions()).toEqual([
      { number: 2, status: 'published', validFrom: expect.any(String), validTo: '2026-12-01' }, { number: 3, status: 'published', validFrom: '2026-12-01', validTo: null },
    ])

    // not before its day; from then on everywhere, also in a process that had the old catalogue at hand
    expect(await hits('doc than kieu moi')).not.toContain(title.vi)
    expect(await hitsElsewhere('doc than kieu moi', '2026-12-01')).toEqual([title.vi])
    app.clock.moveTo(new Date('2026-12-01T02:00:00Z'))
    expect(await hits('doc than kieu moi')).toEqual([title.vi])
    expect((await app.call(nobody, listProcedures, { fileable: 'yes' })).procedures.filter((line) => line.code === code).map((line) => line.title)).toEqual([title])
    expect(await app.call(nobody, getProcedure, { code })).toMatchObject({ version: { id, number: 3 }, inForce: true })
    // what somebody submitted under stays readable, word for word
    const before = await app.call(nobody, getProcedure, { code, version: current.id })
    expect([before.inForce, before.body.title]).toEqual([false, current.body.title])
    expect((await app.call(nobody, getProcedure, { code, on: '2026-11-30' })).version.number).toBe(2)
  })

  it('that would give a day two versions is refused', async () => {
    await draft(4, '2026-11-30')
    expect(await codeOf(app.call(administrator, publishVersion, { code, number: 4 }))).toBe('procedure_version_overlaps')
    expect((await versions()).map(({ number, validTo }) => [number, validTo])).toEqual([[2, '2026-12-01'], [3, null], [4, null]])
  })
})

describe('the catalogue of a province', () => {
  const events = async () => (await listEvents(app.db, { limit: 100 })).length
  const rows = async () => (await sql`select * from procedures.version order by id`.execute(app.db)).rows

  it('is taken in again without a change, and nothing is published twice', async () => {
    const [before, published] = [await rows(), await events()]
    await seed.load?.(app.application.tools)
    expect([await rows(), await events()]).toEqual([before, published])
  })

  it('that says otherwise what was published is refused with a sentence that names the file and the field', async () => {
    const provinces = join(app.folder, 'provinces')
    const file = join(provinces, 'national', 'procedures', `${code}.json`)
    for (const name of ['sample', 'national']) cpSync(join(app.application.tools.config.provinceDir, '..', name), join(provinces, name), { recursive: true })
    mkdirSync(provinces, { recursive: true })
    const content = JSON.parse(readFileSync(file, 'utf8')) as { versions: { body: Body }[] }
    writeFileSync(file, JSON.stringify({ ...content, versions: content.versions.map((each) => ({ ...each, body: { ...each.body, summary: { vi: 'Khác', en: 'Other' } } })) }))
    const before = await rows()
    const load = seed.load?.({ ...app.application.tools, province: openProvince(join(provinces, 'sample')) })
    await expect(load).rejects.toThrow(`${code}.json: version 1 is published in this database and cannot change (summary differs). Write what is new as another version.`)
    expect(await rows()).toEqual(before)
  })
})
