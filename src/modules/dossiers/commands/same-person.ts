import type { z } from 'zod'
import { Failure } from '#kernel/failure'
import { formatDateTime } from '#kernel/format'
import { addDays, fromLocal, localDate } from '#kernel/local-time'
import type { Call, FileAnswer } from '#platform/http'
import { getAgency, letterheadOf } from '#modules/agencies'
import { owedFor } from '#modules/payments'
import { titlesOf } from '#modules/procedures'
import type { combinedReceipt, PersonLine, samePerson } from '../contract.ts'
import { heldBy } from '../custody.ts'
import { makePersonSheet } from '../documents/person-sheet.ts'
import { isGranted } from '../rights.ts'
import type { Dossier } from '../stores/dossiers.ts'
import type { Asker } from '../stores/lists.ts'
import { dossiersOfPerson, handedInBetween, type PersonRow } from '../stores/persons.ts'
import { waitingDays } from '../uncollected.ts'
import { loadVisible, personOf, readsOf } from './move.ts'
import { deskOf } from './visits.ts'

/** as many as one page holds with comfort, and more than anybody carries */
const most = 200

/** The desk of whoever asks, as lists want it. */
export async function deskAsker(call: Call): Promise<Asker> {
  const { id, agency } = deskOf(call)
  return { id, agency, procedures: call.actor.procedures ?? null, elsewhere: await heldBy(call, agency) }
}

/** A dossier that came to this desk or is collected here. Throws `dossier_not_found`. */
async function atDesk(call: Call, id: string): Promise<Dossier> {
  const dossier = await loadVisible(call, id)
  const person = personOf(call.actor)
  if (!isGranted('supply', dossier, person) && !isGranted('handOver', dossier, person)) throw new Failure('dossier_not_found', { id })
  return dossier
}

/** What the applicant of a dossier has at this desk. Throws `dossier_not_found`. */
export async function readSamePerson(call: Call<z.output<typeof samePerson.input>>): Promise<z.input<typeof samePerson.output>> {
  const { tx, clock } = call
  const dossier = await atDesk(call, call.input.id)
  const now = clock.now()
  const begins = fromLocal(localDate(now))
  const rows = await dossiersOfPerson(tx, await deskAsker(call), { numberIndex: dossier.numberIndex, dossier: dossier.id }, begins, most)
  call.reads(rows.flatMap(readsOf))
  const titles = await titlesOf(tx, [...new Set(rows.map(({ procedure }) => procedure))])
  const owed = await owedFor(tx, rows.map(({ id }) => id))
  const dueOf = (id: string): number | null => {
    const fee = owed.get(id)
    return fee?.state === 'due' ? fee.total : null
  }
  const line = (row: PersonRow): PersonLine => ({
    id: row.id, code: row.code, state: row.state, title: titles.get(row.procedure) ?? { vi: row.procedure, en: row.procedure }, principalName: row.principalName, submittedAt: row.submittedAt.toISOString(), dueAt: row.dueAt?.toISOString() ?? null,
    shelf: row.shelf, waitingDays: waitingDays(row, now), feeDue: dueOf(row.id), oldPaperOut: row.oldPaperOut,
  })
  const isReady = ({ state, collected }: PersonRow): boolean => collected && (state === 'approved' || state === 'archived')
  const ready = rows.filter(isReady).toSorted((a, b) => (a.readyAt?.getTime() ?? 0) - (b.readyAt?.getTime() ?? 0) || (a.code < b.code ? -1 : 1))
  return {
    applicantName: dossier.applicant.name, today: rows.filter(({ here, submittedAt }) => here && submittedAt >= begins).map(line), ready: ready.map(line),
    underWay: rows.filter((row) => !isReady(row) && !['handed_over', 'refused', 'withdrawn'].includes(row.state)).length,
  }
}

/** One page for everything that the same applicant handed in here on a day. Throws `dossier_not_found`. */
export async function readCombinedReceipt(call: Call<z.output<typeof combinedReceipt.input>>): Promise<FileAnswer> {
  const { tx, clock, input } = call
  const dossier = await atDesk(call, input.id)
  const day = input.day ?? localDate(clock.now())
  const desk = await deskAsker(call)
  const rows = await handedInBetween(tx, desk, { numberIndex: dossier.numberIndex, dossier: dossier.id }, fromLocal(day), fromLocal(addDays(day, 1)), most)
  const newest = rows.reduce<Date | null>((last, { submittedAt }) => (last === null || submittedAt > last ? submittedAt : last), null)
  if (newest === null) throw new Failure('document_not_found', { id: input.id })
  call.reads(rows.flatMap(readsOf))
  const titles = await titlesOf(tx, [...new Set(rows.map(({ procedure }) => procedure))])
  const pdf = await makePersonSheet(call, {
    kind: 'receipt', head: await letterheadOf(tx, await getAgency(tx, desk.agency), call.province), number: null, at: newest, person: dossier.applicant.name, applicant: dossier.applicant.name, authority: null, clerk: call.actor.name,
    lines: rows.map((row) => ({ code: row.code, title: titles.get(row.procedure)?.vi ?? row.procedure, name: row.principalName ?? row.applicantName, last: row.firstDueAt === null ? '' : formatDateTime(row.firstDueAt) })),
  })
  const stored = await call.files.keep(pdf, 'application/pdf')
  return { file: stored.hash, size: stored.size, type: 'application/pdf', name: `giay-tiep-nhan-chung-${day}.pdf`, inline: true }
}
