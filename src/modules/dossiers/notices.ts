import { localDate } from '#kernel/local-time'
import type { Reaction } from '#platform/tools'
import { agencyNames } from '#modules/agencies'
import { getVersion } from '#modules/procedures'
import { findPresently } from './custody.ts'
import { listActs } from './stores/dossiers.ts'

export type NoticeTemplate = 'submitted' | 'accepted' | 'refused' | 'supplement_asked' | 'supplied' | 'taken' | 'result_approved' | 'refusal_signed' | 'result_handed_over' | 'result_archived' | 'result_voided' | 'result_waiting' | 'withdrawn' | 'opinion_asked' | 'field_check_set' | 'field_check_moved' | 'field_check_recorded'

/**
 * What a notice says: agency, officer, and the times of reception, of handling and of return (Nghị định 224/2026/NĐ-CP, Điều 15 khoản 1 điểm g),
 * all as they were at this act; the counter is where the person goes now. Undefined when the dossier is gone.
 */
export async function factsOfNotice(reaction: Pick<Reaction, 'tx' | 'clock'>, id: string, number: number): Promise<Record<string, unknown> | undefined> {
  const { tx } = reaction
  const dossier = await findPresently(reaction, id)
  const act = (await listActs(tx, id)).find((each) => each.number === number)
  if (!dossier || !act) return undefined
  const agency = act.agency ?? dossier.receivingAgency
  const names = await agencyNames(tx, [agency, dossier.collectingAgency])
  const named = (place: string) => names.get(place) ?? { vi: place, en: place }
  return {
    code: dossier.code, title: (await getVersion(tx, dossier.procedureVersion)).body.shortTitle, agency: named(agency), counter: named(dossier.collectingAgency),
    officer: act.actorKind === 'officer' ? { name: act.actorName, title: act.actorTitle } : null, at: act.at.toISOString(), day: localDate(act.at),
    receivedAt: dossier.acceptedAt?.toISOString() ?? null, dueAt: dossier.dueAt?.toISOString() ?? null, deskDueAt: dossier.deskDueAt.toISOString(), receive: dossier.receive,
    reason: wordOf(act.note['reason']), ...(dossier.refusal !== null && dossier.finishedAt !== null && { notGranted: true }), ...('asked' in act.note && { asked: act.note['asked'] }),
    ...('startsAt' in act.note && { startsAt: act.note['startsAt'], goes: wordOf(act.note['goes']), preparation: wordOf(act.note['preparation']) }),
    ...('conforms' in act.note && { conforms: act.note['conforms'] }),
  }
}

const wordOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)
