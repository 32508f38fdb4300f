import { listAgencies } from '#contract/agencies'
import { listOutlines } from '#contract/areas'
import { listBoards, readBoard } from '#contract/ioc'
import { formatDate, formatNumber } from '#kernel/format'
import { addDays } from '#kernel/local-time'
import type { Route } from './+types/board.ts'
import * as keys from '../context.ts'
import { EmptyState } from '../kit/lists.tsx'
import { useRoot } from '../kit/root-data.ts'
import { Title } from '../kit/title.tsx'
import { useLocale, useWords } from '../kit/words.ts'
import { boardAt, daysOf, hrefOf, indicatorAt, readAsked, type Asked } from './asked.ts'
import { CentrePage } from './bar.tsx'
import { Exceptions, exceptionsOf } from './exceptions.tsx'
import { Filter, Ways } from './filter.tsx'
import { PlaceMap, type Borders } from './place-map.tsx'
import { BoardTile, type Board } from './tiles.tsx'
import { Trend } from './trend.tsx'

const listed = 6

/** The first board of the centre, filtered as the address says. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const app = context.get(keys.app)
  const asked = readAsked(request.url)
  const { boards: [first] } = await app.call(listBoards, {})
  const { agencies } = await app.call(listAgencies, { kind: 'committee' })
  const points = asked.step === 'day' ? 30 : 12
  const board = first ? await app.call(readBoard, { board: first.code, ...daysOf(asked.period, app.page.now), agency: asked.agency, area: asked.area, shown: asked.shown, step: asked.step, points }) : null
  return { asked, board, borders: await app.call(listOutlines, {}), agencies: agencies.map(({ code, name }) => ({ code, name })) }
}

/** The figures of the province for whoever watches over it: each one opens. */
export default function BoardPage({ loaderData: { asked, board, borders, agencies } }: Route.ComponentProps) {
  const { ioc } = useWords()
  const locale = useLocale()
  if (!board) return <CentrePage at="board"><Title>{ioc.nav.board}</Title><EmptyState title={ioc.nav.board} level={2}>{ioc.indicator.noneNext}</EmptyState></CentrePage>
  const { period, tiles, countedAt, map } = board
  const days = `${ioc.periods[asked.period]} (${ioc.days(formatDate(period.from), formatDate(addDays(period.to, -1)))})`
  const places = [map.areas.find(({ code }) => code === asked.area), agencies.find(({ code }) => code === asked.agency)].flatMap((place) => place?.name[locale] ?? [])
  return (
    <CentrePage at="board">
      <Title>{board.board.title[locale]}</Title>
      <div className="centre-head">
        <div><h1>{board.board.title[locale]}</h1><p>{places.length === 0 ? ioc.scope(formatNumber(map.areas.length), days) : `${ioc.only(places.join(', '))} · ${days}`}</p></div>
        <Filter path={boardAt} asked={asked} agencies={agencies} areas={map.areas} />
      </div>
      <div className="board">
        <div className="board__tiles">{tiles.map((tile, at) => <BoardTile key={tile.indicator.code} tile={tile} countedAt={countedAt} hero={at === 0} asked={asked} />)}</div>
        <MapSection board={board} borders={borders} asked={asked} />
        <div className="board__list">
          <ListSection board={board} asked={asked} />
          <TrendSection board={board} asked={asked} />
        </div>
      </div>
    </CentrePage>
  )
}

function MapSection({ board: { map, tiles }, borders, asked }: { board: Board; borders: Borders; asked: Asked }) {
  const { ioc, shell } = useWords()
  const locale = useLocale()
  const root = useRoot()
  const { indicator, areas } = map
  const numbered = asked.by === 'area' ? exceptionsOf(indicator, areas).slice(0, listed).map(({ code }) => code) : []
  return (
    <section className="board__map" aria-labelledby="map-title">
      <h2 id="map-title">{ioc.map.title(indicator.title[locale])}</h2>
      <Ways label={ioc.map.choose} ways={tiles.map((tile) => ({ href: hrefOf(boardAt, asked, { shown: tile.indicator.code }), label: tile.indicator.title[locale], current: tile.indicator.code === indicator.code }))} />
      <PlaceMap indicator={indicator} areas={areas} outlines={borders.outlines} numbered={numbered} chosen={asked.area} label={ioc.map.title(indicator.title[locale])} linkOf={(code) => hrefOf(indicatorAt(indicator.code), asked, { area: code, shown: undefined })} />
      <p className="small muted">{borders.outlines.length === 0 ? ioc.map.note : ioc.map.source(borders.sources.join(', '))}{root?.page.mode === 'demonstration' && ` · ${shell.simulatedShort}`}</p>
    </section>
  )
}

function ListSection({ board: { map, agencies }, asked }: { board: Board; asked: Asked }) {
  const { ioc } = useWords()
  const { indicator } = map
  const byArea = asked.by === 'area'
  return (
    <section aria-labelledby="list-title">
      <div className="board__row">
        <h2 id="list-title">{indicator.threshold === null ? ioc.list.most : ioc.list.title}</h2>
        <Ways label={ioc.list.by} ways={[
          { href: hrefOf(boardAt, asked, { by: 'area' }), label: ioc.list.byArea, current: byArea }, { href: hrefOf(boardAt, asked, { by: 'agency' }), label: ioc.list.byAgency, current: !byArea },
        ]} />
      </div>
      <Exceptions indicator={indicator} lines={byArea ? map.areas : agencies} most={listed} linkOf={(code) => hrefOf(indicatorAt(indicator.code), asked, { shown: undefined, ...(byArea ? { area: code } : { agency: code }) })} />
    </section>
  )
}

function TrendSection({ board: { series }, asked }: { board: Board; asked: Asked }) {
  const { ioc } = useWords()
  const locale = useLocale()
  const name = (asked.step === 'day' ? ioc.series.days : ioc.series.months)(series.indicator.title[locale])
  return (
    <section aria-labelledby="trend-title">
      <div className="board__row">
        <h2 id="trend-title">{name}</h2>
        <Ways label={ioc.series.step} ways={[
          { href: hrefOf(boardAt, asked, { step: 'day' }), label: ioc.series.day, current: asked.step === 'day' }, { href: hrefOf(boardAt, asked, { step: 'month' }), label: ioc.series.month, current: asked.step === 'month' },
        ]} />
      </div>
      <Trend name={name} indicator={series.indicator} points={series.points} step={asked.step} momentary={series.momentary} />
    </section>
  )
}
