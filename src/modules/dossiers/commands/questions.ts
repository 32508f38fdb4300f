import type { z } from 'zod'
import { Failure } from '#kernel/failure'
import { localDate } from '#kernel/local-time'
import type { Actor, Call, FileAnswer } from '#platform/http'
import { agencyName, agencyNames } from '#modules/agencies'
import { findPapers, getPaper, keepPaper, paperAnswer } from '#modules/files'
import { answerLines, getVersion, titlesOf, type Version } from '#modules/procedures'
import { askedStates, standsAt, type Consultation } from '../consultation-rules.ts'
import type { addOpinionPaper, answerQuestion, getQuestion, getQuestionPaper, listQuestions, QuestionView } from '../contract.ts'
import { readCursor, writeCursor } from '../cursors.ts'
import { findPresently, presently, reformsOf } from '../custody.ts'
import { OpinionGiven } from '../events.ts'
import { fill, openForm, type KeptForm } from '../form.ts'
import { isGranted, type SideAct } from '../rights.ts'
import { countAsked, endConsultation, findConsultation, listAsked, listConsultations } from '../stores/consultations.ts'
import { lockDossier, type Dossier } from '../stores/dossiers.ts'
import { listPapers } from '../stores/papers.ts'
import { insertRecordFile, listRecordFiles } from '../stores/record-files.ts'
import { clockWith } from './consultations.ts'
import { actorOf, personOf, readsOf, writeNote } from './move.ts'
import { filesBeside, listedFiles, mostRecordFiles } from './record-files.ts'

const pageSize = 50

/** What my agency is asked and has still time to answer, soonest due first. Throws `forbidden` for somebody without an agency. */
export async function readQuestions(call: Call<z.output<typeof listQuestions.input>>): Promise<z.input<typeof listQuestions.output>> {
  const { tx, actor } = call
  if (actor.agency === null) throw new Failure('forbidden')
  const now = call.clock.now()
  const whom = { agency: actor.agency, procedures: actor.procedures ?? null }
  const rows = await listAsked(tx, whom, { now, after: readCursor(call.input.after), size: pageSize + 1 })
  const page = rows.slice(0, pageSize)
  const titles = await titlesOf(tx, [...new Set(page.map(({ procedure }) => procedure))])
  const names = await agencyNames(tx, page.map(({ fromAgency }) => fromAgency))
  // who it is about is not said, but what one office writes to another may speak of them
  call.reads(page.flatMap(({ dossier, ...row }) => readsOf({ ...row, id: dossier })))
  const last = rows.length > pageSize ? page.at(-1) : undefined
  return {
    count: await countAsked(tx, whom, now), next: last ? writeCursor(last.dueAt, last.id) : null,
    questions: page.map((row) => ({
      id: row.id, code: row.code, title: titles.get(row.procedure) ?? { vi: row.procedure, en: row.procedure }, from: { code: row.fromAgency, name: names.get(row.fromAgency) ?? { vi: row.fromAgency, en: row.fromAgency } },
      askedBy: row.askerName, content: row.content, askedAt: row.askedAt.toISOString(), dueAt: row.dueAt.toISOString(),
    })),
  }
}

type Asked = { consultation: Consultation; dossier: Dossier }

const notFound = (id: string): Failure => new Failure('consultation_not_found', { id })

/**
 * A question that is put to this person's agency, as long as it is asked. Throws `consultation_not_found` for a stranger's question and an unknown id alike; its own agency
 * hears that it is over: `consultation_over`.
 */
function askedOf({ actor, clock }: Pick<Call, 'actor' | 'clock'>, id: string, found: Asked | undefined, act: SideAct): Asked {
  if (!found) throw notFound(id)
  const { consultation, dossier } = found
  const mine = isGranted(act, { ...dossier, consulted: consultation.agency }, personOf(actor))
  if (!mine) throw notFound(id)
  const stands = standsAt(consultation, clock.now())
  if (stands !== 'open' || !askedStates.includes(dossier.state)) throw new Failure('consultation_over', { stands })
  return found
}

async function loadAsked(call: Call, id: string): Promise<Asked> {
  const consultation = await findConsultation(call.tx, id)
  const dossier = consultation && (await findPresently(call, consultation.dossier))
  return askedOf(call, id, consultation && dossier && { consultation, dossier }, 'seeQuestion')
}

/** As loadAsked, for an answer: the dossier is locked first, so that two answers, or an answer and the end of its time, come one after the other. */
async function lockAsked(call: Call, id: string): Promise<Asked> {
  const before = await findConsultation(call.tx, id)
  const locked = before && (await lockDossier(call.tx, before.dossier))
  const consultation = locked && (await findConsultation(call.tx, id))
  return askedOf(call, id, consultation && { consultation, dossier: presently(await reformsOf(call), locked) }, 'answerQuestion')
}

