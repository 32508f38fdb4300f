import type { z } from 'zod'
import { Failure } from '#kernel/failure'
import { publish } from '#platform/events'
import type { Call } from '#platform/http'
import { notify } from '#platform/notify'
import { colleaguesOf, whoMayHave } from '../colleagues.ts'
import type { undoMoveQueue as contract } from '../contract.ts'
import { QueueMoved } from '../events.ts'
import { handOn, lockMove, lockMoved, markUndone } from '../stores/queue-moves.ts'
import { officeOfLeader } from './move-queue.ts'
import { actorOf } from './move.ts'

/**
 * Gives back what of a moved queue still lies where it was put; what is finished, or was given on, stays. Throws `move_not_found`,
 * `move_undone`, `queue_empty`, and `officer_not_here` when the officer works here no longer.
 */
export async function undoMoveQueue(call: Call<z.output<typeof contract.input>>): Promise<{ id: string; moved: number }> {
  const { tx, input, actor, clock } = call
  const { id: mover, agency } = await officeOfLeader(call)
  const move = await lockMove(tx, input.move)
  if (!move || move.agency !== agency) throw new Failure('move_not_found')
  if (move.undoneAt !== null) throw new Failure('move_undone')
  const at = clock.now()
  const back = (await colleaguesOf(tx, agency, at)).filter(({ id }) => id === move.from)
  if (back.length === 0) throw new Failure('officer_not_here', { agency })
  const moved = await lockMoved(tx, move.id)
  if (moved.length === 0) throw new Failure('queue_empty')
  const lost = moved.filter(({ procedure }) => whoMayHave(back, procedure).length === 0)
  if (lost.length > 0) throw new Failure('colleague_cannot', { count: lost.length, codes: lost.slice(0, 10).map(({ code }) => code) })
  const list = moved.map((dossier) => ({ dossier, to: move.from }))
  await handOn(tx, list, { action: 'moveQueueBack', at, ...(await actorOf(tx, actor)) }, () => ({ officer: move.fromName, move: move.id }))
  await markUndone(tx, move.id, at, mover)
  await publish(tx, QueueMoved, { subject: move.from, at, payload: { move: move.id, agency, from: move.from, shares: [{ officer: move.from, count: list.length }], by: mover, undone: true } })
  for (const person of new Set([move.from, ...moved.map(({ holder }) => holder)])) {
    const count = person === move.from ? list.length : moved.filter(({ holder }) => holder === person).length
    await notify(tx, {
      key: `dossiers:queue-back:${move.id}:${person}`, person, subject: move.id, template: 'dossiers.queue_moved_back', at, facts: { by: actor.name, count, names: [move.fromName], mine: person === move.from },
    })
  }
  return { id: move.id, moved: list.length }
}
