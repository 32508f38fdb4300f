import { beforeAll, describe, expect, it } from 'vitest'
import { readPdf } from '#platform/documents/read-pdf'
import type { Actor } from '#platform/http'
import * as contract from '#contract/dossiers'
import * as payments from '#contract/payments'
import { dossierAlong } from '../factories/finished.ts'
import { officer } from '../factories/people.ts'
import { codeOf } from '../outcome.ts'
import { withApp, type TestApp } from '../with-app.ts'

let app: TestApp
/** one with a receipt for money, given at once and so without form 01; and one with form 01 */
let id: string
let formed: string
const people = {} as Record<'clerk' | 'otherClerk' | 'officer', Actor & { id: string }>
beforeAll(async () => {
  app = await withApp({ at: '2026-11-25T09:00:00+07:00' })
  formed = (await dossierAlong(app, { submitted: '2026-11-25T08:00', accepted: '2026-11-25T08:30' })).id
  app.clock.moveTo(new Date('2026-11-25T09:00:00+07:00'))
  people.clerk = await officer(app, 'clerk.001')
  people.otherClerk = await officer(app, 'clerk.002', 'clerk')
  people.officer = await officer(app, 'officer.001')
  const nothing = { born: '1956-06-20', gender: null, nationality: 'Việt Nam', ethnicity: 'Kinh', phone: null, email: null, address: 'Số 3', area: '99001' }
  id = (await app.call(people.clerk, contract.intake, {
    procedure: '2.000635', procedureCase: 'birth', applicant: { ...nothing, name: 'Lê Thị Sáu', number: '999156000777' }, papers: [],
    answers: { registeredAt: '99001', registeredYear: '', copies: 1, receive: 'counter', collectAt: '99001', phone: '0999000777', email: '' },
  })).id
})
const textOf = async (answer: unknown): Promise<string> => readPdf(await app.application.tools.files.read((answer as { file: string }).file)).pages.map((page) => page.text).join(' ').replace(/\s+/g, ' ')
const printed = async (dossier: string) => (await app.call(people.clerk, contract.getDossier, { id: dossier })).acts.filter(({ action }) => action === 'reprint')

describe('a form that is printed again', () => {
  let document: string

  it('is the same paper with the number of the print on its face, and an act with who and when', async () => {
    document = (await app.call(people.clerk, contract.getDossier, { id: formed })).documents[0]?.id ?? ''
    const first = await textOf(await app.call(people.clerk, contract.getDocument, { id: formed, document }))
    expect(first).not.toContain('Bản in lại')
    expect(await app.call(people.clerk, contract.reprint, { id: formed, document })).toEqual({ copy: 1 })
    expect(await app.call(people.officer, contract.reprint, { id: formed, document })).toEqual({ copy: 2 })
    const second = await textOf(await app.call(people.clerk, contract.getDocument, { id: formed, document, copy: 2 }))
    expect(second).toContain('Bản in lại số 2')
    expect(second.replace('Bản in lại số 2', '').replace(/\s+/g, '')).toBe(first.replace(/\s+/g, ''))
    expect((await printed(formed)).map(({ actor, note }) => [actor.name, note['document'], note['copy']])).toEqual([[people.clerk.name, '01/GTN-TTPVHCC', 1], [people.officer.name, '01/GTN-TTPVHCC', 2]])
    // the document itself stays what it was
    expect(await textOf(await app.call(people.clerk, contract.getDocument, { id: formed, document }))).toBe(first)
  })

  it('two who press at once print two numbers, and one who presses twice prints one', async () => {
    const copies = await Promise.all([1, 2, 3].map(async () => (await app.call(people.clerk, contract.reprint, { id: formed, document })).copy))
    expect(copies.toSorted((a, b) => a - b)).toEqual([3, 4, 5])
    const key = '01937c00-0000-7000-8000-00000000beef'
    const twice = [await app.call(people.clerk, contract.reprint, { id: formed, document }, { key }), await app.call(people.clerk, contract.reprint, { id: formed, document }, { key })]
    expect(twice).toEqual([{ copy: 6 }, { copy: 6 }])
    expect(await printed(formed)).toHaveLength(6)
  })

  it.each<[string, () => Promise<unknown>, string]>([
    ['a print that nobody made', () => app.call(people.clerk, contract.getDocument, { id: formed, document, copy: 7 }), 'document_not_found'],
    ['another desk', () => app.call(people.otherClerk, contract.reprint, { id: formed, document }), 'dossier_not_found'],
    ['a document of somebody else', () => app.call(people.clerk, contract.reprint, { id: formed, document: '01937c00-0000-7000-8000-000000000001' }), 'document_not_found'],
    ['the label of what lies on no shelf', () => app.call(people.clerk, contract.reprint, { id: formed, document: null }), 'not_on_a_shelf'],
  ])('%s is refused', async (_what, ask, refusal) => expect(await codeOf(ask())).toBe(refusal))
})

describe('a receipt that is printed again', () => {
  it('says which print it is, and stands in the course of its dossier', async () => {
    const [receipt] = (await app.call(people.clerk, payments.collect, { subject: id, method: 'cash' })).receipts
    const number = receipt?.id ?? ''
    expect(await codeOf(app.call(people.clerk, payments.getReceipt, { receipt: number, copy: 1 }))).toBe('receipt_not_found')
    expect(await codeOf(app.call(people.otherClerk, payments.reprintReceipt, { receipt: number }))).toBe('receipt_not_found')
    expect(await Promise.all([1, 2].map(async () => (await app.call(people.clerk, payments.reprintReceipt, { receipt: number })).copy))).toEqual(expect.arrayContaining([1, 2]))
    expect(await textOf(await app.call(people.clerk, payments.getReceipt, { receipt: number }))).not.toContain('Bản in lại')
    expect(await textOf(await app.call(people.clerk, payments.getReceipt, { receipt: number, copy: 2 }))).toContain('Bản in lại số 2')
    expect((await app.call(people.clerk, payments.getCharge, { subject: id })).charge?.receipts[0]?.reprints).toBe(2)
    await app.drain()
    await app.drain()
    // two that were printed in the same moment are told in the order in which they were kept
    const told = (await printed(id)).filter(({ note }) => note['receipt'] !== undefined).toSorted((a, b) => Number(a.note['copy']) - Number(b.note['copy']))
    expect(told.map(({ actor, note }) => [actor.kind, actor.name, note['receipt'], note['copy']])).toEqual([1, 2].map((copy) => ['officer', people.clerk.name, receipt?.number, copy]))
  })
})

describe('a list that is printed again', () => {
  it('has its number on its face, and says who printed it', async () => {
    const { id: list } = await app.call(people.clerk, contract.makePaperList, { kind: 'to_office', to: 'Z99.001', person: people.officer.id, lines: [{ dossier: id, papers: 1 }] })
    expect(await codeOf(app.call(people.clerk, contract.paperListDocument, { list, copy: 1 }))).toBe('paper_list_not_found')
    expect(await app.call(people.officer, contract.reprintPaperList, { list })).toEqual({ copy: 1 })
    expect(await textOf(await app.call(people.clerk, contract.paperListDocument, { list, copy: 1 }))).toContain('Bản in lại số 1')
    expect((await app.call(people.clerk, contract.getPaperList, { list })).reprints.map(({ copy, by }) => [copy, by])).toEqual([[1, people.officer.name]])
    expect(await codeOf(app.call(people.otherClerk, contract.reprintPaperList, { list }))).toBe('paper_list_not_found')
  })
})
