import { fileURLToPath } from 'node:url'
import { formatDateTime, formatMoney } from '#kernel/format'
import { dongInWords } from '#kernel/money'
import { dateInWords } from '#platform/documents/words'
import type { Tools } from '#platform/tools'
import type { Letterhead } from '#modules/agencies'
import type { Closing } from '../stores/closings.ts'
import type { OpenReceipt } from '../stores/receipts.ts'
import { receiptNumber } from '../views.ts'

const template = fileURLToPath(new URL('till-sheet.typ', import.meta.url))
const methods = { cash: 'Tiền mặt', transfer: 'Chuyển khoản' } as const

type Given = { closing: Closing; receipts: readonly OpenReceipt[]; number: string; desk: string; head: Letterhead }

/** The hand-over of a clerk's day on paper: what was collected by receipts, what was counted, what differs and why, and places for both signatures. */
export const makeTillSheet = ({ documents, config }: Pick<Tools, 'documents' | 'config'>, { closing, receipts, number, desk, head }: Given): Promise<Uint8Array> =>
  documents.render(template, {
    ...head, number, date: dateInWords(closing.at), demonstration: config.mode === 'demonstration', voided: null, reprint: null,
    desk, clerk: closing.clerkName, at: formatDateTime(closing.at), receiver: closing.handedTo, papers: String(closing.papers),
    cash: formatMoney(closing.cash), transfers: formatMoney(closing.transfers), counted: formatMoney(closing.counted), words: dongInWords(closing.counted),
    difference: closing.differenceReason === null ? null : `${differenceText(closing.counted - closing.cash)} Lý do: ${closing.differenceReason}`,
    received: closing.receivedAt && { name: closing.receiverName ?? '', at: formatDateTime(closing.receivedAt), cash: formatMoney(closing.receivedCash ?? closing.counted), remark: closing.receivedRemark, reference: closing.reference },
    lines: receipts.map((receipt, at) => ({ at: String(at + 1), number: receiptNumber(receipt), payer: receipt.payer, method: receipt.voidedAt ? `Đã hủy: ${receipt.voidReason ?? ''}` : methods[receipt.method], total: receipt.voidedAt ? '–' : formatMoney(receipt.total) })),
  }, { date: closing.at })

/** By how much a count is off, as people say it. */
const differenceText = (by: number): string => `${by < 0 ? 'Thiếu' : 'Thừa'} ${formatMoney(Math.abs(by))} so với sổ.`
