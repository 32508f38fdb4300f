import type { Tx } from '#platform/db'
import { getAgency } from '#modules/agencies'
import { officersOf } from '#modules/identity'

/** Somebody to whom a till may be handed over. */
export type Receiver = { id: string; name: string; title: { vi: string; en: string } }

/** Who may receive a desk's cash: its other clerks and its head, then the officers and leaders of the authority it belongs to. */
export async function receiversFor(tx: Tx, desk: string, clerk: string, at: Date): Promise<Receiver[]> {
  const { parent } = await getAgency(tx, desk)
  const roles = [['clerk', desk], ['leader', desk], ['officer', parent], ['leader', parent]] as const
  const people = new Map<string, Receiver>()
  for (const [role, agency] of roles) {
    for (const { id, name, title } of agency === null ? [] : await officersOf(tx, { agency, role, at })) if (id !== clerk && !people.has(id)) people.set(id, { id, name, title })
  }
  return [...people.values()]
}
