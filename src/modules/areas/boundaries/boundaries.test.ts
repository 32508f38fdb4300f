import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { inTransaction, reading } from '#platform/db'
import { nobody } from '#platform/http'
import { withApp, type TestApp } from '../../../../test/with-app.ts'
import { listOutlines } from '../contract.ts'
import { areaKm2, contains, crossing, overlapsAndGaps, simplify, type MultiPolygon, type Ring } from './geometry.ts'
import { keepBoundaries } from '../stores/boundaries.ts'
import { checkBoundaries } from './import.ts'
import { limits, readBoundaries } from './read.ts'

const square = (west: number, south: number, size = 0.1): Ring => [[west, south], [west + size, south], [west + size, south + size], [west, south + size], [west, south]]
const feature = (code: unknown, coordinates: unknown, type = 'Polygon') => ({ type: 'Feature', properties: { code }, geometry: { type, coordinates } })
const file = (...features: unknown[]): string => JSON.stringify({ type: 'FeatureCollection', features })

describe('a hostile or careless file', () => {
  it.each<[what: string, text: string, says: string]>([
    ['no JSON', '{', 'no JSON'], ['another thing', '{"type":"Topology"}', 'no FeatureCollection'], ['features that are none', '{"type":"FeatureCollection","features":{}}', 'no FeatureCollection'],
    ['another system', '{"type":"FeatureCollection","crs":{"properties":{"name":"EPSG:9210"}},"features":[]}', 'WGS 84'], ['too many', JSON.stringify({ type: 'FeatureCollection', features: Array.from({ length: limits.features + 1 }, () => null) }), 'more than'],
  ])('%s is refused as a whole', (_, text, says) => expect(() => readBoundaries(text, 'code')).toThrow(says))

  it.each<[fault: string, given: unknown]>([
    ['no_code', feature(undefined, [square(107.5, 11.5)])], ['no_code', feature('x', [square(107.5, 11.5)])], ['no_code', null], ['not_a_polygon', feature('99001', [1], 'Point')], ['not_a_polygon', feature('99001', 'x')], ['empty', feature('99001', [], 'MultiPolygon')],
    ['not_a_number', feature('99001', [[[107.5, null], [1, 2], [3, 4], [5, 6]]])], ['not_a_number', feature('99001', [[['107', '11'], [1, 2], [3, 4], [5, 6]]])], ['swapped', feature('99001', [square(107.5, 11.5).map(([lon, lat]) => [lat, lon])])],
    ['other_system', feature('99001', [[[600_000, 1_200_000], [600_100, 1_200_000], [600_100, 1_200_100], [600_000, 1_200_000]]])], ['too_few_points', feature('99001', [[[107.5, 11.5], [107.6, 11.5], [107.5, 11.5]]])],
    ['crosses_itself', feature('99001', [[[107.5, 11.5], [107.6, 11.6], [107.6, 11.5], [107.5, 11.6], [107.5, 11.5]]])], ['too_many_points', feature('99001', [Array.from({ length: limits.pointsPerRing + 1 }, () => [107, 11])])],
  ])('%s is told apart', (fault, given) => expect(readBoundaries(file(given), 'code')[0]).toMatchObject({ at: 0, fault }))

  it('a part without area is left out of several, and a unit of nothing else is refused', () => {
    const sliver: Ring = [[107.5, 11.5], [107.6, 11.5], [107.5, 11.5]]
    const [some, none] = readBoundaries(file(feature('99001', [[sliver], [square(107.5, 11.5)]], 'MultiPolygon'), feature('99002', [[sliver], [sliver]], 'MultiPolygon')), 'code')
    expect([some, none]).toMatchObject([{ repaired: ['sliver'], shape: [[square(107.5, 11.5)]] }, { fault: 'empty' }])
  })

  it('a code twice is refused the second time; an open ring, doubled points and too many decimals are put right', () => {
    const open = square(107.5, 11.5).slice(0, -1)
    const [first, second] = readBoundaries(file(feature('99001', [[...open.slice(0, 1), ...open.map(([lon, lat]) => [lon + 1e-9, lat])]]), feature(99001, [square(107.7, 11.5)])), 'code')
    expect([first, second]).toMatchObject([{ code: '99001', repaired: ['rounded', 'doubled', 'closed'] }, { fault: 'code_twice' }])
  })
})

