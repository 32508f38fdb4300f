import type { Adapter, AdapterPayload } from 'oidc-provider'

type Kept = { payload: AdapterPayload; until: number }

/** most things of all kinds that are remembered; the oldest give way, so that nobody can fill the memory */
const most = 10_000

/**
 * The memory of the simulator: one process, gone at its end. A sign-in that was under way then is begun again.
 * `now` in milliseconds.
 */
export function makeMemory(now: () => number = () => Date.now()): (model: string) => Adapter {
  const kept = new Map<string, Kept>()
  const grants = new Map<string, Set<string>>()
  const forget = (key: string) => {
    const grant = kept.get(key)?.payload.grantId
    kept.delete(key)
    if (grant === undefined) return
    const keys = grants.get(grant)
    keys?.delete(key)
    if (keys?.size === 0) grants.delete(grant)
  }
  const makeRoom = () => {
    if (kept.size < most) return
    for (const [key, { until }] of kept) if (until <= now()) forget(key)
    for (const key of kept.keys()) {
      if (kept.size < most) break
      forget(key)
    }
  }
  const read = (key: string): AdapterPayload | undefined => {
    const found = kept.get(key)
    if (found && found.until > now()) return found.payload
    if (found) forget(key)
    return undefined
  }
  return (model) => {
    const keyOf = (id: string) => `${model}:${id}`
    const findBy = (fits: (payload: AdapterPayload) => boolean) => {
      for (const [key, { payload }] of kept) if (key.startsWith(`${model}:`) && fits(payload)) return read(key)
      return undefined
    }
    return {
      async upsert(id, payload, seconds) {
        forget(keyOf(id))
        makeRoom()
        kept.set(keyOf(id), { payload, until: seconds ? now() + seconds * 1000 : Infinity })
        if (payload.grantId !== undefined) grants.set(payload.grantId, (grants.get(payload.grantId) ?? new Set()).add(keyOf(id)))
      },
      find: async (id) => read(keyOf(id)),
      findByUid: async (uid) => findBy((payload) => payload.uid === uid),
      findByUserCode: async (code) => findBy((payload) => payload.userCode === code),
      async consume(id) {
        const found = kept.get(keyOf(id))
        if (found) found.payload = { ...found.payload, consumed: Math.floor(now() / 1000) }
      },
      async destroy(id) {
        forget(keyOf(id))
      },
      async revokeByGrantId(grant) {
        for (const key of grants.get(grant) ?? []) forget(key)
      },
    }
  }
}
