import { Failure } from '#kernel/failure'
import type { Call } from '#platform/http'
import type { Read } from '#platform/readings'
import { findCharge, lockCharge, type Charge } from './stores/charges.ts'

/** Who acts at a desk. Throws `forbidden` for an officer without an agency. */
export function clerkOf({ actor }: Pick<Call, 'actor'>): { id: string; name: string; agency: string } {
  if (actor.id === null || actor.agency === null) throw new Failure('forbidden')
  return { id: actor.id, name: actor.name, agency: actor.agency }
}

/** Whose data a charge shows. */
export const readOf = ({ subject, code, citizen, numberIndex }: Pick<Charge, 'subject' | 'code' | 'citizen' | 'numberIndex'>): Read => ({ dossier: subject, code, citizen, numberIndex })

const isOf = ({ agency, also }: Charge, desk: string): boolean => agency === desk || also === desk

/** The charge of a subject at my desk; another desk's is not there. */
export async function chargeAtDesk(call: Call, subject: string): Promise<Charge | undefined> {
  const charge = await findCharge(call.tx, subject)
  return charge && isOf(charge, clerkOf(call).agency) ? charge : undefined
}

/** The same, held until the end of the transaction. Throws `charge_not_found`. */
export async function holdAtDesk(call: Call, by: { subject: string } | { id: string }): Promise<Charge> {
  const charge = await lockCharge(call.tx, by)
  if (!charge || !isOf(charge, clerkOf(call).agency)) throw new Failure('charge_not_found')
  return charge
}
