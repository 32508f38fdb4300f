import type { Call } from '#platform/http'

/** Ends the session of this browser; without one there is nothing to end, and that is as good. */
export async function signOut(call: Call): Promise<Record<string, never>> {
  await call.session.end(call.tx)
  return {}
}
