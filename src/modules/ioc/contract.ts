import { z } from 'zod'
import { defineContract } from '#kernel/contract'

const Both = z.object({ vi: z.string(), en: z.string() })

/** A board is data: which indicators stand where. `main` ones are tiles, `map` colours the areas, `series` runs over months. */
export const BoardFile = z.strictObject({
  boards: z.array(z.strictObject({
    code: z.string().regex(/^[a-z0-9-]+$/), title: Both.strict(), tiles: z.array(z.string()).min(1).max(6), map: z.string(), series: z.string(),
  })).min(1),
})
export type Board = z.output<typeof BoardFile>['boards'][number]

const Tile = z.object({
  indicator: z.object({ code: z.string(), title: Both, counts: Both, formula: z.enum(['share', 'count']), better: z.enum(['higher', 'lower']), threshold: z.object({ value: z.number() }).nullable(), source: Both }),
  numerator: z.number().int(), denominator: z.number().int(), value: z.number().nullable(), ok: z.boolean().nullable(), latestAt: z.iso.datetime({ offset: true }).nullable(),
})

export const readBoard = defineContract({
  name: 'ioc.board', method: 'GET', path: '/api/boards/:board', summary: 'A board with its figures as they stand now',
  input: z.strictObject({ board: z.string().max(40), from: z.iso.date().optional(), to: z.iso.date().optional() }),
  output: z.object({
    board: z.object({ code: z.string(), title: Both }), period: z.object({ from: z.iso.date(), to: z.iso.date() }), countedAt: z.iso.datetime({ offset: true }),
    tiles: z.array(Tile),
    /** one line per area, and where it lies */
    map: z.object({ indicator: Tile.shape.indicator, areas: z.array(z.object({ code: z.string(), name: Both, lon: z.number().nullable(), lat: z.number().nullable(), numerator: z.number().int(), denominator: z.number().int(), value: z.number().nullable(), ok: z.boolean().nullable() })) }),
    series: z.object({ indicator: Tile.shape.indicator, points: z.array(z.object({ from: z.iso.date(), value: z.number().nullable(), numerator: z.number().int(), denominator: z.number().int() })) }),
  }),
})
export const listBoards = defineContract({
  name: 'ioc.boards', method: 'GET', path: '/api/boards', summary: 'The boards of the operations centre', input: z.strictObject({}), output: z.object({ boards: z.array(z.object({ code: z.string(), title: Both })) }),
})
