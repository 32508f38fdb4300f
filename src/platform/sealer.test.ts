import { describe, expect, it } from 'vitest'
import { makeSealer } from './sealer.ts'

const secret = 'a secret of the tests, long enough to be one'
const sealer = makeSealer(secret)
const number = '999199000201'

describe('what is sealed', () => {
  it('opens to what it was, whatever it was, also after a restart', () => {
    for (const text of [number, '', 'Đặng Thị Hồng 🏡', 'x'.repeat(100_000)]) expect(makeSealer(secret).open(sealer.seal(text))).toBe(text)
  })

  it('looks different each time, and shows nothing of what it was', () => {
    const all = Array.from({ length: 50 }, () => sealer.seal(number))
    expect(new Set(all.map((sealed) => sealed.toString('hex'))).size).toBe(50)
    for (const sealed of all) expect(sealed.includes(number)).toBe(false)
  })

  it('does not open when a single bit of it was changed, wherever', () => {
    const sealed = sealer.seal(number)
    for (let at = 0; at < sealed.length; at++) {
      const changed = Buffer.from(sealed)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(() => sealer.open(changed), `byte ${at}`).toThrow()
    }
    for (const part of [Buffer.alloc(0), sealed.subarray(0, 10), sealed.subarray(0, -1), Buffer.concat([sealed, Buffer.alloc(1)])]) expect(() => sealer.open(part)).toThrow()
  })

  it('does not open with another secret, and says when another version made it', () => {
    expect(() => makeSealer(`${secret}!`).open(sealer.seal(number))).toThrow()
    const later = sealer.seal(number)
    later[0] = 2
    expect(() => sealer.open(later)).toThrow('sealed with an unknown key version')
  })
})

describe('the index', () => {
  it('finds the same number again for the same purpose, and for no other', () => {
    const index = sealer.index('citizen-number', number)
    expect(makeSealer(secret).index('citizen-number', number).equals(index)).toBe(true)
    const others = [sealer.index('citizen-number', '999199000202'), sealer.index('phone', number), makeSealer(`${secret}!`).index('citizen-number', number), sealer.index('citizen-number\0', number), sealer.index('citizen', `-number\0${number}`)]
    for (const other of others) expect(other.equals(index)).toBe(false)
    expect(index.includes(number)).toBe(false)
  })
})
