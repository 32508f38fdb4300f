import type { Tx } from '#platform/db'
import { agencyAfter, type Change, type Follower, type Moved, type Weight } from '#platform/reform'
import { countResidents, listCapacities, moveCapacities, moveResidents, type Line } from './stores/reform.ts'

const batchSize = 5000
const residents = 'residents'

/** Each ended agency with what becomes of its people: the main successor. */
const agencyLines = (change: Change): Line[] => [...new Set(change.agencies.map(({ from }) => from))].map((from) => ({ from, to: agencyAfter(change, from, '') }))

const areaLines = (change: Change): Line[] => change.areas.filter(({ main }) => main)

async function weigh(tx: Tx, change: Change): Promise<Weight> {
  const going = agencyLines(change)
  const capacities = await listCapacities(tx, going.map(({ from }) => from), change.day)
  const living = await countResidents(tx, areaLines(change).map(({ from }) => from), change.day)
  const posts = capacities.flatMap(({ delegated, ...post }) => (delegated ? [] : [{ ...post, to: going.find(({ from }) => from === post.from)?.to ?? post.from }]))
  return {
    moves: capacities.length + living, undecided: [], undecidedCount: 0, posts,
    parts: [{ what: { vi: 'vai trò của cán bộ', en: 'roles of officers' }, count: capacities.length }, { what: { vi: 'người dân có nơi cư trú ghi theo đơn vị mới', en: 'citizens whose residence is written with the new unit' }, count: living }],
  }
}

async function move(tx: Tx, change: Change, from: string | null): Promise<Moved> {
  if (from === null) return { moved: await moveCapacities(tx, agencyLines(change), change.day), next: residents }
  const { moved, last } = await moveResidents(tx, areaLines(change), { day: change.day, from: from === residents ? null : from, size: batchSize })
  return { moved, next: last }
}

/** Officers keep their roles at what their agency has become; citizens live in what their commune has become. */
export const follows: Follower = { what: { vi: 'vai trò của cán bộ và nơi cư trú của công dân', en: 'roles of officers and residence of citizens' }, weigh, move }
