import type { z } from 'zod'
import { Failure } from '#kernel/failure'
import { uuidv7 } from '#kernel/ids'
import { localDate } from '#kernel/local-time'
import type { Pause } from '#kernel/working-time'
import type { Actor, Call } from '#platform/http'
import { agencyName, findAgency } from '#modules/agencies'
import { getVersion, type Body } from '#modules/procedures'
import { clockOfDossier, dueOf } from '../clock-rules.ts'
import { askingStates, closeOf, dayFault, standsAt, stopsOf, type Consultation } from '../consultation-rules.ts'
import type { askOpinion, Recorded, withdrawQuestion } from '../contract.ts'
import { OpinionAsked, OpinionMissing, QuestionWithdrawn } from '../events.ts'
import { isGranted } from '../rights.ts'
import { endConsultation, insertConsultation, listConsultations } from '../stores/consultations.ts'
import { listPauses, type Change, type Dossier } from '../stores/dossiers.ts'
import { listPapers } from '../stores/papers.ts'
import { actorOf, doneOf, lockVisible, personOf, writeNote } from './move.ts'

/** The part of a call that ends of consultations need; a job has it too. */
export type Ending = Pick<Call, 'tx' | 'clock' | 'province'>

/** May this person ask agencies about this dossier now? Throws `forbidden`, `action_not_allowed`. */
function refuseUnlessAsking(dossier: Dossier, actor: Actor, action: string): void {
  if (!isGranted('consult', dossier, personOf(actor))) throw new Failure('forbidden')
  if (!askingStates.includes(dossier.state)) throw new Failure('action_not_allowed', { state: dossier.state, action })
}

/**
 * The officer asks another agency, with what is asked, what of the dossier it may read, and until when. Throws `agency_not_asked`, `agency_already_asked` while that agency is asked,
 * `invalid_input` for a day that leaves no time or is later than the rules allow, or a paper that is not there.
 */
export async function askForOpinion(call: Call<z.output<typeof askOpinion.input>>): Promise<Recorded> {
  const { tx, actor, input, province } = call
  const dossier = await lockVisible(call, input.id)
  refuseUnlessAsking(dossier, actor, 'consult')
  const { body } = await getVersion(tx, dossier.procedureVersion)
  const agency = await agencyToAsk(call, dossier, body)
  const now = call.clock.now()
  const fault = body.consulting && dayFault(province.calendar, input.due, now, body.consulting.most)
  if (fault) throw new Failure('invalid_input', { fields: ['due'] }, { fields: { due: fault } })
  const papers = [...new Set(input.papers)].sort((a, b) => a - b)
  const known = new Set((await listPapers(tx, dossier.id)).map(({ number }) => number))
  if (papers.some((number) => !known.has(number))) throw new Failure('invalid_input', { fields: ['papers'] }, { fields: { papers: 'not_an_option' } })
  const { dossier: standing, consultations } = await noteSilence(call, dossier)
  if (consultations.some((each) => each.agency === agency.code && each.end === null)) throw new Failure('agency_already_asked', { agency: agency.code })
  const by = await actorOf(tx, actor)
  const asked: Consultation = {
    id: uuidv7(), dossier: dossier.id, number: consultations.length + 1, agency: agency.code, content: input.content, papers, askedAt: now, dueAt: closeOf(province.calendar, input.due), fromAgency: dossier.competentAgency,
    asker: actor.id ?? '', askerName: by.actorName, askerTitle: by.actorTitle, end: null,
  }
  await insertConsultation(tx, asked)
  const note = { number: asked.number, asked: agency.name, content: asked.content, dueAt: asked.dueAt.toISOString() }
  const noted = await writeNote(tx, standing, actor, { action: 'consult', event: OpinionAsked, at: now, note, change: await clockWith(call, standing, body, [...consultations, asked]) })
  return { ...doneOf(noted, actor), number: asked.number }
}

async function agencyToAsk({ tx, input, clock }: Call<z.output<typeof askOpinion.input>>, dossier: Dossier, { consulting }: Body) {
  const today = localDate(clock.now())
  const agency = await findAgency(tx, input.agency, today)
  const exists = agency && agency.validFrom <= today && (agency.validTo === null || today < agency.validTo)
  if (!exists || agency.code === dossier.competentAgency || !consulting?.agencyKinds.includes(agency.kind)) throw new Failure('agency_not_asked', { agency: input.agency })
  return agency
}

