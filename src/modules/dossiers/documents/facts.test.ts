import { existsSync } from 'node:fs'
import { isAbsolute } from 'node:path'
import { describe, expect, it } from 'vitest'
import { documentData, documentFacts, templateOf, type DocumentKind } from './facts.ts'
import { sampleFacts } from './facts-samples.ts'

const kinds = Object.keys(documentFacts) as DocumentKind[]
const { form01, form02, result } = sampleFacts

describe('facts of documents', () => {
  it.each(kinds)('of %s pass their schema unchanged, as JSON too, and have a template', (kind) => {
    const schema = documentFacts[kind]
    expect(schema.parse(JSON.parse(JSON.stringify(sampleFacts[kind])))).toEqual(sampleFacts[kind])
    expect(isAbsolute(templateOf(kind)) && existsSync(templateOf(kind))).toBe(true)
  })

  it.each<[string, DocumentKind, unknown, string]>([
    ['a name of spaces', 'form01', { ...form01, applicant: { ...form01.applicant, name: '  ' } }, 'applicant.name'],
    ['a fact nobody knows', 'form01', { ...form01, colour: 'red' }, ''],
    ['no paper at all', 'form01', { ...form01, papers: [] }, 'papers'],
    ['no copy of a paper', 'form01', { ...form01, papers: [{ name: 'a', form: 'b', copies: 0 }] }, 'papers.0.copies'],
    ['half a set', 'form01', { ...form01, sets: 1.5 }, 'sets'],
    ['a due time without a zone', 'form01', { ...form01, dueAt: '2026-12-07T09:30:00' }, 'dueAt'],
    ['an agency without a name', 'form01', { ...form01, agency: { parent: [], name: [] } }, 'agency.name'],
    ['an authorisation that is not named', 'form01', { ...form01, principal: { ...form01.applicant, party: 'child' } }, 'principal.authorisation'],
    ['a tracking address that is none', 'form02', { ...form02, tracking: { url: 'tra cứu', secret: 'x' } }, 'tracking.url'],
    ['nothing that is missing', 'form02', { ...form02, items: [] }, 'items'],
    ['more than 100 things that are missing', 'form02', { ...form02, items: Array.from({ length: 101 }, () => 'a') }, 'items'],
    ['a reason longer than a page', 'form03', { ...sampleFacts.form03, reason: 'a'.repeat(4001) }, 'reason'],
    ['a day of birth that the calendar lacks', 'result', { ...result, person: { ...result.person, bornOn: '1990-02-30' } }, 'person.bornOn'],
    ['a signer without a capacity', 'result', { ...result, signer: { name: 'a', capacity: [] } }, 'signer.capacity'],
  ])('are refused with %s', (_name, kind, facts, path) => {
    const answer = documentFacts[kind].safeParse(facts)
    expect(answer.error?.issues.map((issue) => issue.path.join('.'))).toEqual([path])
  })

  it('become words and figures for the template; what is absent is null', async () => {
    const { principal: _principal, register: _register, timeLimit: _timeLimit, ...rest } = form01
    const data = await documentData.form01({ ...rest, applicant: { name: 'An' }, officer: { name: 'Khôi' } })
    expect(data).toMatchObject({
      date: 'ngày\u00a023 tháng\u00a011 năm\u00a02026',
      receivedAt: '08\u00a0giờ 15\u00a0phút, ngày\u00a023 tháng\u00a011 năm\u00a02026',
      dueAt: '16\u00a0giờ 30\u00a0phút, ngày\u00a007 tháng\u00a012 năm\u00a02026',
      sets: '01',
      papers: [{ copies: '01' }, { copies: '12' }],
      principal: null, timeLimit: null, volume: null, entry: null,
      applicant: { name: 'An', identityNumber: null, address: null, phone: null, email: null },
      officer: { name: 'Khôi', signedAt: null },
    })
    expect((await documentData.result(result)).person).toMatchObject({ bornOn: '05/03/1990' })
  })

  it.each(kinds)('of %s turn into the same data each time, with nothing undefined', async (kind) => {
    const make = documentData[kind] as (facts: unknown) => Promise<Record<string, unknown>>
    const data = await make(sampleFacts[kind])
    expect(await make(structuredClone(sampleFacts[kind]))).toEqual(data)
    expect(JSON.parse(JSON.stringify(data))).toEqual(data)
  })
})
