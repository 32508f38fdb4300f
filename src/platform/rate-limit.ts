import { Failure } from '#kernel/failure'
import type { RateLimit } from './http.ts'

/** Counts attempts in this process: a brake, not a lock. Locks that must hold across processes are in the database. */
export type Limiter = {
  /** Throws `rate_limited` with `seconds` to wait when `who` has used up `limit` for `what`. */
  take(what: string, limit: RateLimit, who: string): void
}

/** Makes a limiter of fixed windows. `now` in milliseconds; what has run out is forgotten, so it does not grow. */
export function makeLimiter(now: () => number = Date.now): Limiter {
  const windows = new Map<string, { count: number; until: number }>()
  let sweepAt = now() + 60_000
  return {
    take(what, limit, who) {
      const at = now()
      if (at >= sweepAt) {
        for (const [key, window] of windows) if (window.until <= at) windows.delete(key)
        sweepAt = at + 60_000
      }
      const key = `${what}\0${who}`
      const found = windows.get(key)
      const window = found && found.until > at ? found : { count: 0, until: at + limit.seconds * 1000 }
      window.count += 1
      windows.set(key, window)
      if (window.count > limit.most) throw new Failure('rate_limited', { seconds: Math.ceil((window.until - at) / 1000) })
    },
  }
}
