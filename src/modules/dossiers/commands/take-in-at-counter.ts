import type { z } from 'zod'
import { Failure } from '#kernel/failure'
import { uuidv7 } from '#kernel/ids'
import { localDate } from '#kernel/local-time'
import { publish } from '#platform/events'
import type { Call } from '#platform/http'
import { agencyName, deskFor, getAgency } from '#modules/agencies'
import { findPapers } from '#modules/files'
import { findCitizenByNumber } from '#modules/identity'
import { checkAnswers, currentVersion, lookedAtOf, withoutPhone, type Checked, type Version } from '#modules/procedures'
import { atOnceOf } from '../at-once.ts'
import { dueOf } from '../clock-rules.ts'
import { tidyCode } from '../codes.ts'
import type { applicantAgain as again, intake, recallApplicant as recall } from '../contract.ts'
import { DossierAccepted, DossierSubmitted } from '../events.ts'
import { chargeFees } from '../fee-charging.ts'
import { fill, knownOf, sealForm, type Filled } from '../form.ts'
import { foldedNames, kindOfPrincipal, sealPrincipal, type WholePrincipal } from '../principals.ts'
import { refuseUnfit } from '../paper-limits.ts'
import { personsAtCounter } from '../persons-at-counter.ts'
import { isGranted, reaches } from '../rights.ts'
import { holdReserved, useReserved } from '../stores/counter.ts'
import { earlierAtDesk, insertActs, insertWithCode, type NewDossier } from '../stores/dossiers.ts'
import { insertPapers } from '../stores/papers.ts'
import { acknowledgementOf } from './acknowledge.ts'
import { addDocument } from './add-document.ts'
import { actorOf, factOf, loadVisible, personOf, readsOf } from './move.ts'
import { placesOf } from './submit-dossier.ts'

type Input = z.output<typeof intake.input>

/**
 * A visit at the counter: handed in and accepted in one act, so the limit runs from this minute. The desk may be any of the province; the
 * committee of the person's commune decides. What is given while the person waits has no form 01 (Nghị định 61/2018/NĐ-CP, Điều 17). Throws `procedure_not_open`, `invalid_input` by question, `papers_missing`, `forbidden`
 * for a capacity that does not reach the procedure, `code_not_reserved`.
 */
export async function takeInAtCounter(call: Call<Input>): Promise<{ id: string }> {
  const { tx, input, actor, province } = call
  const written = await onPaper(call)
  const now = written?.at ?? call.clock.now()
  const version = await currentVersion(tx, input.procedure, localDate(now))
  if (!version || !version.body.ways.includes('counter') || version.body.resolutionSystem !== 'local') throw new Failure('procedure_not_open', { procedure: input.procedure })
  if (!reaches(personOf(actor), version.code)) throw new Failure('forbidden')
  const { principal, faults } = personsAtCounter(version.body, input, localDate(now))
  const setting = { party: principal?.facts.party ?? 'self', principal: kindOfPrincipal(input.applicant, principal) } as const
  const { filling } = await fill(tx, { answers: input.answers, known: knownOf(input.applicant, principal), ...setting }, { case: input.procedureCase, today: localDate(now) })
  const checked = checkAnswers(version.body, filling)
  const errors = { ...faults, ...(input.withoutPhone === true ? faultsWithoutPhone(version.body, checked) : checked.errors) }
  if (Object.keys(errors).length > 0) throw new Failure('invalid_input', { fields: Object.keys(errors) }, { fields: errors })
  await refusePapers(call, version, filling)
  const due = dueOf(province.calendar, { acceptedAt: now, limit: version.body.timeLimit, policy: version.body.pausePolicy, pauses: [] })
  const dossier = await dossierOf(call, version, { filling: { ...filling, answers: checked.answers }, principal }, { now, due })
  const by = await actorOf(tx, actor)
  await insertActs(tx, dossier.id, [
    { number: 1, action: 'submit', fromState: null, toState: 'submitted', at: now, note: { ...(input.withoutPhone === true && { withoutPhone: true }), ...(written && { onPaper: true }) }, ...by },
    { number: 2, action: 'accept', fromState: 'submitted', toState: 'accepted', at: now, note: {}, ...by },
  ])
  await insertPapers(tx, dossier.id, 0, input.papers.map((paper) => ({ ...paper, source: 'counter', addedAt: now })))
  await publish(tx, DossierSubmitted, { subject: dossier.id, at: now, payload: factOf(dossier, 1, 'submitted') })
  await publish(tx, DossierAccepted, { subject: dossier.id, at: now, payload: factOf(dossier, 2, 'accepted') })
  if (dossier.immediate === null) await addDocument(call, dossier, 'form01', { acceptedAt: now.toISOString(), dueAt: due.toISOString(), clerk: actor.name })
  const desk = await agencyName(tx, dossier.receivingAgency)
  call.lastly(async () => {
    const code = await insertWithCode(tx, dossier, written?.code)
    if (written) await useReserved(tx, written.code, dossier.id)
    await chargeFees(call, { ...dossier, code }, version, { ...filling, answers: checked.answers })
    return { ...acknowledgementOf(call, { ...dossier, code }, desk), dueAt: due.toISOString() }
  })
  return { id: dossier.id }
}

