import { listOutlines } from '#contract/areas'
import { listBoards, readBoard } from '#contract/ioc'
import { formatDate, formatNumber, formatTime } from '#kernel/format'
import { addDays } from '#kernel/local-time'
import type { Route } from './+types/wall.ts'
import * as keys from '../context.ts'
import type { Handle } from '../kit/handle.ts'
import { EmptyState } from '../kit/lists.tsx'
import { useRoot } from '../kit/root-data.ts'
import type { StateKind } from '../kit/status-tag.tsx'
import { Title } from '../kit/title.tsx'
import { BoardFoot, BoardHead, Wall } from '../kit/wall-shell.tsx'
import { useLocale, useWords } from '../kit/words.ts'
import { daysOf } from './asked.ts'
import { Exceptions, exceptionsOf } from './exceptions.tsx'
import { useLiveBoard } from './live.ts'
import { PlaceMap, type Borders } from './place-map.tsx'
import { BoardTile, type Board } from './tiles.tsx'
import { Trend } from './trend.tsx'

export const handle: Handle = { density: 'wall' }

/** what can be read at five metres */
const mostTiles = 3
const mostListed = 5

export async function loader({ context }: Route.LoaderArgs) {
  const app = context.get(keys.app)
  const { boards: [first] } = await app.call(listBoards, {})
  return { borders: await app.call(listOutlines, {}), board: first ? await app.call(readBoard, { board: first.code, ...daysOf('thirty', app.page.now), step: 'day', points: 30 }) : null }
}

/** A board for a screen that nobody touches: it counts again by itself, and says so when it cannot. */
export default function WallPage({ loaderData: { board, borders } }: Route.ComponentProps) {
  const { ioc } = useWords()
  const locale = useLocale()
  const root = useRoot()
  const lost = useLiveBoard()
  if (!board) return <><Title>{ioc.nav.wall}</Title><EmptyState title={ioc.nav.wall} level={2}>{ioc.indicator.noneNext}</EmptyState></>
  const { period, tiles, countedAt, map, series } = board
  const title = board.board.title[locale]
  const scope = ioc.scope(formatNumber(map.areas.length), ioc.days(formatDate(period.from), formatDate(addDays(period.to, -1))))
  const numbered = exceptionsOf(map.indicator, map.areas).slice(0, mostListed).map(({ code }) => code)
  return (
    <>
      <Title>{title}</Title>
      <Wall
        head={<BoardHead title={title} scope={scope} now={root?.page.now ?? countedAt} />}
        tiles={tiles.slice(0, mostTiles).map((tile, at) => <BoardTile key={tile.indicator.code} tile={tile} countedAt={countedAt} hero={at === 0} brief />)}
        middle={<><h2>{ioc.map.title(map.indicator.title[locale])}</h2><div className="wall__fill"><PlaceMap indicator={map.indicator} areas={map.areas} outlines={borders.outlines} numbered={numbered} label={ioc.map.title(map.indicator.title[locale])} /></div></>}
        list={<>
          <h2>{map.indicator.threshold === null ? ioc.list.most : ioc.list.title}</h2><Exceptions indicator={map.indicator} lines={map.areas} most={mostListed} />
          <h2>{ioc.series.days(series.indicator.title[locale])}</h2><Trend name={ioc.series.days(series.indicator.title[locale])} indicator={series.indicator} points={series.points} step="day" momentary={series.momentary} size="wall" />
        </>}
        foot={<Foot board={board} borders={borders} lost={lost} />}
      />
    </>
  )
}

function Foot({ board: { tiles, map, countedAt }, borders, lost }: { board: Board; borders: Borders; lost: boolean }) {
  const { ioc, shell } = useWords()
  const locale = useLocale()
  const root = useRoot()
  const sources = [...new Set(tiles.map(({ indicator }) => indicator.source[locale]))]
  const heard = map.areas.filter(({ denominator }) => denominator > 0).length
  const kind: StateKind = lost ? 'near' : 'done'
  return (
    <BoardFoot
      sources={[
        ...sources.map((source) => ({ name: (lost ? ioc.wall.lost : ioc.wall.counted)(source, formatTime(countedAt)), kind })),
        { name: ioc.wall.sources(formatNumber(heard), formatNumber(map.areas.length)), kind: 'done' },
      ]}
      remark={[borders.outlines.length === 0 ? ioc.map.noteShort : ioc.map.source(borders.sources.join(', ')), ...(root?.page.mode === 'demonstration' ? [shell.simulatedShort] : [])].join(' · ')}
    />
  )
}
