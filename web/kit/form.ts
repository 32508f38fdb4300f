import { data } from 'react-router'
import { fieldSentence, sentence, type Locale } from '../messages/index.ts'
import type { Refusal } from './call.ts'

/**
 * Between a form and a contract. A field's name is the path of the input (`applicant.name`); endings say what plain text cannot:
 * `~day`, `~month`, `~year` are three boxes of one date, `~number` and `~boolean` are typed, `[]` is a list.
 */

/** What a person typed, by the name of the box; shown again when the form comes back. */
export type Typed = Record<string, string[]>

/** What an action gives back to its page when the form was refused. */
export type FormState = { typed: Typed; refusal: Refusal }

const ours = new Set(['csrf', 'key', 'next'])
// whole words for the short one: a footprint holds the letters of a one-time password
const secret = /password|passcode|secret|(^|[.])t?otp($|[.A-Z])/i

/** Everything typed into a form, without our own hidden fields, files and secrets. */
export function typedOf(form: FormData): Typed {
  const typed: Typed = {}
  for (const name of new Set(form.keys())) {
    if (ours.has(name) || secret.test(name)) continue
    typed[name] = form.getAll(name).filter((value) => typeof value === 'string')
  }
  return typed
}

/** The form's idempotency key, put there by FormGuard. */
export const keyOf = (form: FormData): string | undefined => textOf(form, 'key')

const textOf = (form: FormData, name: string): string | undefined => {
  const value = form.get(name)
  return typeof value === 'string' && value !== '' ? value : undefined
}

/**
 * The input of a contract from a form. Empty boxes are left out, so that the server says `required` and optional ones stay undefined.
 * Three date boxes become `YYYY-MM-DD`; when that is no date, the server says so.
 */
export function inputOf(form: FormData): Record<string, unknown> {
  const input: Record<string, unknown> = {}
  for (const name of new Set(form.keys())) {
    if (ours.has(name)) continue
    const [path, kind] = splitName(name)
    if (kind === '[]') put(input, path, form.getAll(name).filter((value) => value !== ''))
    else if (kind === 'day' || kind === 'month' || kind === 'year') put(input, path, dateOf(form, path))
    else put(input, path, typedValue(kind, textOf(form, name)))
  }
  return input
}

const splitName = (name: string): [string, string | undefined] => {
  const match = /^(.*?)(?:~(\w+)|(\[\]))$/.exec(name)
  return match ? [match[1] ?? '', match[2] ?? match[3]] : [name, undefined]
}

function typedValue(kind: string | undefined, text: string | undefined): unknown {
  if (text === undefined) return undefined
  if (kind === 'boolean') return text === 'true'
  // people write 1.500 and 1 500; what is no number stays text and is refused by name
  if (kind === 'number') return /^-?\d{1,3}(?:[. ]\d{3})+$|^-?\d+$/.test(text.trim()) ? Number(text.replace(/[. ]/g, '')) : text
  return text
}

/** The date in three boxes as `YYYY-MM-DD`; undefined when all are empty, and `invalid` when it cannot be one. */
export function dateOf(form: FormData, path: string): string | undefined {
  const [day, month, year] = ['day', 'month', 'year'].map((part) => (textOf(form, `${path}~${part}`) ?? '').trim())
  if (!day && !month && !year) return undefined
  if (!/^\d{1,2}$/.test(day ?? '') || !/^\d{1,2}$/.test(month ?? '') || !/^\d{4}$/.test(year ?? '')) return 'invalid'
  return `${year}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`
}

function put(input: Record<string, unknown>, path: string, value: unknown): void {
  const steps = path.split('.')
  const last = steps.pop()
  // a name is text from outside: it must never reach what every object inherits
  if (value === undefined || last === undefined || [...steps, last].some((step) => step === '' || step in Object.prototype)) return
  let place = input
  for (const step of steps) {
    const inner = place[step]
    place = (typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? inner : (place[step] = {})) as Record<string, unknown>
  }
  place[last] = value
}

/** Answers an action with the form again: what was typed, and why it was refused, with the refusal's status. */
export const refuseForm = (form: FormData, refusal: Refusal) => data<FormState>({ typed: typedOf(form), refusal }, { status: refusal.status })

export type SummaryLine = { href: string | null; text: string }

/** A form as its page needs it: what to show in each box, and what is wrong with it. */
export type FormView = {
  /** what stands in a box: typed before, else the start value */
  value(name: string, start?: string): string
  /** whether a choice is taken: typed before, else the start value */
  chosen(name: string, option: string, start?: readonly string[]): boolean
  /** the sentence for a field, by its path without endings */
  error(path: string): string | undefined
  /** for the box at the top of the page, in the order of `labels` */
  summary: SummaryLine[]
}

/**
 * Reads the state an action gave back (undefined before the first try). `labels` names each field as it stands inside a sentence, in the
 * page's order; `sentences` are better words for one field and reason, by `path:reason`.
 */
export function viewForm(state: FormState | undefined, labels: Record<string, string>, locale: Locale, sentences: Record<string, string> = {}): FormView {
  const { typed = {}, refusal } = state ?? {}
  const fields = refusal?.fields ?? {}
  const say = (path: string): string | undefined => {
    const reason = fields[path]
    return reason === undefined ? undefined : (sentences[`${path}:${reason}`] ?? fieldSentence(reason, labels[path] ?? path, locale))
  }
  const known = Object.keys(labels).filter((path) => path in fields)
  const others = Object.keys(fields).some((path) => !(path in labels))
  const summary: SummaryLine[] = known.map((path) => ({ href: `#${path}`, text: say(path) ?? '' }))
  // a field that the page does not show cannot be pointed at; neither can a refusal of the whole
  if (refusal && (known.length === 0 || others)) summary.push({ href: null, text: sentence(refusal.code, refusal.values, locale) })
  return {
    value: (name, start = '') => typed[name]?.[0] ?? start,
    chosen: (name, option, start = []) => (state ? (typed[name] ?? []) : start).includes(option),
    error: say,
    summary,
  }
}
