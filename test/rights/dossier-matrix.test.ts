import { beforeAll, describe, expect, it } from 'vitest'
import type { Contract } from '#kernel/contract'
import { uuidv7 } from '#kernel/ids'
import { only, sql } from '#platform/db'
import type { Actor } from '#platform/http'
import * as contract from '#contract/dossiers'
import { divorcedAnswers, filledDraft, pngBytes, uploaded } from '../factories/drafts.ts'
import { citizen, officer } from '../factories/people.ts'
import { countOf, everyRow, overHttp, type Client, type Http } from '../over-http.ts'
import { withApp, type TestApp } from '../with-app.ts'

/** Everybody who may come near one dossier: Bình's, taken in and decided in ward two, its result to be collected in ward one. */
const columns = ['its citizen', 'another citizen', 'clerk of the desk', 'clerk of the counter', 'clerk elsewhere', 'its officer', 'a colleague', 'officer next door', 'its leader', 'leader next door', 'centre', 'ended'] as const
type Column = (typeof columns)[number]

const reason = 'Một lý do đủ dài'

/**
 * + done or shown, s shown when it lies on a shelf, d shown when something was handed in there, 9 a conflict with the state (the person might, in another state), - may not (403), n there is no such dossier for
 * this person (404), f a file of it that is not there. The dossier was withdrawn, so that every act is refused and everybody can be asked about the same one.
 */
const table: [name: string, cells: string, contract: Contract, input?: Record<string, unknown>][] = [
  //                 own other desk count else hand coll next lead next cent ended
  ['read',          '+   n     +    +     n    +    +    n    +    n    -    -', contract.getDossier],
  ['its form',      '+   n     +    +     n    +    +    n    +    n    -    -', contract.getDocument],
  ['declaration',   '+   n     +    +     n    +    +    n    +    n    -    -', contract.declaration],
  ['its paper',     '+   n     +    +     n    +    +    n    +    n    -    -', contract.getPaperFile, { number: 1 }],
  ['result draft',  '-   -     -    -     -    +    +    n    +    n    -    -', contract.previewResult],
  ['its course',    '-   -     -    -     -    -    -    -    +    +    +    -', contract.followDossier],
  ['withdraw',      '9   n     9    -     n    -    -    -    -    -    -    -', contract.withdraw, { reason }],
  ['add a paper',   '9   n     9    -     n    -    -    -    -    -    -    -', contract.addPaper, { paper: 'divorceDecision' }],
  ['supply',        '9   n     9    -     n    -    -    -    -    -    -    -', contract.supply],
  ['accept',        '-   -     9    -     n    -    -    -    -    -    -    -', contract.accept],
  ['refuse',        '-   -     9    -     n    -    -    -    9    n    -    -', contract.refuse, { reason }],
  ['ask for more',  '-   -     9    -     n    9    -    n    -    -    -    -', contract.askSupplement, { items: [{ paper: 'divorceDecision', what: 'Chụp lại' }], reason }],
  ['check a paper', '-   -     9    -     n    9    -    n    -    -    -    -', contract.checkPaper, { number: 1, verdict: 'good' }],
  ['take',          '-   -     -    -     -    9    9    n    -    -    -    -', contract.take],
  ['assign',        '-   -     -    -     -    -    -    -    9    n    -    -', contract.assign, { officer: uuidv7() }],
  ['reroute',       '-   -     -    -     -    9    -    n    9    n    -    -', contract.reroute, { agency: 'Z99.003', reason }],
  ['propose',       '-   -     -    -     -    9    -    n    -    -    -    -', contract.propose],
  ['not granted',   '-   -     -    -     -    9    -    n    -    -    -    -', contract.proposeRefusal, { reason }],
  ['keep a draft',  '-   -     -    -     -    9    -    n    -    -    -    -', contract.draftResult],
  ['send back',     '-   -     -    -     -    -    -    -    9    n    -    -', contract.sendBack, { reason }],
  ['approve',       '-   -     -    -     -    -    -    -    9    n    -    -', contract.approve],
  ['ask an agency', '-   -     -    -     -    9    -    n    -    -    -    -', contract.askOpinion, { agency: 'Z99.11', content: 'Đề nghị cho ý kiến về ranh đất', due: '2026-12-01' }],
  ['unask it',      '-   -     -    -     -    9    -    n    -    -    -    -', contract.withdrawQuestion, { number: 1, reason }],
  ['set a check',   '-   -     -    -     -    9    -    n    -    -    -    -', contract.setFieldCheck, { date: '2026-12-01', time: '09:00', goes: 'Lý Minh Lộc' }],
  ['move a check',  '-   -     -    -     -    9    -    n    -    -    -    -', contract.moveFieldCheck, { check: 1, date: '2026-12-01', time: '09:00', goes: 'Lý Minh Lộc', reason }],
  ['write a check', '-   -     -    -     -    9    -    n    -    -    -    -', contract.recordFieldCheck, { check: 1, present: 'Chủ nhà', findings: 'Đúng mốc ranh đất', conforms: 'yes' }],
  ['a photograph',  '-   -     -    -     -    9    -    n    -    -    -    -', contract.addCheckFile, { check: 1 }],
  ['its record',    '-   -     -    -     -    f    f    n    f    n    -    -', contract.getRecordFile, { record: 'check', recordNumber: 1, number: 1 }],
  ['shelve',        '-   -     -    9     n    -    -    -    -    -    -    -', contract.shelve, { place: 'A1' }],
  ['call',          '-   -     -    9     n    -    -    -    -    -    -    -', contract.recordCall, { reached: true }],
  ['its applicant', '-   -     +    +     n    -    -    -    -    -    -    -', contract.samePerson],
  ['one for all',   '-   -     +    d     n    -    -    -    -    -    -    -', contract.combinedReceipt, { day: '2026-11-25' }],
  ['print again',   '-   -     s    s     n    s    s    n    s    n    -    -', contract.reprint, { document: null }],
  ['its label',     '-   -     -    s     n    -    -    -    -    -    -    -', contract.shelfLabel],
  ['void a result', '-   -     -    -     -    9    -    n    9    n    -    -', contract.voidResult, { reason }],
  ['hand over',     '-   -     -    9     n    -    -    -    -    -    -    -', contract.handOver, { recipient: 'Trần Văn Bình', relation: 'self' }],
]

