import type { DossierView, Row } from '#contract/dossiers'
import { formatDate, formatTime } from '#kernel/format'
import type { StateKind } from '../../kit/status-tag.tsx'
import type { StoneKind, StoneSign, StoneTone } from '../../kit/stone.tsx'
import { t, type Locale } from '../../messages/index.ts'
import { sayDay, sayWhen } from '../when.ts'

type State = Row['state']

/** The kind of each state: its shape and colour. */
export const kindOf: Record<State, StateKind> = {
  submitted: 'new', accepted: 'new', processing: 'doing', awaiting_signature: 'doing', desk_waiting: 'paused', office_waiting: 'paused', refused: 'stopped', withdrawn: 'stopped',
  approved: 'done', archived: 'done', handed_over: 'done',
}

/** Whether the dossier waits for the person. */
export const waitsForPerson = (state: State): boolean => state === 'desk_waiting' || state === 'office_waiting'

/** minutes of a working day, for saying "3 ngày" of many minutes */
const minutesPerDay = 480

/** How a dossier's time stands on the large stone. */
export type StoneLook = { kind: StoneKind; figure: string; unit: string; label: string }

/** The large stone of a dossier: the promised hour, what is over, or when it was done. Null when nothing was promised any more. */
export function stoneOf(view: Pick<DossierView, 'state' | 'clock' | 'dueAt' | 'deskDueAt' | 'finishedAt'>, now: string, locale: Locale): StoneLook | null {
  const { stone } = t(locale).mine
  if (view.state === 'refused' || view.state === 'withdrawn') return null
  if (waitsForPerson(view.state)) return { kind: 'paused', figure: '–', unit: stone.pausedUnit, label: stone.paused }
  if (view.clock?.kind === 'late') return lateStone(-view.clock.minutes, locale)
  const at = (kind: StoneKind, when: string, label: string): StoneLook => ({ kind, figure: formatTime(when), unit: sayDay(when, now, locale), label })
  if (view.finishedAt !== null) return at('done', view.finishedAt, stone.done(sayWhen(view.finishedAt, now, locale)))
  if (view.dueAt !== null) return at('promise', view.dueAt, stone.promise(sayWhen(view.dueAt, now, locale)))
  return at('answer', view.deskDueAt, stone.answer(sayWhen(view.deskDueAt, now, locale)))
}

function lateStone(minutes: number, locale: Locale): StoneLook {
  const { stone } = t(locale).mine
  const unit = minutes >= minutesPerDay ? 'day' : minutes >= 60 ? 'hour' : 'minute'
  const amount = String(Math.max(1, Math.floor(minutes / { day: minutesPerDay, hour: 60, minute: 1 }[unit])))
  return { kind: 'late', figure: amount, unit: stone.unit[unit] ?? '', label: stone.late(amount, stone.unit[unit] ?? '') }
}

/** How the small stone before a row looks. */
export function glyphOf({ state, clock }: Pick<Row, 'state' | 'clock'>): { cap: number; tone: StoneTone; sign?: StoneSign } {
  if (waitsForPerson(state)) return { cap: 0, tone: 'none', sign: 'paused' }
  if (kindOf[state] === 'stopped') return { cap: 0, tone: 'none' }
  if (kindOf[state] === 'done') return { cap: 1, tone: 'done', sign: 'done' }
  if (clock?.kind === 'late') return { cap: 1, tone: 'late', sign: 'late' }
  if (clock?.kind === 'near') return { cap: 0.7, tone: 'near' }
  return { cap: 0.2 + 0.25 * (clock?.share ?? 0), tone: 'act' }
}

/** What a row says of its time, after its state. Empty when nothing is to be said. */
export function timeWords(row: Row, now: string, locale: Locale): string {
  const words = t(locale).mine.row
  if (waitsForPerson(row.state)) return words.supply
  if (row.state === 'approved' && !row.notGranted) return words.collect
  if (row.state === 'archived') return words.collectArchived
  if (row.finishedAt !== null) return words.done(formatDate(new Date(row.finishedAt)))
  if (kindOf[row.state] === 'stopped') return ''
  const due = sayWhen(row.dueAt ?? row.deskDueAt, now, locale)
  if (row.clock?.kind === 'late') return words.late(due)
  return row.dueAt === null ? words.submitted(due) : words.due(due)
}
