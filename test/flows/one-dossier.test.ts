import { beforeAll, describe, expect, it } from 'vitest'
import type { Failure } from '#kernel/failure'
import type { Actor } from '#platform/http'
import { sql } from '#platform/db'
import { messagesOf } from '#platform/notify'
import * as contract from '#contract/dossiers'
import { citizen, officer } from '../factories/people.ts'
import { filledDraft, maritalStatus, submitted, uploaded } from '../factories/drafts.ts'
import { codeOf, local } from '../outcome.ts'
import { withApp, type TestApp } from '../with-app.ts'

// Wednesday 25/11/2026, 09:00 in Vietnam; the day before was a holiday
const morning = '2026-11-25T02:00:00Z'

let app: TestApp
const people = {} as Record<'an' | 'binh' | 'clerk' | 'officer' | 'leader' | 'otherClerk' | 'centre', Actor & { id: string }>
beforeAll(async () => {
  app = await withApp({ at: morning })
  people.an = await citizen(app, 'an')
  people.binh = await citizen(app, 'binh')
  people.clerk = await officer(app, 'clerk.001')
  people.officer = await officer(app, 'officer.001')
  people.leader = await officer(app, 'leader.001')
  people.otherClerk = await officer(app, 'clerk.002', 'clerk')
  people.centre = await officer(app, 'centre')
})

const minute = (iso: string | null | undefined) => iso?.slice(0, 16)
const at = (time: string) => app.clock.moveTo(new Date(local(time)))

