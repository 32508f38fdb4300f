import type { z } from 'zod'
import { Failure } from '#kernel/failure'
import { localDate } from '#kernel/local-time'
import type { Call } from '#platform/http'
import { listAreas } from '#modules/areas'
import { readIndicator, readIndicatorSeries } from '#modules/indicators'
import type { listBoards, readBoard } from '../contract.ts'
import { findBoard, listAll } from '../store.ts'

type Answer = z.input<typeof readBoard.output>

/** A board with its figures, counted now. Throws `board_not_found`. */
export async function readOneBoard(call: Call<z.output<typeof readBoard.input>>): Promise<Answer> {
  const { input, tx } = call
  const board = await findBoard(tx, input.board)
  if (!board) throw new Failure('board_not_found', { board: input.board })
  const period = { from: input.from, to: input.to }
  const tiles: Answer['tiles'] = []
  let counted: Pick<Answer, 'period' | 'countedAt'> | undefined
  for (const code of board.tiles) {
    const read = await readIndicator({ ...call, input: { code, by: 'whole', agency: undefined, area: undefined, ...period } })
    counted = { period: read.period, countedAt: read.countedAt }
    const [reading] = read.readings
    if (reading) tiles.push({ indicator: read.indicator, ...reading })
  }
  if (!counted) throw new Failure('board_not_found', { board: input.board })
  const series = await readIndicatorSeries({ ...call, input: { code: board.series, step: 'month', points: 12 } })
  return {
    board: { code: board.code, title: board.title }, ...counted, tiles,
    map: await mapOf(call, board.map, period),
    series: { indicator: series.indicator, points: series.points.map(({ from, value, numerator, denominator }) => ({ from, value, numerator, denominator })) },
  }
}

// every area of today is on the map, also one that nothing was counted in
async function mapOf(call: Call, code: string, period: { from: string | undefined; to: string | undefined }): Promise<Answer['map']> {
  const { indicator, readings } = await readIndicator({ ...call, input: { code, by: 'area', agency: undefined, area: undefined, ...period } })
  const byArea = new Map(readings.map((reading) => [reading.place, reading]))
  const areas = await listAreas(call.tx, { level: 'commune', on: localDate(call.clock.now()) })
  return {
    indicator,
    areas: areas.map(({ code: area, name, lon, lat }) => {
      const { numerator = 0, denominator = 0, value = null, ok = null } = byArea.get(area) ?? {}
      return { code: area, name, lon, lat, numerator, denominator, value, ok }
    }),
  }
}

/** The boards there are. */
export async function listAllBoards(call: Call): Promise<z.input<typeof listBoards.output>> {
  return { boards: (await listAll(call.tx)).map(({ code, title }) => ({ code, title })) }
}
