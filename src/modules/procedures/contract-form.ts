import type { LocalDate } from '#kernel/local-time'
import { holds } from './contract-conditions.ts'
import { judge, optionsOf, type Context } from './contract-values.ts'
import type { Body, Both, Option, Paper, Party, PrincipalKind, Question } from './contract-body.ts'

/**
 * The rules of a form, the same on the server and in a page: which questions are asked, what is wrong with the answers, which papers follow.
 * Nothing here throws for anything a person sends.
 */

/** Answers by code of the question, each as its kind keeps it; null for one that was seen and left empty. */
export type Answers = Record<string, unknown>

/** What identity says of the person, by name of the prefill; `citizen.residence.area` and `citizen.residence.line` are its two parts. */
export type Known = Readonly<Record<string, string>>

/** A form as it is filled in so far. */
export type Filling = {
  case: string | null
  /** for whom it is, `self` when nothing is said */
  party?: Party | undefined
  /** how the person it is for is known, `citizen` when nothing is said */
  principal?: PrincipalKind | undefined
  answers: Answers
  known?: Known | undefined
  /** what conditions read as `citizen.gender` where `known` only stands in for what is not typed yet: null for not known */
  gender?: string | null | undefined
  /** local date on which it is judged */
  today: LocalDate
  /** whether a code names a commune of the province; without it every code of the right shape passes */
  isArea?: ((code: string) => boolean) | undefined
}

/** What became of the answers: kept ones in their written form, and the code of each fault by question or `question.part`; `case` for the case. */
export type Checked = { answers: Answers; errors: Record<string, string> }

type Walked = Checked & { asked: Question[]; facts: { question: Question; value: unknown }[]; read: Context['read'] }

/** The known value of a question in the form its kind keeps, undefined when identity does not say. */
export function knownValue(question: Question, known: Known | undefined): unknown {
  if (!question.prefill || !known) return undefined
  const { from } = question.prefill
  if (question.kind !== 'address') return known[from] === '' ? undefined : known[from]
  const [area, line] = [known[`${from}.area`], known[`${from}.line`]]
  return area && line ? { area, line } : undefined
}

/** What conditions may read besides the case and the answers. */
export const setting = ({ party = 'self', principal = 'citizen' }: Pick<Filling, 'party' | 'principal'>): { party: Party; principal: PrincipalKind } => ({ party, principal })

// Conditions speak of earlier questions only, so one walk in order settles everything.
function walk(body: Body, filling: Filling): Walked {
  const isCase = body.cases.options.some(({ code }) => code === filling.case)
  const values: Answers = { ...setting(filling), today: filling.today, citizen: { gender: filling.gender === undefined ? filling.known?.['citizen.gender'] : filling.gender }, ...(isCase && { case: filling.case }) }
  const read = (field: string) => readField(values, field)
  const context: Context = { today: filling.today, isArea: filling.isArea ?? (() => true), read }
  const walked: Walked = { asked: [], facts: [], answers: {}, errors: isCase ? {} : { case: filling.case === null ? 'required' : 'not_an_option' }, read }
  for (const question of body.form) {
    if (!holds(question.when, read)) continue
    const fact = question.prefill?.as === 'fact' && holds(question.prefill.when, read) ? knownValue(question, filling.known) : undefined
    const judged = fact === undefined ? undefined : judge(question, fact, context)
    if (judged && 'value' in judged && judged.value !== null) {
      walked.facts.push({ question, value: judged.value })
      values[question.code] = judged.value
      continue
    }
    walked.asked.push(question)
    ask(question, own(filling.answers, question.code), context, walked, values)
  }
  return walked
}

function ask(question: Question, raw: unknown, context: Context, walked: Walked, values: Answers): void {
  if (raw === undefined && !question.required) return
  const judged = judge(question, raw, context)
  if ('value' in judged) {
    walked.answers[question.code] = judged.value
    if (judged.value !== null) values[question.code] = judged.value
    return
  }
  for (const [part, code] of Object.entries(judged.faults)) walked.errors[part === '' ? question.code : `${question.code}.${part}`] = code
}

/** A property that the answers have themselves: a name sent from outside never reaches what every object inherits. */
const own = (record: Answers, name: string): unknown => (Object.hasOwn(record, name) ? record[name] : undefined)

function readField(values: Answers, field: string): string | undefined {
  const [name = '', part] = field.split('.')
  const value = own(values, name)
  const found = part === undefined ? value : typeof value === 'object' && value !== null ? own(value as Answers, part) : undefined
  return typeof found === 'string' ? found : typeof found === 'number' ? String(found) : undefined
}

/**
 * Judges everything: answers to questions that are not asked (their condition does not hold, identity knows them) are dropped, the others are
 * written the way they are kept, wrong ones are left out and named. An empty `errors` means that the form is complete. Checking what it
 * returned changes nothing.
 */
export function checkAnswers(body: Body, filling: Filling): Checked {
  const { answers, errors } = walk(body, filling)
  return { answers, errors }
}

/** What conditions read as things stand: settings, the case, answers and facts. */
export const readingOf = (body: Body, filling: Filling): Context['read'] => walk(body, filling).read

