import type { WayState } from '../kit/timeline.tsx'
import type { StateKind } from '../kit/status-tag.tsx'

/** The kind of each of the ten published states: its shape and colour. */
export const publishedKinds: Record<number, StateKind> = { 1: 'new', 2: 'new', 3: 'stopped', 4: 'doing', 5: 'paused', 6: 'paused', 7: 'stopped', 8: 'stopped', 9: 'done', 10: 'done' }

/**
 * The stages of a dossier as stones, from its published state and the stage it has reached. Empty when nothing more will happen before the
 * end: stages that nobody will reach would be a promise.
 */
export function wayOf(published: number, stage: number, stages: number): WayState[] {
  const kind = publishedKinds[published]
  if (kind === 'stopped') return []
  // examining is the one stage that takes time: it is reached before it is over; a dossier that waits stands before what comes next
  const examining = kind === 'doing' || (kind === 'paused' && stage === 3)
  const done = examining ? stage - 1 : stage
  const here: WayState = kind === 'paused' ? 'paused' : kind === 'doing' ? 'now' : 'todo'
  return Array.from({ length: stages }, (_, at) => (at < done ? 'done' : at === done ? here : 'todo'))
}
