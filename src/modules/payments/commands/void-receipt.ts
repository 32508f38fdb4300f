import type { z } from 'zod'
import { Failure } from '#kernel/failure'
import { publish } from '#platform/events'
import type { Call } from '#platform/http'
import { clerkOf, holdAtDesk, readOf } from '../at-desk.ts'
import type * as contract from '../contract.ts'
import { ReceiptVoided } from '../events.ts'
import { settleCharge } from '../stores/charges.ts'
import { findReceipt, markVoided } from '../stores/receipts.ts'
import { viewOfCharge } from '../views.ts'

/**
 * A receipt was written wrongly: it is voided with the reason, its number stays in the book, and the sum is owed again until another receipt is written. Throws
 * `receipt_not_found`, `receipt_voided`, `receipt_closed` once the day was closed.
 */
export async function voidReceiptOf(call: Call<z.output<typeof contract.voidReceipt.input>>): Promise<z.input<typeof contract.ChargeView>> {
  const { tx, input } = call
  const clerk = clerkOf(call)
  const seen = await findReceipt(tx, input.receipt)
  if (seen?.agency !== clerk.agency) throw new Failure('receipt_not_found')
  const charge = await holdAtDesk(call, { id: seen.charge })
  // read again behind the lock: a colleague may have been first
  const receipt = await findReceipt(tx, input.receipt)
  if (!receipt || receipt.voidedAt !== null) throw new Failure('receipt_voided')
  if (receipt.closing !== null) throw new Failure('receipt_closed')
  const at = call.clock.now()
  await markVoided(tx, receipt.id, { officer: clerk.id, name: clerk.name, reason: input.reason, at })
  await settleCharge(tx, charge.id, { state: 'due', at: null })
  await publish(tx, ReceiptVoided, { subject: charge.subject, at, payload: { charge: charge.id, subject: charge.subject, receipt: receipt.id, agency: charge.agency } })
  call.reads([readOf(charge)])
  return viewOfCharge(call, { ...charge, state: 'due', settledAt: null })
}
