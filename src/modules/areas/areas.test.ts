import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { projectRoot } from '#platform/config'
import { nobody } from '#platform/http'
import { openProvince } from '#platform/province'
import { withApp } from '../../../test/with-app.ts'
import { getArea as get, listAreas as list, type Area } from './contract.ts'
import { areaNames, findArea, getArea, listAreas, namesOfAreas } from './index.ts'
import { readAreas, seed } from './seed.ts'
import { saveArea } from './store.ts'

const app = await withApp({ at: '2026-11-25T02:00:00Z' })
const { db, application, call } = app
const demonstration = join(projectRoot, 'provinces', readFileSync(join(projectRoot, 'provinces', 'default.txt'), 'utf8').trim())

describe('the invented province', () => {
  it('shows its three communes to anybody, in Vietnamese order', async () => {
    const { areas } = await call(nobody, list, {})
    expect(areas.map(({ code, name, kind, parent }) => [code, name.vi, kind, parent])).toEqual([
      ['99002', 'Phường Mẫu Hai', 'ward', '99'], ['99001', 'Phường Mẫu Một', 'ward', '99'], ['99003', 'Xã Mẫu Ba', 'commune', '99'],
    ])
    expect((await call(nobody, list, { level: 'province' })).areas.map(({ code }) => code)).toEqual(['99'])
  })

  it('shows one unit with its facts', async () => {
    expect(await call(nobody, get, { code: '99001' })).toEqual({
      code: '99001', level: 'commune', kind: 'ward', name: { vi: 'Phường Mẫu Một', en: 'Sample One Ward' }, parent: '99', validFrom: '2025-07-01', validTo: null, lon: 107.51, lat: 11.51,
      areaKm2: 12.5, population: 41000, headOffice: '1 đường Mẫu, phường Mẫu Một', source: 'Nghị quyết bịa ra để thử nghiệm',
    })
  })

  it.each([
    ['an unknown code', { code: '99009' }, 'area_not_found', 404],
    ['a day before it was there', { code: '99002', on: '2025-06-30' }, 'area_not_found', 404],
    ['a code that is none', { code: '9900a' }, 'invalid_input', 400],
    ['a day that is none', { code: '99001', on: '2025-02-29' }, 'invalid_input', 400],
  ])('refuses %s', async (_, input, code, status) => {
    await expect(call(nobody, get, input)).rejects.toMatchObject({ code, status })
  })
})

describe('as of a day', () => {
  const old: Area = {
    code: '99002', level: 'commune', kind: 'township', name: { vi: 'Thị trấn Cũ', en: 'Old Township' }, parent: '991', validFrom: '2000-01-01', validTo: '2025-07-01', lon: null, lat: null,
    areaKm2: null, population: null, headOffice: null, source: 'invented',
  }

  it('a code names another unit before a reform', async () => {
    await saveArea(db as never, old)
    expect(await findArea(db as never, '99002', '2025-06-30')).toEqual(old)
    expect((await getArea(db as never, '99002', '2025-07-01')).name.vi).toBe('Phường Mẫu Hai')
    await expect(getArea(db as never, '99002', '1999-12-31')).rejects.toMatchObject({ code: 'area_not_found' })
    expect((await call(nobody, list, { on: '2021-11-23', level: 'commune' })).areas).toEqual([old])
    expect((await listAreas(db as never, { on: '2025-06-30', level: 'commune', parent: '991' })).map(({ code }) => code)).toEqual(['99002'])
    expect(await areaNames(db as never, ['99002', '99009'], '2025-06-30')).toEqual(new Map([['99002', old.name]]))
    expect((await namesOfAreas(db as never)).get('99002')?.vi).toBe('Phường Mẫu Hai')
  })

  it('a unit cannot end before it begins', async () => {
    await expect(saveArea(db as never, { ...old, validTo: '1999-01-01' })).rejects.toThrow('area_check')
  })
})

