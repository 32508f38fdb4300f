import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A line of docs/glossary.md. `code` are the names in code; a term may have several only where they are kinds of it. */
export type Term = { vietnamese: string; code: string; note: string; line: number }

/** Reads the table of the glossary. */
export function readGlossary(text: string): Term[] {
  return text.split('\n').flatMap((row, i) => {
    const cells = row.split('|').slice(1, -1).map((cell) => cell.trim())
    const [vietnamese = '', code = '', note = ''] = cells
    if (cells.length < 2 || /^-+$/.test(vietnamese) || vietnamese === 'Vietnamese') return []
    return [{ vietnamese, code, note, line: i + 1 }]
  })
}

/** What is wrong with a glossary: a term without a word, a Vietnamese term or an English word that stands twice, a word that is not English. */
export function glossaryFaults(text: string): { line: number; what: string }[] {
  const faults: { line: number; what: string }[] = []
  const seen = new Map<string, string>()
  for (const { vietnamese, code, line } of readGlossary(text)) {
    const words = codeWords(code)
    if (vietnamese === '' || words.length === 0) faults.push({ line, what: 'a line needs a Vietnamese term and a word in `code`' })
    for (const word of words) if (!/^[A-Za-z0-9_.]+$/.test(word)) faults.push({ line, what: `\`${word}\` cannot be written in code` })
    for (const each of [...vietnameseTerms(vietnamese), ...words.map((word) => `\`${word}\``)]) {
      const key = each.toLowerCase()
      const before = seen.get(key)
      if (before !== undefined) faults.push({ line, what: `${each} is on an earlier line already, as ${before}` })
      seen.set(key, each.startsWith('`') ? vietnamese : code)
    }
  }
  return faults
}

const codeWords = (code: string): string[] => [...code.matchAll(/`([^`]*)`/g)].map((match) => match[1] ?? '')
const vietnameseTerms = (cell: string): string[] => cell.split(/\s*[,/]\s*/).filter(Boolean)

const withoutMarks = (text: string): string => text.toLowerCase().replaceAll('đ', 'd').normalize('NFD').replace(/\p{M}/gu, '')

/** Common Vietnamese words of the field that people romanise and the glossary does not hold, because English has the plain word. */
const further = [
  'danh sách', 'người dùng', 'trạng thái', 'địa chỉ', 'kết quả', 'ngày nộp', 'số nhà', 'tên đường', 'quận huyện', 'xã phường', 'tỉnh thành', 'họ tên', 'ngày sinh',
  'giới tính', 'dân tộc', 'quốc tịch', 'xử lý', 'nhân viên', 'thanh toán', 'văn bản', 'báo cáo', 'thống kê', 'lĩnh vực', 'mức độ', 'quyết định', 'tin tức',
]

/** Romanised forms nobody may use for a name in code, as syllables: of each term of two or more syllables that carries a Vietnamese mark. */
export function romanisedForms(glossary: string): string[][] {
  const terms = [...readGlossary(glossary).flatMap(({ vietnamese }) => vietnameseTerms(vietnamese)), ...further]
  const forms = terms
    .filter((term) => withoutMarks(term) !== term.toLowerCase())
    .map((term) => withoutMarks(term.replace(/\(.*?\)/g, '')).split(/[^a-z0-9]+/).filter(Boolean))
    .filter((syllables) => syllables.length > 1)
  return [...new Map(forms.map((form) => [form.join(' '), form])).values()]
}

/** The glossary of the project below `root`; empty when there is none. */
export function glossaryText(root: string): string {
  const path = join(root, 'docs', 'glossary.md')
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}
