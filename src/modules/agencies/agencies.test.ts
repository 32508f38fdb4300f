import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { listAreas } from '#modules/areas'
import { projectRoot } from '#platform/config'
import { reading, sql } from '#platform/db'
import { nobody } from '#platform/http'
import { openProvince } from '#platform/province'
import { withApp, type TestApp } from '../../../test/with-app.ts'
import { getAgency as get, listAgencies as list, type Agency } from './contract.ts'
import { readAgencies, seed } from './seed.ts'
import { agenciesBelow, centreOf, committeeOf, committeeOfCentre, deskOf, findAgency, listAgencies, saveAgency } from './store.ts'

let app: TestApp
beforeAll(async () => void (app = await withApp({ at: '2026-11-25T02:00:00Z' })))

const today = '2026-11-25'
const tx = () => reading(app.db)
const demonstration = join(projectRoot, 'provinces', readFileSync(join(projectRoot, 'provinces', 'default.txt'), 'utf8').trim())

describe('the invented province', () => {
  it('shows its agencies to anybody, in Vietnamese order', async () => {
    const { agencies } = await app.call(nobody, list, { kind: 'committee' })
    expect(agencies.map(({ code }) => code)).toEqual(['Z99.002', 'Z99.001', 'Z99', 'Z99.003'])
    expect((await app.call(nobody, list, { area: '99001' })).agencies.map(({ code, kind }) => [code, kind])).toEqual([['Z99.001.01', 'public_service_centre'], ['Z99.001', 'committee']])
    expect(await app.call(nobody, get, { code: 'Z99.001.01' })).toMatchObject({ parent: 'Z99.001', area: '99001', validTo: null })
  })

  it.each([['Z99.404', 'agency_not_found', 404], ['z99', 'invalid_input', 400], ['Z99..1', 'invalid_input', 400], ["Z99' or 1=1", 'invalid_input', 400]])('refuses the code %s', async (code, refusal, status) => {
    await expect(app.call(nobody, get, { code })).rejects.toMatchObject({ code: refusal, status })
  })
})

describe('the demonstration', () => {
  let all: Agency[]
  let communes: { code: string; name: { vi: string; en: string } }[]
  beforeAll(async () => {
    const tools = { ...app.application.tools, province: openProvince(demonstration) }
    await app.application.modules.find(({ name }) => name === 'areas')?.seed?.load?.(tools)
    await seed.load?.(tools)
    const root = readAgencies(demonstration).find(({ parent }) => parent === null)?.code ?? ''
    all = (await listAgencies(tx(), { on: today })).filter(({ code }) => code === root || code.startsWith(`${root}.`))
    communes = await listAreas(tx(), { on: today, level: 'commune', parent: all.find(({ code }) => code === root)?.area ?? '' })
  })

  it('has 36 communes, each with one committee and one public service centre of its own', async () => {
    expect(communes).toHaveLength(36)
    for (const { code: area, name } of communes) {
      const here = all.filter((agency) => agency.area === area)
      expect(here.map(({ kind }) => kind).toSorted(), name.vi).toEqual(['committee', 'public_service_centre'])
      const committee = await committeeOf(tx(), area, today)
      const centre = await centreOf(tx(), area, today)
      expect([centre?.parent, committee?.name.vi, centre?.name.vi], name.vi).toEqual([committee?.code, `Ủy ban nhân dân ${lower(name.vi)}`, `Trung tâm Phục vụ hành chính công ${lower(name.vi)}`])
      expect((await deskOf(tx(), committee?.code ?? '', today))?.code).toBe(centre?.code)
      expect((await committeeOfCentre(tx(), centre?.code ?? ''))?.code).toBe(committee?.code)
      expect([committee?.name.en, centre?.name.en].every((text) => text?.endsWith(name.en)), name.en).toBe(true)
    }
  })

  it('is one tree: every agency hangs on the root, none twice, none on itself', async () => {
    const roots = all.filter(({ parent }) => parent === null)
    expect(roots).toHaveLength(1)
    const ever = await agenciesBelow(tx(), roots[0]?.code ?? '')
    expect(all.filter(({ code }) => !ever.includes(code))).toEqual([])
    // the ended ones stand below it as well: their records are its own
    expect(ever.length - all.length).toBe(9 * 2 + 91 * 2 + 7)
    expect(new Set(all.map(({ code }) => code)).size).toBe(all.length)
    for (const agency of all) {
      // a code says where it stands: its parent's is the beginning of it
      if (agency.parent !== null) expect(agency.code.startsWith(`${agency.parent}.`), agency.code).toBe(true)
      expect(await agenciesBelow(tx(), agency.code)).toContain(agency.code)
      expect([agency.name.vi, agency.shortName.vi].join(' ').normalize('NFC')).toBe([agency.name.vi, agency.shortName.vi].join(' '))
    }
  })

  it('has officers and dossiers only at agencies that are there', () => {
    const officers = JSON.parse(readFileSync(join(demonstration, 'officers.json'), 'utf8')) as { username: string; capacities: { agency: string }[] }[]
    const codes = new Set(all.map(({ code }) => code))
    for (const { username, capacities } of officers) for (const { agency } of capacities) expect(codes.has(agency), `${username} at ${agency}`).toBe(true)
  })

  it('is taken in again without a change', async () => {
    await seed.load?.({ ...app.application.tools, province: openProvince(demonstration) })
    expect((await listAgencies(tx(), { on: today })).filter(({ code }) => all.some((agency) => agency.code === code))).toEqual(all)
  })
})

