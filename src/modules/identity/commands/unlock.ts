import type { z } from 'zod'
import { Failure } from '#kernel/failure'
import { inTransaction } from '#platform/db'
import type { Call } from '#platform/http'
import type { unlock as contract } from '../contract.ts'
import { passwordMatches } from '../passwords.ts'
import { findOfficer } from '../stores/officers.ts'
import { giveTryBack } from '../stores/sign-ins.ts'
import { beginTry, endWhenLocked, maySignIn, refuseTry } from '../tries.ts'

/** Opens a locked session with the password. Wrong ones count like those of the sign-in; when the name is locked, the session ends. */
export async function unlock(call: Call<z.output<typeof contract.input>>): Promise<Record<string, never>> {
  const officer = call.actor.id === null ? undefined : await findOfficer(call.db, call.actor.id)
  if (!officer || !maySignIn(officer, call.config.mode)) throw new Failure('unauthenticated')
  const attempt = await endWhenLocked(call, async () => {
    const taken = await beginTry(call, officer.username)
    return (await passwordMatches(officer.passwordHash, call.input.password)) ? taken : refuseTry(call, taken, 'wrong_credentials', officer)
  })
  await giveTryBack(call.db, attempt.nameIndex)
  await inTransaction(call.db, (tx) => call.session.unlock(tx))
  return {}
}
