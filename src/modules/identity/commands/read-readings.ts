import type { z } from 'zod'
import { realNow } from '#kernel/clock'
import { Failure } from '#kernel/failure'
import { nextWorkingStart } from '#kernel/working-time'
import type { Call } from '#platform/http'
import { breadthOf, lastSeal, listReadings, readingsById } from '#platform/readings'
import type { answerDataRequest as answer, listDataRequests, listReadings as contract } from '../contract.ts'
import { scopeOf } from '../administering.ts'
import { linesOfReadings } from '../reading-lines.ts'
import { readingRules } from '../rules.ts'
import { emergencyOfficers } from '../stores/break-glass.ts'
import { listRequests, lockRequest, settleRequest } from '../stores/data-requests.ts'
import { findOfficerByUsername } from '../stores/officers.ts'
import { requestView } from './who-read-mine.ts'

const pageSize = 100

/** The log of readings for who looks after it. Throws `officer_not_found` for a name that nobody has. */
export async function readReadings(call: Call<z.output<typeof contract.input>>): Promise<z.input<typeof contract.output>> {
  const { tx, input, province } = call
  const reader = input.username === undefined ? undefined : await findOfficerByUsername(tx, input.username.toLowerCase())
  if (input.username !== undefined && !reader) throw new Failure('officer_not_found', {}, { fields: { username: 'not_an_option' } })
  const rows = await listReadings(tx, { agencies: (await scopeOf(call)).agencies, code: input.code?.toUpperCase(), reader: reader?.id, day: input.day }, { before: input.before ?? null, size: pageSize + 1 })
  const page = rows.slice(0, pageSize)
  const lines = await linesOfReadings(tx, page)
  const breadth = await breadthOf(tx, page.map(({ id }) => id))
  const emergency = await emergencyOfficers(tx)
  // whoever looks is on record as well
  call.reads([{ citizen: null, numberIndex: null, dossier: null, code: null }])
  const seal = await lastSeal(tx)
  return {
    rows: lines.map((line, at) => ({ ...line, flags: [
      ...((breadth.get(line.id) ?? 0) > readingRules.manyInAnHour ? ['many' as const] : []), ...(line.reader.kind === 'officer' && nextWorkingStart(province.calendar, new Date(line.at)) > new Date(line.at) ? ['hours' as const] : []),
      ...(emergency.has(page[at]?.reader ?? '') ? ['emergency' as const] : []),
    ] })),
    next: rows.length > pageSize ? (page.at(-1)?.id ?? null) : null, sealed: { at: seal.at?.toISOString() ?? null, open: seal.open },
  }
}

/** What people asked about readings of their data. */
export async function readDataRequests(call: Call): Promise<z.input<typeof listDataRequests.output>> {
  const { tx } = call
  const { agencies } = await scopeOf(call)
  const all = await listRequests(tx)
  const readings = (await readingsById(tx, all.map(({ reading }) => reading))).filter(({ agency }) => agency !== null && agencies.includes(agency))
  const about = new Map((await linesOfReadings(tx, readings)).map((line) => [line.id, line]))
  const rows = all.filter(({ reading }) => about.has(reading))
  call.reads(rows.map(({ citizen }) => ({ citizen, numberIndex: null, dossier: null, code: null })))
  const now = realNow()
  return { requests: rows.map((row) => ({ ...requestView(row, now), citizen: row.name, about: about.get(row.reading) ?? null })) }
}

/** Notes that a question was seen, or answers it: the person finds it on the page of their readings. Throws `request_not_found`, `request_answered`. */
export async function answerDataRequest(call: Call<z.output<typeof answer.input>>): Promise<z.input<typeof answer.output>> {
  const { tx, input, actor } = call
  const row = await lockRequest(tx, input.id)
  const [reading] = row ? await readingsById(tx, [row.reading]) : []
  if (!row || reading?.agency == null || !(await scopeOf(call)).agencies.includes(reading.agency)) throw new Failure('request_not_found')
  if (row.answeredAt !== null) throw new Failure('request_answered')
  await settleRequest(tx, row.id, actor.id ?? '', realNow(), input.answer ?? null)
  return { state: input.answer === undefined ? 'acknowledged' : 'answered' }
}