/** Whoever asked, or who has the dossier in hand now, does not need the answer any more. Throws `consultation_not_found`, `consultation_over`. */
export async function takeQuestionBack(call: Call<z.output<typeof withdrawQuestion.input>>): Promise<Recorded> {
  const { actor, input } = call
  const dossier = await lockVisible(call, input.id)
  refuseUnlessAsking(dossier, actor, 'withdrawQuestion')
  const now = call.clock.now()
  const { dossier: standing, consultations } = await noteSilence(call, dossier)
  const asked = consultations.find(({ number }) => number === input.number)
  if (!asked) throw new Failure('consultation_not_found', { number: input.number })
  if (asked.end !== null) throw new Failure('consultation_over', { stands: standsAt(asked, now) })
  const noted = await endOne(call, standing, actor, { asked, all: consultations, kind: 'withdrawn', reason: input.reason })
  return { ...doneOf(noted.dossier, actor), number: asked.number }
}

type End = { asked: Consultation; all: readonly Consultation[]; kind: 'withdrawn' | 'silent'; reason?: string }

async function endOne(call: Ending, dossier: Dossier, actor: Actor, { asked, all, kind, reason }: End): Promise<{ dossier: Dossier; consultations: Consultation[] }> {
  const { tx } = call
  const now = call.clock.now()
  const { actorName, actorTitle } = await actorOf(tx, actor)
  const end = { kind, at: now, opinion: null, reasons: reason ?? null, actorName, actorTitle }
  await endConsultation(tx, asked, { ...end, actor: actor.id })
  const consultations = all.map((each) => (each.id === asked.id ? { ...each, end } : each))
  const { body } = await getVersion(tx, dossier.procedureVersion)
  const note = { number: asked.number, asked: await agencyName(tx, asked.agency), ...(reason !== undefined && { reason }) }
  const act = kind === 'silent' ? { action: 'silence' as const, event: OpinionMissing } : { action: 'withdrawQuestion' as const, event: QuestionWithdrawn }
  return { consultations, dossier: await writeNote(tx, dossier, actor, { ...act, at: now, note, change: await clockWith(call, dossier, body, consultations) }) }
}

const silence: Actor = { kind: 'system', id: null, role: 'nobody', agency: null, capacityId: null, name: '', level: 0 }

/**
 * Writes down which agencies said nothing until their time was over. Done by a job and by every act that depends on it, whichever comes first; the dossier is locked
 * by the caller. Resolves to the dossier and its consultations as they stand then.
 */
export async function noteSilence(call: Ending, dossier: Dossier): Promise<{ dossier: Dossier; consultations: Consultation[] }> {
  const now = call.clock.now()
  let standing = { dossier, consultations: await listConsultations(call.tx, dossier.id) }
  for (const asked of standing.consultations.filter((each) => standsAt(each, now) === 'overdue')) {
    standing = await endOne(call, standing.dossier, silence, { asked, all: standing.consultations, kind: 'silent' })
  }
  return standing
}

/** The dossier is withdrawn: what was asked about it is asked no more. Throws nothing; the dossier is locked by the caller. */
export async function endQuestionsOf(call: Ending, dossier: Dossier, reason: string): Promise<Dossier> {
  let standing = await noteSilence(call, dossier)
  for (const asked of standing.consultations.filter(({ end }) => end === null)) {
    standing = await endOne(call, standing.dossier, silence, { asked, all: standing.consultations, kind: 'withdrawn', reason })
  }
  return standing.dossier
}

/** Refuses to go on while an agency has still time to answer. Throws `consultation_open`; writes down first who said nothing. Resolves to the dossier as it stands then. */
export async function refuseWhileAsked(call: Ending, dossier: Dossier): Promise<Dossier> {
  const { dossier: standing, consultations } = await noteSilence(call, dossier)
  const open = consultations.find(({ end }) => end === null)
  if (open) throw new Failure('consultation_open', { agency: await agencyName(call.tx, open.agency), until: open.dueAt.toISOString() })
  return standing
}

/** The due time, where the version lets the clock stand still for consultations; nothing to change where it runs on. */
export async function clockWith({ tx, province }: Ending, dossier: Dossier, body: Body, consultations: readonly Consultation[]): Promise<Change> {
  if (body.consulting?.clock !== 'stops' || dossier.acceptedAt === null) return {}
  const stops = stopsOf(consultations, body.consulting.clock)
  const clock = clockOfDossier({ acceptedAt: dossier.acceptedAt, routedAt: dossier.routedAt }, { limit: body.timeLimit, policy: body.pausePolicy, pauses: await listPauses(tx, dossier.id), stops })
  return { dueAt: dueOf(province.calendar, clock) }
}

/** The times in which a dossier's clock stands still for consultations: none where the version lets it run on. */
export const stopsOfDossier = async (tx: Call['tx'], id: string, { consulting }: Body): Promise<Pause[]> =>
  consulting?.clock === 'stops' ? stopsOf(await listConsultations(tx, id), consulting.clock) : []