/** The number and the true time of a visit that was written on paper during a cut: on the number's day, and not ahead of now. Throws `code_not_reserved`. */
async function onPaper({ tx, input, actor, clock }: Call<Input>): Promise<{ code: string; at: Date } | null> {
  if (input.onPaper === null) return null
  const at = new Date(input.onPaper.at)
  const held = await holdReserved(tx, actor.agency ?? '', tidyCode(input.onPaper.code))
  if (!held) throw new Failure('code_not_reserved', { code: input.onPaper.code })
  if (localDate(at) !== held.day || at > clock.now()) throw new Failure('invalid_input', { fields: ['onPaper.at'] }, { fields: { 'onPaper.at': at > clock.now() ? 'in_future' : 'not_of_this_day' } })
  return { code: held.code, at }
}

/** What is wrong but for a phone that the person does not have; a result that comes by phone only is of no use to them. */
const faultsWithoutPhone = (body: Version['body'], { errors, answers }: Checked): Record<string, string> => {
  const others = withoutPhone(body, errors)
  const question = body.delivery?.question
  return question !== undefined && answers[question] === 'electronic' ? { ...others, [question]: 'electronic_without_phone' } : others
}

/** The person whose card lies on the desk, as their last dossier here had them. */
export async function recallApplicant(call: Call<z.output<typeof recall.input>>): Promise<z.input<typeof recall.output>> {
  const { tx, actor, sealer, input } = call
  const found = actor.agency === null ? [] : await earlierAtDesk(tx, actor.agency, sealer.index('citizen-number', input.number))
  // who came for a certified copy only said a name: what they said before is worth more
  const last = found.find(({ applicant }) => applicant.born !== null) ?? found[0]
  call.reads(last ? readsOf(last) : [])
  return { applicant: last?.applicant ?? null, earlier: found.length }
}

/** Who handed a dossier of my desk in, with the whole number: for the next thing that the same person has to do. Throws `dossier_not_found`. */
export async function readApplicantAgain(call: Call<z.output<typeof again.input>>): Promise<z.input<typeof again.output>> {
  const dossier = await loadVisible(call, call.input.id)
  if (!isGranted('supply', dossier, personOf(call.actor))) throw new Failure('dossier_not_found', { id: dossier.id })
  call.reads([readsOf(dossier)[0] ?? { dossier: dossier.id, code: dossier.code, citizen: dossier.citizen, numberIndex: dossier.numberIndex }])
  const { applicant, applicantPaper, numberSealed, identifiedBy, principal, principalSealed, procedure, procedureCase } = dossier
  const same = principal?.party === 'organisation' ? principal : null
  return {
    applicant, paper: applicantPaper, number: numberSealed && call.sealer.open(numberSealed), identifiedBy, procedure, procedureCase, party: principal?.party ?? 'self',
    organisation: same && { name: same.name, title: same.title, authority: same.authority, code: principalSealed && call.sealer.open(principalSealed), area: same.area, address: same.address },
  }
}

/** Every paper must be one that the procedure asks for, every scan the desk's own, and nothing that is required may be missing. */
async function refusePapers(call: Call<Input>, { body }: Version, filling: Filled): Promise<void> {
  const { papers } = call.input
  const asked = lookedAtOf(body, filling)
  const unknown = papers.find(({ code }) => !asked.some((paper) => paper.code === code))
  if (unknown) throw new Failure('invalid_input', { fields: ['papers'] }, { fields: { papers: 'not_an_option' } })
  const missing = asked.filter((paper) => paper.required && !papers.some(({ code }) => code === paper.code)).map(({ code }) => code)
  if (missing.length > 0) throw new Failure('papers_missing', { papers: missing }, { fields: Object.fromEntries(missing.map((code) => [code, 'paper_missing'])) })
  const scans = papers.flatMap(({ file }) => (file === null ? [] : [file]))
  const found = await findPapers(call.tx, scans)
  const foreign = scans.find((id) => !found.some((paper) => paper.id === id && paper.owner.kind === 'agency' && paper.owner.id === call.actor.agency))
  if (foreign !== undefined) throw new Failure('file_not_found', { id: foreign })
  for (const { code, file } of papers) {
    const scan = found.find(({ id }) => id === file)
    if (scan) refuseUnfit(body, code, scan)
  }
}

async function dossierOf(call: Call<Input>, version: Version, { filling, principal }: { filling: Filled; principal: WholePrincipal | null }, at: { now: Date; due: Date }): Promise<NewDossier> {
  const { tx, sealer, input, actor } = call
  const { number, passport, paper, identifiedBy, ...applicant } = input.applicant
  const shown = paper === 'passport' ? passport : number
  const citizen = number === null ? undefined : await findCitizenByNumber(tx, sealer, number)
  const places = await placesOf(call, version, filling, { now: at.now, desk: actor.agency ?? undefined })
  const on = localDate(at.now)
  const ownDesk = version.body.immediate ? await deskFor(tx, await getAgency(tx, places.competentAgency, on), places.area, on) : undefined
  return {
    id: uuidv7(), state: 'accepted', procedure: version.code, procedureVersion: version.id, procedureCase: input.procedureCase, channel: 'counter', citizen: citizen?.id ?? null,
    ...places, immediate: atOnceOf(version.body, places, ownDesk?.code), applicant,
    ...sealPrincipal(sealer, principal), applicantFolded: foldedNames(applicant.name, principal), applicantPaper: paper, identifiedBy,
    numberSealed: shown === null ? null : sealer.seal(shown), numberIndex: shown === null ? null : sealer.index(paper === 'passport' ? 'passport' : 'citizen-number', shown),
    answers: sealForm(sealer, version.body, { answers: filling.answers, known: { ...filling.known }, party: filling.party, principal: filling.principal }), submittedAt: at.now, deskDueAt: at.now, acceptedAt: at.now,
    firstDueAt: at.due, dueAt: at.due, holder: null, acts: 2, simulated: false,
  }
}
