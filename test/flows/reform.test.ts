import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { projectRoot } from '#platform/config'
import { inTransaction, reading, sql } from '#platform/db'
import type { Actor } from '#platform/http'
import type { Follower } from '#platform/reform'
import * as agencies from '#contract/agencies'
import * as dossiers from '#contract/dossiers'
import { custodianOf } from '#modules/agencies'
import { fillDossiers } from '../../bench/lib/million.ts'
import { decideReform } from '../../src/modules/agencies/commands/apply-reform.ts'
import { followReforms } from '../../src/modules/agencies/commands/follow-reform.ts'
import { readPlan } from '../../src/modules/agencies/reform/plan.ts'
import { moveBatch } from '../../src/modules/dossiers/follower.ts'
import { submitted } from '../factories/drafts.ts'
import { samplePlan } from '../../web/desk/admin/sample-plan.ts'
import { citizen, officer } from '../factories/people.ts'
import { withApp, type TestApp } from '../with-app.ts'

// two wards become one on 26 December; the story begins a month before
const text = readFileSync(join(projectRoot, 'provinces/sample/plans/merge-one-and-two.json'), 'utf8')
type Plan = ReturnType<typeof readPlan>
const edited = (edit: (plan: Plan) => void): string => {
  const plan = readPlan(text)
  edit(plan)
  return JSON.stringify(plan)
}

type Person = Actor & { id: string; agency: string }
type People = Record<'an' | 'binh' | 'clerk' | 'second' | 'officer' | 'root' | 'third', Person>
async function town(): Promise<{ app: TestApp; people: People }> {
  const app = await withApp({ at: '2026-11-26T02:00:00Z' })
  const people = {
    an: (await citizen(app, 'an')) as Person, binh: (await citizen(app, 'binh')) as Person, clerk: await officer(app, 'clerk.001'), second: await officer(app, 'clerk.002', 'clerk'),
    officer: await officer(app, 'officer.001'), root: await officer(app, 'administrator'), third: await officer(app, 'leader.003'),
  }
  return { app, people }
}
const newDesk = (person: Person): Person => ({ ...person, agency: 'Z99.009.01' })
const newOffice = (person: Person): Person => ({ ...person, agency: 'Z99.009' })

