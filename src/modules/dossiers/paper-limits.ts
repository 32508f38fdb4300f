import { Failure } from '#kernel/failure'
import type { Accepts } from '#platform/http'
import { paperLimits } from '#modules/files'
import { fileTypesOf, megabytesOf, type Body } from '#modules/procedures'

/** What a file of a paper may be, as the version of its procedure says; what papers may be anywhere when the version does not know the paper. */
export function limitsOfPaper(body: Pick<Body, 'papers'>, code: string): Accepts {
  const paper = body.papers.find((each) => each.code === code)
  return paper ? { maxBytes: megabytesOf(paper) * 1024 * 1024, types: fileTypesOf(paper) } : paperLimits
}

/** A file that was kept before anybody said of which paper it is: a scan of the counter. Throws `too_large`, `unsupported_file_type`. */
export function refuseUnfit(body: Pick<Body, 'papers'>, code: string, { size, type }: { size: number; type: string }): void {
  const { maxBytes, types } = limitsOfPaper(body, code)
  if (size > maxBytes) throw new Failure('too_large', { maxBytes })
  if (!types.includes(type)) throw new Failure('unsupported_file_type', { found: type, allowed: types })
}
