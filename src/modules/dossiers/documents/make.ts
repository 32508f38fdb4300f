import type { Documents } from '#platform/documents'
import { documentData, documentFacts, templateOf, type DocumentFacts, type DocumentKind } from './facts.ts'

/**
 * Makes the paper of a kind from its facts: PDF bytes, the same bytes for the same facts, dated by `issuedAt`. Facts are checked first, for they
 * may come from a store of years ago: a ZodError says which are wrong. Other errors are those of `Documents.render`.
 */
export async function makeDocument<K extends DocumentKind>(documents: Documents, kind: K, facts: DocumentFacts[K]): Promise<Uint8Array> {
  const checked = documentFacts[kind].parse(facts) as DocumentFacts[K]
  return documents.render(templateOf(kind), await documentData[kind](checked), { date: new Date(checked.issuedAt) })
}
