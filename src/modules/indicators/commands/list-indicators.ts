import type { z } from 'zod'
import type { Call } from '#platform/http'
import type { listIndicators } from '../contract.ts'
import { listAll } from '../store.ts'

/** Every indicator with what it means. */
export async function listDefinitions(call: Call): Promise<z.input<typeof listIndicators.output>> {
  return { indicators: (await listAll(call.tx)).map(({ definition }) => definition) }
}
