import { beforeAll, describe, expect, it } from 'vitest'
import { Failure } from '#kernel/failure'
import type { z } from 'zod'
import type { Actor } from '#platform/http'
import { sql } from '#platform/db'
import * as contract from '#contract/dossiers'
import { collect } from '#contract/payments'
import { citizen, officer } from '../factories/people.ts'
import { uploaded } from '../factories/drafts.ts'
import { refusalOf as refused } from '../outcome.ts'
import { withApp, type TestApp } from '../with-app.ts'

const extracts = '2.000635'
let app: TestApp
const people = {} as Record<'giang' | 'binh' | 'cuc' | 'an' | 'lam' | 'khang' | 'smith' | 'clerk' | 'officer' | 'leader', Actor & { id: string }>
beforeAll(async () => {
  app = await withApp({ at: '2026-11-25T02:00:00Z' })
  for (const subject of ['giang', 'binh', 'cuc', 'an', 'lam', 'khang', 'smith'] as const) people[subject] = await citizen(app, subject)
  people.clerk = await officer(app, 'clerk.001')
  people.officer = await officer(app, 'officer.001')
  people.leader = await officer(app, 'leader.001')
})

const begin = (who: Actor) => app.call(who, contract.startDraft, { procedure: extracts })
type Chosen = z.input<typeof contract.ChosenPrincipal>
const choose = (who: Actor, draft: string, principal: Chosen) => app.call(who, contract.choosePrincipal, { draft, principal })

const rest = { registeredAt: '99001', registeredYear: '2016', receive: 'counter', collectAt: '99001', copies: '2', phone: '0999000206', email: '' }

async function answered(who: Actor, draft: string, answers: Record<string, unknown>): Promise<contract.DraftView> {
  let view = await app.call(who, contract.chooseCase, { draft, procedureCase: 'birth' })
  for (const [page, value] of Object.entries(answers)) view = await app.call(who, contract.saveAnswers, { draft, page, answers: { [page]: value } })
  return view
}

describe('a mother applies for her child', () => {
  let sent: contract.Acknowledgement

  it('is asked for whom, and offered the child under age only', async () => {
    const draft = await begin(people.giang)
    expect(draft.problems).toMatchObject({ party: 'required' })
    expect(draft.mayActFor.children.map(({ name }) => name)).toEqual(['Nguyễn Gia Huy'])
    expect(JSON.stringify(draft.mayActFor)).not.toContain('999216000207')
  })

  it('answers nothing that the national identity knows of the child, and sends', async () => {
    const { id, mayActFor } = await begin(people.giang)
    const chosen = await choose(people.giang, id, { party: 'child', word: mayActFor.children[0]?.word ?? '' })
    expect(chosen.known).toMatchObject({ 'principal.name': 'Nguyễn Gia Huy', 'principal.born': '2016-05-02', 'citizen.name': 'Đỗ Thị Giang' })
    expect((await answered(people.giang, id, rest)).problems).toEqual({})
    sent = await app.call(people.giang, contract.submitDossier, { draft: id, oath: true })
    const view = await app.call(people.giang, contract.getDossier, { id: sent.id })
    expect(view).toMatchObject({ applicant: { name: 'Đỗ Thị Giang' }, principal: { party: 'child', name: 'Nguyễn Gia Huy', relation: 'parent' } })
    expect(view.answers.map(({ text }) => text)).toContain('Nguyễn Gia Huy')
  })

  it('which the desk finds by the child’s name and number, and the receipt says so', async () => {
    for (const q of ['gia huy', '999216000207', 'do thi giang']) expect((await app.call(people.clerk, contract.find, { q })).rows.map(({ id }) => id)).toContain(sent.id)
    await app.call(people.clerk, contract.accept, { id: sent.id })
    const { rows } = await sql<{ reads: number }>`select count(*) as reads from platform.reading where dossier = ${sent.id}`.execute(app.db)
    // of the mother and of the child
    expect(Number(rows[0]?.reads)).toBeGreaterThanOrEqual(2)
  })

  it('is not the matter of a child who came of age, nor of anybody else’s', async () => {
    const { id } = await begin(people.giang)
    const other = await begin(people.giang)
    expect(await refused(choose(people.giang, id, { party: 'child', word: 'a'.repeat(24) }))).toEqual(['invalid_input', { word: 'not_an_option' }])
    await choose(people.giang, other.id, { party: 'child', word: other.mayActFor.children[0]?.word ?? '' })
    await answered(people.giang, other.id, rest)
    app.clock.moveTo(new Date('2034-06-01T02:00:00Z'))
    expect(await refused(app.call(people.giang, contract.submitDossier, { draft: other.id, oath: true }))).toMatchObject(['draft_incomplete', { party: 'no_longer_represented' }])
    app.clock.moveTo(new Date('2026-11-25T02:00:00Z'))
  })

  it('lies nowhere open in the database', async () => {
    const { rows } = await sql<{ text: string }>`select d::text as text from dossiers.draft d union all select d::text from dossiers.dossier d`.execute(app.db)
    const all = rows.map(({ text }) => text).join('\n')
    expect(all).not.toContain('999216000207')
    expect(all).not.toContain('999191000206')
  })
})

