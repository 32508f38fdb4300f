import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { realNow } from '#kernel/clock'
import { addDays, localDate } from '#kernel/local-time'
import { kindsIn, personal } from '#kernel/personal'
import { inTransaction, only, sql } from '#platform/db'
import { checkRoutes, route, type Actor, type Route } from '#platform/http'
import { sealReadings, verifyReadings } from '#platform/readings'
import * as payments from '#contract/payments'
import * as dossiers from '#contract/dossiers'
import { downloadPaper, uploadPaper } from '#contract/files'
import * as identity from '#contract/identity'
import { divorcedAnswers, filledDraft, submitted, uploaded, withPaper } from '../factories/drafts.ts'
import { citizen, officer } from '../factories/people.ts'
import { permitDraft } from '../factories/permits.ts'
import { withApp, type TestApp } from '../with-app.ts'

let app: TestApp
type Person = Actor & { id: string; agency: string }
const people = {} as Record<'an' | 'binh' | 'clerk' | 'second' | 'officer' | 'chair' | 'root' | 'land', Person>
const made = { dossier: '', code: '', document: '', divorced: '', question: '', charged: '', shelved: '', silent: '', certified: '', permit: '', asked: '' }

beforeAll(async () => {
  app = await withApp({ at: realNow().toISOString() })
  people.an = (await citizen(app, 'an')) as Person
  people.binh = (await citizen(app, 'binh')) as Person
  people.clerk = await officer(app, 'clerk.001')
  people.second = await officer(app, 'clerk.002', 'clerk')
  people.officer = await officer(app, 'officer.001')
  people.chair = await officer(app, 'leader.001')
  people.root = await officer(app, 'administrator')
  people.land = await officer(app, 'officer.11')
  const { id, code } = await submitted(app, people.an)
  Object.assign(made, { dossier: id, code })
  await app.call(people.clerk, dossiers.accept, { id })
  await app.call(people.officer, dossiers.take, { id })
  const view = await app.call(people.an, dossiers.getDossier, { id })
  made.document = view.documents[0]?.id ?? ''
  const draft = await filledDraft(app, people.binh, 'divorced', divorcedAnswers)
  await withPaper(app, people.binh, draft.id, 'divorceDecision')
  made.divorced = (await app.call(people.binh, dossiers.submitDossier, { draft: draft.id, oath: true })).id
})

type Row = { route: string; purpose: string; what: string[]; dossier: string | null; code: string | null; citizen: string | null; hasNumber: boolean; name: string; capacity: string | null; agency: string | null }
const rowsOf = async (name?: string): Promise<Row[]> => (await sql<Row>`
  select route, purpose, what, dossier, code, citizen, number_index is not null as "hasNumber", reader_name as name, capacity, agency from platform.reading where ${name ?? null}::text is null or route = ${name ?? null} order by id`.execute(app.db)).rows

/** A dossier of the counter for which a fee is owed, and the receipt of one that was paid. */
async function charged(): Promise<string> {
  const nothing = { gender: null, nationality: null, ethnicity: null, phone: null, email: null, address: null, area: null }
  made.charged = (await app.call(people.clerk, dossiers.intake, {
    procedure: '2.000635', procedureCase: 'birth', applicant: { ...nothing, name: 'Nguyễn Thị An', born: '1999-03-14', number: '999199000201' }, papers: [],
    answers: { registeredAt: '99001', registeredYear: '', copies: 1, receive: 'counter', collectAt: '99001', phone: '0999000201', email: '' },
  })).id
  return made.charged
}
/** A result that lies on a shelf, and a list with one file. */
async function shelved(): Promise<string> {
  const { id } = await submitted(app, people.an, { receive: 'counter', collectAt: '99001' })
  made.shelved = id
  await app.call(people.clerk, dossiers.accept, { id })
  await app.call(people.officer, dossiers.take, { id })
  await app.call(people.officer, dossiers.propose, { id })
  await app.call(people.chair, dossiers.approve, { id })
  await app.call(people.clerk, dossiers.shelve, { id, place: 'A1' })
  return id
}
/** A result that somebody without an account has not collected for long. */
async function silent(): Promise<void> {
  const nothing = { gender: null, nationality: null, ethnicity: null, phone: null, email: null, address: null, area: null }
  const { id } = await app.call(people.clerk, dossiers.intake, {
    procedure: '2.000635', procedureCase: 'birth', applicant: { ...nothing, name: 'Lý Văn Vắng', born: '1956-03-14', number: '999056000201' }, papers: [],
    answers: { registeredAt: '99001', registeredYear: '', copies: 1, receive: 'counter', collectAt: '99001', phone: '0999000201', email: '' },
  })
  const register = { registerNumber: '1', registerVolume: '1', registeredOn: '1980-01-05', entryName: 'Lý Văn Vắng', entryBorn: '1956-03-14', entryGender: 'male', entryEthnicity: 'Kinh', entryNationality: 'Việt Nam', entryBirthplace: 'Mẫu' }
  await app.call(people.officer, dossiers.propose, { id, answers: register })
  await app.call(people.chair, dossiers.approve, { id })
  await sql`update dossiers.dossier set ready_at = ready_at - interval '10 days' where id = ${id}`.execute(app.db)
  made.silent = id
}
const together = async (): Promise<string> => (await app.call(people.clerk, dossiers.handOverMany, { dossiers: [await shelved()], recipient: people.an.name, relation: 'self' })).id
const listed = async (): Promise<string> =>
  (await app.call(people.clerk, dossiers.makePaperList, { kind: 'to_office', to: 'Z99.001', person: people.officer.id, lines: [{ dossier: await charged(), papers: 1 }] })).id

