import { realNow } from '#kernel/clock'
import { localDate } from '#kernel/local-time'
import type { Db, Tx } from '#platform/db'
import { nobody, type Actor } from '#platform/http'
import type { Session } from '#platform/sessions'
import { whoIsCitizen } from './stores/citizens.ts'
import { findStanding } from './stores/officers.ts'

/**
 * The person behind a session, for every request: one look-up. An officer whose capacity has ended is an officer
 * without a role: they may sign out and, if they hold another, sign in again. A disabled account and a session of nobody are nobody.
 * Real time: moving the business clock gives and takes no rights. `proceduresOf` answers for a capacity that is limited to a field: identity
 * knows no procedures, so without it such a capacity reaches none.
 */
export async function actorOf(db: Db, session: Session | null, proceduresOf: (field: string) => Promise<readonly string[]> = async () => []): Promise<Actor> {
  if (!session) return nobody
  if (session.kind === 'citizen') {
    const found = await whoIsCitizen(db as Tx, session.subject)
    return found ? { kind: 'citizen', id: session.subject, role: 'citizen', agency: null, capacityId: null, name: found.name, level: session.level, numberIndex: found.numberIndex } : nobody
  }
  const found = await findStanding(db, session.subject, session.capacity, localDate(realNow()))
  if (!found || found.disabledAt !== null) return nobody
  const without: Actor = { kind: 'officer', id: session.subject, role: 'nobody', agency: null, capacityId: null, name: found.name, level: 0 }
  const { role, agency, field, procedure } = found
  if (role === null) return without
  return { ...without, role, agency, capacityId: session.capacity, procedures: await reachOf({ field, procedure }, proceduresOf) }
}

/** The procedures that a capacity is limited to: one, or those of a field as `proceduresOf` answers; null when it reaches all. */
export const reachOf = async ({ field, procedure }: { field: string | null; procedure: string | null }, proceduresOf: (field: string) => Promise<readonly string[]>): Promise<readonly string[] | null> =>
  procedure !== null ? [procedure] : field !== null ? proceduresOf(field) : null
