import type { z } from 'zod'
import { realNow } from '#kernel/clock'
import { Failure } from '#kernel/failure'
import { inTransaction } from '#platform/db'
import { publish } from '#platform/events'
import type { Call } from '#platform/http'
import { endSessionsOf } from '#platform/sessions'
import { keyToShow, newTotpSecret } from '../authenticator.ts'
import type { changeAuthenticator as contract, newAuthenticator } from '../contract.ts'
import { tellOfficer } from '../credentials.ts'
import { AuthenticatorChanged } from '../events.ts'
import { loadChangeable } from '../own-account.ts'
import { setSecondFactor } from '../stores/credentials.ts'
import { spendStep, type OfficerRow } from '../stores/officers.ts'
import { dropPending, findPending, giveTryBack, keepPending, takePending } from '../stores/sign-ins.ts'
import { stepOfCode } from '../totp.ts'
import { beginTry, endWhenLocked, markHashOf, ownMark, pendingUntil, refuseTry, type Try } from '../tries.ts'

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

/** Changes the authenticator: a code of the old one, and one of the new. Ends every other session. Wrong codes count. */
export async function changeAuthenticator(call: Call<z.output<typeof contract.input>>): Promise<Record<string, never>> {
  const officer = await loadChangeable(call)
  const secret = await pendingSecret(call, officer)
  if (secret === undefined) throw new Failure('sign_in_expired')
  const { attempt, oldStep, step } = await endWhenLocked(call, () => proveBoth(call, officer, secret))
  const changed = await inTransaction(call.db, async (tx) => {
    const at = realNow()
    if (!(await spendStep(tx, officer.id, oldStep, at))) return false
    if (!(await takePending(tx, ownMark(call), 'authenticator', at))) throw new Failure('sign_in_expired')
    await setSecondFactor(tx, officer.id, { totpSealed: call.sealer.seal(secret), step, at })
    await dropPending(tx, officer.id)
    await endSessionsOf(tx, officer.id, call.session.current)
    await publish(tx, AuthenticatorChanged, { subject: officer.id, at: call.clock.now(), payload: { officer: officer.id } })
    await tellOfficer(tx, officer.id, { template: 'identity.authenticator_changed', about: at.toISOString(), at: call.clock.now() })
    return true
  })
  if (!changed) return endWhenLocked(call, () => refuseTry(call, attempt, 'wrong_code', officer))
  await giveTryBack(call.db, attempt.nameIndex)
  return {}
}

async function proveBoth(call: Call<z.output<typeof contract.input>>, officer: OfficerRow, secret: string): Promise<{ attempt: Try; oldStep: number; step: number }> {
  const attempt = await beginTry(call, officer.username)
  const oldStep = officer.totpSealed === null ? undefined : stepOfCode(call.sealer.open(officer.totpSealed), call.input.oldCode, realNow())
  const step = stepOfCode(secret, call.input.code, realNow())
  return oldStep === undefined || step === undefined ? refuseTry(call, attempt, 'wrong_code', officer) : { attempt, oldStep, step }
}
