import type { z } from 'zod'
import type { Call } from '#platform/http'
import type { checkPassword as contract } from '../contract.ts'
import { passwordMatches } from '../passwords.ts'
import { usernameOf } from '../rules.ts'
import { findOfficerByUsername } from '../stores/officers.ts'
import { giveTryBack, keepPending } from '../stores/sign-ins.ts'
import { beginTry, markHashOf, maySignIn, pendingUntil, refuseTry } from '../tries.ts'

/**
 * First step of an officer's sign-in. For a name that nobody has, a disabled account and a wrong password the answer is one, after the same
 * statements and one verification.
 */
export async function checkPassword(call: Call<z.output<typeof contract.input>>): Promise<{ next: 'code' }> {
  const username = usernameOf(call.input.username)
  const attempt = await beginTry(call, username)
  const officer = await findOfficerByUsername(call.db, username)
  const usable = maySignIn(officer, call.config.mode)
  const right = await passwordMatches(usable ? officer.passwordHash : null, call.input.password)
  if (!usable || !right) return refuseTry(call, attempt, 'wrong_credentials', officer)
  await giveTryBack(call.db, attempt.nameIndex)
  await keepPending(call.db, markHashOf(call.session.setMark()), { kind: 'password', officer: officer.id, sealed: null }, pendingUntil())
  return { next: 'code' }
}
