import { data, redirect } from 'react-router'
import type { z } from 'zod'
import type { App } from '#kernel/app'
import type { Contract } from '#kernel/contract'
import { pathOf, signInAt, stepUpAt, unlockAt } from './places.ts'

/** A refusal of the server as a page sees it. `fields`: one reason per field of the input. */
export type Refusal = { code: string; status: number; values: Record<string, unknown>; fields: Record<string, string> }

type Thrown = { code?: unknown; status?: unknown; values?: unknown; fields?: unknown; data?: unknown }

/** The refusal in whatever was thrown, or null when it is a fault of ours. Looks at its shape: the bundle has no class of the server. */
export function refusalOf(error: unknown): Refusal | null {
  if (typeof error !== 'object' || error === null) return null
  const thrown = error as Thrown
  const { code, status, values, fields } = typeof thrown.code === 'string' ? thrown : ((thrown.data ?? {}) as Thrown)
  if (typeof code !== 'string' || typeof status !== 'number') return null
  return { code, status, values: (values ?? {}) as Refusal['values'], fields: (fields ?? {}) as Refusal['fields'] }
}

/**
 * The application for loaders and actions: a refusal that nobody catches becomes an error page with its own status and words, and a page
 * that wants a signed-in or an unlocked session sends the person there and back. Faults stay faults: 500, told to the log.
 */
export function forPages(app: App, request: Request): App {
  const path = pathOf(request.url)
  const call: App['call'] = async (contract, input, options) => {
    try {
      return await app.call(contract, input, options)
    } catch (error) {
      const refusal = refusalOf(error)
      if (!refusal) throw error
      // what binds a person asks for more than this sign-in proved: whatever was being done, that comes first
      if (refusal.code === 'identity_level_too_low') throw redirect(stepUpAt(path))
      if (request.method === 'GET' || request.method === 'HEAD') sendElsewhere(refusal.code, path)
      throw data(refusal, { status: refusal.status, statusText: refusal.code })
    }
  }
  return { ...app, call }
}

function sendElsewhere(code: string, path: string): void {
  const to = code === 'unauthenticated' ? signInAt(path) : code === 'session_locked' ? unlockAt(path) : null
  // a door that needs a key to its own room would turn for ever
  if (to !== null && !to.startsWith(`${path.split('?')[0]}?`)) throw redirect(to)
}

export type Attempt<T> = { ok: true; value: T } | { ok: false; refusal: Refusal }

/**
 * Runs a contract for an action: a refusal that the person can do something about comes back instead of being thrown, so that the form
 * can be shown again with everything they typed. Faults of ours are thrown. The input is whatever the form held: the server checks it.
 */
export async function attempt<C extends Contract>(app: App, contract: C, input: unknown, options?: { key?: string | undefined }): Promise<Attempt<z.output<C['output']>>> {
  try {
    const { key } = options ?? {}
    return { ok: true, value: await app.call(contract, input as z.input<C['input']>, key === undefined ? {} : { key }) }
  } catch (error) {
    const refusal = refusalOf(error)
    if (!refusal || refusal.code === 'internal') throw error
    return { ok: false, refusal }
  }
}
