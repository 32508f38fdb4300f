import type { z } from 'zod'
import { realNow } from '#kernel/clock'
import { Failure } from '#kernel/failure'
import { inTransaction } from '#platform/db'
import { publish } from '#platform/events'
import type { Call } from '#platform/http'
import { endSessionsOf } from '#platform/sessions'
import type { changePassword as contract } from '../contract.ts'
import { hashChosenPassword, tellOfficer } from '../credentials.ts'
import { PasswordChanged } from '../events.ts'
import { loadChangeable, provePassword } from '../own-account.ts'
import { setPassword } from '../stores/credentials.ts'
import { dropPending } from '../stores/sign-ins.ts'

/** Changes one's own password: asks for the old one, ends every other session and every sign-in under way. */
export async function changePassword(call: Call<z.output<typeof contract.input>>): Promise<Record<string, never>> {
  const officer = await loadChangeable(call)
  await provePassword(call, officer, call.input.password)
  const hash = await hashChosenPassword(call.db, officer, call.input)
  await inTransaction(call.db, async (tx) => {
    const at = realNow()
    if (!(await setPassword(tx, officer.id, hash, { instead: officer.passwordHash, at }))) throw new Failure('credentials_changed')
    await dropPending(tx, officer.id)
    await endSessionsOf(tx, officer.id, call.session.current)
    await publish(tx, PasswordChanged, { subject: officer.id, at: call.clock.now(), payload: { officer: officer.id } })
    await tellOfficer(tx, officer.id, { template: 'identity.password_changed', about: at.toISOString(), at: call.clock.now() })
  })
  return {}
}
