import type { z } from 'zod'
import { Failure } from '#kernel/failure'
import type { Call, FileAnswer } from '#platform/http'
import { getAgency, letterheadOf } from '#modules/agencies'
import { chargeAtDesk, clerkOf, readOf } from '../at-desk.ts'
import type * as contract from '../contract.ts'
import { makeReceipt } from '../documents/receipt.ts'
import { countDue, listDue, findChargeById } from '../stores/charges.ts'
import { findReceipt, openReceipts } from '../stores/receipts.ts'
import { receiptNumber, viewOfCharge, viewOfReceipt } from '../views.ts'

const pageSize = 50

const writeCursor = (at: Date, id: string): string => `${at.toISOString()}_${id}`

function readCursor(text: string | undefined): { at: Date; id: string } | null {
  const [time = '', id = ''] = (text ?? '').split('_')
  const at = new Date(time)
  return Number.isNaN(at.getTime()) || !/^[0-9a-f-]{36}$/.test(id) ? null : { at, id }
}

/** What is owed for a dossier at my desk; null when nothing ever was. */
export async function readCharge(call: Call<z.output<typeof contract.getCharge.input>>): Promise<z.input<typeof contract.getCharge.output>> {
  const charge = await chargeAtDesk(call, call.input.subject)
  call.reads(charge ? [readOf(charge)] : [])
  return { charge: charge ? await viewOfCharge(call, charge) : null }
}

/** What is owed at my desk, the oldest first. */
export async function readDue(call: Call<z.output<typeof contract.listDue.input>>): Promise<z.input<typeof contract.listDue.output>> {
  const { agency } = clerkOf(call)
  const rows = await listDue(call.tx, agency, readCursor(call.input.after), pageSize + 1)
  const page = rows.slice(0, pageSize)
  const last = rows.length > pageSize ? page.at(-1) : undefined
  call.reads(page.map(readOf))
  return {
    rows: page.map(({ subject, code, title, payer, total, at }) => ({ subject, code, title, payer, total, at: at.toISOString() })), next: last ? writeCursor(last.at, last.id) : null, ...(await countDue(call.tx, agency)),
  }
}

/** What I have collected and not closed. Voided ones are counted as nothing. */
export async function readTill(call: Call): Promise<z.input<typeof contract.getTill.output>> {
  const clerk = clerkOf(call)
  const receipts = await openReceipts(call.tx, clerk.agency, clerk.id)
  const sum = (method: 'cash' | 'transfer') => receipts.reduce((total, receipt) => total + (receipt.method === method && receipt.voidedAt === null ? receipt.total : 0), 0)
  call.reads(receipts.map(readOf))
  return { receipts: receipts.map((receipt) => ({ ...viewOfReceipt(receipt), code: receipt.code, subject: receipt.subject, payer: receipt.payer })), cash: sum('cash'), transfers: sum('transfer') }
}

/** A receipt as PDF, voided ones with their mark. Throws `receipt_not_found`. */
export async function readReceipt(call: Call<z.output<typeof contract.getReceipt.input>>): Promise<FileAnswer> {
  const receipt = await findReceipt(call.tx, call.input.receipt)
  const charge = receipt && (await findChargeById(call.tx, receipt.charge))
  if (!receipt || !charge || receipt.agency !== clerkOf(call).agency) throw new Failure('receipt_not_found')
  if (call.input.copy !== undefined && call.input.copy > receipt.reprints) throw new Failure('receipt_not_found')
  call.reads([readOf(charge)])
  const stored = await call.files.keep(await makeReceipt(call, { receipt, charge, reprint: call.input.copy ?? null, head: await letterheadOf(call.tx, await getAgency(call.tx, receipt.agency), call.province) }), 'application/pdf')
  return { file: stored.hash, size: stored.size, type: 'application/pdf', name: `bien-lai-${receiptNumber(receipt).replace('/', '-')}.pdf`, inline: true }
}
