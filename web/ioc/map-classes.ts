import type { Messages } from '../messages/index.ts'
import { limitOf, type Measured, type Value } from './readings.ts'

/** How a place is filled: 1 to 3 are calm, 1 the best and darkest; `loud` is outside the threshold; `none` has nothing to divide by. */
export type Fill = 1 | 2 | 3 | 'loud' | 'none'
export type MapClass = { fill: Fill; label: string; count: number }

/** At most three calm classes and one loud one, from good to bad, with the class of each value. */
export type Classed = { classes: MapClass[]; fillOf(value: Value): Fill }

type Step = { fill: Fill; /** in this class or a better one */ holds(value: number): boolean; label: string }

/** Sorts the values of a map into classes that follow its threshold; without one, into thirds of what there is. */
export function classed(indicator: Measured, values: readonly Value[], words: Messages): Classed {
  const steps = indicator.threshold === null ? thirds(indicator, values, words) : aroundThreshold(indicator, indicator.threshold.value, words)
  const fillOf = ({ value, ok }: Value): Fill => (value === null ? 'none' : ok === false ? 'loud' : (steps.find((step) => step.holds(value))?.fill ?? 3))
  const counts = Map.groupBy(values, fillOf)
  const { map } = words.ioc
  const limit = limitOf(indicator.formula, indicator.threshold?.value ?? 0)
  const all: Step[] = [
    ...steps, ...(indicator.threshold === null ? [] : [{ fill: 'loud' as const, holds: () => true, label: indicator.better === 'higher' ? map.below(limit) : map.above(limit) }]),
    ...(counts.has('none') ? [{ fill: 'none' as const, holds: () => true, label: map.none }] : []),
  ]
  return { fillOf, classes: all.map(({ fill, label }) => ({ fill, label, count: counts.get(fill)?.length ?? 0 })) }
}

// the room between the threshold and the best there can be, in fifths: the best fifth, the next, the other three
function aroundThreshold({ formula, better }: Measured, limit: number, { ioc: { map } }: Messages): Step[] {
  const say = (value: number): string => limitOf(formula, value)
  const best = better === 'higher' && formula === 'share' ? 1 : 0
  const at = (share: number): number => tidy(best + (limit - best) * share, formula)
  if (better === 'higher' && formula === 'count') return [{ fill: 1, holds: (value) => value >= limit, label: map.from(say(limit)) }]
  if (limit === best) return [{ fill: 1, holds: () => true, label: say(best) }]
  const [near, far] = [at(0.2), at(0.4)]
  if (better === 'higher') return [
    { fill: 1, holds: (value) => value >= near, label: map.from(say(near)) }, { fill: 2, holds: (value) => value >= far, label: between(say(far), say(near), map) },
    { fill: 3, holds: () => true, label: between(say(limit), say(far), map) },
  ]
  return [
    { fill: 1, holds: (value) => value <= near, label: map.upTo(say(near)) }, { fill: 2, holds: (value) => value <= far, label: between(say(near), say(far), map) },
    { fill: 3, holds: () => true, label: between(say(far), say(limit), map) },
  ]
}

function thirds({ formula, better }: Measured, values: readonly Value[], { ioc: { map } }: Messages): Step[] {
  const known = values.flatMap(({ value }) => value ?? []).sort((a, b) => (better === 'higher' ? b - a : a - b))
  const edges = [known[Math.floor(known.length / 3)], known[Math.floor((2 * known.length) / 3)]].flatMap((value) => (value === undefined ? [] : [tidy(value, formula)]))
  const [near, far] = edges
  const say = (value: number): string => limitOf(formula, value)
  if (near === undefined || far === undefined || near === far) return [{ fill: 1, holds: () => true, label: known.length === 0 ? map.none : map.from(say(Math.min(...known))) }]
  if (better === 'lower') return [
    { fill: 1, holds: (value) => value <= near, label: map.upTo(say(near)) }, { fill: 2, holds: (value) => value <= far, label: between(say(near), say(far), map) }, { fill: 3, holds: () => true, label: map.above(say(far)) },
  ]
  return [
    { fill: 1, holds: (value) => value >= near, label: map.from(say(near)) }, { fill: 2, holds: (value) => value >= far, label: between(say(far), say(near), map) }, { fill: 3, holds: () => true, label: map.below(say(far)) },
  ]
}

// the unit is said once: `98 – 99 %`
const between = (low: string, high: string, { between: say }: Messages['ioc']['map']): string => say(low.split('\u00a0')[0] ?? low, high)

// edges that people can read: whole numbers, and whole tenths of a per cent
const tidy = (value: number, formula: Measured['formula']): number => (formula === 'share' ? Math.round(value * 1000) / 1000 : Math.round(value))
