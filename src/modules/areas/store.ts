import { Failure } from '#kernel/failure'
import type { LocalDate } from '#kernel/local-time'
import { sql, type Tx } from '#platform/db'
import type { Area } from './contract.ts'

/** A unit as the contract has it. */
export const columns = sql`code, level, kind, name, parent, valid_from as "validFrom", valid_to as "validTo", lon, lat, area_km2 as "areaKm2", population,
  head_office as "headOffice", source`

const holdsOn = (on: LocalDate) => sql`valid_from <= ${on} and (valid_to is null or ${on} < valid_to)`

/** The unit with this code on a day, undefined when there was none. A code may name different units at different times. */
export async function findArea(tx: Tx, code: string, on: LocalDate): Promise<Area | undefined> {
  return (await sql<Area>`select ${columns} from areas.area where code = ${code} and ${holdsOn(on)}`.execute(tx)).rows[0]
}

/** The unit with this code on a day. Throws `area_not_found`. */
export async function getArea(tx: Tx, code: string, on: LocalDate): Promise<Area> {
  const area = await findArea(tx, code, on)
  if (!area) throw new Failure('area_not_found', { code, on })
  return area
}

const order = new Intl.Collator('vi')

/** The units of a day in Vietnamese order of their names, of one level and below one unit when these are given. */
export async function listAreas(tx: Tx, given: { on: LocalDate; level?: Area['level'] | undefined; parent?: string | undefined }): Promise<Area[]> {
  const { rows } = await sql<Area>`
    select ${columns} from areas.area
     where ${holdsOn(given.on)} and (${given.level ?? null}::text is null or level = ${given.level ?? null}) and (${given.parent ?? null}::text is null or parent = ${given.parent ?? null})`.execute(tx)
  return rows.sort((a, b) => order.compare(a.name.vi, b.name.vi) || (a.code < b.code ? -1 : 1))
}

/** What units were called on a day, by code; unknown codes are left out. */
export async function areaNames(tx: Tx, codes: readonly string[], on: LocalDate): Promise<Map<string, Area['name']>> {
  if (codes.length === 0) return new Map()
  const { rows } = await sql<Pick<Area, 'code' | 'name'>>`select code, name from areas.area where code = any(${codes}::text[]) and ${holdsOn(on)}`.execute(tx)
  return new Map(rows.map(({ code, name }) => [code, name]))
}

/** What every unit that ever was is called, by code; of a code that was used again, the newest unit that has begun. */
export async function namesOfAreas(tx: Tx): Promise<Map<string, Area['name']>> {
  const { rows } = await sql<Pick<Area, 'code' | 'name'>>`select code, name from areas.area where valid_from <= (now() at time zone 'Asia/Ho_Chi_Minh')::date order by code, valid_from`.execute(tx)
  return new Map(rows.map(({ code, name }) => [code, name]))
}

/** Puts a unit in place, or corrects what is known of it; an end that a reform gave it stays. */
export async function saveArea(tx: Tx, area: Area): Promise<void> {
  await sql`
    insert into areas.area (code, level, kind, name, parent, valid_from, valid_to, lon, lat, area_km2, population, head_office, source)
    values (${area.code}, ${area.level}, ${area.kind}, ${JSON.stringify(area.name)}::jsonb, ${area.parent}, ${area.validFrom}, ${area.validTo}, ${area.lon}, ${area.lat},
      ${area.areaKm2}, ${area.population}, ${area.headOffice}, ${area.source})
    on conflict (code, valid_from) do update set level = excluded.level, kind = excluded.kind, name = excluded.name, parent = excluded.parent,
      valid_to = coalesce(excluded.valid_to, area.valid_to),
      lon = excluded.lon, lat = excluded.lat, area_km2 = excluded.area_km2, population = excluded.population, head_office = excluded.head_office, source = excluded.source`.execute(tx)
}
