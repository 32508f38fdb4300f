/** An amount of Vietnamese đồng: a whole number, there are no smaller coins. Negative for a refund. */
export type Dong = number

/** Checks that a number is an amount. Throws a RangeError for fractions and for what a number cannot hold exactly. */
export function dong(amount: number): Dong {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not an amount of đồng: ${amount}`)
  return amount === 0 ? 0 : amount
}

/** The sum, exact; 0 for nothing. */
export const sumDong = (amounts: Iterable<Dong>): Dong => {
  let sum = 0
  for (const amount of amounts) sum = dong(sum + dong(amount))
  return sum
}

/** `count` times a price. */
export const timesDong = (amount: Dong, count: number): Dong => dong(dong(amount) * count)

/** A share such as 0.5 for a halved fee, rounded half away from zero to whole đồng. */
export const shareOfDong = (amount: Dong, share: number): Dong => {
  const exact = dong(amount) * share
  return dong(Math.sign(exact) * Math.round(Math.abs(exact)))
}

/** Splits an amount by weights so that the parts sum to it again; the first parts take the đồng that are left over. */
export function splitDong(amount: Dong, weights: readonly number[]): Dong[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  if (!(total > 0) || weights.some((weight) => weight < 0)) throw new RangeError('weights must not be negative and not all zero')
  const parts = weights.map((weight) => Math.trunc((dong(amount) * weight) / total))
  let rest = amount - parts.reduce((sum, part) => sum + part, 0)
  const step = Math.sign(rest)
  for (let i = 0; rest !== 0; i = (i + 1) % parts.length) {
    if ((weights[i] ?? 0) === 0) continue
    parts[i] = (parts[i] ?? 0) + step
    rest -= step
  }
  return parts.map(dong)
}

/** Reads what a person types as an amount: `150.000 đ`, `150000`, `150 000đ`, `150.000 VND`. Undefined when it is not one. */
export function parseDong(text: string): Dong | undefined {
  const match = /^(-?)(\d{1,3}(?:[., ]\d{3})+|\d+)\s*(?:đ|₫|đồng|vnđ|vnd)?$/iu.exec(text.normalize('NFC').replace(/\s+/gu, ' ').trim())
  if (!match) return undefined
  const amount = Number(`${match[1]}${match[2]?.replace(/[., ]/g, '')}`)
  return Number.isSafeInteger(amount) ? dong(amount) : undefined
}

const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín']
const scales = ['', 'nghìn', 'triệu', 'tỷ']

const unitInWords = (unit: number, tens: number): string => {
  if (unit === 1 && tens > 1) return 'mốt'
  if (unit === 5 && tens > 0) return 'lăm'
  return digits[unit] ?? ''
}

const groupInWords = (group: number, full: boolean): string[] => {
  const hundreds = Math.floor(group / 100)
  const tens = Math.floor(group / 10) % 10
  const unit = group % 10
  const words: string[] = []
  if (full || hundreds > 0) words.push(digits[hundreds] ?? '', 'trăm')
  if (tens === 0 && unit > 0 && words.length > 0) words.push('linh')
  if (tens === 1) words.push('mười')
  if (tens > 1) words.push(digits[tens] ?? '', 'mươi')
  if (unit > 0) words.push(unitInWords(unit, tens))
  return words
}

const numberInWords = (amount: number): string[] => {
  const billions = Math.floor(amount / 1_000_000_000)
  if (billions >= 1000) {
    const rest = amount % 1_000_000_000
    return [...numberInWords(billions), 'tỷ', ...(rest > 0 ? belowBillion(rest, true) : [])]
  }
  return belowBillion(amount, false)
}

const belowBillion = (amount: number, full: boolean): string[] => {
  const words: string[] = []
  for (let scale = 3; scale >= 0; scale -= 1) {
    const group = Math.floor(amount / 1000 ** scale) % 1000
    if (group === 0) continue
    words.push(...groupInWords(group, full || words.length > 0), scales[scale] ?? '')
  }
  return words
}

/** The amount in Vietnamese words as receipts carry it: 150000 is `Một trăm năm mươi nghìn đồng`. */
export function dongInWords(amount: Dong): string {
  const whole = dong(amount)
  const words = whole === 0 ? ['không'] : numberInWords(Math.abs(whole))
  const text = [whole < 0 ? 'âm' : '', ...words, 'đồng'].filter((word) => word !== '').join(' ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}
