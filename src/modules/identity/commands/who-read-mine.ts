import type { z } from 'zod'
import { realNow } from '#kernel/clock'
import { Failure } from '#kernel/failure'
import { uuidv7 } from '#kernel/ids'
import { dueAt } from '#kernel/working-time'
import type { Call } from '#platform/http'
import { readingsOfPerson } from '#platform/readings'
import type { askAboutReading as ask, DataRequest, whoReadMine as contract } from '../contract.ts'
import { linesOfReadings } from '../reading-lines.ts'
import { findCitizen } from '../stores/citizens.ts'
import { insertRequest, requestsOf, type DataRequestRow } from '../stores/data-requests.ts'
import { requestRules } from '../rules.ts'

const pageSize = 50

/** A question with how it stands. */
export function requestView(row: DataRequestRow, now: Date): z.input<typeof DataRequest> {
  const state = row.answeredAt !== null ? 'answered' : row.acknowledgedAt !== null ? 'acknowledged' : 'asked'
  const due = state === 'asked' ? row.acknowledgeDue : row.answerDue
  return {
    id: row.id, reading: row.reading, text: row.text, askedAt: row.askedAt.toISOString(), acknowledgeDue: row.acknowledgeDue.toISOString(), answerDue: row.answerDue.toISOString(),
    acknowledgedAt: row.acknowledgedAt?.toISOString() ?? null, answeredAt: row.answeredAt?.toISOString() ?? null, answer: row.answer, state, late: state !== 'answered' && due < now,
  }
}

/** Who read the data of the citizen who asks, with or without an account at that time, and what they asked about it. */
export async function readWhoReadMine(call: Call<z.output<typeof contract.input>>): Promise<z.input<typeof contract.output>> {
  const { tx, actor, input } = call
  const citizen = await findCitizen(tx, actor.id ?? '')
  if (!citizen) throw new Failure('unauthenticated')
  const rows = await readingsOfPerson(tx, { citizen: citizen.id, numberIndex: citizen.numberIndex }, { before: input.before ?? null, size: pageSize + 1 })
  const page = rows.slice(0, pageSize)
  const now = realNow()
  return { rows: await linesOfReadings(tx, page), next: rows.length > pageSize ? (page.at(-1)?.id ?? null) : null, requests: (await requestsOf(tx, citizen.id)).map((row) => requestView(row, now)) }
}

/** A question about a reading of one's own data; the legal clock begins. Throws `reading_not_found` for somebody else's, `already_asked`. */
export async function askAboutReading(call: Call<z.output<typeof ask.input>>): Promise<z.input<typeof ask.output>> {
  const { tx, actor, input, province } = call
  const citizen = await findCitizen(tx, actor.id ?? '')
  const [found] = citizen ? await readingsOfPerson(tx, { citizen: citizen.id, numberIndex: citizen.numberIndex }, { before: String(BigInt(input.reading) + 1n), size: 1 }) : []
  if (!citizen || found?.id !== input.reading) throw new Failure('reading_not_found')
  const at = realNow()
  const answerDue = dueAt(province.calendar, at, requestRules.answer)
  const request = { id: uuidv7(), citizen: citizen.id, reading: input.reading, text: input.text, askedAt: at, acknowledgeDue: dueAt(province.calendar, at, requestRules.acknowledge), answerDue }
  if (!(await insertRequest(tx, request))) throw new Failure('already_asked')
  return { id: request.id, answerDue: answerDue.toISOString() }
}