/** A copy that was certified for the same person. */
async function certified(): Promise<void> {
  const nothing = { born: null, gender: null, nationality: null, ethnicity: null, phone: null, email: null, address: null, area: null }
  made.certified = (await app.call(people.clerk, dossiers.intake, {
    procedure: '2.000815', procedureCase: 'copy', applicant: { ...nothing, name: 'Nguyễn Thị An', number: '999199000201' }, papers: [{ code: 'original', form: 'original', copies: 1, file: null }],
    answers: { paper: 'diploma', paperMark: null, pages: 1, copies: 1 },
  })).id
  await app.call(people.chair, dossiers.approve, { id: made.certified })
}
const collected = async (): Promise<string> => (await app.call(people.clerk, payments.collect, { subject: await charged(), method: 'cash' })).receipts[0]?.id ?? ''
/** A clerk's day that was closed, with one receipt. */
async function closed(): Promise<string> {
  await collected()
  const { cash } = await app.call(people.clerk, payments.getTill, {})
  return (await app.call(people.clerk, payments.closeTill, { counted: cash, papers: 0, outside: 'Kho bạc Nhà nước' })).id
}

/** A building permit in hand, about which the department of land is asked, and a photograph of the site. */
async function permit(): Promise<void> {
  if (made.permit !== '') return
  const draft = await permitDraft(app, people.an)
  await app.call(people.an, dossiers.attachPaper, { draft: draft.id, paper: 'drawings' }, { upload: { ...(await uploaded(app)), type: 'application/pdf' } })
  const { id } = await app.call(people.an, dossiers.submitDossier, { draft: draft.id, oath: true })
  await app.call(people.clerk, dossiers.accept, { id })
  await app.call(people.officer, dossiers.take, { id })
  const today = localDate(realNow())
  await app.call(people.officer, dossiers.askOpinion, { id, agency: 'Z99.11', content: 'Đề nghị cho ý kiến về ranh thửa đất', due: addDays(today, 5), papers: [1] })
  await app.call(people.officer, dossiers.setFieldCheck, { id, date: addDays(today, 2), time: '09:00', goes: 'Công chức địa chính' })
  await app.call(people.officer, dossiers.addCheckFile, { id, check: 1 }, { upload: await uploaded(app) })
  made.permit = id
  made.asked = only((await sql<{ id: string }>`select id from dossiers.consultation where dossier = ${id}`.execute(app.db)).rows).id
}

