import type { z } from 'zod'
import type { QueueName as QueueNames } from '#contract/dossiers'
import type { WorkColumn } from '../kit/worklist.tsx'
import type { DossierState } from './looks.ts'

export type QueueName = z.output<typeof QueueNames>

type QueuePlace = {
  /** its part of the address */
  slug: string
  /** where it stands in the rail: the person's own work, or what happens around it */
  group: 'own' | 'around'
  /** whether its times lie ahead, so that the strip of days says something */
  running: boolean
  /** whether the time is the one of the answer, not of the result */
  answer?: true
  /** what its rows are sorted by, when not by what is due soonest */
  order?: 'signed' | 'closed'
  /** the states of its dossiers: one that has gone on belongs to it no more */
  states?: readonly DossierState[]
  /** columns beyond time, code, procedure and applicant: those in which its rows differ */
  columns: readonly WorkColumn[]
}

/** Where each queue lies and how it is shown; which ones a person has is the server's answer. */
export const queuePlaces: Record<QueueName, QueuePlace> = {
  to_answer: { slug: 'can-tiep-nhan', group: 'own', running: true, answer: true, states: ['submitted'], columns: ['channel', 'acts'] },
  desk_waiting: { slug: 'cho-bo-sung', group: 'own', running: false, states: ['desk_waiting'], columns: ['channel', 'acts'] },
  to_hand_over: { slug: 'cho-tra-ket-qua', group: 'own', running: false, states: ['approved'], order: 'signed', columns: ['shelf', 'holder', 'acts'] },
  in_offices: { slug: 'dang-giai-quyet', group: 'around', running: true, columns: ['channel', 'holder', 'state'] },
  archived: { slug: 'da-vao-luu-tru', group: 'around', running: false, order: 'signed', columns: ['shelf', 'holder', 'acts'] },
  handed_over_today: { slug: 'da-tra-hom-nay', group: 'around', running: false, order: 'closed', columns: ['channel', 'holder', 'state'] },
  mine: { slug: 'cua-toi', group: 'own', running: true, states: ['processing', 'office_waiting'], columns: ['channel', 'state', 'acts'] },
  to_take: { slug: 'cho-nhan-xu-ly', group: 'own', running: true, states: ['accepted'], columns: ['channel', 'acts'] },
  to_sign: { slug: 'cho-ky', group: 'own', running: true, states: ['awaiting_signature'], columns: ['channel', 'holder', 'acts'] },
  office_open: { slug: 'co-quan-dang-giai-quyet', group: 'around', running: true, columns: ['channel', 'holder', 'state'] },
  office_waiting: { slug: 'co-quan-cho-bo-sung', group: 'around', running: false, columns: ['channel', 'holder', 'state'] },
  office_signed: { slug: 'da-ky', group: 'around', running: false, order: 'signed', columns: ['channel', 'holder', 'state'] },
}

export const queueNames = Object.keys(queuePlaces) as QueueName[]

/** The address of a queue. */
export const queueAt = (name: QueueName): string => `/can-bo/hang-doi/${queuePlaces[name].slug}`

/** The queue of an address; undefined for none. */
export const queueOfSlug = (slug: string | null | undefined): QueueName | undefined => queueNames.find((name) => queuePlaces[name].slug === slug)
