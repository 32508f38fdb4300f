import type { ReactNode } from 'react'
import type { z } from 'zod'
import type { overview } from '#contract/indicators'
import { formatNumber, formatShare } from '#kernel/format'
import { More } from '../kit/lists.tsx'
import { useRoot } from '../kit/root-data.ts'
import { useLocale, useWords } from '../kit/words.ts'
import { sayWhen } from './when.ts'

export type Overview = z.output<typeof overview.output>
type Figure = Overview['figures'][number]
type Reading = NonNullable<Figure['month']>

/** One figure as it is shown: the large word, what it was counted from, and the year beside the month. */
type Shown = { figure: Figure; term: string; value: string; lines: string[] }

/**
 * How the province keeps its promises this month and this year, for everybody to see. Each figure stands with what it was counted from, its
 * source and its age; one of which there is nothing to count is not there.
 */
export function HomeFigures({ overview: { countedAt, month, figures } }: { overview: Overview }) {
  const root = useRoot()
  const locale = useLocale()
  const { portal: { home }, shell } = useWords()
  const shown = figures.flatMap((figure) => shownOf(figure, home) ?? [])
  const first = shown[0]
  if (!first || !root) return null
  const newest = shown.flatMap(({ figure }) => figure.year?.latestAt ?? figure.month?.latestAt ?? []).toSorted().at(-1)
  const { now, mode } = root.page
  const source = first.figure.indicator.source[locale]
  return (
    <section className="home__open" aria-labelledby="works">
      <h2 id="works">{home.works}</h2>
      <p className="muted">{home.period(`${month.from.slice(5, 7)}/${month.from.slice(0, 4)}`, sayWhen(countedAt, now, locale))}</p>
      <dl>{shown.map(({ figure, term, value, lines }) => <Line key={figure.indicator.code} term={term} lines={lines}>{value}</Line>)}</dl>
      <p className="hint">{newest === undefined ? home.sourceOnly(source) : home.source(source, sayWhen(newest, now, locale))}{mode === 'demonstration' && ` ${shell.simulatedShort}.`}</p>
      <More question={home.counting}>
        {shown.map(({ figure: { indicator } }) => <p key={indicator.code}><b>{indicator.title[locale]}:</b> {indicator.definition[locale]}</p>)}
      </More>
    </section>
  )
}

const Line = ({ term, lines, children }: { term: string; lines: readonly string[]; children: ReactNode }) => (
  <div><dt>{term}</dt><dd className="num">{children}{lines.map((line) => <small key={line}>{line}</small>)}</dd></div>
)

type Words = ReturnType<typeof useWords>['portal']['home']

function shownOf(figure: Figure, words: Words): Shown | null {
  const { indicator: { code }, month, year } = figure
  if (code === 'dossiers-received') return received(figure, year, words)
  if (code === 'dossiers-on-time') return inTime(figure, words)
  return month && month.denominator > 0 ? { figure, term: words.lateNow, value: formatNumber(month.numerator), lines: [words.lateOf(formatNumber(month.denominator))] } : null
}

function received(figure: Figure, year: Reading | null, words: Words): Shown | null {
  if (!year || year.numerator === 0) return null
  return { figure, term: words.received, value: formatNumber(figure.month?.numerator ?? 0), lines: [words.thisYear(formatNumber(year.numerator))] }
}

// in a month in which nothing was finished yet, the year stands alone
function inTime(figure: Figure, words: Words): Shown | null {
  const { month, year } = figure
  const of = ({ numerator, denominator }: Reading): string => words.inTimeOf(formatNumber(numerator), formatNumber(denominator))
  if (month && month.value !== null) return { figure, term: words.inTime, value: formatShare(month.value), lines: [of(month), ...(year && year.value !== null ? [words.thisYear(formatShare(year.value))] : [])] }
  return year && year.value !== null ? { figure, term: words.inTime, value: formatShare(year.value), lines: [of(year), words.sinceNewYear] } : null
}
