import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#platform/http'
import { dossierAlong } from '../factories/finished.ts'
import { officer } from '../factories/people.ts'
import { codeOf } from '../outcome.ts'
import { withApp, type TestApp } from '../with-app.ts'
import { listBoards, readBoard } from '#contract/ioc'

let app: TestApp
let centre: Actor
const period = { from: '2026-11-01', to: '2026-11-26' }
beforeAll(async () => {
  app = await withApp({ at: '2026-11-16T02:00:00Z' })
  centre = await officer(app, 'centre')
  await dossierAlong(app, { submitted: '2026-11-16T09:00', accepted: '2026-11-16T10:00', signed: '2026-11-17T10:00' })
  await dossierAlong(app, { submitted: '2026-11-16T09:00', accepted: '2026-11-16T10:00', signed: '2026-11-24T10:00' })
  app.clock.moveTo(new Date('2026-11-25T09:00:00+07:00'))
})

const read = async (input: object = {}) => app.call(centre, readBoard, { board: 'dich-vu-cong', ...period, ...input })

describe('the board', () => {
  it('is one of those there are', async () => expect((await app.call(centre, listBoards, {})).boards.map(({ code }) => code)).toEqual(['dich-vu-cong']))

  it('has every area of today on its map, with where it lies and how large it is', async () => {
    const { map, agencies } = await read()
    expect(map.areas.map(({ code, numerator, denominator, ok, km2 }) => [code, numerator, denominator, ok, km2])).toEqual([['99002', 0, 0, null, 18.25], ['99001', 1, 2, false, 12.5], ['99003', 0, 0, null, 140]])
    expect(agencies.map(({ code, numerator, denominator }) => [code, numerator, denominator])).toEqual([['Z99.001', 1, 2]])
  })

  it('keeps to an agency, and to an area, in its tiles; the map keeps the other areas', async () => {
    const [here, there] = [await read({ area: '99001' }), await read({ area: '99002' })]
    expect([here, there].map(({ tiles, map }) => [tiles[0]?.denominator, map.areas.find(({ code }) => code === '99001')?.denominator])).toEqual([[2, 2], [0, 2]])
    expect((await read({ agency: 'Z99.002' })).tiles.map(({ denominator }) => denominator)).toEqual([0, 0, 0, 0])
  })

  it('shows another of its tiles on the map and over time, day by day or month by month', async () => {
    const { map, series } = await read({ shown: 'dossiers-received', step: 'month', points: 3 })
    expect([map.indicator.code, series.indicator.code, series.momentary]).toEqual(['dossiers-received', 'dossiers-received', false])
    expect(series.points.map(({ from, value }) => [from, value])).toEqual([['2026-09-01', 0], ['2026-10-01', 0], ['2026-11-01', 2]])
    expect((await read({ step: 'day', points: 2 })).series.points.map(({ from, numerator, denominator }) => [from, numerator, denominator])).toEqual([['2026-11-24', 0, 1], ['2026-11-25', 0, 0]])
    expect((await read({ step: 'month', points: 2, area: '99002' })).series.points.map(({ denominator }) => denominator)).toEqual([0, 0])
  })

  it('draws no past of what is counted as of now', async () => {
    const { tiles, series } = await read({ shown: 'dossiers-late-now' })
    expect(tiles.map(({ momentary }) => momentary)).toEqual([false, false, true, false])
    expect(series).toMatchObject({ momentary: true, points: [] })
  })

  it('is as fresh as the newest change, which is never in the future', async () => {
    for (const { latestAt } of (await read()).tiles) expect(latestAt === null || latestAt <= '2026-11-25T02:00:01.000Z').toBe(true)
  })

  it('refuses what nobody has, and whoever does not watch over the province', async () => {
    expect(await codeOf(read({ board: 'x' }))).toBe('board_not_found')
    expect(await codeOf(read({ shown: 'x' }))).toBe('indicator_not_found')
    expect(await codeOf(read({ from: '2026-11-20', to: '2026-11-01' }))).toBe('period_backwards')
    for (const who of ['clerk.001', 'officer.001']) expect(await codeOf(app.call(await officer(app, who), readBoard, { board: 'dich-vu-cong' }))).toBe('forbidden')
  })
})
