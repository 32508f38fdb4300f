import type { LocalDate } from './local-time.ts'

/** What a number says of whoever bears it: the gender as it was registered, and the year of birth. */
export type NumberSays = { gender: 'male' | 'female'; year: number }

/**
 * What the twelve digits of a personal identification number say: after three for the place of registration one digit for century and gender (0 and 1 for
 * the twentieth, 2 and 3 for the twenty-first, and so on; even for men), then two for the year (Nghị định 137/2015/NĐ-CP, Điều 13). Whoever's year or gender
 * is corrected gets another number (Điều 14). Undefined for anything else.
 */
export function saysOfNumber(number: string): NumberSays | undefined {
  const found = /^\d{3}(\d)(\d{2})\d{6}$/.exec(number)
  if (!found) return undefined
  const sign = Number(found[1])
  return { gender: sign % 2 === 0 ? 'male' : 'female', year: 1900 + 100 * Math.floor(sign / 2) + Number(found[2]) }
}

/** Whether a number can be that of somebody born on this day, of this gender; what is not known stands against nothing. */
export function numberFits(number: string, { born, gender }: { born: LocalDate | null; gender: string | null }): boolean {
  const says = saysOfNumber(number)
  if (!says) return false
  return (born === null || says.year === Number(born.slice(0, 4))) && (gender === null || gender === says.gender)
}
