import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Failure } from '#kernel/failure'
import { uuidv7 } from '#kernel/ids'
import { sql } from '#platform/db'
import { nobody, type Actor } from '#platform/http'
import { openProvince } from '#platform/province'
import { withApp, type TestApp } from '../../../test/with-app.ts'
import { changeProgrammeItem, listEntryDrafts, publishVersion, readProgramme, readProgrammeItem, type Programme } from './contract.ts'
import { takeInTable } from './import-entries.ts'
import { seed } from './seed.ts'

const programme = 'essential25'
const reason = 'Đã mở trên cả nước từ ngày 10/07/2023'
let app: TestApp
const administrator: Actor = { kind: 'officer', id: uuidv7(), role: 'administrator', agency: 'Z99.900', capacityId: uuidv7(), name: 'Quản trị', level: 0 }
beforeAll(async () => { app = await withApp({ at: '2026-11-25T02:00:00Z' }) })
const refusalOf = (work: Promise<unknown>) => work.then(() => 'done', (error: Failure) => error.code)
const read = () => app.call(nobody, readProgramme, { programme })

describe('the 25 essential services', () => {
  it('are in their order, all but the two that are an inference open, and say where the list was read', async () => {
    const { items, open, decision, source } = await read()
    expect(items.map(({ number }) => number)).toEqual(Array.from({ length: 25 }, (_, at) => at + 1))
    expect([open, decision, source.status]).toEqual([23, expect.stringContaining('06/QĐ-TTg'), 'illustrative'])
    expect(items.filter(({ status }) => status === 'pending').map(({ number, note }) => [number, note?.vi.startsWith('Suy luận')])).toEqual([[15, true], [16, true]])
    expect(new Set(items.map(({ title }) => title.vi)).size).toBe(25)
  })

  it('are opened by an administrator, who says why; it is kept who did and when, and everybody reads the reason', async () => {
    const before = await app.call(administrator, readProgrammeItem, { programme, number: 15 })
    expect([before.may, before.acts]).toEqual(['open', []])
    expect(await app.call(administrator, changeProgrammeItem, { programme, number: 15, status: 'open', reason })).toMatchObject({ status: 'open' })
    const { items, open } = await read()
    expect([open, items[14]?.status, items[14]?.changed]).toEqual([24, 'open', { at: expect.stringMatching(/^2026-11-25T02:00/), reason }])
    const after = await app.call(administrator, readProgrammeItem, { programme, number: 15 })
    expect(after).toMatchObject({ may: 'pending', acts: [{ status: 'open', reason, by: 'Quản trị' }] })
  })

  it('are opened once however many press, and closed again with another reason', async () => {
    const pressed = await Promise.all([1, 2, 3].map(() => refusalOf(app.call(administrator, changeProgrammeItem, { programme, number: 16, status: 'open', reason }))))
    expect(pressed.toSorted()).toEqual(['done', 'programme_item_unchanged', 'programme_item_unchanged'])
    app.clock.moveTo(new Date('2026-11-25T03:00:00Z'))
    await app.call(administrator, changeProgrammeItem, { programme, number: 16, status: 'pending', reason: 'Ghi nhầm, chưa có văn bản' })
    expect((await read()).items[15]).toMatchObject({ status: 'pending', changed: { reason: 'Ghi nhầm, chưa có văn bản' } })
    expect((await app.call(administrator, readProgrammeItem, { programme, number: 16 })).acts.map(({ status }) => status)).toEqual(['pending', 'open'])
  })

  it.each<[string, () => Promise<unknown>, string]>([
    ['a programme that there is not', () => app.call(nobody, readProgramme, { programme: 'essential28' }), 'programme_not_found'],
    ['a number beyond the list', () => app.call(administrator, readProgrammeItem, { programme, number: 26 }), 'programme_not_found'],
    ['a change without a reason', () => app.call(administrator, changeProgrammeItem, { programme, number: 1, status: 'pending', reason: 'a' }), 'invalid_input'],
    ['a change to what it is', () => app.call(administrator, changeProgrammeItem, { programme, number: 1, status: 'open', reason }), 'programme_item_unchanged'],
    ['a clerk who would', () => app.call({ ...administrator, role: 'clerk' }, changeProgrammeItem, { programme, number: 1, status: 'pending', reason }), 'forbidden'],
  ])('refuse %s', async (_what, work, code) => expect(await refusalOf(work())).toBe(code))

  it.each(["update procedures.programme_act set reason = 'khác'", 'delete from procedures.programme_act', 'truncate procedures.programme_act'])('keep what was done: %s', async (statement) => {
    await expect(sql.raw(statement).execute(app.db)).rejects.toMatchObject({ code: '23001' })
  })

  it('are taken in again, with another title and more codes, and what an administrator said stays', async () => {
    const provinces = join(app.folder, `provinces-${uuidv7()}`)
    mkdirSync(provinces, { recursive: true })
    for (const name of ['sample', 'national']) cpSync(join(app.application.tools.config.provinceDir, '..', name), join(provinces, name), { recursive: true })
    const path = join(provinces, 'national', 'programmes.json')
    const file = JSON.parse(readFileSync(path, 'utf8')) as { programmes: Programme[] }
    for (const item of file.programmes[0]?.items ?? []) if (item.number === 15) Object.assign(item, { title: { vi: 'Tên mới', en: 'New title' }, procedures: ['9.000101', '9.999999'] })
    writeFileSync(path, JSON.stringify(file))
    await seed.load?.({ ...app.application.tools, province: openProvince(join(provinces, 'sample')) })
    expect((await read()).items[14]).toMatchObject({ title: { vi: 'Tên mới' }, status: 'open', changed: { reason }, procedures: [{ code: '9.000101', fileable: false }] })
  })
})

