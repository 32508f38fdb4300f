import type { z } from 'zod'
import { localDate } from '#kernel/local-time'
import type { Call } from '#platform/http'
import type { Area, getArea, listAreas } from '../contract.ts'
import { getArea as load, listAreas as list } from '../store.ts'

/** The units of a day. */
export async function readAreas(call: Call<z.output<typeof listAreas.input>>): Promise<{ areas: Area[] }> {
  const { tx, input, clock } = call
  return { areas: await list(tx, { on: input.on ?? localDate(clock.now()), level: input.level }) }
}

/** One unit as of a day. Throws `area_not_found`. */
export const readArea = (call: Call<z.output<typeof getArea.input>>): Promise<Area> =>
  load(call.tx, call.input.code, call.input.on ?? localDate(call.clock.now()))
