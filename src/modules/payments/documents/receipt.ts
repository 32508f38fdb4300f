import { fileURLToPath } from 'node:url'
import { formatDateTime, formatMoney } from '#kernel/format'
import { dongInWords } from '#kernel/money'
import { dateInWords } from '#platform/documents/words'
import type { Tools } from '#platform/tools'
import type { Letterhead } from '#modules/agencies'
import type { Charge } from '../stores/charges.ts'
import type { Receipt } from '../stores/receipts.ts'
import { receiptNumber } from '../views.ts'

const template = fileURLToPath(new URL('receipt.typ', import.meta.url))
const methods = { cash: 'Tiền mặt', transfer: 'Chuyển khoản' } as const

/** The receipt as a paper of half a page: what for, how much in figures and words, who took it. A voided one says so across its face. */
export const makeReceipt = ({ documents, config }: Pick<Tools, 'documents' | 'config'>, { receipt, charge, head, reprint }: { receipt: Receipt; charge: Charge; head: Letterhead; reprint: number | null }): Promise<Uint8Array> =>
  documents.render(template, {
    ...head, number: receiptNumber(receipt), date: dateInWords(receipt.at),
    demonstration: config.mode === 'demonstration', code: charge.code, payer: charge.payer, title: charge.title.vi,
    lines: charge.lines.map((line) => ({ name: line.name.vi, amount: formatMoney(line.amount), times: String(line.times), total: formatMoney(line.total) })),
    total: formatMoney(receipt.total), words: dongInWords(receipt.total), method: methods[receipt.method], reference: receipt.reference, collector: receipt.collectorName, at: formatDateTime(receipt.at),
    reprint: reprint === null ? null : String(reprint), cancelled: receipt.voidedAt && receipt.voidReason ? `Đã hủy lúc ${formatDateTime(receipt.voidedAt)}: ${receipt.voidReason}` : null,
  }, { date: receipt.at })
