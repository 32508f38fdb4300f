import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#platform/http'
import { sql } from '#platform/db'
import * as contract from '#contract/dossiers'
import { listIndicators, readIndicator, recordsOfIndicator, seriesOfIndicator, type Reading } from '#contract/indicators'
import { readBoard } from '#contract/ioc'
import type { Failure } from '#kernel/failure'
import { maritalStatus, submitted } from '../factories/drafts.ts'
import { citizen, officer } from '../factories/people.ts'
import { withApp, type TestApp } from '../with-app.ts'

const period = { from: '2026-12-01', to: '2027-01-01' }
const noon = (day: string) => `${day}T05:00:00.000Z`

let app: TestApp
const people = {} as Record<'an' | 'clerk' | 'officer' | 'leader' | 'centre', Actor & { id: string }>
const sent: Record<string, string> = {}

/** What happened in December: four handed in online in ward one, one at the counter of ward one for commune three. */
beforeAll(async () => {
  app = await withApp({ at: noon('2026-11-30') })
  people.an = await citizen(app, 'an')
  people.clerk = await officer(app, 'clerk.001')
  people.officer = await officer(app, 'officer.001')
  people.leader = await officer(app, 'leader.001')
  people.centre = await officer(app, 'centre')
  // handed in the day before the period begins, and the last minute of it
  sent['november'] = (await submitted(app, people.an)).id
  at('2026-12-01')
  for (const name of ['inTime', 'late', 'open', 'waiting']) sent[name] = (await submitted(app, people.an)).id
  sent['counter'] = (await app.call(people.clerk, contract.intake, {
    procedure: maritalStatus, procedureCase: 'neverMarried',
    applicant: { name: 'Đặng Thị Hồng', number: '999177000777', born: '1977-02-03', gender: 'female', nationality: 'Việt Nam', ethnicity: 'Kinh', phone: null, email: null, address: 'Ấp Ba', area: '99003' },
    answers: { whom: 'self', livesThere: 'yes', residenceSince: { from: '2001-01', to: null }, livedElsewhere: 'no', purpose: 'property', earlier: 'no', copies: 2, receive: 'counter', collectAt: '99001', phone: '0999000777', email: '' },
    papers: [],
  })).id
  for (const name of ['inTime', 'late', 'open']) {
    await app.call(people.clerk, contract.accept, { id: sent[name] ?? '' })
    await app.call(people.officer, contract.take, { id: sent[name] ?? '' })
  }
  await finish('inTime', '2026-12-02')
  // three working days from Tuesday noon are Friday noon
  await finish('late', '2026-12-08')
})

const at = (day: string) => app.clock.moveTo(new Date(noon(day)))
async function finish(name: string, day: string): Promise<void> {
  at(day)
  await app.call(people.officer, contract.propose, { id: sent[name] ?? '' })
  await app.call(people.leader, contract.approve, { id: sent[name] ?? '' })
}

const whole = async (code: string, given: { agency?: string; area?: string } = {}) => {
  const { readings } = await app.call(people.centre, readIndicator, { code, ...period, ...given })
  return short(readings[0])
}
const short = (reading: Reading | undefined) => [reading?.numerator, reading?.denominator, reading?.value]
const tile = async (code: string) => {
  const found = (await app.call(people.centre, readBoard, { board: 'dich-vu-cong', ...period })).tiles.find(({ indicator }) => indicator.code === code)
  return [found?.numerator, found?.denominator, found?.value]
}
const listed = async (code: string, which: 'numerator' | 'denominator' = 'denominator', given: { agency?: string; area?: string } = {}) => {
  const answer = await app.call(people.centre, recordsOfIndicator, { code, which, ...period, ...given })
  return { ids: answer.rows.map(({ id }) => id).toSorted(), reading: short(answer.reading) }
}
const ids = (...names: string[]) => names.map((name) => sent[name] ?? name).toSorted()

