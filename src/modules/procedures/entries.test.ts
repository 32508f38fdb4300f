import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { uuidv7 } from '#kernel/ids'
import { inTransaction, reading, sql } from '#platform/db'
import { nobody, type Actor } from '#platform/http'
import { openProvince } from '#platform/province'
import type { Failure } from '#kernel/failure'
import { startDraft } from '#contract/dossiers'
import { citizen } from '../../../test/factories/people.ts'
import { withApp, type TestApp } from '../../../test/with-app.ts'
import { getProcedure, getProcedurePage, listProcedures, publishVersion, searchProcedures, suggestProcedures, type Body } from './contract.ts'
import { currentVersion, getVersion, titlesOf } from './index.ts'
import { seed } from './seed.ts'
import { insertDraft, lockProcedure } from './store.ts'

const pigeons = '9.000101'
const guests = '9.000102'
let app: TestApp
const administrator: Actor = { kind: 'officer', id: uuidv7(), role: 'administrator', agency: 'Z99.900', capacityId: uuidv7(), name: 'Quản trị', level: 0 }
beforeAll(async () => { app = await withApp({ at: '2026-11-25T02:00:00Z' }) })

const codeOf = (work: Promise<unknown>) => work.then(() => 'done', (error: Failure) => error.code)
const stored = async () => (await sql`select * from procedures.version order by id`.execute(app.db)).rows
const read = () => reading(app.db)
/** The line of a procedure, wherever in the catalogue it stands. */
const lineOf = async (code: string, field: string) => (await app.call(nobody, listProcedures, { field })).procedures.filter((line) => line.code === code)

describe('an entry', () => {
  it('is found like any procedure, however people type, and says that it cannot be filed here', async () => {
    expect((await app.call(nobody, searchProcedures, { q: 'nuoi bo cau' })).hits[0]).toMatchObject({ code: pigeons, fileable: false, receivingAgencyKind: 'public_service_centre' })
    expect((await app.call(nobody, suggestProcedures, { q: 'pigeon' })).hits.map(({ code }) => code)).toContain(pigeons)
    expect(await lineOf(guests, 'residence')).toMatchObject([{ fileable: false, onlineLevel: 'partial' }])
    expect(await lineOf('1.004873', 'civilStatus')).toMatchObject([{ fileable: true }])
  })

  it('has a page with everything on it, and no form', async () => {
    const page = await app.call(nobody, getProcedurePage, { code: pigeons })
    expect(page).toMatchObject({ kind: 'entry', fileable: false, inForce: true, version: { number: 1, validFrom: '2026-01-01', validTo: null }, entry: { agency: { vi: 'UBND phường, xã nơi nuôi' } } })
    expect(await app.call(nobody, getProcedurePage, { code: '1.004873' })).toMatchObject({ kind: 'whole', fileable: true })
    expect(await codeOf(app.call(nobody, getProcedurePage, { code: pigeons, on: '2025-12-31' }))).toBe('procedure_not_found')
    expect(await codeOf(app.call(nobody, getProcedure, { code: pigeons }))).toBe('procedure_not_found')
    if (page.kind === 'entry') expect(await codeOf(app.call(nobody, getProcedure, { code: pigeons, version: page.version.id }))).toBe('procedure_not_found')
  })

  it('takes no dossier, and no other module sees it', async () => {
    const { version } = await app.call(nobody, getProcedurePage, { code: pigeons })
    expect(await codeOf(app.call(await citizen(app, 'an'), startDraft, { procedure: pigeons }))).toBe('procedure_not_open')
    expect(await currentVersion(read(), pigeons, '2026-11-25')).toBeUndefined()
    expect(await codeOf(getVersion(read(), version.id))).toBe('procedure_version_not_found')
    expect([...(await titlesOf(read(), [pigeons, '1.004873'])).keys()]).toEqual(['1.004873'])
  })

  it.each([
    `update procedures.version set body = '{}' where procedure = '${pigeons}'`, `update procedures.version set kind = 'whole' where procedure = '${pigeons}'`,
    `update procedures.version set lacks = '{papers}' where procedure = '${pigeons}'`, `delete from procedures.version where procedure = '${pigeons}'`,
  ])('never changes once published: %s', async (statement) => {
    await expect(sql.raw(statement).execute(app.db)).rejects.toMatchObject({ code: expect.stringMatching(/^23/) })
  })

  it('is followed by a whole procedure of the same code, which wins from its day on; the entry ends there', async () => {
    const { body } = await app.call(nobody, getProcedure, { code: '1.004873' })
    const whole: Body = { ...body, code: pigeons }
    await inTransaction(app.db, (tx) => insertDraft(tx, { id: uuidv7(), code: pigeons, number: 1, validFrom: '2026-11-25', validTo: null, body: whole }))
    expect(await app.call(nobody, getProcedurePage, { code: pigeons })).toMatchObject({ kind: 'entry' })
    expect(await app.call(administrator, publishVersion, { code: pigeons, number: 1 })).toMatchObject({ number: 1, validFrom: '2026-11-25' })
    expect(await app.call(nobody, getProcedurePage, { code: pigeons })).toMatchObject({ kind: 'whole', fileable: true })
    expect(await app.call(nobody, getProcedurePage, { code: pigeons, on: '2026-11-24' })).toMatchObject({ kind: 'entry', version: { validTo: '2026-11-25' } })
    // the whole one is of another field: the entry is no line of its own any more
    expect([await lineOf(pigeons, 'civilStatus'), await lineOf(pigeons, 'husbandry')]).toMatchObject([[{ fileable: true }], []])
  })

  it('of a code that has a whole version is not published over it', async () => {
    const page = await app.call(nobody, getProcedurePage, { code: guests })
    const entry = page.kind === 'entry' ? { ...page.entry, code: '1.004873' } : {}
    await inTransaction(app.db, (tx) => insertDraft(tx, { id: uuidv7(), code: '1.004873', kind: 'entry', number: 1, validFrom: '2026-11-26', validTo: null, body: entry }))
    expect(await codeOf(app.call(administrator, publishVersion, { code: '1.004873', number: 1, kind: 'entry' }))).toBe('procedure_version_overlaps')
    await sql`delete from procedures.version where procedure = '1.004873' and kind = 'entry'`.execute(app.db)
  })

  it('with a part missing is not published, and says which', async () => {
    await inTransaction(app.db, (tx) => lockProcedure(tx, '9.000199'))
    await inTransaction(app.db, (tx) => insertDraft(tx, { id: uuidv7(), code: '9.000199', kind: 'entry', number: 1, validFrom: '2026-11-26', validTo: null, body: { code: '9.000199' }, lacks: ['title'] }))
    const refusal = await app.call(administrator, publishVersion, { code: '9.000199', number: 1, kind: 'entry' }).then(() => undefined, (error: Failure) => error)
    expect(refusal?.code).toBe('procedure_version_faulty')
    expect(refusal?.values['faults']).toContainEqual(expect.stringMatching(/^papers:/))
  })
})

