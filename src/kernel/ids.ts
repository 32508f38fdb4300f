/**
 * UUID version 7 (RFC 9562): time-ordered, so rows that are made together lie together. Within one process every id is greater than
 * the one before it, also in the same millisecond and when the machine's clock steps back (RFC 9562 section 6.2, method 1: the twelve
 * bits of rand_a are a counter that starts at a random value below half).
 */
let lastTime = 0
let counter = 0

const pool = new Uint8Array(10 * 256)
let used = pool.length

const random = (): number => {
  if (used + 10 > pool.length) {
    crypto.getRandomValues(pool)
    used = 0
  }
  used += 10
  return used - 10
}

const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))
const hexAt = (at: number): string => hex[pool[at] ?? 0] ?? '00'

/** A new UUIDv7, lower case. Greater than every id this process made before. `now` is for tests. */
export function uuidv7(now: number = Date.now()): string {
  const at = random()
  if (now > lastTime) {
    lastTime = now
    counter = ((pool[at + 8] ?? 0) << 3) | ((pool[at + 9] ?? 0) & 7)
  } else if (counter < 0xfff) {
    counter += 1
  } else {
    lastTime += 1
    counter = ((pool[at + 8] ?? 0) << 3) | ((pool[at + 9] ?? 0) & 7)
  }
  const time = lastTime.toString(16).padStart(12, '0')
  const variant = hex[((pool[at] ?? 0) & 0x3f) | 0x80] ?? '80'
  const tail = hexAt(at + 2) + hexAt(at + 3) + hexAt(at + 4) + hexAt(at + 5) + hexAt(at + 6) + hexAt(at + 7)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter.toString(16).padStart(3, '0')}-${variant}${hexAt(at + 1)}-${tail}`
}

const uuidShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** Whether a string is a UUID in lower case, of any version. */
export const isUuid = (value: string): boolean => uuidShape.test(value)

/** The instant inside a UUIDv7. Throws a RangeError for anything else. */
export function timeOfUuid(id: string): Date {
  if (!isUuid(id) || id[14] !== '7') throw new RangeError('not a UUIDv7')
  return new Date(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16))
}