/** Every route whose answer holds personal data of somebody else: how it is asked, and whose dossier it shows. */
const asked: Record<string, { by: () => Person; ask: () => Promise<unknown>; purpose: string; what: string[]; dossier?: () => string }> = {
  'dossiers.get': { by: () => people.clerk, ask: () => app.call(people.clerk, dossiers.getDossier, { id: made.dossier }), purpose: 'handle', what: ['answers', 'identity', 'number', 'papers'], dossier: () => made.dossier },
  'dossiers.worklist': { by: () => people.officer, ask: () => app.call(people.officer, dossiers.worklist, { queue: 'mine' }), purpose: 'queue', what: ['name'], dossier: () => made.dossier },
  'dossiers.calls': { by: () => people.clerk, ask: async () => (await silent(), app.call(people.clerk, dossiers.listCalls, {})), purpose: 'queue', what: ['identity', 'name'], dossier: () => made.silent },
  'dossiers.find': { by: () => people.clerk, ask: () => app.call(people.clerk, dossiers.find, { q: made.code }), purpose: 'search', what: ['name'], dossier: () => made.dossier },
  'dossiers.applicantAgain': { by: () => people.clerk, ask: () => app.call(people.clerk, dossiers.applicantAgain, { id: made.dossier }), purpose: 'number', what: ['identity', 'name', 'number'], dossier: () => made.dossier },
  'dossiers.recallApplicant': { by: () => people.clerk, ask: () => app.call(people.clerk, dossiers.recallApplicant, { number: '999199000201' }), purpose: 'search', what: ['identity'], dossier: () => made.dossier },
  'dossiers.showNumber': { by: () => people.clerk, ask: () => app.call(people.clerk, dossiers.showNumber, { id: made.dossier }), purpose: 'number', what: ['number'], dossier: () => made.dossier },
  'dossiers.declaration': { by: () => people.clerk, ask: () => app.call(people.clerk, dossiers.declaration, { id: made.dossier }), purpose: 'paper', what: ['answers'], dossier: () => made.dossier },
  'dossiers.document': { by: () => people.clerk, ask: () => app.call(people.clerk, dossiers.getDocument, { id: made.dossier, document: made.document }), purpose: 'paper', what: ['result'], dossier: () => made.dossier },
  'dossiers.previewResult': { by: () => people.officer, ask: () => app.call(people.officer, dossiers.previewResult, { id: made.dossier }), purpose: 'paper', what: ['result'], dossier: () => made.dossier },
  'dossiers.paperFile': { by: () => people.second, ask: () => app.call(people.second, dossiers.getPaperFile, { id: made.divorced, number: 1 }), purpose: 'paper', what: ['papers'], dossier: () => made.divorced },
  'dossiers.questions': { by: () => people.land, ask: async () => (await permit(), app.call(people.land, dossiers.listQuestions, {})), purpose: 'consult', what: ['answers'], dossier: () => made.permit },
  'dossiers.question': { by: () => people.land, ask: async () => (await permit(), app.call(people.land, dossiers.getQuestion, { consultation: made.asked })), purpose: 'consult', what: ['answers', 'papers'], dossier: () => made.permit },
  'dossiers.questionPaper': { by: () => people.land, ask: async () => (await permit(), app.call(people.land, dossiers.getQuestionPaper, { consultation: made.asked, number: 1 })), purpose: 'consult', what: ['papers'], dossier: () => made.permit },
  'dossiers.recordFile': { by: () => people.chair, ask: async () => (await permit(), app.call(people.chair, dossiers.getRecordFile, { id: made.permit, record: 'check', recordNumber: 1, number: 1 })), purpose: 'paper', what: ['papers'], dossier: () => made.permit },
  'dossiers.samePerson': { by: () => people.clerk, ask: async () => app.call(people.clerk, dossiers.samePerson, { id: await charged() }), purpose: 'search', what: ['name'], dossier: () => made.charged },
  'dossiers.combinedReceipt': { by: () => people.clerk, ask: async () => app.call(people.clerk, dossiers.combinedReceipt, { id: await charged() }), purpose: 'paper', what: ['name'], dossier: () => made.charged },
  'dossiers.handOverSheet': { by: () => people.clerk, ask: async () => app.call(people.clerk, dossiers.handOverSheet, { handOver: await together() }), purpose: 'paper', what: ['name'], dossier: () => made.shelved },
  'dossiers.shelfLabel': { by: () => people.clerk, ask: async () => app.call(people.clerk, dossiers.shelfLabel, { id: await shelved() }), purpose: 'paper', what: ['name'], dossier: () => made.shelved },
  'dossiers.papersWaiting': { by: () => people.clerk, ask: async () => (await charged(), app.call(people.clerk, dossiers.papersWaiting, { kind: 'to_office' })), purpose: 'queue', what: ['name'], dossier: () => made.charged },
  'dossiers.paperList': { by: () => people.clerk, ask: async () => app.call(people.clerk, dossiers.getPaperList, { list: await listed() }), purpose: 'queue', what: ['name'], dossier: () => made.charged },
  'dossiers.paperListDocument': { by: () => people.clerk, ask: async () => app.call(people.clerk, dossiers.paperListDocument, { list: await listed() }), purpose: 'paper', what: ['name'], dossier: () => made.charged },
  'files.download': {
    by: () => people.clerk, purpose: 'paper', what: ['papers'],
    ask: async () => app.call(people.clerk, downloadPaper, { id: (await app.call(people.clerk, uploadPaper, {}, { upload: await uploaded(app) })).id }),
  },
  'dossiers.certifiedCopies': { by: () => people.chair, ask: async () => (await certified(), app.call(people.chair, dossiers.certifiedCopies, {})), purpose: 'queue', what: ['name'], dossier: () => made.certified },
  'payments.charge': { by: () => people.clerk, ask: async () => app.call(people.clerk, payments.getCharge, { subject: await charged() }), purpose: 'handle', what: ['name'], dossier: () => made.charged },
  'payments.due': { by: () => people.clerk, ask: async () => (await charged(), app.call(people.clerk, payments.listDue, {})), purpose: 'queue', what: ['name'], dossier: () => made.charged },
  'payments.collect': { by: () => people.clerk, ask: async () => collected(), purpose: 'handle', what: ['name'], dossier: () => made.charged },
  'payments.waive': { by: () => people.clerk, ask: async () => app.call(people.clerk, payments.waive, { subject: await charged(), reason: 'Hộ nghèo năm 2026' }), purpose: 'handle', what: ['name'], dossier: () => made.charged },
  'payments.void': { by: () => people.clerk, ask: async () => app.call(people.clerk, payments.voidReceipt, { receipt: await collected(), reason: 'In sai tên' }), purpose: 'handle', what: ['name'], dossier: () => made.charged },
  'payments.receipt': { by: () => people.clerk, ask: async () => app.call(people.clerk, payments.getReceipt, { receipt: await collected() }), purpose: 'paper', what: ['name'], dossier: () => made.charged },
  'payments.closingSheet': { by: () => people.clerk, ask: async () => app.call(people.clerk, payments.closingSheet, { closing: await closed() }), purpose: 'paper', what: ['name'], dossier: () => made.charged },
  'payments.till': { by: () => people.clerk, ask: async () => (await collected(), app.call(people.clerk, payments.getTill, {})), purpose: 'queue', what: ['name'], dossier: () => made.charged },
  'identity.readings': { by: () => people.root, ask: () => app.call(people.root, identity.listReadings, { code: made.code }), purpose: 'audit', what: ['readings'] },
  'identity.dataRequests': { by: () => people.root, ask: () => app.call(people.root, identity.listDataRequests, {}), purpose: 'audit', what: ['answers', 'name'] },
}

