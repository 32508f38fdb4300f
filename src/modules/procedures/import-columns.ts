import { Failure } from '#kernel/failure'
import { fold, tidy } from '#kernel/text'
import { levels, lifeEvents, onlineLevels, resolutionSystems, ProcedureCode } from './contract-body.ts'
import { agencyKinds, type EntryDraft } from './contract-entry.ts'
import type { SheetRow } from './import-file.ts'

/** A column of the table: what people call it, and what a cell puts into a draft; undefined when the words are not understood. */
type Column = { name: string; called: readonly string[]; put(text: string): EntryDraft | undefined }

/** A value by its code or by one of the words people write for it. */
const oneOf = <T extends string>(values: readonly T[], words: Partial<Record<T, readonly string[]>> = {}) => (text: string): T | undefined =>
  values.find((value) => value === text || (words[value] ?? []).some((word) => fold(word) === fold(text)))

const put = <T>(field: string, read: (text: string) => T | undefined) => (text: string): EntryDraft | undefined => {
  const value = read(text)
  return value === undefined ? undefined : { [field]: value }
}
const words = (field: string, language: 'vi' | 'en') => (text: string): EntryDraft => ({ [field]: { [language]: text } })
const list = (field: string, item: (text: string) => unknown) => (text: string): EntryDraft => ({ [field]: text.split(';').map((part) => part.trim()).filter((part) => part !== '').map(item) })

const units: Record<string, string> = {
  'giờ làm việc': 'working_hour', 'working hour': 'working_hour', 'working hours': 'working_hour', 'ngày làm việc': 'working_day', 'working day': 'working_day', 'working days': 'working_day', ngày: 'day', day: 'day', days: 'day',
  tháng: 'month', month: 'month', months: 'month',
}

/** A limit as people write it: `5 ngày làm việc`. */
function timeLimit(text: string): { amount: number; unit: string } | undefined {
  const [, number = '', word = ''] = /^(\d{1,4}(?:[.,]\d)?)\s+(.+)$/.exec(text) ?? []
  const unit = Object.entries(units).find(([name]) => fold(name) === fold(word))?.[1]
  return unit === undefined ? undefined : { amount: Number(number.replace(',', '.')), unit }
}

/** The columns that are understood. Headings are compared without accents and capitals. */
export const columns: readonly Column[] = [
  { name: 'code', called: ['code', 'procedure code', 'mã', 'mã số', 'mã thủ tục', 'mã TTHC', 'mã số TTHC', 'mã thủ tục hành chính'], put: (text) => ({ code: text }) },
  { name: 'title', called: ['name', 'title', 'procedure', 'tên', 'tên thủ tục', 'tên TTHC', 'tên thủ tục hành chính', 'thủ tục hành chính'], put: words('title', 'vi') },
  { name: 'title.en', called: ['title en', 'name en', 'english name', 'tên tiếng Anh'], put: words('title', 'en') },
  { name: 'shortTitle', called: ['short title', 'short name', 'tên ngắn', 'tên thường gọi'], put: words('shortTitle', 'vi') },
  { name: 'shortTitle.en', called: ['short title en', 'tên ngắn tiếng Anh'], put: words('shortTitle', 'en') },
  { name: 'summary', called: ['summary', 'giới thiệu', 'mô tả'], put: words('summary', 'vi') },
  { name: 'summary.en', called: ['summary en', 'giới thiệu tiếng Anh'], put: words('summary', 'en') },
  { name: 'field', called: ['field', 'lĩnh vực', 'tên lĩnh vực'], put: (text) => ({ field: { name: { vi: text } } }) },
  { name: 'lifeEvent', called: ['life event', 'việc trong đời', 'sự kiện cuộc đời'], put: put('lifeEvent', oneOf(lifeEvents, {
    birth: ['có con nhỏ', 'sinh con'], study: ['học tập'], work: ['việc làm'], marriage: ['hôn nhân', 'hôn nhân gia đình'], home: ['chỗ ở, nhà đất', 'nhà đất', 'cư trú'], vehicle: ['xe cộ', 'phương tiện'], business: ['kinh doanh'],
    health: ['sức khỏe', 'y tế'], retirement: ['nghỉ hưu', 'hưu trí'], death: ['khi người thân mất', 'người thân qua đời'],
  })) },
  { name: 'level', called: ['level', 'cấp', 'cấp thực hiện', 'cấp giải quyết'], put: put('level', oneOf(levels, { commune: ['cấp xã', 'xã'], province: ['cấp tỉnh', 'tỉnh'], ministry: ['cấp bộ', 'bộ', 'trung ương'] })) },
  { name: 'onlineLevel', called: ['online', 'online level', 'mức độ', 'mức độ trực tuyến', 'mức độ dịch vụ công', 'dịch vụ công trực tuyến'], put: put('onlineLevel', oneOf(onlineLevels, {
    full: ['toàn trình', 'DVC toàn trình'], partial: ['một phần', 'DVC một phần'], none: ['không', 'chưa', 'chưa trực tuyến', 'trực tiếp'],
  })) },
  { name: 'resolutionSystem', called: ['system', 'resolution system', 'hệ thống giải quyết'], put: put('resolutionSystem', oneOf(resolutionSystems, { local: ['tỉnh', 'hệ thống của tỉnh'], ministry: ['bộ', 'hệ thống của bộ'], national: ['quốc gia', 'Cổng Dịch vụ công quốc gia'] })) },
  { name: 'receivingAgencyKind', called: ['receiving agency', 'nơi tiếp nhận', 'cơ quan tiếp nhận'], put: put('receivingAgencyKind', oneOf(agencyKinds, {
    public_service_centre: ['trung tâm phục vụ hành chính công', 'một cửa', 'bộ phận một cửa'], police: ['công an'], tax: ['thuế', 'cơ quan thuế'], social_insurance: ['bảo hiểm xã hội'], department: ['sở', 'sở, ngành'], ministry: ['bộ'], company: ['công ty'],
  })) },
  { name: 'agency', called: ['agency', 'deciding agency', 'cơ quan thực hiện', 'cơ quan giải quyết', 'cơ quan có thẩm quyền'], put: words('agency', 'vi') },
  { name: 'timeLimit', called: ['time limit', 'thời hạn', 'thời hạn giải quyết', 'thời gian giải quyết'], put: put('timeLimit', timeLimit) },
  { name: 'result', called: ['result', 'kết quả', 'kết quả thực hiện'], put: (text) => ({ result: { name: { vi: text } } }) },
  { name: 'subjects', called: ['subjects', 'đối tượng', 'đối tượng thực hiện'], put: list('subjects', (vi) => ({ vi })) },
  { name: 'legalBasis', called: ['legal basis', 'căn cứ pháp lý', 'căn cứ pháp luật'], put: list('legalBasis', (document) => ({ document })) },
  { name: 'aliases', called: ['aliases', 'keywords', 'từ khóa', 'tên gọi khác'], put: list('aliases', (alias) => alias) },
]

