import { realNow } from '#kernel/clock'
import { Failure } from '#kernel/failure'
import type { Call } from '#platform/http'
import { findOfficer, type OfficerRow } from './stores/officers.ts'
import { findPending, type PendingKind } from './stores/sign-ins.ts'
import { maySignIn, ownMark } from './tries.ts'

/**
 * The officer who is in the middle of something in this browser, and what was sealed for its next step. Throws `sign_in_expired` when there is none, it is
 * too late, or the account was closed meanwhile.
 */
export async function loadPending(call: Call, kind: PendingKind): Promise<{ officer: OfficerRow; markHash: Buffer; sealed: string | null }> {
  const markHash = ownMark(call)
  const pending = await findPending(call.db, markHash, kind, realNow())
  const officer = pending?.officer == null ? undefined : await findOfficer(call.db, pending.officer)
  const open = officer && (kind === 'paper' ? mayEnrol(officer, call.config.mode) : maySignIn(officer, call.config.mode))
  if (!pending || !officer || !open) throw new Failure('sign_in_expired')
  return { officer, markHash, sealed: pending.sealed && call.sealer.open(pending.sealed) }
}

/** Whether a one-time paper may open this account: it is open, and has no credentials. */
export const mayEnrol = (officer: OfficerRow | undefined, mode: 'demonstration' | 'production'): officer is OfficerRow =>
  officer !== undefined && officer.disabledAt === null && officer.passwordHash === null && (mode === 'demonstration' || !officer.demonstration)
