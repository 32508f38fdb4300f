import * as en from './notices.en.ts'
import * as vi from './notices.vi.ts'
import type { Locale } from './locale.ts'

/** What a notice tells, read in one language. Texts that are missing are '', times that are missing are null. */
export type NoticeFacts = {
  code: string
  title: string
  agency: string
  /** where the result is collected */
  counter: string
  /** who did it: a name, with the office held when that is known; null when it was the citizen or the program */
  officer: string | null
  at: string
  receivedAt: string | null
  dueAt: string | null
  deskDueAt: string | null
  electronic: boolean
  /** what was signed is a notice that it is not granted */
  notGranted: boolean
  /** ends like a sentence */
  reason: string
  /** how many days a result has waited */
  days: number | null
  /** the agency that was asked */
  asked: string
  /** of a check of the place: when, who goes, what to have ready, and whether it found everything in order */
  startsAt: string | null
  goes: string
  preparation: string
  conforms: boolean
}

/** `quoted`: words of an officer inside the text, in the language they were written in and in the order they stand. */
export type Notice = { title: string; text: string; quoted: string[] }
export type SayNotice = (facts: NoticeFacts) => Omit<Notice, 'quoted'>

const words = { vi, en }

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const timeOf = (value: unknown): string | null => (typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? value : null)
const inLanguage = (value: unknown, locale: Locale): string => (typeof value === 'object' && value !== null ? textOf((value as Record<string, unknown>)[locale]) : textOf(value))
const ended = (text: string): string => (text === '' || /[.!?…]$/.test(text) ? text : `${text}.`)

// offices have their names in Vietnamese only: in English it is the person alone
function officerOf(value: unknown, locale: Locale): string | null {
  if (typeof value !== 'object' || value === null) return null
  const { name, title } = value as Record<string, unknown>
  return [textOf(name), locale === 'vi' ? textOf(title) : ''].filter((part) => part !== '').join(', ') || null
}

const factsOf = (facts: Record<string, unknown>, locale: Locale): NoticeFacts => ({
  code: textOf(facts['code']), title: inLanguage(facts['title'], locale), agency: inLanguage(facts['agency'], locale), counter: inLanguage(facts['counter'], locale), officer: officerOf(facts['officer'], locale),
  at: timeOf(facts['at']) ?? new Date(0).toISOString(), receivedAt: timeOf(facts['receivedAt']), dueAt: timeOf(facts['dueAt']), deskDueAt: timeOf(facts['deskDueAt']),
  electronic: facts['receive'] === 'electronic', notGranted: facts['notGranted'] === true, reason: ended(textOf(facts['reason']).trim()), days: typeof facts['days'] === 'number' ? facts['days'] : null,
  asked: inLanguage(facts['asked'], locale), startsAt: timeOf(facts['startsAt']), goes: textOf(facts['goes']), preparation: ended(textOf(facts['preparation']).trim()), conforms: facts['conforms'] === true,
})

const say = (template: string, facts: NoticeFacts, locale: Locale): Omit<Notice, 'quoted'> => {
  const { notices, unknownNotice } = words[locale]
  return (Object.hasOwn(notices, template) ? (notices[template] ?? unknownNotice) : unknownNotice)(facts)
}

/**
 * A notice as people read it, made from its template and facts (`dossiers.notices`, `machine.messages`). A template without a sentence of
 * its own gets a general one; without a time, no sentence that names it is made.
 */
export function notice(template: string, facts: Record<string, unknown>, locale: Locale): Notice {
  const read = factsOf(facts, locale)
  const said = timeOf(facts['at']) === null ? words[locale].unknownNotice(read) : say(template, read, locale)
  return { ...said, quoted: [read.reason, read.goes, read.preparation].filter((typed) => typed !== '' && said.text.includes(typed)) }
}

/** Every template that has a sentence in a language. */
export const noticeTemplates = (locale: Locale): string[] => Object.keys(words[locale].notices)
