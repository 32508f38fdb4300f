import { describe, expect, it } from 'vitest'
import {
  formatBytes,
  formatCitizenNumber,
  formatDate,
  formatDateTime,
  formatDuration,
  formatMinuteOfDay,
  formatMoney,
  formatNumber,
  formatShare,
  formatTime,
  formatWeekday,
  maskCitizenNumber,
  maskPhone,
} from './format.ts'

const plain = (text: string): string => text.replaceAll('\u00a0', ' ')

describe('format', () => {
  const at = new Date('2026-11-23T17:30:00Z')
  it('writes dates and times of Vietnam', () => {
    expect([formatDate(at), formatDate(at.toISOString()), formatDate('2026-11-23'), formatTime(at)]).toEqual(['24/11/2026', '24/11/2026', '23/11/2026', '00:30'])
    expect(formatDateTime(at)).toBe('00:30 · 24/11/2026')
    expect([formatWeekday(at), formatWeekday('2026-11-29', 'en'), formatMinuteOfDay(450)]).toEqual(['thứ Ba', 'Sunday', '07:30'])
    expect([formatDuration(522), formatDuration(-65), formatDuration(0)]).toEqual(['8:42', '−1:05', '0:00'])
  })
  it('writes numbers', () => {
    expect([0, 999, 1000, 286_947, -1_234_567].map((n) => formatNumber(n))).toEqual(['0', '999', '1.000', '286.947', '−1.234.567'])
    expect([formatNumber(8.9, 1), formatNumber(-0.04, 1), formatNumber(Number.NaN)]).toEqual(['8,9', '0,0', '–'])
  })
  it('writes shares, and never rounds a flaw away', () => {
    expect([0.986, 1, 0, 0.9998, 0.0001, 1.71, 0 / 0].map((share) => plain(formatShare(share)))).toEqual(['98,6 %', '100 %', '0 %', '99,9 %', '0,1 %', '171,0 %', '–'])
    expect(plain(formatShare(545 / 681, 2))).toBe('80,03 %')
  })
  it('keeps a number and its unit on one line', () => expect(formatMoney(150_000)).toBe('150.000\u00a0đ'))
  it('hides who a person is', () => {
    expect(plain(maskCitizenNumber('999195001212'))).toBe('999 195 ••• •12')
    expect([maskCitizenNumber('123456789'), maskCitizenNumber('')]).toEqual(['•••', '•••'])
    expect([formatCitizenNumber('999195001212'), maskPhone('0901234567'), maskPhone('113')].map(plain)).toEqual(['999 195 001 212', '090• ••• 567', '•••'])
  })
  it('writes sizes', () => expect([0, 999, 1400, 1_400_000, 25_000_000].map((n) => plain(formatBytes(n)))).toEqual(['0 byte', '999 byte', '1,4 kB', '1,4 MB', '25 MB']))
})
