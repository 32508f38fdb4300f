import { listAgencies } from '#contract/agencies'
import { listAreas } from '#contract/areas'
import { recordsOfIndicator } from '#contract/indicators'
import { formatDate, formatNumber } from '#kernel/format'
import { addDays } from '#kernel/local-time'
import type { Route } from './+types/records.ts'
import * as keys from '../context.ts'
import { Anchor } from '../kit/anchor.tsx'
import { Back } from '../kit/button.tsx'
import { Time } from '../kit/figures.tsx'
import { EmptyState, Pager, Table } from '../kit/lists.tsx'
import { StateWord } from '../kit/status-tag.tsx'
import { Title } from '../kit/title.tsx'
import { useLocale, useWords } from '../kit/words.ts'
import { daysOf, hrefOf, indicatorAt, readAsked, recordsAt } from './asked.ts'
import { CentrePage } from './bar.tsx'
import { Filter, Ways } from './filter.tsx'
import { figureOf } from './readings.ts'
import { useFreshness } from './tiles.tsx'

const parts = { numerator: 'dem', rest: 'con-lai', denominator: null } as const
type Part = keyof typeof parts

/** The records a figure was counted from: the same question as the figure, so the same number. */
export async function loader({ request, context, params: { code } }: Route.LoaderArgs) {
  const app = context.get(keys.app)
  const asked = readAsked(request.url)
  const query = new URL(request.url).searchParams
  const which: Part = query.get('dem') === parts.numerator ? 'numerator' : query.get('dem') === parts.rest ? 'rest' : 'denominator'
  const after = query.get('sau') || undefined
  const before = Math.max(0, Number.parseInt(query.get('tu') ?? '', 10) || 0)
  const page = await app.call(recordsOfIndicator, { code, which, agency: asked.agency, area: asked.area, after, ...daysOf(asked.period, app.page.now) })
  const { agencies } = await app.call(listAgencies, { kind: 'committee' })
  const { areas } = await app.call(listAreas, { level: 'commune' })
  const named = (list: readonly { code: string; name: { vi: string; en: string } }[]) => list.map(({ code: place, name }) => ({ code: place, name }))
  return { asked, which, before: after === undefined ? 0 : before, page, agencies: named(agencies), areas: named(areas) }
}

export default function RecordsPage({ loaderData: { asked, which, before, page, agencies, areas } }: Route.ComponentProps) {
  const { ioc, kit } = useWords()
  const locale = useLocale()
  const fresh = useFreshness()
  const { indicator, reading, period, momentary, rows, next, countedAt } = page
  const path = recordsAt(indicator.code)
  const counts: Record<Part, number> = { numerator: reading.numerator, rest: reading.denominator - reading.numerator, denominator: reading.denominator }
  const title = ioc.records.title(indicator.title[locale])
  const days = momentary ? ioc.asOfNow : `${ioc.periods[asked.period]} (${ioc.days(formatDate(period.from), formatDate(addDays(period.to, -1)))})`
  return (
    <CentrePage>
      <Title>{title}</Title>
      <Back href={hrefOf(indicatorAt(indicator.code), asked)}>{indicator.title[locale]}</Back>
      <div className="centre-head">
        <div><h1>{title}</h1><p>{days}</p></div>
        <Filter path={path} asked={asked} agencies={agencies} areas={areas} />
      </div>
      <p className="records__figure"><b className="num">{figureOf(indicator.formula, reading.value)}</b> <span>{kit.outOf(formatNumber(reading.numerator), formatNumber(reading.denominator))} · {indicator.counts[locale]}</span> <small>{kit.source(indicator.source[locale], fresh(countedAt, reading.latestAt))}</small></p>
      <Ways label={ioc.records.which} ways={(['numerator', 'rest', 'denominator'] as const).map((part) => ({ href: hrefOf(path, asked, {}, { dem: parts[part] }), label: `${ioc.records[part]} ${formatNumber(counts[part])}`, current: part === which }))} />
      {rows.length === 0 ? <EmptyState title={ioc.records.none} level={2}>{ioc.records.noneNext}</EmptyState> : <Rows rows={rows} caption={ioc.records.shown(formatNumber(before + 1), formatNumber(before + rows.length), formatNumber(counts[which]))} />}
      <Pager previous={null} next={next === null ? null : hrefOf(path, asked, {}, { dem: parts[which], sau: next, tu: String(before + rows.length) })} />
      {before > 0 && <p><Anchor href={hrefOf(path, asked, {}, { dem: parts[which] })}>{ioc.records.first}</Anchor></p>}
      <p className="small muted">{ioc.records.private}</p>
    </CentrePage>
  )
}

function Rows({ rows, caption }: { rows: Route.ComponentProps['loaderData']['page']['rows']; caption: string }) {
  const { ioc: { records: words } } = useWords()
  const locale = useLocale()
  return (
    <Table
      caption={caption}
      columns={[{ key: 'code', label: words.code }, { key: 'procedure', label: words.procedure }, { key: 'agency', label: words.agency }, { key: 'at', label: words.at }, { key: 'counted', label: words.counted }]}
      rows={rows.map(({ id, code, title, place, placeName, at, counted, link }) => ({
        id,
        cells: {
          code: link === null ? <span className="code">{code}</span> : <Anchor href={link} className="code">{code}</Anchor>, procedure: title[locale], agency: placeName?.[locale] ?? place, at: <Time at={at} />,
          counted: counted ? <StateWord kind="done">{words.yes}</StateWord> : <StateWord kind="new">{words.no}</StateWord>,
        },
      }))}
    />
  )
}
