import { useId } from 'react'
import { formatDate, formatDuration, formatMinuteOfDay } from '#kernel/format'
import { dayNumber, weekdayOfDay } from '#kernel/local-time'
import type { Strip, StripDay, StripKind } from '#kernel/working-time'
import { useWords } from './words.ts'
import type { Messages } from '../messages/index.ts'

const dayWidth = 60
const gap = 6
const between = 9.4
const bar = { top: 26, height: 22 }

const shown: Partial<Record<StripKind, string>> = { used: 'seg--used', void: 'seg--void', late: 'seg--late', paused: 'seg--paused' }

type Placed = { day: StripDay; x: number; line: number; at: (minute: number) => number }

/** Where each day stands, so many in a line; a session's width follows its length. */
function place(days: readonly StripDay[], perLine: number): Placed[] {
  return days.map((day, index) => {
    const x = (index % perLine) * (dayWidth + gap)
    const minutes = day.blocks.reduce((sum, block) => sum + block.to - block.from, 0) || 1
    const scale = (dayWidth - between * Math.max(0, day.blocks.length - 1)) / minutes
    const at = (minute: number): number => {
      let left = x
      for (const block of day.blocks) {
        if (minute <= block.to) return left + Math.max(0, minute - block.from) * scale
        left += (block.to - block.from) * scale + between
      }
      return left - between
    }
    return { day, x, line: Math.floor(index / perLine), at }
  })
}

function Day({ placed: { day, x, line, at }, hatch, kit }: { placed: Placed; hatch: string; kit: Messages['kit'] }) {
  const y = line * 78 + bar.top
  return (
    <>
      {day.blocks.map((block) => (
        <g key={block.from}>
          <rect x={at(block.from).toFixed(1)} y={y} width={(at(block.to) - at(block.from)).toFixed(1)} height={bar.height} className="seg--block" />
          {block.segments.filter(({ kind }) => shown[kind] !== undefined).map(({ kind, from, to }) => (
            <rect key={from} x={at(from).toFixed(1)} y={y} width={(at(to) - at(from)).toFixed(1)} height={bar.height} className={shown[kind]} fill={kind === 'paused' ? `url(#${hatch})` : undefined} />
          ))}
        </g>
      ))}
      <text x={x} y={y + 40}>{kit.weekdayShort[weekdayOfDay(dayNumber(day.date)) - 1]} {formatDate(day.date).slice(0, 5)}</text>
    </>
  )
}

type Anchor = 'start' | 'middle' | 'end'

/** On one day the two times may come so close that their labels would touch: then each leans away from the other. */
function anchors({ day, at }: Placed): Record<'now' | 'due', Anchor> {
  if (day.now === null || day.due === null || Math.abs(at(day.now) - at(day.due)) > 40) return { now: 'middle', due: 'middle' }
  return day.now < day.due ? { now: 'end', due: 'start' } : { now: 'start', due: 'end' }
}

function Marker({ placed, minute, kind }: { placed: Placed; minute: number; kind: 'now' | 'due' }) {
  const x = Number(placed.at(minute).toFixed(1))
  const y = placed.line * 78
  return (
    <>
      <path d={`M${x} ${y + 18}v34`} className={`line--${kind}`} />
      {kind === 'due' && <path d={`M${x - 5} ${y + 14}h10l-5 7z`} className="flag--due" />}
      <text x={x} y={y + 11} textAnchor={anchors(placed)[kind]} className={`strip-time__${kind}`}>{formatMinuteOfDay(minute)}</text>
    </>
  )
}

/**
 * The working-time strip: a pair of blocks for each working day; filled is used, hatched is stopped, empty is left; the ink line is now,
 * the flag is due. It shows the law's arithmetic, so nobody argues. `perLine`: days in a line, five where a phone must show them.
 */
export function WorkingStrip({ strip, perLine = 7 }: { strip: Strip; perLine?: number }) {
  const { kit } = useWords()
  const hatch = useId()
  const placed = place(strip.days, perLine)
  if (placed.length === 0) return null
  const lines = Math.ceil(placed.length / perLine)
  const width = Math.min(perLine, Math.max(5, placed.length)) * (dayWidth + gap) - gap
  const due = strip.days.find((day) => day.due !== null)
  const summary = kit.strip.summary(formatDuration(strip.used), formatDuration(strip.paused), formatDuration(strip.left), formatDuration(strip.late))
  const dueWords = due?.due == null ? '' : ` ${kit.strip.due(`${formatMinuteOfDay(due.due)} ${formatDate(due.date)}`)}`
  return (
    <svg className="strip-time" viewBox={`-1 0 ${width + 2} ${lines * 78 - 8}`} role="img" aria-label={`${summary}${dueWords}`}>
      <defs><pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0h2.2v5H0z" className="hatch" /></pattern></defs>
      {placed.map((each) => <Day key={each.day.date} placed={each} hatch={hatch} kit={kit} />)}
      {placed.map((each) => each.day.now !== null && <Marker key={each.day.date} placed={each} minute={each.day.now} kind="now" />)}
      {placed.map((each) => each.day.due !== null && <Marker key={each.day.date} placed={each} minute={each.day.due} kind="due" />)}
    </svg>
  )
}

/** What the fillings of the strip mean; `late` and `void` are named only where they occur. */
export function StripLegend({ strip }: { strip: Strip }) {
  const { kit } = useWords()
  const hatch = useId()
  const kinds = new Set(strip.days.flatMap((day) => day.blocks.flatMap((block) => block.segments.map(({ kind }) => kind))))
  const entries: { kind: 'used' | 'paused' | 'left' | 'late' | 'void'; name: string }[] = (['used', 'void', 'paused', 'left', 'late'] as const)
    .filter((kind) => kind === 'used' || kind === 'left' || kinds.has(kind))
    .map((kind) => ({ kind, name: kit.strip[kind] }))
  return (
    <ul className="legend">
      {entries.map(({ kind, name }) => (
        <li key={kind}>
          <svg width="14" height="10" viewBox="0 0 14 10" aria-hidden="true">
            {kind === 'paused' && <defs><pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0h2.2v5H0z" className="hatch" /></pattern></defs>}
            <rect width="14" height="10" className="seg--block" />
            {shown[kind] !== undefined && <rect width="14" height="10" className={shown[kind]} fill={kind === 'paused' ? `url(#${hatch})` : undefined} />}
          </svg>
          {name}
        </li>
      ))}
    </ul>
  )
}
