import type { FootLink } from '../kit/portal-shell.tsx'
import type { Locale } from '../messages/index.ts'

/** Pages named at the foot of the portal, in order; each joins when it exists. */
const links: Record<Locale, readonly FootLink[]> = { vi: [], en: [] }

export const footLinks = (locale: Locale): readonly FootLink[] => links[locale]