describe('the log of readings is complete', () => {
  it('every route that returns personal data says why, and every one of them that shows another’s is tried here', () => {
    const personalRoutes = app.application.routes.filter(({ kinds, kind }) => kinds.length > 0 || kind === 'download')
    expect(personalRoutes.filter(({ reads }) => reads === null)).toEqual([])
    expect(personalRoutes.filter(({ reads }) => reads !== 'own').map(({ contract }) => contract.name).toSorted()).toEqual(Object.keys(asked).toSorted())
    // whoever shows only one's own is for citizens, or makes what nobody else has seen
    for (const { contract, who } of personalRoutes.filter(({ reads }) => reads === 'own')) expect(who, contract.name).toEqual(['citizen'])
  })

  it('a person asks about a reading first, so that there is a question to read', async () => {
    await app.call(people.clerk, dossiers.getDossier, { id: made.dossier })
    const [row] = (await app.call(people.an, identity.whoReadMine, {})).rows
    made.question = (await app.call(people.an, identity.askAboutReading, { reading: row?.id ?? '', text: 'Vì sao xem hồ sơ của tôi?' })).id
  })

  it.each(Object.keys(asked))('%s', async (name) => {
    const { by, ask, purpose, what, dossier } = asked[name]!
    const before = (await rowsOf(name)).length
    await ask()
    const rows = (await rowsOf(name)).slice(before)
    expect(rows.length).toBeGreaterThan(0)
    const reader = by()
    expect(rows.every((row) => row.name === reader.name && row.capacity === reader.capacityId && row.agency === reader.agency && row.purpose === purpose)).toBe(true)
    expect(rows[0]?.what.toSorted()).toEqual(what)
    // somebody without an account is known by the number alone
    const whose: Record<string, string | null> = { [made.divorced]: people.binh.id, [made.silent]: null }
    if (dossier) expect(rows.find((row) => row.dossier === dossier())).toMatchObject({ citizen: dossier() in whose ? whose[dossier()] : people.an.id, hasNumber: true })
  })

  it('one’s own is no reading, and a line of a list is noted once a day', async () => {
    await app.call(people.officer, dossiers.worklist, { queue: 'mine' })
    const before = (await rowsOf()).length
    await app.call(people.an, dossiers.getDossier, { id: made.dossier })
    await app.call(people.an, dossiers.myDossiers, {})
    for (let times = 0; times < 3; times++) await app.call(people.officer, dossiers.worklist, { queue: 'mine' })
    expect((await rowsOf()).length).toBe(before)
  })

  it('a refused look notes nothing, and a look that cannot be noted shows nothing', async () => {
    const before = (await rowsOf()).length
    await expect(app.call(people.second, dossiers.getDossier, { id: made.dossier })).rejects.toMatchObject({ code: 'dossier_not_found' })
    expect((await rowsOf()).length).toBe(before)
    await sql`alter table platform.reading rename to away`.execute(app.db)
    await expect(app.call(people.clerk, dossiers.getDossier, { id: made.dossier })).rejects.toThrow()
    await sql`alter table platform.away rename to reading`.execute(app.db)
  })

  it('no citizen number is in it', async () => {
    const { rows } = await sql<{ text: string }>`select r::text as text from platform.reading r`.execute(app.db)
    expect(rows.filter(({ text }) => /(?<![0-9a-f-])\d{12}(?![0-9a-f-])/.test(text))).toEqual([])
  })
})

