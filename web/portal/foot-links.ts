import type { FootLink } from '../kit/portal-shell.tsx'
import { t, type Locale } from '../messages/index.ts'
import { accessibilityAt, apiAt, helpAt, unitsAt } from './places.ts'

/** Pages named at the foot of the portal, in order. */
export function footLinks(locale: Locale): readonly FootLink[] {
  const { portal: { foot }, units } = t(locale)
  return [{ href: helpAt, label: foot.help }, { href: unitsAt, label: units.link }, { href: accessibilityAt, label: foot.accessibility }, { href: apiAt, label: foot.api }]
}
