import { sql, type Tx } from '#platform/db'

/** A kept paper. `owner` is a citizen's id or an agency's code. */
export type PaperRow = {
  id: string
  ownerKind: 'citizen' | 'agency'
  owner: string
  hash: string
  name: string
  type: string
  size: number
  scan: 'clean' | 'unscanned'
  uploadedBy: string | null
  createdAt: Date
}

const columns = sql`id, owner_kind as "ownerKind", owner, hash, name, type, size, scan, uploaded_by as "uploadedBy", created_at as "createdAt"`

export async function insertPaper(tx: Tx, paper: PaperRow): Promise<void> {
  await sql`insert into files.paper (id, owner_kind, owner, hash, name, type, size, scan, uploaded_by, created_at)
    values (${paper.id}, ${paper.ownerKind}, ${paper.owner}, ${paper.hash}, ${paper.name}, ${paper.type}, ${paper.size}, ${paper.scan}, ${paper.uploadedBy}, ${paper.createdAt})`.execute(tx)
}

/** Papers by id; those that were taken away are not there. */
export async function findPaperRows(tx: Tx, ids: readonly string[]): Promise<PaperRow[]> {
  return (await sql<PaperRow>`select ${columns} from files.paper where id = any(${ids}::uuid[]) and deleted_at is null order by created_at, id`.execute(tx)).rows
}

export async function markDeleted(tx: Tx, id: string, at: Date): Promise<void> {
  await sql`update files.paper set deleted_at = ${at} where id = ${id} and deleted_at is null`.execute(tx)
}
