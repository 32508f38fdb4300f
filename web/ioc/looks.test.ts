import { describe, expect, it } from 'vitest'
import { t } from '../messages/index.ts'
import { daysOf, hrefOf, readAsked } from './asked.ts'
import { classed } from './map-classes.ts'
import { figureOf, limitOf, missOf, standingOf, worseFirst, type Measured, type Value } from './readings.ts'

const words = t('vi')
const plain = (text: string): string => text.replaceAll('\u00a0', ' ')
const onTime: Measured = { formula: 'share', better: 'higher', threshold: { value: 0.95 } }
const late: Measured = { formula: 'count', better: 'lower', threshold: { value: 0 } }
const received: Measured = { formula: 'count', better: 'higher', threshold: null }

/** A value of an indicator, as the server would answer it. */
function reading({ formula, better, threshold }: Measured, numerator: number, denominator: number): Value {
  const value = formula === 'count' ? numerator : denominator === 0 ? null : numerator / denominator
  return { numerator, denominator, value, ok: threshold === null || value === null ? null : better === 'higher' ? value >= threshold.value : value <= threshold.value }
}

describe('an address of the centre', () => {
  const base = 'http://x/dieu-hanh'
  it('says everything that is asked, and nothing that is usual', () => {
    const asked = readAsked(`${base}?ky=thang-truoc&xa=99001&co-quan=Z99.001&chi-so=a&buoc=thang&theo=co-quan`)
    expect(asked).toEqual({ period: 'last', area: '99001', agency: 'Z99.001', shown: 'a', step: 'month', by: 'agency' })
    expect(readAsked(new URL(hrefOf('/dieu-hanh', asked), base).href)).toEqual(asked)
    expect(hrefOf('/dieu-hanh', readAsked(base))).toBe('/dieu-hanh')
    expect(hrefOf('/dieu-hanh', asked, { area: undefined, agency: undefined, shown: undefined, step: 'day', by: 'area' }, { dem: 'dem', sau: null })).toBe('/dieu-hanh?ky=thang-truoc&dem=dem')
  })
  it('that nobody understands asks for the usual', () => expect(readAsked(`${base}?ky=bao-gio&buoc=&theo=x`)).toMatchObject({ period: 'thirty', step: 'day', by: 'area' }))
  it.each([
    ['month', '2026-11-01', '2026-11-26'], ['last', '2026-10-01', '2026-11-01'], ['week', '2026-11-19', '2026-11-26'], ['thirty', '2026-10-27', '2026-11-26'], ['year', '2026-01-01', '2026-11-26'],
  ] as const)('means by %s the days of here', (name, from, to) => expect(daysOf(name, '2026-11-24T17:30:00Z')).toEqual({ from, to }))
})

describe('a value in words', () => {
  it('has its unit, and a dash when nothing was counted', () => {
    expect([figureOf('share', 0.9858), figureOf('count', 9412), figureOf('share', null), limitOf('share', 0.95), limitOf('share', 0.985), limitOf('count', 0)].map(plain)).toEqual(['98,6 %', '9.412', '–', '95 %', '98,5 %', '0'])
  })
  it('says how it stands to its threshold', () => {
    const say = (indicator: Measured, part: number, whole: number) => standingOf(indicator, reading(indicator, part, whole), words)
    expect([say(onTime, 96, 100), say(onTime, 90, 100), say(late, 0, 9), say(late, 2, 9), say(received, 5, 9)].map((each) => each && [each.kind, plain(each.text)])).toEqual([
      ['done', 'Đạt ngưỡng 95 %'], ['late', 'Dưới ngưỡng 95 %'], ['done', 'Đạt ngưỡng 0'], ['late', 'Trên ngưỡng 0'], undefined,
    ])
    expect(say(onTime, 0, 0)?.kind).toBe('new')
  })
  it('counts what misses, and puts the worst first', () => {
    expect([missOf(onTime, reading(onTime, 210, 240), words), missOf(late, reading(late, 2, 9), words)]).toEqual(['30 chưa đạt / 240', '2 / 9'])
    const values = [reading(onTime, 9, 10), reading(onTime, 1, 2), reading(onTime, 0, 0), reading(onTime, 90, 100)]
    expect(values.toSorted(worseFirst(onTime)).map(({ denominator }) => denominator)).toEqual([2, 100, 10, 0])
    expect([reading(late, 1, 9), reading(late, 4, 9)].toSorted(worseFirst(late))[0]?.numerator).toBe(4)
  })
})

describe('classes of a map', () => {
  const draw = (indicator: Measured, pairs: [number, number][]) => classed(indicator, pairs.map(([part, whole]) => reading(indicator, part, whole)), words).classes.map(({ fill, label, count }) => [fill, plain(label), count])
  it('follow the threshold: three calm, one loud, and what has no figure', () => {
    expect(draw(onTime, [[100, 100], [985, 1000], [96, 100], [94, 100], [0, 0]])).toEqual([[1, 'từ 99 %', 1], [2, '98 – 99 %', 1], [3, '95 – 98 %', 1], ['loud', 'dưới 95 %', 1], ['none', 'chưa có', 1]])
  })
  it('are two where nothing is better than the threshold', () => expect(draw(late, [[0, 5], [0, 1], [3, 9]])).toEqual([[1, '0', 2], ['loud', 'trên 0', 1]]))
  it('are thirds without a threshold, and one when all are alike', () => {
    expect(draw(received, [[90, 90], [60, 60], [50, 50], [40, 40], [30, 30], [10, 10]])).toEqual([[1, 'từ 50', 3], [2, '30 – 50', 2], [3, 'dưới 30', 1]])
    expect(draw(received, [[7, 7], [7, 7]])).toEqual([[1, 'từ 7', 2]])
    expect(draw(received, [])).toEqual([[1, 'chưa có', 0]])
  })
  it.each([{ formula: 'share', better: 'lower', threshold: { value: 0.05 } }, { formula: 'count', better: 'higher', threshold: { value: 10 } }, { formula: 'share', better: 'lower', threshold: null }] as Measured[])('hold every value once (%o)', (indicator) => {
    const values = Array.from({ length: 21 }, (_, at) => reading(indicator, at, 100))
    const { classes, fillOf } = classed(indicator, values, words)
    expect(classes.reduce((sum, { count }) => sum + count, 0)).toBe(21)
    for (const value of values) expect(fillOf(value) === 'loud').toBe(value.ok === false)
  })
})
