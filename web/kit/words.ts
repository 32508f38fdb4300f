import { createContext, use } from 'react'
import { t, type Locale, type Messages } from '../messages/index.ts'

/** The language of the page; the root sets it, everything below reads it. */
export const LocaleContext = createContext<Locale>('vi')

export const useLocale = (): Locale => use(LocaleContext)

/** The words of the page's language. */
export const useWords = (): Messages => t(use(LocaleContext))

/** Joins class names; what is false, null or empty falls away. */
export const classes = (...names: (string | false | null | undefined)[]): string | undefined => names.filter(Boolean).join(' ') || undefined
