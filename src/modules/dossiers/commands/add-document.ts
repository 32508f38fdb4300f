import { uuidv7 } from '#kernel/ids'
import { localDate } from '#kernel/local-time'
import type { Call } from '#platform/http'
import type { DocumentKind } from '../codes.ts'
import { insertDocument } from '../stores/documents.ts'
import type { Dossier } from '../stores/dossiers.ts'

/** The job that makes a document's PDF before anybody asks for it. */
export const makeDocumentJob = 'dossiers.make-document'

/**
 * Adds a document to a dossier in the act's transaction: its number is taken and its facts are fixed now, its PDF is made afterwards.
 * The issuing agency is the one whose officer acts.
 */
export async function addDocument(call: Pick<Call, 'tx' | 'jobs' | 'clock' | 'actor'>, dossier: Pick<Dossier, 'id'>, kind: DocumentKind, facts: Record<string, unknown>): Promise<void> {
  const at = call.clock.now()
  const id = uuidv7()
  await insertDocument(call.tx, { id, dossier: dossier.id, kind, agency: call.actor.agency ?? '', year: Number(localDate(at).slice(0, 4)), facts, at })
  await call.jobs.ask(call.tx, makeDocumentJob, { document: id }, id)
}
