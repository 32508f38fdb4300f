import { formatNumber, formatShare } from '#kernel/format'
import type { StateKind } from '../kit/status-tag.tsx'
import type { Messages } from '../messages/index.ts'

/** What is needed of an indicator and a value of it to say it in words. */
export type Measured = { formula: 'share' | 'count'; better: 'higher' | 'lower'; threshold: { value: number } | null }
export type Value = { numerator: number; denominator: number; value: number | null; ok: boolean | null }

/** A value in figures: `98,6 %`, `127`; a dash when there is nothing to divide by. */
export const figureOf = (formula: Measured['formula'], value: number | null): string => (value === null ? '–' : formula === 'share' ? formatShare(value) : formatNumber(value))

/** A threshold or the edge of a class: as short as it can be said, `95 %`. */
export const limitOf = (formula: Measured['formula'], limit: number): string =>
  formula === 'share' ? formatShare(limit, Number.isInteger(Math.round(limit * 1000) / 10) ? 0 : 1) : formatNumber(limit)

/** The same with its unit apart, for a tile. */
export function splitFigure(figure: string): { figure: string; unit?: string } {
  const [number = figure, unit] = figure.split('\u00a0')
  return unit === undefined ? { figure: number } : { figure: number, unit }
}

/** How a value stands to its threshold, with the sentence that says so; undefined when nobody set one. */
export function standingOf({ formula, better, threshold }: Measured, { ok }: Value, { ioc, kit }: Messages): { kind: StateKind; text: string } | undefined {
  if (threshold === null) return undefined
  const limit = limitOf(formula, threshold.value)
  if (ok === null) return { kind: 'new', text: ioc.nothing }
  if (ok) return { kind: 'done', text: ioc.meets(limit) }
  return { kind: 'late', text: better === 'higher' ? kit.belowLimit(limit) : kit.aboveLimit(limit) }
}

/** Of two values the one that is further from good comes first; then the one that more records stand behind. */
export const worseFirst = ({ better }: Pick<Measured, 'better'>) => (a: Value, b: Value): number =>
  (better === 'higher' ? (a.value ?? Infinity) - (b.value ?? Infinity) : (b.value ?? -Infinity) - (a.value ?? -Infinity)) || b.denominator - a.denominator

/** The records that keep a value from being good, out of all: `30 chưa đạt / 240`; for a count, the count itself. */
export const missOf = ({ formula, better }: Measured, { numerator, denominator }: Value, { ioc }: Messages): string => {
  const missed = formula === 'share' && better === 'higher' ? denominator - numerator : numerator
  return formula === 'share' ? ioc.list.miss(formatNumber(missed), formatNumber(denominator)) : ioc.list.part(formatNumber(missed), formatNumber(denominator))
}
