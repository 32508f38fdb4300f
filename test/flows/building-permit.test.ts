import { beforeAll, describe, expect, it } from 'vitest'
import { Failure } from '#kernel/failure'
import { sql } from '#platform/db'
import type { Actor } from '#platform/http'
import * as contract from '#contract/dossiers'
import { whoReadMine } from '#contract/identity'
import * as payments from '#contract/payments'
import { noteSilences } from '../../src/modules/dossiers/commands/note-silences.ts'
import { uploaded } from '../factories/drafts.ts'
import { citizen, officer } from '../factories/people.ts'
import { permitDraft } from '../factories/permits.ts'
import { withApp, type TestApp } from '../with-app.ts'

const local = (time: string) => new Date(`${time}:00+07:00`)
let app: TestApp
const people = {} as Record<'binh' | 'an' | 'clerk' | 'officer' | 'leader' | 'neighbour' | 'land' | 'landLeader' | 'construction', Actor & { id: string }>
beforeAll(async () => {
  app = await withApp({ at: '2026-11-25T02:00:00Z' })
  people.binh = await citizen(app, 'binh')
  people.an = await citizen(app, 'an')
  for (const role of ['clerk', 'officer', 'leader'] as const) people[role] = await officer(app, `${role}.001`)
  Object.assign(people, { neighbour: await officer(app, 'officer.002'), land: await officer(app, 'officer.11'), landLeader: await officer(app, 'leader.11'), construction: await officer(app, 'officer.12') })
})
const refused = (work: Promise<unknown>) => work.then(() => 'done', (error: unknown) => (error instanceof Failure ? (Object.keys(error.fields ?? {}).length > 0 ? [error.code, error.fields] : error.code) : error))

const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')
const drawing = async (name = 'ban-ve.pdf') => ({ ...(await uploaded(app, name, pdf, 'application/pdf')), name })

/** A dossier that came online, with its drawings, in the officer's hand. */
async function inHand(who: Actor = people.binh): Promise<string> {
  const draft = await permitDraft(app, who)
  expect(draft.problems).toEqual({ drawings: 'paper_missing' })
  await app.call(who, contract.attachPaper, { draft: draft.id, paper: 'drawings' }, { upload: await drawing() })
  const { id } = await app.call(who, contract.submitDossier, { draft: draft.id, oath: true })
  await app.call(people.clerk, contract.accept, { id })
  await app.call(people.officer, contract.take, { id })
  return id
}

const content = 'Đề nghị cho ý kiến về ranh thửa đất và hành lang bảo vệ kênh Mẫu.'
const askLand = (id: string, due = '2026-12-04') => app.call(people.officer, contract.askOpinion, { id, agency: 'Z99.11', content, due, papers: [1] })
const answers = { groundLevel: '+0,20 m', buildingLine: 'lùi 3 m', permittedFootprint: '80', permittedFloorArea: '150', permittedFloors: '2', permittedHeight: '8,4 m' }
const goes = 'Lê Thanh Uyên và công chức địa chính'
const seen = (id: string, who: Actor = people.officer) => app.call(who, contract.getDossier, { id })
const questions = async (who: Actor) => (await app.call(who, contract.listQuestions, {})).questions
const noticesOf = async (who: Actor, id: string) => (await app.call(who, contract.myNotices, {})).notices.filter(({ dossier }) => dossier === id)

