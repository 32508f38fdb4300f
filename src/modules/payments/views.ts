import type { z } from 'zod'
import type { Call } from '#platform/http'
import { qrSvg } from '#platform/documents/qr'
import { slug } from '#kernel/text'
import type { ChargeView, ClosingView, ReceiptView } from './contract.ts'
import { nextState } from './states.ts'
import type { Charge } from './stores/charges.ts'
import type { Closing } from './stores/closings.ts'
import { receiptsOf, type Receipt } from './stores/receipts.ts'
import { vietQr } from './vietqr.ts'

/** Number of a receipt as it stands on the paper: within a year and an agency it goes on without a gap. */
export const receiptNumber = ({ number, year }: Pick<Receipt, 'number' | 'year'>): string => `${String(number).padStart(7, '0')}/${year}`

export const viewOfReceipt = (receipt: Receipt): z.input<typeof ReceiptView> => ({
  id: receipt.id, number: receiptNumber(receipt), method: receipt.method, reference: receipt.reference, total: receipt.total, collector: receipt.collectorName, at: receipt.at.toISOString(),
  voided: receipt.voidedAt && { at: receipt.voidedAt.toISOString(), by: receipt.voiderName ?? '', reason: receipt.voidReason ?? '' }, closed: receipt.closing !== null, reprints: receipt.reprints,
})

/** A charge as a clerk of its desk sees it, with the acts that are possible now. */
export async function viewOfCharge({ tx, province }: Pick<Call, 'tx' | 'province'>, charge: Charge): Promise<z.input<typeof ChargeView>> {
  const receipts = await receiptsOf(tx, charge.id)
  const [last] = receipts
  const acts = (['collect', 'waive', 'void'] as const).filter((act) => nextState(charge.state, act) !== undefined && (act !== 'void' || (last?.voidedAt === null && last.closing === null)))
  const { bank } = province
  const qr = charge.state === 'due' && bank ? await qrSvg(vietQr(bank, { amount: charge.total, bill: charge.code.slice(0, 25), purpose: `LE PHI ${slug(charge.code).toUpperCase().slice(0, 40)}` })) : null
  return {
    id: charge.id, subject: charge.subject, code: charge.code, title: charge.title, payer: charge.payer, agency: charge.agency, lines: charge.lines, total: charge.total, state: charge.state, at: charge.at.toISOString(),
    settledAt: charge.settledAt?.toISOString() ?? null, waived: charge.waivedReason === null ? null : { by: charge.waivedBy ?? '', reason: charge.waivedReason }, receipts: receipts.map(viewOfReceipt), qr, account: qr !== null && bank ? { holder: bank.holder, number: bank.account } : null, actions: acts,
  }
}

/** Number of the sheet of a closing: `03/BGT-TTPVHCC`. */
export const sheetNumber = ({ number }: Pick<Closing, 'number'>): string | null => (number === null ? null : `${String(number).padStart(2, '0')}/BGT-TTPVHCC`)

/** Who says that a closing has come: the chosen one, the clerk for what went outside; before receivers were chosen, any colleague at the desk. */
const receives = ({ clerk, receiver, outside, agency }: Closing, viewer: { id: string; agency: string }): boolean => (outside ? clerk === viewer.id : receiver === null ? clerk !== viewer.id && agency === viewer.agency : receiver === viewer.id)

/** A closing as somebody of its desk or its receiver sees it. */
export const viewOfClosing = (closing: Closing, viewer: { id: string; agency: string }): z.input<typeof ClosingView> => ({
  id: closing.id, number: sheetNumber(closing), at: closing.at.toISOString(), clerk: closing.clerkName, receipts: closing.receipts, voided: closing.voided, cash: closing.cash, transfers: closing.transfers, counted: closing.counted,
  differenceReason: closing.differenceReason, papers: closing.papers, handedTo: closing.handedTo, outside: closing.outside,
  received: closing.receivedAt && { at: closing.receivedAt.toISOString(), by: closing.receiverName ?? '', cash: closing.receivedCash ?? closing.counted, remark: closing.receivedRemark, reference: closing.reference },
  mine: closing.clerk === viewer.id, mayReceive: closing.receivedAt === null && receives(closing, viewer),
})