/** What the agency of this person is asked, with what it needs of the dossier and nothing else. Throws `consultation_not_found`, `consultation_over`. */
export async function readQuestion(call: Call<z.output<typeof getQuestion.input>>): Promise<z.input<typeof QuestionView>> {
  const { tx, actor } = call
  const { consultation, dossier } = await loadAsked(call, call.input.consultation)
  call.reads(readsOf(dossier))
  const version = await getVersion(tx, dossier.procedureVersion)
  const { title, shortTitle, consulting } = version.body
  return {
    id: consultation.id, code: dossier.code, procedure: { title, shortTitle }, from: { code: consultation.fromAgency, name: await agencyName(tx, consultation.fromAgency) },
    askedBy: { name: consultation.askerName, title: consultation.askerTitle }, askedAt: consultation.askedAt.toISOString(), dueAt: consultation.dueAt.toISOString(), silence: consulting?.silence ?? 'recorded', content: consultation.content,
    answers: await answersShown(call, dossier, version), papers: await papersShown(call, consultation, version),
    files: filesBeside(await listedFiles(tx, await listRecordFiles(tx, dossier.id)), 'opinion', consultation.number),
    mayAnswer: isGranted('answerQuestion', { ...dossier, consulted: consultation.agency }, personOf(actor)),
  }
}

async function answersShown(call: Call, dossier: Dossier, version: Version): Promise<z.input<typeof QuestionView>['answers']> {
  const form = openForm(call.sealer, version.body, dossier.answers as KeptForm)
  const { filling, areaName } = await fill(call.tx, form, { case: dossier.procedureCase, today: localDate(dossier.submittedAt) })
  const shows = new Set(version.body.consulting?.shows)
  return answerLines(version.body, filling, { locale: call.locale, area: (code) => areaName(code, call.locale) }).filter(({ code }) => shows.has(code)).map(({ code, label, text }) => ({ code, label, text }))
}

async function papersShown(call: Call, { dossier, papers }: Consultation, { body }: Version): Promise<z.input<typeof QuestionView>['papers']> {
  const rows = (await listPapers(call.tx, dossier)).filter(({ number }) => papers.includes(number))
  const files = new Map((await findPapers(call.tx, rows.flatMap(({ file }) => file ?? []))).map((file) => [file.id, file]))
  return rows.map(({ number, code, file: id }) => {
    const file = id === null ? undefined : files.get(id)
    return { number, name: body.papers.find((paper) => paper.code === code)?.name ?? { vi: code, en: code }, file: file ? { name: file.name, type: file.type, size: file.size } : null }
  })
}

/** A paper that the asker chose to show. Throws `file_not_found` for every other one. */
export async function readQuestionPaper(call: Call<z.output<typeof getQuestionPaper.input>>): Promise<FileAnswer> {
  const { consultation, dossier } = await loadAsked(call, call.input.consultation)
  const row = (await listPapers(call.tx, dossier.id)).find(({ number }) => number === call.input.number && consultation.papers.includes(number))
  if (!row || row.file === null) throw new Failure('file_not_found', { number: call.input.number })
  call.reads(readsOf(dossier))
  return paperAnswer(await getPaper(call.tx, row.file))
}

/** Puts a paper beside the answer that is being written. Throws `too_many_files`. */
export async function putOpinionPaper(call: Call<z.output<typeof addOpinionPaper.input>>): Promise<{ id: string }> {
  const { tx, actor, upload } = call
  const { consultation, dossier } = await lockAsked(call, call.input.consultation)
  if (!upload) throw new Failure('invalid_input', { fields: ['file'] }, { fields: { file: 'required' } })
  const there = (await listRecordFiles(tx, dossier.id)).filter(({ record, recordNumber }) => record === 'opinion' && recordNumber === consultation.number)
  if (there.length >= mostRecordFiles) throw new Failure('too_many_files', { most: mostRecordFiles })
  const at = call.clock.now()
  const paper = await keepPaper(tx, { upload, actor, at })
  await insertRecordFile(tx, dossier.id, { record: 'opinion', recordNumber: consultation.number, number: there.length + 1, file: paper.id, at })
  return { id: consultation.id }
}

/** The agency's opinion, once. Throws `consultation_over` when it was given, taken back, or its time is over. */
export async function giveOpinion(call: Call<z.output<typeof answerQuestion.input>>): Promise<{ id: string }> {
  const { tx, actor, input } = call
  const { consultation, dossier } = await lockAsked(call, input.consultation)
  const now = call.clock.now()
  const end = { kind: 'answered' as const, at: now, opinion: input.opinion, reasons: input.reasons, ...(await namesOf(call, actor)) }
  await endConsultation(tx, consultation, { ...end, actor: actor.id })
  const { body } = await getVersion(tx, dossier.procedureVersion)
  const consultations = (await listConsultations(tx, dossier.id)).map((each) => (each.id === consultation.id ? { ...each, end } : each))
  const note = { number: consultation.number, asked: await agencyName(tx, consultation.agency), opinion: input.opinion, reasons: input.reasons }
  await writeNote(tx, dossier, actor, { action: 'answerQuestion', event: OpinionGiven, at: now, note, change: await clockWith(call, dossier, body, consultations) })
  return { id: consultation.id }
}

async function namesOf({ tx }: Pick<Call, 'tx'>, actor: Actor): Promise<{ actorName: string; actorTitle: string | null }> {
  const { actorName, actorTitle } = await actorOf(tx, actor)
  return { actorName, actorTitle }
}
