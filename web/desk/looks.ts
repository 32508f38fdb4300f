import type { z } from 'zod'
import type { DossierState as States, Row } from '#contract/dossiers'
import { formatDate, formatTime } from '#kernel/format'
import { addDays, localDate } from '#kernel/local-time'
import { clockLook, type ClockFacts, type ClockLook } from '../kit/clock.ts'
import type { StateKind } from '../kit/status-tag.tsx'
import type { Messages } from '../messages/index.ts'

export type DossierState = z.output<typeof States>

/** The kind of each state: its shape and colour. */
export const stateKinds: Record<DossierState, StateKind> = {
  submitted: 'new', accepted: 'new', refused: 'stopped', processing: 'doing', awaiting_signature: 'doing', desk_waiting: 'paused', office_waiting: 'paused', withdrawn: 'stopped',
  approved: 'done', archived: 'done', handed_over: 'done',
}

/** minutes of a working day, for saying "3 ngày" of many minutes */
const minutesPerDay = 480

type Timed = Pick<Row, 'clock' | 'state' | 'dueAt' | 'deskDueAt' | 'finishedAt'>

/** By when the next thing must happen: the result, or before the acceptance the desk's answer. */
export const dueOf = (row: Pick<Row, 'dueAt' | 'deskDueAt'>): string => row.dueAt ?? row.deskDueAt

/** What is known of a row's time, or null when no clock runs on it. */
function factsOf(row: Timed, now: string): ClockFacts | null {
  const { clock } = row
  if (clock === null) return row.state === 'desk_waiting' ? { state: 'paused' } : null
  if (clock.kind === 'waiting') return { state: 'paused' }
  if (clock.kind === 'done') return { state: 'finished', minutesLeft: clock.minutes, minutesPerDay }
  // what is late by less than a minute has no minute left, and is late all the same
  if (clock.kind === 'late') return { state: 'running', minutesLeft: Math.min(-1, clock.minutes), minutesTotal: minutesPerDay, minutesPerDay, due: 'today' }
  const [today, due] = [localDate(new Date(now)), localDate(new Date(dueOf(row)))]
  const minutesTotal = clock.share < 1 ? clock.minutes / (1 - clock.share) : clock.minutes
  return { state: 'running', minutesLeft: clock.minutes, minutesTotal, minutesPerDay, due: due === today ? 'today' : due === addDays(today, 1) ? 'tomorrow' : 'later' }
}

/** The small clock of a row. */
export function clockOf(row: Timed, now: string, kit: Messages['kit']): ClockLook | null {
  const facts = factsOf(row, now)
  return facts && clockLook(facts, kit)
}

/** `hôm nay 11:30`, `ngày mai 09:00`, `25/11 09:15`; with the year when it is another one. */
export function dueWords(at: string, now: string, kit: Messages['kit']): string {
  const [day, today] = [localDate(new Date(at)), localDate(new Date(now))]
  if (day === today) return `${kit.today} ${formatTime(at)}`
  if (day === addDays(today, 1)) return `${kit.tomorrow} ${formatTime(at)}`
  return `${day.slice(0, 4) === today.slice(0, 4) ? formatDate(day).slice(0, 5) : formatDate(day)} ${formatTime(at)}`
}

/** The part of a code that all of them begin with, up to the dash after the agency; empty when they differ. */
export function commonPrefix(codes: readonly string[]): string {
  const prefixes = new Set(codes.map((code) => code.slice(0, code.indexOf('-') + 1)))
  const [only] = prefixes
  return prefixes.size === 1 && only !== undefined ? only : ''
}
