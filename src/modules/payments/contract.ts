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
  id: Id, /** of the sheet; null before sheets were kept */ number: z.string().nullable(), at: Instant, clerk: z.string(), receipts: z.number().int(), voided: z.number().int(), cash: Amount, transfers: Amount, counted: Amount,
  differenceReason: z.string().nullable(), papers: z.number().int(), handedTo: z.string(),
  /** it goes to somebody without an account here */
  outside: z.boolean(),
  /** who has it, what they counted, what they say of a difference, and the number of the paper that was given for it outside */
  received: z.object({ at: Instant, by: z.string(), cash: Amount, remark: z.string().nullable(), reference: z.string().nullable() }).nullable(),
  /** I closed it; I am the one who says that it has come, or that it was taken outside */
  mine: z.boolean(), mayReceive: z.boolean(),
})
export type ClosingView = z.output<typeof ClosingView>

export const closeTill = defineContract({
  name: 'payments.close', method: 'POST', path: '/api/payments/till/close', summary: 'Close my till: count the cash, hand cash, slips and paper files to one of those who may receive them, or to somebody outside',
  input: z.strictObject({
    counted: z.number().int().min(0).max(100_000_000_000), differenceReason: Reason.optional(), papers: z.number().int().min(0).max(10_000), receiver: Id.optional(), /** a bank, a treasury: its name, and who took it */ outside: z.string().trim().min(5).max(120).optional(),
  }).superRefine(({ receiver, outside }, context) => {
    if (receiver === undefined && outside === undefined) context.addIssue({ code: 'custom', message: 'required', path: ['receiver'] })
    if (receiver !== undefined && outside !== undefined) context.addIssue({ code: 'custom', message: 'not_an_option', path: ['outside'] })
  }),
  output: ClosingView,
})
export const listReceivers = defineContract({
  name: 'payments.receivers', method: 'GET', path: '/api/payments/till/receivers', summary: 'To whom I may hand my till over', input: z.strictObject({}), output: z.object({ receivers: z.array(z.object({ id: Id, name: z.string(), title: Both })) }),
})
export const listClosings = defineContract({
  name: 'payments.closings', method: 'GET', path: '/api/payments/closings', summary: 'Closings of my desk and those handed to me, the newest first', input: z.strictObject({}), output: z.object({ closings: z.array(ClosingView) }),
})
export const receiveClosing = defineContract({
  name: 'payments.receive', method: 'POST', path: '/api/payments/closings/:closing/receive', summary: 'Say that cash, slips and files of a closing have come to me, or that they were taken outside',
  input: z.strictObject({ closing: Id, /** what I counted; what the clerk had counted when it is left out */ cash: z.number().int().min(0).max(100_000_000_000).optional(), remark: Reason.optional(), reference: z.string().trim().min(3).max(60).optional() }), output: ClosingView,
})
export const closingSheet = defineContract({
  name: 'payments.closingSheet', method: 'GET', path: '/api/payments/closings/:closing/sheet', summary: 'The hand-over sheet of a closing as PDF, to be signed by both', input: z.strictObject({ closing: Id }), output: z.object({}),
})
