import type { z } from 'zod'
import { realNow } from '#kernel/clock'
import { Failure } from '#kernel/failure'
import { inTransaction } from '#platform/db'
import { publish } from '#platform/events'
import type { Call } from '#platform/http'
import { endSessionsOf } from '#platform/sessions'
import { capacitiesToday, startSession, type Admission } from '../admit.ts'
import type { renewPassword as contract } from '../contract.ts'
import { hashChosenPassword, tellOfficer } from '../credentials.ts'
import { PasswordChanged } from '../events.ts'
import { loadPending } from '../pending.ts'
import { setPassword } from '../stores/credentials.ts'
import { dropPending, takePending } from '../stores/sign-ins.ts'
import { nameIndexOf } from '../tries.ts'

/**
 * Third step of an administrator whose password is two months old: a new one. Both factors were proven in this browser minutes ago. As every change of a
 * password, it ends all other sessions and every sign-in under way, and is told.
 */
export async function renewPassword(call: Call<z.output<typeof contract.input>>): Promise<Admission> {
  const { officer, markHash } = await loadPending(call, 'renewal')
  const hash = await hashChosenPassword(call.db, officer, call.input)
  const [capacity] = await capacitiesToday(call, officer.id, { nameIndex: nameIndexOf(call.sealer, officer.username) })
  const undo = call.session.standing()
  await inTransaction(call.db, async (tx) => {
    undo()
    const at = realNow()
    if (!(await takePending(tx, markHash, 'renewal', at))) throw new Failure('sign_in_expired')
    if (!(await setPassword(tx, officer.id, hash, { instead: officer.passwordHash, at }))) throw new Failure('credentials_changed')
    await dropPending(tx, officer.id)
    await endSessionsOf(tx, officer.id)
    await publish(tx, PasswordChanged, { subject: officer.id, at: call.clock.now(), payload: { officer: officer.id } })
    await tellOfficer(tx, officer.id, { template: 'identity.password_changed', about: at.toISOString(), at: call.clock.now() })
    await startSession(tx, call, capacity)
  })
  return { next: 'desk', name: officer.name, role: capacity.role }
}
