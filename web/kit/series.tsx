import { useId } from 'react'
import { formatNumber } from '#kernel/format'
import { useWords } from './words.ts'

export type SeriesPoint = { label: string; value: number }

type Props = {
  /** what is drawn, with its unit: "Đúng hẹn, %" */
  name: string
  points: readonly SeriesPoint[]
  decimals?: number
  /** drawn dashed and named */
  limit?: { value: number; label?: string }
  size?: 'page' | 'wall'
}

const sizes = {
  page: { width: 380, height: 210, left: 46, right: 12, top: 32, bottom: 30, size: 15 },
  wall: { width: 520, height: 262, left: 52, right: 26, top: 40, bottom: 40, size: 21 },
}

/** Round steps (1, 2, 5) that give about three lines over the values. */
export function scaleOf(values: readonly number[]): { low: number; high: number; ticks: number[] } {
  const least = Math.min(...values)
  const most = Math.max(...values)
  const span = most - least || Math.abs(most) || 1
  const raw = span / 2
  const unit = 10 ** Math.floor(Math.log10(raw))
  const step = ([1, 2, 5, 10].find((factor) => factor * unit >= raw) ?? 10) * unit
  const low = Math.floor(least / step) * step
  const ticks: number[] = []
  for (let at = 0; at < 2 || (ticks.at(-1) ?? 0) < most; at += 1) ticks.push(Number((low + at * step).toPrecision(12)))
  return { low, high: ticks.at(-1) ?? most, ticks }
}

/**
 * One line over time, drawn on the server: a few grid lines, the threshold dashed and named, the last value written. The axis need not
 * begin at nought: its numbers say where it begins. Nothing without at least two points.
 */
export function Series({ name, points, decimals = 0, limit, size = 'page' }: Props) {
  const { kit } = useWords()
  const id = useId()
  const first = points[0]
  const last = points.at(-1)
  if (!first || !last || points.length < 2) return null
  const frame = sizes[size]
  const { low, high, ticks } = scaleOf([...points.map(({ value }) => value), ...(limit ? [limit.value] : [])])
  const write = (value: number): string => formatNumber(value, decimals)
  const axis = (value: number): string => formatNumber(value, Number.isInteger(value) ? 0 : Math.max(1, decimals))
  const x = (at: number): number => Math.round(frame.left + (at / (points.length - 1)) * (frame.width - frame.left - frame.right - 16))
  const y = (value: number): number => Math.round(frame.height - frame.bottom - ((value - low) / (high - low)) * (frame.height - frame.top - frame.bottom))
  const path = points.map(({ value }, at) => `${at === 0 ? 'M' : 'L'}${x(at)} ${y(value)}`).join('')
  const marked = [...new Set([0, Math.floor((points.length - 1) / 2), points.length - 1])]
  const end = { x: x(points.length - 1), y: y(last.value) }
  return (
    <svg className={`series series--${size}`} viewBox={`0 0 ${frame.width} ${frame.height}`} role="img" aria-labelledby={`${id}t ${id}d`}>
      <title id={`${id}t`}>{name}</title>
      <desc id={`${id}d`}>{kit.series(name, first.label, last.label, write(first.value), write(last.value))}</desc>
      <path className="series__grid" d={ticks.map((tick) => `M${frame.left} ${y(tick)}H${frame.width}`).join('')} />
      {ticks.map((tick) => <text key={tick} x={frame.left - 10} y={y(tick) + frame.size / 3} textAnchor="end">{axis(tick)}</text>)}
      {limit && <path className="series__limit" d={`M${frame.left} ${y(limit.value)}H${frame.width}`} />}
      {limit && <text className="series__limit-name" x={frame.width} y={y(limit.value) + frame.size} textAnchor="end">{limit.label ?? kit.limit(axis(limit.value))}</text>}
      <path className="series__line" d={path} />
      <circle className="series__dot" cx={end.x} cy={end.y} r="6" />
      <text className="series__value" x={end.x} y={end.y - 14} textAnchor="middle">{write(last.value)}</text>
      {marked.map((at) => <text key={at} x={x(at)} y={frame.height - 6} textAnchor="middle">{points[at]?.label}</text>)}
    </svg>
  )
}
