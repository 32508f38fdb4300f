import { listAgencies } from '#contract/agencies'
import { listAreas } from '#contract/areas'
import { readIndicator, seriesOfIndicator } from '#contract/indicators'
import { formatDate, formatNumber } from '#kernel/format'
import { addDays } from '#kernel/local-time'
import type { Route } from './+types/indicator.ts'
import * as keys from '../context.ts'
import { Back, LinkButton } from '../kit/button.tsx'
import { Facts } from '../kit/summary-list.tsx'
import { Tile } from '../kit/tile.tsx'
import { Title } from '../kit/title.tsx'
import { useLocale, useWords } from '../kit/words.ts'
import { boardAt, daysOf, hrefOf, indicatorAt, readAsked, recordsAt, type Asked } from './asked.ts'
import { CentrePage } from './bar.tsx'
import { Filter, Ways } from './filter.tsx'
import { PlaceTable } from './place-table.tsx'
import { figureOf, limitOf, splitFigure, standingOf } from './readings.ts'
import { useFreshness } from './tiles.tsx'
import { Trend } from './trend.tsx'

/** One indicator in a period: whole, by agency, by area and over time. */
export async function loader({ request, context, params: { code } }: Route.LoaderArgs) {
  const app = context.get(keys.app)
  const asked = readAsked(request.url)
  const question = { code, agency: asked.agency, area: asked.area, ...daysOf(asked.period, app.page.now) }
  const whole = await app.call(readIndicator, { ...question, by: 'whole' })
  const { readings: byAgency } = await app.call(readIndicator, { ...question, by: 'agency' })
  const { readings: byArea } = await app.call(readIndicator, { ...question, by: 'area' })
  const series = await app.call(seriesOfIndicator, { code, step: asked.step, points: asked.step === 'day' ? 30 : 12, agency: asked.agency, area: asked.area })
  const { agencies } = await app.call(listAgencies, {})
  const { areas } = await app.call(listAreas, { level: 'commune' })
  return {
    asked, whole, byAgency, byArea, series, owner: agencies.find((agency) => agency.code === whole.indicator.owner)?.name ?? null,
    agencies: agencies.filter(({ kind }) => kind === 'committee').map(({ code: agency, name }) => ({ code: agency, name })), areas: areas.map(({ code: area, name }) => ({ code: area, name })),
  }
}

export default function IndicatorPage({ loaderData }: Route.ComponentProps) {
  const { asked, whole: { indicator, period, momentary }, byAgency, byArea, agencies, areas } = loaderData
  const { ioc } = useWords()
  const locale = useLocale()
  const path = indicatorAt(indicator.code)
  const days = ioc.days(formatDate(period.from), formatDate(addDays(period.to, -1)))
  return (
    <CentrePage>
      <Title>{indicator.title[locale]}</Title>
      <Back href={hrefOf(boardAt, asked)}>{ioc.nav.board}</Back>
      <div className="centre-head">
        <div><h1>{indicator.title[locale]}</h1><p>{momentary ? ioc.asOfNow : `${ioc.periods[asked.period]} (${days})`}</p></div>
        <Filter path={path} asked={asked} agencies={agencies} areas={areas} />
      </div>
      <div className="indicator">
        <div className="stack">
          <Figure data={loaderData} />
          <TrendOf data={loaderData} />
        </div>
        <Definition data={loaderData} />
      </div>
      <div className="indicator__tables">
        <PlaceTable title={ioc.indicator.byArea} indicator={indicator} readings={byArea} linkOf={(area) => hrefOf(recordsAt(indicator.code), asked, { area })} />
        <PlaceTable title={ioc.indicator.byAgency} indicator={indicator} readings={byAgency} linkOf={(agency) => hrefOf(recordsAt(indicator.code), asked, { agency })} />
      </div>
    </CentrePage>
  )
}

const sentenceCase = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)

type Data = Route.ComponentProps['loaderData']

/** What the figure is now, with the way to the records it was counted from. */
function Figure({ data: { asked, whole: { indicator, readings, countedAt } } }: { data: Data }) {
  const words = useWords()
  const { ioc, kit } = words
  const locale = useLocale()
  const fresh = useFreshness()
  const [reading] = readings
  if (!reading) return null
  const standing = standingOf(indicator, reading, words)
  const counted = indicator.formula === 'count' ? reading.numerator : reading.denominator
  return (
    <>
      <Tile
        hero name={sentenceCase(indicator.counts[locale])} {...splitFigure(figureOf(indicator.formula, reading.value))} of={kit.outOf(formatNumber(reading.numerator), formatNumber(reading.denominator))}
        source={indicator.source[locale]} age={fresh(countedAt, reading.latestAt)} {...(standing && { standing })}
      />
      <LinkButton href={hrefOf(recordsAt(indicator.code), asked, {}, { dem: indicator.formula === 'count' ? 'dem' : null })}>{counted > 0 ? ioc.indicator.records(formatNumber(counted)) : ioc.indicator.noRecords}</LinkButton>
    </>
  )
}

function Definition({ data: { whole: { indicator }, owner } }: { data: Data }) {
  const { ioc: { indicator: words } } = useWords()
  const locale = useLocale()
  const { threshold, formula, better } = indicator
  const limit = threshold && limitOf(formula, threshold.value)
  return (
    <section aria-labelledby="definition">
      <h2 id="definition">{words.definition}</h2>
      <p className="lead">{indicator.definition[locale]}</p>
      <Facts items={[
        { term: words.formula, value: formula === 'share' ? words.share : words.count },
        threshold === null || limit === null
          ? { term: words.threshold, value: words.noThreshold }
          : { term: words.threshold, value: (better === 'higher' ? words.thresholdHigher : words.thresholdLower)(limit), more: `${threshold.source}${threshold.status === 'illustrative' && !threshold.source.includes(words.illustrative) ? ` (${words.illustrative})` : ''}` },
        { term: words.source, value: indicator.source[locale] },
        { term: words.owner, value: owner?.[locale] ?? indicator.owner },
      ]} />
    </section>
  )
}

function TrendOf({ data: { asked, series } }: { data: Data }) {
  const { ioc } = useWords()
  const locale = useLocale()
  const path = indicatorAt(series.indicator.code)
  const ways: { step: Asked['step']; label: string }[] = [{ step: 'day', label: ioc.series.day }, { step: 'month', label: ioc.series.month }]
  const name = (asked.step === 'day' ? ioc.series.days : ioc.series.months)(series.indicator.title[locale])
  return (
    <section aria-labelledby="trend-title">
      <div className="board__row">
        <h2 id="trend-title">{name}</h2>
        <Ways label={ioc.series.step} ways={ways.map(({ step, label }) => ({ href: hrefOf(path, asked, { step }), label, current: asked.step === step }))} />
      </div>
      <Trend name={name} indicator={series.indicator} points={series.points} step={asked.step} momentary={series.momentary} />
    </section>
  )
}
