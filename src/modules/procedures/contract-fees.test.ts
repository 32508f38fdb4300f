import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Fee } from './contract-body.ts'
import { scaled } from './contract-fees.ts'

const unit = { vi: 'trang', en: 'page' }
type Scaled = Pick<Fee, 'amount' | 'scale'>

// Thông tư 226/2016/TT-BTC: 2.000 đồng a page, 1.000 from the third, at most 200.000 a copy
const copies: Scaled = { amount: 2000, scale: { question: 'pages', unit, steps: [{ from: 3, amount: 1000 }], most: 200_000 } }

describe('the fee of a certified copy', () => {
  it.each([[1, 2000], [2, 4000], [3, 5000], [4, 6000], [10, 12_000], [197, 199_000], [198, 200_000], [199, 200_000], [5000, 200_000]])('of %i pages is %i', (pages, sum) => expect(scaled(copies, pages)).toBe(sum))
  it('without a scale is the amount, whatever the size', () => expect(scaled({ amount: 8000 }, 12)).toBe(8000))
})

describe('any scale', () => {
  const amount = fc.integer({ min: 0, max: 50_000 })
  const steps = fc.uniqueArray(fc.integer({ min: 2, max: 60 }), { minLength: 1, maxLength: 6 }).chain((from) =>
    fc.tuple(...from.toSorted((a, b) => a - b).map((first) => amount.map((each) => ({ from: first, amount: each })))))
  const fees = fc.record({ amount, steps, most: fc.option(fc.integer({ min: 1, max: 1_000_000 }), { nil: undefined }) })
    .map(({ amount: first, steps: more, most }): Scaled => ({ amount: first, scale: { question: 'pages', unit, steps: more, ...(most !== undefined && { most }) } }))
  const sizes = fc.integer({ min: 1, max: 200 })

  it('is what adding page by page comes to, and no more than the most', () => fc.assert(fc.property(fees, sizes, (fee, size) => {
    let sum = 0
    for (let page = 1; page <= size; page += 1) sum += (fee.scale?.steps ?? []).reduce((price, step) => (page >= step.from ? step.amount : price), fee.amount)
    expect(scaled(fee, size)).toBe(Math.min(sum, fee.scale?.most ?? sum))
  })))

  it('never costs less for one page more', () => fc.assert(fc.property(fees, sizes, (fee, size) => scaled(fee, size + 1) >= scaled(fee, size))))
})
