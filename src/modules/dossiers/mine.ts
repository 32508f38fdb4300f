import type { mineShows } from './contract.ts'
import type { State } from './states.ts'

export type MineShow = (typeof mineShows)[number]

/** What a person's own dossiers need of them: papers, a way to the counter, patience, nothing any more. Every state stands in one line, for either way of receiving the result. */
export const mineStates: Record<MineShow, readonly { states: readonly State[]; receive?: 'electronic' | 'counter' }[]> = {
  waiting: [{ states: ['desk_waiting', 'office_waiting'] }],
  collect: [{ states: ['approved', 'archived'], receive: 'counter' }],
  open: [{ states: ['submitted', 'accepted', 'processing', 'awaiting_signature'] }, { states: ['approved', 'archived'], receive: 'electronic' }],
  done: [{ states: ['handed_over', 'refused', 'withdrawn'] }],
}
