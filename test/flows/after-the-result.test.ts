import { beforeAll, describe, expect, it } from 'vitest'
import { sql } from '#platform/db'
import type { Actor } from '#platform/http'
import { listMessages } from '#platform/notify'
import { readPdf } from '#platform/documents/read-pdf'
import * as contract from '#contract/dossiers'
import { readIndicator } from '#contract/indicators'
import { remindUncollected } from '../../src/modules/dossiers/commands/remind-uncollected.ts'
import { citizen, officer } from '../factories/people.ts'
import { submitted } from '../factories/drafts.ts'
import { codeOf, local } from '../outcome.ts'
import { withApp, type TestApp } from '../with-app.ts'

let app: TestApp
const people = {} as Record<'an' | 'clerk' | 'otherClerk' | 'officer' | 'leader' | 'otherLeader' | 'centre', Actor & { id: string }>
beforeAll(async () => {
  app = await withApp({ at: local('2026-11-25T09:00') })
  people.an = await citizen(app, 'an')
  for (const role of ['clerk', 'officer', 'leader'] as const) people[role] = await officer(app, `${role}.001`)
  people.otherClerk = await officer(app, 'clerk.002', 'clerk')
  people.otherLeader = await officer(app, 'leader.002')
  people.centre = await officer(app, 'centre')
})

const at = (time: string) => app.clock.moveTo(new Date(local(time)))
const view = (id: string, by: Actor = people.clerk) => app.call(by, contract.getDossier, { id })

/** A paper result of An's, signed and waiting at the counter. */
async function signed(receive: 'counter' | 'electronic' = 'counter'): Promise<string> {
  const { id } = await submitted(app, people.an, { receive, ...(receive === 'counter' && { collectAt: '99001' }) })
  await app.call(people.clerk, contract.accept, { id })
  await app.call(people.officer, contract.take, { id })
  await app.call(people.officer, contract.propose, { id })
  await app.call(people.leader, contract.approve, { id })
  await app.drain()
  return id
}
const waitsFor = async (id: string) => (await app.call(people.clerk, contract.worklist, { queue: 'to_hand_over' })).rows.find((row) => row.id === id)
const bytesOf = async (by: Actor, id: string, document: string) => {
  const { file } = (await app.call(by, contract.getDocument, { id, document })) as unknown as { file: string }
  return readPdf(await app.application.tools.files.read(file))
}
const words = async (by: Actor, id: string, document: string) => (await bytesOf(by, id, document)).pages.map(({ text }) => text).join(' ').replace(/\s+/g, ' ')

describe('a result on the shelf', () => {
  let id: string

  it('has a place that is written once, may be moved, and is printed on a label', async () => {
    at('2026-11-26T09:00')
    id = await signed()
    expect(await codeOf(app.call(people.clerk, contract.shelfLabel, { id }))).toBe('not_on_a_shelf')
    await app.call(people.clerk, contract.shelve, { id, place: ' a3 ' })
    await app.call(people.clerk, contract.shelve, { id, place: 'A3' })
    await app.call(people.clerk, contract.shelve, { id, place: 'Kệ  2-b' })
    const acts = (await view(id)).acts.filter(({ action }) => action === 'shelve')
    expect(acts.map(({ note }) => note)).toEqual([{ place: 'A3' }, { place: 'KỆ 2-B', from: 'A3' }])
    const label = (await app.call(people.clerk, contract.shelfLabel, { id })) as unknown as { file: string }
    const text = readPdf(await app.application.tools.files.read(label.file)).pages.map((page) => page.text).join(' ')
    expect(text).toContain('KỆ 2-B')
    expect(text).toContain((await view(id)).code)
  })

  it('is found there with the days it has waited; the citizen is not told of shelves', async () => {
    at('2026-12-01T09:00')
    expect(await waitsFor(id)).toMatchObject({ shelf: 'KỆ 2-B', waitingDays: 5 })
    expect((await view(id, people.an)).acts.map(({ action }) => action)).not.toContain('shelve')
  })

  it.each<[string, () => Promise<unknown>, string]>([
    ['another counter', () => app.call(people.otherClerk, contract.shelve, { id, place: 'B1' }), 'dossier_not_found'],
    ['the office', () => app.call(people.officer, contract.shelve, { id, place: 'B1' }), 'forbidden'],
    ['a place that is none', () => app.call(people.clerk, contract.shelve, { id, place: '<b>' }), 'invalid_input'],
  ])('and not by %s', async (_what, ask, answer) => expect(await codeOf(ask())).toBe(answer))
})

