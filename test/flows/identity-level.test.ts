import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as dossiers from '#contract/dossiers'
import { beginSignIn, completeSignIn, session, signInAnswer } from '#contract/identity'
import type { Actor } from '#platform/http'
import { openTown, type Answer, type Town, type Visitor } from '../../src/apps/vneid/town.ts'
import { maritalStatus, shortAnswers } from '../factories/drafts.ts'
import { officer } from '../factories/people.ts'
import { withApp, type TestApp } from '../with-app.ts'

let app: TestApp
let town: Town

beforeAll(async () => {
  app = await withApp({ at: '2026-11-25T02:00:00Z' })
  town = await openTown(app.application)
})
afterAll(() => town.close())

type Way = { level?: 2; answer?: string; returnTo?: string }

/** Goes to the national identity as this person and comes back with its answer, which is not handed in yet. */
async function ask(visitor: Visitor, person: string, { level, answer = 'yes', returnTo = '/' }: Way = {}): Promise<URL> {
  const { body } = await visitor.call(beginSignIn, { returnTo, ...(level && { level }) })
  const page = await visitor.get(body.location)
  await visitor.post(page.url, { person })
  return new URL((await visitor.post(page.url, { person, answer })).url)
}
const complete = (visitor: Visitor, back: URL): Promise<Answer<{ returnTo: string }>> => visitor.call(completeSignIn, signInAnswer(back.searchParams))
const signIn = async (visitor: Visitor, person: string, way: Way = {}) => complete(visitor, await ask(visitor, person, way))
const standing = async (visitor: Visitor) => (await visitor.call(session, {})).body

async function fillIn(visitor: Visitor): Promise<string> {
  const { id } = (await visitor.call(dossiers.startDraft, { procedure: maritalStatus })).body
  await visitor.call(dossiers.chooseCase, { draft: id, procedureCase: 'neverMarried' })
  for (const [page, value] of Object.entries(shortAnswers)) expect((await visitor.call(dossiers.saveAnswers, { draft: id, page, answers: { [page]: value } })).code, page).toBe(null)
  return id
}

describe('An signs in with the first level only', () => {
  const an = { visitor: null as unknown as Visitor, draft: '', dossier: '', result: '' }
  const officers = {} as Record<'clerk' | 'officer' | 'leader', Actor>
  const read = (document: string) => an.visitor.once(`/api/dossiers/${an.dossier}/documents/${document}`)

  it('and fills in the whole form', async () => {
    an.visitor = town.visitor()
    expect((await signIn(an.visitor, 'an', { answer: 'first' })).status).toBe(200)
    expect(await standing(an.visitor)).toMatchObject({ name: 'Nguyễn Thị An', level: 1, tooLowFor: ['submit', 'withdraw', 'readResult'] })
    an.draft = await fillIn(an.visitor)
  })

  it('is asked for the second when it is to be sent, and nothing is lost', async () => {
    expect(await an.visitor.call(dossiers.submitDossier, { draft: an.draft, oath: true })).toMatchObject({ status: 403, code: 'identity_level_too_low', values: { needed: 2 } })
    expect((await an.visitor.call(dossiers.getDraft, { draft: an.draft })).body).toMatchObject({ answers: { whom: 'self' }, dossier: null, problems: {} })
  })

  it('cannot answer a question for the second level with the first', async () => {
    const page = await an.visitor.get((await an.visitor.call(beginSignIn, { returnTo: '/', level: 2 })).body.location)
    const asked = await an.visitor.post(page.url, { person: 'an' })
    expect(asked.text).not.toContain('value="first"')
    // the form answered with what it does not offer: the question stands
    expect((await an.visitor.post(page.url, { person: 'an', answer: 'first' })).url).toBe(page.url)
  })

  it('proves it, comes back to the very page, and sends', async () => {
    const check = `/ho-so-nhap/${an.draft}/kiem-tra`
    expect(await signIn(an.visitor, 'an', { level: 2, returnTo: check })).toMatchObject({ status: 200, body: { returnTo: check } })
    expect(await standing(an.visitor)).toMatchObject({ level: 2, tooLowFor: [] })
    const sent = await an.visitor.call(dossiers.submitDossier, { draft: an.draft, oath: true })
    expect(sent.status).toBe(200)
    an.dossier = sent.body.id
  })

  it('later, at the first level again, sees the dossier and its receipt, but may not take it back', async () => {
    for (const role of ['clerk', 'officer', 'leader'] as const) officers[role] = await officer(app, `${role}.001`)
    await app.call(officers.clerk, dossiers.accept, { id: an.dossier })
    await signIn(an.visitor, 'an', { answer: 'first' })
    const { documents } = (await an.visitor.call(dossiers.getDossier, { id: an.dossier })).body
    expect((await read(documents[0]?.id ?? '')).status).toBe(200)
    expect((await an.visitor.call(dossiers.withdraw, { id: an.dossier, reason: 'Không cần nữa' })).code).toBe('identity_level_too_low')
  })

  it('and reads the result at the second only', async () => {
    await app.call(officers.officer, dossiers.take, { id: an.dossier })
    await app.call(officers.officer, dossiers.propose, { id: an.dossier })
    await app.call(officers.leader, dossiers.approve, { id: an.dossier })
    const { documents } = (await an.visitor.call(dossiers.getDossier, { id: an.dossier })).body
    an.result = documents.find(({ kind }) => kind === 'result')?.id ?? ''
    const refused = await read(an.result)
    expect([refused.status, JSON.parse(refused.text)]).toEqual([403, expect.objectContaining({ code: 'identity_level_too_low' })])
    await signIn(an.visitor, 'an', { level: 2 })
    const shown = await read(an.result)
    expect([shown.status, shown.text.slice(0, 5)]).toEqual([200, '%PDF-'])
  })
})

describe('Dũng has an account of the first level', () => {
  it('is told so where he is asked for more, stays signed in, and keeps his draft', async () => {
    const visitor = town.visitor()
    await signIn(visitor, 'dung')
    const draft = await fillIn(visitor)
    const page = await visitor.get((await visitor.call(beginSignIn, { returnTo: '/ho-so', level: 2 })).body.location)
    expect((await visitor.post(page.url, { person: 'dung' })).text).toMatch(/mới ở mức độ 1[^]*công an phường, xã/)
    // agreeing does not help either
    expect((await visitor.post(page.url, { person: 'dung', answer: 'yes' })).url).toBe(page.url)
    const back = new URL((await visitor.post(page.url, { person: 'dung', answer: 'unmet' })).url)
    expect(back.searchParams.get('error')).toBe('unmet_authentication_requirements')
    expect(await complete(visitor, back)).toMatchObject({ status: 403, code: 'sign_in_level_unmet', values: { returnTo: '/ho-so' } })
    expect(await standing(visitor)).toMatchObject({ kind: 'citizen', level: 1 })
    expect((await visitor.call(dossiers.getDraft, { draft })).status).toBe(200)
  })

  it('a national identity that proves less than it was asked for is not believed', async () => {
    const visitor = town.visitor()
    const { body } = await visitor.call(beginSignIn, { returnTo: '/ho-so', level: 2 })
    // the wish is taken out on the way, as by one that does not know it
    const location = new URL(body.location)
    location.searchParams.delete('acr_values')
    const page = await visitor.get(location.href)
    await visitor.post(page.url, { person: 'dung' })
    expect((await complete(visitor, new URL((await visitor.post(page.url, { person: 'dung', answer: 'yes' })).url))).code).toBe('sign_in_level_unmet')
    expect((await standing(visitor)).kind).toBe('nobody')
  })
})
