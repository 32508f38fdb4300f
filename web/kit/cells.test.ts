import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { drawCells, drawOutlines, type Site } from './cells.ts'

const site = (code: string, lon: number, lat: number, km2: number | null = 100): Site => ({ code, lon, lat, km2 })
const pointsOf = (path: string): [number, number][] => path.slice(1, -1).split('L').map((pair) => pair.split(' ').map(Number) as [number, number])

describe('cells of places', () => {
  it('are nothing for no place, and a disc for one', () => {
    expect(drawCells([]).cells).toEqual([])
    const { width, height, cells: [only] } = drawCells([site('a', 106, 11)])
    expect([width, Math.abs(height - width) < 4, only?.x, only && Math.abs(only.y - height / 2) < 2]).toEqual([1000, true, 500, true])
  })
  it('lie north up and east to the right', () => {
    const { cells } = drawCells([site('west', 106, 11), site('east', 106.4, 11), site('north', 106.2, 11.4)])
    const at = Object.fromEntries(cells.map((cell) => [cell.code, cell]))
    expect(at['west']!.x).toBeLessThan(at['east']!.x)
    expect(at['north']!.y).toBeLessThan(at['west']!.y)
  })
  it('share a straight border where two of a size meet', () => {
    const { cells } = drawCells([site('a', 106, 11), site('b', 106.1, 11)])
    const [a, b] = cells.map(({ path }) => pointsOf(path).map(([x]) => x))
    expect(Math.max(...a!)).toBeCloseTo(Math.min(...b!), 1)
  })
  it('of a large place reach further than those of a small one', () => {
    const [large, small] = drawCells([site('large', 106, 11, 400), site('small', 106.12, 11, 25)]).cells
    expect(large!.room).toBeGreaterThan(small!.room * 1.5)
  })
  it('stay in the view, whatever the places are, and an unknown size is a usual one', () => {
    const sites = fc.uniqueArray(fc.record({ lon: fc.double({ min: 102, max: 110, noNaN: true }), lat: fc.double({ min: 8, max: 23, noNaN: true }), km2: fc.option(fc.double({ min: 0.5, max: 2000, noNaN: true })) }), { minLength: 1, maxLength: 40, selector: ({ lon, lat }) => `${lon} ${lat}` })
    fc.assert(fc.property(sites, (given) => {
      const { width, height, cells } = drawCells(given.map((each, at) => ({ code: String(at), ...each })))
      for (const { path } of cells) for (const [x, y] of pointsOf(path)) expect(x >= 0 && x <= width && y >= 0 && y <= height).toBe(true)
    }), { numRuns: 200 })
  })
})

describe('known outlines', () => {
  const square = (lon: number, lat: number, size: number): [number, number][] => [[lon, lat], [lon + size, lat], [lon + size, lat + size], [lon, lat + size], [lon, lat]]
  it('have the middle and the room of their largest part', () => {
    const { width, cells: [only] } = drawOutlines([{ code: 'a', rings: [square(106.9, 11.9, 0.05), square(106, 11, 0.5)] }])
    expect(only!.path.match(/M/g)).toHaveLength(2)
    expect([only!.x < width / 2, only!.room]).toEqual([true, Math.round((0.5 / 0.95) * (width - 16))])
  })
  it('carry a name inside also where the centre of gravity lies outside, as of a horseshoe', () => {
    const shoe: [number, number][] = [[106, 11], [106.9, 11], [106.9, 11.1], [106.1, 11.1], [106.1, 11.8], [106.9, 11.8], [106.9, 11.9], [106, 11.9], [106, 11]]
    const { cells: [only], width } = drawOutlines([{ code: 'a', rings: [shoe] }])
    expect(only!.x).toBeLessThan(width * 0.12)
    expect(only!.room).toBe(Math.round((width - 16) / 9))
  })
  it('of the same places lie north up, as cells do', () => {
    const { cells: [south, north] } = drawOutlines([{ code: 's', rings: [square(106, 11, 0.1)] }, { code: 'n', rings: [square(106, 11.2, 0.1)] }])
    expect(north!.y).toBeLessThan(south!.y)
  })
})
