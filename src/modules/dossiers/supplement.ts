import type { Act } from './stores/dossiers.ts'

/** One thing that was asked for: which paper, and what about it. */
export type AskedItem = { paper: string; what: string }

/** The items of the last request for papers; empty when there was none. */
export function askedItems(acts: readonly Act[]): AskedItem[] {
  const items = acts.findLast((act) => act.action === 'askSupplement')?.note['items']
  return Array.isArray(items) ? (items as AskedItem[]) : []
}

/** The papers that count: those handed in after a request replace the earlier ones of their kind. */
export function papersInForce<P extends { code: string; source: string }>(papers: readonly P[]): P[] {
  const replaced = new Set(papers.filter((paper) => paper.source === 'supplement').map((paper) => paper.code))
  return papers.filter((paper) => paper.source === 'supplement' || !replaced.has(paper.code))
}