describe('a certificate asked for at home', () => {
  let sent: contract.Acknowledgement

  it('is acknowledged with a code, a secret and by when the desk answers', async () => {
    at('2026-11-25T09:00')
    sent = await submitted(app, people.an)
    expect(sent.code).toBe('Z99.001.01-261125-0001')
    expect(sent.secret).toMatch(/^[2-9A-HJKMNP-Z]{8}$/)
    // eight working hours from 09:00
    expect(minute(sent.deskDueAt)).toBe('2026-11-26T02:00')
    expect(sent.desk.name.vi).toContain('Mẫu Một')
  })

  it('shows with code and secret how far it is, and nothing else', async () => {
    const seen = await app.call({ ...people.an, kind: 'nobody', id: null, role: 'nobody' }, contract.track, { code: sent.code.toLowerCase(), secret: ` ${sent.secret} ` })
    expect(seen).toEqual({ code: sent.code, published: 1, stage: 1, stages: 5 })
    expect(await codeOf(app.call(people.binh, contract.track, { code: sent.code, secret: 'AAAAAAAA' }))).toBe('dossier_not_found')
    expect(await codeOf(app.call(people.binh, contract.track, { code: 'Z99.001.01-261125-9999', secret: sent.secret }))).toBe('dossier_not_found')
  })

  it('leaves no citizen number beside the keys of its acts', async () => {
    const key = '01937c00-0000-7000-8000-00000000aaaa'
    const begun = await app.call(people.binh, contract.startDraft, { procedure: maritalStatus }, { key })
    expect(begun.known['citizen.number']).toMatch(/^\d{12}$/)
    expect(await app.call(people.binh, contract.startDraft, { procedure: maritalStatus }, { key })).toEqual(begun)
    const { rows } = await sql<{ answer: string }>`select answer::text from platform.idempotency where answer is not null`.execute(app.db)
    expect(rows.length).toBeGreaterThan(1)
    expect(rows.filter(({ answer }) => /\d{12}/.test(answer.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '')))).toEqual([])
  })

  it('is nobody else’s: neighbours find nothing, not even that it is there', async () => {
    for (const who of [people.binh, people.otherClerk]) expect(await codeOf(app.call(who, contract.getDossier, { id: sent.id }))).toBe('dossier_not_found')
    expect(await codeOf(app.call(people.otherClerk, contract.accept, { id: sent.id }))).toBe('dossier_not_found')
    expect(await codeOf(app.call(people.centre, contract.getDossier, { id: sent.id }))).toBe('forbidden')
  })

  it('waits in the queue of its desk; the clerk accepts it at 16:59 and the three days run from there', async () => {
    at('2026-11-25T16:59')
    expect((await app.call(people.clerk, contract.listQueues, {})).queues[0]).toEqual({ name: 'to_answer', count: 1, atOnce: 0 })
    const done = await app.call(people.clerk, contract.accept, { id: sent.id })
    expect(done.state).toBe('accepted')
    const view = await app.call(people.clerk, contract.getDossier, { id: sent.id })
    expect(minute(view.dueAt)).toBe('2026-11-30T09:59')
    expect(view.documents.map(({ kind, number }) => [kind, number])).toEqual([['form01', '01/GTN-TTPVHCC']])
    expect(await codeOf(app.call(people.clerk, contract.accept, { id: sent.id }))).toBe('action_not_allowed')
  })

  it('is worked on by the officer who takes it, and by nobody else', async () => {
    at('2026-11-26T08:00')
    expect((await app.call(people.officer, contract.worklist, { queue: 'to_take' })).rows.map((row) => [row.code, row.actions])).toEqual([[sent.code, ['take']]])
    await app.call(people.officer, contract.take, { id: sent.id })
    const view = await app.call(people.officer, contract.getDossier, { id: sent.id })
    expect(view.holder?.name).toBe(people.officer.name)
    expect(view.actions).toEqual(['reroute', 'askSupplement', 'propose', 'proposeRefusal'])
    expect(view.strip).toMatchObject({ used: 31, left: 1440 - 31, paused: 0, late: 0 })
    expect(view.numberMasked).toMatch(/^999.*•/)
    expect(view.answers.find((line) => line.code === 'purpose')?.text).toMatch(/vay/i)
  })

  it('is laid before the leader, who may give it back, and then signs it in time', async () => {
    at('2026-11-26T09:00')
    await app.call(people.officer, contract.propose, { id: sent.id })
    expect(await codeOf(app.call(people.officer, contract.approve, { id: sent.id }))).toBe('forbidden')
    await app.call(people.leader, contract.sendBack, { id: sent.id, reason: 'Ghi thêm thời gian cư trú' })
    await app.call(people.officer, contract.propose, { id: sent.id })
    const preview = (await app.call(people.leader, contract.previewResult, { id: sent.id })) as { type?: string; size?: number }
    expect(preview).toMatchObject({ type: 'application/pdf' })
    at('2026-11-27T10:30')
    await app.call(people.leader, contract.approve, { id: sent.id })
    await app.drain()
    const view = await app.call(people.an, contract.getDossier, { id: sent.id })
    // wanted electronically: handed over as soon as it was signed
    expect([view.state, view.published]).toEqual(['handed_over', 10])
    expect(view.documents.map(({ kind }) => kind)).toEqual(['form01', 'result'])
    expect(view.acts.map((act) => act.action)).toEqual(['submit', 'accept', 'take', 'propose', 'sendBack', 'propose', 'approve', 'handOver'])
    // what colleagues write to each other stays among them
    expect(JSON.stringify(view)).not.toContain('Ghi thêm thời gian cư trú')
    expect(JSON.stringify(await app.call(people.officer, contract.getDossier, { id: sent.id }))).toContain('Ghi thêm thời gian cư trú')
    expect(view.clock).toMatchObject({ kind: 'done' })
  })

  it('the citizen has the papers as PDF and was told of each step once', async () => {
    const view = await app.call(people.an, contract.getDossier, { id: sent.id })
    for (const { id } of view.documents) {
      const file = (await app.call(people.an, contract.getDocument, { id: sent.id, document: id })) as unknown as { file: string; type: string }
      expect((await app.application.tools.files.read(file.file)).subarray(0, 5).toString()).toBe('%PDF-')
      expect(await codeOf(app.call(people.binh, contract.getDocument, { id: sent.id, document: id }))).toBe('dossier_not_found')
    }
    await app.drain()
    const told = await messagesOf(app.db, people.an.id)
    expect(told.map(({ template, state }) => [template, state]).reverse()).toEqual([
      ['dossiers.submitted', 'sent'], ['dossiers.accepted', 'sent'], ['dossiers.taken', 'sent'], ['dossiers.result_approved', 'sent'], ['dossiers.result_handed_over', 'sent'],
    ])
  })
})

