import type { Call } from '#platform/http'
import { charge } from '#modules/payments'
import { feeLinesOf, type Version } from '#modules/procedures'
import type { Filled } from './form.ts'
import type { Dossier } from './stores/dossiers.ts'

/** What a dossier's fees are charged from. */
type Charged = Pick<Dossier, 'id' | 'applicant' | 'citizen' | 'numberIndex' | 'channel' | 'receivingAgency' | 'collectingAgency'> & { code: string }

/**
 * Charges the fees of an accepted dossier, as its version and its answers make them (Nghị định 118/2025/NĐ-CP, Điều 24): at the desk where the person stands, or for
 * one that came online where they will come for the result. Nothing is charged when nobody pays.
 */
export async function chargeFees({ tx, clock }: Pick<Call, 'tx' | 'clock'>, dossier: Charged, { body }: Pick<Version, 'body'>, filling: Filled): Promise<void> {
  const lines = feeLinesOf(body, filling).map(({ fee, each, times, total }) => ({ code: fee.code, name: fee.name, amount: each, times, total }))
  const [agency, also] = dossier.channel === 'counter' ? [dossier.receivingAgency, dossier.collectingAgency] : [dossier.collectingAgency, dossier.receivingAgency]
  await charge(tx, {
    subject: dossier.id, code: dossier.code, title: body.shortTitle, payer: dossier.applicant.name, citizen: dossier.citizen, numberIndex: dossier.numberIndex, agency, also: also === agency ? null : also, lines, at: clock.now(),
  })
}