describe('a house by a canal', () => {
  let id: string
  let question: string

  it('is asked for from a phone, with drawings, and comes into an officer’s hand', async () => {
    app.clock.moveTo(local('2026-11-25T09:00'))
    id = await inHand()
    const view = await seen(id)
    expect(view).toMatchObject({ office: { code: 'Z99.001' }, mayConsult: true, mayCheckPlace: true, fieldCheckRequired: true, consultations: [], fieldChecks: [] })
    expect(view.dueAt?.slice(0, 10)).toBe('2026-12-10')
    for (const { number } of view.papers) await app.call(people.officer, contract.checkPaper, { id, number, verdict: 'good' })
    expect(await refused(app.call(people.officer, contract.propose, { id, answers }))).toBe('field_check_missing')
  })

  it('another agency is asked, with content, papers and a deadline; not just any agency, not until just any day, and only by whoever has it in hand', async () => {
    const ask = { id, content, due: '2026-12-04', papers: [1] }
    for (const agency of ['Z99.001', 'Z99.002', 'Z99.901', 'Z00']) expect([agency, await refused(app.call(people.officer, contract.askOpinion, { ...ask, agency }))]).toEqual([agency, 'agency_not_asked'])
    for (const [due, reason] of [['2026-11-25', 'not_after_today'], ['2026-12-08', 'too_late']] as const) {
      expect(await refused(app.call(people.officer, contract.askOpinion, { ...ask, agency: 'Z99.11', due }))).toEqual(['invalid_input', { due: reason }])
    }
    expect(await refused(app.call(people.officer, contract.askOpinion, { ...ask, agency: 'Z99.11', papers: [1, 9] }))).toEqual(['invalid_input', { papers: 'not_an_option' }])
    expect(await refused(app.call(people.neighbour, contract.askOpinion, { ...ask, agency: 'Z99.11' }))).toBe('dossier_not_found')
    expect(await askLand(id)).toMatchObject({ state: 'processing', number: 1 })
    expect(await refused(askLand(id))).toBe('agency_already_asked')
    await app.call(people.officer, contract.askOpinion, { ...ask, agency: 'Z99.12', due: '2026-12-01', papers: [] })
    const view = await seen(id)
    // the dossier's own clock runs on
    expect(view.dueAt?.slice(0, 10)).toBe('2026-12-10')
    expect(view.consultations.map(({ number, agency, stands, dueAt }) => [number, agency.code, stands, dueAt.slice(0, 16)])).toEqual([[1, 'Z99.11', 'open', '2026-12-04T10:00'], [2, 'Z99.12', 'open', '2026-12-01T10:00']])
    await app.drain()
    expect((await noticesOf(people.binh, id)).filter(({ template }) => template === 'dossiers.opinion_asked').map(({ facts }) => (facts['asked'] as { vi: string }).vi)).toEqual(['Sở Xây dựng tỉnh Mẫu', 'Sở Nông nghiệp và Môi trường tỉnh Mẫu'])
  })

  it('the agency reads what it needs and that alone; the citizen sees who is asked, not what is written', async () => {
    expect((await app.call(people.land, contract.listQueues, {})).questions).toBe(1)
    expect((await app.call(people.clerk, contract.listQueues, {})).questions).toBeNull()
    const [asked] = await questions(people.land)
    question = asked?.id ?? ''
    expect(asked).toMatchObject({ from: { code: 'Z99.001' }, content })
    const read = await app.call(people.land, contract.getQuestion, { consultation: question })
    expect(read.answers.map(({ code }) => code)).toEqual(['site', 'plotNumber', 'mapSheet', 'plotArea', 'landUse', 'nearWater', 'floors', 'footprint', 'floorArea', 'height', 'basement'])
    expect(read.papers).toMatchObject([{ number: 1, file: { type: 'application/pdf' } }])
    const text = JSON.stringify(read)
    for (const personal of ['Trần Văn Bình', '0999000202', '999085000202']) expect(text).not.toContain(personal)
    expect(await app.call(people.land, contract.getQuestionPaper, { consultation: question, number: 1 })).toMatchObject({ type: 'application/pdf', name: 'ban-ve.pdf' })
    // the dossier itself stays closed to it
    for (const who of [people.land, people.landLeader]) expect(await refused(seen(id, who))).toBe('dossier_not_found')
    expect(await refused(app.call(people.land, contract.getPaperFile, { id, number: 1 }))).toBe('dossier_not_found')
    // its leader reads it too, and does not answer
    expect(await app.call(people.landLeader, contract.getQuestion, { consultation: question })).toMatchObject({ mayAnswer: false })
    // whoever is not asked finds nothing, a neighbour in another department no more than the office's own people
    for (const who of [people.construction, people.neighbour, people.officer, people.leader]) {
      expect(await refused(app.call(who, contract.getQuestion, { consultation: question }))).toBe('consultation_not_found')
      expect(await refused(app.call(who, contract.getQuestionPaper, { consultation: question, number: 1 }))).toBe('consultation_not_found')
    }
    expect((await seen(id, people.binh)).consultations[0]).toMatchObject({ agency: { code: 'Z99.11' }, content: null, reasons: null, askedBy: null })
    const acts = (await seen(id, people.binh)).acts.filter(({ action }) => action === 'consult')
    expect(acts.map(({ note }) => note)).toEqual([{}, {}])
    // and who read it is on record for the citizen
    const { rows } = await app.call(people.binh, whoReadMine, {})
    expect(rows.filter(({ purpose }) => purpose === 'consult').map(({ reader }) => reader.name)).toEqual(expect.arrayContaining(['Hà Minh Thư', 'Cao Văn Phú']))
  })

  it('no result is proposed while it has time, and it answers once, with a paper', async () => {
    expect(await refused(app.call(people.construction, contract.answerQuestion, { consultation: question, opinion: 'agree', reasons: 'Chúng tôi không có ý kiến' }))).toBe('consultation_not_found')
    expect(await refused(app.call(people.landLeader, contract.answerQuestion, { consultation: question, opinion: 'agree', reasons: 'Chúng tôi không có ý kiến' }))).toBe('forbidden')
    await app.call(people.land, contract.addOpinionPaper, { consultation: question }, { upload: { ...(await uploaded(app)), name: 'trich-luc.png' } })
    expect((await seen(id)).consultations[0]?.files).toEqual([])
    expect(await refused(app.call(people.officer, contract.getRecordFile, { id, record: 'opinion', recordNumber: 1, number: 1 }))).toBe('file_not_found')
    app.clock.moveTo(local('2026-11-27T10:00'))
    const opinion = { consultation: question, opinion: 'agree' as const, reasons: 'Thửa đất ngoài hành lang bảo vệ kênh; ranh đúng hồ sơ địa chính.' }
    // two windows, one answer
    const both = await Promise.all([refused(app.call(people.land, contract.answerQuestion, opinion)), refused(app.call(people.land, contract.answerQuestion, { ...opinion, opinion: 'disagree' }))])
    expect(both.toSorted()).toEqual(['consultation_over', 'done'])
    expect(await refused(app.call(people.land, contract.answerQuestion, opinion))).toBe('consultation_over')
    expect(await refused(app.call(people.land, contract.addOpinionPaper, { consultation: question }, { upload: await drawing() }))).toBe('consultation_over')
    // what was answered is no longer open to it
    expect(await refused(app.call(people.land, contract.getQuestion, { consultation: question }))).toBe('consultation_over')
    expect(await refused(app.call(people.land, contract.getQuestionPaper, { consultation: question, number: 1 }))).toBe('consultation_over')
    expect(await questions(people.land)).toEqual([])
    const [given] = (await seen(id)).consultations
    expect(given).toMatchObject({ stands: 'answered', reasons: opinion.reasons, answeredBy: { name: 'Hà Minh Thư' }, files: [{ number: 1, name: 'trich-luc.png' }] })
    expect(await app.call(people.officer, contract.getRecordFile, { id, record: 'opinion', recordNumber: 1, number: 1 })).toMatchObject({ type: 'image/png' })
    for (const who of [people.binh, people.land]) expect(await refused(app.call(who, contract.getRecordFile, { id, record: 'opinion', recordNumber: 1, number: 1 }))).not.toBe('done')
  })

  it('an appointment is made and moved, the applicant knows of it, and its record cannot be written before', async () => {
    expect(await refused(app.call(people.officer, contract.setFieldCheck, { id, date: '2026-11-26', time: '09:00', goes }))).toEqual(['invalid_input', { date: 'in_past' }])
    expect(await refused(app.call(people.officer, contract.setFieldCheck, { id, date: '2026-11-27', time: '09:00', goes }))).toEqual(['invalid_input', { time: 'already_over' }])
    expect(await refused(app.call(people.neighbour, contract.setFieldCheck, { id, date: '2026-11-30', time: '09:00', goes }))).toBe('dossier_not_found')
    await app.call(people.officer, contract.setFieldCheck, { id, date: '2026-11-30', time: '08:30', goes, preparation: 'Cắm mốc ranh thửa đất' })
    expect(await refused(app.call(people.officer, contract.setFieldCheck, { id, date: '2026-12-01', time: '09:00', goes }))).toBe('field_check_open')
    expect((await seen(id, people.binh)).fieldChecks).toMatchObject([{ startsAt: '2026-11-30T01:30:00.000Z', goes, preparation: 'Cắm mốc ranh thửa đất', moves: 0, mayMove: false }])
    await app.call(people.officer, contract.moveFieldCheck, { id, check: 1, date: '2026-12-01', time: '14:00', goes, reason: 'Đường vào thửa đất đang ngập' })
    const [moved] = (await seen(id, people.binh)).fieldChecks
    expect(moved).toMatchObject({ startsAt: '2026-12-01T07:00:00.000Z', moves: 1, movedBecause: 'Đường vào thửa đất đang ngập', record: null })
    await app.drain()
    const told = await noticesOf(people.binh, id)
    expect(told.find(({ template }) => template === 'dossiers.field_check_moved')?.facts).toMatchObject({ startsAt: '2026-12-01T07:00:00.000Z', goes, reason: 'Đường vào thửa đất đang ngập' })
    const record = { id, check: 1, present: 'Chủ đầu tư, cán bộ địa chính', findings: 'Mốc ranh khớp bản đồ, chưa khởi công', conforms: 'yes' as const }
    expect(await refused(app.call(people.officer, contract.recordFieldCheck, record))).toBe('field_check_ahead')
    expect(await refused(app.call(people.officer, contract.propose, { id, answers }))).toBe('field_check_open')
    app.clock.moveTo(local('2026-12-01T15:00'))
    await app.call(people.officer, contract.addCheckFile, { id, check: 1 }, { upload: { ...(await uploaded(app)), name: 'hien-truong.png' } })
    const twice = await Promise.all([refused(app.call(people.officer, contract.recordFieldCheck, record)), refused(app.call(people.officer, contract.recordFieldCheck, record))])
    expect(twice.toSorted()).toEqual(['done', 'field_check_recorded'])
    expect(await refused(app.call(people.officer, contract.moveFieldCheck, { id, check: 1, date: '2026-12-02', time: '09:00', goes, reason: 'Muốn xem lại' }))).toBe('field_check_recorded')
    expect((await seen(id)).fieldChecks[0]).toMatchObject({ record: { conforms: true }, files: [{ name: 'hien-truong.png' }] })
    // photographs are the office's; what was found is the citizen's to know
    expect((await seen(id, people.binh)).fieldChecks[0]).toMatchObject({ record: { conforms: true, findings: record.findings }, files: [] })
  })

  it('the department of construction says nothing: the officer waits until its time is over, and goes on', async () => {
    expect(await refused(app.call(people.officer, contract.propose, { id, answers }))).toBe('consultation_open')
    const [asked] = await questions(people.construction)
    app.clock.moveTo(local('2026-12-01T17:01'))
    // by reading the time: nothing has written it down yet
    expect((await seen(id)).consultations[1]).toMatchObject({ stands: 'overdue', mayWithdraw: false })
    expect(await questions(people.construction)).toEqual([])
    expect(await refused(app.call(people.construction, contract.answerQuestion, { consultation: asked?.id ?? '', opinion: 'disagree', reasons: 'Chúng tôi trả lời muộn' }))).toBe('consultation_over')
    await noteSilences(app.application.tools)
    await noteSilences(app.application.tools)
    expect((await seen(id)).consultations[1]).toMatchObject({ stands: 'silent', opinion: null })
    expect((await seen(id)).acts.filter(({ action }) => action === 'silence')).toMatchObject([{ actor: { kind: 'system' } }])
  })

  it('one complete request for papers, the fee, the signature, and the permit over the counter', async () => {
    app.clock.moveTo(local('2026-12-02T09:00'))
    await app.call(people.officer, contract.askSupplement, { id, items: [{ paper: 'drawings', what: 'Bổ sung bản vẽ móng' }], reason: 'Bản vẽ thiếu mặt cắt móng' })
    expect(await refused(app.call(people.officer, contract.setFieldCheck, { id, date: '2026-12-03', time: '09:00', goes }))).toBe('action_not_allowed')
    await app.call(people.binh, contract.addPaper, { id, paper: 'drawings' }, { upload: await drawing('ban-ve-mong.pdf') })
    app.clock.moveTo(local('2026-12-03T09:00'))
    await app.call(people.binh, contract.supply, { id })
    const view = await seen(id)
    expect(view.dueAt?.slice(0, 10)).toBe('2026-12-18')
    for (const { number, verdict } of view.papers) if (verdict === null) await app.call(people.officer, contract.checkPaper, { id, number, verdict: 'good' })
    await app.call(people.officer, contract.propose, { id, answers })
    await app.call(people.leader, contract.approve, { id })
    await app.drain()
    const signed = await seen(id, people.binh)
    expect(signed).toMatchObject({ state: 'approved', fee: { state: 'due', total: 75_000 } })
    expect(await refused(app.call(people.clerk, contract.handOver, { id, recipient: 'Trần Văn Bình', relation: 'self' }))).toBe('fee_due')
    await app.call(people.clerk, payments.collect, { subject: id, method: 'cash' })
    await app.call(people.clerk, contract.handOver, { id, recipient: 'Trần Văn Bình', relation: 'self' })
    const result = (await seen(id, people.binh)).documents.find(({ kind }) => kind === 'result')
    expect(await app.call(people.binh, contract.getDocument, { id, document: result?.id ?? '' })).toMatchObject({ type: 'application/pdf' })
    expect((await seen(id)).acts.map(({ action }) => action)).toEqual([
      'submit', 'accept', 'take', 'consult', 'consult', 'answerQuestion', 'setFieldCheck', 'moveFieldCheck', 'recordFieldCheck', 'silence', 'askSupplement', 'supply', 'propose', 'approve', 'handOver',
    ])
  })
})

