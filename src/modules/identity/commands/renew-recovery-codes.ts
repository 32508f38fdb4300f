import type { z } from 'zod'
import { realNow } from '#kernel/clock'
import { inTransaction } from '#platform/db'
import { publish } from '#platform/events'
import type { Call } from '#platform/http'
import type { renewRecoveryCodes as contract } from '../contract.ts'
import { giveRecoveryCodes, tellOfficer } from '../credentials.ts'
import { RecoveryCodesRenewed } from '../events.ts'
import { loadChangeable, provePassword } from '../own-account.ts'

/** Ten new recovery codes, shown in this answer and never again; all earlier ones are worth nothing, and that is told. */
export async function renewRecoveryCodes(call: Call<z.output<typeof contract.input>>): Promise<{ recoveryCodes: string[] }> {
  const officer = await loadChangeable(call)
  await provePassword(call, officer, call.input.password)
  const recoveryCodes = await inTransaction(call.db, async (tx) => {
    const at = call.clock.now()
    await publish(tx, RecoveryCodesRenewed, { subject: officer.id, at, payload: { officer: officer.id } })
    await tellOfficer(tx, officer.id, { template: 'identity.recovery_codes_renewed', about: realNow().toISOString(), at })
    return giveRecoveryCodes(tx, officer.id)
  })
  return { recoveryCodes }
}