describe('a figure', () => {
  it.each<[string, number, number, number | null]>([
    // taken in, out of those handed in during December
    ['dossiers-received', 4, 5, 4],
    ['dossiers-on-time', 1, 2, 0.5],
    // on 8 December: `open` and the one of the counter are past due, out of two at work (`waiting` was never taken in)
    ['dossiers-late-now', 2, 2, 2],
    ['dossiers-online', 4, 5, 0.8],
  ])('%s is %i out of %i', async (code, numerator, denominator, value) => {
    expect(await whole(code)).toEqual([numerator, denominator, value])
    expect(await tile(code)).toEqual([numerator, denominator, value])
  })

  it('opens down to exactly the records it was counted from', async () => {
    const all: [string, string[], string[]][] = [
      ['dossiers-received', ['inTime', 'late', 'open', 'counter'], ['inTime', 'late', 'open', 'waiting', 'counter']],
      ['dossiers-on-time', ['inTime'], ['inTime', 'late']],
      ['dossiers-late-now', ['open', 'counter'], ['open', 'counter']],
      ['dossiers-online', ['inTime', 'late', 'open', 'waiting'], ['inTime', 'late', 'open', 'waiting', 'counter']],
    ]
    for (const [code, numerator, denominator] of all) {
      expect(await listed(code, 'numerator'), code).toMatchObject({ ids: ids(...numerator) })
      expect(await listed(code), code).toEqual({ ids: ids(...denominator), reading: await whole(code) })
    }
  })

  it('tells how fresh it is: when it was counted, and the newest of what it counted', async () => {
    const { countedAt, readings } = await app.call(people.centre, readIndicator, { code: 'dossiers-on-time', ...period })
    expect(countedAt.slice(0, 16)).toBe(noon('2026-12-08').slice(0, 16))
    expect(readings[0]?.latestAt?.slice(0, 16)).toBe(noon('2026-12-08').slice(0, 16))
    expect((await app.call(people.centre, readIndicator, { code: 'dossiers-online', ...period })).readings[0]?.latestAt?.slice(0, 16)).toBe(noon('2026-12-08').slice(0, 16))
    const before = await app.call(people.centre, readIndicator, { code: 'dossiers-online', from: '2020-01-01', to: '2020-02-01' })
    expect(before.readings.map((reading) => [reading.numerator, reading.denominator, reading.value, reading.ok, reading.latestAt])).toEqual([[0, 0, null, null, null]])
  })

  it('adds up by agency and by area, each opened down to its own', async () => {
    for (const [by, places] of [['agency', ['Z99.001', 'Z99.003']], ['area', ['99001', '99003']]] as const) {
      const { readings } = await app.call(people.centre, readIndicator, { code: 'dossiers-received', by, ...period })
      expect(readings.map(({ place, numerator, denominator }) => [place, numerator, denominator])).toEqual([[places[0], 3, 4], [places[1], 1, 1]])
      for (const reading of readings) {
        const place = { [by]: reading.place ?? '' }
        expect(await whole('dossiers-received', place)).toEqual([reading.numerator, reading.denominator, reading.value])
        expect((await listed('dossiers-received', 'denominator', place)).ids).toHaveLength(reading.denominator)
        expect(reading.placeName?.vi).toMatch(/Mẫu (Một|Ba)/)
      }
    }
    const { map } = await app.call(people.centre, readBoard, { board: 'dich-vu-cong', ...period })
    // an area without a finished dossier is on the map, without a value
    expect(map.areas.map(({ code, numerator, denominator, value }) => [code, numerator, denominator, value])).toEqual([['99002', 0, 0, null], ['99001', 1, 2, 0.5], ['99003', 0, 0, null]])
  })

  it('stands on the good side of its threshold or not, and says so only where there is one', async () => {
    const { readings } = await app.call(people.centre, readIndicator, { code: 'dossiers-on-time', ...period })
    expect(readings[0]?.ok).toBe(false)
    expect((await app.call(people.centre, readIndicator, { code: 'dossiers-late-now', ...period })).readings[0]?.ok).toBe(false)
    expect((await app.call(people.centre, readIndicator, { code: 'dossiers-online', ...period })).readings[0]?.ok).toBeNull()
    for (const { threshold, definition, owner } of (await app.call(people.centre, listIndicators, {})).indicators) {
      expect([definition.vi, definition.en, owner].every((text) => text.length > 3)).toBe(true)
      if (threshold) expect([threshold.source.length > 10, threshold.status]).toEqual([true, 'illustrative'])
    }
  })

  it('month by month says the same as each month asked for', async () => {
    const { points } = await app.call(people.centre, seriesOfIndicator, { code: 'dossiers-received', step: 'month', points: 3 })
    expect(points.map(({ from, numerator, denominator }) => [from, numerator, denominator])).toEqual([['2026-10-01', 0, 0], ['2026-11-01', 0, 1], ['2026-12-01', 4, 5]])
    for (const { from, to, numerator, denominator } of points) {
      const { readings } = await app.call(people.centre, readIndicator, { code: 'dossiers-received', from, to })
      expect([readings[0]?.numerator ?? 0, readings[0]?.denominator ?? 0]).toEqual([numerator, denominator])
    }
  })

  it.each<[string, Record<string, string>, string, number]>([
    ['a code that there is not', { code: 'nothing' }, 'indicator_not_found', 404],
    ['a period that runs backwards', { code: 'dossiers-online', from: '2026-12-02', to: '2026-12-01' }, 'period_backwards', 422],
    ['a day that is none', { code: 'dossiers-online', from: '2026-02-30' }, 'invalid_input', 400],
  ])('refuses %s', async (_what, input, code, status) => {
    await expect(app.call(people.centre, readIndicator, input as { code: string })).rejects.toMatchObject({ code, status } satisfies Partial<Failure>)
  })

  it('shows no name and no number of a person, wherever it is opened', async () => {
    const text = JSON.stringify([await app.call(people.centre, recordsOfIndicator, { code: 'dossiers-online', ...period }), await app.call(people.centre, contract.followDossier, { id: sent['counter'] ?? '' })])
    expect(text).not.toMatch(/Đặng Thị Hồng|Nguyễn Thị An|999177000777|999199000201|0999000/)
  })
})

describe('one dossier taken out of the register', () => {
  it('is gone from the tile, the figure, the map and the list at once', async () => {
    await sql`delete from dossiers.dossier where id = ${sent['late'] ?? ''}`.execute(app.db)
    expect([await tile('dossiers-on-time'), await whole('dossiers-on-time'), (await listed('dossiers-on-time')).ids]).toEqual([[1, 1, 1], [1, 1, 1], ids('inTime')])
    expect([await tile('dossiers-received'), (await listed('dossiers-received')).ids]).toEqual([[3, 4, 3], ids('inTime', 'open', 'waiting', 'counter')])
    const { map, series } = await app.call(people.centre, readBoard, { board: 'dich-vu-cong', ...period, step: 'month', points: 3 })
    expect(map.areas.find(({ code }) => code === '99001')).toMatchObject({ numerator: 1, denominator: 1, value: 1, ok: true })
    expect(series.points.at(-1)).toMatchObject({ from: '2026-12-01', numerator: 1, denominator: 1 })
  })
})
