import { dayNumber, type LocalDate } from '#kernel/local-time'
import { tidy } from '#kernel/text'
import { holds } from './contract-conditions.ts'
import type { Option, Question } from './contract-body.ts'
import { beginsWith, isWrittenWith, phraseIn, wordsOf, type Letters } from './contract-names.ts'

/** What judging one answer needs besides the answer. `read` gives earlier answers by field. */
export type Context = {
  today: LocalDate
  isArea: (code: string) => boolean
  read: (field: string) => string | undefined
}

/** An answer as it is kept (null: seen and left empty), or what is wrong with it: code of the fault by part, `''` for the whole. */
export type Judged = { value: unknown } | { faults: Record<string, string> }

const fault = (code: string, part = ''): Judged => ({ faults: { [part]: code } })

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Text of a box: what is no text counts as a fault of form, white space around it is the typist's. */
const textOf = (raw: unknown): string | undefined => (typeof raw === 'string' ? tidy(raw) : typeof raw === 'number' && Number.isFinite(raw) ? String(raw) : undefined)

const isEmpty = (raw: unknown): boolean =>
  raw === undefined || raw === null || (typeof raw === 'string' && raw.trim() === '') || (isRecord(raw) && Object.values(raw).every(isEmpty))

/** Judges the answer to a question and writes it the way it is kept. Never throws, whatever was sent; judging a kept answer changes nothing. */
export function judge(question: Question, raw: unknown, context: Context): Judged {
  if (isEmpty(raw)) return question.required ? fault('required') : { value: null }
  switch (question.kind) {
    case 'text': return text(raw, question)
    case 'longText': return longText(raw, question)
    case 'date': return date(raw, question, context)
    case 'months': return months(raw, context.today)
    case 'year': return year(raw, question.earliest, context.today)
    case 'choice': return choice(raw, optionsOf(question, context.read))
    case 'area': return area(raw, context)
    case 'address': return address(raw, question.maxLength, context)
    case 'phone': return phone(raw)
    case 'email': return email(raw)
    case 'number': return number(raw, question, context)
    case 'personNumber': return personNumber(raw)
    case 'passport': return passport(raw)
  }
}

/** The options of a choice that apply, in order. */
export const optionsOf = (question: Question & { kind: 'choice' }, read: Context['read']): Option[] =>
  question.options.filter((option) => holds(option.when, read))

type Lengths = { minLength: number; maxLength: number }

function measured(value: string, { minLength, maxLength }: Lengths): Judged {
  if (value.length > maxLength) return fault('too_long')
  return value.length < minLength ? fault('too_short') : { value }
}

type TextRule = Lengths & { letters?: Letters | undefined; minWords?: number | undefined; startsWith?: string | undefined; without?: readonly string[] | undefined }

function text(raw: unknown, { letters, minWords, startsWith, without, ...lengths }: TextRule): Judged {
  const value = textOf(raw)
  if (value === undefined) return fault('wrong_form')
  if (letters !== undefined && !isWrittenWith(letters, value)) return fault(letters === 'name' ? 'wrong_letters' : 'not_vietnamese_letters')
  const judged = measured(value, lengths)
  if ('faults' in judged) return judged
  if (startsWith !== undefined && !beginsWith(value, startsWith)) return fault('wrong_beginning')
  if (without !== undefined && phraseIn(value, without, startsWith) !== undefined) return fault('forbidden_words')
  return minWords !== undefined && wordsOf(value).length < minWords ? fault('too_few_words') : judged
}

function longText(raw: unknown, lengths: Lengths): Judged {
  if (typeof raw !== 'string') return fault('wrong_form')
  const value = raw.normalize('NFC').replace(/\r\n?/g, '\n').split('\n').map((line) => line.replace(/\s+/gu, ' ').trim()).join('\n').replace(/\n{3,}/g, '\n\n').trim()
  return measured(value, lengths)
}

/** The text of a box; empty for what is no text, so that an object with a hostile toString is only a wrong answer. */
const boxOf = (raw: unknown): string => textOf(raw) ?? ''
const two = (raw: unknown): string => boxOf(raw).padStart(2, '0')

/** `YYYY-MM-DD` of what people and forms send: that itself, `19/11/2022`, or three boxes. Undefined for no day of the calendar. */
function dayOf(raw: unknown): LocalDate | undefined {
  const typed = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$/.exec(boxOf(raw))
  const written = isRecord(raw) ? `${boxOf(raw['year'])}-${two(raw['month'])}-${two(raw['day'])}` : typed ? `${typed[3]}-${two(typed[2])}-${two(typed[1])}` : boxOf(raw)
  try {
    dayNumber(written)
    return written
  } catch {
    return undefined
  }
}

function date(raw: unknown, question: Question & { kind: 'date' }, { today, read }: Context): Judged {
  const value = dayOf(raw)
  if (value === undefined) return fault('not_a_date')
  if (question.notInFuture && value > today) return fault('in_future')
  if (question.notInPast && value < today) return fault('in_past')
  if (value < question.earliest) return fault('too_early')
  const before = question.notBefore === undefined ? undefined : read(question.notBefore)
  return before !== undefined && value < before ? fault('before_start') : { value }
}

