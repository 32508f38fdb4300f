import type { z } from 'zod'
import { Failure } from '#kernel/failure'
import type { Call } from '#platform/http'
import type { beginSignIn as contract } from '../contract.ts'
import { beginNational } from '../national.ts'
import { keepPending } from '../stores/sign-ins.ts'
import { markHashOf, pendingUntil } from '../tries.ts'

/** Remembers a sign-in that has begun, bound to this browser, and says where the browser goes. */
export async function beginSignIn(call: Call<z.output<typeof contract.input>>): Promise<{ location: string }> {
  const { location, pending } = await beginNational(call.config, call.input, call.locale).catch((error: unknown) => {
    if (error instanceof Failure) call.log.info({ code: error.code, reason: (error.cause as Error | undefined)?.message }, 'national sign-in not begun')
    throw error
  })
  await keepPending(call.db, markHashOf(call.session.setMark()), { kind: 'national', officer: null, sealed: call.sealer.seal(JSON.stringify(pending)) }, pendingUntil())
  return { location }
}
