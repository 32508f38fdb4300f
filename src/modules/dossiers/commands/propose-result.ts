import type { z } from 'zod'
import { Failure } from '#kernel/failure'
import { localDate } from '#kernel/local-time'
import type { Call } from '#platform/http'
import { checkAnswers, getVersion, withOffice, type Answers } from '#modules/procedures'
import type { Done, draftResult, propose, sendBack } from '../contract.ts'
import { ResultProposed, ResultSentBack } from '../events.ts'
import { checksAgainst, checksOf } from '../field-check-rules.ts'
import { fill, openForm, sealForm, type KeptForm } from '../form.ts'
import { keepOfficeAnswers, type Dossier } from '../stores/dossiers.ts'
import { listCheckSteps } from '../stores/field-checks.ts'
import { listPapers } from '../stores/papers.ts'
import { papersInForce } from '../supplement.ts'
import { refuseWhileAsked } from './consultations.ts'
import { correctForm } from './correct-form.ts'
import { doneOf, lockVisible, personOf, refuseUnlessAllowed, writeMove } from './move.ts'

/**
 * The officer lays the result before the leader, with what a register or the place itself told, and after a misprint with the form mended. Throws `papers_unchecked` while a paper has not been found
 * good, `consultation_open` while an agency that was asked has time to answer, what stands against it of the checks of the place (`checksAgainst`), `invalid_input` by question. What is given at once
 * need not be taken first: who writes it has it from then on.
 */
export async function proposeResult(call: Call<z.output<typeof propose.input>>): Promise<Done> {
  const { tx, actor, input } = call
  const asItWas = await lockVisible(call, input.id)
  refuseUnlessAllowed(asItWas, 'propose', personOf(actor))
  const unchecked = papersInForce(await listPapers(tx, asItWas.id)).filter((paper) => paper.verdict !== 'good').map((paper) => paper.number)
  if (unchecked.length > 0) throw new Failure('papers_unchecked', { numbers: unchecked, count: unchecked.length })
  const against = checksAgainst((await getVersion(tx, asItWas.procedureVersion)).body.fieldCheck, checksOf(await listCheckSteps(tx, asItWas.id)))
  if (against) throw new Failure(against)
  // a misprint is written again: what was misspelt in the form is mended with it
  const dossier = await mended(call, await refuseWhileAsked(call, asItWas))
  const officeAnswers = await answersOfOffice(call, dossier)
  const moved = await writeMove(tx, dossier, actor, { action: 'propose', event: ResultProposed, at: call.clock.now(), note: input.note ? { note: input.note } : {}, change: { officeAnswers, ...(dossier.holder === null && { holder: actor.id }) } })
  return doneOf(moved, actor)
}

/**
 * Keeps what the officer has written for the result so far, so that the draft shows it before the leader is asked. What is still empty may stay so. No act of the
 * course, unless a misprint is written again and the form is mended: nobody else sees it but the office. Throws `invalid_input` by question.
 */
export async function keepDraftOfResult(call: Call<z.output<typeof draftResult.input>>): Promise<Done> {
  const { tx, actor, input } = call
  const asItWas = await lockVisible(call, input.id)
  refuseUnlessAllowed(asItWas, 'propose', personOf(actor))
  const dossier = await mended(call, asItWas)
  await keepOfficeAnswers(tx, dossier.id, await answersOfOffice(call, dossier, (reason) => reason === 'required'))
  return doneOf(dossier, actor)
}

/** The dossier with its form mended, when a result of it was signed before. */
const mended = async (call: Call<{ answers: Answers }>, dossier: Dossier): Promise<Dossier> =>
  dossier.finishedAt === null ? dossier : correctForm(call, dossier, (await getVersion(call.tx, dossier.procedureVersion)).body, call.input.answers)

/** What the officer wrote, judged with the form; `may` names faults that are let pass. */
async function answersOfOffice(call: Call<{ answers: Answers }>, dossier: Dossier, may: (reason: string) => boolean = () => false): Promise<Answers | null> {
  const { body } = await getVersion(call.tx, dossier.procedureVersion)
  if (body.office.length === 0) return null
  const whole = withOffice(body)
  const kept = openForm(call.sealer, body, dossier.answers as KeptForm)
  const own = new Set(body.office.map(({ code }) => code))
  const { filling } = await fill(call.tx, { ...kept, answers: { ...kept.answers, ...onlyOf(call.input.answers, own) } }, { case: dossier.procedureCase, today: localDate(call.clock.now()) })
  const { answers, errors } = checkAnswers(whole, filling)
  const wrong = Object.fromEntries(Object.entries(errors).filter(([path, reason]) => own.has(path.split('.')[0] ?? '') && !may(reason)).map(([path, reason]) => [`answers.${path}`, reason]))
  if (Object.keys(wrong).length > 0) throw new Failure('invalid_input', { fields: Object.keys(wrong) }, { fields: wrong })
  return sealForm(call.sealer, whole, { answers: onlyOf(answers, own), known: {} }).answers
}

const onlyOf = (answers: Answers, codes: ReadonlySet<string>): Answers => Object.fromEntries(Object.entries(answers).filter(([code]) => codes.has(code)))

/** The leader does not sign yet, and says what is to be mended: the officer may then propose otherwise, unless a misprint is being written again. */
export async function sendResultBack(call: Call<z.output<typeof sendBack.input>>): Promise<Done> {
  const { tx, actor, input } = call
  const dossier = await lockVisible(call, input.id)
  refuseUnlessAllowed(dossier, 'sendBack', personOf(actor))
  const moved = await writeMove(tx, dossier, actor, { action: 'sendBack', event: ResultSentBack, at: call.clock.now(), note: { reason: input.reason }, change: dossier.signedBefore ? {} : { refusal: null } })
  return doneOf(moved, actor)
}
