import type { z } from 'zod'
import { realNow } from '#kernel/clock'
import { Failure } from '#kernel/failure'
import type { Call } from '#platform/http'
import { elsewhereOf, loadAdministered, refuseAct } from '../administering.ts'
import type { issuePaper as contract } from '../contract.ts'
import { issuePaper, tellOfficer } from '../credentials.ts'
import { lockOfficer } from '../stores/passkeys.ts'
import { clearTries } from '../stores/sign-ins.ts'
import { nameIndexOf } from '../tries.ts'

/**
 * Issues a one-time sign-in paper to an officer whose identity the administrator has made sure of: a new one, or one who lost everything. Nobody does it for
 * themselves, nor for somebody who also serves where this administrator administers nothing. Both are told.
 */
export async function issueOfficerPaper(call: Call<z.output<typeof contract.input>>): Promise<z.input<typeof contract.output>> {
  const { tx, input, actor, clock, sealer } = call
  const { account, capacities, scope } = await loadAdministered(call, input.id)
  await refuseAct(call, { officer: account.id, scope, agencies: [] })
  const [elsewhere] = elsewhereOf(capacities, scope)
  if (elsewhere !== undefined) throw new Failure('officer_elsewhere', { agency: elsewhere })
  if (account.demonstration) throw new Failure('demonstration_account')
  if (account.disabledAt !== null) throw new Failure('account_closed')
  await lockOfficer(tx, account.id)
  await clearTries(tx, nameIndexOf(sealer, account.username))
  const { code, expiresAt } = await issuePaper(tx, { officer: account.id, by: actor.id, clock })
  const about = realNow().toISOString()
  await tellOfficer(tx, account.id, { template: 'identity.paper_issued', about, facts: { by: actor.name }, at: clock.now() })
  await tellOfficer(tx, actor.id ?? '', { template: 'identity.paper_given', about: `${account.id}:${about}`, facts: { name: account.name }, at: clock.now() })
  return { username: account.username, name: account.name, code, expiresAt: expiresAt.toISOString() }
}
