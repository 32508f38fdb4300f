import { beforeAll, describe, expect, it } from 'vitest'
import { uuidv7 } from '#kernel/ids'
import type { Contract } from '#kernel/contract'
import { sql } from '#platform/db'
import { nobody, type Actor } from '#platform/http'
import * as contract from '#contract/dossiers'
import { readIndicator, recordsOfIndicator } from '#contract/indicators'
import { readBoard } from '#contract/ioc'
import { getProcedure, getProcedurePage, listProcedures, searchProcedures } from '#contract/procedures'
import { divorcedAnswers, filledDraft, submitted, uploaded } from './factories/drafts.ts'
import { citizen, officer } from './factories/people.ts'
import { countOf } from './over-http.ts'
import { withApp, type TestApp } from './with-app.ts'

let app: TestApp
const people = {} as Record<'an' | 'binh' | 'clerk' | 'officer' | 'leader' | 'centre', Actor & { id: string }>
let one: string

beforeAll(async () => {
  app = await withApp({ at: '2026-11-25T02:00:00Z' })
  people.an = await citizen(app, 'an')
  people.binh = await citizen(app, 'binh')
  people.clerk = await officer(app, 'clerk.001')
  people.officer = await officer(app, 'officer.001')
  people.leader = await officer(app, 'leader.001')
  people.centre = await officer(app, 'centre')
  one = (await submitted(app, people.an)).id
  const other = (await submitted(app, people.an)).id
  await app.call(people.clerk, contract.accept, { id: other })
  await app.call(people.officer, contract.take, { id: other })
  await app.drain()
})

/** How many statements a call sends, the transaction's own among them. Asked twice, so that what a process keeps in memory is there. */
async function statementsOf(ask: () => Promise<unknown>): Promise<number> {
  await ask()
  const before = app.statements.length
  await ask()
  return app.statements.slice(before).filter(({ sender }) => sender !== null).length
}

type Asked = [name: string, ask: () => Promise<unknown>, statements: number]

async function measured(asked: readonly Asked[]): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  for (const [name, ask] of asked) counts.set(name, await statementsOf(ask))
  return counts
}

const asking = (who: Actor, asked: Contract, input: Record<string, unknown>) => () => app.call(who, asked, input)

/** Copies of the dossiers that are there, with numbers of their own: `times` of each, of the same people at the same desks. */
async function moreDossiers(times: number): Promise<void> {
  await sql`insert into dossiers.dossier select (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid(), 'code', d.code || '-' || ${uuidv7()} || '-' || n))).*
    from dossiers.dossier d, generate_series(1, ${times}::int) n`.execute(app.db)
}

