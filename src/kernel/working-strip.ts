import { type LocalDate, dateOfDay, dayOfMinute, localMinute, minutesPerDay } from './local-time.ts'
import type { Calendar } from './working-calendar.ts'
import { type Pause, mergePauses } from './time-limit.ts'

/**
 * What a stretch of working time was: `before` the reception, `void` (used, but the limit was counted afresh since), `used`,
 * `paused` (waiting for the citizen), `left`, `late` (after the due time, until now), `after` the due time and still to come.
 */
export type StripKind = 'before' | 'void' | 'used' | 'paused' | 'left' | 'late' | 'after'

/** Minutes since midnight of its day. */
export type StripSegment = { kind: StripKind; from: number; to: number }
export type StripBlock = { from: number; to: number; segments: StripSegment[] }

/** One working day: its sessions (morning, afternoon), and where the ink line (now) and the flag (due) stand, minutes since midnight. */
export type StripDay = { date: LocalDate; blocks: StripBlock[]; now: number | null; due: number | null }

/** The working-time strip with its sums in working minutes: it shows the law's arithmetic, so nobody argues. */
export type Strip = { days: StripDay[]; used: number; paused: number; left: number; late: number }

/**
 * Every working day from the reception to the due time (to now, when the dossier is late), cut where something changes. Waits are drawn
 * as given. Under RESTART_AFTER_SUPPLEMENT give `restartedAt`, the moment the dossier became full: what was used before is `void`.
 */
export function strip(
  calendar: Calendar,
  from: Date,
  now: Date,
  due: Date,
  pauses: readonly Pause[] = [],
  options: { restartedAt?: Date } = {},
): Strip {
  const facts: Facts = {
    start: localMinute(from),
    now: localMinute(now),
    due: localMinute(due),
    restarted: options.restartedAt ? localMinute(options.restartedAt) : Number.NEGATIVE_INFINITY,
    pauses: mergePauses(pauses, from),
  }
  const result: Strip = { days: [], used: 0, paused: 0, left: 0, late: 0 }
  const lastDay = dayOfMinute(Math.max(facts.due, facts.now))
  for (let day = dayOfMinute(facts.start); day <= lastDay; day += 1) {
    const sessions = calendar.openOn(day)
    if (sessions.length === 0) continue
    const base = day * minutesPerDay
    const blocks = sessions.map((session) => ({ ...session, segments: cut(facts, base, session.from, session.to) }))
    for (const { kind, from: a, to: b } of blocks.flatMap((block) => block.segments)) {
      if (kind === 'used' || kind === 'paused' || kind === 'left' || kind === 'late') result[kind] += b - a
    }
    const within = (minute: number): number | null => (dayOfMinute(minute) === day ? minute - base : null)
    result.days.push({ date: dateOfDay(day), blocks, now: within(facts.now), due: within(facts.due) })
  }
  return result
}

type Facts = { start: number; now: number; due: number; restarted: number; pauses: readonly { from: number; to: number }[] }

const kindAt = (facts: Facts, minute: number): StripKind => {
  if (minute < facts.start) return 'before'
  if (minute >= facts.due) return minute < facts.now ? 'late' : 'after'
  if (facts.pauses.some((pause) => pause.from <= minute && minute < pause.to)) return 'paused'
  if (minute >= facts.now) return 'left'
  return minute < facts.restarted ? 'void' : 'used'
}

const cut = (facts: Facts, base: number, from: number, to: number): StripSegment[] => {
  const marks = [facts.start, facts.now, facts.due, facts.restarted, ...facts.pauses.flatMap((pause) => [pause.from, pause.to])]
  const inside = marks.map((mark) => mark - base).filter((mark) => mark > from && mark < to)
  const edges = [...new Set([from, ...inside, to])].sort((a, b) => a - b)
  const segments: StripSegment[] = []
  edges.slice(0, -1).forEach((edge, i) => {
    const end = edges[i + 1] ?? to
    const kind = kindAt(facts, base + edge)
    const last = segments.at(-1)
    if (last?.kind === kind) last.to = end
    else segments.push({ kind, from: edge, to: end })
  })
  return segments
}
