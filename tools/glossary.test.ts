import { expect, it } from 'vitest'
import { glossaryFaults, glossaryText, readGlossary, romanisedForms } from './glossary.ts'
import { romanisedIn } from './walls/rules-words.ts'

const glossary = glossaryText(`${import.meta.dirname}/..`)

it('our glossary has no fault, and holds the words everything else is built on', () => {
  expect(glossaryFaults(glossary)).toEqual([])
  const words = new Map(readGlossary(glossary).map(({ vietnamese, code }) => [vietnamese, code]))
  expect([words.get('hồ sơ'), words.get('đơn vị hành chính'), words.get('cơ quan, đơn vị, sở'), words.get('chỉ số')]).toEqual(['`dossier`', '`area`', '`agency`', '`indicator`'])
})

it.each([
  ['hoSo', 'ho so'], ['maHoSo', 'ho so'], ['ho_so', 'ho so'], ['HoSoMoi', 'ho so'], ['thuTucHanhChinh', 'thu tuc hanh chinh'], ['dsCoQuan', 'co quan'], ['donVi', 'don vi'],
  ['canBo', 'can bo'], ['trangThai', 'trang thai'], ['tiepNhan', 'tiep nhan'],
])('%s is Vietnamese without its marks', (identifier, word) => {
  expect(romanisedIn(identifier, romanisedForms(glossary))).toBe(word)
})

it.each(['dossier', 'hoSting', 'echoSource', 'vi', 'viName', 'shoSo', 'camera', 'itemsOfUser', 'canBe', 'doVisit', 'zaloOa', 'fee', 'soundKey', 'docOne'])('%s is not', (identifier) => {
  expect(romanisedIn(identifier, romanisedForms(glossary))).toBeUndefined()
})

it('a term of one syllable, or one without marks, forbids nothing', () => {
  expect(romanisedForms('| phí | `fee` | |\n| Zalo OA | `account` | |\n| hồ sơ | `dossier` | |\n')).toContainEqual(['ho', 'so'])
  expect(romanisedForms('| phí | `fee` | |\n| Zalo OA | `account` | |\n')).not.toContainEqual(expect.arrayContaining(['phi']))
})
