import type { z } from 'zod'
import { Failure } from '#kernel/failure'
import { uuidv7 } from '#kernel/ids'
import { localDate } from '#kernel/local-time'
import type { Call, FileAnswer } from '#platform/http'
import { getAgency, letterheadOf } from '#modules/agencies'
import { getVersion, titlesOf, type Version } from '#modules/procedures'
import type { handOverMany, handOverSheet } from '../contract.ts'
import { documentNumber } from '../codes.ts'
import { makePersonSheet } from '../documents/person-sheet.ts'
import { lockThese } from '../stores/paper-lists.ts'
import { findHandOver, insertHandOver, takeHandOverNumber, theseDossiers } from '../stores/persons.ts'
import { giveOut } from './hand-over-result.ts'
import { lockVisible, readsOf } from './move.ts'
import { deskAsker } from './same-person.ts'
import { deskOf } from './visits.ts'

/** `07/TKQ`: numbers run within agency and year. */
const handOverNumber = (number: number): string => `${String(number).padStart(2, '0')}/TKQ`

/**
 * The counter gives one person everything that is ready for them, with one signature. Each result goes out by the rules of a single one, and a refusal of one, which names
 * it, refuses all. Throws `not_one_person` for results of several applicants, and what `handResultOver` throws.
 */
export async function handOverTogether(call: Call<z.output<typeof handOverMany.input>>): Promise<z.input<typeof handOverMany.output>> {
  const { tx, input, actor, clock } = call
  const desk = deskOf(call)
  const ids = [...new Set(input.dossiers)]
  // all of them in one order: two clerks with the same ones wait for each other and do not block each other
  await lockThese(tx, ids)
  const held = []
  for (const id of ids) held.push(await lockVisible(call, id))
  const [first] = held
  if (!first || held.some(({ id, numberIndex }) => id !== first.id && (numberIndex === null || first.numberIndex === null || !numberIndex.equals(first.numberIndex)))) throw new Failure('not_one_person')
  const at = clock.now()
  const year = Number(localDate(at).slice(0, 4))
  const { dossiers: _ids, ...given } = input
  const number = await takeHandOverNumber(tx, desk.agency, year)
  for (const dossier of held) await giveOut(call, dossier, given, { together: handOverNumber(number) })
  const id = uuidv7()
  await insertHandOver(tx, { id, agency: desk.agency, year, number, at, clerk: desk.id, clerkName: actor.name, recipient: input.recipient, relation: input.relation, authority: input.relation === 'self' ? null : (input.authority ?? null), dossiers: ids })
  return { id, number: handOverNumber(number), count: held.length }
}

/** What the person signs: every result with its number. Throws `hand_over_not_found`. */
export async function readHandOverSheet(call: Call<z.output<typeof handOverSheet.input>>): Promise<FileAnswer> {
  const { tx } = call
  const act = await findHandOver(tx, call.input.handOver)
  if (!act || act.agency !== deskOf(call).agency) throw new Failure('hand_over_not_found')
  const rows = await theseDossiers(tx, await deskAsker(call), act.dossiers)
  call.reads(rows.flatMap(readsOf))
  const titles = await titlesOf(tx, [...new Set(rows.map(({ procedure }) => procedure))])
  const results = new Map<string, Version['body']['result']>()
  for (const version of new Set(rows.map(({ procedureVersion }) => procedureVersion))) results.set(version, (await getVersion(tx, version)).body.result)
  const pdf = await makePersonSheet(call, {
    kind: 'collected', head: await letterheadOf(tx, await getAgency(tx, act.agency), call.province), number: handOverNumber(act.number), at: act.at, person: act.recipient, applicant: rows[0]?.applicantName ?? act.recipient, authority: act.authority, clerk: act.clerkName,
    lines: rows.map((row) => ({ code: row.code, title: titles.get(row.procedure)?.vi ?? row.procedure, name: row.principalName ?? row.applicantName, last: row.resultNumber === null ? '' : documentNumber(row.resultKind ?? 'result', row.resultNumber, results.get(row.procedureVersion)) })),
  })
  const stored = await call.files.keep(pdf, 'application/pdf')
  return { file: stored.hash, size: stored.size, type: 'application/pdf', name: `tra-ket-qua-${act.number}-${act.year}.pdf`, inline: true }
}