describe('what was asked', () => {
  it('may be taken back, by whoever has the dossier in hand, and then nobody answers', async () => {
    app.clock.moveTo(local('2026-12-07T09:00'))
    const id = await inHand(people.an)
    await askLand(id, '2026-12-15')
    const [asked] = await questions(people.land)
    expect(await refused(app.call(people.leader, contract.withdrawQuestion, { id, number: 1, reason: 'Hỏi nhầm cơ quan' }))).toBe('forbidden')
    await app.call(people.officer, contract.withdrawQuestion, { id, number: 1, reason: 'Hỏi nhầm cơ quan' })
    expect(await refused(app.call(people.officer, contract.withdrawQuestion, { id, number: 1, reason: 'Hỏi nhầm cơ quan' }))).toBe('consultation_over')
    expect(await refused(app.call(people.officer, contract.withdrawQuestion, { id, number: 7, reason: 'Hỏi nhầm cơ quan' }))).toBe('consultation_not_found')
    expect(await refused(app.call(people.land, contract.answerQuestion, { consultation: asked?.id ?? '', opinion: 'agree', reasons: 'Chúng tôi không có ý kiến' }))).toBe('consultation_over')
    // it may be asked again
    expect(await askLand(id, '2026-12-15')).toMatchObject({ number: 2 })
  })

  it('ends with the dossier that its citizen takes back', async () => {
    const id = await inHand(people.an)
    await askLand(id, '2026-12-15')
    const asked = (await questions(people.land)).at(-1)
    await app.call(people.an, contract.withdraw, { id, reason: 'Tôi chưa xây năm nay' })
    expect((await questions(people.land)).map((each) => each.id)).not.toContain(asked?.id)
    expect(await refused(app.call(people.land, contract.getQuestion, { consultation: asked?.id ?? '' }))).toBe('consultation_over')
    expect((await seen(id)).consultations[0]).toMatchObject({ stands: 'withdrawn' })
  })

  it('is not asked of procedures that ask nobody, and theirs have no check', async () => {
    const draft = await app.call(people.binh, contract.startDraft, { procedure: '2.000635' })
    await app.call(people.binh, contract.choosePrincipal, { draft: draft.id, principal: { party: 'self' } })
    await app.call(people.binh, contract.chooseCase, { draft: draft.id, procedureCase: 'birth' })
    for (const [page, value] of Object.entries({ registeredAt: '99001', registeredYear: '', receive: 'electronic', phone: '0999000202', email: '' })) await app.call(people.binh, contract.saveAnswers, { draft: draft.id, page, answers: { [page]: value } })
    const { id } = await app.call(people.binh, contract.submitDossier, { draft: draft.id, oath: true })
    await app.call(people.clerk, contract.accept, { id })
    await app.call(people.officer, contract.take, { id })
    expect(await seen(id)).toMatchObject({ mayConsult: false, mayCheckPlace: false, fieldCheckRequired: false })
    expect(await refused(askLand(id, '2026-12-15'))).toBe('agency_not_asked')
    expect(await refused(app.call(people.officer, contract.setFieldCheck, { id, date: '2026-12-10', time: '09:00', goes }))).toBe('no_field_check')
  })

  it('and what was written is never changed', async () => {
    for (const table of ['consultation', 'consultation_end', 'field_check_step', 'record_file']) {
      await expect(sql`delete from ${sql.raw(`dossiers.${table}`)}`.execute(app.db), table).rejects.toThrow('only ever added')
    }
    await expect(sql`update dossiers.consultation_end set opinion = 'disagree' where kind = 'answered'`.execute(app.db)).rejects.toThrow('only ever added')
  })
})

