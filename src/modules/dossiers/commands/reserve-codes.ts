import type { z } from 'zod'
import { addDays, localDate } from '#kernel/local-time'
import type { Call } from '#platform/http'
import { codeOf } from '../codes.ts'
import type { listReservedCodes, reserveCodes } from '../contract.ts'
import { insertReserved, listReserved, takeNumbers, type ReservedCode } from '../stores/counter.ts'
import { deskOf } from './visits.ts'

const daysShown = 30

const viewOf = (row: ReservedCode): z.input<typeof reserveCodes.output>['codes'][number] => ({
  code: row.code, day: row.day, reservedAt: row.reservedAt.toISOString(), reservedBy: row.reservedBy, reason: row.reason, dossier: row.dossier,
})

/**
 * Puts numbers of today aside for paper. They come out of the same counter as all others, so no number is given twice, whatever is handed in meanwhile; one that is
 * never used stays a gap that says why.
 */
export async function reserve(call: Call<z.output<typeof reserveCodes.input>>): Promise<z.input<typeof reserveCodes.output>> {
  const { tx, clock, input } = call
  const { agency, name } = deskOf(call)
  const now = clock.now()
  const day = localDate(now)
  const first = await takeNumbers(tx, agency, day, input.count)
  const codes = Array.from({ length: input.count }, (_, i) => codeOf(agency, now, first + i))
  const facts = { agency, day, reservedAt: now, reservedBy: name, reason: input.reason }
  await insertReserved(tx, codes, facts)
  return { codes: codes.map((code) => viewOf({ ...facts, code, dossier: null })) }
}

/** The reserved numbers of my desk, used and unused. */
export async function readReserved(call: Call): Promise<z.input<typeof listReservedCodes.output>> {
  const { agency } = deskOf(call)
  return { codes: (await listReserved(call.tx, agency, addDays(localDate(call.clock.now()), -daysShown))).map(viewOf) }
}
