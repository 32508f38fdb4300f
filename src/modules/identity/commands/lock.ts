import type { Call } from '#platform/http'

/** Locks the session at once, as leaving the desk for long enough would. */
export async function lock(call: Call): Promise<Record<string, never>> {
  await call.session.lock(call.tx)
  return {}
}
