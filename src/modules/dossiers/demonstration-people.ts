import { fold } from '#kernel/text'
import type { Applicant } from './contract.ts'

/** A source of chance that gives the same to the same seed (mulberry32). */
export type Random = {
  /** 0 <= x < 1 */
  next(): number
  /** true with this likelihood */
  below(share: number): boolean
  of<T>(list: readonly T[]): T
  weighted<T>(list: readonly T[], weight: (item: T) => number): T
}

export function makeRandom(seed: number): Random {
  let state = (seed * 0x9e3779b1) >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000
  }
  const at = <T>(list: readonly T[], index: number): T => {
    const found = list[index]
    if (found === undefined) throw new RangeError('nothing to choose from')
    return found
  }
  return {
    next,
    below: (share) => next() < share,
    of: (list) => at(list, Math.floor(next() * list.length)),
    weighted(list, weight) {
      let left = next() * list.reduce((sum, item) => sum + weight(item), 0)
      return at(list, Math.max(0, list.findIndex((item) => (left -= weight(item)) < 0)))
    },
  }
}

const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Huỳnh', 'Hoàng', 'Phan', 'Vũ', 'Võ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ', 'Ngô', 'Dương', 'Lý']
const middles = { female: ['Thị', 'Thị Ngọc', 'Thị Thu', 'Ngọc', 'Thanh', 'Mỹ', 'Kim'], male: ['Văn', 'Hữu', 'Minh', 'Quốc', 'Đức', 'Thanh', 'Gia', 'Hoàng'] }
const givens = { female: ['Ánh', 'Hạnh', 'Hồng', 'Hương', 'Lan', 'Linh', 'Mai', 'Nga', 'Ngân', 'Nhung', 'Oanh', 'Phượng', 'Thảo', 'Trang', 'Yến'], male: ['An', 'Bảo', 'Cường', 'Dũng', 'Đạt', 'Hùng', 'Khang', 'Long', 'Minh', 'Nam', 'Phong', 'Phúc', 'Quân', 'Sơn', 'Tuấn'] }

const padded = (value: number, digits: number): string => String(value).padStart(digits, '0')

/** A person who does not exist: the citizen number begins with 999, which is no province, the telephone with 0999. */
export function inventPerson(random: Random, number: number, area: string) {
  const gender = random.of(['female', 'male'] as const)
  const name = [random.of(families), random.of(middles[gender]), random.of(givens[gender])].join(' ')
  const born = `${1960 + Math.floor(random.next() * 45)}-${padded(1 + Math.floor(random.next() * 12), 2)}-${padded(1 + Math.floor(random.next() * 28), 2)}`
  const address = `Số ${1 + Math.floor(random.next() * 400)}, khu phố ${1 + Math.floor(random.next() * 9)}`
  const phone = `0999${padded(number % 1_000_000, 6)}`
  const citizenNumber = `999${gender === 'female' ? 1 : 0}${born.slice(2, 4)}${padded(number % 1_000_000, 6)}`
  const applicant: Applicant = { name, born, gender, nationality: 'Việt Nam', ethnicity: 'Kinh', phone, email: null, address, area }
  const facts = { name, number: citizenNumber, born, gender, ethnicity: 'Kinh', nationality: 'Việt Nam', 'residence.area': area, 'residence.line': address, phone }
  // everybody applies for themselves
  const known: Record<string, string> = Object.fromEntries(Object.entries(facts).flatMap(([fact, value]) => [[`citizen.${fact}`, value], [`principal.${fact}`, value]]))
  return { applicant, folded: fold(name), number: citizenNumber, phone, known }
}