describe('two wards that merge next month', () => {
  let app: TestApp
  let people: People
  const made = {} as Record<'first' | 'second' | 'worked' | 'late', string>
  let hash = ''
  beforeAll(async () => {
    ;({ app, people } = await town())
    made.first = (await submitted(app, people.an)).id
    made.second = (await submitted(app, people.binh)).id
    made.worked = (await submitted(app, people.an)).id
    await app.call(people.clerk, dossiers.accept, { id: made.worked })
    await app.call(people.officer, dossiers.take, { id: made.worked })
  })
  const queue = async (who: Person, name: 'to_answer' | 'mine' = 'to_answer') => (await app.call(who, dossiers.worklist, { queue: name })).rows.map(({ id }) => id).toSorted()

  it('are rehearsed: what ends, what begins, what follows; nothing is written', async () => {
    const rehearsal = await app.call(people.root, agencies.rehearseReform, { plan: text })
    expect([rehearsal.state, rehearsal.faults]).toEqual(['new', []])
    expect(rehearsal.units.ends.map(({ code, becomes }) => [code, becomes.map((each) => [each.code, each.name.vi])])).toEqual([['99001', [['99009', 'Phường Mẫu Hợp Nhất']]], ['99002', [['99009', 'Phường Mẫu Hợp Nhất']]]])
    expect(rehearsal.agencies.ends.map(({ code }) => code)).toEqual(['Z99.001', 'Z99.001.01', 'Z99.002', 'Z99.002.01'])
    const rows = Object.fromEntries(rehearsal.rows.map(({ module, moves, undecidedCount }) => [module, [moves, undecidedCount]]))
    expect(rows['dossiers']).toEqual([3, 0])
    // four of each ward: clerk, officer, chair, deputy (one person of the second ward is clerk and officer); and the citizens who signed in
    expect(rows['identity']?.[0]).toBeGreaterThanOrEqual(8 + 2)
    expect(rehearsal.rows.find(({ module }) => module === 'dossiers')?.parts.map(({ what, count }) => [what.en, count])).toEqual([['still open', 3], ['closed', 0]])
    // people by name, heads first; two of each ward sign, and both pairs come to the new one
    expect(rehearsal.posts.filter(({ role }) => role === 'leader').map(({ title, from, to }) => [title.vi, from.code, to.code])).toEqual([
      ['Chủ tịch UBND phường', 'Z99.001', 'Z99.009'], ['Phó Chủ tịch UBND phường', 'Z99.001', 'Z99.009'], ['Chủ tịch UBND phường', 'Z99.002', 'Z99.009'], ['Phó Chủ tịch UBND phường', 'Z99.002', 'Z99.009'],
    ])
    hash = rehearsal.hash
    expect((await app.call(people.root, agencies.listReforms, {})).reforms.map(({ id, state }) => [id, state])).toEqual([['2025-two-tiers', 'finished']])
  })

  it('are refused with the reasons by name, and nothing changes', async () => {
    const broken = edited((plan) => {
      plan.units.become.pop()
      plan.agencies.begin[0] = { ...plan.agencies.begin[0]!, code: 'Z99.003' }
      plan.agencies.become = plan.agencies.become.filter(({ from }) => from !== 'Z99.002')
    })
    const { faults, hash: other } = await app.call(people.root, agencies.rehearseReform, { plan: broken })
    expect(faults.map(({ fault, about }) => `${fault} ${about}`)).toEqual(expect.arrayContaining(['unit_without_successor 99002', 'agency_code_used Z99.003', 'agency_without_successor Z99.002']))
    await expect(app.call(people.root, agencies.applyReform, { plan: broken, hash: other })).rejects.toMatchObject({ code: 'reform_has_faults' })
    await expect(app.call(people.root, agencies.applyReform, { plan: text, hash: other })).rejects.toMatchObject({ code: 'reform_differs' })
    await expect(app.call(people.root, agencies.rehearseReform, { plan: '{"id": 1}' })).rejects.toMatchObject({
      code: 'reform_unreadable', values: { places: [{ at: 'id', reason: 'wrong_type' }, { at: 'title', reason: 'required' }, { at: 'day', reason: 'required' }, { at: 'basis', reason: 'required' }] },
    })
    await expect(app.call(people.root, agencies.rehearseReform, { plan: '# không phải' })).rejects.toMatchObject({ code: 'reform_unreadable', values: { places: [{ at: '', reason: 'not_json' }] } })
    // the sample that an administrator may begin from can be read, and is about no unit that is here
    const sample = await app.call(people.root, agencies.rehearseReform, { plan: JSON.stringify(samplePlan) })
    expect(sample.faults.map(({ fault }) => fault)).toContain('unit_unknown')
    await expect(app.call({ ...people.root, agency: 'Z99.003' }, agencies.rehearseReform, { plan: text })).rejects.toMatchObject({ code: 'forbidden' })
    expect((await app.call(people.root, agencies.listReforms, {})).reforms).toHaveLength(1)
  })

  it('are decided in one short act, once; until the day nothing is different', async () => {
    const started = performance.now()
    expect(await app.call(people.root, agencies.applyReform, { plan: text, hash })).toMatchObject({ already: false })
    expect(performance.now() - started).toBeLessThan(2000)
    expect(await app.call(people.root, agencies.applyReform, { plan: text, hash })).toMatchObject({ already: true })
    await expect(app.call(people.root, agencies.applyReform, { plan: edited((plan) => (plan.basis = 'another')), hash: '0'.repeat(64) })).rejects.toMatchObject({ code: 'reform_differs' })
    await app.drain()
    expect((await app.call(people.root, agencies.listReforms, {})).reforms[0]).toMatchObject({ id: 'merge-one-and-two', state: 'waiting' })
    expect(await queue(people.clerk)).toEqual([made.first])
    expect(await queue(people.second)).toEqual([made.second])
    made.late = (await submitted(app, people.an)).id
    expect((await app.call(people.clerk, dossiers.getDossier, { id: made.late })).office.code).toBe('Z99.001')
  })

  it('on the day the new ward finds every dossier at once, though no row has moved', async () => {
    app.clock.moveTo(new Date('2026-12-28T01:00:00Z'))
    expect(await queue(newDesk(people.clerk))).toEqual([made.first, made.second, made.late].toSorted())
    expect((await app.call(newDesk(people.clerk), dossiers.listQueues, {})).queues.find(({ name }) => name === 'to_answer')?.count).toBe(3)
    expect(await queue(newOffice(people.officer), 'mine')).toEqual([made.worked])
    const view = await app.call(newDesk(people.clerk), dossiers.getDossier, { id: made.second })
    expect([view.office.code, view.office.name.vi, view.desk.code, view.actions.includes('accept')]).toEqual(['Z99.009', 'Ủy ban nhân dân phường Mẫu Hợp Nhất', 'Z99.009.01', true])
    await expect(app.call(people.third, dossiers.getDossier, { id: made.second })).rejects.toMatchObject({ code: 'dossier_not_found' })
    expect((await app.call(newDesk(people.clerk), dossiers.find, { q: view.code.slice(0, 14) })).rows.map(({ id }) => id)).toContain(made.second)
    // whoever acts on one moves its row
    await app.call(newDesk(people.clerk), dossiers.accept, { id: made.second })
    expect((await sql`select competent_agency as office, area, settled, jsonb_array_length(places) as was from dossiers.dossier where id = ${made.second}`.execute(app.db)).rows)
      .toEqual([{ office: 'Z99.009', area: '99009', settled: '2026-12-26', was: 1 }])
  })

  it('what is handed in now goes to the new ward, though the form was filled in under the old one', async () => {
    const { id } = await submitted(app, people.an, { phone: '0999000209' })
    expect((await app.call(newDesk(people.clerk), dossiers.getDossier, { id })).office.code).toBe('Z99.009')
  })

  it('rows follow in the background, with progress; officers keep their roles and citizens live in the new ward', async () => {
    await followReforms(app.application.tools)
    const { reforms: [reform] } = await app.call(people.root, agencies.listReforms, {})
    expect([reform?.state, reform?.progress.map(({ module, done, total, finished }) => [module, done > 0, total > 0, finished])]).toEqual(['finished', [['dossiers', true, true, true], ['identity', true, true, true], ['payments', false, false, true]]])
    const { rows } = await sql<{ office: string; count: number }>`select competent_agency as office, count(*) as count from dossiers.dossier group by 1`.execute(app.db)
    expect(rows).toEqual([{ office: 'Z99.009', count: 5 }])
    const roles = await sql<{ agency: string; from: string; to: string | null }>`
      select c.agency, c.valid_from as "from", c.valid_to as "to" from identity.capacity c join identity.officer o on o.id = c.officer where o.username = 'clerk.001' order by c.valid_from`.execute(app.db)
    expect(roles.rows).toEqual([{ agency: 'Z99.001.01', from: '2025-07-01', to: '2026-12-25' }, { agency: 'Z99.009.01', from: '2026-12-26', to: null }])
    expect((await sql`select distinct area from identity.citizen where area in ('99001', '99002', '99009')`.execute(app.db)).rows).toEqual([{ area: '99009' }])
    expect(await queue(newDesk(people.clerk))).toHaveLength(3)
  })

  it('a period that is over keeps its figures; today is counted by today’s wards', async () => {
    const measure = app.application.tools.measures.get('dossiers.received')!
    const by = async (from: string, to: string) => Object.fromEntries((await measure.count(reading(app.db), { period: { from: new Date(from), to: new Date(to) }, by: 'area', place: {}, now: app.clock.now() })).map(({ place, denominator }) => [place, denominator]))
    expect(await by('2026-11-01T00:00:00+07:00', '2026-12-01T00:00:00+07:00')).toEqual({ 99001: 3, 99002: 1 })
    expect(await by('2026-11-01T00:00:00+07:00', '2027-01-01T00:00:00+07:00')).toEqual({ 99009: 5 })
    const series = await measure.series!(reading(app.db), {
      periods: [{ from: new Date('2026-11-01T00:00:00+07:00'), to: new Date('2026-12-01T00:00:00+07:00') }, { from: new Date('2026-12-01T00:00:00+07:00'), to: new Date('2027-01-01T00:00:00+07:00') }],
      place: { area: '99001' }, now: app.clock.now(),
    })
    expect(series.map(({ denominator }) => denominator)).toEqual([3, 0])
  })

  it('says whose dossiers these are on any day', async () => {
    const record = { agency: 'Z99.002', area: '99002', since: '2026-11-26' }
    expect([await custodianOf(reading(app.db), record, '2026-12-25'), await custodianOf(reading(app.db), record, '2026-12-26')]).toEqual(['Z99.002', 'Z99.009'])
  })
})

