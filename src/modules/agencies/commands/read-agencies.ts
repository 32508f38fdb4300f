import type { z } from 'zod'
import { localDate } from '#kernel/local-time'
import type { Call } from '#platform/http'
import type { Agency, getAgency, listAgencies } from '../contract.ts'
import { getAgency as load, listAgencies as list } from '../store.ts'

/** The agencies of a day. */
export async function readAgencies(call: Call<z.output<typeof listAgencies.input>>): Promise<{ agencies: Agency[] }> {
  const { tx, input, clock } = call
  return { agencies: await list(tx, { on: input.on ?? localDate(clock.now()), kind: input.kind, area: input.area }) }
}

/** One agency, ended or not. Throws `agency_not_found`. */
export const readAgency = (call: Call<z.output<typeof getAgency.input>>): Promise<Agency> => load(call.tx, call.input.code, call.input.on)