const lower = (name: string): string => `${name.slice(0, 1).toLowerCase()}${name.slice(1)}`

describe('as of a day', () => {
  it('an agency is there from its first day until before its last, and known for ever', async () => {
    const desk = await findAgency(tx(), 'Z99.003.01')
    if (!desk) throw new Error('the sample province has no such desk')
    await saveAgency(tx(), { ...desk, validTo: '2026-11-25' })
    expect((await centreOf(tx(), '99003', '2026-11-24'))?.code).toBe('Z99.003.01')
    expect([await centreOf(tx(), '99003', '2026-11-25'), await centreOf(tx(), '99003', '2025-06-30'), await deskOf(tx(), 'Z99.003', '2026-11-25')]).toEqual([undefined, undefined, undefined])
    expect((await app.call(nobody, list, { area: '99003' })).agencies.map(({ code }) => code)).toEqual(['Z99.003'])
    expect((await app.call(nobody, get, { code: 'Z99.003.01' })).validTo).toBe('2026-11-25')
    expect(await agenciesBelow(tx(), 'Z99.003')).toEqual(['Z99.003', 'Z99.003.01'])
  })

  it('one cannot end before it begins', async () => {
    const agency = await findAgency(tx(), 'Z99.900')
    if (!agency) throw new Error('the sample province has no operations centre')
    await expect(saveAgency(tx(), { ...agency, validTo: '1999-01-01' })).rejects.toThrow(/check/)
  })
})

describe('a file that cannot be right is named', () => {
  const agency = { code: 'Z98', kind: 'committee', name: { vi: 'A', en: 'A' }, shortName: { vi: 'A', en: 'A' }, area: '99', parent: null, validFrom: '2025-07-01' }
  it.each<[string, unknown, string]>([
    ['one code twice', [agency, agency], 'Z98 is there twice'],
    ['a parent that is not there', [{ ...agency, parent: 'Z97' }], 'Z98 stands below Z97, which is not in the file'],
    ['a code that is none', [{ ...agency, code: 'z98' }], 'code'],
    ['a kind that is none', [{ ...agency, kind: 'club' }], 'kind'],
    ['a field too many', [{ ...agency, boss: 'An' }], 'boss'],
    ['no name', [{ ...agency, name: { vi: '', en: 'A' } }], 'name'],
    ['no list', {}, 'array'],
  ])('%s', (what, content, message) => {
    const folder = join(app.folder, what.replaceAll(' ', '-'))
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'agencies.json'), JSON.stringify(content))
    expect(() => readAgencies(folder)).toThrow(message)
    expect(() => readAgencies(folder)).toThrow(join(folder, 'agencies.json'))
  })

  it('an agency of an area that was not there is refused, and none of the file is taken in', async () => {
    const folder = join(app.folder, 'lost-area')
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'agencies.json'), JSON.stringify([{ ...agency, area: '99' }, { ...agency, code: 'Z98.001', parent: 'Z98', area: '12345' }]))
    await expect(seed.load?.({ ...app.application.tools, province: { ...app.application.tools.province, folder } })).rejects.toThrow('Z98.001 serves area 12345, which did not exist on 2025-07-01')
    expect((await sql`select code from agencies.agency where code like 'Z98%'`.execute(app.db)).rows).toEqual([])
  })
})
