import type { z } from 'zod'
import { realNow } from '#kernel/clock'
import { Failure } from '#kernel/failure'
import { inTransaction } from '#platform/db'
import type { Call } from '#platform/http'
import { keepCitizen } from '../citizens.ts'
import type { completeSignIn as contract } from '../contract.ts'
import { completeNational, type NationalPending } from '../national.ts'
import { takePending } from '../stores/sign-ins.ts'
import { markHashOf } from '../tries.ts'

/** Takes the national identity's answer: once, from the browser that asked for it. Keeps the account, begins the session. */
export async function completeSignIn(call: Call<z.output<typeof contract.input>>): Promise<{ returnTo: string }> {
  const { mark } = call.session
  const taken = mark === null ? undefined : await takePending(call.db, markHashOf(mark), 'national', realNow())
  if (!taken?.sealed) throw new Failure('sign_in_expired')
  const pending = JSON.parse(call.sealer.open(taken.sealed)) as NationalPending
  const claims = await completeNational(call.config, call.input, pending).catch((error: unknown) => {
    if (!(error instanceof Failure)) throw error
    call.log.info({ code: error.code, reason: (error.cause as Error | undefined)?.message }, 'national sign-in refused')
    // whoever tries again is still on the way to the same page
    throw new Failure(error.code, { ...error.values, returnTo: pending.returnTo }, { cause: error.cause })
  })
  // the identity may have ignored what was asked for: what it says it proved is what counts, and whoever was signed in stays so
  if (claims.identity_level < (pending.level ?? 1)) throw new Failure('sign_in_level_unmet', { returnTo: pending.returnTo })
  await inTransaction(call.db, async (tx) => {
    const citizen = await keepCitizen(tx, call.sealer, claims, realNow())
    await call.session.start(tx, { kind: 'citizen', subject: citizen, level: claims.identity_level })
  })
  return { returnTo: pending.returnTo }
}
