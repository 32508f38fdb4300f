import { redirect } from 'react-router'
import { listAreas } from '#contract/areas'
import { getDraft, type DraftView } from '#contract/dossiers'
import { factsOf, getProcedure, nextQuestion, pagesOf, uploadsOf, type Body, type Filling, type Question } from '#contract/procedures'
import type { App } from '#kernel/app'
import { localDate } from '#kernel/local-time'
import type { Refusal } from '../../kit/call.ts'
import { caseAt, checkAt, papersAt, principalAt, questionAt, sentAt } from '../places.ts'

/** The communes of today, as a form offers them. */
export type Place = { code: string; name: { vi: string; en: string } }

/** A draft with the rules it is filled in under. */
export type Opened = { draft: DraftView; body: Body; filling: Filling; places: Place[] }

/** Opens one of the person's drafts. One that has become a dossier leads to its acknowledgement. */
export async function openDraft(app: App, id: string): Promise<Opened> {
  const draft = await app.call(getDraft, { draft: id })
  if (draft.dossier !== null) throw redirect(sentAt(draft.dossier))
  const [{ body }, { areas }] = await Promise.all([app.call(getProcedure, { code: draft.procedure, version: draft.version }), app.call(listAreas, {})])
  return opened(app, draft, body, areas.map(({ code, name }) => ({ code, name })))
}

/** The same draft after an act has changed it. */
export const reopened = (app: App, { body, places }: Opened, draft: DraftView): Opened => opened(app, draft, body, places)

function opened(app: App, draft: DraftView, body: Body, places: Place[]): Opened {
  const filling: Filling = { case: draft.procedureCase, party: draft.party ?? 'self', principal: draft.principalKind, answers: draft.answers, known: draft.known, today: localDate(new Date(app.page.now)) }
  return { draft, body, filling: { ...filling, known: acceptedFacts(draft, factsOf(body, filling).map(({ question }) => question)) }, places }
}

const isAbout = (code: string) => (problem: string): boolean => problem === code || problem.startsWith(`${code}.`)

/**
 * What the server took of what identity says. It alone knows every commune: a question that identity would answer as things stand, and that it asks all the
 * same, the page asks too. Of another question that could be answered so in another case (the father's name, while the mother declares) nothing follows.
 */
export function acceptedFacts({ answers, known, problems }: Pick<DraftView, 'answers' | 'known' | 'problems'>, answered: readonly Pick<Question, 'code' | 'prefill'>[]): Record<string, string> {
  const asked = answered.filter(({ code }) => Object.hasOwn(answers, code) || Object.keys(problems).some(isAbout(code)))
  const refused = new Set(asked.flatMap(({ prefill }) => (prefill ? [prefill.from, `${prefill.from}.area`, `${prefill.from}.line`] : [])))
  return Object.fromEntries(Object.entries(known).filter(([name]) => !refused.has(name)))
}

/** Papers that are still to be uploaded before the draft can be sent. */
export const missingPapers = ({ draft, body, filling }: Opened) => uploadsOf(body, filling).filter(({ code }) => draft.problems[code] === 'paper_missing')

/** The first question without an answer, or whose answer the server does not take any more. */
const openQuestion = ({ draft, body, filling }: Opened) =>
  nextQuestion(body, filling) ?? pagesOf(body, filling).find(({ code }) => Object.keys(draft.problems).some(isAbout(code)))

/** Where to go on: the first step that is still open, at last the check. `edit`: the person came from the check and goes back there. */
export function nextStepAt(open: Opened, edit = false): string {
  const { id, problems } = open.draft
  if (problems['party'] !== undefined) return principalAt(id, edit)
  if (problems['case'] !== undefined) return caseAt(id, edit)
  const question = openQuestion(open)
  if (question) return questionAt(id, question.code, edit)
  return missingPapers(open).length > 0 ? papersAt(id, edit) : checkAt(id)
}

/** The page after the last question: the papers when there are any to hand in. */
export const afterQuestionsAt = (open: Opened): string => (uploadsOf(open.body, open.filling).length > 0 ? papersAt(open.draft.id) : nextStepAt(open))

/** A refusal that says where the draft has gone leads there: a second press, or the browser's way back. */
export function followSent({ code, values }: Refusal): void {
  if (code === 'draft_already_sent' && typeof values['dossier'] === 'string') throw redirect(sentAt(values['dossier']))
}

/** Whether the address says that an answer is being changed from the check. */
export const isEdit = (request: Request): boolean => new URL(request.url).searchParams.get('sua') === '1'
