import { fileTypesOf, megabytesOf, type Paper } from '#contract/procedures'
import type { Refusal } from '../kit/call.ts'
import type { SummaryLine } from '../kit/form.ts'
import { sentence, t, type Locale } from '../messages/index.ts'

/** What the address says of the upload before: of which paper, and the code of its refusal. */
export type Uploaded = { paper: string | null; refused: string | null }

export const uploadedOf = (request: Request): Uploaded => {
  const { searchParams } = new URL(request.url)
  return { paper: searchParams.get('giay'), refused: searchParams.get('loi') }
}

export type HandInErrors = { of(code: string): string | undefined; summary: SummaryLine[] }

type Asked = { code: string; name: string; rules?: Pick<Paper, 'maxMegabytes' | 'files'> | undefined }

/** What is wrong with the papers of a page: files that are missing when the person goes on, or the one that was just refused. */
export function handInErrors(papers: readonly Asked[], uploaded: Uploaded, refusal: Refusal | undefined, locale: Locale): HandInErrors {
  const of = (code: string): string | undefined => {
    const paper = papers.find((each) => each.code === code)
    if (!paper) return undefined
    const missing = t(locale).apply.papers.wanted(paper.name)
    if (refusal) return refusal.fields[code] === undefined ? undefined : missing
    if (uploaded.refused === null || uploaded.paper !== code) return undefined
    // no file was chosen at all
    return uploaded.refused === 'invalid_input' ? t(locale).apply.papers.notChosen(paper.name) : sentence(uploaded.refused, { maxBytes: megabytesOf(paper.rules ?? {}) * 1024 * 1024, allowed: fileTypesOf(paper.rules ?? {}) }, locale)
  }
  const summary: SummaryLine[] = papers.flatMap(({ code }) => {
    const text = of(code)
    return text === undefined ? [] : [{ href: `#${code}`, text }]
  })
  if (refusal && summary.length === 0) summary.push({ href: null, text: sentence(refusal.code, refusal.values, locale) })
  return { of, summary }
}