describe('the entries of a province', () => {
  it('are taken in again without a change', async () => {
    const before = await stored()
    await seed.load?.(app.application.tools)
    expect(await stored()).toEqual(before)
  })

  /** The province's folders aside, where a test may write. */
  function folders(): string {
    const provinces = join(app.folder, `provinces-${uuidv7()}`)
    mkdirSync(provinces, { recursive: true })
    for (const name of ['sample', 'national']) cpSync(join(app.application.tools.config.provinceDir, '..', name), join(provinces, name), { recursive: true })
    return provinces
  }
  const load = (provinces: string) => seed.load?.({ ...app.application.tools, province: openProvince(join(provinces, 'sample')) })
  const fileOf = (provinces: string, code: string) => join(provinces, 'sample', 'entries', `${code}.json`)
  type File = { code: string; versions: { number: number; validFrom: string; entry: Record<string, unknown> }[] }
  const written = (path: string, change: (file: File) => File) => writeFileSync(path, JSON.stringify(change(JSON.parse(readFileSync(path, 'utf8')) as File)))

  it('that say otherwise what was published are refused with the file; a new version is taken in and the old one ends', async () => {
    const provinces = folders()
    const path = fileOf(provinces, guests)
    const other = (file: File) => ({ ...file.versions[0], entry: { ...file.versions[0]?.entry, sets: 2 } }) as File['versions'][number]
    written(path, (file) => ({ ...file, versions: [other(file)] }))
    await expect(load(provinces)).rejects.toThrow(`${guests}.json: version 1 is published in this database and cannot change. Write what is new as another version.`)
    cpSync(join(app.application.tools.config.provinceDir, 'entries', `${guests}.json`), path)
    written(path, (file) => ({ ...file, versions: [...file.versions, { ...other(file), number: 2, validFrom: '2026-11-20' }] }))
    await load(provinces)
    expect(await app.call(nobody, getProcedurePage, { code: guests })).toMatchObject({ version: { number: 2 }, entry: { sets: 2 } })
    expect(await app.call(nobody, getProcedurePage, { code: guests, on: '2026-11-19' })).toMatchObject({ version: { number: 1, validTo: '2026-11-20' }, entry: { sets: 1 } })
  })

  it('are left out where a whole procedure has the code, and refused when the file has another name', async () => {
    const provinces = folders()
    writeFileSync(fileOf(provinces, '1.004873'), readFileSync(fileOf(provinces, guests), 'utf8').replaceAll(guests, '1.004873'))
    const before = await stored()
    await load(provinces)
    expect(await stored()).toEqual(before)
    writeFileSync(fileOf(provinces, '9.000104'), readFileSync(fileOf(provinces, guests)))
    await expect(load(provinces)).rejects.toThrow(/9\.000104\.json: the file, its code and the codes of its versions must be the same/)
  })
})
