import { sql, type Tx } from '#platform/db'
import type { Party } from '#modules/procedures'

/** A paper a citizen has put to a draft: which required paper it is, and the stored file. */
export type DraftPaper = { code: string; file: string; name: string; size: number; type: string }

export type Draft = {
  id: string
  citizen: string
  procedure: string
  procedureVersion: string
  procedureCase: string | null
  party: Party | null
  principalSealed: Buffer | null
  answers: Record<string, unknown>
  papers: DraftPaper[]
  createdAt: Date
  updatedAt: Date
  dossier: string | null
}

const columns = sql`id, citizen, procedure, procedure_version as "procedureVersion", procedure_case as "procedureCase", party, principal_sealed as "principalSealed", answers, papers,
  created_at as "createdAt", updated_at as "updatedAt", dossier`

export async function insertDraft(tx: Tx, draft: Pick<Draft, 'id' | 'citizen' | 'procedure' | 'procedureVersion'>, at: Date): Promise<void> {
  await sql`insert into dossiers.draft (id, citizen, procedure, procedure_version, created_at, updated_at)
    values (${draft.id}, ${draft.citizen}, ${draft.procedure}, ${draft.procedureVersion}, ${at}, ${at})`.execute(tx)
}

/** A citizen's own draft; another's is not there. */
export async function findDraft(tx: Tx, id: string, citizen: string): Promise<Draft | undefined> {
  return (await sql<Draft>`select ${columns} from dossiers.draft where id = ${id} and citizen = ${citizen}`.execute(tx)).rows[0]
}

export async function lockDraft(tx: Tx, id: string, citizen: string): Promise<Draft | undefined> {
  return (await sql<Draft>`select ${columns} from dossiers.draft where id = ${id} and citizen = ${citizen} for update`.execute(tx)).rows[0]
}

export async function listDrafts(tx: Tx, citizen: string): Promise<Draft[]> {
  return (await sql<Draft>`select ${columns} from dossiers.draft where citizen = ${citizen} and dossier is null order by updated_at desc limit 20`.execute(tx)).rows
}

export async function saveDraft(tx: Tx, draft: Pick<Draft, 'id' | 'procedureCase' | 'party' | 'principalSealed' | 'answers' | 'papers'>, at: Date): Promise<void> {
  await sql`update dossiers.draft set procedure_case = ${draft.procedureCase}, party = ${draft.party}, principal_sealed = ${draft.principalSealed}, answers = ${JSON.stringify(draft.answers)}::jsonb,
    papers = ${JSON.stringify(draft.papers)}::jsonb, updated_at = ${at} where id = ${draft.id}`.execute(tx)
}

/** The draft has become a dossier: kept for a while so that a second press finds it, emptied of what was written. */
export async function markSent(tx: Tx, id: string, dossier: string, at: Date): Promise<void> {
  await sql`update dossiers.draft set dossier = ${dossier}, answers = '{}', papers = '[]', principal_sealed = null, updated_at = ${at} where id = ${id}`.execute(tx)
}

export async function deleteDraft(tx: Tx, id: string): Promise<void> {
  await sql`delete from dossiers.draft where id = ${id}`.execute(tx)
}

/** Forgets drafts that were sent a month ago, or that nobody has touched for half a year. */
export async function forgetDrafts(tx: Tx, now: Date): Promise<void> {
  await sql`delete from dossiers.draft where updated_at < ${now}::timestamptz - case when dossier is null then interval '180 days' else interval '30 days' end`.execute(tx)
}
