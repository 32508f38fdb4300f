import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCard, type CardFault } from './card-qr.ts'

const card = '999156000203|280123456|Lê Thị Sáu|20061956|Nữ|Số 3, đường Mẫu, ấp Ba, Xã Mẫu Ba, Tỉnh Mẫu|01052021'
const facts = { number: '999156000203', older: '280123456', name: 'Lê Thị Sáu', born: '1956-06-20', gender: 'female', address: 'Số 3, đường Mẫu, ấp Ba, Xã Mẫu Ba, Tỉnh Mẫu', issued: '2021-05-01' }

const wrongCodePage = (text: string): string => [...Buffer.from(text, 'utf8')].map((byte) => new TextDecoder('windows-1252').decode(Uint8Array.of(byte))).join('')

describe('the code of an identity card', () => {
  it.each<[what: string, text: string]>([
    ['as it is', card], ['with Enter at its end', `${card}\r\n`], ['with a scanner’s mark before it', `]Q1${card}`], ['with the parts of a card since 2024', `${card}||Nguyễn Văn Cha|Trần Thị Mẹ|`], ['in decomposed letters', card.normalize('NFD')],
    ['with slashes in its dates', card.replace('20061956', '20/06/1956')], ['through the wrong code page', wrongCodePage(card)], ['with spaces around', `  ${card}  `],
  ])('is read %s', (_, text) => expect(readCard(text)).toEqual({ facts }))

  it('without an older number, without a gender, without an address', () => {
    expect(readCard('999156000203||Lê Thị Sáu|20061956||| ').facts).toMatchObject({ older: null, gender: null, address: null, issued: null })
  })

  it.each<[what: string, text: string, fault: CardFault]>([
    ['nothing', ' \r\n', 'empty'], ['an address of the web', 'https://example.com/x?id=1|2|3', 'not_a_card'], ['a payment code', '00020101021238570010A000000727', 'not_a_card'], ['words', 'xin chào', 'not_a_card'],
    ['a number alone', '999156000203', 'cut'], ['half of it', card.slice(0, 30), 'cut'], ['a short number', '99915600|1|A B|01012000|Nam|x|01012020', 'cut'], ['a day that is none', card.replace('20061956', '31021956'), 'cut'], ['no name', card.replace('Lê Thị Sáu', ''), 'cut'],
    ['letters lost', card.replace('Lê Thị Sáu', 'L? Th? S?u'), 'letters_lost'], ['a VNI keyboard', card.replace('Lê Thị Sáu', 'Le6 Thi5 Sau1'), 'keyboard'], ['a keyboard in the number', card.replace('999156000203', '99915600020á3'), 'keyboard'],
  ])('%s is told apart', (_, text, fault) => expect(readCard(text).fault).toBe(fault))

  it('never throws, and never makes a person up', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
      const { facts: read, fault } = readCard(text)
      expect(fault !== undefined || /^\d{12}$/.test(read?.number ?? '')).toBe(true)
    }))
    fc.assert(fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 9 }), (parts) => void readCard(parts.join('|'))))
  })
})