describe('the number of statements does not grow with the rows', () => {
  /** Reads that list or count many records, with the statements each may send. */
  const lists = (): Asked[] => [
    ['the queue of a desk', asking(people.clerk, contract.worklist, { queue: 'to_answer' }), 8],
    ['the open ones of an office', asking(people.leader, contract.worklist, { queue: 'office_open' }), 10],
    ['the counters of the queues', asking(people.clerk, contract.listQueues, {}), 2],
    ['a citizen’s own', asking(people.an, contract.myDossiers, {}), 4],
    ['a search at the desk', asking(people.clerk, contract.find, { q: 'nguyen thi an' }), 5],
    ['a board', asking(people.centre, readBoard, { board: 'dich-vu-cong' }), 24],
    ['a figure by area', asking(people.centre, readIndicator, { code: 'dossiers-received', by: 'area' }), 4],
    ['the records behind a figure', asking(people.centre, recordsOfIndicator, { code: 'dossiers-received' }), 7],
  ]

  it('for lists and figures: ten dossiers, and a hundred', async () => {
    await moreDossiers(4)
    expect(await countOf(app.db, 'dossiers.dossier')).toBe(10)
    const few = await measured(lists())
    await moreDossiers(9)
    expect(await countOf(app.db, 'dossiers.dossier')).toBe(100)
    const many = await measured(lists())
    expect(many).toEqual(few)
    expect(many).toEqual(new Map(lists().map(([name, , most]) => [name, most])))
  })

  it('for one dossier: a course of ten acts and ten papers, and of a hundred', async () => {
    const read = asking(people.clerk, contract.getDossier, { id: one })
    const acts = async (to: number) => {
      const [from] = (await sql<{ count: number }>`select count(*) as count from dossiers.act where dossier = ${one}`.execute(app.db)).rows
      await sql`insert into dossiers.act select (jsonb_populate_record(a, jsonb_build_object('number', n))).* from dossiers.act a, generate_series(${(from?.count ?? 0) + 1}::int, ${to}::int) n where a.dossier = ${one} and a.number = 1`.execute(app.db)
      const paper = (await sql<{ count: number }>`select count(*) as count from dossiers.paper where dossier = ${one}`.execute(app.db)).rows[0]?.count ?? 0
      const file = await uploaded(app)
      for (let number = paper + 1; number <= to; number++) {
        await sql`insert into dossiers.paper (dossier, number, code, file, form, copies, source, added_at) values (${one}, ${number}, 'other', ${await keptAs(file.hash)}, 'electronic', 1, 'online', now())`.execute(app.db)
      }
    }
    await acts(10)
    const few = await statementsOf(read)
    await acts(100)
    const view = await app.call(people.clerk, contract.getDossier, { id: one })
    expect([view.acts.length, view.papers.length, view.papers.filter(({ file }) => file !== null).length]).toEqual([100, 100, 100])
    expect(await statementsOf(read)).toBe(few)
    // one of them asks payments what is owed, one what the applicant's commune is called
    expect(few).toBe(12)
  })

  it('for the catalogue: ten procedures more, and a hundred', async () => {
    const catalogue: Asked[] = [
      ['the list', asking(nobody, listProcedures, {}), 1], ['a search', asking(nobody, searchProcedures, { q: 'hon nhan' }), 1], ['one of them', asking(nobody, getProcedure, { code: '1.004873' }), 1], ['one that is only described', asking(nobody, getProcedurePage, { code: '9.000102' }), 1],
    ]
    const { total } = await app.call(nobody, listProcedures, {})
    await moreProcedures(1, 9)
    const few = await measured(catalogue)
    await moreProcedures(10, 98)
    const many = await measured(catalogue)
    expect((await app.call(nobody, listProcedures, {})).total).toBe(total + 98)
    expect(many).toEqual(few)
    expect(many).toEqual(new Map(catalogue.map(([name, , most]) => [name, most])))
  })

  it('for handing in: a register of a hundred, and one of four hundred; one paper, and five', async () => {
    const submit = async (papers: number) => {
      const draft = await filledDraft(app, people.binh, 'divorced', divorcedAnswers)
      for (let i = 0; i < papers; i++) await app.call(people.binh, contract.attachPaper, { draft: draft.id, paper: 'divorceDecision' }, { upload: await uploaded(app, `trang-${i}.png`) })
      const before = app.statements.length
      await app.call(people.binh, contract.submitDossier, { draft: draft.id, oath: true })
      return app.statements.slice(before).filter(({ sender }) => sender !== null).length
    }
    await submit(1)
    const few = await submit(1)
    await moreDossiers(3)
    expect([await submit(1), await submit(5)]).toEqual([few, few])
    expect(few).toBe(15)
  })
})

async function keptAs(hash: string): Promise<string> {
  const id = uuidv7()
  await sql`insert into files.paper (id, owner_kind, owner, hash, name, type, size, scan, created_at) values (${id}, 'citizen', ${people.an.id}, ${hash}, 'giay.png', 'image/png', 70, 'unscanned', now())`.execute(app.db)
  return id
}

/** More procedures like the one there is, each under a code of its own. */
async function moreProcedures(from: number, to: number): Promise<void> {
  await sql`insert into procedures.procedure select '8.' || lpad(n::text, 6, '0') from generate_series(${from}::int, ${to}::int) n`.execute(app.db)
  await sql`insert into procedures.version select (jsonb_populate_record(v, jsonb_build_object(
      'id', gen_random_uuid(), 'procedure', '8.' || lpad(n::text, 6, '0'), 'body', v.body || jsonb_build_object('code', '8.' || lpad(n::text, 6, '0'))))).*
    from procedures.version v, generate_series(${from}::int, ${to}::int) n where v.procedure = '1.004873'`.execute(app.db)
  await sql`update procedures.catalogue set revision = revision + 1`.execute(app.db)
}
