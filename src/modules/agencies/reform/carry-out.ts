import type { LocalDate } from '#kernel/local-time'
import type { Tx } from '#platform/db'
import type { Change } from '#platform/reform'
import { applyUnits, faultsOfUnits, linksOn as unitLinksOn, unitsOn, type Fault } from '#modules/areas'
import type { Agency } from '../contract.ts'
import { listAgencies, namesOfAgencies, saveAgencies } from '../store.ts'
import { saveCompetences } from '../stores/competence.ts'
import { endAgencies, keepFormer, linksOn, saveLinks } from '../stores/succession.ts'
import { dayBefore, faultsOfAgencies, unitsAfter, type ReformPlan } from './plan.ts'

/** The province on the day before a plan. */
type Before = { units: Awaited<ReturnType<typeof unitsOn>>; agencies: Agency[] }

const stateBefore = async (tx: Tx, day: LocalDate): Promise<Before> => ({ units: await unitsOn(tx, dayBefore(day)), agencies: await listAgencies(tx, { on: dayBefore(day) }) })

/** Everything that stands against a plan as the province is; empty when it may be carried out. */
export async function faultsOf(tx: Tx, plan: ReformPlan): Promise<Fault[]> {
  const { units, agencies } = await stateBefore(tx, plan.day)
  const everUsed = new Set((await namesOfAgencies(tx)).keys())
  const heirs = new Set(plan.units.become.map(({ to }) => to))
  const strayed = Object.entries(plan.decisions).filter(([, unit]) => !heirs.has(unit)).map(([code, unit]): Fault => ({ fault: 'decision_unknown', about: `${code} > ${unit}` }))
  return [...strayed, ...faultsOfUnits(plan.units, units), ...faultsOfAgencies(plan.agencies, { before: agencies, everUsed, unitsAfter: unitsAfter(plan.units, units) })]
}

/** The links of a plan that is not carried out, as the modules will follow them. */
export function changeOf(plan: ReformPlan, agencies: readonly Agency[]): Change {
  const serves = new Map([...agencies.map(({ code, area }) => [code, area] as const), ...plan.agencies.begin.map(({ code, area }) => [code, area] as const)])
  return {
    reform: plan.id, day: plan.day, decisions: plan.decisions,
    areas: plan.units.become.map(({ from, to, main }) => ({ from, to, main })),
    agencies: plan.agencies.become.map((link) => ({ ...link, serves: serves.get(link.to) ?? '' })),
  }
}

/** As changeOf, with the agencies looked up. */
export const changeOfPlan = async (tx: Tx, plan: ReformPlan): Promise<Change> => changeOf(plan, (await stateBefore(tx, plan.day)).agencies)

/** The links of a reform that was carried out. */
export async function changeOn(tx: Tx, reform: { id: string; day: LocalDate; plan: unknown }): Promise<Change> {
  const areas = (await unitLinksOn(tx, reform.day)).filter(({ from, to }) => from !== to)
  return { reform: reform.id, day: reform.day, areas, agencies: await linksOn(tx, reform.day), decisions: (reform.plan as ReformPlan).decisions }
}

/**
 * Writes the units, agencies, lines and competences of a plan that has no faults: well under a hundred statements for a province. Writing it again changes nothing.
 * Records follow later.
 */
export async function carryOut(tx: Tx, plan: ReformPlan): Promise<void> {
  const { day, basis } = plan
  const before = await stateBefore(tx, day)
  await applyUnits(tx, plan.units, { day, before: before.units, source: basis })
  const there = new Map(before.agencies.map((agency) => [agency.code, agency]))
  const changing = plan.agencies.change.flatMap(({ code }) => there.get(code) ?? [])
  await keepFormer(tx, changing, day)
  await endAgencies(tx, plan.agencies.end, day)
  const changed = plan.agencies.change.flatMap((change): Agency[] => {
    const agency = there.get(change.code)
    return agency ? [{ ...agency, ...(Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<Agency>) }] : []
  })
  await saveAgencies(tx, [...plan.agencies.begin.map((agency): Agency => ({ ...agency, validFrom: day, validTo: null })), ...changed])
  await saveLinks(tx, day, plan.agencies.become, basis)
  await saveCompetences(tx, day, plan.competences)
}
