import { formatDate } from '#kernel/format'
import { Series, type SeriesPoint } from '../kit/series.tsx'
import { useWords } from '../kit/words.ts'
import { limitOf, type Measured } from './readings.ts'

export type TrendPoint = { from: string; value: number | null }

/** A value over days or months; days on which nothing was counted are left out, and so is a line of fewer than two points. */
export function Trend({ name, indicator, points, step, momentary, size = 'page' }: { name: string; indicator: Measured; points: readonly TrendPoint[]; step: 'day' | 'month'; momentary: boolean; size?: 'page' | 'wall' }) {
  const { ioc, kit } = useWords()
  if (momentary) return <p className="hint">{ioc.series.momentary}</p>
  const share = indicator.formula === 'share'
  const known = points.flatMap(({ from, value }): SeriesPoint[] => (value === null ? [] : [{ label: step === 'day' ? formatDate(from).slice(0, 5) : ioc.series.monthLabel(String(Number(from.slice(5, 7)))), value: share ? value * 100 : value }]))
  if (known.length < 2) return <p className="hint">{ioc.series.short}</p>
  const { threshold } = indicator
  return (
    <Series
      name={share ? `${name}, %` : name} points={known} decimals={share ? 1 : 0} size={size}
      {...(threshold && { limit: { value: share ? threshold.value * 100 : threshold.value, label: kit.limit(limitOf(indicator.formula, threshold.value)) } })}
    />
  )
}
