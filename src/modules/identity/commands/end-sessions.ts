import type { z } from 'zod'
import { Failure } from '#kernel/failure'
import type { Call } from '#platform/http'
import { endSessionOf, endSessionsOf } from '#platform/sessions'
import type { endSession as one } from '../contract.ts'
import { signInsOf } from '../stores/sign-ins.ts'

/** Ends one of one's own sessions: whoever sits there must sign in again. Throws `session_not_found`, also for somebody else's. */
export async function endSession(call: Call<z.output<typeof one.input>>): Promise<Record<string, never>> {
  const officer = call.actor.id ?? ''
  const found = (await signInsOf(call.tx, officer)).find(({ id }) => id === call.input.id)
  if (!found || call.session.current?.tokenHash.equals(found.sessionHash)) throw new Failure('session_not_found')
  if (!(await endSessionOf(call.tx, officer, found.sessionHash))) throw new Failure('session_not_found')
  return {}
}

/** Ends all of one's sessions but this. */
export async function endOtherSessions({ tx, actor, session }: Call): Promise<{ ended: number }> {
  return { ended: await endSessionsOf(tx, actor.id ?? '', session.current) }
}
