import { z } from 'zod'
import { Both, levels, lifeEvents, onlineLevels } from './contract-body.ts'

/** One line of the catalogue. */
export const ProcedureLine = z.object({
  code: z.string(),
  title: Both,
  shortTitle: Both,
  summary: Both,
  field: z.object({ code: z.string(), name: Both }),
  lifeEvent: z.enum(lifeEvents),
  level: z.enum(levels),
  onlineLevel: z.enum(onlineLevels),
  /** who receives it: one of `agencyKinds` */
  receivingAgencyKind: z.string(),
  /** whether it can be filed here; an entry, or what another system decides, is only described */
  fileable: z.boolean(),
})
export type ProcedureLine = z.output<typeof ProcedureLine>

/** What the catalogue is narrowed by. */
export const Narrowing = {
  field: z.string().max(60).optional(), lifeEvent: z.enum(lifeEvents).optional(), agency: z.string().max(60).optional(), level: z.enum(levels).optional(),
  onlineLevel: z.enum(onlineLevels).optional(), fileable: z.literal('yes').optional(),
}
export type Chosen = { [name in keyof typeof Narrowing]?: z.output<(typeof Narrowing)[name]> }

const valueOf: Record<keyof Chosen, (line: ProcedureLine) => string> = {
  field: ({ field }) => field.code, lifeEvent: ({ lifeEvent }) => lifeEvent, agency: ({ receivingAgencyKind }) => receivingAgencyKind, level: ({ level }) => level,
  onlineLevel: ({ onlineLevel }) => onlineLevel, fileable: ({ fileable }) => (fileable ? 'yes' : 'no'),
}
const names = Object.keys(valueOf) as (keyof Chosen)[]

/** The lines that fit every choice; `but` leaves one of them aside. */
export function narrowed<Line extends ProcedureLine>(lines: readonly Line[], chosen: Chosen, but?: keyof Chosen): Line[] {
  const asked = names.filter((name) => name !== but && chosen[name] !== undefined)
  return lines.filter((line) => asked.every((name) => valueOf[name](line) === chosen[name]))
}

const Count = z.object({ code: z.string(), count: z.number().int() })

/** What the catalogue may be narrowed by, each with how many procedures it would leave beside the other choices; what would leave none is left out. */
export const Facets = z.object({
  fields: z.array(Count.extend({ name: Both })),
  /** `first`: what three of them are called, those that can be filed here before others */
  lifeEvents: z.array(z.object({ code: z.enum(lifeEvents), count: z.number().int(), first: z.array(Both) })),
  agencies: z.array(Count), levels: z.array(Count), onlineLevels: z.array(Count),
  fileable: z.number().int(),
})
export type Facets = z.output<typeof Facets>

/** The counters beside the choices. Lines are in the order of the catalogue. */
export function facetsOf(lines: readonly ProcedureLine[], chosen: Chosen): Facets {
  const grouped = (name: keyof Chosen) => Map.groupBy(narrowed(lines, chosen, name), valueOf[name])
  const counts = (name: keyof Chosen, order: readonly string[]) => {
    const groups = grouped(name)
    const codes = [...order, ...[...groups.keys()].filter((code) => !order.includes(code)).sort()]
    return codes.flatMap((code) => (groups.has(code) ? [{ code, count: groups.get(code)?.length ?? 0 }] : []))
  }
  const events = grouped('lifeEvent')
  return {
    fields: [...grouped('field').values()].flatMap((group) => (group[0] ? [{ ...group[0].field, count: group.length }] : [])),
    lifeEvents: lifeEvents.flatMap((code) => (events.has(code) ? [{ code, count: events.get(code)?.length ?? 0, first: (events.get(code) ?? []).toSorted((a, b) => Number(b.fileable) - Number(a.fileable)).slice(0, 3).map(({ shortTitle }) => shortTitle) }] : [])),
    agencies: counts('agency', []), levels: counts('level', levels), onlineLevels: counts('onlineLevel', onlineLevels),
    fileable: grouped('fileable').get('yes')?.length ?? 0,
  }
}
