import { formatNumber } from '#kernel/format'
import { BarList, RankList } from '../kit/bar-list.tsx'
import { StateWord } from '../kit/status-tag.tsx'
import { useLocale, useWords } from '../kit/words.ts'
import { figureOf, missOf, worseFirst, type Measured, type Value } from './readings.ts'

export type Line = Value & { code: string; name: { vi: string; en: string } }

/** The places outside the threshold, the worst first. */
export const exceptionsOf = (indicator: Measured, lines: readonly Line[]): Line[] => lines.filter(({ ok }) => ok === false).sort(worseFirst(indicator))

type Props = { indicator: Measured; lines: readonly Line[]; most: number; linkOf?: (code: string) => string }

/** What needs a person now, numbered as on the map; where nobody set a threshold, where most of it is. */
export function Exceptions({ indicator, lines, most, linkOf }: Props) {
  const words = useWords()
  const locale = useLocale()
  const { ioc } = words
  if (indicator.threshold === null) return <MostOf {...{ indicator, lines, most, linkOf }} />
  const bad = exceptionsOf(indicator, lines)
  if (bad.length === 0) return <div><p><StateWord kind="done" size={18}>{ioc.list.calm}</StateWord></p><p className="hint">{ioc.list.calmNext}</p></div>
  return (
    <div>
      <RankList items={bad.slice(0, most).map((line) => ({
        name: line.name[locale], value: figureOf(indicator.formula, line.value), note: missOf(indicator, line, words), ...(linkOf && { href: linkOf(line.code) }),
      }))} />
      {bad.length > most && <p className="hint">{ioc.list.more(formatNumber(bad.length - most))}</p>}
    </div>
  )
}

function MostOf({ indicator, lines, most, linkOf }: Props) {
  const { ioc } = useWords()
  const locale = useLocale()
  const known = lines.filter(({ value }) => value !== null).sort((a, b) => (b.value ?? 0) - (a.value ?? 0) || b.denominator - a.denominator).slice(0, most)
  const top = Math.max(1e-9, ...known.map(({ value }) => value ?? 0))
  return (
    <div className="stack">
      <BarList label={ioc.list.most} bars={known.map((line) => ({
        label: line.name[locale], share: (line.value ?? 0) / top, value: figureOf(indicator.formula, line.value), note: ioc.list.part(formatNumber(line.numerator), formatNumber(line.denominator)),
        ...(linkOf && { href: linkOf(line.code) }),
      }))} />
      <p className="hint">{ioc.list.noThreshold}</p>
    </div>
  )
}
