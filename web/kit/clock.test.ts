import { describe, expect, it } from 'vitest'
import { t } from '../messages/index.ts'
import { clockLook, isNearDue, type ClockFacts } from './clock.ts'
import { areaOf, languageAt, ownPath, pathOf } from './places.ts'
import { scaleOf } from './series.tsx'
import { capPath } from './stone.tsx'

const running = (minutesLeft: number, due: 'today' | 'tomorrow' | 'later' = 'later', minutesTotal = 2400): ClockFacts => ({ state: 'running', minutesLeft, minutesTotal, minutesPerDay: 480, due })

describe('the look of a clock', () => {
  const table: [ClockFacts, string, string, number][] = [
    [running(2400), 'far', 'còn 5 ngày', 0.2], [running(1438), 'far', 'còn 3 ngày', 0.2 + 0.25 * (1 - 1438 / 2400)], [running(1200), 'far', 'còn 3 ngày', 0.325], [running(1199), 'far', 'còn 2 ngày', 0.2 + 0.25 * (1 - 1199 / 2400)], [running(0, 'later'), 'near', 'đến hạn', 0.55],
    [running(721), 'far', 'còn 2 ngày', 0.2 + 0.25 * (1 - 721 / 2400)], [running(719), 'near', 'còn 1 ngày', 0.55], [running(481), 'near', 'còn 1 ngày', 0.55], [running(430), 'near', 'còn 7 giờ', 0.55], [running(900, 'tomorrow'), 'near', 'còn 2 ngày', 0.55],
    [running(480, 'tomorrow'), 'near', 'còn 1 ngày', 0.55], [running(479, 'tomorrow'), 'near', 'còn 7 giờ', 0.55],
    [running(125, 'today'), 'near', 'còn 2 giờ', 0.8], [running(59, 'today'), 'near', 'còn 59 phút', 0.8], [running(1, 'today'), 'near', 'còn 1 phút', 0.8], [running(0, 'today'), 'near', 'đến hạn', 0.8],
    [running(-1, 'today'), 'late', 'quá 1 phút', 1], [running(-61), 'late', 'quá 1 giờ', 1], [running(-490), 'late', 'quá 1 ngày', 1],
    [{ state: 'paused' }, 'paused', 'tạm dừng', 0],
    [{ state: 'finished', minutesLeft: 73, minutesPerDay: 480 }, 'done', 'sớm 1 giờ', 1], [{ state: 'finished', minutesLeft: 0, minutesPerDay: 480 }, 'done', 'đúng hẹn', 1],
    [{ state: 'finished', minutesLeft: -90, minutesPerDay: 480 }, 'late', 'quá 1 giờ', 1],
  ]
  it.each(table)('%j is %s: %s', (facts, kind, text, cap) => expect(clockLook(facts, t('vi').kit)).toEqual({ kind, text, cap }))
  it.each([[719, 'later', true], [720, 'later', false], [480, 'later', true], [0, 'later', true], [960, 'tomorrow', true], [960, 'today', true], [2400, 'later', false]] as const)('%i minutes, due %s: near %s', (minutesLeft, due, near) =>
    expect(isNearDue({ minutesLeft, minutesPerDay: 480, due })).toBe(near))
  it('counts in English too', () => expect([clockLook(running(60, 'today'), t('en').kit).text, clockLook(running(-130), t('en').kit).text]).toEqual(['1 hour left', '2 hours late']))
  it('never comes up again while time runs down', () => {
    let before = 0
    for (let left = 2400; left >= -10; left -= 10) {
      const { cap } = clockLook(running(left, left < 200 ? 'today' : left < 700 ? 'tomorrow' : 'later'), t('vi').kit)
      expect(cap).toBeGreaterThanOrEqual(before)
      before = cap
    }
  })
})

describe('the cap of the stone', () => {
  it('is a slice of the round head, then head and body, and stays inside the stone', () => {
    expect(capPath(0.2)).toMatch(/^M[\d.]+ 9\.6A14 14 0 0 1 [\d.]+ 9\.6z$/)
    expect(capPath(0.5)).toBe('M2 21.0V16a14 14 0 0 1 28 0V21.0z')
    expect([capPath(2), capPath(-1)]).toEqual([capPath(1), capPath(0)])
  })
})

describe('the scale of a series', () => {
  it.each([
    [[96.4, 98.6, 95], [94, 96, 98, 100]], [[0, 1], [0, 0.5, 1]], [[5, 5], [5, 10]], [[0, 0], [0, 0.5]], [[120, 9400], [0, 5000, 10000]], [[-3, 4], [-5, 0, 5]],
  ])('of %j has the lines %j', (values, ticks) => {
    const scale = scaleOf(values)
    expect(scale.ticks).toEqual(ticks)
    expect(scale.low).toBeLessThanOrEqual(Math.min(...values))
    expect(scale.high).toBeGreaterThanOrEqual(Math.max(...values))
    expect(scale.high).toBeGreaterThan(scale.low)
  })
})

describe('addresses', () => {
  it('belong to a part of the web', () => expect(['/', '/thu-tuc', '/can-bo', '/can-bo?x', '/dieu-hanh/1', '/dev/bo-mau', '/can-bo-cong-chuc'].map(areaOf)).toEqual(['portal', 'portal', 'desk', 'desk', 'ioc', 'dev', 'portal']))
  it('lead nowhere else', () => expect([null, '', 'x', '//a.example', '/\\a.example', 'https://a.example', '/a b', '/ho-so?x=1'].map(ownPath)).toEqual(['/', '/', '/', '/', '/', '/', '/', '/ho-so?x=1']))
  it('are read from the request of a page or of its data', () => {
    expect(['http://x/', 'http://x/_root.data', 'http://x/a.data?_routes=r&q=1', 'http://x/a?q=1'].map(pathOf)).toEqual(['/', '/', '/a?q=1', '/a?q=1'])
  })
  it('come back in the other language', () => expect(languageAt('en', '/a?q=1')).toBe('/ngon-ngu/en?ve=%2Fa%3Fq%3D1'))
})