describe('a ward that splits', () => {
  it('needs a person’s decision about each open dossier, and sends each where it was decided', async () => {
    const { app, people } = await town()
    const ids = [await submitted(app, people.an), await submitted(app, people.an), await submitted(app, people.an)]
    const split = (decisions: Record<string, string>, undecided: 'refuse' | 'main' = 'refuse') => edited((plan) => {
      plan.id = 'split-one'
      plan.units.end = ['99001']
      plan.units.become = [{ from: '99001', to: '99009', share: 0.7, main: true }, { from: '99001', to: '99002', share: 0.3, main: false }]
      plan.agencies.end = ['Z99.001', 'Z99.001.01']
      plan.agencies.become = [['Z99.001', 'Z99.009', true], ['Z99.001', 'Z99.002', false], ['Z99.001.01', 'Z99.009.01', true], ['Z99.001.01', 'Z99.002.01', false]].map(([from, to, main]) => ({ from: String(from), to: String(to), area: null, main: Boolean(main) }))
      plan.decisions = decisions
      plan.undecided = undecided
    })
    const codes = ids.map(({ code }) => code).toSorted()
    const bare = await app.call(people.root, agencies.rehearseReform, { plan: split({}) })
    expect([bare.faults, bare.rows.find(({ module }) => module === 'dossiers')]).toMatchObject([[], { undecided: codes, undecidedCount: 3 }])
    await expect(app.call(people.root, agencies.applyReform, { plan: split({}), hash: bare.hash })).rejects.toMatchObject({ code: 'reform_undecided', values: { count: 3, codes } })
    const decided = split({ [codes[0] ?? '']: '99002' }, 'main')
    const { hash } = await app.call(people.root, agencies.rehearseReform, { plan: decided })
    await app.call(people.root, agencies.applyReform, { plan: decided, hash })
    app.clock.moveTo(new Date('2026-12-28T01:00:00Z'))
    const at = async (agency: string) => (await app.call({ ...people.clerk, agency }, dossiers.worklist, { queue: 'to_answer' })).rows.map(({ code }) => code).toSorted()
    const expected = [codes.slice(1), codes.slice(0, 1)]
    expect([await at('Z99.009.01'), await at('Z99.002.01')]).toEqual(expected)
    await followReforms(app.application.tools)
    expect([await at('Z99.009.01'), await at('Z99.002.01')]).toEqual(expected)
  })
})

