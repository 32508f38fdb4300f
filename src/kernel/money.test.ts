import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dong, dongInWords, parseDong, shareOfDong, splitDong, sumDong, timesDong } from './money.ts'

describe('money', () => {
  it('is whole and exact', () => {
    expect([sumDong([15_000, -5_000]), sumDong([]), timesDong(15_000, 3), shareOfDong(15_001, 0.5), shareOfDong(-15_001, 0.5)]).toEqual([10_000, 0, 45_000, 7501, -7501])
    expect(Object.is(dong(-0), 0)).toBe(true)
    for (const wrong of [0.5, Number.NaN, 2 ** 53]) expect(() => dong(wrong)).toThrow(RangeError)
  })
  it('splits without losing a đồng', () => {
    expect(splitDong(100, [1, 1, 1])).toEqual([34, 33, 33])
    expect(splitDong(-100, [0, 1, 2])).toEqual([0, -34, -66])
    expect(() => splitDong(1, [0])).toThrow(RangeError)
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1 }), (amount, weights) => {
        fc.pre(weights.some((weight) => weight > 0))
        expect(sumDong(splitDong(amount, weights))).toBe(amount)
      }),
    )
  })
  it.each([
    ['150.000 đ', 150_000],
    ['150000', 150_000],
    ['1 500 000đ', 1_500_000],
    ['15,000 VND', 15_000],
    ['-5.000 đ', -5000],
    ['150.00', undefined],
    ['1.5', undefined],
    ['', undefined],
    ['mười', undefined],
  ])('reads %s', (text, amount) => expect(parseDong(text)).toBe(amount))
  it.each([
    [0, 'Không đồng'],
    [5, 'Năm đồng'],
    [15_000, 'Mười lăm nghìn đồng'],
    [21_000, 'Hai mươi mốt nghìn đồng'],
    [24_055, 'Hai mươi bốn nghìn không trăm năm mươi lăm đồng'],
    [105_000, 'Một trăm linh năm nghìn đồng'],
    [1_000_001, 'Một triệu không trăm linh một đồng'],
    [2_005_000_000, 'Hai tỷ không trăm linh năm triệu đồng'],
    [1_000_000_000_000, 'Một nghìn tỷ đồng'],
    [-15_000, 'Âm mười lăm nghìn đồng'],
  ])('writes %s in words', (amount, words) => expect(dongInWords(amount)).toBe(words))
})
