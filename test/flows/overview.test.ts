import { expect, it } from 'vitest'
import { overview } from '#contract/indicators'
import { nobody } from '#platform/http'
import { dossierAlong } from '../factories/finished.ts'
import { withApp } from '../with-app.ts'

it('the first page tells this month and this year, shows a count that is a moment old, and never one that is older than that', async () => {
  const app = await withApp({ at: '2026-11-25T02:00:00Z' })
  const at = (local: string): void => app.clock.moveTo(new Date(`${local}+07:00`))
  await dossierAlong(app, { submitted: '2026-09-16T09:00', accepted: '2026-09-16T10:00', signed: '2026-09-17T10:00' })
  await dossierAlong(app, { submitted: '2026-11-16T09:00', accepted: '2026-11-16T10:00', signed: '2026-11-24T10:00' })
  await dossierAlong(app, { submitted: '2026-11-24T09:00', accepted: '2026-11-24T10:00' })
  const told = async () => {
    const { countedAt, month, year, figures } = await app.call(nobody, overview, {})
    const [received, inTime, late] = figures
    return { countedAt, month, year, received: [received?.month?.numerator, received?.year?.numerator], inTime: [inTime?.month?.value, inTime?.year?.value], late: late?.month?.denominator }
  }
  at('2026-11-25T09:00:00')
  const first = await told()
  expect(first).toMatchObject({ month: { from: '2026-11-01' }, year: { from: '2026-01-01' }, received: [2, 3], inTime: [0, 0.5], late: 1 })
  await dossierAlong(app, { submitted: '2026-11-25T09:00', accepted: '2026-11-25T09:00' })
  at('2026-11-25T09:00:20')
  expect(await told()).toEqual(first)
  // older than half a minute: it is shown once more, with its time, and counted again behind it
  at('2026-11-25T09:00:50')
  expect(await told()).toEqual(first)
  await expect.poll(async () => (await told()).received).toEqual([3, 4])
  await dossierAlong(app, { submitted: '2026-11-25T09:01', accepted: '2026-11-25T09:01' })
  at('2026-11-25T09:10:00')
  expect((await told()).received).toEqual([4, 5])
})
