import { z } from 'zod'
import { defineContract } from '#kernel/contract'
import { personal } from '#kernel/personal'

const Id = z.uuid()
const Instant = z.iso.datetime({ offset: true })
const Both = z.object({ vi: z.string(), en: z.string() })
const Reason = z.string().trim().min(5).max(500)
/** whole đồng */
const Amount = z.number().int()

/** One line of a charge: what for, how many times, the sum. */
export const ChargeLine = z.object({ code: z.string(), name: Both, amount: Amount, times: z.number().int().min(1), total: Amount })
export type ChargeLine = z.output<typeof ChargeLine>

export const methods = ['cash', 'transfer'] as const
export const chargeStates = ['due', 'paid', 'waived', 'cancelled'] as const

/** A receipt as it is shown: `number` is the one on the paper. */
export const ReceiptView = z.object({
  id: Id, number: z.string(), method: z.enum(methods), reference: z.string().nullable(), total: Amount, collector: z.string(), at: Instant, voided: z.object({ at: Instant, by: z.string(), reason: z.string() }).nullable(),
  closed: z.boolean(),
  /** how many times it was printed again */
  reprints: z.number().int(),
})
export type ReceiptView = z.output<typeof ReceiptView>

/** A charge with its receipts, the newest first, and what the person may do. */
export const ChargeView = z.object({
  id: Id, subject: Id, code: z.string(), title: Both, payer: personal(z.string(), 'name'), agency: z.string(), lines: z.array(ChargeLine), total: Amount, state: z.enum(chargeStates), at: Instant, settledAt: Instant.nullable(),
  waived: z.object({ by: z.string(), reason: z.string() }).nullable(),
  receipts: z.array(ReceiptView),
  /** the picture of the code by which the payer's bank fills in the transfer; null without an account, or when nothing is owed */
  qr: z.string().nullable(),
  /** whose account the code pays into: the payer's bank shows it, and it is compared */
  account: z.object({ holder: z.string(), number: z.string() }).nullable(),
  actions: z.array(z.enum(['collect', 'waive', 'void'])),
})
export type ChargeView = z.output<typeof ChargeView>

export const getCharge = defineContract({
  name: 'payments.charge', method: 'GET', path: '/api/payments/charges/:subject', summary: 'What is owed for a dossier at my desk, with its receipts', input: z.strictObject({ subject: Id }), output: z.object({ charge: ChargeView.nullable() }),
})
export const listDue = defineContract({
  name: 'payments.due', method: 'GET', path: '/api/payments/due', summary: 'What is owed at my desk, the oldest first', input: z.strictObject({ after: z.string().max(100).optional() }),
  output: z.object({
    rows: z.array(z.object({ subject: Id, code: z.string(), title: Both, payer: personal(z.string(), 'name'), total: Amount, at: Instant })),
    next: z.string().nullable(), count: z.number().int(), total: Amount,
  }),
})
export const collect = defineContract({
  name: 'payments.collect', method: 'POST', path: '/api/payments/charges/:subject/collect', summary: 'Take what is owed, in cash or by a transfer that has arrived: a receipt with its number',
  input: z.strictObject({ subject: Id, method: z.enum(methods), reference: z.string().trim().max(60).optional() }), output: ChargeView,
})
export const waive = defineContract({
  name: 'payments.waive', method: 'POST', path: '/api/payments/charges/:subject/waive', summary: 'Let somebody off, with the legal ground', input: z.strictObject({ subject: Id, reason: Reason }), output: ChargeView,
})
export const voidReceipt = defineContract({
  name: 'payments.void', method: 'POST', path: '/api/payments/receipts/:receipt/void', summary: 'Void a receipt that was written wrongly; its sum is owed again', input: z.strictObject({ receipt: Id, reason: Reason }), output: ChargeView,
})
export const getReceipt = defineContract({
  name: 'payments.receipt', method: 'GET', path: '/api/payments/receipts/:receipt/document', summary: 'A receipt as PDF', input: z.strictObject({ receipt: Id, /** which print it is, when it was printed again */ copy: z.coerce.number().int().min(1).max(9999).optional() }), output: z.object({}),
})
export const reprintReceipt = defineContract({
  name: 'payments.reprint', method: 'POST', path: '/api/payments/receipts/:receipt/reprint', summary: 'Print a receipt again: on record, and marked on its face', input: z.strictObject({ receipt: Id }), output: z.object({ copy: z.number().int() }),
})

/** The day of a clerk so far: what closing it would count. */
export const getTill = defineContract({
  name: 'payments.till', method: 'GET', path: '/api/payments/till', summary: 'What I have collected since I last closed my till', input: z.strictObject({}),
  output: z.object({
    receipts: z.array(ReceiptView.extend({ code: z.string(), subject: Id, payer: personal(z.string(), 'name') })), cash: Amount, transfers: Amount,
  }),
})
/** The end of a clerk's day, as it was counted and handed over. */
export const ClosingView = z.object({
  id: Id, at: Instant, clerk: z.string(), receipts: z.number().int(), voided: z.number().int(), cash: Amount, transfers: Amount, counted: Amount, differenceReason: z.string().nullable(), papers: z.number().int(), handedTo: z.string(),
  received: z.object({ at: Instant, by: z.string() }).nullable(), mayReceive: z.boolean(),
})
export type ClosingView = z.output<typeof ClosingView>

export const closeTill = defineContract({
  name: 'payments.close', method: 'POST', path: '/api/payments/till/close', summary: 'Close my till: count the cash, hand cash, slips and paper files to a named person',
  input: z.strictObject({ counted: z.number().int().min(0).max(100_000_000_000), differenceReason: Reason.optional(), papers: z.number().int().min(0).max(10_000), handedTo: z.string().trim().min(2).max(120) }), output: ClosingView,
})
export const listClosings = defineContract({
  name: 'payments.closings', method: 'GET', path: '/api/payments/closings', summary: 'Closings of my desk, the newest first', input: z.strictObject({}), output: z.object({ closings: z.array(ClosingView) }),
})
export const receiveClosing = defineContract({
  name: 'payments.receive', method: 'POST', path: '/api/payments/closings/:closing/receive', summary: 'Say that cash, slips and files of a closing have come to me', input: z.strictObject({ closing: Id }), output: ClosingView,
})
