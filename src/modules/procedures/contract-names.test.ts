import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { beginsWith, isWrittenWith, phraseIn, wordsOf } from './contract-names.ts'

describe('a name of a citizen of Viet Nam', () => {
  it.each(['Nguyễn Gia Huy', 'Đỗ Thị Ánh-Nguyệt', 'H’Hen Niê', 'Y Moan Êñuôl', 'Đinh Y Ƀlơ', 'Trần Văn Ngoãn', 'Lò Thị Ửng', 'Phan Wang', 'NGUYỄN VĂN ƯU', 'Thạch Thị Mơ'.normalize('NFD')])('may be %s', (name) => expect(isWrittenWith('vietnameseName', name)).toBe(true))
  it.each(['Bé 2', 'Иван Петров', '李明', 'Müller Anna', 'François', 'Søren', 'Nguyễn @nh', 'Trần *#', 'Nguyễn_Huy', '-Huy', 'Huy-', 'Huy  An', 'Nguyễn (Huy)', 'Śliwa', ''])('is not %s', (name) => expect(isWrittenWith('vietnameseName', name)).toBe(false))

  it('is judged the same with composed and with separate marks, in capitals and in small letters', () => {
    const words = fc.array(fc.constantFrom('nguyễn', 'thị', 'ưởng', 'đạt', 'quỳnh', 'xuyến', 'müller', 'ivan', '5', 'ñ', 'ß'), { minLength: 1, maxLength: 5 })
    fc.assert(fc.property(words, (list) => {
      const name = list.join(' ')
      const answers = [name, name.normalize('NFD'), name.toLocaleUpperCase('vi')].map((each) => isWrittenWith('vietnameseName', each))
      return list.includes('ß') || new Set(answers).size === 1
    }))
  })
})

describe('the name of a household business', () => {
  it.each(['Hộ kinh doanh Cà phê 79', 'Hộ kinh doanh Tạp hóa A&B', 'Hộ kinh doanh "Bếp nhà" 24/7', 'Hộ kinh doanh Fuji Zen'])('may be %s', (name) => expect(isWrittenWith('vietnamese', name)).toBe(true))
  it.each(['Hộ kinh doanh 咖啡', 'Hộ kinh doanh Кафе', 'Hộ kinh doanh Café Zürich', 'Hộ kinh doanh Cà\u200bphê'])('is not %s', (name) => expect(isWrittenWith('vietnamese', name)).toBe(false))

  it.each([['Hộ kinh doanh Bình', true], ['HỘ KINH DOANH BÌNH', true], ['hộ  kinh doanh: Bình', true], ['Cà phê Bình', false], ['Hộ kinh doanhBình', false], ['Ho kinh doanh Bình', false]])('%s begins as it must: %s', (name, answer) => expect(beginsWith(name, 'Hộ kinh doanh')).toBe(answer))

  const forbidden = ['công ty', 'tổng công ty', 'tập đoàn', 'doanh nghiệp']
  it.each([
    ['Hộ kinh doanh Công ty Bình', 'công ty'], ['Hộ kinh doanh CÔNG-TY Bình', 'công ty'], ['Hộ kinh doanh cong ty Binh', 'công ty'], ['Hộ kinh doanh Tập đoàn Bình', 'tập đoàn'], ['Hộ kinh doanh Doanh nghiệp trẻ', 'doanh nghiệp'],
    ['Hộ kinh doanh Công tyre', undefined], ['Hộ kinh doanh Thủ công tỷ mỉ', undefined], ['Hộ kinh doanh Bình', undefined], ['Hộ kinh doanh nghiệp dư', undefined],
  ])('%s holds %s', (name, phrase) => expect(phraseIn(name, forbidden, 'Hộ kinh doanh')).toBe(phrase))

  it('finds a phrase wherever it stands, and only as whole words', () => {
    const word = fc.constantFrom('cà', 'phê', 'bình', 'công', 'ty', 'an')
    fc.assert(fc.property(fc.array(word, { maxLength: 6 }), fc.array(word, { maxLength: 6 }), (before, after) => phraseIn([...before, 'công', 'ty', ...after].join(' '), ['công ty']) === 'công ty'))
    fc.assert(fc.property(fc.array(word, { maxLength: 8 }), (words) => (phraseIn(words.join(' '), ['công ty']) !== undefined) === words.some((each, at) => each === 'công' && words[at + 1] === 'ty')))
  })

  it('counts words', () => expect([wordsOf('Hộ kinh doanh A&B 24/7').length, wordsOf('').length]).toEqual([7, 0]))
})
