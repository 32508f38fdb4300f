import { beforeAll, describe, expect, it } from 'vitest'
import { sql } from '#platform/db'
import type { Actor } from '#platform/http'
import { readIndicator, recordsOfIndicator } from '#contract/indicators'
import { dossierAlong } from '../factories/finished.ts'
import { officer } from '../factories/people.ts'
import { withApp, type TestApp } from '../with-app.ts'

let app: TestApp
let centre: Actor
const sent: Record<'inTime' | 'tooLate' | 'stillOpen' | 'waits', string> = { inTime: '', tooLate: '', stillOpen: '', waits: '' }
beforeAll(async () => {
  app = await withApp({ at: '2026-11-16T02:00:00Z' })
  centre = await officer(app, 'centre')
  sent.inTime = (await dossierAlong(app, { submitted: '2026-11-16T09:00', accepted: '2026-11-16T10:00', signed: '2026-11-17T10:00' })).code
  sent.tooLate = (await dossierAlong(app, { submitted: '2026-11-16T09:00', accepted: '2026-11-16T10:00', signed: '2026-11-24T10:00' })).code
  sent.stillOpen = (await dossierAlong(app, { submitted: '2026-11-16T09:00', accepted: '2026-11-16T10:00' })).code
  sent.waits = (await dossierAlong(app, { submitted: '2026-11-25T08:00' })).code
  app.clock.moveTo(new Date('2026-11-25T09:00:00+07:00'))
})

const whichOnes = ['numerator', 'rest', 'denominator'] as const
const period = { from: '2026-11-01', to: '2026-11-26' }
const listed = async (code: string) => Promise.all(whichOnes.map(async (which) => (await app.call(centre, recordsOfIndicator, { code, which, ...period })).rows.map((row) => row.code).sort()))

describe('the records of a figure', () => {
  it('are the counted ones, the others, and all', async () => {
    const { inTime, tooLate, stillOpen, waits } = sent
    expect(await listed('dossiers-on-time')).toEqual([[inTime], [tooLate], [inTime, tooLate].sort()])
    expect(await listed('dossiers-received')).toEqual([[inTime, tooLate, stillOpen].sort(), [waits], [inTime, tooLate, stillOpen, waits].sort()])
    expect(await listed('dossiers-late-now')).toEqual([[stillOpen], [], [stillOpen]])
  })
  it('say what they are called, in both languages, and where they lead', async () => {
    const { rows: [row] } = await app.call(centre, recordsOfIndicator, { code: 'dossiers-late-now', ...period })
    expect(row).toMatchObject({ title: { vi: expect.stringContaining('tình trạng hôn nhân') as string }, counted: true, link: `/dieu-hanh/ho-so/${row?.id}` })
  })
  it('and the figure lose a record together', async () => {
    await sql`delete from dossiers.dossier where code = ${sent.tooLate}`.execute(app.application.tools.db)
    const { readings: [whole] } = await app.call(centre, readIndicator, { code: 'dossiers-on-time', ...period })
    expect([whole?.numerator, whole?.denominator, whole?.value]).toEqual([1, 1, 1])
    expect(await listed('dossiers-on-time')).toEqual([[sent.inTime], [], [sent.inTime]])
  })
})