describe('one request for papers', () => {
  it('stops the clock, is complete, and starts the limit afresh', async () => {
    at('2026-12-01T08:00')
    const draft = await filledDraft(app, people.binh, 'divorced', {
      whom: 'self', livesThere: 'yes', residenceSince: { from: '2010-01', to: null }, livedElsewhere: 'no', union: 'registered', spouseName: 'Lê Thị Cũ', divorceWhere: 'vietnam',
      decisionNumber: '12/2019/QĐST-HNGĐ', decisionDate: '2019-05-06', court: 'Tòa án nhân dân khu vực 1', purpose: 'loan', earlier: 'no', copies: '1', receive: 'counter', collectAt: '99002', phone: '0999000202', email: '',
    })
    expect(draft.problems).toEqual({ divorceDecision: 'paper_missing' })
    expect(await codeOf(app.call(people.binh, contract.submitDossier, { draft: draft.id, oath: true }))).toBe('draft_incomplete')
    await app.call(people.binh, contract.attachPaper, { draft: draft.id, paper: 'divorceDecision' }, { upload: await uploaded(app) })
    const sent = await app.call(people.binh, contract.submitDossier, { draft: draft.id, oath: true })
    expect(sent.code).toBe('Z99.002.01-261201-0001')
    const officerTwo = await officer(app, 'officer.002')
    const leaderTwo = await officer(app, 'deputy.002', 'leader')
    at('2026-12-01T09:00')
    await app.call(people.otherClerk, contract.accept, { id: sent.id })
    await app.call(officerTwo, contract.take, { id: sent.id })
    expect(await codeOf(app.call(officerTwo, contract.propose, { id: sent.id }))).toBe('papers_unchecked')
    at('2026-12-02T09:00')
    await app.call(officerTwo, contract.checkPaper, { id: sent.id, number: 1, verdict: 'bad', remark: 'Ảnh mờ' })
    await app.call(officerTwo, contract.askSupplement, { id: sent.id, items: [{ paper: 'divorceDecision', what: 'Chụp lại cho rõ cả hai trang' }], reason: 'Ảnh quyết định ly hôn bị mờ' })
    expect(await codeOf(app.call(officerTwo, contract.propose, { id: sent.id }))).toBe('action_not_allowed')
    at('2026-12-04T14:00')
    const waiting = await app.call(people.binh, contract.getDossier, { id: sent.id })
    // the office's opinion of a paper is told by the request, not beside the paper
    expect(waiting.papers.map(({ verdict, remark }) => [verdict, remark])).toEqual([[null, null]])
    expect([waiting.published, waiting.clock?.kind, waiting.asked?.items[0]?.what]).toEqual([5, 'waiting', 'Chụp lại cho rõ cả hai trang'])
    // the day it was promised for has passed, but not through the office: it waits, and is neither late nor due
    const mine = await app.call(officerTwo, contract.worklist, { queue: 'mine' })
    expect([mine.count, mine.waiting, mine.days, mine.procedures.map((procedure) => procedure.code)]).toEqual([1, 1, [], [maritalStatus]])
    const asked = async (filter: { late?: '1'; waiting?: '1'; day?: string }) => (await app.call(officerTwo, contract.worklist, { queue: 'mine', ...filter })).rows.length
    expect([await asked({ late: '1' }), await asked({ day: '2026-12-04' }), await asked({ waiting: '1' })]).toEqual([0, 0, 1])
    expect(await codeOf(app.call(people.binh, contract.supply, { id: sent.id }))).toBe('supplement_incomplete')
    await app.call(people.binh, contract.addPaper, { id: sent.id, paper: 'divorceDecision' }, { upload: await uploaded(app, 'ro-hon.png') })
    await app.call(people.binh, contract.supply, { id: sent.id })
    const again = await app.call(officerTwo, contract.getDossier, { id: sent.id })
    // three working days afresh from Friday 14:00
    expect(minute(again.dueAt)).toBe('2026-12-09T07:00')
    expect(again.actions).toEqual(['reroute', 'propose', 'proposeRefusal'])
    expect(await codeOf(app.call(officerTwo, contract.askSupplement, { id: sent.id, items: [{ paper: 'divorceDecision', what: 'Lần nữa' }], reason: 'Vẫn chưa rõ' }))).toBe('supplement_already_asked')
    await app.call(officerTwo, contract.checkPaper, { id: sent.id, number: 2, verdict: 'good' })
    await app.call(officerTwo, contract.propose, { id: sent.id })
    await app.call(leaderTwo, contract.approve, { id: sent.id })
    await app.drain()
    const signed = await app.call(people.otherClerk, contract.getDossier, { id: sent.id })
    expect([signed.state, signed.actions]).toEqual(['approved', ['handOver', 'shelve']])
    await app.call(people.otherClerk, contract.handOver, { id: sent.id, recipient: 'Trần Văn Bình', relation: 'self' })
    await app.drain()
    expect((await app.call(people.binh, contract.getDossier, { id: sent.id })).documents.map(({ kind }) => kind)).toEqual(['form01', 'form02', 'result'])
  })
})

