import { strToU8, zipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Failure } from '#kernel/failure'
import { uuidv7 } from '#kernel/ids'
import { sql } from '#platform/db'
import { nobody, type Actor } from '#platform/http'
import { withApp, type TestApp } from '../../../test/with-app.ts'
import { getProcedurePage, publishVersion, searchProcedures, type EntryDraft } from './contract.ts'
import { columns, merged } from './import-columns.ts'
import { importLimits, takeInTable } from './import-entries.ts'
import { readSheetRows } from './import-file.ts'

let app: TestApp
const administrator: Actor = { kind: 'officer', id: uuidv7(), role: 'administrator', agency: 'Z99.900', capacityId: uuidv7(), name: 'Quản trị', level: 0 }
beforeAll(async () => { app = await withApp({ at: '2026-11-25T02:00:00Z' }) })

const utf8 = (text: string) => new TextEncoder().encode(text)
const taken = (text: string | Uint8Array, dryRun = false) => takeInTable(app.application.tools, typeof text === 'string' ? utf8(text) : text, { dryRun })
const refusalOf = (work: Promise<unknown>) => work.then(() => 'taken', (error: Failure) => error.code)
const rows = async () => (await sql`select * from procedures.version order by id`.execute(app.db)).rows
const draftOf = async (code: string) => (await sql<{ body: EntryDraft; lacks: string[]; status: string; number: number }>`select body, lacks, status, number from procedures.version where procedure = ${code}`.execute(app.db)).rows

