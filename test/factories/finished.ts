import { accept, approve, propose, take, type Acknowledgement } from '#contract/dossiers'
import type { TestApp } from '../with-app.ts'
import { submitted } from './drafts.ts'
import { citizen, officer } from './people.ts'

/** How far a dossier goes, and when (local times): what is left out has not happened. */
export type Way = { submitted: string; accepted?: string; signed?: string }

/** A dossier of ward one, taken as far as told by the officers of that ward. The business clock stands where the last step was. */
export async function dossierAlong(app: TestApp, way: Way): Promise<Acknowledgement> {
  const move = (time: string): void => app.clock.moveTo(new Date(`${time}:00+07:00`))
  move(way.submitted)
  const sent = await submitted(app, await citizen(app, 'an'))
  if (way.accepted === undefined) return sent
  move(way.accepted)
  await app.call(await officer(app, 'clerk.001'), accept, { id: sent.id })
  if (way.signed === undefined) return sent
  await app.call(await officer(app, 'officer.001'), take, { id: sent.id })
  await app.call(await officer(app, 'officer.001'), propose, { id: sent.id })
  move(way.signed)
  await app.call(await officer(app, 'leader.001'), approve, { id: sent.id })
  return sent
}
