import type { z } from 'zod'
import { Failure } from '#kernel/failure'
import { uuidv7 } from '#kernel/ids'
import { localDate } from '#kernel/local-time'
import { publish } from '#platform/events'
import type { Call } from '#platform/http'
import { clerkOf, holdAtDesk, readOf } from '../at-desk.ts'
import type * as contract from '../contract.ts'
import { Settled } from '../events.ts'
import { nextState } from '../states.ts'
import { settleCharge, type Charge } from '../stores/charges.ts'
import { insertReceipt } from '../stores/receipts.ts'
import { viewOfCharge } from '../views.ts'

type View = Promise<z.input<typeof contract.ChargeView>>

async function settle(call: Call, charge: Charge, to: { state: 'paid' | 'waived'; reason?: string }): View {
  const at = call.clock.now()
  const waived = to.reason === undefined ? {} : { waivedBy: clerkOf(call).name, waivedReason: to.reason }
  await settleCharge(call.tx, charge.id, { state: to.state, at, ...waived })
  await publish(call.tx, Settled, { subject: charge.subject, at, payload: { charge: charge.id, subject: charge.subject, state: to.state, total: charge.total, agency: charge.agency } })
  call.reads([readOf(charge)])
  return viewOfCharge(call, { ...charge, state: to.state, settledAt: at, waivedBy: waived.waivedBy ?? null, waivedReason: waived.waivedReason ?? null })
}

function refuseSettled(charge: Charge, act: 'collect' | 'waive'): void {
  if (nextState(charge.state, act) === undefined) throw new Failure('charge_settled', { state: charge.state })
}

/** The clerk has the cash in hand, or has seen the transfer arrive: a receipt with the next number of the book. Throws `charge_not_found`, `charge_settled`. */
export const collectCharge = (call: Call<z.output<typeof contract.collect.input>>): View => collectAtDesk(call, call.input)

/** The same as a part of another act of the clerk's, in its transaction. */
export async function collectAtDesk(call: Call, input: z.output<typeof contract.collect.input>): View {
  const { tx } = call
  const charge = await holdAtDesk(call, { subject: input.subject })
  refuseSettled(charge, 'collect')
  const clerk = clerkOf(call)
  const at = call.clock.now()
  await insertReceipt(tx, {
    id: uuidv7(), charge: charge.id, agency: clerk.agency, year: Number(localDate(at).slice(0, 4)), method: input.method, reference: input.reference || null, total: charge.total, collector: clerk.id,
    collectorName: clerk.name, at,
  })
  return settle(call, charge, { state: 'paid' })
}

/** Somebody need not pay: families of merit, poor households, persons with disabilities. The ground is kept. Throws `charge_not_found`, `charge_settled`. */
export async function waiveCharge(call: Call<z.output<typeof contract.waive.input>>): View {
  const charge = await holdAtDesk(call, { subject: call.input.subject })
  refuseSettled(charge, 'waive')
  return settle(call, charge, { state: 'waived', reason: call.input.reason })
}
