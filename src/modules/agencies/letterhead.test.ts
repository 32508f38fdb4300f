import { describe, expect, it } from 'vitest'
import { letterhead } from './letterhead.ts'

const agency = (kind: 'committee' | 'public_service_centre' | 'department', name: string, parent: string | null, shortName = name) => ({ kind, name: { vi: name, en: name }, shortName: { vi: shortName, en: shortName }, parent })
const province = agency('committee', 'Ủy ban nhân dân cấp tỉnh (địa bàn Mẫu)', null, 'UBND cấp tỉnh')
const ward = agency('committee', 'Ủy ban nhân dân phường Sông Xanh', 'H99', 'UBND phường Sông Xanh')

describe('the head of papers', () => {
  it.each([
    ['of a ward is the ward’s own', ward, province, { agency: { parent: [], name: ['ỦY BAN NHÂN DÂN', 'PHƯỜNG SÔNG XANH'] }, place: 'Sông Xanh' }],
    ['of a ward’s centre stands below the ward', agency('public_service_centre', 'Trung tâm Phục vụ hành chính công phường Sông Xanh', 'H99.1'), ward, { agency: { parent: ['UBND PHƯỜNG SÔNG XANH'], name: ['TRUNG TÂM PHỤC VỤ', 'HÀNH CHÍNH CÔNG'] }, place: 'Sông Xanh' }],
    ['of a department stands below the province', agency('department', 'Sở Xây dựng', 'H99'), province, { agency: { parent: ['UBND CẤP TỈNH'], name: ['SỞ XÂY DỰNG'] }, place: 'Mẫu' }],
    ['of the province is its own', province, undefined, { agency: { parent: [], name: ['ỦY BAN NHÂN DÂN', 'CẤP TỈNH (ĐỊA BÀN MẪU)'] }, place: 'Mẫu' }],
    ['of a body that belongs to none names none', agency('department', 'Cơ quan Mẫu', null), undefined, { agency: { parent: [], name: ['CƠ QUAN MẪU'] }, place: 'Mẫu' }],
  ])('%s', (_, one, parent, head) => expect(letterhead(one, parent, 'Mẫu')).toEqual(head))
})
