import { createHash } from 'node:crypto'
import { z } from 'zod'
import { Failure } from '#kernel/failure'
import type { LocalDate } from '#kernel/local-time'
import { reasonsOf } from '#platform/reasons'
import { UnitPlan, type Fault } from '#modules/areas'
import { Agency, AgencyCode, agencyKinds } from '../contract.ts'

const Both = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) })

const AgencyFacts = z.strictObject({
  code: AgencyCode, kind: Agency.shape.kind, name: Both, shortName: Both, area: z.string(), parent: AgencyCode.nullable(), headOffice: z.string().min(1).nullable().default(null),
  phone: z.string().min(3).nullable().default(null),
})

/**
 * A reform as it is decided: units and agencies that begin, end and go on under another name, what each ended one becomes, and who decides what from the day on.
 * Everything takes effect at the beginning of `day`.
 */
export const ReformPlan = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{2,59}$/),
  title: Both,
  day: z.iso.date(),
  /** the decision it follows */
  basis: z.string().min(1),
  units: UnitPlan.prefault({}),
  agencies: z.strictObject({
    begin: z.array(AgencyFacts).default([]),
    end: z.array(AgencyCode).default([]),
    change: z.array(AgencyFacts.partial().required({ code: true })).default([]),
    /** `area`: only records of this unit (its code before the day); exactly one line of each ended agency is main and for everything else */
    become: z.array(z.strictObject({ from: AgencyCode, to: AgencyCode, area: z.string().nullable().default(null), main: z.boolean().default(true) })).default([]),
  }).prefault({}),
  competences: z.array(z.strictObject({
    matter: z.string().min(1), level: z.enum(['province', 'district', 'commune']), kind: z.enum(agencyKinds), basis: z.string().min(1), status: z.enum(['sourced', 'illustrative']),
  })).default([]),
  /** `main`: records of something that splits go to the main successor unless `decisions` names them; `refuse`: each open one must be decided first */
  undecided: z.enum(['refuse', 'main']).default('refuse'),
  /** what a person decided about single records of something that splits: the record's code, and the unit it goes to */
  decisions: z.record(z.string(), z.string()).default({}),
})
export type ReformPlan = z.output<typeof ReformPlan>

/** Where a plan cannot be read, and why: the reason is a word of `#platform/reasons` or `not_json`, `said` is what the reader said in English. */
export type UnreadablePlace = { at: string; reason: string; said: string }

function placesIn(error: z.ZodError, given: unknown): UnreadablePlace[] {
  const said = new Map(error.issues.map(({ path, message }) => [path.join('.'), message.slice(0, 200)]))
  return Object.entries(reasonsOf(error.issues, given)).map(([at, reason]) => ({ at, reason, said: said.get(at) ?? reason }))
}

/** Reads a plan. Throws `reform_unreadable` with the first places that do not fit. */
export function readPlan(text: string): ReformPlan {
  let given: unknown
  try {
    given = JSON.parse(text)
  } catch (error) {
    throw new Failure('reform_unreadable', { places: [{ at: '', reason: 'not_json', said: (error as Error).message.slice(0, 200) }] })
  }
  const read = ReformPlan.safeParse(given)
  if (!read.success) throw new Failure('reform_unreadable', { places: placesIn(read.error, given).slice(0, 5) })
  return read.data
}

/** The same for equal plans, however they are written. */
export const hashOfPlan = (plan: ReformPlan): string => createHash('sha256').update(JSON.stringify(plan)).digest('hex')

/**
 * What stands against the agencies of a plan, given those of the day before and the units after it. Pure: `agency_unknown`, `agency_code_used` (a code is never given
 * twice), `agency_without_successor`, `agency_main_missing`, `agency_successor_unknown`, `agency_unit_unknown` (it would serve a unit that is not there),
 * `agency_parent_unknown`, `agency_goes_on`.
 */
export function faultsOfAgencies(plan: ReformPlan['agencies'], given: { before: readonly Agency[]; everUsed: ReadonlySet<string>; unitsAfter: ReadonlySet<string> }): Fault[] {
  const there = new Map(given.before.map((agency) => [agency.code, agency]))
  const ends = new Set(plan.end)
  const begins = new Set(plan.begin.map(({ code }) => code))
  const after = (code: string) => begins.has(code) || (there.has(code) && !ends.has(code))
  const faults: Fault[] = []
  const say = (fault: string, about: string) => faults.push({ fault, about })
  for (const code of [...plan.end, ...codesOf(plan.change), ...plan.become.map(({ from }) => from)]) if (!there.has(code)) say('agency_unknown', code)
  for (const code of begins) if (given.everUsed.has(code)) say('agency_code_used', code)
  for (const { from, to } of plan.become) {
    if (!after(to)) say('agency_successor_unknown', to)
    if (!ends.has(from)) say('agency_goes_on', from)
  }
  for (const code of ends) {
    const mine = plan.become.filter(({ from }) => from === code)
    if (mine.length === 0) say('agency_without_successor', code)
    else if (mine.filter(({ main, area }) => main && area === null).length !== 1) say('agency_main_missing', code)
  }
  const changed = new Map(plan.change.map((change) => [change.code, change]))
  const going = [...plan.begin, ...[...there.values()].filter(({ code }) => !ends.has(code)).map((agency) => ({ ...agency, ...changed.get(agency.code) }))]
  for (const { code, area, parent } of going) {
    if (area !== undefined && !given.unitsAfter.has(area)) say('agency_unit_unknown', `${code} @ ${area}`)
    if (parent !== undefined && parent !== null && !after(parent)) say('agency_parent_unknown', `${code} < ${parent}`)
  }
  return [...new Map(faults.map((each) => [`${each.fault} ${each.about}`, each])).values()]
}

/** The units that are there after a plan, by code. */
export function unitsAfter(plan: ReformPlan['units'], before: readonly { code: string }[]): Set<string> {
  const ends = new Set(plan.end)
  return new Set([...before.map(({ code }) => code).filter((code) => !ends.has(code)), ...codesOf(plan.begin)])
}

/** The day before: what a plan is measured against. */
export function dayBefore(day: LocalDate): LocalDate {
  const before = new Date(`${day}T00:00:00Z`)
  before.setUTCDate(before.getUTCDate() - 1)
  return before.toISOString().slice(0, 10)
}

const codesOf = (list: readonly { code: string }[]): string[] => list.map(({ code }) => code)
