import { route, type Route } from '#platform/http'
import { downloadPaper as download } from './commands/download-paper.ts'
import { uploadPaper as upload } from './commands/upload-paper.ts'
import { downloadPaper, uploadPaper } from './contract.ts'
import { paperLimits, widestLimits } from './papers.ts'

/** Who hands papers in, and who gets them back here; modules whose records hold papers show them through routes of their own. */
export const routes: readonly Route[] = [
  route(uploadPaper, { who: ['citizen', 'clerk', 'officer'], kind: 'upload', accepts: widestLimits, acceptsHere: async ({ actor }) => (actor.kind === 'officer' ? widestLimits : paperLimits) }, upload),
  route(downloadPaper, { who: ['citizen', 'clerk', 'officer', 'leader'], kind: 'download', reads: { purpose: 'paper', what: ['papers'] } }, download),
]
