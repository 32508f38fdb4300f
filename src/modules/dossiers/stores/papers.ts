import { sql, type Tx } from '#platform/db'

/** A paper of a dossier. Without a file it was seen at the counter, or a register answered for it. */
export type PaperRow = {
  number: number
  code: string
  file: string | null
  form: 'original' | 'copy' | 'electronic'
  copies: number
  source: 'online' | 'counter' | 'supplement'
  addedAt: Date
  verdict: 'good' | 'bad' | null
  remark: string | null
  checkedBy: string | null
  checkedAt: Date | null
}

export type NewPaper = Pick<PaperRow, 'code' | 'file' | 'form' | 'copies' | 'source' | 'addedAt'>

/** Adds papers after those that are there (`after` is the number of the last). */
export async function insertPapers(tx: Tx, dossier: string, after: number, papers: readonly NewPaper[]): Promise<void> {
  if (papers.length === 0) return
  const rows = papers.map((paper, i) => sql`(${dossier}, ${after + i + 1}, ${paper.code}, ${paper.file}::uuid, ${paper.form}, ${paper.copies}, ${paper.source}, ${paper.addedAt})`)
  await sql`insert into dossiers.paper (dossier, number, code, file, form, copies, source, added_at) values ${sql.join(rows)}`.execute(tx)
}

export async function listPapers(tx: Tx, dossier: string): Promise<PaperRow[]> {
  const { rows } = await sql<PaperRow>`
    select number, code, file, form, copies, source, added_at as "addedAt", verdict, remark, checked_by as "checkedBy", checked_at as "checkedAt"
      from dossiers.paper where dossier = ${dossier} order by number`.execute(tx)
  return rows
}

export async function setVerdict(tx: Tx, dossier: string, number: number, verdict: { verdict: 'good' | 'bad'; remark: string | null; by: string | null; at: Date }): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update dossiers.paper set verdict = ${verdict.verdict}, remark = ${verdict.remark}, checked_by = ${verdict.by}::uuid, checked_at = ${verdict.at}
     where dossier = ${dossier} and number = ${number}`.execute(tx)
  return numAffectedRows === 1n
}
