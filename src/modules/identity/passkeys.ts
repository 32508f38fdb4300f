import { realNow } from '#kernel/clock'
import { Failure } from '#kernel/failure'
import { inTransaction, type Tx } from '#platform/db'
import { publish } from '#platform/events'
import type { Call } from '#platform/http'
import type { Assertion } from './contract-credentials.ts'
import { tellOfficer } from './credentials.ts'
import { PasskeyCopied } from './events.ts'
import { countPasskeyUse, findPasskey, type PasskeyRow } from './stores/passkeys.ts'
import { findOfficer, type OfficerRow } from './stores/officers.ts'
import { takePending } from './stores/sign-ins.ts'
import { beginTry, maySignIn, ownMark, refuseTry, type Try } from './tries.ts'
import { readAssertion } from './webauthn.ts'

export type PasskeyProof = { officer: OfficerRow; passkey: PasskeyRow; counter: number; attempt: Try }

/**
 * Checks the answer to this browser's challenge, which is used up by it, right or wrong. `whose`: only a key of this person will do. Tries count under the
 * name whose key it is, or of `whose`; a key that nobody has is counted by the address alone. Throws `sign_in_expired`, `wrong_passkey`, `sign_in_locked`.
 */
export async function provePasskey(call: Call, response: Assertion, whose?: OfficerRow): Promise<PasskeyProof> {
  const taken = await takePending(call.db, ownMark(call), 'passkey', realNow())
  if (!taken?.sealed) throw new Failure('sign_in_expired')
  const passkey = await findPasskey(call.db, Buffer.from(response.id, 'base64url'))
  const officer = passkey && (await findOfficer(call.db, passkey.officer))
  const counted = whose ?? officer
  if (!counted) throw new Failure('wrong_passkey')
  const attempt = await beginTry(call, counted.username)
  const tell = (reason: string): void => call.log.info({ officer: counted.id, reason }, 'passkey refused')
  const ours = passkey !== undefined && maySignIn(officer, call.config.mode) && (whose === undefined || whose.id === officer.id)
  const counter = ours ? await readAssertion(call.config, call.sealer.open(taken.sealed), { response, passkey, tell }) : undefined
  if (!ours || counter === undefined) return refuseTry(call, attempt, 'wrong_passkey', counted)
  return { officer, passkey, counter, attempt }
}

/**
 * Notes the use of a passkey, in the transaction of what it opens. False when it was removed meanwhile, or its counter did not grow: then nothing is opened,
 * and in the second case the officer is told that there may be a copy.
 */
export async function spendPasskey(tx: Tx, call: Pick<Call, 'db' | 'clock' | 'log'>, { officer, passkey, counter }: PasskeyProof): Promise<boolean> {
  if (await countPasskeyUse(tx, passkey.id, counter, realNow())) return true
  if (!(await findPasskey(tx, passkey.credential))) return false
  call.log.warn({ officer: officer.id, passkey: passkey.id }, 'passkey counter did not grow')
  await inTransaction(call.db, async (own) => {
    await publish(own, PasskeyCopied, { subject: officer.id, at: call.clock.now(), payload: { officer: officer.id, passkey: passkey.id } })
    await tellOfficer(own, officer.id, { template: 'identity.passkey_copied', about: `${passkey.id}:${counter}`, facts: { name: passkey.name }, at: call.clock.now() })
  })
  return false
}
