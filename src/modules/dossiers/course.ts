import type { Tx } from '#platform/db'
import type { Course } from '#platform/module'
import { tidyCode } from './codes.ts'
import { listDocuments } from './stores/documents.ts'
import { findDossierByCode, listActs } from './stores/dossiers.ts'

/** The acts of the dossier with this code and the documents it was written, or undefined when there is none. The citizen is called citizen. */
export async function readCourseByCode(tx: Tx, code: string): Promise<Course | undefined> {
  const dossier = await findDossierByCode(tx, tidyCode(code))
  if (!dossier) return undefined
  const acts = await listActs(tx, dossier.id)
  const lines = acts.map((act) => ({
    at: act.at, what: `${act.action}: ${act.fromState ?? '-'} -> ${act.toState}`, who: act.actorKind === 'officer' ? `${act.actorName}${act.agency ? ` (${act.agency})` : ''}` : act.actorKind,
  }))
  const related = (await listDocuments(tx, dossier.id)).map(({ id, kind }) => ({ id, what: kind }))
  return { id: dossier.id, code: dossier.code, state: dossier.state, lines, related }
}
