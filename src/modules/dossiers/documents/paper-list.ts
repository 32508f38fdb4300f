import { fileURLToPath } from 'node:url'
import { formatDateTime } from '#kernel/format'
import { dateInWords } from '#platform/documents/words'
import type { Tools } from '#platform/tools'
import type { Agency, Letterhead } from '#modules/agencies'
import { listNumber, type ListKind } from '../paper-lists.ts'
import type { ListLine, PaperList } from '../stores/paper-lists.ts'

const template = fileURLToPath(new URL('paper-list.typ', import.meta.url))

const titles: Record<ListKind, string> = {
  to_office: 'Danh sách bàn giao hồ sơ giấy', to_desk: 'Danh sách bàn giao kết quả', to_archive: 'Danh sách giao nộp lưu trữ kết quả chưa có người nhận',
}
const outcomes = { received: 'Đã nhận', missing: 'Thiếu', cancelled: 'Đã rút' } as const

type Given = { list: PaperList; head: Letterhead; from: Agency; to: Agency; reprint: number | null; lines: readonly (Pick<ListLine, 'number' | 'code' | 'name' | 'papers' | 'outcome' | 'remark'> & { title: string })[] }

/** A list of paper files, one line for each, with places for both signatures. After it was confirmed it says what came and what did not. */
export const makePaperListDocument = ({ documents, config }: Pick<Tools, 'documents' | 'config'>, { list, head, from, to, reprint, lines }: Given): Promise<Uint8Array> =>
  documents.render(template, {
    ...head, number: listNumber(list.number), date: dateInWords(list.madeAt), demonstration: config.mode === 'demonstration',
    reprint: reprint === null ? null : String(reprint), title: titles[list.kind], from: from.name.vi, to: to.name.vi,
    giver: { name: list.makerName, title: list.makerTitle, at: formatDateTime(list.madeAt) }, taker: { name: list.toName, title: list.toTitle },
    received: list.receivedAt && { name: list.receiverName, at: formatDateTime(list.receivedAt) }, cancelled: list.cancelledAt && formatDateTime(list.cancelledAt), papers: String(list.papers), count: String(list.count),
    lines: lines.map(({ number, code, name, title, papers, outcome, remark }) => ({ number: String(number), code, name, title, papers: String(papers), outcome: [outcome && outcomes[outcome], remark].filter(Boolean).join(': ') })),
  }, { date: list.madeAt })
