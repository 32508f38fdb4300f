import type { z } from 'zod'
import { Failure } from '#kernel/failure'
import { uuidv7 } from '#kernel/ids'
import { localDate } from '#kernel/local-time'
import { publish } from '#platform/events'
import { notify } from '#platform/notify'
import type { Call } from '#platform/http'
import { clerkOf } from '../at-desk.ts'
import type * as contract from '../contract.ts'
import { TillClosed } from '../events.ts'
import { receiversFor } from '../receivers.ts'
import { insertClosing } from '../stores/closings.ts'
import { takeIntoClosing } from '../stores/receipts.ts'
import { sheetNumber, viewOfClosing } from '../views.ts'

/**
 * The end of a clerk's day: everything collected since the last closing is counted against the cash in the drawer, and goes with slips and paper files to a chosen
 * person, who is told, or to somebody outside. Throws `till_empty`, `no_such_receiver`, `invalid_input` when the count differs and nobody says why. The receipts are taken in one
 * statement: one written at the same moment is in this closing or in the next, never in none.
 */
export async function closeTillOf(call: Call<z.output<typeof contract.closeTill.input>>): Promise<z.input<typeof contract.closeTill.output>> {
  const { tx, input } = call
  const clerk = clerkOf(call)
  const at = call.clock.now()
  const id = uuidv7()
  const taken = await takeIntoClosing(tx, id, clerk.agency, clerk.id)
  if (taken.length === 0) throw new Failure('till_empty')
  const inForce = taken.filter(({ voidedAt }) => voidedAt === null)
  const sum = (method: 'cash' | 'transfer') => inForce.reduce((total, receipt) => total + (receipt.method === method ? receipt.total : 0), 0)
  const [cash, transfers] = [sum('cash'), sum('transfer')]
  if (input.counted !== cash && input.differenceReason === undefined) throw new Failure('invalid_input', { fields: ['differenceReason'] }, { fields: { differenceReason: 'required' } })
  const receiver = input.receiver === undefined ? null : (await receiversFor(tx, clerk.agency, clerk.id, at)).find((each) => each.id === input.receiver)
  if (receiver === undefined) throw new Failure('no_such_receiver')
  const closing = await insertClosing(tx, {
    id, agency: clerk.agency, year: Number(localDate(at).slice(0, 4)), clerk: clerk.id, clerkName: clerk.name, at, receipts: inForce.length, voided: taken.length - inForce.length, cash, transfers, counted: input.counted,
    differenceReason: input.counted === cash ? null : (input.differenceReason ?? null), papers: input.papers, handedTo: receiver?.name ?? input.outside ?? '', receiver: receiver?.id ?? null, outside: receiver === null,
  })
  await publish(tx, TillClosed, { subject: id, at, payload: { closing: id, agency: clerk.agency, cash, transfers, counted: input.counted } })
  if (receiver) await notify(tx, { key: `payments:closing:${id}`, person: receiver.id, subject: id, template: 'payments.till_handed', facts: { name: clerk.name, counted: input.counted, number: sheetNumber(closing) ?? '' }, at })
  return viewOfClosing(closing, clerk)
}
