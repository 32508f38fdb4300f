import { only, sql, type Piece, type Tx } from '#platform/db'
import { belongs, reached, type Asker } from './lists.ts'

/** A line of the register of certified copies. */
export type Certification = { dossier: string; agency: string; year: number; number: number; at: Date; paper: string; pages: number; copies: number; signer: string }

/** Takes the next number of the committee's year and enters a certification under it. The counter is held until the end of the transaction: no number is left out. */
export async function insertCertification(tx: Tx, entry: Omit<Certification, 'number'>): Promise<number> {
  const { rows } = await sql<{ number: number }>`
    with taken as (
      insert into dossiers.document_counter as counter (agency, kind, year, last) values (${entry.agency}, 'certification', ${entry.year}, 1)
      on conflict (agency, kind, year) do update set last = counter.last + 1 returning last)
    insert into dossiers.certification (dossier, agency, year, number, at, paper, pages, copies, signer)
    select ${entry.dossier}, ${entry.agency}, ${entry.year}, taken.last, ${entry.at}, ${entry.paper}, ${entry.pages}, ${entry.copies}, ${entry.signer} from taken returning number`.execute(tx)
  return only(rows).number
}

/** Which lines: of a committee, or of those dossiers that a desk took in; signed within [from, to). */
export type Listed = { asker: Asker; by: 'desk' | 'office'; from: Date; to: Date }

const which = ({ asker, by, from, to }: Listed): Piece =>
  sql`c.at >= ${from} and c.at < ${to} and c.dossier in (select id from dossiers.dossier where ${belongs(by === 'desk' ? 'receiving_agency' : 'competent_agency', asker)}${reached(asker)})`

export type RegisterRow = Certification & { id: string; code: string; applicantName: string; citizen: string | null; numberIndex: Buffer | null; principalIndex: Buffer | null }

/** The lines after (agency, year, number), in the order of the register. */
export async function listCertifications(tx: Tx, listed: Listed, after: { agency: string; year: number; number: number } | null, size: number): Promise<RegisterRow[]> {
  const beyond = after ? sql` and (c.agency, c.year, c.number) > (${after.agency}, ${after.year}, ${after.number})` : sql``
  const { rows } = await sql<RegisterRow>`
    select c.dossier, c.agency, c.year, c.number, c.at, c.paper, c.pages, c.copies, c.signer, d.id, d.code, d.applicant ->> 'name' as "applicantName", d.citizen, d.number_index as "numberIndex",
           d.principal_index as "principalIndex"
      from dossiers.certification c join dossiers.dossier d on d.id = c.dossier where ${which(listed)}${beyond}
     order by c.agency, c.year, c.number limit ${size}`.execute(tx)
  return rows
}

/** How many certifications, pages of originals and copies; and the dossiers behind them. */
export async function sumCertifications(tx: Tx, listed: Listed): Promise<{ count: number; copies: number; subjects: string[] }> {
  const { rows } = await sql<{ count: number; copies: number; subjects: string[] | null }>`
    select count(*)::int as count, coalesce(sum(c.copies), 0)::int as copies, array_agg(c.dossier) as subjects from dossiers.certification c where ${which(listed)}`.execute(tx)
  const { count, copies, subjects } = only(rows)
  return { count, copies, subjects: subjects ?? [] }
}
