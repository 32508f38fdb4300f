import { Failure } from '#kernel/failure'
import type { Call } from '#platform/http'
import type { PaperFile } from '../contract.ts'
import { keepPaper } from '../papers.ts'

/** Keeps a file as a paper of the person who hands it in: a citizen's own, or an officer's agency's. */
export async function uploadPaper(call: Call): Promise<PaperFile> {
  const { upload, actor, tx, clock } = call
  if (!upload) throw new Failure('invalid_input', { fields: ['file'] }, { fields: { file: 'required' } })
  return keepPaper(tx, { upload, actor, at: clock.now() })
}
