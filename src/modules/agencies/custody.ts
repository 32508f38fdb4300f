import type { LocalDate } from '#kernel/local-time'
import type { Tx } from '#platform/db'
import type { Change } from '#platform/reform'
import { presentCode } from '#modules/areas'
import { changeOn } from './reform/carry-out.ts'
import { stepsFrom } from './stores/succession.ts'
import { reformsAround, underWay } from './stores/reforms.ts'

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

/**
 * For looking back from `on`: whether units or agencies have changed after `since`, so that records belong elsewhere now than they did then, and the reforms
 * that not every row has followed.
 */
export async function reformsSince(tx: Tx, since: LocalDate, on: LocalDate): Promise<{ later: boolean; underWay: Change[] }> {
  const rows = await reformsAround(tx, since, on)
  const still: Change[] = []
  for (const reform of rows.filter(({ finishedAt }) => finishedAt === null)) still.push(await changeOn(tx, reform))
  return { later: rows.some(({ day }) => day > since), underWay: still }
}

/**
 * Records of an ended agency that come to another one. `areas` null: of every unit but `notAreas`, else only of these. Records in `also` come besides, those in `except` do
 * not: a person decided so.
 */
export type Held = { agency: string; areas: string[] | null; notAreas: string[]; also: string[]; except: string[] }

/** Under which ended agencies the records of this one are still found while reforms are under way; of a chain of reforms the earlier ones too. */
export function standsFor(changes: readonly Change[], agency: string): Held[] {
  const held: Held[] = []
  const heirs = [agency]
  for (const change of [...changes].reverse()) {
    for (const heir of [...heirs]) {
      for (const from of new Set(change.agencies.filter(({ to }) => to === heir).map((link) => link.from))) {
        held.push(heldOf(change, from, heir))
        heirs.push(from)
      }
    }
  }
  return held
}

function heldOf(change: Change, from: string, heir: string): Held {
  const links = change.agencies.filter((link) => link.from === from)
  const whole = links.some(({ to, main, area }) => to === heir && main && area === null)
  const areasOf = (mine: boolean) => links.flatMap(({ to, area }) => (area !== null && (to === heir) === mine ? [area] : []))
  const decided = Object.entries(change.decisions)
  const heirOf = (unit: string) => links.find(({ serves }) => serves === unit)?.to
  return {
    agency: from, areas: whole ? null : areasOf(true), notAreas: whole ? areasOf(false) : [],
    also: decided.filter(([, unit]) => heirOf(unit) === heir).map(([code]) => code), except: decided.filter(([, unit]) => ![undefined, heir].includes(heirOf(unit))).map(([code]) => code),
  }
}
