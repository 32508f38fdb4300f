import type { z } from 'zod'
import { Failure } from '#kernel/failure'
import { localDate } from '#kernel/local-time'
import type { Call } from '#platform/http'
import { checkAnswers, getVersion, withOffice, type Answers } from '#modules/procedures'
import type { Done, propose, sendBack } from '../contract.ts'
import { ResultProposed, ResultSentBack } from '../events.ts'
import { fill, openForm, sealForm, type KeptForm } from '../form.ts'
import type { Dossier } from '../stores/dossiers.ts'
import { listPapers } from '../stores/papers.ts'
import { papersInForce } from '../supplement.ts'
import { doneOf, lockVisible, personOf, refuseUnlessAllowed, writeMove } from './move.ts'

/**
 * The officer lays the result before the leader, with what a register or the place itself told. Throws `papers_unchecked` while a paper has not been found
 * good, `invalid_input` by question. What is given at once need not be taken first: who writes it has it from then on.
 */
export async function proposeResult(call: Call<z.output<typeof propose.input>>): Promise<Done> {
  const { tx, actor, input } = call
  const dossier = await lockVisible(call, input.id)
  refuseUnlessAllowed(dossier, 'propose', personOf(actor))
  const unchecked = papersInForce(await listPapers(tx, dossier.id)).filter((paper) => paper.verdict !== 'good').map((paper) => paper.number)
  if (unchecked.length > 0) throw new Failure('papers_unchecked', { numbers: unchecked, count: unchecked.length })
  const officeAnswers = await answersOfOffice(call, dossier)
  const moved = await writeMove(tx, dossier, actor, { action: 'propose', event: ResultProposed, at: call.clock.now(), note: input.note ? { note: input.note } : {}, change: { officeAnswers, ...(dossier.holder === null && { holder: actor.id }) } })
  return doneOf(moved, actor)
}

async function answersOfOffice(call: Call<z.output<typeof propose.input>>, dossier: Dossier): Promise<Answers | null> {
  const { body } = await getVersion(call.tx, dossier.procedureVersion)
  if (body.office.length === 0) return null
  const whole = withOffice(body)
  const kept = openForm(call.sealer, body, dossier.answers as KeptForm)
  const own = new Set(body.office.map(({ code }) => code))
  const { filling } = await fill(call.tx, { ...kept, answers: { ...kept.answers, ...onlyOf(call.input.answers, own) } }, { case: dossier.procedureCase, today: localDate(call.clock.now()) })
  const { answers, errors } = checkAnswers(whole, filling)
  const wrong = Object.fromEntries(Object.entries(errors).filter(([path]) => own.has(path.split('.')[0] ?? '')).map(([path, reason]) => [`answers.${path}`, reason]))
  if (Object.keys(wrong).length > 0) throw new Failure('invalid_input', { fields: Object.keys(wrong) }, { fields: wrong })
  return sealForm(call.sealer, whole, { answers: onlyOf(answers, own), known: {} }).answers
}

const onlyOf = (answers: Answers, codes: ReadonlySet<string>): Answers => Object.fromEntries(Object.entries(answers).filter(([code]) => codes.has(code)))

/** The leader does not sign yet, and says what is to be mended. */
export async function sendResultBack(call: Call<z.output<typeof sendBack.input>>): Promise<Done> {
  const { tx, actor, input } = call
  const dossier = await lockVisible(call, input.id)
  refuseUnlessAllowed(dossier, 'sendBack', personOf(actor))
  const moved = await writeMove(tx, dossier, actor, { action: 'sendBack', event: ResultSentBack, at: call.clock.now(), note: { reason: input.reason } })
  return doneOf(moved, actor)
}
