import type { z } from 'zod'
import { Failure } from '#kernel/failure'
import { publish } from '#platform/events'
import type { Call } from '#platform/http'
import { clerkOf, holdAtDesk } from '../at-desk.ts'
import type * as contract from '../contract.ts'
import { ReceiptReprinted } from '../events.ts'
import { addReprint, findReceipt } from '../stores/receipts.ts'
import { receiptNumber } from '../views.ts'

/** A clerk of the desk prints a receipt again: the next print says on its face which one it is. Throws `receipt_not_found`. */
export async function reprintReceiptOf(call: Call<z.output<typeof contract.reprintReceipt.input>>): Promise<z.input<typeof contract.reprintReceipt.output>> {
  const { tx, input, clock, actor } = call
  const clerk = clerkOf(call)
  const receipt = await findReceipt(tx, input.receipt)
  if (receipt?.agency !== clerk.agency) throw new Failure('receipt_not_found')
  // held by its charge: two clerks print one after the other, under two numbers
  const charge = await holdAtDesk(call, { id: receipt.charge })
  const at = clock.now()
  const copy = await addReprint(tx, receipt.id, { officer: clerk.id, name: clerk.name, at })
  await publish(tx, ReceiptReprinted, { subject: charge.subject, at, payload: { subject: charge.subject, receipt: receipt.id, number: receiptNumber(receipt), copy, agency: clerk.agency, officer: clerk.id, officerName: clerk.name, capacity: actor.capacityId } })
  return { copy }
}
