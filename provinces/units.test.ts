import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { predecessorsOf, successorsOf } from '#modules/areas'
import { projectRoot } from '#platform/config'
import { reading } from '#platform/db'
import { openProvince } from '#platform/province'
import { withApp, type TestApp } from '../test/with-app.ts'
import { readCsv } from '../src/modules/areas/csv.ts'
import { competentAgency } from '../src/modules/agencies/competence.ts'
import { custodianOf } from '../src/modules/agencies/custody.ts'
import { fromOldStyle, tidyIdentifier, toOldStyle } from '../src/modules/agencies/identifiers.ts'
import { faultsOf } from '../src/modules/agencies/reform/carry-out.ts'
import { readPlans } from '../src/modules/agencies/reform/plan-files.ts'
import { readAgencies } from '../src/modules/agencies/seed.ts'
import { agencyName, findAgency, listAgencies } from '../src/modules/agencies/store.ts'
import { agencyCodeOf } from '../src/modules/agencies/stores/identifiers.ts'

const demonstration = join(projectRoot, 'provinces', 'binh-duong')
const mapping = readCsv(readFileSync(join(projectRoot, 'test/facts/communes-of-2025.csv'), 'utf8')).map((row) => ({ old: row['old'] ?? '', now: (row['new'] ?? '').split(' ').toSorted() }))

let app: TestApp
const tx = () => reading(app.db)
beforeAll(async () => {
  app = await withApp({ at: '2026-11-25T02:00:00Z' })
  const tools = { ...app.application.tools, province: openProvince(demonstration) }
  for (const name of ['areas', 'agencies']) await app.application.modules.find((each) => each.name === name)?.seed?.load?.(tools)
})

describe('the 91 communes of 2022 and the 36 of today', () => {
  it('are mapped as the law says: 75 whole, 16 split, none forgotten', async () => {
    const found = await Promise.all(mapping.map(async ({ old }) => ({ old, now: (await successorsOf(tx(), { code: old, on: '2022-12-31' }, '2026-11-25')).map(({ code }) => code).toSorted() })))
    expect(found).toEqual(mapping)
    expect([found.length, found.filter(({ now }) => now.length === 1).length, found.filter(({ now }) => now.length === 2).length]).toEqual([91, 75, 16])
    expect(new Set(found.flatMap(({ now }) => now)).size).toBe(36)
  })

  it('each split is told in shares that make a whole, with one that takes what nothing tells apart; and read backwards it is the same', async () => {
    for (const { old, now } of mapping.filter((each) => each.now.length > 1)) {
      const parts = await successorsOf(tx(), { code: old, on: '2022-12-31' }, '2026-11-25')
      expect([parts.reduce((sum, { share }) => sum + share, 0), parts.filter(({ main }) => main).length], old).toEqual([expect.closeTo(1, 6), 1])
      for (const code of now) expect((await predecessorsOf(tx(), { code, on: '2026-11-25' }, '2022-12-31')).find((each) => each.code === old)?.share).toBeCloseTo(parts.find((each) => each.code === code)?.share ?? 0, 6)
    }
  })

  it.each<[what: string, code: string, on: string, by: string, becomes: string[]]>([
    ['a ward that split', '25741', '2022-06-01', '2025-07-01', ['Phường Phú Lợi', 'Phường Thủ Dầu Một']],
    ['the same before the day', '25741', '2022-06-01', '2025-06-30', ['Phường Hiệp Thành']],
    ['a code that names another unit now', '25747', '2022-06-01', '2026-01-01', ['Phường Thủ Dầu Một']],
    ['a town that became a city', '723', '2022-06-01', '2023-04-10', ['Thành phố Tân Uyên']],
    ['the day before', '723', '2022-06-01', '2023-04-09', ['Thị xã Tân Uyên']],
    ['another town', '721', '2022-06-01', '2024-05-01', ['Thành phố Bến Cát']],
    ['the province', '74', '2022-06-01', '2025-07-01', ['Thành phố Hồ Chí Minh']],
    ['a district, which has no successor', '718', '2022-06-01', '2025-07-01', []],
    ['no unit at all', '99999', '2022-06-01', '2025-07-01', []],
  ])('which unit is this today: %s', async (_, code, on, by, becomes) => {
    expect((await successorsOf(tx(), { code, on }, by)).map(({ name }) => name.vi)).toEqual(becomes)
  })
})