const signs: Record<string, string> = { not_on_a_shelf: 's', document_not_found: 'd', ok: '+', action_not_allowed: '9', forbidden: '-', dossier_not_found: 'n', file_not_found: 'f' }

let app: TestApp
let http: Http
let people: Record<Column, Actor>
let clients: Record<Column, Client>
let dossier: string
let form: string

beforeAll(async () => {
  app = await withApp({ at: '2026-11-25T02:00:00Z' })
  http = await overHttp(app)
  people = await everybody()
  dossier = await withdrawnDossier()
  clients = Object.fromEntries(await Promise.all(columns.map(async (column) => [column, await http.client(people[column])] as const))) as Record<Column, Client>
})

async function everybody(): Promise<Record<Column, Actor>> {
  // the third commune has no clerk of its own: its officer is one for the day
  const third = await officer(app, 'officer.003')
  await sql`update identity.capacity set role = 'clerk', agency = 'Z99.003.01' where id = ${third.capacityId}`.execute(app.db)
  const ended = await officer(app, 'deputy.002', 'leader')
  await sql`update identity.capacity set valid_to = '2026-01-01' where id = ${ended.capacityId}`.execute(app.db)
  return {
    'its citizen': await citizen(app, 'binh'), 'another citizen': await citizen(app, 'an'), 'clerk of the desk': await officer(app, 'clerk.002', 'clerk'), 'clerk of the counter': await officer(app, 'clerk.001'),
    'clerk elsewhere': await officer(app, 'officer.003', 'clerk'), 'its officer': await officer(app, 'officer.002'), 'a colleague': await officer(app, 'clerk.002', 'officer'),
    'officer next door': await officer(app, 'officer.001'), 'its leader': await officer(app, 'leader.002'), 'leader next door': await officer(app, 'leader.001'), centre: await officer(app, 'centre'), ended,
  }
}

async function withdrawnDossier(): Promise<string> {
  const binh = people['its citizen']
  const draft = await filledDraft(app, binh, 'divorced', { ...divorcedAnswers, collectAt: '99001' })
  await app.call(binh, contract.attachPaper, { draft: draft.id, paper: 'divorceDecision' }, { upload: await uploaded(app) })
  const { id } = await app.call(binh, contract.submitDossier, { draft: draft.id, oath: true })
  await app.call(people['clerk of the desk'], contract.accept, { id })
  await app.call(people['its officer'], contract.take, { id })
  await app.call(binh, contract.withdraw, { id, reason })
  await app.drain()
  const view = await app.call(binh, contract.getDossier, { id })
  form = view.documents[0]?.id ?? ''
  return id
}

const ask = (client: Client, asked: Contract, input: Record<string, unknown> = {}) =>
  client.ask(asked, { id: dossier, ...(asked === contract.getDocument && { document: form }), ...input }, asked === contract.addPaper || asked === contract.addCheckFile ? { files: [{ name: 'a.png', type: 'image/png', bytes: pngBytes }] } : {})

