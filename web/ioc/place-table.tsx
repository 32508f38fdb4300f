import type { z } from 'zod'
import type { Reading } from '#contract/indicators'
import { Anchor } from '../kit/anchor.tsx'
import { Num } from '../kit/figures.tsx'
import { EmptyState, Table } from '../kit/lists.tsx'
import { StateWord } from '../kit/status-tag.tsx'
import { useLocale, useWords } from '../kit/words.ts'
import { figureOf, worseFirst, type Measured } from './readings.ts'

/** An indicator place by place, the worst first; each line opens the records behind it. */
export function PlaceTable({ title, indicator, readings, linkOf }: { title: string; indicator: Measured; readings: readonly z.output<typeof Reading>[]; linkOf: (code: string) => string }) {
  const { ioc } = useWords()
  const words = ioc.indicator
  const locale = useLocale()
  const lines = readings.filter(({ place }) => place !== null).sort(indicator.threshold === null ? (a, b) => b.numerator - a.numerator : worseFirst(indicator))
  if (lines.length === 0) return <EmptyState title={`${title}: ${words.none}`} level={2}>{words.noneNext}</EmptyState>
  return (
    <div>
      <Table
        caption={title}
        columns={[
          { key: 'place', label: words.place }, { key: 'value', label: words.value, number: true }, { key: 'numerator', label: words.numerator, number: true }, { key: 'denominator', label: words.denominator, number: true },
          { key: 'standing', label: words.standing },
        ]}
        rows={lines.map(({ place, placeName, value, numerator, denominator, ok }) => ({
          id: place ?? '',
          cells: {
            place: <Anchor href={linkOf(place ?? '')}>{placeName?.[locale] ?? place}</Anchor>, value: <b>{figureOf(indicator.formula, value)}</b>, numerator: <Num value={numerator} />, denominator: <Num value={denominator} />,
            standing: ok === null ? <span className="muted">{words.unsaid}</span> : ok ? <span className="muted">{words.well}</span> : <StateWord kind="late">{words.notWell}</StateWord>,
          },
        }))}
      />
      <p className="small muted">{words.sum}</p>
    </div>
  )
}