describe('agencies of any day', () => {
  it.each<[matter: string, area: string, on: string, agency: string | undefined]>([
    ['civilStatus', '25747', '2022-06-01', 'Ủy ban nhân dân phường Phú Cường'],
    ['civilStatus', '25747', '2025-07-01', 'Ủy ban nhân dân phường Thủ Dầu Một'],
    ['businessHousehold', '25747', '2022-06-01', 'Ủy ban nhân dân thành phố Thủ Dầu Một'],
    ['businessHousehold', '25747', '2025-07-01', 'Ủy ban nhân dân phường Thủ Dầu Một'],
    ['businessHousehold', '25888', '2023-04-09', 'Ủy ban nhân dân thị xã Tân Uyên'],
    ['businessHousehold', '25888', '2023-04-10', 'Ủy ban nhân dân thành phố Tân Uyên'],
    ['something nobody wrote a rule for', '25747', '2022-06-01', 'Ủy ban nhân dân phường Phú Cường'],
    ['civilStatus', '25747', '2021-12-31', undefined],
    ['civilStatus', '99999', '2022-06-01', undefined],
  ])('who decides %s in %s on %s', async (matter, area, on, agency) => {
    expect((await competentAgency(tx(), { matters: ['0.000000', matter], area, on }))?.name.vi).toBe(agency)
  })

  it.each([
    ['H09', '2022-06-01', 'Ủy ban nhân dân tỉnh Bình Dương'], ['H09', '2026-01-01', 'Ủy ban nhân dân cấp tỉnh (địa bàn Bình Dương)'],
    ['H09.723', '2023-04-09', 'Ủy ban nhân dân thị xã Tân Uyên'], ['H09.723', '2024-01-01', 'Ủy ban nhân dân thành phố Tân Uyên'],
  ])('%s was called on %s', async (code, on, name) => expect((await agencyName(tx(), code, on)).vi).toBe(name))

  it.each<[what: string, agency: string, area: string, on: string, has: string]>([
    ['a commune’s dossier while it was there', 'H09.718.25741', '25741', '2025-06-30', 'H09.718.25741'],
    ['and after it had split: with the larger part', 'H09.718.25741', '25741', '2025-07-01', 'H09.25750'],
    ['a district’s dossier goes by the commune', 'H09.718', '25747', '2025-07-01', 'H09.25747'],
    ['and to the province when its commune is not known', 'H09.718', '00000', '2025-07-01', 'H09'],
    ['a department that was merged', 'H09.14', '25741', '2025-03-01', 'H09.13'],
  ])('whose is it: %s', async (_, agency, area, on, has) => expect(await custodianOf(tx(), { agency, area, since: '2023-01-01' }, on)).toBe(has))

  it('there were 9 district committees and 91 of communes until the day, and 36 from it on; and bodies of every kind', async () => {
    const levels = async (on: string) => Object.fromEntries([...Map.groupBy((await listAgencies(tx(), { on, kind: 'committee' })).filter(({ code }) => code.startsWith('H09')), ({ code }) => code.split('.').length)].map(([depth, list]) => [depth, list.length]))
    expect(await levels('2025-06-30')).toEqual({ 1: 1, 2: 9, 3: 91 })
    expect(await levels('2025-07-01')).toEqual({ 1: 1, 2: 36 })
    const kinds = new Set((await listAgencies(tx(), { on: '2022-06-01' })).filter(({ code }) => code.startsWith('H09')).map(({ kind }) => kind))
    expect([...kinds].toSorted()).toEqual(['centre', 'committee', 'department', 'farmers_union', 'front', 'hospital', 'labour_union', 'operations_centre', 'party', 'people_council', 'public_service_centre', 'school', 'veterans_union', 'women_union', 'youth_union'])
  })
})

describe('identifiers', () => {
  it('are found in both styles, by what people type, and after the agency has ended', async () => {
    expect([await agencyCodeOf(tx(), '000.00.13.H09'), await agencyCodeOf(tx(), ' 000-00-13-h09 '), await agencyCodeOf(tx(), 'h09.14'), await agencyCodeOf(tx(), '000.00.99.H09')]).toEqual(['H09.13', 'H09.13', 'H09.14', undefined])
    expect((await findAgency(tx(), 'H09.14'))?.validTo).toBe('2025-03-01')
  })

  it.each([['H09', '000.00.00.H09'], ['H09.13', '000.00.13.H09'], ['H09.13.01', '000.01.13.H09'], ['H09.13.01.001', '001.01.13.H09'], ['H09.25747', undefined], ['H09.718.25741.01', undefined], ['h09', undefined]])('%s was written %s', (code, old) => expect(toOldStyle(code)).toBe(old))

  it('what the older style can say comes back as it was', () => {
    const group = (size: number) => fc.stringMatching(new RegExp(`^[0-9A-Z]{${size}}$`)).filter((text) => !/^0+$/.test(text))
    fc.assert(fc.property(fc.constantFrom('H09', 'G01', 'A63'), fc.tuple(group(2), group(2), group(3)), fc.integer({ min: 0, max: 3 }), (root, groups, many) => {
      const code = [root, ...groups.slice(0, many)].join('.')
      expect(fromOldStyle(toOldStyle(code) ?? '')).toBe(code)
    }))
    fc.assert(fc.property(fc.string(), (text) => {
      const code = fromOldStyle(text)
      if (code !== undefined) expect(toOldStyle(code)).toBe(tidyIdentifier(text))
    }))
  })
})

describe('the plans of the provinces', () => {
  it.each(['binh-duong', 'sample'])('of %s have no fault, each against the province as it was the day before', async (province) => {
    const folder = join(projectRoot, 'provinces', province)
    const plans = readPlans(folder, 'reforms')
    expect(plans.map(({ id }) => id)).toEqual(expect.arrayContaining(['2025-two-tiers']))
    const begun = new Set(plans.flatMap(({ agencies }) => agencies.begin.map(({ code }) => code)))
    // they are carried out already: that their codes are in use is how it should be
    for (const plan of plans) expect((await faultsOf(tx(), plan)).filter(({ fault, about }) => !(fault === 'agency_code_used' && begun.has(about))), plan.id).toEqual([])
    for (const plan of readPlans(folder, 'plans')) expect(await faultsOf(tx(), plan), plan.id).toEqual([])
    expect(new Set(readAgencies(folder).map(({ code }) => code)).size).toBe(readAgencies(folder).length)
  })
})
