import type { z } from 'zod'
import { Failure } from '#kernel/failure'
import { localDate } from '#kernel/local-time'
import type { Call } from '#platform/http'
import { listAreas } from '#modules/areas'
import { readIndicator, readIndicatorSeries } from '#modules/indicators'
import type { listBoards, readBoard } from '../contract.ts'
import { findBoard, listAll } from '../store.ts'

type Asked = Call<z.output<typeof readBoard.input>>
type Answer = z.input<typeof readBoard.output>

/** A board with its figures, counted now. Throws `board_not_found`, and `indicator_not_found` for an indicator to show that nobody has. */
export async function readOneBoard(call: Asked): Promise<Answer> {
  const { input, tx } = call
  const board = await findBoard(tx, input.board)
  if (!board) throw new Failure('board_not_found', { board: input.board })
  const { agency, area } = input
  const tiles: Answer['tiles'] = []
  let counted: Pick<Answer, 'period' | 'countedAt'> | undefined
  for (const code of board.tiles) {
    const { indicator, momentary, readings, period, countedAt } = await readIndicator({ ...call, input: { code, by: 'whole', agency, area, from: input.from, to: input.to } })
    counted = { period, countedAt }
    const [reading] = readings
    if (reading) tiles.push({ indicator, momentary, ...reading })
  }
  if (!counted) throw new Failure('board_not_found', { board: input.board })
  const series = await readIndicatorSeries({ ...call, input: { code: input.shown ?? board.series, step: input.step, points: input.points, agency, area } })
  return {
    board: { code: board.code, title: board.title }, ...counted, tiles,
    map: await mapOf(call, input.shown ?? board.map),
    agencies: await agenciesOf(call, input.shown ?? board.map),
    series: { indicator: series.indicator, momentary: series.momentary, points: series.points.map(({ from, value, numerator, denominator }) => ({ from, value, numerator, denominator })) },
  }
}

// every area of today is on the map, also one that nothing was counted in
async function mapOf(call: Asked, code: string): Promise<Answer['map']> {
  const { from, to, agency } = call.input
  const { indicator, readings } = await readIndicator({ ...call, input: { code, by: 'area', agency, area: undefined, from, to } })
  const byArea = new Map(readings.map((reading) => [reading.place, reading]))
  const areas = await listAreas(call.tx, { level: 'commune', on: localDate(call.clock.now()) })
  return {
    indicator,
    areas: areas.map(({ code: area, name, lon, lat, areaKm2 }) => {
      const { numerator = 0, denominator = 0, value = null, ok = null } = byArea.get(area) ?? {}
      return { code: area, name, lon, lat, km2: areaKm2, numerator, denominator, value, ok }
    }),
  }
}

async function agenciesOf(call: Asked, code: string): Promise<Answer['agencies']> {
  const { from, to, area } = call.input
  const { readings } = await readIndicator({ ...call, input: { code, by: 'agency', agency: undefined, area, from, to } })
  return readings.flatMap(({ place, placeName, numerator, denominator, value, ok }) =>
    place === null ? [] : [{ code: place, name: placeName ?? { vi: place, en: place }, numerator, denominator, value, ok }])
}

/** The boards there are. */
export async function listAllBoards(call: Call): Promise<z.input<typeof listBoards.output>> {
  return { boards: (await listAll(call.tx)).map(({ code, title }) => ({ code, title })) }
}