describe('a result that nobody collects', () => {
  const reminders = async (id: string) => (await listMessages(app.db, { subject: id })).filter(({ template }) => template === 'dossiers.result_waiting').map(({ facts }) => facts['days'])

  it('is reminded of after some days and again, once for each step, whoever of two workers comes first', async () => {
    at('2026-12-02T09:00')
    const id = await signed()
    const tools = app.application.tools
    at('2026-12-08T09:00')
    await remindUncollected(tools)
    expect(await reminders(id)).toEqual([])
    at('2026-12-09T08:15')
    await Promise.all([remindUncollected(tools), remindUncollected(tools), remindUncollected(tools)])
    await remindUncollected(tools)
    expect(await reminders(id)).toEqual([7])
    at('2027-01-02T08:15')
    await remindUncollected(tools)
    await remindUncollected(tools)
    expect(await reminders(id)).toEqual([7, 31])
    at('2027-03-01T08:15')
    await remindUncollected(tools)
    expect(await reminders(id)).toEqual([7, 31])
    expect((await view(id)).acts.filter(({ action }) => action === 'remind').map(({ actor, note }) => [actor.kind, note['step']])).toEqual([['system', 1], ['system', 2]])
    await app.drain()
  })

  it('one that was missed while the program stood still is told once, not twice', async () => {
    const id = await signed()
    at('2027-04-15T08:15')
    await Promise.all([remindUncollected(app.application.tools), remindUncollected(app.application.tools)])
    expect(await reminders(id)).toEqual([45])
    await app.call(people.clerk, contract.handOver, { id, recipient: people.an.name, relation: 'self' })
    at('2027-08-15T08:15')
    await remindUncollected(app.application.tools)
    expect(await reminders(id)).toEqual([45])
  })
})