describe('the demonstration', () => {
  const tools = { ...application.tools, province: openProvince(demonstration) }

  it('begins with the 9 districts and 91 communes of 2022, each commune in its district', () => {
    const areas = readAreas(demonstration)
    const kinds = (level: Area['level']) => Object.fromEntries([...Map.groupBy(areas.filter((area) => area.level === level), ({ kind }) => kind)].map(([kind, of]) => [kind, of.length]))
    expect([kinds('district'), kinds('commune')]).toEqual([{ city: 3, town: 2, district: 4 }, { ward: 45, commune: 41, township: 5 }])
    const districts = new Set(areas.filter(({ level }) => level === 'district').map(({ code }) => code))
    expect(areas.filter(({ level, parent }) => level === 'commune' && !districts.has(parent ?? ''))).toEqual([])
    for (const { name, code } of areas) expect([name.vi.normalize('NFC'), /^[A-Z][A-Za-z ]+ (Ward|Commune|Township|District|Town|City|Province)$/.test(name.en)], code).toEqual([name.vi, true])
  })

  it('has 36 communes today, and together they are as large as the province was', async () => {
    await seed.load?.(tools)
    await application.modules.find(({ name }) => name === 'agencies')?.seed?.load?.(tools)
    const today = await listAreas(db as never, { on: '2026-11-25', level: 'commune', parent: '79' })
    const sum = (of: (area: Area) => number | null) => today.reduce((total, area) => total + (of(area) ?? 0), 0)
    expect(today.length).toBe(36)
    expect(sum(({ population }) => population)).toBe(2_722_527)
    expect(sum(({ areaKm2 }) => areaKm2)).toBeCloseTo(2694.57, 1)
    expect(Object.fromEntries([...Map.groupBy(today, ({ kind }) => kind)].map(([kind, of]) => [kind, of.length]))).toEqual({ ward: 24, commune: 12 })
    for (const { name, lon, lat, headOffice, code } of today) {
      expect([name.vi, headOffice].join(' '), code).not.toMatch(/ã ã|\s{2}|^\s|\s$/)
      expect(name.vi.normalize('NFC'), code).toBe(name.vi)
      expect(name.en, code).toMatch(/^[A-Z][A-Za-z ]+ (Ward|Commune)$/)
      expect([Math.round(lon ?? 0), Math.round(lat ?? 0)], code).toEqual([expect.toBeOneOf([106, 107]), 11])
    }
    expect(today.find(({ code }) => code === '25747')?.name).toEqual({ vi: 'Phường Thủ Dầu Một', en: 'Thu Dau Mot Ward' })
  })

  it('is taken in, and taken in again without a change', async () => {
    await seed.load?.(tools)
    const once = await listAreas(db as never, { on: '2026-11-25' })
    await seed.load?.(tools)
    expect(await listAreas(db as never, { on: '2026-11-25' })).toEqual(once)
    const names = (await listAreas(db as never, { on: '2026-11-25', level: 'commune', parent: '79' })).map(({ name }) => name.vi)
    expect(names.length).toBe(36)
    // Đ comes after D and before E, Â after A: as a Vietnamese dictionary has it
    expect(names.slice(0, 3)).toEqual(['Phường An Phú', 'Phường Bến Cát', 'Phường Bình Cơ'])
    expect(names.indexOf('Phường Dĩ An')).toBeLessThan(names.indexOf('Phường Đông Hòa'))
    expect(names.indexOf('Phường Đông Hòa')).toBeLessThan(names.indexOf('Phường Hòa Lợi'))
  })
})

describe('a file that cannot be right is named', () => {
  const head = 'code,level,kind,name_vi,name_en,parent,valid_from,valid_to,lon,lat,area_km2,population,head_office,source'
  it.each([
    ['an unknown kind', '1,commune,village,A,A,,2025-07-01,,,,,,,x', 'kind'],
    ['a day that is none', '1,commune,ward,A,A,,2025-07-32,,,,,,,x', 'valid_from'],
    ['a figure that is none', '1,commune,ward,A,A,,2025-07-01,,,,many,,,x', 'area_km2'],
    ['no name', '1,commune,ward,,A,,2025-07-01,,,,,,,x', 'name_vi'],
    ['a parent that is not there', '1,commune,ward,A,A,2,2025-07-01,,,,,,,x', '1 lies in 2, which is not in the file'],
    ['one code for two units at once', '1,commune,ward,A,A,,2000-01-01,2025-07-02,,,,,,x\n1,commune,ward,B,B,,2025-07-01,,,,,,,x', '1 names two units at once, from 2025-07-01 and from 2000-01-01'],
    ['a field too many', '1,commune,ward,A,A,,2025-07-01,,,,,,,x,y', 'line 2 has 15 fields'],
  ])('%s', (what, rows, message) => {
    const folder = join(app.folder, what.replaceAll(' ', '-'))
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'areas.csv'), `${head}\n${rows}\n`)
    expect(() => readAreas(folder)).toThrow(message)
    expect(() => readAreas(folder)).toThrow(join(folder, 'areas.csv'))
  })
})
