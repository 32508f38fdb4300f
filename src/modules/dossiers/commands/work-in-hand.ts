import type { z } from 'zod'
import { Failure } from '#kernel/failure'
import type { Call } from '#platform/http'
import { administeredBy } from '#modules/identity'
import type { workInHand as contract } from '../contract.ts'
import { heldBy } from '../custody.ts'
import { loadsAt } from '../stores/queue-moves.ts'

/** How many dossiers of an agency lie in an officer's hands. Throws `forbidden` for an agency that the one who asks does not administer. */
export async function readWorkInHand(call: Call<z.output<typeof contract.input>>): Promise<z.input<typeof contract.output>> {
  const { officer, agency } = call.input
  if (!(await administeredBy(call)).agencies.includes(agency)) throw new Failure('forbidden')
  const loads = await loadsAt(call.tx, { agency, procedures: null, elsewhere: await heldBy(call, agency) }, call.clock.now())
  return { open: loads.find((each) => each.officer === officer)?.open ?? 0 }
}
