import { sql, type Tx } from '#platform/db'
import type { State } from '../states.ts'
import { belongs, reached, type Asker } from './lists.ts'

const ready = sql`coalesce(ready_at, finished_at)`

/** A paper result that waits for an applicant with an account. */
export type Uncollected = { id: string; readyAt: Date; reminders: number }

/** Those that were ready before a moment and have fewer reminders than that, the longest first, after (time, id). */
export async function listUncollected(tx: Tx, before: Date, reminders: number, after: Uncollected | null, size: number): Promise<Uncollected[]> {
  const beyond = after ? sql` and (${ready}, id) > (${after.readyAt}, ${after.id})` : sql``
  return (await sql<Uncollected>`
    select id, ${ready} as "readyAt", reminders from dossiers.dossier
     where state = 'approved' and receive = 'counter' and citizen is not null and not simulated and ${ready} < ${before} and reminders < ${reminders}${beyond} order by ${ready}, id limit ${size}`.execute(tx)).rows
}

/** A paper result that waits for somebody without an account. `tried`: how often they were called in vain since they were last reached. */
export type ToCall = {
  id: string
  code: string
  procedure: string
  state: State
  receive: 'electronic' | 'counter'
  name: string
  phone: string | null
  shelf: string | null
  readyAt: Date
  reminders: number
  tried: number
  notGranted: boolean
  citizen: string | null
  numberIndex: Buffer | null
  principalIndex: Buffer | null
}

/** Those of a counter that more of these moments (one for each reminder) lie after than reminders were given, and that were not called since another, the longest first. */
export async function listToCall(tx: Tx, desk: Asker, which: { steps: readonly Date[]; notCalledSince: Date; size: number }): Promise<ToCall[]> {
  const calls = sql`from dossiers.act a where a.dossier = dossiers.dossier.id and a.action = 'call'`
  return (await sql<ToCall>`
    select id, code, procedure, state, receive, coalesce(principal ->> 'name', applicant ->> 'name') as name, applicant ->> 'phone' as phone, shelf, ${ready} as "readyAt", reminders,
           (select count(*)::int ${calls} and a.note ->> 'reached' = 'false' and a.at > coalesce((select max(b.at) from dossiers.act b where b.dossier = dossiers.dossier.id and b.action = 'call' and b.note ->> 'reached' = 'true'), '-infinity')) as tried,
           refusal is not null as "notGranted", citizen, number_index as "numberIndex", principal_index as "principalIndex"
      from dossiers.dossier
     where state = 'approved' and receive = 'counter' and citizen is null and not simulated and ${belongs('collecting_agency', desk)}${reached(desk)} and reminders < (select count(*) from unnest(${[...which.steps]}::timestamptz[]) step where ${ready} < step)
       and not exists (select ${calls} and a.at >= ${which.notCalledSince})
     order by ${ready}, id limit ${which.size}`.execute(tx)).rows
}
