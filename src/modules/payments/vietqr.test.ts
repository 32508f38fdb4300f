import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { crc16, vietQr } from './vietqr.ts'

describe('the code for a transfer', () => {
  it('has the check value of its standard', () => expect(crc16('123456789')).toBe('29B1'))

  it('is the one of section 6.1.3: 180.000 đồng for bill NPS6869', () => {
    expect(vietQr({ bin: '970403', account: '0011012345678' }, { amount: 180_000, bill: 'NPS6869', purpose: 'thanh toan don hang' }))
      .toBe('00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA530370454061800005802VN62340107NPS68690819thanh toan don hang63042E2E')
  })

  it('can be read again, whatever the amount', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 99_999_999_999 }), fc.stringMatching(/^[A-Z0-9.-]{1,25}$/), (amount, bill) => {
      const text = vietQr({ bin: '970400', account: '1234567890' }, { amount, bill, purpose: 'le phi' })
      const tags = new Map<string, string>()
      for (let at = 0; at < text.length;) {
        const length = Number(text.slice(at + 2, at + 4))
        tags.set(text.slice(at, at + 2), text.slice(at + 4, at + 4 + length))
        at += 4 + length
      }
      expect([tags.get('54'), tags.get('63')]).toEqual([String(amount), crc16(text.slice(0, -4))])
      expect(tags.get('62')).toContain(bill)
    }))
  })

  it('refuses what the standard cannot hold', () => expect(() => vietQr({ bin: '970400', account: '1' }, { amount: 1, bill: 'a'.repeat(100), purpose: 'x' })).toThrow(RangeError))
})
