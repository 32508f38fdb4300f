import { sql, type Piece, type Tx } from '#platform/db'
import type { LocalDate } from '#kernel/local-time'

/** A whole body with a form, which dossiers are pinned to; or an entry, which is only described. */
export type VersionKind = 'whole' | 'entry'

/** A version as it is stored; `body` is parsed by whoever reads it. */
export type VersionRow = {
  id: string
  code: string
  kind: VersionKind
  number: number
  status: 'draft' | 'published'
  validFrom: LocalDate
  validTo: LocalDate | null
  publishedAt: Date | null
  body: unknown
}

const columns = sql`id, procedure as code, kind, number, status, valid_from as "validFrom", valid_to as "validTo", published_at as "publishedAt", body`

const inForce = (on: LocalDate): Piece => sql`status = 'published' and valid_from <= ${on} and (valid_to is null or ${on} < valid_to)`

export async function findVersion(tx: Tx, id: string): Promise<VersionRow | undefined> {
  return (await sql<VersionRow>`select ${columns} from procedures.version where id = ${id}`.execute(tx)).rows[0]
}

export async function findVersionByNumber(tx: Tx, code: string, kind: VersionKind, number: number): Promise<VersionRow | undefined> {
  return (await sql<VersionRow>`select ${columns} from procedures.version where procedure = ${code} and kind = ${kind} and number = ${number}`.execute(tx)).rows[0]
}

// 'whole' comes after 'entry' in the alphabet
const wholeFirst = sql`kind desc`

/** The published version in force on a date: of these kinds, the whole one before an entry. */
export async function findVersionOn(tx: Tx, code: string, on: LocalDate, kinds: readonly VersionKind[]): Promise<VersionRow | undefined> {
  const { rows } = await sql<VersionRow>`
    select ${columns} from procedures.version
     where procedure = ${code} and kind = any(${kinds}::text[]) and ${inForce(on)} order by ${wholeFirst} limit 1`.execute(tx)
  return rows[0]
}

/** Whether any whole version is in force. */
export async function isAnyInForce(tx: Tx, on: LocalDate): Promise<boolean> {
  return (await sql<{ any: boolean }>`select exists (select 1 from procedures.version where kind = 'whole' and ${inForce(on)}) as any`.execute(tx)).rows[0]?.any ?? false
}

/** Every version of these procedures, drafts too. */
export async function listVersionsOf(tx: Tx, codes: readonly string[]): Promise<VersionRow[]> {
  return (await sql<VersionRow>`select ${columns} from procedures.version where procedure = any(${codes}::text[]) order by procedure, kind, number`.execute(tx)).rows
}

/** The published version in force on a date of every procedure, by code: the whole one before an entry. */
export async function listVersionsOn(tx: Tx, on: LocalDate): Promise<VersionRow[]> {
  const { rows } = await sql<VersionRow>`
    select distinct on (procedure) ${columns} from procedures.version
     where ${inForce(on)} order by procedure, ${wholeFirst}`.execute(tx)
  return rows
}

/** The newest published whole version of each of these procedures, in force or not: for names. */
export async function listLatest(tx: Tx, codes: readonly string[]): Promise<Pick<VersionRow, 'id' | 'code'>[]> {
  const { rows } = await sql<Pick<VersionRow, 'id' | 'code'>>`
    select distinct on (procedure) id, procedure as code from procedures.version
     where status = 'published' and kind = 'whole' and procedure = any(${codes}::text[]) order by procedure, valid_from desc`.execute(tx)
  return rows
}

/** The procedures that were ever published whole in a field. */
export async function codesOfField(tx: Tx, field: string): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    select distinct procedure as code from procedures.version where status = 'published' and kind = 'whole' and body -> 'field' ->> 'code' = ${field} order by 1`.execute(tx)
  return rows.map(({ code }) => code)
}

/** Published versions of a procedure that apply on some day of [from, to); `to` null for ever. Entries and whole ones. */
export async function listOverlapping(tx: Tx, code: string, from: LocalDate, to: LocalDate | null): Promise<VersionRow[]> {
  const { rows } = await sql<VersionRow>`
    select ${columns} from procedures.version
     where procedure = ${code} and status = 'published' and (valid_to is null or ${from} < valid_to) and (${to}::date is null or valid_from < ${to}::date)
     order by valid_from`.execute(tx)
  return rows
}

/** Makes the row that publications of a procedure take turns on, and locks it until the end of the transaction. */
export async function lockProcedure(tx: Tx, code: string): Promise<void> {
  await sql`insert into procedures.procedure (code) values (${code}) on conflict (code) do nothing`.execute(tx)
  await sql`select 1 from procedures.procedure where code = ${code} for update`.execute(tx)
}

/** What is written of a draft; a whole one unless `kind` says otherwise. `lacks` is what an entry still lacks. */
export type DraftRow = Pick<VersionRow, 'id' | 'code' | 'number' | 'validFrom' | 'validTo' | 'body'> & { kind?: VersionKind; lacks?: readonly string[] }

export async function insertDraft(tx: Tx, { kind = 'whole', lacks = [], ...draft }: DraftRow): Promise<void> {
  await sql`insert into procedures.version (id, procedure, kind, number, status, valid_from, valid_to, body, lacks)
    values (${draft.id}, ${draft.code}, ${kind}, ${draft.number}, 'draft', ${draft.validFrom}, ${draft.validTo}, ${JSON.stringify(draft.body)}::jsonb, ${lacks}::text[])`.execute(tx)
}

export async function changeDraft(tx: Tx, { lacks = [], ...draft }: Omit<DraftRow, 'code' | 'number' | 'kind'>): Promise<void> {
  await sql`update procedures.version set valid_from = ${draft.validFrom}, valid_to = ${draft.validTo}, body = ${JSON.stringify(draft.body)}::jsonb, lacks = ${lacks}::text[]
    where id = ${draft.id} and status = 'draft'`.execute(tx)
}

/** Ends a version that was open: the one thing about it that may still be said. */
export async function endVersion(tx: Tx, id: string, on: LocalDate): Promise<void> {
  await sql`update procedures.version set valid_to = ${on} where id = ${id}`.execute(tx)
}

export async function markPublished(tx: Tx, id: string, at: Date): Promise<void> {
  await sql`update procedures.version set status = 'published', published_at = ${at} where id = ${id}`.execute(tx)
}

/** Makes the rows of these procedures where there are none. */
export async function addProcedures(tx: Tx, codes: readonly string[]): Promise<void> {
  await sql`insert into procedures.procedure (code) select unnest(${codes}::text[]) on conflict (code) do nothing`.execute(tx)
}

/** Whoever changes much of the catalogue takes turns. */
export async function lockCatalogue(tx: Tx): Promise<void> {
  await sql`select 1 from procedures.catalogue for update`.execute(tx)
}

/** Tells every process that what can be found has changed. */
export async function raiseRevision(tx: Tx): Promise<void> {
  await sql`update procedures.catalogue set revision = revision + 1`.execute(tx)
}

export async function readRevision(tx: Tx): Promise<number> {
  return (await sql<{ revision: number }>`select revision from procedures.catalogue`.execute(tx)).rows[0]?.revision ?? 0
}