describe('geometry', () => {
  it('measures on the sphere, with holes', () => {
    expect(areaKm2([[square(106, 11, 1)]])).toBeCloseTo(12_118, -1)
    expect(areaKm2([[square(106, 11, 1), square(106.2, 11.2, 0.5)]])).toBeCloseTo(12_118 - 3030, -2)
  })
  it('knows what lies inside, what overlaps and what is nobody’s', () => {
    const [one, two, far]: MultiPolygon[] = [[[square(107.5, 11.5)]], [[square(107.55, 11.5)]], [[square(107.8, 11.5)]]]
    expect([contains(one!, [107.55, 11.55]), contains(one!, [107.65, 11.55])]).toEqual([true, false])
    expect(overlapsAndGaps([one!, two!]).overlap).toBeCloseTo(areaKm2([[square(107.55, 11.5, 0.05)]]) * 2, -0.5)
    expect(overlapsAndGaps([one!, far!]).gap).toBe(0)
    const around: MultiPolygon[] = [[[square(107.5, 11.5, 0.3), square(107.6, 11.6, 0.1)]]]
    expect(overlapsAndGaps(around).gap).toBeCloseTo(areaKm2([[square(107.6, 11.6, 0.1)]]), -1)
  })
  it('simplifies without opening a ring or straying, whatever it is', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.double({ min: 106, max: 107, noNaN: true }), fc.double({ min: 11, max: 12, noNaN: true })), { minLength: 4, maxLength: 60 }), (points) => {
      const ring = [...points, points[0]!] as Ring
      const less = simplify(ring, 0.01)
      expect([less[0], less.at(-1), less.length <= ring.length, less.every((point) => ring.includes(point))]).toEqual([ring[0], ring.at(-1), true, true])
      expect(simplify(ring, 0).length).toBeGreaterThanOrEqual(less.length)
    }))
    expect(crossing(square(1, 1))).toBeUndefined()
  })
})

describe('taking outlines in', () => {
  let app: TestApp
  beforeAll(async () => void (app = await withApp({ at: '2026-11-25T02:00:00Z' })))
  const whole = file(feature('99001', [square(107.46, 11.46)]), feature('99002', [square(107.56, 11.46)]), feature('99003', [square(107.57, 11.57)]), feature('12345', [square(107, 11)]))
  it('tells what fits, what is unknown and how large each is against what was published; again it changes nothing', async () => {
    const { report, taken } = await checkBoundaries(reading(app.db), whole, { on: '2026-11-25', codeProperty: 'code' })
    expect(report.refused).toEqual([{ at: 3, code: '12345', fault: 'unknown_unit' }])
    expect(report.matched.map(({ code, centreInside, changed }) => [code, centreInside, changed])).toEqual([['99001', true, true], ['99002', false, true], ['99003', true, true]])
    expect(report.matched[0]?.off).toBeCloseTo(121 / 12.5 - 1, 0)
    expect(await inTransaction(app.db, (tx) => keepBoundaries(tx, taken, 'bịa ra'))).toBe(3)
    expect(await inTransaction(app.db, (tx) => keepBoundaries(tx, taken, 'bịa ra'))).toBe(0)
    expect((await checkBoundaries(reading(app.db), whole, { on: '2026-11-25', codeProperty: 'code' })).report.matched.every(({ changed }) => !changed)).toBe(true)
    const { outlines, sources } = await app.call(nobody, listOutlines, {})
    expect([outlines.map(({ code, rings }) => `${code} ${rings.length}`).toSorted(), sources]).toEqual([['99001 1', '99002 1', '99003 1'], ['bịa ra']])
    // the outline belongs to the ward of today, not to the commune that had its code before
    expect((await app.call(nobody, listOutlines, { on: '2024-01-01' })).outlines).toEqual([])
  })
})
