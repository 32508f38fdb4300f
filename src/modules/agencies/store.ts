import { Failure } from '#kernel/failure'
import type { LocalDate } from '#kernel/local-time'
import { sql, type Piece, type Tx } from '#platform/db'
import type { Agency } from './contract.ts'

const columns = sql`code, kind, name, short_name as "shortName", area, parent, head_office as "headOffice", phone, valid_from as "validFrom", valid_to as "validTo"`

/** The real day in Vietnam, where nobody names one. */
const today = sql`(now() at time zone 'Asia/Ho_Chi_Minh')::date`

/**
 * Agencies as they were on a day, under `agency`: what a later reform changed on them is read from `former`. `some` narrows them down first, by the columns of
 * agencies.agency alone.
 */
const asOf = (on: Piece, some: Piece): Piece => sql`(
  select a.code, a.kind, coalesce(f.name, a.name) as name, coalesce(f.short_name, a.short_name) as short_name, coalesce(f.area, a.area) as area,
         case when f.agency is null then a.parent else f.parent end as parent, a.head_office, a.phone, a.valid_from, a.valid_to
    from agencies.agency a
    left join lateral (select * from agencies.former f where f.agency = a.code and f.until > ${on} order by f.until limit 1) f on true
   where ${some}) as agency`

const day = (on: LocalDate): Piece => sql`${on}::date`
const holdsOn = (on: LocalDate): Piece => sql`valid_from <= ${on}::date and (valid_to is null or ${on}::date < valid_to)`

/** An agency by code, ended or not, as it is called today or was on a day; undefined when there never was one. A code is never given twice. */
export async function findAgency(tx: Tx, code: string, on?: LocalDate): Promise<Agency | undefined> {
  return (await sql<Agency>`select ${columns} from ${asOf(on ? day(on) : today, sql`a.code = ${code}`)}`.execute(tx)).rows[0]
}

/** An agency by code, ended or not. Throws `agency_not_found`. */
export async function getAgency(tx: Tx, code: string, on?: LocalDate): Promise<Agency> {
  const agency = await findAgency(tx, code, on)
  if (!agency) throw new Failure('agency_not_found', { code })
  return agency
}

/** What agencies are called today, or were on a day, by code; unknown codes are left out. */
export async function agencyNames(tx: Tx, codes: readonly string[], on?: LocalDate): Promise<Map<string, Agency['name']>> {
  if (codes.length === 0) return new Map()
  const { rows } = await sql<Pick<Agency, 'code' | 'name'>>`select code, name from ${asOf(on ? day(on) : today, sql`a.code = any(${[...new Set(codes)]}::text[])`)}`.execute(tx)
  return new Map(rows.map(({ code, name }) => [code, name]))
}

/** What every agency that ever was is called, by code. */
export async function namesOfAgencies(tx: Tx): Promise<Map<string, Agency['name']>> {
  const { rows } = await sql<Pick<Agency, 'code' | 'name'>>`select code, name from ${asOf(today, sql`true`)}`.execute(tx)
  return new Map(rows.map(({ code, name }) => [code, name]))
}

/** What an agency is called today, or was on a day; its code when it is unknown. */
export async function agencyName(tx: Tx, code: string, on?: LocalDate): Promise<Agency['name']> {
  return (await agencyNames(tx, [code], on)).get(code) ?? { vi: code, en: code }
}

const order = new Intl.Collator('vi', { numeric: true })

// of an area: those that serve it now, and those that did before they changed
const servesOrServed = (area: string): Piece => sql`(a.area = ${area} or a.code in (select agency from agencies.former where area = ${area}))`

