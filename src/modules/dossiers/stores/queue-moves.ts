import { sql, type Tx } from '#platform/db'
import type { State } from '../states.ts'
import type { Act } from './dossiers.ts'
import { belongs, reached, type Asker } from './lists.ts'

/** States in which a dossier lies in an officer's hands: one that waits for a signature comes back to them when it is sent back. */
export const heldStates = ['processing', 'office_waiting', 'awaiting_signature'] as const satisfies readonly State[]

const held = sql`state in (${sql.join([...heldStates])})`

export type Load = { officer: string; open: number; late: number; waiting: number }

/** What lies in whose hands at an office. */
export async function loadsAt(tx: Tx, office: Omit<Asker, 'id'>, now: Date): Promise<Load[]> {
  const { rows } = await sql<Load>`
    select holder as officer, count(*) as open, count(*) filter (where due_at < ${now} and state <> 'office_waiting' and finished_at is null) as late, count(*) filter (where state = 'office_waiting') as waiting
      from dossiers.dossier where ${belongs('competent_agency', office)} and holder is not null and ${held}${reached(office)} group by holder order by holder`.execute(tx)
  return rows
}

export type HeldDossier = { id: string; code: string; procedure: string; state: State; acts: number }

/**
 * What lies in an officer's hands, soonest due first, locked until the end of the transaction: whoever acts on one of them at this moment is
 * waited for, and then asked again whose it is.
 */
export async function lockHeld(tx: Tx, where: Omit<Asker, 'id'> & { holder: string; most: number }): Promise<HeldDossier[]> {
  const { rows } = await sql<HeldDossier & { dueAt: Date | null }>`
    select id, code, procedure, state, acts, due_at as "dueAt" from dossiers.dossier
     where ${belongs('competent_agency', where)} and holder = ${where.holder} and ${held}${reached(where)} order by id limit ${where.most} for update`.execute(tx)
  return rows.sort((a, b) => (a.dueAt?.getTime() ?? 0) - (b.dueAt?.getTime() ?? 0) || (a.id < b.id ? -1 : 1))
}

/** What of a move still lies where it was put, locked. */
export async function lockMoved(tx: Tx, move: string): Promise<(HeldDossier & { holder: string })[]> {
  const { rows } = await sql<HeldDossier & { holder: string }>`
    select d.id, d.code, d.procedure, d.state, d.acts, d.holder from dossiers.dossier d join dossiers.queue_move_item i on i.dossier = d.id
     where i.move = ${move} and d.holder = i.to_officer and ${held} order by d.id for update of d`.execute(tx)
  return rows
}

export type Handing = { dossier: HeldDossier; to: string }

/** Puts dossiers into other hands, with an act for each, in two statements however many they are. */
export async function handOn(tx: Tx, list: readonly Handing[], act: Omit<Act, 'number' | 'fromState' | 'toState' | 'note'>, note: (handing: Handing) => Record<string, unknown>): Promise<void> {
  const rows = list.map((each) => ({ dossier: each.dossier.id, number: each.dossier.acts + 1, to: each.to, state: each.dossier.state, note: note(each) }))
  const given = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given(dossier uuid, number integer, "to" uuid, state text, note jsonb)`
  await sql`update dossiers.dossier d set holder = given."to", acts = given.number from ${given} where d.id = given.dossier`.execute(tx)
  await sql`insert into dossiers.act (dossier, number, action, from_state, to_state, at, actor_kind, actor, actor_name, actor_title, agency, capacity, note)
    select given.dossier, given.number, ${act.action}, given.state, given.state, ${act.at}, ${act.actorKind}, ${act.actor}::uuid, ${act.actorName}, ${act.actorTitle}, ${act.agency}, ${act.capacity ?? null}::uuid, given.note
      from ${given}`.execute(tx)
}

export type MoveRow = { id: string; agency: string; from: string; fromName: string; mover: string; reason: string; at: Date; undoneAt: Date | null }

export async function insertMove(tx: Tx, move: Omit<MoveRow, 'undoneAt' | 'mover'> & { by: string; byName: string }, list: readonly Handing[]): Promise<void> {
  await sql`insert into dossiers.queue_move (id, agency, from_officer, from_name, moved_by, mover_name, reason, at)
    values (${move.id}, ${move.agency}, ${move.from}, ${move.fromName}, ${move.by}, ${move.byName}, ${move.reason}, ${move.at})`.execute(tx)
  const rows = list.map(({ dossier, to }) => ({ dossier: dossier.id, to }))
  await sql`insert into dossiers.queue_move_item (move, dossier, to_officer)
    select ${move.id}, given.dossier, given."to" from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given(dossier uuid, "to" uuid)`.execute(tx)
}

const moveColumns = sql`id, agency, from_officer as "from", from_name as "fromName", mover_name as mover, reason, at, undone_at as "undoneAt"`

/** A move, locked until the end of the transaction. */
export async function lockMove(tx: Tx, id: string): Promise<MoveRow | undefined> {
  return (await sql<MoveRow>`select ${moveColumns} from dossiers.queue_move where id = ${id} for update`.execute(tx)).rows[0]
}

export async function listMoves(tx: Tx, agency: string): Promise<MoveRow[]> {
  return (await sql<MoveRow>`select ${moveColumns} from dossiers.queue_move where agency = ${agency} order by at desc, id desc limit 20`.execute(tx)).rows
}

/** How many dossiers each person got by these moves. */
export async function countItems(tx: Tx, moves: readonly string[]): Promise<{ move: string; officer: string; count: number }[]> {
  if (moves.length === 0) return []
  const { rows } = await sql<{ move: string; officer: string; count: number }>`
    select move, to_officer as officer, count(*) as count from dossiers.queue_move_item where move = any(${moves}::uuid[]) group by 1, 2 order by 1, 2`.execute(tx)
  return rows
}

export async function markUndone(tx: Tx, id: string, at: Date, by: string): Promise<void> {
  await sql`update dossiers.queue_move set undone_at = ${at}, undone_by = ${by} where id = ${id}`.execute(tx)
}
