import { z } from 'zod'
import { defineEvent } from '#platform/events'

/** Nothing is owed for a subject any more. Subject: what it was for. */
export const Settled = defineEvent('payments.settled', z.object({ charge: z.uuid(), subject: z.uuid(), state: z.enum(['paid', 'waived']), total: z.int(), agency: z.string() }))

/** A receipt was voided: its sum is owed again. Subject: what it was for. */
export const ReceiptVoided = defineEvent('payments.receipt_voided', z.object({ charge: z.uuid(), subject: z.uuid(), receipt: z.uuid(), agency: z.string() }))

/** A receipt was printed again, by whom. Subject: what it was for. */
export const ReceiptReprinted = defineEvent('payments.receipt_reprinted', z.object({
  subject: z.uuid(), receipt: z.uuid(), number: z.string(), copy: z.int(), agency: z.string(), officer: z.uuid(), officerName: z.string(), capacity: z.uuid().nullable(),
}))

/** A clerk closed the till of a day. Subject: the closing. */
export const TillClosed = defineEvent('payments.till_closed', z.object({ closing: z.uuid(), agency: z.string(), cash: z.int(), transfers: z.int(), counted: z.int() }))
