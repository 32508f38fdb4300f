import { describe, expect, it } from 'vitest'
import { isUuid, timeOfUuid, uuidv7 } from './ids.ts'

describe('uuidv7', () => {
  it('is unique and rising within a process, far beyond 4,096 in a millisecond', () => {
    const ids = Array.from({ length: 50_000 }, () => uuidv7(1_800_000_000_000))
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toEqual([...ids].sort())
    expect(ids.every(isUuid)).toBe(true)
  })
  it('keeps rising when the clock steps back', () => {
    const before = uuidv7(1_900_000_000_000)
    expect(uuidv7(1_700_000_000_000) > before).toBe(true)
  })
  it('carries version, variant and time', () => {
    const id = uuidv7(2_000_000_000_000)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(timeOfUuid(id).getTime()).toBe(2_000_000_000_000)
  })
  it('knows what is not one', () => {
    expect(isUuid('01A20E8E-B0C4-7679-8AF0-0B88E5D04931')).toBe(false)
    expect(isUuid("1'; drop table x")).toBe(false)
    expect(() => timeOfUuid('9f4b7f0a-3c1d-4e4b-8a56-0a6d5a1f2b3c')).toThrow(RangeError)
  })
})