describe('an extract is written from the register', () => {
  it('by the officer, who is refused without it, and signed', async () => {
    const { rows: [row] } = await sql<{ id: string }>`select id from dossiers.dossier where procedure = ${extracts} and state = 'accepted' limit 1`.execute(app.db)
    const id = row?.id ?? ''
    await app.call(people.officer, contract.take, { id })
    expect(await refused(app.call(people.officer, contract.propose, { id }))).toMatchObject(['invalid_input', { 'answers.registerNumber': 'required', 'answers.entryBirthplace': 'required' }])
    const answers = {
      registerNumber: '12', registerVolume: '01/2016', registeredOn: '2016-05-20', entryName: 'Nguyễn Gia Huy', entryBorn: '2016-05-02', entryGender: 'male', entryEthnicity: 'Kinh', entryNationality: 'Việt Nam',
      entryBirthplace: 'Bệnh viện Mẫu', entryMother: 'Đỗ Thị Giang',
    }
    // looked at before it is laid before anybody: what is missing may be missing, what is wrong is not kept, and nobody else keeps it
    await app.call(people.officer, contract.draftResult, { id, answers: { registerNumber: '12', entryName: 'Nguyễn Gia Huy' } })
    expect(await refused(app.call(people.officer, contract.draftResult, { id, answers: { registeredOn: '2016-02-31' } }))).toMatchObject(['invalid_input', { 'answers.registeredOn': expect.any(String) }])
    expect(await refused(app.call(people.leader, contract.draftResult, { id, answers }))).toMatchObject(['forbidden', {}])
    const looked = await app.call(people.officer, contract.getDossier, { id })
    expect([looked.state, looked.proposal, looked.acts.at(-1)?.action]).toEqual(['processing', { registerNumber: '12', entryName: 'Nguyễn Gia Huy' }, 'take'])
    expect(await app.call(people.officer, contract.previewResult, { id })).toMatchObject({ type: 'application/pdf' })
    await app.call(people.officer, contract.propose, { id, answers })
    expect(await refused(app.call(people.officer, contract.draftResult, { id, answers: {} }))).toMatchObject(['action_not_allowed', {}])
    expect((await app.call(people.leader, contract.getDossier, { id })).proposal).toMatchObject({ entryName: 'Nguyễn Gia Huy' })
    expect((await app.call(people.clerk, contract.getDossier, { id })).proposal).toBeNull()
    await app.call(people.leader, contract.approve, { id })
    const view = await app.call(people.giang, contract.getDossier, { id })
    const result = view.documents.find(({ kind }) => kind === 'result')
    expect(result?.number).toBe('01/UBND')
    // two copies at 8.000 đ: the extract is hers once they are paid for, in the account as at the counter
    expect(await app.call(people.giang, contract.getDocument, { id, document: result?.id ?? '' }).catch((error: unknown) => (error instanceof Failure ? [error.code, error.values] : error))).toEqual(['result_not_paid', { total: 16000, code: view.code }])
    await app.call(people.clerk, collect, { subject: id, method: 'cash' })
    expect(await app.call(people.giang, contract.getDocument, { id, document: result?.id ?? '' })).toMatchObject({ type: 'application/pdf' })
  })
})

describe('a director applies for the company', () => {
  it('with its code, and a paper that asks for it', async () => {
    const { id, mayActFor } = await begin(people.binh)
    expect(mayActFor.organisations).toMatchObject([{ name: 'Công ty TNHH Mẫu', title: 'Giám đốc' }])
    const chosen = await choose(people.binh, id, { party: 'organisation', word: mayActFor.organisations[0]?.word ?? '' })
    expect(chosen).toMatchObject({ principalKind: 'organisation', principal: { name: 'Công ty TNHH Mẫu', number: '9900000011' } })
    const filled = await answered(people.binh, id, { ...rest, subjectName: 'Lê Văn Cũ', subjectNumber: '', subjectBorn: '1980-01-01' })
    expect(filled.problems).toEqual({ introduction: 'paper_missing' })
    await app.call(people.binh, contract.attachPaper, { draft: id, paper: 'introduction' }, { upload: await uploaded(app) })
    const sent = await app.call(people.binh, contract.submitDossier, { draft: id, oath: true })
    expect((await app.call(people.binh, contract.getDossier, { id: sent.id })).principal).toMatchObject({ party: 'organisation', name: 'Công ty TNHH Mẫu', title: 'Giám đốc', relation: 'representative' })
  })

  it('and nobody else does', async () => {
    const { id } = await begin(people.an)
    const { mayActFor } = await begin(people.binh)
    expect(await refused(choose(people.an, id, { party: 'organisation', word: mayActFor.organisations[0]?.word ?? '' }))).toEqual(['invalid_input', { word: 'not_an_option' }])
  })
})