/** The agencies of a day in Vietnamese order of their names, of one kind and of one area when these are given. */
export async function listAgencies(tx: Tx, given: { on: LocalDate; kind?: Agency['kind'] | undefined; area?: string | undefined }): Promise<Agency[]> {
  const { on, kind, area } = given
  const some = sql`${area === undefined ? sql`true` : servesOrServed(area)} and (${kind ?? null}::text is null or a.kind = ${kind ?? null})`
  const { rows } = await sql<Agency>`
    select ${columns} from ${asOf(day(on), some)} where ${holdsOn(on)} and (${area ?? null}::text is null or area = ${area ?? null})`.execute(tx)
  return rows.sort((a, b) => order.compare(a.name.vi, b.name.vi) || (a.code < b.code ? -1 : 1))
}

async function oneOf(tx: Tx, some: Piece, where: Piece, on: LocalDate): Promise<Agency | undefined> {
  return (await sql<Agency>`select ${columns} from ${asOf(day(on), some)} where ${where} and ${holdsOn(on)} order by code limit 1`.execute(tx)).rows[0]
}

/** The agency of a kind that served an area on a day, undefined when there was none. */
export const agencyServing = (tx: Tx, kind: Agency['kind'], area: string, on: LocalDate): Promise<Agency | undefined> =>
  oneOf(tx, sql`${servesOrServed(area)} and a.kind = ${kind}`, sql`area = ${area}`, on)

/** The people's committee of an area on a day, undefined when it had none. */
export const committeeOf = (tx: Tx, area: string, on: LocalDate): Promise<Agency | undefined> => agencyServing(tx, 'committee', area, on)

/** The public service centre of an area on a day, undefined when it had none. */
export const centreOf = (tx: Tx, area: string, on: LocalDate): Promise<Agency | undefined> => agencyServing(tx, 'public_service_centre', area, on)

/** The public service centre below a committee: the desk that takes in its dossiers. */
export const deskOf = (tx: Tx, committee: string, on: LocalDate): Promise<Agency | undefined> =>
  oneOf(tx, sql`a.parent = ${committee} and a.kind = 'public_service_centre'`, sql`true`, on)

/** The committee that a public service centre belongs to. */
export async function committeeOfCentre(tx: Tx, centre: string): Promise<Agency | undefined> {
  const found = await findAgency(tx, centre)
  return found?.parent ? findAgency(tx, found.parent) : undefined
}

/** The desk that takes in what an agency decides: its own, else that of the agency it belongs to, else the centre of the commune. */
export async function deskFor(tx: Tx, agency: Agency, area: string, on: LocalDate): Promise<Agency | undefined> {
  return (await deskOf(tx, agency.code, on)) ?? (agency.parent === null ? undefined : await deskOf(tx, agency.parent, on)) ?? centreOf(tx, area, on)
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

/** Those of these agencies that have not ended before a day, by code: where somebody may still be given a role. */
export async function notEnded(tx: Tx, codes: readonly string[], on: LocalDate): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`select code from agencies.agency where code = any(${codes}::text[]) and (valid_to is null or valid_to > ${on}::date) order by code`.execute(tx)
  return rows.map(({ code }) => code)
}

/** Puts agencies in place, or corrects what is known of them, in one statement; an end that a reform gave one stays. */
export async function saveAgencies(tx: Tx, agencies: readonly Agency[]): Promise<void> {
  await sql`
    insert into agencies.agency (code, kind, name, short_name, area, parent, head_office, phone, valid_from, valid_to)
    select code, kind, name, "shortName", area, parent, "headOffice", phone, "validFrom", "validTo"
      from jsonb_to_recordset(${JSON.stringify(agencies)}::jsonb) as row(code text, kind text, name jsonb, "shortName" jsonb, area text, parent text, "headOffice" text, phone text,
        "validFrom" date, "validTo" date)
    on conflict (code) do update set kind = excluded.kind, name = excluded.name, short_name = excluded.short_name, area = excluded.area, parent = excluded.parent,
      head_office = excluded.head_office, phone = excluded.phone, valid_from = excluded.valid_from, valid_to = coalesce(excluded.valid_to, agency.valid_to)`.execute(tx)
}

/** Puts one agency in place, or corrects what is known of it. */
export const saveAgency = (tx: Tx, agency: Agency): Promise<void> => saveAgencies(tx, [agency])
