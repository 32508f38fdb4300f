import { localDate } from '#kernel/local-time'
import { fold } from '#kernel/text'
import type { Tx } from '#platform/db'
import { areaNames } from '#modules/areas'
import type { Applicant } from './contract.ts'

/** Where the applicant lives, as one line with the commune as it was called on that day; null when nothing is known. */
export async function residenceOf(tx: Tx, { address, area }: Applicant, at: Date, locale: 'vi' | 'en' = 'vi'): Promise<string | null> {
  const names = await areaNames(tx, area === null ? [] : [area], localDate(at))
  const commune = area === null ? undefined : names.get(area)
  // many write their ward into the line of the street: it is not said twice
  const isNamed = commune !== undefined && address !== null && fold(address).includes(fold(commune.vi))
  const parts = [address, isNamed ? undefined : commune?.[locale]].filter((part) => part != null && part !== '')
  return parts.length === 0 ? null : parts.join(', ')
}