describe('a neighbour applies for an old woman who authorised him', () => {
  let sent: contract.Acknowledgement
  const hers = { party: 'authorised', name: 'Lê Thị Cúc', number: '999156000203', passport: null } as const

  it('naming her, with the written authorisation', async () => {
    const { id } = await begin(people.khang)
    expect(await refused(choose(people.khang, id, { party: 'authorised', name: 'Lê Thị Cúc' }))).toMatchObject(['invalid_input', { 'principal.number': 'required' }])
    expect(await refused(choose(people.khang, id, { party: 'authorised', name: 'Nguyễn Gia Khang', number: '999206000208' }))).toEqual(['invalid_input', { number: 'own_number' }])
    const view = await choose(people.khang, id, hers)
    // her name and number are what he said; nothing of her account is shown to him
    expect(Object.entries(view.known).filter(([name]) => name.startsWith('principal.'))).toEqual([['principal.name', 'Lê Thị Cúc'], ['principal.number', '999156000203']])
    expect((await answered(people.khang, id, { ...rest, subjectBorn: '1956-06-20' })).problems).toEqual({ authorisation: 'paper_missing' })
    await app.call(people.khang, contract.attachPaper, { draft: id, paper: 'authorisation' }, { upload: await uploaded(app) })
    sent = await app.call(people.khang, contract.submitDossier, { draft: id, oath: true })
  })

  it('and she sees it, may take it back, and reads who looked at it; a stranger does not', async () => {
    expect((await app.call(people.cuc, contract.myDossiers, {})).rows.map(({ id, principalName, applicantName }) => ({ id, principalName, applicantName }))).toEqual([
      { id: sent.id, principalName: 'Lê Thị Cúc', applicantName: 'Nguyễn Gia Khang' },
    ])
    expect((await app.call(people.cuc, contract.getDossier, { id: sent.id })).actions).toContain('withdraw')
    expect(await refused(app.call(people.an, contract.getDossier, { id: sent.id }))).toMatchObject(['dossier_not_found', {}])
    await app.call(people.cuc, contract.withdraw, { id: sent.id, reason: 'Tôi không nhờ việc này.' })
    expect((await app.call(people.khang, contract.getDossier, { id: sent.id })).state).toBe('withdrawn')
  })
})

describe('somebody young', () => {
  it('of thirteen does not apply alone, of twenty does', async () => {
    expect(await refused(begin(people.lam))).toMatchObject(['applicant_too_young', {}])
    expect((await begin(people.khang)).procedure).toBe(extracts)
  })
})

describe('a foreigner with a passport', () => {
  it('is asked for no citizen number at home', async () => {
    const { id } = await begin(people.smith)
    const view = await choose(people.smith, id, { party: 'self' })
    expect(view).toMatchObject({ principalKind: 'foreigner', known: { 'principal.passport': 'P12345678' } })
    expect((await answered(people.smith, id, rest)).problems).toEqual({})
    const sent = await app.call(people.smith, contract.submitDossier, { draft: id, oath: true })
    expect((await app.call(people.smith, contract.getDossier, { id: sent.id })).answers.map(({ text }) => text)).toContain('P•••678')
  })
})

const blank = { born: null, gender: null, nationality: null, ethnicity: null, phone: null, email: null, address: null, area: null }
const visitor = { ...blank, name: 'Anna Schmidt', born: '1990-02-02', nationality: 'Đức', number: null }
const atCounter = { procedure: extracts, procedureCase: 'birth', answers: { ...rest, phone: '0999000999' }, papers: [] } satisfies Partial<z.input<typeof contract.Intake>>

