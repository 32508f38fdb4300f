import type { z } from 'zod'
import { Failure } from '#kernel/failure'
import { uuidv7 } from '#kernel/ids'
import { fromLocal, localDate } from '#kernel/local-time'
import type { Call } from '#platform/http'
import { getAgency } from '#modules/agencies'
import type { countVisits, noteVisit } from '../contract.ts'
import { countVisits as count, insertVisit, type VisitKind } from '../stores/counter.ts'

const kinds: Record<'advice' | 'wrongCounter', VisitKind> = { advice: 'advice', wrongCounter: 'wrong_counter' }

/** The desk of whoever asks. Throws `forbidden` for an officer without an agency. */
export function deskOf({ actor }: Pick<Call, 'actor'>): { id: string; name: string; agency: string } {
  if (actor.id === null || actor.agency === null) throw new Failure('forbidden')
  return { id: actor.id, name: actor.name, agency: actor.agency }
}

async function counted({ tx, actor, clock }: Call, from: (today: string) => string): Promise<{ advice: number; wrongCounter: number }> {
  const found = await count(tx, actor.agency ?? '', fromLocal(from(localDate(clock.now())), 0))
  return { advice: found.advice, wrongCounter: found.wrong_counter }
}

const sinceToday = (today: string): string => today
const sinceMonth = (today: string): string => `${today.slice(0, 7)}-01`

/** Counts somebody who handed nothing in. */
export async function noteVisitAtDesk(call: Call<z.output<typeof noteVisit.input>>): Promise<z.input<typeof noteVisit.output>> {
  const desk = deskOf(call)
  const centre = await getAgency(call.tx, desk.agency)
  await insertVisit(call.tx, { id: uuidv7(), agency: desk.agency, committee: centre.parent ?? desk.agency, area: centre.area, clerk: desk.id, kind: kinds[call.input.kind], procedure: call.input.procedure ?? null, at: call.clock.now() })
  return { today: await counted(call, sinceToday) }
}

/** How many did, today and this month. */
export async function readVisits(call: Call): Promise<z.input<typeof countVisits.output>> {
  deskOf(call)
  return { today: await counted(call, sinceToday), month: await counted(call, sinceMonth) }
}
