import type { z } from 'zod'
import { Failure } from '#kernel/failure'
import { uuidv7 } from '#kernel/ids'
import { localDate, type LocalDate } from '#kernel/local-time'
import { deskAnswerDue } from '#kernel/working-time'
import { publish } from '#platform/events'
import type { Call } from '#platform/http'
import { agencyName, centreOf, competentAgency, deskFor, findAgency } from '#modules/agencies'
import { codeToday, findArea } from '#modules/areas'
import { checkAnswers, competentArea, deliveryOf, type Version } from '#modules/procedures'
import type { Applicant, submitDossier } from '../contract.ts'
import { DossierSubmitted } from '../events.ts'
import { sealForm, type Filled } from '../form.ts'
import { foldedNames, sealPrincipal } from '../principals.ts'
import { insertActs, insertWithCode, type NewDossier } from '../stores/dossiers.ts'
import { markSent } from '../stores/drafts.ts'
import { insertPapers } from '../stores/papers.ts'
import { acknowledgementOf } from './acknowledge.ts'
import { openDraft, problemsOf, type OpenDraft } from './drafts.ts'
import { actorOf, factOf } from './move.ts'

/**
 * The citizen declares that it is true and sends it: the draft becomes a dossier with a code. Throws `oath_required`, `draft_already_sent`,
 * `draft_incomplete` with the problems. The code is taken by the very last statement.
 */
export async function submit(call: Call<z.output<typeof submitDossier.input>>): Promise<{ id: string }> {
  const { tx, input } = call
  if (!input.oath) throw new Failure('oath_required', {}, { fields: { oath: 'required' } })
  const open = await openDraft(call, input.draft, true)
  if (open.draft.dossier !== null) throw new Failure('draft_already_sent', { dossier: open.draft.dossier })
  const problems = problemsOf(open)
  if (Object.keys(problems).length > 0) throw new Failure('draft_incomplete', { problems: Object.keys(problems) }, { fields: problems })
  const now = call.clock.now()
  const dossier = await dossierOf(call, open, now)
  const by = await actorOf(tx, call.actor)
  await insertActs(tx, dossier.id, [{ number: 1, action: 'submit', fromState: null, toState: 'submitted', at: now, note: {}, ...by }])
  await insertPapers(tx, dossier.id, 0, open.draft.papers.map(({ code, file }) => ({ code, file, form: 'electronic', copies: 1, source: 'online', addedAt: now })))
  await publish(tx, DossierSubmitted, { subject: dossier.id, at: now, payload: factOf(dossier, 1, 'submitted') })
  await markSent(tx, open.draft.id, dossier.id, now)
  const desk = await agencyName(tx, dossier.receivingAgency)
  call.lastly(async () => acknowledgementOf(call, { ...dossier, code: await insertWithCode(tx, dossier) }, desk))
  return { id: dossier.id }
}

async function dossierOf(call: Call, { draft, version, citizen, principal, filling }: OpenDraft, now: Date): Promise<NewDossier> {
  const { sealer, province } = call
  const { answers } = checkAnswers(version.body, filling)
  const applicant: Applicant = {
    name: citizen.name, born: citizen.born, gender: citizen.gender, nationality: citizen.nationality, ethnicity: citizen.ethnicity, phone: citizen.phone, email: citizen.email,
    address: citizen.address, area: citizen.area,
  }
  return {
    id: uuidv7(), state: 'submitted', procedure: version.code, procedureVersion: version.id, procedureCase: draft.procedureCase ?? '', channel: 'online', citizen: citizen.id,
    ...(await placesOf(call, version, filling, { now, since: localDate(draft.createdAt) })), applicant,
    ...sealPrincipal(sealer, principal), applicantFolded: foldedNames(citizen.name, principal), applicantPaper: 'card', identifiedBy: null, numberSealed: sealer.seal(citizen.number),
    numberIndex: sealer.index('citizen-number', citizen.number), answers: sealForm(sealer, version.body, { answers, known: { ...filling.known }, party: filling.party, principal: filling.principal }), submittedAt: now,
    deskDueAt: deskAnswerDue(province.calendar, now, province.deskAnswerHours), acceptedAt: null, firstDueAt: null, dueAt: null, holder: null, acts: 1, simulated: false, immediate: null,
  }
}

export type Places = Pick<NewDossier, 'area' | 'competentAgency' | 'receivingAgency' | 'collectingAgency' | 'receive'>

/**
 * Where a dossier goes: whoever is competent for the procedure in the commune the answers name decides it, the desk of that agency takes it in (or `desk`, which may be any
 * of the province: Nghị định 118/2025/NĐ-CP, Điều 14), and the result is collected at the centre the person chose. `since`: the day the answers were begun, when a unit
 * may still have been called otherwise. Throws `no_competent_agency`.
 */
export async function placesOf({ tx }: Pick<Call, 'tx'>, version: Pick<Version, 'code' | 'body'>, filling: Filled, at: { now: Date; since?: LocalDate; desk?: string | undefined }): Promise<Places> {
  const on = localDate(at.now)
  if (version.body.competence.rule === 'desk') return placesOfDesk(tx, version, at.desk, on)
  const present = async (code: string): Promise<string> => (await codeToday(tx, { code, since: at.since ?? on }, on)) ?? code
  const named = competentArea(version.body, filling)
  const area = named === undefined ? undefined : await present(named)
  const competent = area === undefined ? undefined : await competentAgency(tx, { matters: [version.code, version.body.field.code], area, on })
  const centre = competent && area !== undefined ? await deskFor(tx, competent, area, on) : undefined
  if (area === undefined || !competent || !centre) throw new Failure('no_competent_agency', { area: area ?? null })
  const delivery = deliveryOf(version.body, filling)
  const chosen = delivery.area === null || delivery.area === named ? undefined : await centreOf(tx, await present(delivery.area), on)
  const receivingAgency = at.desk ?? centre.code
  return {
    area, competentAgency: competent.code, receivingAgency, collectingAgency: delivery.area === null ? receivingAgency : (chosen?.code ?? centre.code),
    receive: delivery.receive === 'electronic' ? 'electronic' : 'counter',
  }
}

/** Whoever is competent in the commune of the desk that somebody comes to decides it, and it is given there. A desk of the whole province has no commune. */
async function placesOfDesk(tx: Call['tx'], { code, body }: Pick<Version, 'code' | 'body'>, desk: string | undefined, on: LocalDate): Promise<Places> {
  const area = desk === undefined ? undefined : (await findAgency(tx, desk, on))?.area
  const unit = area === undefined || area === null ? undefined : await findArea(tx, area, on)
  const competent = unit?.level === body.level ? await competentAgency(tx, { matters: [code, body.field.code], area: unit.code, on }) : undefined
  if (desk === undefined || !unit || !competent) throw new Failure('no_competent_agency', { area: area ?? null })
  return { area: unit.code, competentAgency: competent.code, receivingAgency: desk, collectingAgency: desk, receive: 'counter' }
}
