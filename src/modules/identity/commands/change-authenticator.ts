import type { z } from 'zod'
import { realNow } from '#kernel/clock'
import { Failure } from '#kernel/failure'
import { inTransaction, type Tx } from '#platform/db'
import { publish } from '#platform/events'
import type { Call } from '#platform/http'
import { endSessionsOf } from '#platform/sessions'
import { keyToShow, newTotpSecret } from '../authenticator.ts'
import type { changeAuthenticator as contract, newAuthenticator } from '../contract.ts'
import { tellOfficer, takeRecoveryCode } from '../credentials.ts'
import { AuthenticatorChanged } from '../events.ts'
import { loadChangeable } from '../own-account.ts'
import { codeRules } from '../rules.ts'
import { holdCredentials, setSecondFactor } from '../stores/credentials.ts'
import { spendStep, type OfficerRow } from '../stores/officers.ts'
import { dropPending, findPending, giveTryBack, keepPending, takePending } from '../stores/sign-ins.ts'
import { stepOfCode } from '../totp.ts'
import { beginTry, endWhenLocked, markHashOf, ownMark, pendingUntil, refuseTry, type Try, type WrongTry } from '../tries.ts'

/** Makes the new key and keeps it for this browser; the old one counts until the new one is proven. */
export async function beginAuthenticator(call: Call): Promise<Record<string, never>> {
  const officer = await loadChangeable(call)
  await keepPending(call.db, markHashOf(call.session.setMark()), { kind: 'authenticator', officer: officer.id, sealed: call.sealer.seal(newTotpSecret()) }, pendingUntil())
  return {}
}

/** The new key to be shown; null when this browser has begun nothing, or too long ago. */
export async function showNewAuthenticator(call: Call): Promise<z.input<typeof newAuthenticator.output>> {
  const officer = await loadChangeable(call)
  const secret = await pendingSecret(call, officer)
  return { open: secret === undefined ? null : { username: officer.username, ...(await keyToShow(secret, { username: officer.username, issuer: call.province.name.vi })) } }
}

async function pendingSecret(call: Call, officer: OfficerRow): Promise<string | undefined> {
  if (call.session.mark === null) return undefined
  const pending = await findPending(call.db, ownMark(call), 'authenticator', realNow())
  return pending?.officer === officer.id && pending.sealed ? call.sealer.open(pending.sealed) : undefined
}

/**
 * Changes the authenticator: a code of the old one, or a recovery code when its telephone is gone, and a code of the new one. Ends every other session. Wrong
 * codes count.
 */
export async function changeAuthenticator(call: Call<z.output<typeof contract.input>>): Promise<Record<string, never>> {
  const officer = await loadChangeable(call)
  const secret = await pendingSecret(call, officer)
  if (secret === undefined) throw new Failure('sign_in_expired')
  const { attempt, step } = await endWhenLocked(call, () => proveNew(call, officer, secret))
  const old = oldProof(call, officer)
  const changed = await inTransaction(call.db, async (tx) => {
    const at = realNow()
    if (!(await holdCredentials(tx, officer))) throw new Failure('credentials_changed')
    if (!(await old.spend(tx))) return false
    if (!(await takePending(tx, ownMark(call), 'authenticator', at))) throw new Failure('sign_in_expired')
    await setSecondFactor(tx, officer.id, { totpSealed: call.sealer.seal(secret), step, at })
    await dropPending(tx, officer.id)
    await endSessionsOf(tx, officer.id, call.session.current)
    await publish(tx, AuthenticatorChanged, { subject: officer.id, at: call.clock.now(), payload: { officer: officer.id } })
    await tellOfficer(tx, officer.id, { template: 'identity.authenticator_changed', about: at.toISOString(), at: call.clock.now() })
    return true
  })
  if (!changed) return endWhenLocked(call, () => refuseTry(call, attempt, old.wrong, officer))
  await giveTryBack(call.db, attempt.nameIndex)
  return {}
}

type Change = Call<z.output<typeof contract.input>>

async function proveNew(call: Change, officer: OfficerRow, secret: string): Promise<{ attempt: Try; step: number }> {
  const attempt = await beginTry(call, officer.username)
  const step = stepOfCode(secret, call.input.code, realNow())
  return step === undefined ? refuseTry(call, attempt, 'wrong_code', officer) : { attempt, step }
}

/** What proves the factor that is replaced, told apart by its length; `spend` answers false when it is wrong or used up. */
function oldProof(call: Change, officer: OfficerRow): { spend(tx: Tx): Promise<boolean>; wrong: WrongTry } {
  const { oldCode } = call.input
  if (oldCode.length > codeRules.digits) return { spend: (tx) => takeRecoveryCode(tx, call, { officer: officer.id, passcode: oldCode }), wrong: 'wrong_recovery_code' }
  const step = officer.totpSealed === null ? undefined : stepOfCode(call.sealer.open(officer.totpSealed), oldCode, realNow())
  return { spend: async (tx) => step !== undefined && spendStep(tx, officer.id, step, realNow()), wrong: 'wrong_code' }
}