describe('a misprint', () => {
  const makeAgain = async (id: string, answers: Record<string, unknown> = {}) => {
    await app.call(people.officer, contract.propose, { id, answers })
    await app.call(people.leader, contract.approve, { id })
    await app.drain()
  }
  let id: string

  it('is voided by the office alone, with a reason', async () => {
    at('2027-09-06T09:00')
    id = await signed()
    await app.call(people.clerk, contract.shelve, { id, place: 'A1' })
    await app.call(people.clerk, contract.handOver, { id, recipient: people.an.name, relation: 'self' })
    for (const [who, answer] of [[people.an, 'forbidden'], [people.clerk, 'forbidden'], [people.otherLeader, 'dossier_not_found'], [people.centre, 'forbidden']] as const) {
      expect([who.name, await codeOf(app.call(who, contract.voidResult, { id, reason: 'Sai tên đệm' }))]).toEqual([who.name, answer])
    }
    expect(await codeOf(app.call(people.leader, contract.voidResult, { id, reason: '' }))).toBe('invalid_input')
    at('2027-09-08T09:00')
    const pressed = await Promise.all([people.leader, people.officer, people.leader].map((who) => codeOf(app.call(who, contract.voidResult, { id, reason: 'Sai tên đệm của người được cấp' }))))
    expect(pressed.filter((each) => each === 'done')).toHaveLength(1)
    expect(pressed.filter((each) => each === 'action_not_allowed')).toHaveLength(2)
  })

  it('stays in the file, marked as void, and the dossier is worked on again', async () => {
    const after = await view(id, people.officer)
    expect([after.state, after.published, after.shelf, after.oldPaperOut]).toEqual(['processing', 4, null, true])
    expect(after.actions).toEqual(['propose'])
    const [old] = after.documents.filter(({ kind }) => kind === 'result')
    expect(old?.voided).toMatchObject({ reason: 'Sai tên đệm của người được cấp' })
    expect(await words(people.an, id, old?.id ?? '')).toMatch(/ĐÃ THU HỒI/)
    await app.drain()
    expect((await listMessages(app.db, { subject: id })).map(({ template }) => template)).toContain('dossiers.result_voided')
    expect(await codeOf(app.call(people.an, contract.withdraw, { id, reason: 'Không cần nữa' }))).toBe('action_not_allowed')
    expect(await codeOf(app.call(people.officer, contract.reroute, { id, agency: 'Z99.002', reason: 'Gửi nhầm nơi' }))).toBe('action_not_allowed')
  })

  it('is mended, signed again under a new number, and exchanged for the old paper', async () => {
    at('2027-09-09T09:00')
    const before = await view(id, people.officer)
    expect(before.correctable?.['name']).toBe('Nguyễn Thị An')
    expect(await codeOf(app.call(people.officer, contract.propose, { id, answers: { name: '' } }))).toBe('invalid_input')
    // looked at as a draft first: it is mended once, and on record once
    await app.call(people.officer, contract.draftResult, { id, answers: { name: 'Nguyễn Thị Ân' } })
    expect(await words(people.officer, id, before.documents.find(({ kind }) => kind === 'result')?.id ?? '')).toContain('Nguyễn Thị An')
    // another choice would be another decision: it is passed over
    await makeAgain(id, { name: 'Nguyễn Thị Ân', purpose: 'marriage' })
    const after = await view(id, people.officer)
    const results = after.documents.filter(({ kind }) => kind === 'result')
    expect(results.map(({ voided }) => voided !== null)).toEqual([true, false])
    expect(new Set(results.map(({ number }) => number)).size).toBe(2)
    expect(await words(people.officer, id, results[1]?.id ?? '')).toContain('Nguyễn Thị Ân')
    expect(await words(people.officer, id, results[1]?.id ?? '')).not.toContain('ĐÃ THU HỒI')
    expect(await words(people.officer, id, results[0]?.id ?? '')).toContain('Nguyễn Thị An')
    expect(after.acts.filter(({ action }) => action === 'correctForm')).toHaveLength(1)
    expect(after.acts.findLast(({ action }) => action === 'correctForm')?.note).toEqual({ corrected: ['Họ, chữ đệm, tên'] })
    expect(after.answers.find(({ code: question }) => question === 'purpose')?.text).toMatch(/vay/i)
    expect(await waitsFor(id)).toMatchObject({ waitingDays: 0, shelf: null })
    expect(await codeOf(app.call(people.clerk, contract.handOver, { id, recipient: people.an.name, relation: 'self' }))).toBe('old_paper_out')
    await app.call(people.clerk, contract.handOver, { id, recipient: people.an.name, relation: 'self', oldPaper: 'returned' })
    const done = await view(id)
    expect([done.state, done.oldPaperOut, done.acts.at(-1)?.note['oldPaper']]).toEqual(['handed_over', false, 'returned'])
  })

  it('counts as one dossier that was finished when it was signed first, in every figure', async () => {
    const [row] = (await sql<{ finished: Date; due: Date }>`select finished_at as finished, due_at as due from dossiers.dossier where id = ${id}`.execute(app.db)).rows
    expect(row?.finished.toISOString().slice(0, 10)).toBe('2027-09-06')
    const figure = await app.call(people.centre, readIndicator, { code: 'dossiers-on-time', from: '2027-09-01', to: '2027-09-30' })
    expect([figure.readings[0]?.numerator, figure.readings[0]?.denominator]).toEqual([1, 1])
    // long after it was due a misprint is voided: nobody is late for it
    at('2027-09-20T09:00')
    await app.call(people.leader, contract.voidResult, { id, reason: 'Sai ngày sinh lần nữa' })
    const late = await app.call(people.centre, readIndicator, { code: 'dossiers-late-now' })
    const listed = (await app.call(people.leader, contract.worklist, { queue: 'office_open' })).rows.find((each) => each.id === id)
    expect([late.readings[0]?.numerator ?? 0, listed?.clock?.kind]).toEqual([0, 'done'])
  })

  it('of an electronic result has no paper that must come back: the right one is in the account at once', async () => {
    at('2027-09-21T09:00')
    const electronic = await signed('electronic')
    expect((await view(electronic)).state).toBe('handed_over')
    await app.call(people.officer, contract.voidResult, { id: electronic, reason: 'Sai nơi cư trú' })
    expect((await view(electronic)).oldPaperOut).toBe(false)
    await makeAgain(electronic)
    const done = await view(electronic, people.an)
    expect([done.state, done.documents.filter(({ kind }) => kind === 'result').map(({ voided }) => voided !== null)]).toEqual(['handed_over', [true, false]])
  })

  it('that was not collected yet never left the house', async () => {
    const here = await signed()
    await app.call(people.leader, contract.voidResult, { id: here, reason: 'In lệch trang' })
    await makeAgain(here)
    await app.call(people.clerk, contract.handOver, { id: here, recipient: people.an.name, relation: 'self' })
    expect((await view(here)).state).toBe('handed_over')
  })
})
