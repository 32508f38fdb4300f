import type { LocalDate } from '#kernel/local-time'
import { sql, type Tx } from '#platform/db'

export type VisitKind = 'advice' | 'wrong_counter'

export async function insertVisit(tx: Tx, visit: { id: string; agency: string; committee: string; area: string; clerk: string; kind: VisitKind; procedure: string | null; at: Date }): Promise<void> {
  await sql`insert into dossiers.visit (id, agency, committee, area, clerk, kind, procedure, at) values (${visit.id}, ${visit.agency}, ${visit.committee}, ${visit.area}, ${visit.clerk}, ${visit.kind}, ${visit.procedure}, ${visit.at})`.execute(tx)
}

/** How many of each kind a desk has had since a moment. */
export async function countVisits(tx: Tx, agency: string, since: Date): Promise<Record<VisitKind, number>> {
  const { rows } = await sql<Record<VisitKind, number>>`
    select count(*) filter (where kind = 'advice')::int as advice, count(*) filter (where kind = 'wrong_counter')::int as wrong_counter from dossiers.visit where agency = ${agency} and at >= ${since}`.execute(tx)
  return rows[0] ?? { advice: 0, wrong_counter: 0 }
}

/** Takes the next `count` numbers of a desk's day out of its counter, and resolves to the first of them. */
export async function takeNumbers(tx: Tx, agency: string, day: LocalDate, count: number): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    insert into dossiers.code_counter as counter (agency, day, last) values (${agency}, ${day}, ${count})
    on conflict (agency, day) do update set last = counter.last + ${count} returning last`.execute(tx)
  return (rows[0]?.last ?? count) - count + 1
}

export type ReservedCode = { code: string; agency: string; day: LocalDate; reservedAt: Date; reservedBy: string; reason: string; dossier: string | null }

const columns = sql`code, agency, day, reserved_at as "reservedAt", reserved_by as "reservedBy", reason, dossier`

export async function insertReserved(tx: Tx, codes: readonly string[], facts: Omit<ReservedCode, 'code' | 'dossier'>): Promise<void> {
  await sql`
    insert into dossiers.reserved_code (code, agency, day, reserved_at, reserved_by, reason)
    select code, ${facts.agency}, ${facts.day}, ${facts.reservedAt}, ${facts.reservedBy}, ${facts.reason} from unnest(${codes}::text[]) as code`.execute(tx)
}

/** The reserved codes of a desk since a day, the newest day first. */
export async function listReserved(tx: Tx, agency: string, since: LocalDate): Promise<ReservedCode[]> {
  return (await sql<ReservedCode>`select ${columns} from dossiers.reserved_code where agency = ${agency} and day >= ${since}::date order by day desc, code limit 500`.execute(tx)).rows
}

/** A code of a desk that is not used yet, held until the end of the transaction. */
export async function holdReserved(tx: Tx, agency: string, code: string): Promise<ReservedCode | undefined> {
  return (await sql<ReservedCode>`select ${columns} from dossiers.reserved_code where code = ${code} and agency = ${agency} and dossier is null for update`.execute(tx)).rows[0]
}

export async function useReserved(tx: Tx, code: string, dossier: string): Promise<void> {
  await sql`update dossiers.reserved_code set dossier = ${dossier} where code = ${code}`.execute(tx)
}
