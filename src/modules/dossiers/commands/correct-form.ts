import { Failure } from '#kernel/failure'
import { localDate } from '#kernel/local-time'
import { fold } from '#kernel/text'
import type { Call } from '#platform/http'
import { checkAnswers, type Answers, type Body } from '#modules/procedures'
import { withCorrections } from '../corrections.ts'
import { fill, openForm, sealForm, type KeptForm } from '../form.ts'
import { noteActs } from '../stores/acts.ts'
import { correctFormOf, type Dossier } from '../stores/dossiers.ts'
import { actorOf } from './move.ts'

/**
 * Mends slips of the pen in the form of a dossier whose signed result was voided: an act of the course, which names the questions; the values are in the form and in no
 * act. Resolves to the dossier as it is then. Throws `invalid_input` by question.
 */
export async function correctForm(call: Call, dossier: Dossier, body: Body, given: Answers): Promise<Dossier> {
  const kept = openForm(call.sealer, body, dossier.answers as KeptForm)
  const { filling } = await fill(call.tx, kept, { case: dossier.procedureCase, today: localDate(dossier.submittedAt) })
  const corrected = withCorrections(body, filling, given)
  if (corrected.codes.length === 0) return dossier
  const after = { ...filling, answers: corrected.answers, known: corrected.known }
  const { answers, errors } = checkAnswers(body, after)
  const wrong = Object.fromEntries(Object.entries(errors).filter(([path]) => corrected.codes.includes(path.split('.')[0] ?? '')).map(([path, reason]) => [`answers.${path}`, reason]))
  if (Object.keys(wrong).length > 0) throw new Failure('invalid_input', { fields: Object.keys(wrong) }, { fields: wrong })
  const form = sealForm(call.sealer, body, { ...kept, answers, known: corrected.known })
  // the papers name the applicant as the form does
  const applicant = { ...dossier.applicant, name: corrected.known['citizen.name'] ?? dossier.applicant.name, born: corrected.known['citizen.born'] ?? dossier.applicant.born }
  const own = corrected.known['principal.name'] ?? corrected.known['organisation.name']
  const principal = dossier.principal && { ...dossier.principal, name: own ?? dossier.principal.name }
  await correctFormOf(call.tx, dossier.id, { answers: form, applicant, principal, folded: fold(principal ? `${principal.name} ${applicant.name}` : applicant.name) })
  const labels = corrected.codes.map((code) => body.form.find((question) => question.code === code)?.label.vi ?? code)
  await noteActs(call.tx, [{ dossier, note: { corrected: labels } }], { action: 'correctForm', at: call.clock.now(), ...(await actorOf(call.tx, call.actor)) })
  return { ...dossier, answers: form, applicant, principal, acts: dossier.acts + 1 }
}
