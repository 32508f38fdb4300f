import { addDays, fromLocal, localDate, type LocalDate } from '#kernel/local-time'
import { dueAt, type Calendar, type Pause, type TimeLimit } from '#kernel/working-time'
import type { State } from './states.ts'

export type Opinion = 'agree' | 'disagree' | 'other'

/** Another agency asked for its opinion (xin ý kiến). `papers` are those it may read meanwhile. */
export type Consultation = {
  id: string
  dossier: string
  number: number
  agency: string
  content: string
  papers: number[]
  askedAt: Date
  dueAt: Date
  fromAgency: string
  asker: string
  askerName: string
  askerTitle: string | null
  end: { kind: 'answered' | 'withdrawn' | 'silent'; at: Date; opinion: Opinion | null; reasons: string | null; actorName: string; actorTitle: string | null } | null
}

/** Where a consultation stands. `overdue`: its time is over, and nobody has written down yet that the agency said nothing. */
export type Stands = 'open' | 'overdue' | 'answered' | 'withdrawn' | 'silent'

export const standsAt = ({ end, dueAt: due }: Pick<Consultation, 'end' | 'dueAt'>, now: Date): Stands => end?.kind ?? (now < due ? 'open' : 'overdue')

/** States in which a question may be put: the dossier is in an officer's hand. */
export const askingStates: readonly State[] = ['processing']

/** States in which an agency that was asked still sees the question and may answer: also while the applicant is waited for. */
export const askedStates: readonly State[] = ['processing', 'office_waiting']

/** The moment by which an agency answers that has until a day: the close of that day, or of the next working day. */
export const closeOf = (calendar: Calendar, day: LocalDate): Date => dueAt(calendar, fromLocal(addDays(day, -1), '12:00'), { amount: 1, unit: 'day' })

/** The last day that may be given to an agency that is asked now. */
export const latestDay = (calendar: Calendar, now: Date, most: TimeLimit): LocalDate => localDate(dueAt(calendar, now, most))

/** What is wrong with the day until which an agency is to answer: it lies behind, leaves no time, or is later than the rules allow. Undefined when nothing is. */
export function dayFault(calendar: Calendar, day: LocalDate, now: Date, most: TimeLimit): 'not_after_today' | 'too_late' | undefined {
  if (day <= localDate(now)) return 'not_after_today'
  return day > latestDay(calendar, now, most) ? 'too_late' : undefined
}

/** The times in which a dossier's own clock stands still for consultations, where its version says so. One that is open holds it until its deadline: then it is over. */
export const stopsOf = (consultations: readonly Pick<Consultation, 'askedAt' | 'dueAt' | 'end'>[], clock: 'runs' | 'stops'): Pause[] =>
  clock === 'runs' ? [] : consultations.map(({ askedAt, dueAt: due, end }) => ({ from: askedAt, to: end && end.at < due ? end.at : due }))
