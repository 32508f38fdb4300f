/** A plan to begin one's own from: an invented province, two wards of which become one. */
export const samplePlan = {
  id: 'nhap-mot-va-hai',
  title: { vi: 'Nhập hai phường Một và Hai thành phường Ba', en: 'One Ward and Two Ward become Three Ward' },
  day: '2027-01-01',
  basis: 'Nghị quyết số …/NQ-…',
  units: {
    begin: [{ code: '00003', level: 'commune', kind: 'ward', name: { vi: 'Phường Ba', en: 'Three Ward' }, parent: '00', areaKm2: 30.5, population: 74000, headOffice: '1 đường Một, phường Một' }],
    end: ['00001', '00002'],
    become: [{ from: '00001', to: '00003' }, { from: '00002', to: '00003' }],
  },
  agencies: {
    begin: [{ code: 'X00.003', kind: 'committee', name: { vi: 'Ủy ban nhân dân phường Ba', en: 'People’s Committee of Three Ward' }, shortName: { vi: 'UBND phường Ba', en: 'Three Ward committee' }, area: '00003', parent: 'X00' }],
    end: ['X00.001', 'X00.002'],
    become: [{ from: 'X00.001', to: 'X00.003' }, { from: 'X00.002', to: 'X00.003' }],
  },
  undecided: 'refuse',
  decisions: {},
}

export const loader = (): Response =>
  Response.json(samplePlan, { headers: { 'content-disposition': 'attachment; filename="phuong-an-mau.json"' } })
