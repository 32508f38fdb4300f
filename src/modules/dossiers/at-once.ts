import type { Body } from '#modules/procedures'
import type { Immediate } from './rights.ts'

type Places = { receivingAgency: string; collectingAgency: string; receive: 'electronic' | 'counter' }

/**
 * Whether what somebody came for is given while they wait, and how: the procedure allows it, the result is wanted on paper at this counter, and the authority that
 * decides it keeps this desk (`ownDesk`). `write` when the officer has something to write for it, else `certify`. Null for everything that goes the ordinary way.
 */
export function atOnceOf(body: Pick<Body, 'immediate' | 'office'>, { receivingAgency, collectingAgency, receive }: Places, ownDesk: string | undefined): Immediate | null {
  if (!body.immediate || receive !== 'counter' || collectingAgency !== receivingAgency || ownDesk !== receivingAgency) return null
  return body.office.length > 0 ? 'write' : 'certify'
}