/** The questions that are asked, in order: one page each. */
export const pagesOf = (body: Body, filling: Filling): Question[] => walk(body, filling).asked

/** What identity answers instead of the person, in the order of the form. */
export const factsOf = (body: Body, filling: Filling): { question: Question; value: unknown }[] => walk(body, filling).facts

/** The first question still to be answered or put right, undefined when the form is complete. One left empty on purpose counts as answered. */
export function nextQuestion(body: Body, filling: Filling): Question | undefined {
  const { asked, answers } = walk(body, filling)
  return asked.find(({ code }) => !Object.hasOwn(answers, code))
}

/** The pages before and after a page as things stand; undefined at the ends, and for a page that is not asked. */
export function neighboursOf(body: Body, filling: Filling, code: string): { before: Question | undefined; after: Question | undefined; number: number; of: number } | undefined {
  const { asked } = walk(body, filling)
  const at = asked.findIndex((question) => question.code === code)
  return at < 0 ? undefined : { before: asked[at - 1], after: asked[at + 1], number: at + 1, of: asked.length }
}

/**
 * Takes the answer of one page. `given` is what its form sent, by code of the question; an empty box is an answer to an optional question.
 * `errors` speaks of this page alone; the other answers are kept, those that no longer apply are dropped. Undefined for a page not asked.
 */
export function answerPage(body: Body, filling: Filling, code: string, given: Answers): Checked | undefined {
  const raw = own(given, code)
  const answers = { ...filling.answers, [code]: raw === undefined ? null : raw }
  const walked = walk(body, { ...filling, answers })
  if (!walked.asked.some((question) => question.code === code)) return undefined
  const mine = Object.entries(walked.errors).filter(([name]) => name === code || name.startsWith(`${code}.`))
  return { answers: walked.answers, errors: Object.fromEntries(mine) }
}

/** The options of a choice as things stand. */
export const choicesOf = (body: Body, filling: Filling, question: Question): Option[] =>
  question.kind === 'choice' ? optionsOf(question, walk(body, filling).read) : []

/** The papers that this case and these answers ask for, in order. */
export function papersOf(body: Body, filling: Filling): Paper[] {
  const { read } = walk(body, filling)
  return body.papers.filter((paper) => holds(paper.when, read))
}

/** The papers that are looked at over the counter: those to hand in, and what is shown for a result that is given at once. */
export const lookedAtOf = (body: Body, filling: Filling): Paper[] => papersOf(body, filling).filter(({ source }) => source === 'upload' || (source === 'shown' && body.immediate))

/** The papers a person has to hand in a file for. */
export const uploadsOf = (body: Body, filling: Filling): Paper[] => papersOf(body, filling).filter(({ source }) => source === 'upload')

/** The form with the officer's questions behind the applicant's: conditions of those may read these. */
export const withOffice = (body: Body): Body => ({ ...body, form: [...body.form, ...body.office] })

/** The value of a question as it stands, whoever answered it: the person or identity. */
export function valueOf(body: Body, filling: Filling, code: string): unknown {
  const { answers, facts } = walk(body, filling)
  return Object.hasOwn(answers, code) ? answers[code] : facts.find(({ question }) => question.code === code)?.value
}

/** The commune whose agencies are competent; undefined until it is known, and when the desk says it. */
export function competentArea(body: Body, filling: Filling): string | undefined {
  if (body.competence.rule === 'desk') return undefined
  const area = areaIn(valueOf(body, filling, body.competence.question))
  return typeof area === 'string' ? area : undefined
}

/** How the result is wanted, and at which commune's centre a paper copy is collected; null without an answer. */
export function deliveryOf(body: Body, filling: Filling): { receive: string | null; area: string | null } {
  const text = (value: unknown) => (typeof value === 'string' ? value : null)
  if (body.delivery === undefined) return { receive: null, area: null }
  return { receive: text(valueOf(body, filling, body.delivery.question)), area: text(areaIn(valueOf(body, filling, body.delivery.place))) }
}

/** The commune of an answer that is one, or of an address. */
const areaIn = (value: unknown): unknown => (typeof value === 'object' && value !== null ? (value as Answers)['area'] : value)

/** What is said of this filling before it is sent, and to whoever takes it in: nothing is refused for it. */
export function noticesOf(body: Body, filling: Filling): Both[] {
  const { read } = walk(body, filling)
  return (body.notices ?? []).filter(({ when }) => holds(when, read)).map(({ text }) => text)
}

/** The questions for the telephone of whoever applies. */
export const phoneQuestions = (body: Body): string[] => body.form.filter(({ prefill }) => prefill?.from === 'citizen.phone').map(({ code }) => code)

/** What is wrong but for a telephone that the person does not have. */
export function withoutPhone(body: Body, errors: Readonly<Record<string, string>>): Record<string, string> {
  const phones = phoneQuestions(body)
  return Object.fromEntries(Object.entries(errors).filter(([code, reason]) => !(phones.includes(code) && reason === 'required')))
}

/** Codes of the questions whose answers are the number of somebody's identity paper: sealed wherever they are kept. */
export const sealedQuestions = (body: Body): string[] => body.form.filter(({ kind }) => kind === 'personNumber' || kind === 'passport').map(({ code }) => code)
