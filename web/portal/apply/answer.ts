import type { DraftView } from '#contract/dossiers'
import { knownValue, type Question } from '#contract/procedures'
import { formatNumber } from '#kernel/format'
import type { Refusal } from '../../kit/call.ts'
import { t, type Locale } from '../../messages/index.ts'

type Parts = Record<string, unknown>
const partsOf = (value: unknown): Parts => (typeof value === 'object' && value !== null ? (value as Parts) : {})
const textOf = (value: unknown): string => (typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '')

/** What the boxes of a question hold at first: the answer kept, else what identity suggests. */
export function startOf(question: Question, draft: Pick<DraftView, 'answers' | 'known'>): { boxes: Record<string, string>; suggested: boolean } {
  const { code } = question
  const kept = Object.hasOwn(draft.answers, code)
  const known = kept || question.prefill?.as !== 'suggestion' ? undefined : knownValue(question, draft.known)
  return { boxes: boxesOf(question, kept ? draft.answers[code] : known), suggested: known !== undefined }
}

function boxesOf({ code, kind }: Question, value: unknown): Record<string, string> {
  if (kind === 'address') return { [`${code}.area`]: textOf(partsOf(value)['area']), [`${code}.line`]: textOf(partsOf(value)['line']) }
  if (kind === 'number' && typeof value === 'number') return { [code]: formatNumber(value) }
  if (kind !== 'months') return { [code]: textOf(value) }
  const month = (part: 'from' | 'to') => {
    const text = textOf(partsOf(value)[part])
    return { [`${code}.${part}.month`]: text.slice(5, 7), [`${code}.${part}.year`]: text.slice(0, 4) }
  }
  return { ...month('from'), ...month('to') }
}

// A name in a list begins with a capital; inside a sentence it does not, unless it is written so for another reason.
const inside = (label: string, locale: Locale): string => (/^\p{Lu}\p{Lu}/u.test(label) ? label : label.charAt(0).toLocaleLowerCase(locale) + label.slice(1))

/** The boxes of a question that can be wrong, each with its name inside a sentence, in the order of the page. */
export function labelsOf(question: Question, locale: Locale): Record<string, string> {
  const { label } = t(locale).apply
  const { code, kind } = question
  if (kind === 'address') return { [`${code}.area`]: label.area, [`${code}.line`]: label.line }
  if (kind === 'months') return { [`${code}.from`]: label.from, [`${code}.to`]: label.to }
  return { [code]: inside(question.label[locale], locale) }
}

/** Better sentences than the general ones, for the faults of a question. */
export function sentencesOf(question: Question, locale: Locale): Record<string, string> {
  const { wrong } = t(locale).apply
  const { code } = question
  switch (question.kind) {
    case 'text': return {
      ...(question.startsWith !== undefined && { [`${code}:wrong_beginning`]: wrong.beginning(question.startsWith) }),
      ...(question.without !== undefined && { [`${code}:forbidden_words`]: wrong.without(question.without.map((phrase) => `“${phrase}”`).join(', ')) }),
      [`${code}:too_few_words`]: question.startsWith === undefined ? wrong.words : wrong.wholeName(question.startsWith),
    }
    case 'choice': return { [`${code}:required`]: wrong.choice, [`${code}:not_an_option`]: wrong.choice }
    case 'date': return { [`${code}:required`]: wrong.date }
    case 'year': return { [`${code}:required`]: wrong.year, [`${code}:not_a_year`]: wrong.year }
    case 'area': return { [`${code}:required`]: wrong.area }
    case 'address': return { [`${code}.area:required`]: wrong.area, [`${code}.line:required`]: wrong.line }
    case 'months': return { [`${code}.from:required`]: wrong.from }
    case 'number': {
      const range = wrong.number(formatNumber(question.min), formatNumber(question.max))
      return Object.fromEntries(['required', 'not_a_number', 'too_small', 'too_big'].map((reason) => [`${code}:${reason}`, range]))
    }
    default: return {}
  }
}

/** A fault of an answer as a whole is shown at the boxes it is made of. */
export function atBoxes(question: Question, refusal: Refusal): Refusal {
  const { code, kind } = question
  const whole = refusal.fields[code]
  if (whole === undefined || (kind !== 'address' && kind !== 'months')) return refusal
  const { [code]: _whole, ...others } = refusal.fields
  const parts = kind === 'address' ? ['area', 'line'] : ['from']
  return { ...refusal, fields: { ...others, ...Object.fromEntries(parts.map((part) => [`${code}.${part}`, whole])) } }
}

/** The box of a date that a fault points at; undefined when it may be any. */
export const wrongPart = (reason: string | undefined): 'year' | undefined => (reason === 'in_future' || reason === 'in_past' || reason === 'too_early' ? 'year' : undefined)
