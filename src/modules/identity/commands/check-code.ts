import type { z } from 'zod'
import { realNow } from '#kernel/clock'
import { Failure } from '#kernel/failure'
import type { Call } from '#platform/http'
import { admit, type Admission } from '../admit.ts'
import type { checkCode as contract } from '../contract.ts'
import { loadPending } from '../pending.ts'
import { spendStep } from '../stores/officers.ts'
import { takePending } from '../stores/sign-ins.ts'
import { stepOfCode } from '../totp.ts'
import { beginTry, refuseTry } from '../tries.ts'

/** Second step: the code of now, used once. Begins the session in the first capacity of today, or asks for a new password. */
export async function checkCode(call: Call<z.output<typeof contract.input>>): Promise<Admission> {
  const { officer, markHash } = await loadPending(call, 'password')
  if (officer.totpSealed === null) throw new Failure('sign_in_expired')
  const attempt = await beginTry(call, officer.username)
  const step = stepOfCode(call.sealer.open(officer.totpSealed), call.input.code, realNow())
  if (step === undefined) return refuseTry(call, attempt, 'wrong_code', officer)
  const admission = await admit(call, officer, {
    attempt,
    spend: async (tx) => {
      if (!(await spendStep(tx, officer.id, step, realNow()))) return false
      if (!(await takePending(tx, markHash, 'password', realNow()))) throw new Failure('sign_in_expired')
      return true
    },
  })
  return admission ?? refuseTry(call, attempt, 'wrong_code', officer)
}
