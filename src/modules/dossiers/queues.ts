import type { Role } from '#kernel/app'
import type { Scope } from './rights.ts'
import type { State } from './states.ts'

/** A saved question of the desk: which dossiers, of whose, in which order. The counters beside the names ask the same question. */
export type Queue = {
  roles: readonly Role[]
  scope: Exclude<Scope, 'own' | 'free' | 'consulted'>
  states: readonly State[]
  /** the time that the rows are sorted by, soonest first */
  order: 'deskDueAt' | 'dueAt' | 'finishedAt' | 'closedAt'
  /** closed today only */
  today?: boolean
  /** what is certified as it comes from the counter: `also` here although it is only accepted, or `not` here */
  certified?: 'also' | 'not'
  /** what is given at once is counted apart: somebody waits for it */
  hurries?: boolean
}

/** Every queue, in the order of the rail. */
export const queues = {
  to_answer: { roles: ['clerk'], scope: 'desk', states: ['submitted'], order: 'deskDueAt' },
  desk_waiting: { roles: ['clerk'], scope: 'desk', states: ['desk_waiting'], order: 'deskDueAt' },
  to_hand_over: { roles: ['clerk'], scope: 'counter', states: ['approved'], order: 'finishedAt', hurries: true },
  in_offices: { roles: ['clerk'], scope: 'desk', states: ['accepted', 'processing', 'office_waiting', 'awaiting_signature'], order: 'dueAt' },
  archived: { roles: ['clerk'], scope: 'counter', states: ['archived'], order: 'finishedAt' },
  handed_over_today: { roles: ['clerk'], scope: 'counter', states: ['handed_over'], order: 'closedAt', today: true },
  mine: { roles: ['officer'], scope: 'hand', states: ['processing', 'office_waiting'], order: 'dueAt' },
  to_take: { roles: ['officer', 'leader'], scope: 'office', states: ['accepted'], order: 'dueAt', certified: 'not', hurries: true },
  to_sign: { roles: ['leader'], scope: 'office', states: ['awaiting_signature'], order: 'dueAt', certified: 'also', hurries: true },
  office_open: { roles: ['officer', 'leader'], scope: 'office', states: ['accepted', 'processing', 'awaiting_signature'], order: 'dueAt' },
  office_waiting: { roles: ['officer', 'leader'], scope: 'office', states: ['office_waiting'], order: 'dueAt' },
  office_signed: { roles: ['officer', 'leader'], scope: 'office', states: ['approved'], order: 'finishedAt' },
} as const satisfies Record<string, Queue>

export type QueueName = keyof typeof queues
export const queueNames = Object.keys(queues) as QueueName[]

/** The queues a role works from, the first of them first. */
export const queuesOf = (role: Role): QueueName[] => queueNames.filter((name) => (queues[name].roles as readonly Role[]).includes(role))
