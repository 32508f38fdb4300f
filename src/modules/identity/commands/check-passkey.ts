import type { z } from 'zod'
import { Failure } from '#kernel/failure'
import { inTransaction } from '#platform/db'
import type { Call } from '#platform/http'
import { admit, type Admission } from '../admit.ts'
import type { askPasskey as ask, checkPasskey as contract, unlockWithPasskey as unlockContract } from '../contract.ts'
import { authenticationOptions } from '../webauthn.ts'
import { provePasskey, spendPasskey } from '../passkeys.ts'
import { findOfficer } from '../stores/officers.ts'
import { giveTryBack, keepPending } from '../stores/sign-ins.ts'
import { endWhenLocked, markHashOf, maySignIn, pendingUntil, refuseTry } from '../tries.ts'

/** A challenge that this browser alone may answer, once and soon. */
export async function askPasskey(call: Call): Promise<z.input<typeof ask.output>> {
  const options = await authenticationOptions(call.config)
  await keepPending(call.db, markHashOf(call.session.setMark()), { kind: 'passkey', officer: null, sealed: call.sealer.seal(options.challenge) }, pendingUntil())
  return { options: { ...options } }
}

/** Signs in with a passkey alone: the device holds the key and has verified the person, which are both factors. */
export async function checkPasskey(call: Call<z.output<typeof contract.input>>): Promise<Admission> {
  const proof = await provePasskey(call, call.input.credential)
  const admission = await admit(call, proof.officer, { attempt: proof.attempt, spend: (tx) => spendPasskey(tx, call, proof) })
  return admission ?? refuseTry(call, proof.attempt, 'wrong_passkey', proof.officer)
}

/** Opens a locked session with a passkey of the same person. Wrong ones count; when the name is locked, the session ends. */
export async function unlockWithPasskey(call: Call<z.output<typeof unlockContract.input>>): Promise<Record<string, never>> {
  const officer = call.actor.id === null ? undefined : await findOfficer(call.db, call.actor.id)
  if (!officer || !maySignIn(officer, call.config.mode)) throw new Failure('unauthenticated')
  return endWhenLocked(call, async () => {
    const proof = await provePasskey(call, call.input.credential, officer)
    const opened = await inTransaction(call.db, async (tx) => {
      if (!(await spendPasskey(tx, call, proof))) return false
      await call.session.unlock(tx)
      return true
    })
    if (!opened) return refuseTry(call, proof.attempt, 'wrong_passkey', officer)
    await giveTryBack(call.db, proof.attempt.nameIndex)
    return {}
  })
}
