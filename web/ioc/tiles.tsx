import type { z } from 'zod'
import type { readBoard } from '#contract/ioc'
import { formatDateTime, formatNumber, formatTime } from '#kernel/format'
import { localDate } from '#kernel/local-time'
import { Tile } from '../kit/tile.tsx'
import { useLocale, useWords } from '../kit/words.ts'
import { hrefOf, indicatorAt, type Asked } from './asked.ts'
import { figureOf, splitFigure, standingOf } from './readings.ts'

export type Board = z.output<typeof readBoard.output>
type BoardTile = Board['tiles'][number]

/** How fresh a figure is: when it was counted, and when the newest of its records changed. */
export function useFreshness(): (countedAt: string, latestAt: string | null) => string {
  const { ioc } = useWords()
  return (countedAt, latestAt) => {
    const counted = ioc.counted(formatTime(countedAt))
    if (latestAt === null) return counted
    const sameDay = localDate(new Date(latestAt)) === localDate(new Date(countedAt))
    return `${counted} · ${ioc.newest(sameDay ? formatTime(latestAt) : formatDateTime(latestAt))}`
  }
}

/** A figure of the board. With `asked` the whole tile opens its indicator, under the same filter. */
export function BoardTile({ tile, countedAt, hero = false, asked, brief = false }: { tile: BoardTile; countedAt: string; hero?: boolean; asked?: Asked; brief?: boolean }) {
  const words = useWords()
  const locale = useLocale()
  const fresh = useFreshness()
  const { indicator } = tile
  const standing = standingOf(indicator, tile, words)
  const of = words.kit.outOf(formatNumber(tile.numerator), formatNumber(tile.denominator))
  return (
    <Tile
      name={indicator.title[locale]} {...splitFigure(figureOf(indicator.formula, tile.value))} hero={hero} source={indicator.source[locale]}
      of={<><b>{of}</b> <span className="tile__words">{indicator.counts[locale]}</span>{tile.momentary && !brief && <span className="tile__words"> · {words.ioc.asOfNow}</span>}</>}
      age={brief ? words.ioc.counted(formatTime(countedAt)) : fresh(countedAt, tile.latestAt)}
      {...(standing && { standing })} {...(asked && { href: hrefOf(indicatorAt(indicator.code), asked, { shown: undefined }) })}
    />
  )
}
