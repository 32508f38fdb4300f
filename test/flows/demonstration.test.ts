import { beforeAll, describe, expect, it } from 'vitest'
import { localDate } from '#kernel/local-time'
import { reading, sql } from '#platform/db'
import { find, getDossier, worklist } from '#contract/dossiers'
import { checkAnswers, getVersion, uploadsOf } from '#modules/procedures'
import { fill, openForm, type KeptForm } from '../../src/modules/dossiers/form.ts'
import { moves, type State } from '../../src/modules/dossiers/states.ts'
import { officer } from '../factories/people.ts'
import { withApp, type TestApp } from '../with-app.ts'

let app: TestApp
type Row = { id: string; state: State; procedure: string; version: string; case: string; answers: KeptForm; submittedAt: Date; due: Date | null; finished: Date | null; simulated: boolean }
let dossiers: Row[] = []
beforeAll(async () => {
  app = await withApp({ at: '2026-11-25T02:00:00Z' })
  await app.application.demonstrate(() => {})
  dossiers = (await sql<Row>`
    select id, state, procedure, procedure_version as version, procedure_case as case, answers, submitted_at as "submittedAt", due_at as due, finished_at as finished, simulated from dossiers.dossier
  `.execute(app.db)).rows
}, 120_000)

describe('the demonstration', () => {
  it('has something in every list that a dossier comes to before or after the acceptance, and most of it is done', () => {
    const shares = Map.groupBy(dossiers, ({ state }) => state)
    for (const state of ['submitted', 'desk_waiting', 'accepted', 'processing', 'awaiting_signature', 'approved', 'handed_over', 'refused', 'withdrawn'] as const) expect([state, shares.get(state)?.length ?? 0]).toEqual([state, expect.toSatisfy((count: number) => count > 0)])
    expect(shares.get('handed_over')!.length / dossiers.length).toBeGreaterThan(0.7)
    expect([...new Set(dossiers.map(({ procedure }) => procedure))].toSorted()).toEqual(['1.004873', '1.013225', '2.000635'])
    expect(dossiers.every(({ simulated }) => simulated)).toBe(true)
  })

  it('lets nobody send what the form would refuse', async () => {
    const problems: unknown[] = []
    for (const dossier of dossiers.filter((_, i) => i % 7 === 0)) {
      const { body } = await getVersion(reading(app.db), dossier.version)
      const { filling } = await fill(reading(app.db), openForm(app.application.tools.sealer, body, dossier.answers), { case: dossier.case, today: localDate(dossier.submittedAt) })
      const { errors } = checkAnswers(body, filling)
      if (Object.keys(errors).length > 0 || uploadsOf(body, filling).some(({ required }) => required)) problems.push([dossier.procedure, errors])
    }
    expect(problems).toEqual([])
  })

  it('takes no step that the table of states does not know, in order of time, and none in the future', async () => {
    const { rows } = await sql<{ from: State | null; action: string; to: State; at: Date; before: Date | null }>`
      select from_state as "from", action, to_state as "to", at, lag(at) over (partition by dossier order by number) as before from dossiers.act
    `.execute(app.db)
    // a question to another agency is an act beside the states
    const wrong = rows.filter(({ action }) => action !== 'consult').filter(({ from, action, to, at, before }) => at > app.clock.now() || (before !== null && before > at) || (from === null ? action !== 'submit' : (moves[from] as Record<string, string>)[action] !== to))
    expect(wrong).toEqual([])
  })

  it('is nearly always in time, as a province that works', () => {
    const finished = dossiers.filter(({ finished: at }) => at !== null)
    const inTime = finished.filter(({ finished: at, due }) => at! <= due!).length / finished.length
    expect([inTime > 0.93, inTime < 1]).toEqual([true, true])
  })

  it('is loaded once, and its people are found as any', async () => {
    await app.application.demonstrate(() => {})
    expect((await sql<{ count: number }>`select count(*)::int as count from dossiers.dossier`.execute(app.db)).rows[0]?.count).toBe(dossiers.length)
    const clerk = await officer(app, 'clerk.001')
    const { rows: [waiting] } = await app.call(clerk, worklist, { queue: 'desk_waiting' })
    expect(waiting).toBeDefined()
    const view = await app.call(clerk, getDossier, { id: waiting!.id })
    expect(JSON.stringify(view.acts)).toContain('Ghi rõ các nơi đã cư trú')
    expect((await app.call(clerk, find, { q: waiting!.code })).rows.map(({ id }) => id)).toEqual([waiting!.id])
  })
})
