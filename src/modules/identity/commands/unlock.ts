import type { z } from 'zod'
import { Failure } from '#kernel/failure'
import { inTransaction } from '#platform/db'
import type { Call } from '#platform/http'
import type { unlock as contract } from '../contract.ts'
import { passwordMatches } from '../passwords.ts'
import { findOfficer } from '../stores/officers.ts'
import { giveTryBack } from '../stores/sign-ins.ts'
import { beginTry, maySignIn, refuseTry, type Try } from '../tries.ts'

/** Opens a locked session with the password. Wrong ones count like those of the sign-in; when the name is locked, the session ends. */
export async function unlock(call: Call<z.output<typeof contract.input>>): Promise<Record<string, never>> {
  const officer = call.actor.id === null ? undefined : await findOfficer(call.db, call.actor.id)
  if (!officer || !maySignIn(officer, call.config.mode)) throw new Failure('unauthenticated')
  let attempt: Try
  try {
    attempt = await beginTry(call, officer.username)
    if (!(await passwordMatches(officer.passwordHash, call.input.password))) return await refuseTry(call, attempt, 'wrong_credentials', officer)
  } catch (error) {
    if (error instanceof Failure && error.code === 'sign_in_locked') await inTransaction(call.db, (tx) => call.session.end(tx))
    throw error
  }
  await giveTryBack(call.db, attempt.nameIndex)
  await inTransaction(call.db, (tx) => call.session.unlock(tx))
  return {}
}
