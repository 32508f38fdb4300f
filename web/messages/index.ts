import { en } from './en.ts'
import type { Locale } from './locale.ts'
import { vi } from './vi.ts'

export type Messages = typeof vi

const all: Record<Locale, Messages> = { vi, en }

/** Every word of the pages in a language: `t('vi').kit.back`. */
export const t = (locale: Locale): Messages => all[locale]

export { fieldSentence, sentence } from './failures.ts'
export type { Locale } from './locale.ts'
