import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { numberFits, saysOfNumber } from './citizen-number.ts'

describe('a personal identification number', () => {
  it.each([
    ['999056000777', { gender: 'male', year: 1956 }], ['999156000777', { gender: 'female', year: 1956 }], ['999216000207', { gender: 'male', year: 2016 }], ['999316000207', { gender: 'female', year: 2016 }],
    ['999900000001', { gender: 'female', year: 2300 }], ['99915600077', undefined], ['9991560007777', undefined], ['99915600077x', undefined],
  ])('%s says %j', (number, says) => expect(saysOfNumber(number)).toEqual(says))

  it('fits whoever has its year and gender, and nobody else; what is not known stands against nothing', () => {
    const person = fc.record({ year: fc.integer({ min: 1900, max: 2399 }), gender: fc.constantFrom('male', 'female'), rest: fc.integer({ min: 0, max: 999_999 }) })
    fc.assert(fc.property(person, ({ year, gender, rest }) => {
      const sign = 2 * Math.floor((year - 1900) / 100) + (gender === 'female' ? 1 : 0)
      const number = `999${sign}${String(year % 100).padStart(2, '0')}${String(rest).padStart(6, '0')}`
      const born = `${year}-05-17`
      const other = gender === 'female' ? 'male' : 'female'
      expect([numberFits(number, { born, gender }), numberFits(number, { born: null, gender }), numberFits(number, { born, gender: null })]).toEqual([true, true, true])
      expect([numberFits(number, { born, gender: other }), numberFits(number, { born: `${year + 1}-01-01`, gender })]).toEqual([false, false])
    }))
  })
})
