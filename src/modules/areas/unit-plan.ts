import { z } from 'zod'
import type { LocalDate } from '#kernel/local-time'
import type { Tx } from '#platform/db'
import { Area } from './contract.ts'
import { endUnits, linksOn, saveLinks, type UnitLink } from './stores/succession.ts'
import { listAreas, saveArea } from './store.ts'

const Both = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) })
const Code = z.string().regex(/^\d{2,5}$/)

/** What a reform does to units on its day. */
export const UnitPlan = z.strictObject({
  /** units that are there from the day on; a code may have been another unit's until the day before */
  begin: z.array(z.strictObject({
    code: Code, level: Area.shape.level, kind: Area.shape.kind, name: Both, parent: Code.nullable(), lon: z.number().nullable().default(null), lat: z.number().nullable().default(null),
    areaKm2: z.number().positive().nullable().default(null), population: z.number().int().nonnegative().nullable().default(null), headOffice: z.string().nullable().default(null),
    /** where its facts were taken from, when not from the decision */
    source: z.string().min(1).optional(),
  })).default([]),
  /** units whose last day is the day before */
  end: z.array(Code).default([]),
  /** units that go on under the same code with another name, kind or parent */
  change: z.array(z.strictObject({ code: Code, kind: Area.shape.kind.optional(), name: Both.optional(), parent: Code.nullable().optional() })).default([]),
  /** what each ended unit becomes; of several, one is the main one */
  become: z.array(z.strictObject({ from: Code, to: Code, share: z.number().positive().max(1).default(1), main: z.boolean().default(true) })).default([]),
})
export type UnitPlan = z.output<typeof UnitPlan>

/** What stands against a plan: a stable word and what it is about. */
export type Fault = { fault: string; about: string }

/**
 * What stands against a plan for a day, given the units of the day before. Pure: `unit_unknown`, `unit_named_twice`, `unit_code_in_use`, `unit_without_successor`,
 * `unit_successor_unknown`, `unit_shares_wrong` (they must make 1), `unit_main_missing` (exactly one), `unit_parent_unknown`, `unit_parent_ends`.
 */
export function faultsOfUnits(plan: UnitPlan, before: readonly Area[]): Fault[] {
  const there = new Map(before.map((unit) => [unit.code, unit]))
  const begins = new Set(plan.begin.map(({ code }) => code))
  const ends = new Set(plan.end)
  const after = (code: string) => begins.has(code) || (there.has(code) && !ends.has(code))
  const faults: Fault[] = []
  const say = (fault: string, about: string) => faults.push({ fault, about })
  for (const code of [...plan.end, ...codesOf(plan.change), ...plan.become.map(({ from }) => from)]) if (!there.has(code)) say('unit_unknown', code)
  for (const code of twice([...codesOf(plan.begin), ...codesOf(plan.change)])) say('unit_named_twice', code)
  for (const code of twice([...plan.end, ...codesOf(plan.change)])) say('unit_named_twice', code)
  for (const code of begins) if (there.has(code) && !ends.has(code)) say('unit_code_in_use', code)
  for (const { to } of plan.become) if (!after(to)) say('unit_successor_unknown', to)
  for (const { code, parent } of [...plan.begin, ...plan.change]) if (parent && !after(parent)) say('unit_parent_unknown', `${code} < ${parent}`)
  faults.push(...faultsOfEnds(plan, there, ends))
  return unique(faults)
}

function faultsOfEnds(plan: UnitPlan, there: ReadonlyMap<string, Area>, ends: ReadonlySet<string>): Fault[] {
  const faults: Fault[] = []
  const links = Map.groupBy(plan.become, ({ from }) => from)
  const moved = new Set(plan.change.filter(({ parent }) => parent !== undefined).map(({ code }) => code))
  for (const code of ends) {
    const mine = links.get(code) ?? []
    const children = [...there.values()].filter(({ parent }) => parent === code)
    for (const child of children) if (!ends.has(child.code) && !moved.has(child.code)) faults.push({ fault: 'unit_parent_ends', about: `${child.code} < ${code}` })
    if (mine.length === 0) {
      // a level that goes away has no successor of its own: what lay in it has
      if (children.length === 0 || !children.every((child) => links.has(child.code) || moved.has(child.code))) faults.push({ fault: 'unit_without_successor', about: code })
      continue
    }
    if (Math.abs(mine.reduce((sum, { share }) => sum + share, 0) - 1) > 0.005) faults.push({ fault: 'unit_shares_wrong', about: code })
    if (mine.filter(({ main }) => main).length !== 1) faults.push({ fault: 'unit_main_missing', about: code })
  }
  for (const code of links.keys()) if (!ends.has(code)) faults.push({ fault: 'unit_goes_on', about: code })
  return faults
}

const twice = (codes: readonly string[]): string[] => [...new Set(codes.filter((code, i) => codes.indexOf(code) !== i))]
const unique = (faults: readonly Fault[]): Fault[] => [...new Map(faults.map((each) => [`${each.fault} ${each.about}`, each])).values()]

/** The units of a day, of every level. */
export const unitsOn = (tx: Tx, on: LocalDate): Promise<Area[]> => listAreas(tx, { on })

/** Carries a plan out that has no faults: ends, beginnings, changes and the lines between them. Doing it again changes nothing. */
export async function applyUnits(tx: Tx, plan: UnitPlan, reform: { day: LocalDate; before: readonly Area[]; source: string }): Promise<void> {
  const { day, before, source } = reform
  const there = new Map(before.map((unit) => [unit.code, unit]))
  await endUnits(tx, [...plan.end, ...codesOf(plan.change)], day)
  for (const unit of plan.begin) await saveArea(tx, { ...unit, validFrom: day, validTo: null, source: unit.source ?? source })
  for (const { code, ...change } of plan.change) {
    const unit = there.get(code)
    if (unit) await saveArea(tx, { ...unit, ...given(change), validFrom: day, validTo: null, source })
  }
  const goesOn = plan.change.map(({ code }): UnitLink => ({ from: code, to: code, share: 1, main: true }))
  await saveLinks(tx, day, [...plan.become, ...goesOn], source)
}

const given = <T extends object>(change: T): Partial<T> => Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<T>

export { linksOn }

const codesOf = (list: readonly { code: string }[]): string[] => list.map(({ code }) => code)
