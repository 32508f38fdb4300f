import type { z } from 'zod'
import { Failure } from '#kernel/failure'
import { localDate, type LocalDate } from '#kernel/local-time'
import type { Call } from '#platform/http'
import { agencyName, findAgency, type Agency } from '#modules/agencies'
import { getVersion, type Body } from '#modules/procedures'
import { dueOf } from '../clock-rules.ts'
import type { Done, reroute } from '../contract.ts'
import { DossierRerouted } from '../events.ts'
import type { Dossier } from '../stores/dossiers.ts'
import { endQuestionsOf } from './consultations.ts'
import { doneOf, lockVisible, personOf, refuseUnlessAllowed, writeMove } from './move.ts'

/**
 * A dossier came to the wrong authority: it goes to the right one with its papers, and that one's time begins at this minute. The day promised to the person
 * (`firstDueAt`) stays on record, what the first one asked other agencies is asked no more, and the act says who had it and for how long. Throws `agency_cannot`.
 */
export async function rerouteDossier(call: Call<z.output<typeof reroute.input>>): Promise<Done> {
  const { tx, actor, clock, province, input } = call
  const dossier = await lockVisible(call, input.id)
  refuseUnlessAllowed(dossier, 'reroute', personOf(actor))
  const now = clock.now()
  const { body } = await getVersion(tx, dossier.procedureVersion)
  const agency = await findAgency(tx, input.agency, localDate(now))
  if (!agency || !couldDecide(agency, body, dossier, localDate(now))) throw new Failure('agency_cannot', { agency: input.agency })
  const from = await agencyName(tx, dossier.competentAgency)
  const dueAt = dueOf(province.calendar, { acceptedAt: now, limit: body.timeLimit, policy: body.pausePolicy, pauses: [] })
  const standing = await endQuestionsOf(call, dossier, input.reason)
  const moved = await writeMove(tx, standing, actor, {
    action: 'reroute', event: DossierRerouted, at: now, note: { reason: input.reason, from: from.vi, to: agency.name.vi }, change: { competentAgency: agency.code, area: agency.area, holder: null, routedAt: now, dueAt },
  })
  return doneOf(moved, actor)
}

const couldDecide = ({ code, kind, validFrom, validTo }: Agency, body: Body, dossier: Dossier, today: LocalDate): boolean =>
  kind === body.competentAgencyKind && code !== dossier.competentAgency && validFrom <= today && (validTo === null || today < validTo)
