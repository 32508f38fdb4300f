import { uuidv7 } from '#kernel/ids'
import { sumDong } from '#kernel/money'
import type { Tx } from '#platform/db'
import type { ChargeLine } from './contract.ts'
import { isSettled, type ChargeState } from './states.ts'
import { findCharge, findCharges, insertCharge, lockCharge, settleCharge, type Both } from './stores/charges.ts'
import { receiptsOf } from './stores/receipts.ts'
import { receiptNumber } from './views.ts'

/** What is charged, for what, to whom, whose desk collects it, and which other one may. */
export type Owed = { subject: string; code: string; title: Both; payer: string; citizen: string | null; numberIndex: Buffer | null; agency: string; also: string | null; lines: readonly ChargeLine[]; at: Date }

/** Charges what a person owes for a subject, once; nothing when the lines come to nothing. */
export async function charge(tx: Tx, owed: Owed): Promise<void> {
  const lines = owed.lines.filter(({ total }) => total > 0)
  const total = sumDong(lines.map((line) => line.total))
  if (total > 0) await insertCharge(tx, { ...owed, id: uuidv7(), lines, total, state: 'due', settledAt: null, waivedBy: null, waivedReason: null })
}

/** How it stands with what is owed for a subject; undefined when nothing ever was. `total` in đồng, `desks` may collect it, `receipt` is the number of the one in force. */
export async function dueFor(tx: Tx, subject: string): Promise<{ state: ChargeState; total: number; desks: string[]; receipt: string | null } | undefined> {
  const found = await findCharge(tx, subject)
  if (!found) return undefined
  const receipt = found.state === 'paid' ? (await receiptsOf(tx, found.id)).find(({ voidedAt }) => voidedAt === null) : undefined
  return { state: found.state, total: found.total, desks: [found.agency, ...(found.also === null ? [] : [found.also])], receipt: receipt ? receiptNumber(receipt) : null }
}

/** What a desk may collect for these subjects now: the sum of each in đồng. */
export async function dueAtDesk(tx: Tx, desk: string, subjects: readonly string[]): Promise<Map<string, number>> {
  const charges = await findCharges(tx, subjects)
  return new Map(charges.filter(({ state, agency, also }) => state === 'due' && (agency === desk || also === desk)).map(({ subject, total }) => [subject, total]))
}

/** How it stands with many subjects at once, in đồng; those for which nothing ever was are left out. */
export async function owedFor(tx: Tx, subjects: readonly string[]): Promise<Map<string, { state: ChargeState; total: number }>> {
  return new Map((await findCharges(tx, subjects)).map(({ subject, state, total }) => [subject, { state, total }]))
}

/** Whether nothing is owed (any more) for a subject. */
export async function isPaidUp(tx: Tx, subject: string): Promise<boolean> {
  const found = await findCharge(tx, subject)
  return found === undefined || isSettled(found.state)
}

/** Nothing is owed any more for a subject that came to nothing; what was paid stays paid. */
export async function cancelCharge(tx: Tx, subject: string, at: Date): Promise<void> {
  const found = await lockCharge(tx, { subject })
  if (found?.state === 'due') await settleCharge(tx, found.id, { state: 'cancelled', at })
}
