import { lifeEvents, levels, onlineLevels, resolutionSystems } from '../contract-body.ts'
import { fold } from '#kernel/text'

/** What a column of a catalogue may hold. */
export type ColumnName =
  | 'code' | 'title' | 'titleEn' | 'shortTitle' | 'summary' | 'field' | 'lifeEvent' | 'level' | 'onlineLevel' | 'resolutionSystem' | 'agency' | 'timeLimit' | 'result' | 'subjects' | 'requirements' | 'legalBasis'

/** What people call the columns, folded: Vietnamese as the national catalogue and provinces export it, and English. */
const headers: Record<ColumnName, readonly string[]> = {
  code: ['ma', 'ma thu tuc', 'ma tthc', 'ma so', 'ma so tthc', 'ma so thu tuc', 'ma thu tuc hanh chinh', 'code', 'procedure code'],
  title: ['ten', 'ten thu tuc', 'ten tthc', 'ten thu tuc hanh chinh', 'thu tuc hanh chinh', 'name', 'title', 'procedure', 'procedure name'],
  titleEn: ['ten tieng anh', 'english name', 'english title', 'name en', 'title en'],
  shortTitle: ['ten thuong goi', 'ten ngan', 'ten goi tat', 'short name', 'short title'],
  summary: ['gioi thieu', 'mo ta', 'tom tat', 'summary', 'description'],
  field: ['linh vuc', 'ten linh vuc', 'field', 'sector'],
  lifeEvent: ['viec trong doi', 'su kien', 'su kien cuoc doi', 'life event'],
  level: ['cap', 'cap thuc hien', 'cap giai quyet', 'cap hanh chinh', 'level'],
  onlineLevel: ['muc do', 'muc do truc tuyen', 'muc do dvc', 'muc do dvctt', 'dich vu cong truc tuyen', 'dvctt', 'truc tuyen', 'online', 'online level'],
  resolutionSystem: ['he thong', 'he thong giai quyet', 'resolution system', 'system'],
  agency: ['co quan', 'co quan thuc hien', 'co quan giai quyet', 'co quan co tham quyen', 'agency', 'authority'],
  timeLimit: ['thoi han', 'thoi han giai quyet', 'thoi gian', 'thoi gian giai quyet', 'time limit'],
  result: ['ket qua', 'ket qua thuc hien', 'ket qua giai quyet', 'result'],
  subjects: ['doi tuong', 'doi tuong thuc hien', 'subjects', 'applicants'],
  requirements: ['yeu cau', 'dieu kien', 'yeu cau dieu kien', 'requirements', 'conditions'],
  legalBasis: ['can cu', 'can cu phap ly', 'co so phap ly', 'legal basis'],
}
const byHeader = new Map(Object.entries(headers).flatMap(([name, words]) => words.map((word) => [word, name as ColumnName])))

const wordsOf = (text: string): string => fold(text.replace(/^\ufeff/, '')).replace(/[^a-z0-9]+/g, ' ').trim()

/** Which column of the header holds what (the first of a kind counts), and the ones that nobody knows. */
export function columnsOf(header: readonly string[]): { at: Map<ColumnName, number>; ignored: string[] } {
  const at = new Map<ColumnName, number>()
  const ignored: string[] = []
  header.forEach((text, index) => {
    const name = byHeader.get(wordsOf(text))
    if (name !== undefined && !at.has(name)) at.set(name, index)
    else if (text.trim() !== '') ignored.push(text.trim())
  })
  return { at, ignored }
}

const codes = <C extends string>(list: readonly C[]): [string, C][] => list.map((code) => [wordsOf(code), code])

/** What people write in the columns that have a few values only, folded. */
export const values = {
  level: new Map<string, (typeof levels)[number]>([
    ...codes(levels), ['cap xa', 'commune'], ['xa', 'commune'], ['cap phuong xa', 'commune'], ['phuong xa', 'commune'], ['ubnd cap xa', 'commune'], ['cap tinh', 'province'], ['tinh', 'province'], ['so', 'province'],
    ['so ban nganh', 'province'], ['cap bo', 'ministry'], ['bo', 'ministry'], ['trung uong', 'ministry'], ['cap trung uong', 'ministry'],
  ]),
  onlineLevel: new Map<string, (typeof onlineLevels)[number]>([
    ...codes(onlineLevels), ['toan trinh', 'full'], ['dich vu cong truc tuyen toan trinh', 'full'], ['dvctt toan trinh', 'full'], ['muc do 4', 'full'], ['4', 'full'], ['mot phan', 'partial'],
    ['dich vu cong truc tuyen mot phan', 'partial'], ['dvctt mot phan', 'partial'], ['muc do 3', 'partial'], ['3', 'partial'], ['chua', 'none'], ['khong', 'none'], ['truc tiep', 'none'],
    ['dich vu cung cap thong tin truc tuyen', 'none'], ['cung cap thong tin', 'none'],
  ]),
  resolutionSystem: new Map<string, (typeof resolutionSystems)[number]>([
    ...codes(resolutionSystems), ['tinh', 'local'], ['dia phuong', 'local'], ['he thong tinh', 'local'], ['bo', 'ministry'], ['he thong bo', 'ministry'], ['quoc gia', 'national'], ['dvcqg', 'national'],
    ['cong dich vu cong quoc gia', 'national'],
  ]),
  lifeEvent: new Map<string, (typeof lifeEvents)[number]>([
    ...codes(lifeEvents), ['co con nho', 'birth'], ['hoc tap', 'study'], ['viec lam', 'work'], ['hon nhan', 'marriage'], ['nha dat', 'home'], ['cho o nha dat', 'home'], ['xe co', 'vehicle'], ['kinh doanh', 'business'],
    ['suc khoe', 'health'], ['nghi huu', 'retirement'], ['khi nguoi than mat', 'death'],
  ]),
} as const

/** The value that a cell means; undefined when nobody knows it. */
export const valueOf = <N extends keyof typeof values>(name: N, text: string): (typeof values)[N] extends Map<string, infer V> ? V | undefined : never => values[name].get(wordsOf(text)) as never

const units = [
  [/^(?:gio lam viec|gio|working hours?)$/, 'working_hour'], [/^(?:ngay lam viec|working days?)$/, 'working_day'], [/^(?:ngay|ngay lich|days?)$/, 'day'], [/^(?:thang|months?)$/, 'month'],
] as const

/** `3 ngày làm việc`, `0,5 ngày`, `1 month`: an amount and a unit of working time. Undefined for everything that says more than that. */
export function timeLimitOf(text: string): { amount: number; unit: (typeof units)[number][1] } | undefined {
  const [, amount = '', unit = ''] = /^(\d{1,4}(?:[.,]\d{1,2})?) (.+)$/.exec(fold(text)) ?? []
  const found = units.find(([pattern]) => pattern.test(unit))
  const value = Number(amount.replace(',', '.'))
  return found && value > 0 ? { amount: value, unit: found[1] } : undefined
}
