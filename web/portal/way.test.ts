import { describe, expect, it } from 'vitest'
import { wayOf } from './way.ts'

describe('the way of a dossier as anybody may see it', () => {
  it.each([
    ['just sent', 1, 1, 'done todo todo todo todo'],
    ['accepted', 2, 2, 'done done todo todo todo'],
    ['being worked on', 4, 3, 'done done now todo todo'],
    ['waiting for papers before it was accepted', 5, 1, 'done paused todo todo todo'],
    ['waiting for papers while it is worked on', 5, 3, 'done done paused todo todo'],
    ['signed', 9, 4, 'done done done done todo'],
    ['handed over', 10, 5, 'done done done done done'],
    ['refused', 3, 1, ''],
    ['withdrawn', 7, 1, ''],
  ])('%s', (_name, published, stage, way) => expect(wayOf(published, stage, 5).join(' ')).toBe(way))
})
