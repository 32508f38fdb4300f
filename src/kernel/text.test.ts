import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, hasAccents, nfc, slug, tidy, unaccent } from './text.ts'

describe('text', () => {
  it('folds every Vietnamese letter', () => {
    const vietnamese = 'àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ'
    const plain = 'a'.repeat(17) + 'd' + 'e'.repeat(11) + 'i'.repeat(5) + 'o'.repeat(17) + 'u'.repeat(11) + 'y'.repeat(5)
    expect(fold(vietnamese)).toBe(plain)
    expect(fold(vietnamese.toUpperCase().normalize('NFD'))).toBe(plain)
  })
  it('squeezes every kind of white space', () => expect(fold('  Đặng\u00a0 Thị\n\tHồng ')).toBe('dang thi hong'))
  it('folds once and for all, composed or not', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text))
        expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')))
      }),
    ))
  it('keeps case and spaces when only accents go', () => expect(unaccent('Đường  Lê Lợi')).toBe('Duong  Le Loi'))
  it('tells typed accents from none', () => expect([hasAccents('ket hon'), hasAccents('kết hôn'), hasAccents('đ')]).toEqual([false, true, true]))
  it('stores one form', () => {
    expect(nfc('Hồng'.normalize('NFD'))).toBe('Hồng')
    expect(tidy('  Nguyễn   Văn A ')).toBe('Nguyễn Văn A')
  })
  it('makes file names', () => expect([slug('Giấy xác nhận (bản sao)'), slug('???')]).toEqual(['giay-xac-nhan-ban-sao', '']))
})
