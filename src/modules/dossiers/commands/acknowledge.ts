import type { z } from 'zod'
import type { Call } from '#platform/http'
import { agencyName } from '#modules/agencies'
import { trackingSecret } from '../codes.ts'
import type { Acknowledgement } from '../contract.ts'
import { findDossier } from '../stores/dossiers.ts'

/** The secret that goes with a dossier's code: worked out from its id, so that it is nowhere to be stolen from. */
export const secretOf = (call: Pick<Call, 'sealer'>, dossier: string): string => trackingSecret(call.sealer.index('dossier-tracking', dossier))

type Facts = { id: string; code: string; submittedAt: Date; deskDueAt: Date; receivingAgency: string }

/** Proof for the person that the dossier is stored: code, time, by when the desk answers. Asks the database nothing. */
export const acknowledgementOf = (call: Pick<Call, 'sealer'>, dossier: Facts, deskName: { vi: string; en: string }): z.input<typeof Acknowledgement> => ({
  id: dossier.id, code: dossier.code, secret: secretOf(call, dossier.id), submittedAt: dossier.submittedAt.toISOString(), deskDueAt: dossier.deskDueAt.toISOString(),
  desk: { code: dossier.receivingAgency, name: deskName },
})

/** The same acknowledgement for a second press of the same key: from the dossier as it was stored. */
export async function acknowledgeAgain(call: Pick<Call, 'tx' | 'sealer'>, stored: { id: string }): Promise<z.input<typeof Acknowledgement> & { dueAt: string }> {
  const dossier = await findDossier(call.tx, stored.id)
  if (!dossier) throw new Error('an acknowledged dossier is gone')
  return { ...acknowledgementOf(call, dossier, await agencyName(call.tx, dossier.receivingAgency)), dueAt: (dossier.firstDueAt ?? dossier.deskDueAt).toISOString() }
}