describe('who read my data', () => {
  it('is told to the person with agency, title, purpose and dossier; a neighbour sees nothing of it', async () => {
    const { rows, requests } = await app.call(people.an, identity.whoReadMine, {})
    expect(rows[0]?.at && rows.every(({ at }, i) => i === 0 || at <= (rows[i - 1]?.at ?? ''))).toBe(true)
    expect(rows.find(({ purpose }) => purpose === 'number')).toMatchObject({ code: made.code, dossier: made.dossier, what: ['number'], reader: { kind: 'officer', name: people.clerk.name, title: { vi: 'Công chức tiếp nhận và trả kết quả' }, agency: { vi: 'Trung tâm Phục vụ hành chính công phường Mẫu Một' } } })
    expect(requests).toMatchObject([{ id: made.question, state: 'asked', late: false }])
    expect((await app.call(people.binh, identity.whoReadMine, {})).rows.some(({ dossier }) => dossier === made.dossier)).toBe(false)
    await expect(app.call(people.binh, identity.askAboutReading, { reading: rows[0]?.id ?? '', text: 'Vì sao?' })).rejects.toMatchObject({ code: 'reading_not_found' })
    await expect(app.call(people.an, identity.askAboutReading, { reading: requests[0]?.reading ?? '', text: 'Hỏi lại lần nữa' })).rejects.toMatchObject({ code: 'already_asked' })
  })

  it('a question is seen within two working days and answered within ten days, by an administrator whose agencies it is about', async () => {
    const { requests: [request] } = await app.call(people.root, identity.listDataRequests, {})
    expect(request).toMatchObject({ id: made.question, citizen: people.an.name, about: { code: made.code } })
    const days = (Date.parse(request?.answerDue ?? '') - Date.parse(request?.askedAt ?? '')) / 86_400_000
    expect(days).toBeGreaterThanOrEqual(9)
    expect(days).toBeLessThanOrEqual(13)
    expect(await app.call(people.root, identity.answerDataRequest, { id: made.question })).toEqual({ state: 'acknowledged' })
    expect(await app.call(people.root, identity.answerDataRequest, { id: made.question, answer: 'Cán bộ xem để tiếp nhận hồ sơ của bà.' })).toEqual({ state: 'answered' })
    await expect(app.call(people.root, identity.answerDataRequest, { id: made.question, answer: 'Thêm lần nữa' })).rejects.toMatchObject({ code: 'request_answered' })
    expect((await app.call(people.an, identity.whoReadMine, {})).requests[0]).toMatchObject({ state: 'answered', answer: 'Cán bộ xem để tiếp nhận hồ sơ của bà.' })
  })
})

