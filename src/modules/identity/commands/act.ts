import type { z } from 'zod'
import type { Role } from '#kernel/app'
import { realNow } from '#kernel/clock'
import { Failure } from '#kernel/failure'
import { localDate } from '#kernel/local-time'
import type { Call } from '#platform/http'
import type { act as contract } from '../contract.ts'
import { capacitiesOf, markUsed } from '../stores/officers.ts'

/** Goes on in another capacity of one's own that holds today. */
export async function act(call: Call<z.output<typeof contract.input>>): Promise<{ role: Role; agency: string }> {
  const own = call.actor.id === null ? [] : await capacitiesOf(call.tx, call.actor.id, localDate(realNow()))
  const chosen = own.find(({ id }) => id === call.input.capacity)
  if (!chosen) throw new Failure('capacity_not_found')
  await call.session.act(call.tx, chosen.id)
  await markUsed(call.tx, chosen.id, realNow())
  return { role: chosen.role, agency: chosen.agency }
}
