import { inTransaction, reading } from '#platform/db'
import type { Tools } from '#platform/tools'
import { dossiersWithSilence } from '../stores/consultations.ts'
import { lockDossier } from '../stores/dossiers.ts'
import { noteSilence } from './consultations.ts'

/** as many as one run takes; what is left waits for the next */
const most = 500

/** Writes down which agencies said nothing until their time was over, one dossier after the other: a run that is cut off has done what it did. */
export async function noteSilences(tools: Pick<Tools, 'db' | 'clock' | 'province'>): Promise<void> {
  for (const id of await dossiersWithSilence(reading(tools.db), tools.clock.now(), most)) {
    await inTransaction(tools.db, async (tx) => {
      const dossier = await lockDossier(tx, id)
      if (dossier) await noteSilence({ ...tools, tx }, dossier)
    })
  }
}