describe('the log for who looks after it', () => {
  it('is found by dossier, officer and day, and whoever asked is in it', async () => {
    const { rows } = await app.call(people.root, identity.listReadings, { username: 'clerk.001' })
    expect(new Set(rows.map(({ reader }) => reader.name))).toEqual(new Set([people.clerk.name]))
    expect((await app.call(people.root, identity.listReadings, { code: made.code.toLowerCase() })).rows.every(({ code }) => code === made.code)).toBe(true)
    expect((await app.call(people.root, identity.listReadings, { day: '2020-01-01' })).rows).toEqual([])
    await expect(app.call(people.root, identity.listReadings, { username: 'khong.co' })).rejects.toMatchObject({ code: 'officer_not_found' })
    expect((await rowsOf('identity.readings')).length).toBeGreaterThanOrEqual(4)
  })

  it('stands in the order of reading, over the place where numbers get a digit more', async () => {
    const { rows } = await app.call(people.root, identity.listReadings, {})
    const ids = rows.map(({ id }) => Number(id))
    expect([Math.min(...ids) < 10, Math.max(...ids) >= 10]).toEqual([true, true])
    expect(ids).toEqual(ids.toSorted((a, b) => b - a))
  })

  it('is sealed as a chain: nothing is changed or taken out, and what somebody with the database changes is found', async () => {
    expect(await inTransaction(app.db, sealReadings)).toBeGreaterThan(5)
    await app.call(people.clerk, dossiers.getDossier, { id: made.dossier })
    expect(await inTransaction(app.db, sealReadings)).toBe(1)
    expect(await inTransaction(app.db, sealReadings)).toBe(0)
    expect(await verifyReadings(app.db)).toMatchObject({ seals: 2, open: 0, broken: null })
    await expect(sql`update platform.reading set purpose = 'handle'`.execute(app.db)).rejects.toThrow('only ever added')
    await expect(sql`update platform.reading set seal = 9`.execute(app.db)).rejects.toThrow('only ever added')
    await expect(sql`delete from platform.reading`.execute(app.db)).rejects.toThrow('only ever added')
    await expect(sql`delete from platform.reading_seal`.execute(app.db)).rejects.toThrow('only ever added')
    for (const harm of [sql`update platform.reading set reader_name = 'Không Phải Tôi' where id = (select min(id) from platform.reading)`, sql`delete from platform.reading where id = (select min(id) from platform.reading)`]) {
      await inTransaction(app.db, async (tx) => {
        await sql`alter table platform.reading disable trigger reading_is_kept`.execute(tx)
        await harm.execute(tx)
        expect((await verifyReadings(tx as never)).broken).toMatchObject({ seal: '1' })
        throw new Error('back')
      }).catch((error: Error) => expect(error.message).toBe('back'))
    }
  })
})

describe('a route', () => {
  const contract = (output: z.ZodType) => ({ name: 'x.y', method: 'GET', path: '/x', summary: '', input: z.strictObject({}), output }) as never
  const name = personal(z.string(), 'name')
  it.each<[what: string, output: z.ZodType, kinds: string[]]>([
    ['none', z.object({ a: z.string() }), []], ['deep in lists and options', z.object({ rows: z.array(z.object({ who: name.nullable().optional() })) }), ['name']],
    ['in one of several shapes', z.union([z.object({ a: z.string() }), z.object({ b: name })]), ['name']], ['in a record', z.record(z.string(), name), ['name']], ['in what extends it', z.object({ a: name }).extend({ b: z.number() }), ['name']],
  ])('with personal data %s', (_, output, kinds) => {
    expect([...kindsIn(output)]).toEqual(kinds)
    const table = (options: object): readonly Route[] => [route(contract(output), { who: 'anyone', ...options }, (async () => ({})) as never)]
    if (kinds.length > 0) expect(() => checkRoutes(table({}))).toThrow(/says why they are read/)
    expect(() => checkRoutes(table({ reads: { purpose: 'handle' } }))).not.toThrow()
  })
})
