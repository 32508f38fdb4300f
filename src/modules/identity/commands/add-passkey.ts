import type { z } from 'zod'
import { realNow } from '#kernel/clock'
import { Failure } from '#kernel/failure'
import { uuidv7 } from '#kernel/ids'
import { tidy } from '#kernel/text'
import { inTransaction } from '#platform/db'
import { publish } from '#platform/events'
import type { Call } from '#platform/http'
import type { addPasskey as contract, beginNewPasskey as begin, removePasskey as remove } from '../contract.ts'
import { tellOfficer } from '../credentials.ts'
import { PasskeyAdded, PasskeyRemoved } from '../events.ts'
import { loadOwn, provePassword } from '../own-account.ts'
import { passkeyRules } from '../rules.ts'
import { holdCredentials } from '../stores/credentials.ts'
import { deletePasskey, insertPasskey, passkeysOf } from '../stores/passkeys.ts'
import { keepPending, takePending } from '../stores/sign-ins.ts'
import { markHashOf, ownMark, pendingUntil } from '../tries.ts'
import { readRegistration, registrationOptions } from '../webauthn.ts'

/** What the device is asked for, with a challenge of this browser's own. Throws `passkeys_full`. */
export async function beginNewPasskey(call: Call): Promise<z.input<typeof begin.output>> {
  const officer = await loadOwn(call)
  const known = await passkeysOf(call.db, officer.id)
  if (known.length >= passkeyRules.most) throw new Failure('passkeys_full', { most: passkeyRules.most })
  const options = await registrationOptions(call.config, { officer: officer.id, username: officer.username, name: officer.name, rpName: call.province.name.vi }, known)
  await keepPending(call.db, markHashOf(call.session.setMark()), { kind: 'new_passkey', officer: officer.id, sealed: call.sealer.seal(options.challenge) }, pendingUntil())
  return { options: { ...options } }
}

/** Adds what the device made, under a name that tells it apart. Asks for the password: a session left open must not gain a key that outlives it. */
export async function addPasskey(call: Call<z.output<typeof contract.input>>): Promise<{ id: string }> {
  const officer = await loadOwn(call)
  await provePassword(call, officer, call.input.password)
  const taken = await takePending(call.db, ownMark(call), 'new_passkey', realNow())
  if (taken?.officer !== officer.id || !taken.sealed) throw new Failure('sign_in_expired')
  const made = await readRegistration(call.config, call.sealer.open(taken.sealed), call.input.credential)
  const id = uuidv7()
  const name = tidy(call.input.name)
  await inTransaction(call.db, async (tx) => {
    if (!(await holdCredentials(tx, officer))) throw new Failure('credentials_changed')
    if ((await passkeysOf(tx, officer.id)).length >= passkeyRules.most) throw new Failure('passkeys_full', { most: passkeyRules.most })
    if (!(await insertPasskey(tx, { id, officer: officer.id, ...made, name, addedAt: realNow() }))) throw new Failure('passkey_known')
    await publish(tx, PasskeyAdded, { subject: officer.id, at: call.clock.now(), payload: { officer: officer.id, passkey: id } })
    await tellOfficer(tx, officer.id, { template: 'identity.passkey_added', about: id, facts: { name }, at: call.clock.now() })
  })
  return { id }
}

/** Removes a passkey of one's own, at once. Throws `passkey_not_found`. */
export async function removePasskey(call: Call<z.output<typeof remove.input>>): Promise<Record<string, never>> {
  const officer = await loadOwn(call)
  const name = await deletePasskey(call.tx, officer.id, call.input.id)
  if (name === undefined) throw new Failure('passkey_not_found')
  await publish(call.tx, PasskeyRemoved, { subject: officer.id, at: call.clock.now(), payload: { officer: officer.id, passkey: call.input.id } })
  await tellOfficer(call.tx, officer.id, { template: 'identity.passkey_removed', about: call.input.id, facts: { name }, at: call.clock.now() })
  return {}
}
