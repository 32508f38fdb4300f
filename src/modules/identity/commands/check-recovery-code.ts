import type { z } from 'zod'
import { realNow } from '#kernel/clock'
import { Failure } from '#kernel/failure'
import type { Call } from '#platform/http'
import { admit, type Admission } from '../admit.ts'
import type { checkRecoveryCode as contract } from '../contract.ts'
import { takeRecoveryCode } from '../credentials.ts'
import { loadPending } from '../pending.ts'
import { takePending } from '../stores/sign-ins.ts'
import { beginTry, refuseTry } from '../tries.ts'

/** Second step of somebody whose telephone is not at hand: a recovery code, once. Its use is told to the officer. */
export async function checkRecoveryCode(call: Call<z.output<typeof contract.input>>): Promise<Admission> {
  const { officer, markHash } = await loadPending(call, 'password')
  const attempt = await beginTry(call, officer.username)
  const admission = await admit(call, officer, {
    attempt,
    spend: async (tx) => {
      if (!(await takeRecoveryCode(tx, call, { officer: officer.id, passcode: call.input.passcode }))) return false
      if (!(await takePending(tx, markHash, 'password', realNow()))) throw new Failure('sign_in_expired')
      return true
    },
  })
  return admission ?? refuseTry(call, attempt, 'wrong_recovery_code', officer)
}
