import { beforeAll, expect, it } from 'vitest'
import * as contract from '#contract/dossiers'
import { readIndicator } from '#contract/indicators'
import { submitted } from '../factories/drafts.ts'
import { citizen, officer } from '../factories/people.ts'
import { withApp, type TestApp } from '../with-app.ts'

let app: TestApp
beforeAll(async () => {
  app = await withApp({ at: '2026-11-25T02:00:00Z' })
})

// the due time of a dossier lies ahead; the age of the figure is that of what has happened
it('says when the counted dossiers last changed, never a time to come', async () => {
  const [an, clerk] = [await citizen(app, 'an'), await officer(app, 'clerk.001')]
  const sent = await submitted(app, an)
  app.clock.moveTo(new Date('2026-11-25T03:30:00Z'))
  await app.call(clerk, contract.accept, { id: sent.id })
  app.clock.moveTo(new Date('2026-11-25T04:00:00Z'))
  const { readings, countedAt } = await app.call(an, readIndicator, { code: 'dossiers-late-now' })
  expect(readings[0]).toMatchObject({ numerator: 0, denominator: 1 })
  expect(readings[0]?.latestAt?.slice(0, 16)).toBe('2026-11-25T03:30')
  expect(countedAt.slice(0, 16)).toBe('2026-11-25T04:00')
})
