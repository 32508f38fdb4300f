import type { z } from 'zod'
import { localDate } from '#kernel/local-time'
import type { Call } from '#platform/http'
import type { contacts } from '../contract.ts'
import { listAgencies } from '../store.ts'

/** When the desks of the province are open, and its own public service centre. */
export async function readContacts(call: Call): Promise<z.input<typeof contacts.output>> {
  const { tx, province, clock } = call
  const { sessions, sessionsBasis, weeklyRest } = province
  const centres = await listAgencies(tx, { on: localDate(clock.now()), kind: 'public_service_centre', area: province.area })
  return { sessions, basis: sessionsBasis, restDays: weeklyRest, centres }
}
