import type { z } from 'zod'
import type { readIndicator } from '#contract/indicators'
import { formatNumber, formatShare } from '#kernel/format'
import { More } from '../kit/lists.tsx'
import { useRoot } from '../kit/root-data.ts'
import { useLocale, useWords } from '../kit/words.ts'
import { sayWhen } from './when.ts'

export type Figure = z.output<typeof readIndicator.output>

/**
 * How the province keeps its promises this month, for everybody to see. Each figure stands with what it was counted from, its source and its
 * age; one that could not be counted is not there.
 */
export function HomeFigures({ inTime, lateNow }: { inTime: Figure | null; lateNow: Figure | null }) {
  const root = useRoot()
  const locale = useLocale()
  const { portal: { home }, shell } = useWords()
  const first = inTime ?? lateNow
  if (!first || !root) return null
  const newest = [inTime, lateNow].flatMap((figure) => figure?.readings[0]?.latestAt ?? []).sort().at(-1)
  const { now, mode } = root.page
  const source = first.indicator.source[locale]
  return (
    <section className="home__open" aria-labelledby="works">
      <h2 id="works">{home.works}</h2>
      <p className="muted">{home.period(`${first.period.from.slice(5, 7)}/${first.period.from.slice(0, 4)}`, sayWhen(first.countedAt, now, locale))}</p>
      <dl>
        {inTime && <InTime reading={inTime.readings[0]} />}
        {lateNow && <LateNow reading={lateNow.readings[0]} />}
      </dl>
      <p className="hint">{newest === undefined ? home.sourceOnly(source) : home.source(source, sayWhen(newest, now, locale))}{mode === 'demonstration' && ` ${shell.simulatedShort}.`}</p>
      <More question={home.counting}>
        {[inTime, lateNow].map((figure) => figure && <p key={figure.indicator.code}><b>{figure.indicator.title[locale]}:</b> {figure.indicator.definition[locale]}</p>)}
      </More>
    </section>
  )
}

type Reading = Figure['readings'][number] | undefined

function InTime({ reading }: { reading: Reading }) {
  const { portal: { home } } = useWords()
  const value = reading?.value ?? null
  return (
    <div>
      <dt>{home.inTime}</dt>
      {value === null || !reading ? <dd className="num">–<small>{home.noneFinished}</small></dd>
        : <dd className="num">{formatShare(value)}<small>{home.inTimeOf(formatNumber(reading.numerator), formatNumber(reading.denominator))}</small></dd>}
    </div>
  )
}

function LateNow({ reading }: { reading: Reading }) {
  const { portal: { home } } = useWords()
  return <div><dt>{home.lateNow}</dt><dd className="num">{formatNumber(reading?.numerator ?? 0)}<small>{home.lateOf(formatNumber(reading?.denominator ?? 0))}</small></dd></div>
}
