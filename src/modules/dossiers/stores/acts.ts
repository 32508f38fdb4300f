import { sql, type Tx } from '#platform/db'
import type { State } from '../states.ts'
import type { Act } from './dossiers.ts'

/** An act that moves nothing, of one of many dossiers; each is held by the transaction, and `acts` is what it had. */
export type Noted = { dossier: { id: string; state: State; acts: number }; note: Record<string, unknown> }

/** Adds an act that moves nothing to each of these dossiers, in two statements however many they are. */
export async function noteActs(tx: Tx, list: readonly Noted[], act: Omit<Act, 'number' | 'fromState' | 'toState' | 'note'>): Promise<void> {
  if (list.length === 0) return
  const rows = list.map(({ dossier, note }) => ({ dossier: dossier.id, number: dossier.acts + 1, state: dossier.state, note }))
  const given = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given(dossier uuid, number integer, state text, note jsonb)`
  await sql`update dossiers.dossier d set acts = given.number from ${given} where d.id = given.dossier`.execute(tx)
  await sql`insert into dossiers.act (dossier, number, action, from_state, to_state, at, actor_kind, actor, actor_name, actor_title, agency, capacity, note)
    select given.dossier, given.number, ${act.action}, given.state, given.state, ${act.at}, ${act.actorKind}, ${act.actor}::uuid, ${act.actorName}, ${act.actorTitle}, ${act.agency}, ${act.capacity ?? null}::uuid, given.note
      from ${given}`.execute(tx)
}
