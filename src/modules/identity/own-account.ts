import { Failure } from '#kernel/failure'
import type { Call } from '#platform/http'
import { passwordMatches } from './passwords.ts'
import { findOfficer, type OfficerRow } from './stores/officers.ts'
import { giveTryBack } from './stores/sign-ins.ts'
import { beginTry, endWhenLocked, maySignIn, refuseTry } from './tries.ts'

/** Whoever asks, with an account that may sign in. Throws `unauthenticated`. */
export async function loadOwn(call: Pick<Call, 'db' | 'actor' | 'config'>): Promise<OfficerRow> {
  const officer = call.actor.id === null ? undefined : await findOfficer(call.db, call.actor.id)
  if (!officer || !maySignIn(officer, call.config.mode)) throw new Failure('unauthenticated')
  return officer
}

/** The same, where credentials that everybody knows may not be changed. Throws `demonstration_account`. */
export async function loadChangeable(call: Call): Promise<OfficerRow> {
  const officer = await loadOwn(call)
  if (officer.demonstration) throw new Failure('demonstration_account')
  return officer
}

/** Asks a signed-in person for the password again, before an act that a stranger at their desk must not do. Wrong ones count, and the last one ends the session. */
export async function provePassword(call: Call, officer: OfficerRow, password: string): Promise<void> {
  await endWhenLocked(call, async () => {
    const attempt = await beginTry(call, officer.username)
    if (!(await passwordMatches(officer.passwordHash, password))) return refuseTry(call, attempt, 'wrong_credentials', officer)
    return giveTryBack(call.db, attempt.nameIndex)
  })
}
