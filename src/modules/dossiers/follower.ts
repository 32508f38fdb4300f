import type { Tx } from '#platform/db'
import { agencyAfter, areaAfter, type Change, type Follower, type Moved, type Weight } from '#platform/reform'
import { alikeWithin, codesUndecided, countAlike, endOfBatch, moveAlike, moveOpenLists, sortNamesIn, type Alike, type Belonging, type Going, type Mark } from './stores/custody.ts'

/** as many as one transaction moves in about half a second */
const batchSize = 10_000
const mostNamed = 200

/** Where dossiers that belong alike go, after a reform: the same where nothing of theirs ends. */
export function belongingAfter(change: Change, from: Alike): Belonging {
  const decided = splits(change).has(from.area) ? (from.decided ?? undefined) : undefined
  const after = (agency: string) => agencyAfter(change, agency, from.area, decided)
  return { area: areaAfter(change, from.area, decided), receiving: after(from.receiving), collecting: after(from.collecting), competent: after(from.competent) }
}

/** The units that became more than one: only a person, or the main line, says where a record goes. */
const splits = (change: Pick<Change, 'areas'>): Set<string> => {
  const seen = new Set<string>()
  return new Set(change.areas.flatMap(({ from }) => (seen.has(from) ? [from] : (seen.add(from), []))))
}

const differs = ({ from, to }: Going): boolean => from.area !== to.area || from.receiving !== to.receiving || from.collecting !== to.collecting || from.competent !== to.competent

async function weigh(tx: Tx, change: Change): Promise<Weight> {
  const groups = await countAlike(tx, change.day, change.decisions)
  const moving = groups.filter((from) => differs({ from, to: belongingAfter(change, from) }))
  const split = splits(change)
  const undecidedCount = groups.filter(({ area, decided }) => decided === null && split.has(area)).reduce((sum, { open }) => sum + open, 0)
  const undecided = undecidedCount === 0 ? [] : await codesUndecided(tx, change.day, [...split], Object.keys(change.decisions), mostNamed)
  const moves = moving.reduce((sum, { count }) => sum + count, 0)
  const open = moving.reduce((sum, group) => sum + group.open, 0)
  return { moves, undecided, undecidedCount, parts: [{ what: { vi: 'đang giải quyết', en: 'still open' }, count: open }, { what: { vi: 'đã xong', en: 'closed' }, count: moves - open }] }
}

/** Moves the next `size` dossiers, in the order in which they were handed in. */
export async function moveBatch(tx: Tx, change: Change, from: string | null, size: number): Promise<Moved> {
  const mark = from === null ? null : (JSON.parse(from) as Mark)
  const end = await endOfBatch(tx, change.day, mark, size)
  const range = { from: mark, end }
  const going = (await alikeWithin(tx, change.day, range, change.decisions)).map((alike): Going => ({ from: alike, to: belongingAfter(change, alike) })).filter(differs)
  const moved = going.length === 0 ? 0 : await moveAlike(tx, change.day, range, going, change.decisions)
  if (!end) {
    await moveOpenLists(tx, change.agencies.filter(({ main, area }) => main && area === null))
    await sortNamesIn(tx)
  }
  return { moved, next: end ? JSON.stringify(end) : null }
}

/** Dossiers go to what their authority, desk and counter have become, open ones and closed ones. */
export const follows: Follower = { what: { vi: 'hồ sơ', en: 'dossiers' }, weigh, move: (tx, change, from) => moveBatch(tx, change, from, batchSize) }
