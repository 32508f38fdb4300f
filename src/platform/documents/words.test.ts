import { describe, expect, it } from 'vitest'
import { dateInWords, timeInWords } from './words.ts'

const plain = (text: string): string => text.replaceAll('\u00a0', ' ')

describe('dates in words', () => {
  it.each([
    ['2026-01-01', 'ngày 01 tháng 01 năm 2026'],
    ['2026-02-09', 'ngày 09 tháng 02 năm 2026'],
    ['2026-03-10', 'ngày 10 tháng 3 năm 2026'],
    ['2026-09-02', 'ngày 02 tháng 9 năm 2026'],
    ['2026-10-31', 'ngày 31 tháng 10 năm 2026'],
    ['2026-12-24', 'ngày 24 tháng 12 năm 2026'],
  ])('%s is %s: a zero before days under 10 and before January and February only', (date, words) => expect(plain(dateInWords(date))).toBe(words))

  it.each([
    ['2026-11-23T01:15:00Z', '08 giờ 15 phút, ngày 23 tháng 11 năm 2026'],
    ['2026-11-23T16:30:00+07:00', '16 giờ 30 phút, ngày 23 tháng 11 năm 2026'],
    ['2026-12-31T17:00:00Z', '00 giờ 00 phút, ngày 01 tháng 01 năm 2027'],
  ])('%s is %s in Vietnam', (instant, words) => {
    expect(plain(timeInWords(instant))).toBe(words)
    expect(timeInWords(new Date(instant))).toBe(timeInWords(instant))
  })

  it('keeps each word with its number on one line', () =>
    expect(timeInWords('2026-11-23T01:15:00Z')).toBe('08\u00a0giờ 15\u00a0phút, ngày\u00a023 tháng\u00a011 năm\u00a02026'))
  it('throws for what is no time', () => expect(() => timeInWords('soon')).toThrow(RangeError))
})
