import type { App } from '#kernel/app'
import { worklist } from '#contract/dossiers'
import { attempt } from '../../kit/call.ts'
import { queueOfSlug, queuePlaces, type QueueName } from '../queues.ts'

/** Where a dossier stands in the queue that one came from. `at` is null when it is not (or no longer) among the first rows. */
export type Neighbours = { queue: QueueName; slug: string; at: number | null; of: number; previous: string | null; next: string | null }

/**
 * The dossiers before and after in a queue; null without a queue, or with one that is not this person's. What has left the queue is followed
 * by the queue's first: the work that is due soonest.
 */
export async function neighboursIn(app: App, id: string, slug: string | null): Promise<Neighbours | null> {
  const queue = queueOfSlug(slug)
  if (queue === undefined) return null
  const found = await attempt(app, worklist, { queue })
  if (!found.ok) return null
  const { rows, count } = found.value
  const at = rows.findIndex((row) => row.id === id)
  return { queue, slug: queuePlaces[queue].slug, at: at < 0 ? null : at + 1, of: count, previous: at < 0 ? null : (rows[at - 1]?.id ?? null), next: rows[at + 1]?.id ?? null }
}
