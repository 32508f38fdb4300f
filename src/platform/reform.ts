import type { LocalDate } from '#kernel/local-time'
import type { Tx } from './db.ts'

/** What a unit became on the day of a reform. */
export type AreaLink = { from: string; to: string; main: boolean }

/**
 * What an agency became. `area`: this line is only for records of that unit, as it was called before the day. `serves`: the unit that the
 * successor serves, by which a person's decision finds it.
 */
export type AgencyLink = { from: string; to: string; area: string | null; main: boolean; serves: string }

/** A reform as the rows of a module follow it. `decisions`: for what a person decided, the code of the record and the unit it goes to. */
export type Change = { reform: string; day: LocalDate; areas: readonly AreaLink[]; agencies: readonly AgencyLink[]; decisions: Readonly<Record<string, string>> }

/** A part of the rows that move, counted by itself: open and closed ones. */
export type WeightPart = { what: { vi: string; en: string }; count: number }

/** Somebody who goes on in the same role at what their agency becomes. */
export type MovingPost = { officer: string; name: string; role: string; title: { vi: string; en: string }; from: string; to: string }

/**
 * What a reform would do to a module's rows. `undecided`: records of something that splits, for which nothing but a person can say where they go. `parts` make up
 * `moves`; `posts` are the people among them.
 */
export type Weight = { moves: number; undecided: string[]; undecidedCount: number; parts: WeightPart[]; posts?: MovingPost[] }

/** One batch: how many rows moved, and where to go on; null when all have moved. */
export type Moved = { moved: number; next: string | null }

/**
 * How a module's rows follow a reform. `move` moves one batch in the caller's transaction, well under two seconds, beginning after `from` (null: at the
 * start); moving the same batch again changes nothing.
 */
export type Follower = {
  what: { vi: string; en: string }
  weigh(tx: Tx, change: Change): Promise<Weight>
  move(tx: Tx, change: Change, from: string | null): Promise<Moved>
}

/** Where what belonged to an ended agency goes: by a person's decision, by the unit of the record, else to the main successor; the agency itself when it goes on. */
export function agencyAfter(change: Pick<Change, 'agencies'>, agency: string, area: string, decided?: string): string {
  const mine = change.agencies.filter(({ from }) => from === agency)
  const found = (decided === undefined ? undefined : mine.find(({ serves }) => serves === decided)) ?? mine.find((link) => link.area === area) ?? mine.find(({ main, area: only }) => main && only === null)
  return found?.to ?? agency
}

/** The unit that a record's unit became: by a person's decision, else the main successor; the same when it goes on. */
export const areaAfter = (change: Pick<Change, 'areas'>, area: string, decided?: string): string =>
  decided ?? change.areas.find(({ from, main }) => from === area && main)?.to ?? area