/** A workbook as programs for tables write it; `cell` makes a cell of its text. */
function workbook(table: readonly (readonly string[])[], { cell = (text: string, at: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`, more = {} }: { cell?: (text: string, at: string) => string; more?: Record<string, Uint8Array> } = {}): Uint8Array {
  const sheet = table.map((row, y) => `<row r="${y + 1}">${row.map((text, x) => cell(text, `${String.fromCodePoint(65 + x)}${y + 1}`)).join('')}</row>`).join('')
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  return zipSync({
    '[Content_Types].xml': strToU8(`<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/></Types>`),
    'xl/workbook.xml': strToU8('<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>'),
    'xl/_rels/workbook.xml.rels': strToU8('<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'),
    'xl/worksheets/sheet1.xml': strToU8(`<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${sheet}</sheetData></worksheet>`),
    ...more,
  })
}

const table = [['Mã TTHC', 'Tên thủ tục', 'Lĩnh vực', 'Cấp thực hiện', 'Mức độ'], ['9.100001', 'Cấp giấy mẫu', 'Đường bộ', 'Cấp Tỉnh', 'Toàn trình'], ['9.100002', 'Cấp, đổi giấy "mẫu"', '', 'Cấp Xã', '']]
const quoted = (cells: readonly string[], sign: string) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(sign)

describe('a table', () => {
  it.each([
    ['commas', utf8(table.map((cells) => quoted(cells, ',')).join('\n'))],
    ['semicolons, the mark of UTF-8 and Windows line ends', utf8(`\uFEFF${table.map((cells) => quoted(cells, ';')).join('\r\n')}\r\n`)],
    ['tabs', utf8(table.map((cells) => quoted(cells, '\t')).join('\n'))],
    ['separate accents', utf8(table.map((cells) => quoted(cells, ',')).join('\n').normalize('NFD'))],
    ['a workbook', workbook(table)],
  ])('is the same with %s', async (_how, bytes) => {
    expect((await readSheetRows(bytes)).map(({ cells }) => cells)).toEqual(table)
  })

  it('names the line on which a row begins, also after cells of several lines', async () => {
    const read = await readSheetRows(utf8('code,name\n9.1,"một\nhai\nba"\n\n9.2,bốn\n'))
    expect(read.map(({ line, cells }) => [line, cells[0]])).toEqual([[1, 'code'], [2, '9.1'], [6, '9.2']])
  })

  it('of a workbook keeps the zeros at the end of a code, and the text of a date', async () => {
    const bytes = workbook([['code', 'name'], ['9.100010', 'x']], { cell: (text, at) => (text.startsWith('9') ? `<c r="${at}"><v>${text}</v></c>` : `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`) })
    expect((await readSheetRows(bytes))[1]?.cells[0]).toBe('9.100010')
  })
})

describe('a file that means harm or is none is refused with a code, and nothing is written', () => {
  const zeros = new Uint8Array(importLimits.unpacked + 1)
  const formula = (text: string, at: string) => (at === 'B2' ? `<c r="${at}"><f>HYPERLINK("http://x")</f><v>1</v></c>` : `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`)
  it.each<[string, () => Uint8Array, string]>([
    ['larger than a table is', () => new Uint8Array(importLimits.bytes + 1), 'import_too_large'],
    ['a zip bomb', () => workbook(table, { more: { 'xl/media/bomb.xml': zeros } }), 'import_too_large'],
    ['a workbook of thousands of parts', () => workbook(table, { more: Object.fromEntries(Array.from({ length: importLimits.parts }, (_, n) => [`xl/${n}.xml`, strToU8('x')])) }), 'import_too_large'],
    ['more rows than a table has', () => utf8(`code,name\n${'9.1,x\n'.repeat(importLimits.rows + 1)}`), 'import_too_large'],
    ['a workbook with a formula', () => workbook(table, { cell: formula }), 'import_formulas'],
    ['a workbook with entities', () => workbook(table, { more: { 'xl/sharedStrings.xml': strToU8('<!DOCTYPE a [<!ENTITY b "c">]><sst/>') } }), 'import_not_a_table'],
    ['a zip that is no workbook', () => zipSync({ 'a.txt': strToU8('a') }), 'import_not_a_table'],
    ['half a workbook', () => workbook(table).subarray(0, 300), 'import_not_a_table'],
    ['an old workbook', () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0]), 'import_not_a_table'],
    ['another encoding of Vietnamese', () => new Uint8Array([0x63, 0x6f, 0x64, 0x65, 0x2c, 0xd0, 0xe3, 0x0a]), 'import_wrong_encoding'],
    ['UTF-16', () => new Uint8Array(Buffer.from('\uFEFFcode,name', 'utf16le')), 'import_wrong_encoding'],
    ['a quote that never ends', () => utf8('code,name\n9.1,"x\n'), 'import_not_a_table'],
    ['a table without codes', () => utf8('tên,lĩnh vực\na,b\n'), 'import_no_columns'],
    ['nothing at all', () => new Uint8Array(0), 'import_no_columns'],
    ['a picture', () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]), 'import_wrong_encoding'],
  ])('%s', async (_what, bytes, code) => {
    const before = await rows()
    expect(await refusalOf(taken(bytes()))).toBe(code)
    expect(await rows()).toEqual(before)
  })
})

const first = 'code,name,field,level,online,unknown\n9.200001,Cấp phép thả diều,Văn hoá,Cấp Xã,full,x\n9.200002,Đổi giấy phép thả diều,,cấp tỉnh,một phần,\n'

describe('taking a table in', () => {
  it('says beforehand what it would do, and does nothing', async () => {
    const before = await rows()
    const report = await taken(first, true)
    expect(report).toMatchObject({ dryRun: true, totals: { new: 2, changed: 0, same: 0, published: 0, refused: 0 }, ignored: ['unknown'] })
    expect(await rows()).toEqual(before)
  })

  it('makes drafts, says what each lacks, and nobody finds them', async () => {
    const { lines, totals } = await taken(first)
    expect(totals).toEqual({ new: 2, changed: 0, same: 0, published: 0, refused: 0 })
    expect(lines[0]).toMatchObject({ line: 2, code: '9.200001', outcome: 'new', reason: null, unread: [] })
    expect(lines[0]?.lacks).toEqual(expect.arrayContaining(['title.en', 'shortTitle', 'summary', 'field.code', 'field.name.en', 'papers', 'steps', 'sources']))
    expect(lines[0]?.lacks).not.toEqual(expect.arrayContaining(['title']))
    expect(await draftOf('9.200001')).toEqual([{
      status: 'draft', number: 1001, lacks: lines[0]?.lacks, body: { code: '9.200001', title: { vi: 'Cấp phép thả diều' }, field: { name: { vi: 'Văn hoá' } }, level: 'commune', onlineLevel: 'full' },
    }])
    expect((await app.call(nobody, searchProcedures, { q: 'tha dieu' })).hits.map(({ code }) => code)).not.toContain('9.200001')
    expect(await refusalOf(app.call(nobody, getProcedurePage, { code: '9.200001' }))).toBe('procedure_not_found')
  })

  it('again changes nothing at all', async () => {
    const before = await rows()
    expect((await taken(first)).totals).toEqual({ new: 0, changed: 0, same: 2, published: 0, refused: 0 })
    expect(await rows()).toEqual(before)
  })

  it('with one row changed changes that draft only, and keeps what somebody added to it', async () => {
    await sql`update procedures.version set body = body || '{"sets": 2}' where procedure = '9.200001'`.execute(app.db)
    const other = await draftOf('9.200002')
    const { lines } = await taken(first.replace('Cấp phép thả diều', 'Cấp phép thả diều to').replace(',full,', ',partial,'))
    expect(lines.map(({ outcome }) => outcome)).toEqual(['changed', 'same'])
    expect((await draftOf('9.200001'))[0]?.body).toMatchObject({ title: { vi: 'Cấp phép thả diều to' }, sets: 2, onlineLevel: 'partial' })
    expect(await draftOf('9.200002')).toEqual(other)
  })

  it('by two at the same time makes each draft once', async () => {
    const text = 'code,name\n9.200011,Một\n9.200012,Hai\n'
    const reports = await Promise.all([taken(text), taken(text), taken(text)])
    expect(reports.map(({ totals }) => totals.new).toSorted((a, b) => a - b)).toEqual([0, 0, 2])
    expect(await draftOf('9.200011')).toHaveLength(1)
  })

  it('never touches what is published, whole or entry, and says so', async () => {
    const before = await rows()
    const { lines } = await taken('code,name\n1.004873,Tên khác\n9.000101,Tên khác\n')
    expect(lines.map(({ outcome }) => outcome)).toEqual(['published', 'published'])
    expect(await rows()).toEqual(before)
  })

  it('refuses lines one by one, each with its reason, and takes in the others', async () => {
    const { lines, totals } = await taken(`code,name,level,online\n,Không mã,,\n12,Mã sai,,\n9.300001,,,\n9.300002,=cmd|x,,\n9.300003,${'x'.repeat(4001)},,\n9.300004,Được,cấp huyện,mức 9\n9.300004,Lần hai,,\n`)
    expect(lines.map(({ line, outcome, reason }) => [line, outcome, reason])).toEqual([
      [2, 'refused', 'no_code'], [3, 'refused', 'wrong_code'], [4, 'refused', 'no_title'], [5, 'refused', 'formula'], [6, 'refused', 'too_long'], [7, 'new', null], [8, 'refused', 'code_twice'],
    ])
    expect(lines[5]).toMatchObject({ unread: ['level', 'onlineLevel'], lacks: expect.arrayContaining(['level', 'onlineLevel']) })
    expect(totals).toEqual({ new: 1, changed: 0, same: 0, published: 0, refused: 6 })
    expect((await draftOf('9.300004'))[0]?.body).toEqual({ code: '9.300004', title: { vi: 'Được' } })
  })

  it('understands its other columns', async () => {
    const head = 'Mã số TTHC;Tên TTHC;Thời hạn giải quyết;Đối tượng;Căn cứ pháp lý;Nơi tiếp nhận;Cơ quan thực hiện;Kết quả;Hệ thống giải quyết;Việc trong đời'
    await taken(`${head}\n9.400001;Một;5 ngày làm việc;"Cá nhân; Tổ chức";Luật A;Công an;UBND xã;Giấy;hệ thống của bộ;Nhà đất\n`)
    expect((await draftOf('9.400001'))[0]?.body).toEqual({
      code: '9.400001', title: { vi: 'Một' }, timeLimit: { amount: 5, unit: 'working_day' }, subjects: [{ vi: 'Cá nhân' }, { vi: 'Tổ chức' }], legalBasis: [{ document: 'Luật A' }], receivingAgencyKind: 'police',
      agency: { vi: 'UBND xã' }, result: { name: { vi: 'Giấy' } }, resolutionSystem: 'ministry', lifeEvent: 'home',
    })
  })
})

describe('a draft that lacks nothing', () => {
  it('is published by an administrator, and is then never touched by a table', async () => {
    const page = await app.call(nobody, getProcedurePage, { code: '9.000101' })
    const entry = page.kind === 'entry' ? { ...page.entry, code: '9.500001' } : {}
    await taken('code,name\n9.500001,Cấp giấy phép mẫu\n')
    await sql`update procedures.version set body = ${JSON.stringify(entry)}::jsonb where procedure = '9.500001'`.execute(app.db)
    const { lines } = await taken('code,name\n9.500001,Cấp giấy phép mẫu\n')
    expect(lines[0]).toMatchObject({ outcome: 'changed', lacks: [] })
    expect(await app.call(administrator, publishVersion, { code: '9.500001', number: 1001, kind: 'entry' })).toMatchObject({ number: 1001 })
    expect(await app.call(nobody, getProcedurePage, { code: '9.500001' })).toMatchObject({ kind: 'entry', entry: { title: { vi: 'Cấp giấy phép mẫu' } } })
    expect((await taken('code,name\n9.500001,Tên mới\n')).lines[0]?.outcome).toBe('published')
  })
})

describe('the columns', () => {
  it('are called by one name each', () => {
    const called = columns.flatMap((column) => column.called.map((name) => name.toLowerCase()))
    expect(called.filter((name, at) => called.indexOf(name) !== at)).toEqual([])
  })
  it('put groups together and replace the rest', () => {
    expect(merged({ title: { vi: 'a', en: 'b' }, subjects: [1, 2], sets: 1 }, { title: { vi: 'c' }, subjects: [3] })).toEqual({ title: { vi: 'c', en: 'b' }, subjects: [3], sets: 1 })
  })
})
