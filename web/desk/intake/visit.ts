import { checkAnswers, holds, lookedAtOf, pagesOf, phoneQuestions, withoutPhone, type Answers, type Body, type Filling, type Paper, type Question } from '#contract/procedures'
import type { LocalDate } from '#kernel/local-time'
import { inputOf, type Typed } from '../../kit/form.ts'
import { boxFor, knownOf, paperFaults, personsOf, settingOf, standingFor } from './persons.ts'

/**
 * A visit as the clerk types it: who, which case, the answers, the papers. One form; the same reading of it on the server and in the browser,
 * so that questions appear while one types and, without scripts, when the form comes back.
 */

/** The boxes again as a form, to read them the one way forms are read. */
export function formOf(typed: Typed): FormData {
  const form = new FormData()
  for (const [name, values] of Object.entries(typed)) for (const value of values) form.append(name, value)
  return form
}

const record = (value: unknown): Record<string, unknown> => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {})
const textIn = (values: Record<string, unknown>, name: string): string | null => (typeof values[name] === 'string' ? values[name] : null)

/** The form as far as it is typed, with every fact about the persons taken as known. */
export function fillingOf(typed: Typed, today: LocalDate): Filling {
  const input = inputOf(formOf(typed))
  return { case: textIn(input, 'procedureCase'), ...settingOf(input), answers: record(input['answers']), known: standingFor(input), today }
}

/** The questions that the clerk asks now, and the papers that are looked at. */
export const askedIn = (body: Body, filling: Filling, hasPhone = true): { questions: Question[]; papers: Paper[] } => {
  const phones = phoneQuestions(body)
  return { questions: pagesOf(body, filling).filter(({ code }) => hasPhone || !phones.includes(code)), papers: lookedAtOf(body, filling).filter(({ source, required }) => source !== 'shown' || required) }
}

/** Whether the form itself asks for this fact about the applicant: then the box stands there only. */
export const isAskedInForm = (body: Body, fact: string): boolean => body.form.some(({ prefill, when }) => prefill?.from === fact && prefill.as === 'suggestion' && holds(when, () => undefined))

/** Whether a name is enough: what is given at once, and asks nothing about the person. */
export const isByName = ({ immediate, form }: Body): boolean => immediate && form.every(({ prefill }) => prefill === undefined)

/**
 * Whether a visit filled in like this ends with a number and no form 01, as far as the page can know: the procedure is given at once, and the
 * result is wanted on paper at this counter (`own`, its commune). Who decides it is the server's answer.
 */
export function endsWithNumber(body: Pick<Body, 'immediate' | 'delivery'>, { answers }: Pick<Filling, 'answers'>, own: string | null): boolean {
  if (!body.immediate) return false
  if (body.delivery === undefined) return true
  const [receive, place] = [answers[body.delivery.question], answers[body.delivery.place]]
  return receive !== 'electronic' && (typeof place !== 'string' || place === '' || place === own)
}

/** The input of the act, from the boxes. What is empty is null or left out, as the contract has it. */
export function visitOf(form: FormData, procedure: string): Record<string, unknown> {
  const input = inputOf(form)
  return {
    ...onPaperOf(record(input['onPaper'])), procedure, procedureCase: input['procedureCase'], answers: record(input['answers']) as Answers, ...(input['withoutPhone'] === true && { withoutPhone: true }), ...personsOf(input),
    papers: Object.entries(record(input['papers'])).flatMap(([code, value]) => paperOf(code, record(value))),
  }
}

/** The reserved number with its day, and the hour on the paper as an instant of that day in Vietnam; nothing for an ordinary visit. */
function onPaperOf({ code, at }: Record<string, unknown>): { onPaper?: { code: string; at: string } } {
  if (typeof code !== 'string') return {}
  const [number = '', day = ''] = code.split(' ')
  const time = /^(\d{1,2})[:hg.](\d{2})$/i.exec(typeof at === 'string' ? at.trim() : '')
  return { onPaper: { code: number, at: time ? `${day}T${(time[1] ?? '').padStart(2, '0')}:${time[2]}:00+07:00` : '' } }
}

function paperOf(code: string, { form, copies, file }: Record<string, unknown>): unknown[] {
  if (form === undefined && file === undefined) return []
  return [{ code, form: form ?? 'electronic', copies: copies ?? 1, file: file ?? null }]
}

/**
 * Everything that is missing or wrong as far as the form's own rules say: shape and rules are checked one after the other by the server, and
 * the clerk must not be sent round twice with the person waiting.
 */
export function faultsOf(body: Body, typed: Typed, today: LocalDate): Record<string, string> {
  const input = inputOf(formOf(typed))
  const filling: Filling = { ...fillingOf(typed, today), known: knownOf(input) }
  const { errors } = checkAnswers(body, filling)
  const handed = record(input['papers'])
  const missing = lookedAtOf(body, filling).filter(({ code, required }) => required && paperOf(code, record(handed[code])).length === 0)
  return { ...paperFaults(input), ...(input['withoutPhone'] === true ? withoutPhone(body, errors) : errors), ...Object.fromEntries(missing.map(({ code }) => [code, 'paper_missing'])) }
}

/** Refusals by the box they belong to: the server names questions and papers by their codes, and facts of the applicant as questions. */
export function byBox(fields: Record<string, string>, body: Body, typed: Typed, today: LocalDate): Record<string, string> {
  const { questions } = askedIn(body, fillingOf(typed, today))
  const input = inputOf(formOf(typed))
  const box = (path: string): string => {
    const [code = '', part] = path.split('.')
    if (code === 'case') return 'procedureCase'
    if (code === 'applicant' || code === 'principal' || code === 'onPaper' || code === 'procedureCase') return path
    if (body.papers.some((paper) => paper.code === code)) return `papers.${code}`
    const question = body.form.find((each) => each.code === code)
    const known = question?.prefill?.as === 'fact' && !questions.some((each) => each.code === code) ? boxFor(question.prefill.from, part, input) : undefined
    return known ?? `answers.${path}`
  }
  return Object.fromEntries(Object.entries(fields).map(([path, reason]) => [box(path), reason]))
}
