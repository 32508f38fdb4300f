import { beforeAll, describe, expect, it } from 'vitest'
import { Failure } from '#kernel/failure'
import { uuidv7 } from '#kernel/ids'
import type { Actor } from '#platform/http'
import * as contract from '#contract/dossiers'
import { divorcedAnswers, filledDraft, pngBytes, submitted, uploaded } from '../factories/drafts.ts'
import { citizen, officer } from '../factories/people.ts'
import { withApp, type TestApp } from '../with-app.ts'

let app: TestApp
const people = {} as Record<'an' | 'binh' | 'clerk' | 'officer' | 'leader', Actor & { id: string }>
/** a dossier of Bình's with a picture of the decision */
let first: contract.Acknowledgement

beforeAll(async () => {
  app = await withApp({ at: '2026-11-25T02:00:00Z' })
  people.an = await citizen(app, 'an')
  people.binh = await citizen(app, 'binh')
  people.clerk = await officer(app, 'clerk.001')
  people.officer = await officer(app, 'officer.001')
  people.leader = await officer(app, 'leader.001')
  first = await sentWith('quyet-dinh.png')
})

const code = (work: Promise<unknown>) => work.then(() => 'done', (error: unknown) => (error instanceof Failure ? error.code : String(error)))
const papersOf = (who: Actor) => app.call(who, contract.myPapers, {})
const begun = (who: Actor) => filledDraft(app, who, 'divorced', divorcedAnswers)
const again = (who: Actor, draft: string, from = first.id, paper = 'divorceDecision', key?: string) =>
  app.call(who, contract.reusePaper, { draft, paper, dossier: from, number: 1 }, key === undefined ? {} : { key })

async function sentWith(name: string, bytes?: Buffer<ArrayBuffer>): Promise<contract.Acknowledgement> {
  const { id } = await begun(people.binh)
  await app.call(people.binh, contract.attachPaper, { draft: id, paper: 'divorceDecision' }, { upload: await uploaded(app, name, bytes) })
  return app.call(people.binh, contract.submitDossier, { draft: id, oath: true })
}

describe('a paper that was handed in once', () => {
  it('is offered for the same paper of a new dossier, and taking it away there leaves the old one whole', async () => {
    const { papers } = await papersOf(people.binh)
    expect(papers).toMatchObject([{ dossier: first.id, code: first.code, number: 1, file: { name: 'quyet-dinh.png' }, again: true }])
    const draft = await begun(people.binh)
    expect(draft.problems).toEqual({ divorceDecision: 'paper_missing' })
    expect((await app.call(people.binh, contract.reusablePapers, { draft: draft.id })).papers).toMatchObject([{ paper: 'divorceDecision', dossier: first.id, number: 1, name: 'quyet-dinh.png' }])
    const filled = await again(people.binh, draft.id)
    expect(filled.problems).toEqual({})
    const [copy] = filled.papers
    await app.call(people.binh, contract.removePaper, { draft: draft.id, paper: 'divorceDecision', file: copy?.file ?? '' })
    const old = await app.call(people.binh, contract.getDossier, { id: first.id })
    expect(old.papers.map(({ file }) => file?.name)).toEqual(['quyet-dinh.png'])
    expect((await papersOf(people.binh)).papers).toHaveLength(1)
  })

  it('is put there once by two presses of the same button, and goes with the new dossier', async () => {
    const draft = await begun(people.binh)
    const key = uuidv7()
    await Promise.all([again(people.binh, draft.id, first.id, 'divorceDecision', key), again(people.binh, draft.id, first.id, 'divorceDecision', key)])
    const { id } = await app.call(people.binh, contract.submitDossier, { draft: draft.id, oath: true })
    expect((await app.call(people.binh, contract.getDossier, { id })).papers.map(({ file }) => file?.name)).toEqual(['quyet-dinh.png'])
    // the same bytes twice are one paper, of the newest dossier
    expect((await papersOf(people.binh)).papers.map(({ dossier }) => dossier)).toEqual([id])
  })

  it('is nobody else’s: not to see, not to use', async () => {
    expect(await papersOf(people.an)).toEqual({ results: [], papers: [] })
    const draft = await begun(people.an)
    expect((await app.call(people.an, contract.reusablePapers, { draft: draft.id })).papers).toEqual([])
    expect(await code(again(people.an, draft.id))).toBe('file_not_found')
    expect(await code(again(people.an, (await begun(people.binh)).id))).toBe('draft_not_found')
  })

  it('stands for no other paper, and not when an officer found it bad', async () => {
    const bad = await sentWith('mo.png', Buffer.concat([pngBytes, Buffer.from('mo')]))
    const second = await officer(app, 'clerk.002', 'clerk')
    await app.call(second, contract.checkPaper, { id: bad.id, number: 1, verdict: 'bad', remark: 'Ảnh mờ' })
    const draft = await begun(people.binh)
    expect((await app.call(people.binh, contract.reusablePapers, { draft: draft.id })).papers.map(({ name }) => name)).toEqual(['quyet-dinh.png'])
    expect(await code(again(people.binh, draft.id, bad.id))).toBe('file_not_found')
    expect(await code(again(people.binh, draft.id, first.id, 'deathCertificate'))).toBe('not_found')
    // what was found is between officers: the person sees only that it does not serve again
    expect((await papersOf(people.binh)).papers.find(({ dossier }) => dossier === bad.id)).toMatchObject({ again: false })
  })
})

describe('a result', () => {
  it('stands among my papers from the signature on, and is fetched again', async () => {
    const { id } = await submitted(app, people.an)
    await app.call(people.clerk, contract.accept, { id })
    await app.call(people.officer, contract.take, { id })
    await app.call(people.officer, contract.propose, { id })
    expect((await papersOf(people.an)).results).toEqual([])
    await app.call(people.leader, contract.approve, { id })
    const { results } = await papersOf(people.an)
    expect(results).toMatchObject([{ dossier: id, principalName: null }])
    const file = await app.call(people.an, contract.getDocument, { id, document: results[0]?.document ?? '' })
    expect(file).toMatchObject({ type: 'application/pdf' })
    expect((await papersOf(people.binh)).results).toEqual([])
  })
})
