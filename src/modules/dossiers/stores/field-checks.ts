import { sql, type Tx } from '#platform/db'
import type { CheckStep } from '../field-check-rules.ts'

/** Everything that happened to the checks of a dossier. */
export async function listCheckSteps(tx: Tx, dossier: string): Promise<CheckStep[]> {
  const { rows } = await sql<CheckStep>`
    select field_check as check, step, kind, at, starts_at as "startsAt", goes, preparation, reason, present, findings, conforms, actor_name as "actorName", actor_title as "actorTitle"
      from dossiers.field_check_step where dossier = ${dossier} order by field_check, step`.execute(tx)
  return rows
}

/** Adds a step. The dossier's row is locked by the caller. */
export async function insertCheckStep(tx: Tx, dossier: string, given: CheckStep & { actor: string }): Promise<void> {
  await sql`insert into dossiers.field_check_step (dossier, field_check, step, kind, at, starts_at, goes, preparation, reason, present, findings, conforms, actor, actor_name, actor_title)
    values (${dossier}, ${given.check}, ${given.step}, ${given.kind}, ${given.at}, ${given.startsAt}, ${given.goes}, ${given.preparation}, ${given.reason}, ${given.present}, ${given.findings},
      ${given.conforms}, ${given.actor}, ${given.actorName}, ${given.actorTitle})`.execute(tx)
}
