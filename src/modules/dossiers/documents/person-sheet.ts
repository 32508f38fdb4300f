import { fileURLToPath } from 'node:url'
import { dateInWords } from '#platform/documents/words'
import type { Tools } from '#platform/tools'
import type { Letterhead } from '#modules/agencies'

const template = fileURLToPath(new URL('person-sheet.typ', import.meta.url))

const words = {
  receipt: { title: 'Giấy tiếp nhận chung nhiều hồ sơ', person: 'Người nộp', last: 'Hẹn trả', sum: 'hồ sơ đã tiếp nhận; mỗi hồ sơ có giấy tiếp nhận riêng (mẫu 01) với mã tra cứu.', giver: 'NGƯỜI TIẾP NHẬN', taker: 'NGƯỜI NỘP' },
  collected: { title: 'Bảng kê trả kết quả', person: 'Người nhận', last: 'Số kết quả', sum: 'kết quả đã trao đủ trong một lần.', giver: 'NGƯỜI TRẢ KẾT QUẢ', taker: 'NGƯỜI NHẬN' },
} as const

type Line = { code: string; title: string; name: string; last: string }
type Given = { kind: keyof typeof words; head: Letterhead; number: string | null; at: Date; person: string; applicant: string; authority: string | null; clerk: string; lines: readonly Line[] }

/** One page for one person with many dossiers: what was taken in together, or what was given out together, with one signature. */
export const makePersonSheet = ({ documents, config }: Pick<Tools, 'documents' | 'config'>, { kind, head, number, at, person, applicant, authority, clerk, lines }: Given): Promise<Uint8Array> =>
  documents.render(template, {
    ...head, number: number ?? '……', date: dateInWords(at), demonstration: config.mode === 'demonstration',
    ...words[kind], who: person, applicant: applicant === person ? null : applicant, authority, clerk, count: String(lines.length),
    lines: lines.map((line, i) => ({ number: String(i + 1), ...line })),
  }, { date: at })
