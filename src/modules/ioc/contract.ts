import { z } from 'zod'
import { defineContract } from '#kernel/contract'

const Both = z.object({ vi: z.string(), en: z.string() })

/** A board is data: which indicators stand where. `map` colours the areas and `series` runs over time until somebody chooses another tile. */
export const BoardFile = z.strictObject({
  boards: z.array(z.strictObject({
    code: z.string().regex(/^[a-z0-9-]+$/), title: Both.strict(), tiles: z.array(z.string()).min(1).max(6), map: z.string(), series: z.string(),
  })).min(1),
})
export type Board = z.output<typeof BoardFile>['boards'][number]

const Indicator = z.object({ code: z.string(), title: Both, counts: Both, formula: z.enum(['share', 'count']), better: z.enum(['higher', 'lower']), threshold: z.object({ value: z.number() }).nullable(), source: Both })
const Tile = z.object({
  indicator: Indicator,
  /** counted as of now whatever the period */
  momentary: z.boolean(),
  numerator: z.number().int(), denominator: z.number().int(), value: z.number().nullable(), ok: z.boolean().nullable(), latestAt: z.iso.datetime({ offset: true }).nullable(),
})

const Line = { code: z.string(), name: Both, numerator: z.number().int(), denominator: z.number().int(), value: z.number().nullable(), ok: z.boolean().nullable() }

export const readBoard = defineContract({
  name: 'ioc.board', method: 'GET', path: '/api/boards/:board', summary: 'A board with its figures as they stand now',
  input: z.strictObject({
    board: z.string().max(40), from: z.iso.date().optional(), to: z.iso.date().optional(), agency: z.string().max(40).optional(), area: z.string().max(10).optional(),
    /** which tile colours the map and is drawn over time; the board's own when none is named */
    shown: z.string().max(60).optional(), step: z.enum(['day', 'month']).default('day'), points: z.coerce.number().int().min(2).max(36).default(30),
  }),
  output: z.object({
    board: z.object({ code: z.string(), title: Both }), period: z.object({ from: z.iso.date(), to: z.iso.date() }), countedAt: z.iso.datetime({ offset: true }),
    tiles: z.array(Tile),
    /** one line per area of today, where it lies and how large it is; the area that is asked for is not left alone on it */
    map: z.object({ indicator: Indicator, areas: z.array(z.object({ ...Line, lon: z.number().nullable(), lat: z.number().nullable(), km2: z.number().nullable() })) }),
    /** one line per agency that something was counted of */
    agencies: z.array(z.object(Line)),
    series: z.object({ indicator: Indicator, momentary: z.boolean(), points: z.array(z.object({ from: z.iso.date(), value: z.number().nullable(), numerator: z.number().int(), denominator: z.number().int() })) }),
  }),
})
export const listBoards = defineContract({
  name: 'ioc.boards', method: 'GET', path: '/api/boards', summary: 'The boards of the operations centre', input: z.strictObject({}), output: z.object({ boards: z.array(z.object({ code: z.string(), title: Both })) }),
})
