import type { Tx } from '#platform/db'
import { tidyCode } from './codes.ts'
import { listDocuments } from './stores/documents.ts'
import { findDossierByCode, listActs } from './stores/dossiers.ts'

/** One act as a line: when, what, by whom, from where to where. No personal data of the citizen. */
export type CourseLine = { at: Date; what: string; who: string }

export type Course = { id: string; code: string; state: string; lines: CourseLine[]; documents: { id: string; kind: string }[] }

/** The acts of the dossier with this code, its id and the papers it was written, or undefined when there is none. The citizen is called citizen. */
export async function readCourseByCode(tx: Tx, code: string): Promise<Course | undefined> {
  const dossier = await findDossierByCode(tx, tidyCode(code))
  if (!dossier) return undefined
  const acts = await listActs(tx, dossier.id)
  const lines = acts.map((act) => ({
    at: act.at, what: `${act.action}: ${act.fromState ?? '-'} -> ${act.toState}`, who: act.actorKind === 'officer' ? `${act.actorName}${act.agency ? ` (${act.agency})` : ''}` : act.actorKind,
  }))
  const documents = (await listDocuments(tx, dossier.id)).map(({ id, kind }) => ({ id, kind }))
  return { id: dossier.id, code: dossier.code, state: dossier.state, lines, documents }
}