describe('at the counter', () => {
  const visit = (change: Partial<z.input<typeof contract.Intake>>) => app.call(people.clerk, contract.intake, { ...atCounter, applicant: visitor, ...change })

  it('a foreigner shows a passport', async () => {
    expect(await refused(visit({ applicant: { ...visitor, paper: 'passport' } }))).toMatchObject(['invalid_input', { 'applicant.passport': 'required' }])
    const sent = await visit({ applicant: { ...visitor, paper: 'passport', passport: 'c01x 00t47' } })
    expect(await app.call(people.clerk, contract.getDossier, { id: sent.id })).toMatchObject({ applicantPaper: 'passport', numberMasked: 'C•••T47' })
  })

  it('somebody without papers and without a phone is served when somebody says who it is', async () => {
    const mo = { ...blank, name: 'Thạch Thị Mơ', born: '1952-01-01', number: null, paper: 'none' as const }
    // the register lies elsewhere: not given at once, so there is a receipt
    const answers = { ...rest, registeredAt: '99002', phone: null, subjectNumber: null }
    expect(await refused(visit({ applicant: mo, answers, withoutPhone: true }))).toMatchObject(['invalid_input', { 'applicant.identifiedBy': 'required' }])
    expect(await refused(visit({ applicant: { ...mo, identifiedBy: 'Ông Trần Văn Tư, trưởng khu phố Hai, ngày 25/11/2026' }, answers: { ...answers, receive: 'electronic' }, withoutPhone: true }))).toMatchObject(['invalid_input', { receive: 'electronic_without_phone' }])
    const sent = await visit({ applicant: { ...mo, identifiedBy: 'Ông Trần Văn Tư, trưởng khu phố Hai, ngày 25/11/2026' }, answers, withoutPhone: true })
    const view = await app.call(people.clerk, contract.getDossier, { id: sent.id })
    expect(view).toMatchObject({ applicantPaper: 'none', numberMasked: null, identifiedBy: 'Ông Trần Văn Tư, trưởng khu phố Hai, ngày 25/11/2026' })
    const form = view.documents.find(({ kind }) => kind === 'form01')
    expect(await app.call(people.clerk, contract.getDocument, { id: sent.id, document: form?.id ?? '' })).toMatchObject({ type: 'application/pdf' })
  })

  const child = { ...blank, party: 'child' as const, name: 'Bé An', born: '2020-01-01', gender: 'female' as const, relation: 'parent' as const, title: null, authority: 'Giấy khai sinh số 5/2020', number: null, passport: null, code: null }
  const mother = { ...visitor, number: '999191000206', name: 'Đỗ Thị Giang', born: '1991-07-08', gender: 'female' as const }

  it.each<[string, Partial<typeof child>, Record<string, string>]>([
    ['a child who is of age', { born: '2000-01-01' }, { 'principal.born': 'of_age' }],
    ['a child without a day of birth', { born: null as never }, { 'principal.born': 'required' }],
    ['a parent who says to be a representative', { relation: 'representative' as never }, { 'principal.relation': 'not_an_option' }],
  ])('refuses %s', async (_what, change, fields) => {
    expect(await refused(visit({ applicant: mother, principal: { ...child, ...change } }))).toMatchObject(['invalid_input', fields])
  })

  it('takes a mother with her child in, though she is herself known by her card', async () => {
    const sent = await visit({ applicant: mother, principal: child, answers: { ...rest, subjectNumber: null } })
    expect(await app.call(people.clerk, contract.getDossier, { id: sent.id })).toMatchObject({ principal: { name: 'Bé An', authority: 'Giấy khai sinh số 5/2020' }, applicant: { name: 'Đỗ Thị Giang' } })
    // she finds it in her account, though she never touched a computer
    expect((await app.call(people.giang, contract.myDossiers, {})).rows.map(({ id }) => id)).toContain(sent.id)
  })

  it('refuses a number that cannot be this person’s: of another year, of the other gender, or of somebody else’s', async () => {
    for (const wrong of [{ born: '1990-07-08' }, { gender: 'male' as const }, { number: '999056000777' }]) expect(await refused(visit({ applicant: { ...mother, ...wrong } }))).toMatchObject(['invalid_input', { 'applicant.number': 'number_does_not_fit' }])
    expect(await refused(visit({ applicant: mother, principal: { ...child, number: '999220000001' } }))).toMatchObject(['invalid_input', { 'principal.number': 'number_does_not_fit' }])
  })

  it('refuses papers of another kind than what was shown', async () => {
    expect(await refused(visit({ applicant: { ...mother, passport: 'C01X00T47' } }))).toMatchObject(['invalid_input', { 'applicant.passport': 'not_of_this_paper' }])
  })
})

describe('a declaration for the hand of whoever signs it', () => {
  it('says every answer with whole numbers, whom it asks and for whom, and where the person lives with the ward', async () => {
    const { rows: [row] } = await sql<{ id: string }>`select id from dossiers.dossier where applicant ->> 'area' is not null limit 1`.execute(app.db)
    const id = row?.id ?? ''
    const made = await app.call(people.clerk, contract.declaration, { id }) as unknown as { file: string; type: string }
    expect(made.type).toBe('application/pdf')
    const again = await app.call(people.clerk, contract.declaration, { id }) as unknown as { file: string }
    expect(again.file).toBe(made.file)
    const view = await app.call(people.clerk, contract.getDossier, { id })
    expect(view.residence).toMatch(/Phường Mẫu/)
    expect(await refused(app.call(people.smith, contract.declaration, { id }))).toMatchObject(['dossier_not_found', {}])
  })
})
