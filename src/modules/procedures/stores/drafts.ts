import { sql, type Piece, type Tx } from '#platform/db'
import { ready } from '../contract-drafts.ts'

export type DraftLine = { code: string; number: number; title: string | null; field: string | null; lacks: string[] }

const drafts = sql`status = 'draft' and kind = 'entry'`
const lacking = (part: string | undefined): Piece => (part === undefined ? sql`true` : part === ready ? sql`lacks = '{}'` : sql`${part} = any(lacks)`)

/** Drafts of entries by code. */
export async function listDrafts(tx: Tx, { lacks, after, limit }: { lacks: string | undefined; after: string | undefined; limit: number }): Promise<DraftLine[]> {
  return (await sql<DraftLine>`
    select procedure as code, number, body -> 'title' ->> 'vi' as title, body -> 'field' -> 'name' ->> 'vi' as field, lacks from procedures.version
     where ${drafts} and ${lacking(lacks)} and procedure > ${after ?? ''} order by procedure limit ${limit}`.execute(tx)).rows
}

/** How many drafts there are, with the condition and without, and how many lack each part. */
export async function countDrafts(tx: Tx, lacks: string | undefined): Promise<{ count: number; total: number; ready: number; lacking: { part: string; count: number }[] }> {
  const { rows } = await sql<{ count: number; total: number; ready: number; lacking: { part: string; count: number }[] }>`
    select count(*) filter (where ${lacking(lacks)}) as count, count(*) as total, count(*) filter (where lacks = '{}') as ready,
      (select coalesce(jsonb_agg(jsonb_build_object('part', part, 'count', n) order by n desc, part), '[]'::jsonb)
         from (select part, count(*) as n from procedures.version, unnest(lacks) as part where ${drafts} group by part) parts) as lacking
      from procedures.version where ${drafts}`.execute(tx)
  return rows[0] ?? { count: 0, total: 0, ready: 0, lacking: [] }
}
