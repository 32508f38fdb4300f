import type { z } from 'zod'
import { realNow } from '#kernel/clock'
import { publish } from '#platform/events'
import type { Tx } from '#platform/db'
import type { Call } from '#platform/http'
import { admit, type Admission } from '../admit.ts'
import type { checkRecoveryCode as contract } from '../contract.ts'
import { tellOfficer } from '../credentials.ts'
import { RecoveryCodeUsed } from '../events.ts'
import { loadPending } from '../pending.ts'
import { secretCodeHash } from '../secret-codes.ts'
import { credentialFacts, spendRecoveryCode } from '../stores/credentials.ts'
import { takePending } from '../stores/sign-ins.ts'
import { beginTry, refuseTry } from '../tries.ts'

/** Second step of somebody whose telephone is not at hand: a recovery code, once. Its use is told to the officer. */
export async function checkRecoveryCode(call: Call<z.output<typeof contract.input>>): Promise<Admission> {
  const { officer, markHash } = await loadPending(call, 'password')
  const attempt = await beginTry(call, officer.username)
  const admission = await admit(call, officer, {
    attempt,
    spend: async (tx) => {
      if (!(await spendRecoveryCode(tx, officer.id, secretCodeHash(officer.id, call.input.passcode), realNow()))) return false
      await takePending(tx, markHash, 'password', realNow())
      await tell(tx, call, officer.id)
      return true
    },
  })
  return admission ?? refuseTry(call, attempt, 'wrong_recovery_code', officer)
}

async function tell(tx: Tx, { clock }: Call, officer: string): Promise<void> {
  const { codesLeft, codesMadeAt } = await credentialFacts(tx, officer)
  await publish(tx, RecoveryCodeUsed, { subject: officer, at: clock.now(), payload: { officer, left: codesLeft } })
  await tellOfficer(tx, officer, { template: 'identity.recovery_code_used', about: `${codesMadeAt?.toISOString()}:${codesLeft}`, facts: { count: codesLeft }, at: clock.now() })
}
