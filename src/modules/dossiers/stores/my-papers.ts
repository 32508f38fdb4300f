import { sql, type Piece, type Tx } from '#platform/db'

/** A signed result with the dossier it belongs to. */
export type ResultRow = { dossier: string; code: string; procedure: string; document: string; number: number; at: Date; principalName: string | null }

/** Results of what a citizen handed in, and of what others handed in for them, the newest first. */
export async function listResultsOf(tx: Tx, citizen: string, numberIndex: Buffer | null, size: number): Promise<ResultRow[]> {
  const { rows } = await sql<ResultRow>`
    select d.id as dossier, d.code, d.procedure, document.id as document, document.number, document.at, d.principal ->> 'name' as "principalName"
      from dossiers.dossier d join dossiers.document document on document.dossier = d.id and document.kind = 'result' and document.voided_at is null
     where (d.citizen = ${citizen} or d.principal_index = ${numberIndex}) and d.state in ('approved', 'archived', 'handed_over')
     order by document.at desc, d.id limit ${size}`.execute(tx)
  return rows
}

/** A file that a citizen handed in, in which dossier. */
export type HandedInRow = { dossier: string; code: string; procedure: string; version: string; number: number; paper: string; file: string; at: Date; verdict: 'good' | 'bad' | null; forSelf: boolean }

const handedIn = sql`
  select d.id as dossier, d.code, d.procedure, d.procedure_version as version, paper.number, paper.code as paper, paper.file, paper.added_at as at, paper.verdict, d.principal is null as "forSelf"
    from dossiers.dossier d join dossiers.paper paper on paper.dossier = d.id`

// what a clerk scanned at a counter is the agency's
const own = (citizen: string): Piece => sql`d.citizen = ${citizen} and paper.file is not null and paper.source in ('online', 'supplement')`

/** The newest files that a citizen handed in; `procedure` keeps to one. */
export async function listHandedIn(tx: Tx, citizen: string, size: number, procedure?: string): Promise<HandedInRow[]> {
  const only = procedure === undefined ? sql`` : sql` and d.procedure = ${procedure}`
  return (await sql<HandedInRow>`${handedIn} where ${own(citizen)}${only} order by paper.added_at desc, d.id, paper.number limit ${size}`.execute(tx)).rows
}

/** One of them; another person's is not there. */
export async function findHandedIn(tx: Tx, citizen: string, which: { dossier: string; number: number }): Promise<HandedInRow | undefined> {
  return (await sql<HandedInRow>`${handedIn} where ${own(citizen)} and d.id = ${which.dossier} and paper.number = ${which.number}`.execute(tx)).rows[0]
}