describe('one dossier, and everybody who may come near it', () => {
  it.each(table)('%s  %s', async (name, cells, asked, input) => {
    const before = await everyRow(app.db)
    const got: string[] = []
    for (const column of columns) {
      const answer = await ask(clients[column], asked, input)
      got.push(signs[answer.code] ?? answer.code)
    }
    expect(got.join(' '), `${name}: ${columns.join(', ')}`).toBe(cells.replace(/\s+/g, ' '))
    expect(await everyRow(app.db), 'and nothing was changed').toEqual(before)
  })

  it('the number in full: who sees it is on record with it, who does not leaves no trace', async () => {
    const acts = () => countOf(app.db, 'dossiers.act')
    for (const [i, cell] of '- - + + n + + n + n - -'.split(' ').entries()) {
      const before = await acts()
      const answer = await ask(clients[columns[i] ?? 'centre'], contract.showNumber)
      expect([columns[i], signs[answer.code], (await acts()) - before]).toEqual([columns[i], cell, cell === '+' ? 1 : 0])
      if (cell === '+') expect(answer.body).toEqual({ number: '999085000202' })
      else expect(answer.text).not.toContain('999085000202')
    }
  })

  it('a draft is its citizen’s and nobody else’s, whichever way it is asked for', async () => {
    const mine = await filledDraft(app, people['its citizen'], 'divorced', { whom: 'self' })
    const other = clients['another citizen']
    const before = await everyRow(app.db)
    const asked: [Contract, Record<string, unknown>][] = [
      [contract.getDraft, {}], [contract.chooseCase, { procedureCase: 'widowed' }], [contract.choosePrincipal, { principal: { party: 'self' } }], [contract.saveAnswers, { page: 'whom', answers: { whom: 'other' } }], [contract.discardDraft, {}],
      [contract.removePaper, { paper: 'divorceDecision', file: uuidv7() }], [contract.submitDossier, { oath: true }],
    ]
    for (const [each, input] of asked) expect([each.name, (await other.ask(each, { draft: mine.id, ...input })).code]).toEqual([each.name, 'draft_not_found'])
    expect(await everyRow(app.db)).toEqual(before)
    expect((await clients['its citizen'].ask(contract.getDraft, { draft: mine.id })).code).toBe('ok')
  })

  it('worklists and searches show their own agency’s, never a neighbour’s', async () => {
    const found = async (column: Column) => {
      const { body } = await clients[column].ask(contract.find, { q: 'trần văn bình' })
      return (body['rows'] as { id: string }[]).map(({ id }) => id)
    }
    for (const column of ['clerk of the desk', 'clerk of the counter', 'its officer', 'a colleague', 'its leader'] as const) expect([column, await found(column)]).toEqual([column, [dossier]])
    for (const column of ['clerk elsewhere', 'officer next door', 'leader next door'] as const) expect([column, await found(column)]).toEqual([column, []])
  })

  it('whoever’s capacity is limited to another procedure is as much a stranger as somebody next door, in every act', async () => {
    const pairs = [['clerk of the desk', 'clerk elsewhere'], ['clerk of the counter', 'clerk elsewhere'], ['its officer', 'officer next door'], ['a colleague', 'officer next door'], ['its leader', 'leader next door']] as const
    const limited = pairs.map(([column]) => people[column].capacityId)
    await sql`update identity.capacity set procedure = '9.999999' where id = any(${limited}::uuid[])`.execute(app.db)
    const before = await everyRow(app.db)
    for (const [name, , asked, input] of table) {
      // the course holds nothing of anybody and is every leader's
      if (asked === contract.followDossier) continue
      for (const [column, stranger] of pairs) expect([name, column, (await ask(clients[column], asked, input)).code]).toEqual([name, column, (await ask(clients[stranger], asked, input)).code])
    }
    expect(await everyRow(app.db)).toEqual(before)
    // and what it is limited to, it reaches whole
    await sql`update identity.capacity set procedure = '1.004873' where id = any(${limited}::uuid[])`.execute(app.db)
    for (const [name, cells, asked, input] of table) {
      for (const [column] of pairs) {
        const answer = await ask(clients[column], asked, input)
        expect([name, column, signs[answer.code]]).toEqual([name, column, cells.trim().split(/\s+/)[columns.indexOf(column)]])
      }
    }
    await sql`update identity.capacity set procedure = null where id = any(${limited}::uuid[])`.execute(app.db)
  })

  it('when its agency ends, the officers’ rights end with their capacities, and the citizen’s do not', async () => {
    await sql`update agencies.agency set valid_to = '2026-11-01' where code like 'Z99.002%'`.execute(app.db)
    await sql`update identity.capacity set valid_to = '2026-01-01' where agency like 'Z99.002%'`.execute(app.db)
    for (const column of ['clerk of the desk', 'its officer', 'a colleague', 'its leader'] as const) {
      expect([column, (await ask(clients[column], contract.getDossier)).code]).toEqual([column, 'forbidden'])
    }
    const read = await ask(clients['its citizen'], contract.getDossier)
    // what the agency was called when it decided stays readable
    expect((read.body['office'] as { name: { vi: string } }).name.vi).toContain('Mẫu Hai')
    expect(only((await sql<{ count: number }>`select count(*) as count from agencies.agency where code = 'Z99.002'`.execute(app.db)).rows).count).toBe(1)
  })
})
