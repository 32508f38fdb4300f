import type { z } from 'zod'
import type { Call } from '#platform/http'
import type { publishVersion as contract } from '../contract.ts'
import { publishDraft } from '../publishing.ts'

/** An administrator publishes a draft version. */
export async function publishVersion(call: Call<z.output<typeof contract.input>>): Promise<z.input<typeof contract.output>> {
  const now = call.clock.now()
  const { id, code, number, validFrom } = await publishDraft(call.tx, call.input, now)
  return { id, code, number, validFrom, publishedAt: now.toISOString() }
}