describe('at the counter', () => {
  it('a visit is taken in and accepted in one act, at any desk of the province', async () => {
    at('2026-12-10T15:30')
    const visit = {
      procedure: maritalStatus, procedureCase: 'neverMarried',
      applicant: { name: 'Đặng Thị Hồng', number: '999177000777', born: '1977-02-03', gender: 'female' as const, nationality: 'Việt Nam', ethnicity: 'Kinh', phone: null, email: null, address: 'Ấp Ba', area: '99003' },
      answers: { whom: 'self', livesThere: 'yes', residenceSince: { from: '2001-01', to: null }, livedElsewhere: 'no', purpose: 'property', earlier: 'no', copies: 2, receive: 'counter', collectAt: '99001', phone: '0999000777', email: '' },
      papers: [],
    }
    const key = '01937c00-0000-7000-8000-000000000001'
    const taken = await app.call(people.clerk, contract.intake, visit, { key })
    expect(taken.code).toBe('Z99.001.01-261210-0001')
    expect(minute(taken.dueAt)).toBe('2026-12-15T08:30')
    expect(await app.call(people.clerk, contract.intake, visit, { key })).toEqual(taken)
    expect(await codeOf(app.call(people.clerk, contract.intake, { ...visit, procedureCase: 'widowed' }, { key }))).toBe('idempotency_mismatch')
    expect(await codeOf(app.call(people.otherClerk, contract.intake, visit, { key }))).toBe('not_found')
    const view = await app.call(people.clerk, contract.getDossier, { id: taken.id })
    expect([view.state, view.office.code, view.counter.code]).toEqual(['accepted', 'Z99.003', 'Z99.001.01'])
    expect(view.acts.map((act) => act.action)).toEqual(['submit', 'accept'])
  })

  it('a wrong answer is named and nothing is kept', async () => {
    const before = await app.call(people.clerk, contract.find, { q: 'dang thi hong' })
    const refused = await app.call(people.clerk, contract.intake, {
      procedure: maritalStatus, procedureCase: 'neverMarried',
      applicant: { name: 'Đặng Thị Hồng', number: '999177000777', born: null, gender: null, nationality: null, ethnicity: null, phone: null, email: null, address: null, area: null }, answers: {}, papers: [],
    }).catch((error: unknown) => error as Failure)
    expect(refused).toMatchObject({ code: 'invalid_input', status: 400 })
    expect((refused as Failure).fields).toMatchObject({ born: 'required', purpose: 'required' })
    expect((await app.call(people.clerk, contract.find, { q: 'dang thi hong' })).rows).toHaveLength(before.rows.length)
    expect((await app.call(people.clerk, contract.find, { q: '999177000777' })).rows).toHaveLength(1)
    expect((await app.call(people.clerk, contract.find, { q: '0001' })).rows).toHaveLength(0)
  })
})
