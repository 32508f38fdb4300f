import type { z } from 'zod'
import { Failure } from '#kernel/failure'
import { uuidv7 } from '#kernel/ids'
import { publish } from '#platform/events'
import type { Call } from '#platform/http'
import { notify } from '#platform/notify'
import { nameOfOfficers } from '#modules/identity'
import { colleaguesOf, type OfficeColleague } from '../colleagues.ts'
import type { moveQueue as contract, queueMoves } from '../contract.ts'
import { heldBy } from '../custody.ts'
import { QueueMoved } from '../events.ts'
import { spread } from '../spread.ts'
import type { Asker } from '../stores/lists.ts'
import { countItems, handOn, insertMove, listMoves, loadsAt, lockHeld, type Handing, type Load, type MoveRow } from '../stores/queue-moves.ts'
import { actorOf } from './move.ts'

/** as many as one transaction moves in well under a second; who holds more is asked about again */
const most = 500

/** The office of the leader who asks. Throws `forbidden` for one without. */
export async function officeOfLeader(call: Pick<Call, 'actor' | 'tx' | 'clock'>): Promise<Asker> {
  const { actor } = call
  if (actor.id === null || actor.agency === null) throw new Failure('forbidden')
  return { id: actor.id, agency: actor.agency, procedures: actor.procedures ?? null, elsewhere: await heldBy(call, actor.agency) }
}

/** What lies in whose hands at the office, who may be given work, and the latest moves. */
export async function readQueueMoves(call: Call): Promise<z.input<typeof queueMoves.output>> {
  const { tx, clock } = call
  const office = await officeOfLeader(call)
  const { agency } = office
  const now = clock.now()
  const [loads, colleagues, moves] = [await loadsAt(tx, office, now), await colleaguesOf(tx, agency, now), await listMoves(tx, agency)]
  const items = await countItems(tx, moves.map(({ id }) => id))
  const names = await nameOfOfficers(tx, [...loads, ...items].map(({ officer }) => officer))
  return { officers: officersOf(loads, colleagues, names), moves: moves.map((move) => moveView(move, items, names)) }
}

function officersOf(loads: readonly Load[], colleagues: readonly OfficeColleague[], names: ReadonlyMap<string, string>) {
  const gone = loads.filter(({ officer }) => !colleagues.some(({ id }) => id === officer)).map(({ officer }) => ({ id: officer, name: names.get(officer) ?? '', title: null, here: false }))
  return [...colleagues.map(({ id, name, title }) => ({ id, name, title, here: true })), ...gone].map((person) => {
    const { open = 0, late = 0, waiting = 0 } = loads.find(({ officer }) => officer === person.id) ?? {}
    return { ...person, open, late, waiting }
  })
}

const moveView = (move: MoveRow, items: readonly { move: string; officer: string; count: number }[], names: ReadonlyMap<string, string>) => ({
  id: move.id, at: move.at.toISOString(), from: { id: move.from, name: move.fromName }, by: move.mover, reason: move.reason, undoneAt: move.undoneAt?.toISOString() ?? null,
  to: items.filter((each) => each.move === move.id).map(({ officer, count }) => ({ id: officer, name: names.get(officer) ?? '', count })),
  actions: move.undoneAt === null ? ['undo' as const] : [],
})

/**
 * Gives everything in an absent officer's hands to one colleague, or spreads it among several, each dossier with its act. Throws
 * `officer_not_here` for somebody who takes no work of this office, `colleague_cannot` when none of them may have some of it, `queue_empty`.
 */
export async function moveQueue(call: Call<z.output<typeof contract.input>>): Promise<{ id: string; moved: number; left: number }> {
  const { tx, input, actor, clock } = call
  const office = await officeOfLeader(call)
  const { id: mover, agency } = office
  const now = clock.now()
  const chosen = await chosenOf(call, agency)
  const held = await lockHeld(tx, { ...office, holder: input.from, most })
  if (held.length === 0) throw new Failure('queue_empty')
  const loads = await loadsAt(tx, office, now)
  const { to, nobody } = spread(held, chosen.map(({ id, procedures: reach }) => ({ id, procedures: reach, load: loads.find(({ officer }) => officer === id)?.open ?? 0 })))
  if (nobody.length > 0) throw new Failure('colleague_cannot', { count: nobody.length, codes: held.filter(({ id }) => nobody.includes(id)).slice(0, 10).map(({ code }) => code) })
  const list = held.map((dossier): Handing => ({ dossier, to: to.get(dossier.id) ?? '' }))
  const id = uuidv7()
  const fromName = (await nameOfOfficers(tx, [input.from])).get(input.from) ?? ''
  const nameOf = (officer: string): string => chosen.find((each) => each.id === officer)?.name ?? ''
  await handOn(tx, list, { action: 'moveQueue', at: now, ...(await actorOf(tx, actor)) }, (each) => ({ reason: input.reason, from: fromName, officer: nameOf(each.to), move: id }))
  await insertMove(tx, { id, agency, from: input.from, fromName, by: mover, byName: actor.name, reason: input.reason, at: now }, list)
  await tell(call, { id, agency, from: input.from, fromName, chosen, list })
  const left = (loads.find(({ officer }) => officer === input.from)?.open ?? 0) - list.length
  return { id, moved: list.length, left: Math.max(0, left) }
}

async function chosenOf({ tx, input, clock }: Call<z.output<typeof contract.input>>, agency: string): Promise<OfficeColleague[]> {
  const here = await colleaguesOf(tx, agency, clock.now())
  const chosen = here.filter(({ id }) => input.to.includes(id) && id !== input.from)
  if (chosen.length !== new Set(input.to).size) throw new Failure('officer_not_here', { agency }, { fields: { to: 'not_an_option' } })
  return chosen
}

type Moved = { id: string; agency: string; from: string; fromName: string; chosen: readonly OfficeColleague[]; list: readonly Handing[] }

/** The event, and a notice to each of them: to who was absent, what became of their work; to who got it, that it is theirs. */
async function tell({ tx, input, actor, clock }: Call<z.output<typeof contract.input>>, { id, agency, from, fromName, chosen, list }: Moved): Promise<void> {
  const at = clock.now()
  const shares = chosen.map((each) => ({ officer: each.id, name: each.name, count: list.filter(({ to }) => to === each.id).length })).filter(({ count }) => count > 0)
  await publish(tx, QueueMoved, { subject: from, at, payload: { move: id, agency, from, shares: shares.map(({ officer, count }) => ({ officer, count })), by: actor.id ?? '', undone: false } })
  const facts = { by: actor.name, reason: input.reason }
  await notify(tx, {
    key: `dossiers:queue-moved:${id}:${from}`, person: from, subject: id, template: 'dossiers.queue_moved_away', at, facts: { ...facts, count: list.length, names: shares.map(({ name }) => name) },
  })
  for (const { officer, count } of shares) {
    await notify(tx, { key: `dossiers:queue-moved:${id}:${officer}`, person: officer, subject: id, template: 'dossiers.queue_moved_here', at, facts: { ...facts, count, names: [fromName] } })
  }
}
