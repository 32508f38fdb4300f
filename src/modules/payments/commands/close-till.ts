import type { z } from 'zod'
import { Failure } from '#kernel/failure'
import { uuidv7 } from '#kernel/ids'
import { publish } from '#platform/events'
import type { Call } from '#platform/http'
import { clerkOf } from '../at-desk.ts'
import type * as contract from '../contract.ts'
import { TillClosed } from '../events.ts'
import { insertClosing, listClosings, lockClosing, markReceived, takeIntoClosing } from '../stores/receipts.ts'
import { viewOfClosing } from '../views.ts'

const mostShown = 60

/**
 * The end of a clerk's day: everything collected since the last closing is counted against the cash in the drawer, and goes with slips and paper files to a named
 * person. Throws `till_empty`, `invalid_input` when the count differs and nobody says why. The receipts are taken in one statement: one written at the same
 * moment is in this closing or in the next, never in none.
 */
export async function closeTillOf(call: Call<z.output<typeof contract.closeTill.input>>): Promise<z.input<typeof contract.closeTill.output>> {
  const { tx, input } = call
  const clerk = clerkOf(call)
  const id = uuidv7()
  const taken = await takeIntoClosing(tx, id, clerk.agency, clerk.id)
  if (taken.length === 0) throw new Failure('till_empty')
  const inForce = taken.filter(({ voidedAt }) => voidedAt === null)
  const sum = (method: 'cash' | 'transfer') => inForce.reduce((total, receipt) => total + (receipt.method === method ? receipt.total : 0), 0)
  const [cash, transfers] = [sum('cash'), sum('transfer')]
  if (input.counted !== cash && input.differenceReason === undefined) throw new Failure('invalid_input', { fields: ['differenceReason'] }, { fields: { differenceReason: 'required' } })
  const at = call.clock.now()
  const closing = {
    id, agency: clerk.agency, clerk: clerk.id, clerkName: clerk.name, at, receipts: inForce.length, voided: taken.length - inForce.length, cash, transfers, counted: input.counted,
    differenceReason: input.counted === cash ? null : (input.differenceReason ?? null), papers: input.papers, handedTo: input.handedTo,
  }
  await insertClosing(tx, closing)
  await publish(tx, TillClosed, { subject: id, at, payload: { closing: id, agency: clerk.agency, cash, transfers, counted: input.counted } })
  return viewOfClosing({ ...closing, receivedAt: null, receiverName: null }, clerk.id)
}

/** Closings of my desk, the newest first. */
export async function readClosings(call: Call): Promise<z.input<typeof contract.listClosings.output>> {
  const { agency, id } = clerkOf(call)
  return { closings: (await listClosings(call.tx, agency, mostShown)).map((closing) => viewOfClosing(closing, id)) }
}

/** The named person, or whoever is there for them, says that it has come. Throws `closing_not_found`, `closing_received`, `own_closing`. */
export async function receive(call: Call<z.output<typeof contract.receiveClosing.input>>): Promise<z.input<typeof contract.receiveClosing.output>> {
  const clerk = clerkOf(call)
  const closing = await lockClosing(call.tx, call.input.closing)
  if (closing?.agency !== clerk.agency) throw new Failure('closing_not_found')
  if (closing.receivedAt !== null) throw new Failure('closing_received')
  if (closing.clerk === clerk.id) throw new Failure('own_closing')
  return viewOfClosing(await markReceived(call.tx, closing.id, { officer: clerk.id, name: clerk.name, at: call.clock.now() }), clerk.id)
}
