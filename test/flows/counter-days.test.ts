import { beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import type { Actor } from '#platform/http'
import * as contract from '#contract/dossiers'
import { readIndicator, recordsOfIndicator, seriesOfIndicator } from '#contract/indicators'
import { officer } from '../factories/people.ts'
import { refusalOf as refused, local } from '../outcome.ts'
import { withApp, type TestApp } from '../with-app.ts'

let app: TestApp
const people = {} as Record<'clerk' | 'otherClerk' | 'officer' | 'leader', Actor & { id: string }>
beforeAll(async () => {
  app = await withApp({ at: local('2026-11-25T09:00') })
  for (const role of ['clerk', 'officer', 'leader'] as const) people[role] = await officer(app, `${role}.001`)
  people.otherClerk = await officer(app, 'clerk.002', 'clerk')
})

const nothing = { born: '1956-06-20', gender: null, nationality: 'Việt Nam', ethnicity: 'Kinh', phone: null, email: null, address: 'Số 3', area: '99001' }
const visit = (change: Partial<z.input<typeof contract.Intake>> = {}, by: Actor = people.clerk) => app.call(by, contract.intake, {
  procedure: '2.000635', procedureCase: 'birth', applicant: { ...nothing, name: 'Lê Thị Sáu', number: '999156000777' }, papers: [],
  answers: { registeredAt: '99001', registeredYear: '', copies: 1, receive: 'counter', collectAt: '99001', phone: '0999000777', email: '' }, ...change,
})

describe('somebody who hands nothing in', () => {
  it('is counted by what it was, for the desk, and nobody writes down who it was', async () => {
    for (const kind of ['advice', 'advice', 'wrongCounter'] as const) await app.call(people.clerk, contract.noteVisit, { kind })
    app.clock.moveTo(new Date(local('2026-11-26T09:00')))
    await app.call(people.clerk, contract.noteVisit, { kind: 'advice', procedure: '2.000635' })
    expect(await app.call(people.clerk, contract.countVisits, {})).toEqual({ today: { advice: 1, wrongCounter: 0 }, month: { advice: 3, wrongCounter: 1 } })
    expect(await app.call(people.otherClerk, contract.countVisits, {})).toEqual({ today: { advice: 0, wrongCounter: 0 }, month: { advice: 0, wrongCounter: 0 } })
    app.clock.moveTo(new Date(local('2026-11-25T09:00')))
  })

  it('is a figure of the province, opened down to what each was about and to nobody', async () => {
    const centre = await officer(app, 'centre')
    app.clock.moveTo(new Date(local('2026-11-27T09:00')))
    const period = { from: '2026-11-01', to: '2026-12-01' }
    const figure = async (given: { by?: 'agency' | 'area' } = {}) => (await app.call(centre, readIndicator, { code: 'visits-wrong-counter', ...period, ...given })).readings.map(({ place, numerator, denominator, value }) => [place, numerator, denominator, value])
    expect([await figure(), await figure({ by: 'agency' }), await figure({ by: 'area' })]).toEqual([[[null, 1, 4, 0.25]], [['Z99.001', 1, 4, 0.25]], [['99001', 1, 4, 0.25]]])
    const { rows } = await app.call(centre, recordsOfIndicator, { code: 'visits-wrong-counter', which: 'rest', ...period })
    expect(rows.map(({ code, title, link, place }) => [code, title.vi, link, place])).toEqual([['2.000635', expect.any(String), null, 'Z99.001'], ['–', 'Chỉ hỏi', null, 'Z99.001'], ['–', 'Chỉ hỏi', null, 'Z99.001']])
    const { points } = await app.call(centre, seriesOfIndicator, { code: 'visits-wrong-counter', step: 'day', points: 3 })
    expect(points.map(({ numerator, denominator }) => [numerator, denominator])).toEqual([[1, 3], [0, 1], [0, 0]])
    app.clock.moveTo(new Date(local('2026-11-25T09:00')))
  })
})

describe('one person with several things to do', () => {
  it('is asked who they are once: the second dossier begins with the first one’s applicant, number and all', async () => {
    const first = await visit()
    const again = await app.call(people.clerk, contract.applicantAgain, { id: first.id })
    expect(again).toMatchObject({ applicant: { name: 'Lê Thị Sáu', born: '1956-06-20', area: '99001' }, paper: 'card', number: '999156000777' })
    const ids = [first.id]
    for (const procedureCase of ['birth', 'marriage', 'death', 'birth']) {
      const answers = { registeredAt: '99001', registeredYear: '', copies: 1, receive: 'counter', collectAt: '99001', phone: '0999000777', email: '', subjectName: 'Lê Văn Cũ', subjectNumber: '', subjectBorn: '1950-01-01' }
      ids.push((await visit({ procedureCase, applicant: { ...again.applicant, number: again.number, paper: again.paper }, answers })).id)
    }
    expect(new Set(ids).size).toBe(5)
    expect((await app.call(people.clerk, contract.find, { q: '999156000777' })).rows).toHaveLength(5)
  })

  it('and another desk does not learn it', async () => {
    const { id } = await visit()
    expect(await refused(app.call(people.otherClerk, contract.applicantAgain, { id }))).toMatchObject(['dossier_not_found', {}])
  })
})

describe('numbers on paper during a cut', () => {
  let codes: string[]

  it('come out of the same counter: what is handed in meanwhile has other ones', async () => {
    const reserved = await app.call(people.clerk, contract.reserveCodes, { count: 3, reason: 'Mất điện cả phường' })
    codes = reserved.codes.map(({ code }) => code)
    const meanwhile = await visit()
    const numbers = [...codes, meanwhile.code].map((code) => Number(code.slice(-4)))
    expect(numbers).toEqual([0, 1, 2, 3].map((more) => (numbers[0] ?? 0) + more))
    const many = await Promise.all([1, 2, 3].map(() => app.call(people.clerk, contract.reserveCodes, { count: 5, reason: 'Nhiều người cùng giữ số' })))
    const all = many.flatMap((each) => each.codes.map(({ code }) => code))
    expect(new Set([...all, ...codes]).size).toBe(18)
  })

  it('are entered later with the time on the paper: the limit runs from then', async () => {
    app.clock.moveTo(new Date(local('2026-11-26T14:00')))
    const entered = await visit({ onPaper: { code: codes[0] ?? '', at: local('2026-11-25T10:15') } })
    expect(entered.code).toBe(codes[0])
    const view = await app.call(people.clerk, contract.getDossier, { id: entered.id })
    expect([view.submittedAt, view.acceptedAt].map((at) => at && new Date(at).toISOString())).toEqual(Array.from({ length: 2 }, () => new Date(local('2026-11-25T10:15')).toISOString()))
    expect(view.dueAt?.slice(0, 16)).toBe('2026-11-25T10:00')
    expect(view.acts[0]?.note).toEqual({ onPaper: true })
  })

  it.each<[string, () => Parameters<typeof visit>[0], unknown]>([
    ['a number that is used', () => ({ onPaper: { code: codes[0] ?? '', at: local('2026-11-25T10:15') } }), ['code_not_reserved', {}]],
    ['a number that nobody reserved', () => ({ onPaper: { code: 'Z99.001.01-261125-9999', at: local('2026-11-25T10:15') } }), ['code_not_reserved', {}]],
    ['a time of another day', () => ({ onPaper: { code: codes[1] ?? '', at: local('2026-11-24T10:15') } }), ['invalid_input', { 'onPaper.at': 'not_of_this_day' }]],
  ])('refuse %s', async (_what, change, answer) => expect(await refused(visit(change()))).toMatchObject(answer as never))

  it('refuse a time that has not come', async () => {
    app.clock.moveTo(new Date(local('2026-11-25T11:00')))
    expect(await refused(visit({ onPaper: { code: codes[1] ?? '', at: local('2026-11-25T12:00') } }))).toMatchObject(['invalid_input', { 'onPaper.at': 'in_future' }])
  })

  it('are another desk’s to nobody, and are used once however often it is pressed', async () => {
    expect(await refused(visit({ onPaper: { code: codes[1] ?? '', at: local('2026-11-25T10:30') } }, people.otherClerk))).toMatchObject(['code_not_reserved', {}])
    const pressed = await Promise.all([1, 2, 3].map(() => refused(visit({ onPaper: { code: codes[1] ?? '', at: local('2026-11-25T10:30') } }))))
    expect(pressed.filter((each) => each === 'done')).toHaveLength(1)
    const { codes: listed } = await app.call(people.clerk, contract.listReservedCodes, {})
    expect(listed.filter(({ dossier }) => dossier !== null).map(({ code }) => code)).toEqual(codes.slice(0, 2))
  })
})

describe('a relative who collects', () => {
  it('shows a paper, and which one is kept', async () => {
    const { id } = await visit({ procedure: '1.004873', procedureCase: 'neverMarried', answers: { whom: 'self', livesThere: 'yes', residenceSince: { from: '2010-01', to: null }, livedElsewhere: 'no', purpose: 'loan', earlier: 'no', copies: 1, receive: 'counter', collectAt: '99001', phone: '0999000777', email: '' }, applicant: { ...nothing, gender: 'female', name: 'Lê Thị Sáu', number: '999156000777' } })
    await app.call(people.officer, contract.take, { id })
    await app.call(people.officer, contract.propose, { id })
    await app.call(people.leader, contract.approve, { id })
    const give = (relation: 'self' | 'relative' | 'authorised', authority?: string) => app.call(people.clerk, contract.handOver, { id, recipient: 'Trần Văn Chồng', relation, ...(authority !== undefined && { authority }) })
    for (const relation of ['relative', 'authorised'] as const) expect(await refused(give(relation))).toMatchObject(['invalid_input', { authority: 'required' }])
    await give('relative', 'Giấy hẹn và giấy chứng nhận kết hôn')
    expect((await app.call(people.clerk, contract.getDossier, { id })).acts.at(-1)).toMatchObject({ action: 'handOver', note: { recipient: 'Trần Văn Chồng', relation: 'relative', authority: 'Giấy hẹn và giấy chứng nhận kết hôn' } })
  })
})
