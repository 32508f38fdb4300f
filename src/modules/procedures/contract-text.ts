import { formatCitizenNumber, formatDate, formatNumber, maskCitizenNumber, maskPassport } from '#kernel/format'
import { holds } from './contract-conditions.ts'
import { checkAnswers, factsOf, setting, type Answers, type Filling } from './contract-form.ts'
import type { Body, Question } from './contract-body.ts'

/** How answers are written for people. `area` gives a commune's name; numbers of persons are masked unless `whole`. */
export type Writing = { locale: 'vi' | 'en'; area?: ((code: string) => string | undefined) | undefined; whole?: boolean | undefined }

const untilNow = { vi: 'nay', en: 'now' }

const month = (value: unknown): string => (typeof value === 'string' ? `${value.slice(5, 7)}/${value.slice(0, 4)}` : '')

/** An answer as people write it; empty for none. */
export function answerText(question: Question, value: unknown, { locale, area = () => undefined, whole = false }: Writing): string {
  if (value === null || value === undefined) return ''
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  const parts = typeof value === 'object' ? (value as Answers) : {}
  switch (question.kind) {
    case 'date': return formatDate(text)
    case 'months': return `${month(parts['from'])} – ${parts['to'] === null ? untilNow[locale] : month(parts['to'])}`
    case 'choice': return question.options.find((option) => option.value === text)?.label[locale] ?? text
    case 'area': return area(text) ?? text
    case 'address': return [parts['line'], area(String(parts['area'])) ?? parts['area']].join(', ')
    case 'number': return typeof value === 'number' ? formatNumber(value) : text
    case 'personNumber': return whole ? formatCitizenNumber(text) : maskCitizenNumber(text)
    case 'passport': return whole ? text : maskPassport(text)
    default: return text
  }
}

/** One line of the page on which the answers are checked. */
export type AnswerLine = {
  code: string
  group: string
  label: Question['label']
  text: string
  /** `identity`: known and not to be changed here */
  from: 'person' | 'identity'
}

/** Every answer in the order of the form, whoever gave it, without those left empty. */
export function answerLines(body: Body, filling: Filling, writing: Writing): AnswerLine[] {
  const values = valuesOf(body, filling)
  return body.form.flatMap((question) => {
    const found = values.get(question.code)
    const text = found ? answerText(question, found.value, writing) : ''
    return found && text !== '' ? [{ code: question.code, group: question.group, label: question.label, text, from: found.from }] : []
  })
}

type Given = { value: unknown; from: AnswerLine['from'] }

function valuesOf(body: Body, filling: Filling): Map<string, Given> {
  const { answers } = checkAnswers(body, filling)
  const known = factsOf(body, filling).map(({ question, value }): [string, Given] => [question.code, { value, from: 'identity' }])
  return new Map([...known, ...Object.entries(answers).map(([code, value]): [string, Given] => [code, { value, from: 'person' }])])
}

/** A line of a result: what it is called, and the answer as people write it, empty when there is none. */
export type ResultLine = { label: string; text: string }

/**
 * What the document of the result says: its facts by name, its sentences with the answers put in, and its lines, in Vietnamese. Absent facts and sentences are
 * left out. `body` is with the officer's questions when they are answered.
 */
export function resultText(body: Body, filling: Filling, writing: Omit<Writing, 'locale'>): { facts: Record<string, unknown>; sentences: Record<string, string>; lines: ResultLine[] } {
  const values = valuesOf(body, filling)
  const written = (code: string): string => {
    const question = body.form.find((each) => each.code === code)
    return question ? answerText(question, values.get(code)?.value, { ...writing, locale: 'vi', whole: true }) : ''
  }
  const read = (field: string): string | undefined => {
    const [code = '', part] = field.split('.')
    const value = code === 'case' ? filling.case : code === 'party' || code === 'principal' ? setting(filling)[code] : values.get(code)?.value
    const found = part === undefined ? value : typeof value === 'object' && value !== null ? (value as Answers)[part] : undefined
    return typeof found === 'string' ? found : typeof found === 'number' ? String(found) : undefined
  }
  const facts = Object.entries(body.result.facts).flatMap(([name, code]) => (values.has(code) ? [[name, values.get(code)?.value]] : []))
  const sentences = Object.entries(body.result.sentences).flatMap(([name, list]) => {
    const chosen = list.find(({ when }) => holds(when, read))
    return chosen ? [[name, chosen.text.replace(/\{(\w+)\}/g, (_, code: string) => written(code))]] : []
  })
  const lines = (body.result.layout?.lines ?? []).filter(({ when }) => holds(when, read)).map(({ label, question }) => ({ label, text: written(question) }))
  return { lines, facts: Object.fromEntries(facts) as Record<string, unknown>, sentences: Object.fromEntries(sentences) as Record<string, string> }
}
