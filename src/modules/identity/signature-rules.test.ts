import { describe, expect, it } from 'vitest'
import { headTitleOf, isDeputy, signatureLines, signingModes, type Signing } from './signature-rules.ts'

const chair = { head: 'Chủ tịch', own: 'Phó Chủ tịch' }
const committee = 'Ủy ban nhân dân'

describe('the lines above a signature (Nghị định 30/2020/NĐ-CP, Phụ lục I)', () => {
  const table: [what: string, signing: Signing, lines: string[] | undefined][] = [
    ['the head', { ...chair, mode: 'head' }, ['CHỦ TỊCH']],
    ['the head for the collective', { ...chair, mode: 'TM', collective: committee }, ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH']],
    ['for a collective that is not named', { ...chair, mode: 'TM' }, undefined],
    ['for a collective of blanks', { ...chair, mode: 'TM', collective: '  ' }, undefined],
    ['an acting head', { head: 'Chủ tịch', own: 'Phó Chủ tịch', mode: 'Q' }, ['Q. CHỦ TỊCH']],
    ['an acting head for the collective', { ...chair, mode: 'Q', collective: committee }, ['TM. ỦY BAN NHÂN DÂN', 'Q. CHỦ TỊCH']],
    ['a deputy', { ...chair, mode: 'KT' }, ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']],
    ['a deputy for the collective', { ...chair, mode: 'KT', collective: committee }, ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']],
    ['a deputy minister', { head: 'Bộ trưởng', own: 'Thứ trưởng', mode: 'KT' }, ['KT. BỘ TRƯỞNG', 'THỨ TRƯỞNG']],
    ['by order', { head: 'Giám đốc', own: 'Chánh Văn phòng', mode: 'TL' }, ['TL. GIÁM ĐỐC', 'CHÁNH VĂN PHÒNG']],
    ['by delegation', { head: 'Chủ tịch', own: 'Trưởng phòng Văn hóa - Xã hội', mode: 'TUQ' }, ['TUQ. CHỦ TỊCH', 'TRƯỞNG PHÒNG VĂN HÓA - XÃ HỘI']],
    ['by delegation of a collective, which there is not', { ...chair, mode: 'TUQ', collective: committee }, undefined],
    ['by order of a collective, which there is not', { ...chair, mode: 'TL', collective: committee }, undefined],
    ['the head beside a collective: that is TM.', { ...chair, mode: 'head', collective: committee }, undefined],
    ['with spaces between and around', { head: '  chủ   tịch ', own: 'phó chủ tịch', mode: 'KT' }, ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']],
    ['with accents apart', { head: 'Chủ tịch'.normalize('NFD'), own: '', mode: 'head' }, ['CHỦ TỊCH']],
    ['in nobody’s place', { head: '', own: 'Phó Chủ tịch', mode: 'KT' }, undefined],
    ['without a title of one’s own', { head: 'Chủ tịch', own: ' ', mode: 'TUQ' }, undefined],
  ]
  it.each(table)('%s', (_what, signing, lines) => expect(signatureLines(signing)).toEqual(lines))

  it('has a line in the table for every mode', () => expect(new Set(table.map(([, { mode }]) => mode))).toEqual(new Set(signingModes)))

  it.each(table.filter(([, , lines]) => lines !== undefined))('knows of %s whether it may delegate, and who is a deputy', (_what, { mode }, lines = []) => {
    expect(headTitleOf(lines) !== undefined).toBe(mode === 'head' || mode === 'TM' || mode === 'Q')
    expect(isDeputy(lines)).toBe(mode === 'KT')
  })
  it('finds the head’s title under the letters', () => expect([['CHỦ TỊCH'], ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'], ['Q. CHỦ TỊCH'], []].map(headTitleOf)).toEqual(['CHỦ TỊCH', 'CHỦ TỊCH', 'CHỦ TỊCH', undefined]))
})