/** `YYYY-MM` of that itself, `11/2022`, or two boxes. Undefined for no month since 1900. */
function monthOf(raw: unknown): string | undefined {
  const typed = /^(\d{1,2})[/. -](\d{4})$/.exec(boxOf(raw))
  const written = isRecord(raw) ? `${boxOf(raw['year'])}-${two(raw['month'])}` : typed ? `${typed[2]}-${two(typed[1])}` : boxOf(raw)
  return dayOf(`${written}-01`) === undefined || written < '1900-01' ? undefined : written
}

type MonthJudged = { month: string | null; fault?: never } | { fault: string }

function judgeMonth(raw: unknown, whenEmpty: MonthJudged, today: LocalDate): MonthJudged {
  if (isEmpty(raw)) return whenEmpty
  const month = monthOf(raw)
  if (month === undefined) return { fault: 'not_a_month' }
  return month > today.slice(0, 7) ? { fault: 'in_future' } : { month }
}

function months(raw: unknown, today: LocalDate): Judged {
  if (!isRecord(raw)) return fault('wrong_form')
  const from = judgeMonth(raw['from'], { fault: 'required' }, today)
  const to = judgeMonth(raw['to'], { month: null }, today)
  if (from.fault !== undefined || to.fault !== undefined) {
    return { faults: { ...(from.fault !== undefined && { from: from.fault }), ...(to.fault !== undefined && { to: to.fault }) } }
  }
  if (to.month !== null && from.month !== null && to.month < from.month) return fault('before_start', 'to')
  return { value: { from: from.month, to: to.month } }
}

function year(raw: unknown, earliest: number, today: LocalDate): Judged {
  const value = boxOf(raw)
  if (!/^\d{4}$/.test(value)) return fault('not_a_year')
  if (value > today.slice(0, 4)) return fault('in_future')
  return Number(value) < earliest ? fault('too_early') : { value }
}

const choice = (raw: unknown, options: readonly Option[]): Judged =>
  options.some(({ value }) => value === raw) ? { value: raw } : fault('not_an_option')

function area(raw: unknown, { isArea }: Context): Judged {
  return typeof raw === 'string' && /^\d{2,8}$/.test(raw) && isArea(raw) ? { value: raw } : fault('no_such_area')
}

function address(raw: unknown, maxLength: number, context: Context): Judged {
  if (!isRecord(raw)) return fault('wrong_form')
  const inArea = isEmpty(raw['area']) ? fault('required', 'area') : area(raw['area'], context)
  const line = isEmpty(raw['line']) ? fault('required', 'line') : text(raw['line'], { minLength: 1, maxLength })
  if ('value' in inArea && 'value' in line) return { value: { area: inArea.value, line: line.value } }
  const named = (judged: Judged, part: string) => ('faults' in judged ? { [part]: Object.values(judged.faults)[0] ?? 'wrong_form' } : {})
  return { faults: { ...named(inArea, 'area'), ...named(line, 'line') } }
}

/** Ten digits beginning with 0 (or eleven of a fixed line), however they are spaced; +84 is 0. */
function phone(raw: unknown): Judged {
  const digits = (textOf(raw) ?? '').replace(/[\s().-]/g, '').replace(/^\+?84(?=\d{9,10}$)/, '0')
  return /^0[1-9]\d{8,9}$/.test(digits) ? { value: digits } : fault('wrong_phone')
}

function email(raw: unknown): Judged {
  const value = textOf(raw) ?? ''
  if (value.length > 120) return fault('too_long')
  return /^[^\s@<>"(),;:]+@[^\s@<>"(),;:.]+(\.[^\s@<>"(),;:.]+)+$/.test(value) ? { value } : fault('wrong_email')
}

function number(raw: unknown, { min, max, notBelow }: { min: number; max: number; notBelow?: string | undefined }, { read }: Context): Judged {
  const written = (textOf(raw) ?? '').replace(/(?<=\d)[. ](?=\d{3}(\D|$))/g, '')
  if (!/^-?\d{1,15}$/.test(written)) return fault('not_a_number')
  const value = Number(written)
  if (value < min) return fault('too_small')
  // a question that has no answer yet is no limit
  if (notBelow !== undefined && value < Number(read(notBelow) ?? value)) return fault('below_other')
  return value > max ? fault('too_big') : { value: value === 0 ? 0 : value }
}

/** Twelve digits (Luật Căn cước 26/2023/QH15, Điều 12), however they are spaced. */
function personNumber(raw: unknown): Judged {
  const digits = (textOf(raw) ?? '').replace(/[\s.-]/g, '')
  return /^\d{12}$/.test(digits) ? { value: digits } : fault('not_a_citizen_number')
}

/** Six to twelve capital letters and digits, in every country (ICAO Doc 9303 part 4 allows nine; some write more), however they are spaced. */
function passport(raw: unknown): Judged {
  const written = (textOf(raw) ?? '').replace(/[\s.-]/g, '').toUpperCase()
  return /^[A-Z0-9]{6,12}$/.test(written) && /\d/.test(written) ? { value: written } : fault('not_a_passport')
}
