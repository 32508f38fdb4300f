import type { RailGroup } from '../kit/desk-shell.tsx'
import type { Locale } from '../messages/index.ts'

type Entry = { href: string; label: Record<Locale, string> }

/** The queues and pages of the desk by group, in order; each joins when its page exists. */
const groups: readonly { title: Record<Locale, string>; entries: readonly Entry[] }[] = []

/** The rail of the desk in a language. `counts`: how many wait in a queue, by its address. */
export const railOf = (locale: Locale, path: string, counts: Readonly<Record<string, number>> = {}): RailGroup[] =>
  groups.map(({ title, entries }) => ({
    title: title[locale],
    items: entries.map(({ href, label }) => ({ href, label: label[locale], count: counts[href] ?? null, current: path === href })),
  }))
