import { reaches } from './rights.ts'

/** Somebody who may get work: what lies in their hands already, and which procedures they are limited to (null for none, any is theirs). */
export type Taker = { id: string; load: number; procedures: readonly string[] | null }

/** A dossier to be given to somebody. */
export type Given = { id: string; procedure: string }

/**
 * Spreads dossiers, in their order, each to whoever of those who may have it holds the least by then; of equals to the one named first.
 * `nobody`: those that none of them may have.
 */
export function spread(dossiers: readonly Given[], takers: readonly Taker[]): { to: Map<string, string>; nobody: string[] } {
  const loads = new Map(takers.map(({ id, load }) => [id, load]))
  const to = new Map<string, string>()
  const nobody: string[] = []
  for (const { id, procedure } of dossiers) {
    const able = takers.filter((taker) => reaches(taker, procedure))
    const least = able.reduce<Taker | undefined>((best, each) => (best === undefined || (loads.get(each.id) ?? 0) < (loads.get(best.id) ?? 0) ? each : best), undefined)
    if (least === undefined) {
      nobody.push(id)
      continue
    }
    to.set(id, least.id)
    loads.set(least.id, (loads.get(least.id) ?? 0) + 1)
  }
  return { to, nobody }
}
