import type { z } from 'zod'
import { inTransaction } from '#platform/db'
import type { Call } from '#platform/http'
import type { renewRecoveryCodes as contract } from '../contract.ts'
import { giveRecoveryCodes } from '../credentials.ts'
import { loadChangeable, provePassword } from '../own-account.ts'

/** Ten new recovery codes, shown in this answer and never again; all earlier ones are worth nothing. */
export async function renewRecoveryCodes(call: Call<z.output<typeof contract.input>>): Promise<{ recoveryCodes: string[] }> {
  const officer = await loadChangeable(call)
  await provePassword(call, officer, call.input.password)
  return { recoveryCodes: await inTransaction(call.db, (tx) => giveRecoveryCodes(tx, officer.id)) }
}