describe('drafts of entries', () => {
  const drafts = (input: { lacks?: string; after?: string } = {}) => app.call(administrator, listEntryDrafts, input)
  const numbers = Array.from({ length: 120 }, (_, at) => `9.7${String(at).padStart(5, '0')}`)

  it('are none at first', async () => expect(await drafts()).toMatchObject({ drafts: [], total: 0, ready: 0, lacking: [], next: null }))

  it('are listed fifty at a time, each with what it lacks, and counted by what they lack', async () => {
    const text = `code,name,level\n${numbers.map((code, at) => `${code},Thủ tục ${at},${at % 3 === 0 ? 'Cấp xã' : ''}`).join('\n')}\n`
    await takeInTable(app.application.tools, new TextEncoder().encode(text))
    const pages = []
    for (let after: string | undefined; ;) {
      const page = await drafts(after === undefined ? {} : { after })
      pages.push(page)
      if (page.next === null) break
      after = page.next
    }
    expect(pages.map((page) => page.drafts.length)).toEqual([50, 50, 20])
    expect(pages.flatMap((page) => page.drafts.map(({ code }) => code))).toEqual(numbers)
    expect(pages[0]?.drafts[0]).toMatchObject({ title: 'Thủ tục 0', field: null, actions: [], lacks: expect.arrayContaining(['title.en', 'papers']) })
    expect(pages[0]?.lacking).toEqual(expect.arrayContaining([{ part: 'papers', count: 120 }, { part: 'level', count: 80 }]))
    const few = await drafts({ lacks: 'level' })
    expect([few.count, few.total, few.drafts.every(({ lacks }) => lacks.includes('level'))]).toEqual([80, 120, true])
    expect((await drafts({ lacks: 'moon' })).count).toBe(0)
  })

  it('that lack nothing can be published, and are drafts no longer', async () => {
    const code = numbers[7] ?? ''
    await sql`update procedures.version set lacks = '{}', body = (select body || jsonb_build_object('code', ${code}::text) from procedures.version where procedure = '9.000103') where procedure = ${code}`.execute(app.db)
    const { drafts: [only], count } = await drafts({ lacks: 'nothing' })
    expect([only?.code, only?.actions, count]).toEqual([code, ['publish'], 1])
    await app.call(administrator, publishVersion, { code, number: only?.number ?? 0, kind: 'entry' })
    expect(await drafts({ lacks: 'nothing' })).toMatchObject({ count: 0, total: 119 })
  })
})