const byHeading = new Map(columns.flatMap((column) => column.called.map((called) => [fold(called), column] as const)))
const headingOf = (text: string): string => fold(text.replace(/[_*:]+/g, ' '))

/** A row as it was understood. `refused`: why nothing of it is taken in; `unread`: columns whose words are not understood, which are left out. */
export type ReadRow = { line: number; code: string; draft: EntryDraft; unread: string[]; refused: Refused | null }
export const refusals = ['no_code', 'wrong_code', 'code_twice', 'no_title', 'too_long', 'formula'] as const
export type Refused = (typeof refusals)[number]

/** What a table says: its rows, and headings that nobody knows. Throws `import_no_columns` without a column of codes and one of titles. */
export function readRows([head, ...rows]: readonly SheetRow[]): { rows: ReadRow[]; ignored: string[] } {
  const known = (head?.cells ?? []).map((text) => byHeading.get(headingOf(text)))
  const missing = ['code', 'title'].filter((name) => !known.some((column) => column?.name === name))
  if (missing.length > 0) throw new Failure('import_no_columns', { missing })
  const seen = new Set<string>()
  return {
    rows: rows.map((row) => readRow(row, known, seen)),
    ignored: (head?.cells ?? []).filter((text, at) => text.trim() !== '' && known[at] === undefined).map((text) => tidy(text).slice(0, 60)),
  }
}

const longest = 4000

function readRow({ line, cells }: SheetRow, known: readonly (Column | undefined)[], seen: Set<string>): ReadRow {
  const row: ReadRow = { line, code: '', draft: {}, unread: [], refused: null }
  for (const [at, column] of known.entries()) {
    const text = tidy(cells[at] ?? '')
    if (!column || text === '') continue
    if (text.length > longest) row.refused ??= 'too_long'
    else if (/^[=@]/.test(text)) row.refused ??= 'formula'
    else if (column.name === 'code') row.code = text
    const patch = row.refused === null ? column.put(text) : {}
    if (patch === undefined) row.unread.push(column.name)
    else row.draft = merged(row.draft, patch)
  }
  const twice = seen.has(row.code)
  if (row.code !== '') seen.add(row.code)
  row.refused ??= row.code === '' ? 'no_code' : !ProcedureCode.safeParse(row.code).success ? 'wrong_code' : twice ? 'code_twice' : row.draft['title'] === undefined ? 'no_title' : null
  // a code that is none may be anything: a report says only so much of it
  row.code = row.code.slice(0, 40)
  return row
}

/** A draft with what a row says put over it: groups are joined, everything else is replaced. */
export function merged(under: EntryDraft, over: EntryDraft): EntryDraft {
  const isGroup = (value: unknown): value is EntryDraft => typeof value === 'object' && value !== null && !Array.isArray(value)
  const changed = Object.entries(over).map(([name, value]) => {
    const below = under[name]
    return [name, isGroup(below) && isGroup(value) ? merged(below, value) : value]
  })
  return { ...under, ...(Object.fromEntries(changed) as EntryDraft) }
}
