import { sql, type Tx } from '#platform/db'

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