describe('a check that finds something wrong', () => {
  it('keeps the permit back until another one finds the place in order', async () => {
    app.clock.moveTo(local('2026-12-08T08:00'))
    const id = await inHand(people.an)
    for (const { number } of (await seen(id)).papers) await app.call(people.officer, contract.checkPaper, { id, number, verdict: 'good' })
    const record = { id, present: 'Chủ đầu tư', findings: 'Đã đào móng vượt ranh thửa 0,4 m', conforms: 'no' as const }
    await app.call(people.officer, contract.setFieldCheck, { id, date: '2026-12-08', time: '09:00', goes })
    app.clock.moveTo(local('2026-12-08T10:00'))
    await app.call(people.officer, contract.recordFieldCheck, { ...record, check: 1 })
    expect(await refused(app.call(people.officer, contract.propose, { id, answers }))).toBe('field_check_not_conforming')
    await app.call(people.officer, contract.setFieldCheck, { id, date: '2026-12-09', time: '09:00', goes })
    app.clock.moveTo(local('2026-12-09T10:00'))
    await app.call(people.officer, contract.recordFieldCheck, { ...record, check: 2, findings: 'Đã lấp phần vượt ranh', conforms: 'yes' })
    // somebody is asked until yesterday evening and nobody wrote down that they were silent: proposing does
    await askLand(id, '2026-12-10')
    expect(await refused(app.call(people.officer, contract.propose, { id, answers }))).toBe('consultation_open')
    app.clock.moveTo(local('2026-12-11T08:00'))
    await app.call(people.officer, contract.propose, { id, answers })
    expect((await seen(id)).acts.map(({ action }) => action).slice(-2)).toEqual(['silence', 'propose'])
  })
})
