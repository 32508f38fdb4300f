import type { LocalDate } from '#kernel/local-time'
import type { Tx } from '#platform/db'
import type { Change } from '#platform/reform'
import { presentCode } from '#modules/areas'
import { changeOn } from './reform/carry-out.ts'
import { stepsFrom } from './stores/succession.ts'
import { underWay } from './stores/reforms.ts'

/**
 * Who has what an agency had: the agency itself while it goes on, after its end what it became, told apart by the unit of the record where it split. `area` is the
 * record's unit as it was on `since`.
 */
export async function custodianOf(tx: Tx, record: { agency: string; area: string; since: LocalDate }, on: LocalDate): Promise<string> {
  let { agency } = record
  for (const [day, steps] of Map.groupBy(await stepsFrom(tx, agency, on), (step) => step.day)) {
    const mine = steps.filter(({ from }) => from === agency)
    if (mine.length === 0) continue
    const unit = await presentCode(tx, { code: record.area, on: record.since }, yesterday(day))
    agency = (mine.find(({ area }) => area !== null && area === unit) ?? mine.find(({ main, area }) => main && area === null))?.to ?? agency
  }
  return agency
}

function yesterday(day: LocalDate): LocalDate {
  const before = new Date(`${day}T00:00:00Z`)
  before.setUTCDate(before.getUTCDate() - 1)
  return before.toISOString().slice(0, 10)
}

/** The reforms in force on a day that not every row has followed, the oldest first: almost always none. */
export async function reformsUnderWay(tx: Tx, on: LocalDate): Promise<Change[]> {
  const changes: Change[] = []
  for (const reform of await underWay(tx, on)) changes.push(await changeOn(tx, reform))
  return changes
}

/** For whom an agency answers: `areas` null for every record of that agency, else only for those of these units. */
export type Held = { agency: string; areas: string[] | null }

/**
 * Under which agencies the records of this one may still be found while reforms are under way: its own, and of what ended those that come to it. Of a chain of reforms
 * the earlier ones too.
 */
export function standsFor(changes: readonly Change[], agency: string): Held[] {
  const held: Held[] = [{ agency, areas: null }]
  for (const change of [...changes].reverse()) {
    for (const { agency: heir } of [...held]) {
      for (const [from, links] of Map.groupBy(change.agencies.filter(({ to }) => to === heir), (link) => link.from)) {
        const all = links.some(({ main, area }) => main && area === null)
        const elsewhere = change.agencies.filter((link) => link.from === from && link.area !== null && link.to !== heir).flatMap(({ area }) => area ?? [])
        const here = links.flatMap(({ area }) => area ?? [])
        if (all && elsewhere.length === 0) held.push({ agency: from, areas: null })
        else if (here.length > 0) held.push({ agency: from, areas: here })
      }
    }
  }
  return held
}