describe('killed half-way and run again', () => {
  let app: TestApp
  const state = async () => (await sql<{ digest: string }>`select md5(string_agg(id || area || receiving_agency || collecting_agency || competent_agency || settled || places::text, '' order by id)) as digest from dossiers.dossier`.execute(app.db)).rows[0]?.digest
  const withSize = (size: number, die: () => void): ReadonlyMap<string, Follower> => {
    const { followers } = app.application.tools
    const follower = followers.get('dossiers')!
    return new Map([...followers, ['dossiers', { ...follower, move: async (tx, change, from) => {
      const batch = await moveBatch(tx, change, from, size)
      die()
      return batch
    } }]])
  }
  beforeAll(async () => {
    app = await withApp({ at: '2026-11-26T02:00:00Z' })
    await fillDossiers(app.db, 400)
    await decideReform(app.application.tools, readPlan(text), 'test')
    app.clock.moveTo(new Date('2026-12-28T01:00:00Z'))
  })
  beforeEach(async () => {
    // back to the evening before
    await sql`update dossiers.dossier set area = coalesce(places -> 0 ->> 'area', area), receiving_agency = coalesce(places -> 0 ->> 'receiving', receiving_agency),
      collecting_agency = coalesce(places -> 0 ->> 'collecting', collecting_agency), competent_agency = coalesce(places -> 0 ->> 'competent', competent_agency), places = '[]', settled = null`.execute(app.db)
    await sql`update agencies.reform_progress set done = 0, next = null, finished_at = null where module = 'dossiers'`.execute(app.db)
    await sql`update agencies.reform set finished_at = null where id = 'merge-one-and-two'`.execute(app.db)
  })

  it('the result is the same, wherever it was', async () => {
    await followReforms(app.application.tools)
    const whole = await state()
    const { rows: [progress] } = await sql<{ done: number }>`select done from agencies.reform_progress where module = 'dossiers'`.execute(app.db)
    await fc.assert(fc.asyncProperty(fc.integer({ min: 7, max: 150 }), fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 4 }), async (size, deaths) => {
      await sql`update dossiers.dossier set area = places -> 0 ->> 'area', receiving_agency = places -> 0 ->> 'receiving', collecting_agency = places -> 0 ->> 'collecting',
        competent_agency = places -> 0 ->> 'competent', places = '[]', settled = null where settled is not null`.execute(app.db)
      await sql`update agencies.reform_progress set done = 0, next = null, finished_at = null where module = 'dossiers'`.execute(app.db)
      await sql`update agencies.reform set finished_at = null where id = 'merge-one-and-two'`.execute(app.db)
      for (const after of [...deaths, Infinity]) {
        let left = after
        // dies in the middle of a batch: its transaction is lost with everything in it
        const followers = withSize(size, () => {
          if (--left < 0) throw new Error('killed')
        })
        await followReforms({ ...app.application.tools, followers }).catch((error: Error) => expect(error.message).toBe('killed'))
      }
      expect(await state()).toBe(whole)
      expect((await sql`select done from agencies.reform_progress where module = 'dossiers'`.execute(app.db)).rows).toEqual([{ done: progress?.done }])
    }), { numRuns: 12 })
  })

  it('two walkers at once move every row once', async () => {
    const followers = withSize(23, () => {})
    await Promise.all([followReforms({ ...app.application.tools, followers }), followReforms({ ...app.application.tools, followers })])
    expect((await sql`select max(jsonb_array_length(places)) as most, count(*) filter (where settled is not null) as moved from dossiers.dossier`.execute(app.db)).rows)
      .toEqual([{ most: 1, moved: expect.toSatisfy((moved: number) => moved > 200) }])
    expect((await inTransaction(app.db, (tx) => sql`select finished_at from agencies.reform where finished_at is null`.execute(tx))).rows).toEqual([])
  })
})
