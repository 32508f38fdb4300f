import { Failure } from '#kernel/failure'
import type { LocalDate } from '#kernel/local-time'
import { sql, type Piece, type Tx } from '#platform/db'
import type { Agency } from './contract.ts'

const columns = sql`code, kind, name, short_name as "shortName", area, parent, head_office as "headOffice", phone, valid_from as "validFrom", valid_to as "validTo"`

const holdsOn = (on: LocalDate): Piece => sql`valid_from <= ${on} and (valid_to is null or ${on} < valid_to)`

/** An agency by code, ended or not; undefined when there never was one. A code is never given twice. */
export async function findAgency(tx: Tx, code: string): Promise<Agency | undefined> {
  return (await sql<Agency>`select ${columns} from agencies.agency where code = ${code}`.execute(tx)).rows[0]
}

/** An agency by code, ended or not. Throws `agency_not_found`. */
export async function getAgency(tx: Tx, code: string): Promise<Agency> {
  const agency = await findAgency(tx, code)
  if (!agency) throw new Failure('agency_not_found', { code })
  return agency
}

/** What agencies are called, by code; unknown codes are left out. */
export async function agencyNames(tx: Tx, codes: readonly string[]): Promise<Map<string, Agency['name']>> {
  if (codes.length === 0) return new Map()
  const { rows } = await sql<Pick<Agency, 'code' | 'name'>>`select code, name from agencies.agency where code = any(${[...new Set(codes)]}::text[])`.execute(tx)
  return new Map(rows.map(({ code, name }) => [code, name]))
}

/** What every agency that ever was is called, by code. */
export async function namesOfAgencies(tx: Tx): Promise<Map<string, Agency['name']>> {
  const { rows } = await sql<Pick<Agency, 'code' | 'name'>>`select code, name from agencies.agency`.execute(tx)
  return new Map(rows.map(({ code, name }) => [code, name]))
}

/** What an agency is called; its code when it is unknown. */
export async function agencyName(tx: Tx, code: string): Promise<Agency['name']> {
  return (await agencyNames(tx, [code])).get(code) ?? { vi: code, en: code }
}

const order = new Intl.Collator('vi', { numeric: true })

/** The agencies of a day in Vietnamese order of their names, of one kind and of one area when these are given. */
export async function listAgencies(tx: Tx, given: { on: LocalDate; kind?: Agency['kind'] | undefined; area?: string | undefined }): Promise<Agency[]> {
  const { rows } = await sql<Agency>`
    select ${columns} from agencies.agency
     where ${holdsOn(given.on)} and (${given.kind ?? null}::text is null or kind = ${given.kind ?? null}) and (${given.area ?? null}::text is null or area = ${given.area ?? null})`.execute(tx)
  return rows.sort((a, b) => order.compare(a.name.vi, b.name.vi) || (a.code < b.code ? -1 : 1))
}

async function oneOf(tx: Tx, where: Piece, on: LocalDate): Promise<Agency | undefined> {
  return (await sql<Agency>`select ${columns} from agencies.agency where ${where} and ${holdsOn(on)} order by code limit 1`.execute(tx)).rows[0]
}

/** The people's committee of an area on a day, undefined when it had none. */
export const committeeOf = (tx: Tx, area: string, on: LocalDate): Promise<Agency | undefined> => oneOf(tx, sql`area = ${area} and kind = 'committee'`, on)

/** The public service centre of an area on a day, undefined when it had none. */
export const centreOf = (tx: Tx, area: string, on: LocalDate): Promise<Agency | undefined> => oneOf(tx, sql`area = ${area} and kind = 'public_service_centre'`, on)

/** The public service centre below a committee: the desk that takes in its dossiers. */
export const deskOf = (tx: Tx, committee: string, on: LocalDate): Promise<Agency | undefined> => oneOf(tx, sql`parent = ${committee} and kind = 'public_service_centre'`, on)

/** The committee that a public service centre belongs to. */
export async function committeeOfCentre(tx: Tx, centre: string): Promise<Agency | undefined> {
  const found = await findAgency(tx, centre)
  return found?.parent ? findAgency(tx, found.parent) : undefined
}

/** The codes of an agency and of all that stand below it, ended ones too: whose records a superior may see. */
export async function agenciesBelow(tx: Tx, code: string): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    with recursive below as (
      select code from agencies.agency where code = ${code}
      union select agency.code from agencies.agency agency join below on agency.parent = below.code)
    select code from below order by code`.execute(tx)
  return rows.map((row) => row.code)
}

/** Puts an agency in place, or corrects what is known of it. */
export async function saveAgency(tx: Tx, agency: Agency): Promise<void> {
  await sql`
    insert into agencies.agency (code, kind, name, short_name, area, parent, head_office, phone, valid_from, valid_to)
    values (${agency.code}, ${agency.kind}, ${JSON.stringify(agency.name)}::jsonb, ${JSON.stringify(agency.shortName)}::jsonb, ${agency.area}, ${agency.parent}, ${agency.headOffice},
      ${agency.phone}, ${agency.validFrom}, ${agency.validTo})
    on conflict (code) do update set kind = excluded.kind, name = excluded.name, short_name = excluded.short_name, area = excluded.area, parent = excluded.parent,
      head_office = excluded.head_office, phone = excluded.phone, valid_from = excluded.valid_from, valid_to = excluded.valid_to`.execute(tx)
}
