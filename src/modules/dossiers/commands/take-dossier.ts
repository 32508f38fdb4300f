import type { z } from 'zod'
import { Failure } from '#kernel/failure'
import type { Call } from '#platform/http'
import { colleaguesOf, whoMayHave } from '../colleagues.ts'
import type { assign, Done, take } from '../contract.ts'
import { DossierTaken } from '../events.ts'
import { doneOf, lockVisible, personOf, refuseUnlessAllowed, writeMove } from './move.ts'

/** An officer begins to work on an accepted dossier of the office. */
export async function takeDossier(call: Call<z.output<typeof take.input>>): Promise<Done> {
  const { tx, actor } = call
  const dossier = await lockVisible(call, call.input.id)
  refuseUnlessAllowed(dossier, 'take', personOf(actor))
  const moved = await writeMove(tx, dossier, actor, { action: 'take', event: DossierTaken, at: call.clock.now(), change: { holder: actor.id } })
  return doneOf(moved, actor)
}

/** A leader gives a dossier to an officer of the office. Throws `officer_not_here` for anybody else. */
export async function assignDossier(call: Call<z.output<typeof assign.input>>): Promise<Done> {
  const { tx, actor, input } = call
  const dossier = await lockVisible(call, input.id)
  refuseUnlessAllowed(dossier, 'assign', personOf(actor))
  const now = call.clock.now()
  const officer = whoMayHave(await colleaguesOf(tx, dossier.competentAgency, now), dossier.procedure).find(({ id }) => id === input.officer)
  if (!officer) throw new Failure('officer_not_here', { agency: dossier.competentAgency })
  const moved = await writeMove(tx, dossier, actor, { action: 'assign', event: DossierTaken, at: now, note: { officer: officer.name }, change: { holder: officer.id } })
  return doneOf(moved, actor)
}
