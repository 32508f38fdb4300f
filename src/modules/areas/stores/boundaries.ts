import { realNow } from '#kernel/clock'
import type { LocalDate } from '#kernel/local-time'
import { sql, type Tx } from '#platform/db'
import type { MultiPolygon } from '../boundaries/geometry.ts'
import type { Taken } from '../boundaries/import.ts'

/** What is kept already, by code and beginning of the unit. */
export async function digestsOfBoundaries(tx: Tx): Promise<Map<string, string>> {
  const { rows } = await sql<{ code: string; validFrom: LocalDate; digest: string }>`select code, valid_from as "validFrom", digest from areas.boundary`.execute(tx)
  return new Map(rows.map(({ code, validFrom, digest }) => [`${code} ${validFrom}`, digest]))
}

/** Takes the good outlines in; the same file again changes nothing. Resolves to how many were new or other than before. */
export async function keepBoundaries(tx: Tx, taken: readonly Taken[], source: string): Promise<number> {
  let changed = 0
  for (const { code, validFrom, shape, measured, digest } of taken) {
    const { numAffectedRows } = await sql`
      insert into areas.boundary (code, valid_from, geometry, area_km2, source, digest, imported_at) values (${code}, ${validFrom}::date, ${JSON.stringify(shape)}::jsonb, ${measured}, ${source}, ${digest}, ${realNow()})
      on conflict (code, valid_from) do update set geometry = excluded.geometry, area_km2 = excluded.area_km2, source = excluded.source, digest = excluded.digest, imported_at = excluded.imported_at
        where boundary.digest <> excluded.digest`.execute(tx)
    changed += Number(numAffectedRows ?? 0n)
  }
  return changed
}

/** The outlines of the units of a day, by code, with where they are from. */
export async function boundariesOn(tx: Tx, on: LocalDate): Promise<Map<string, { shape: MultiPolygon; source: string }>> {
  const { rows } = await sql<{ code: string; geometry: MultiPolygon; source: string }>`
    select b.code, b.geometry, b.source from areas.boundary b join areas.area a on a.code = b.code and a.valid_from = b.valid_from
     where a.valid_from <= ${on}::date and (a.valid_to is null or ${on}::date < a.valid_to)`.execute(tx)
  return new Map(rows.map(({ code, geometry, source }) => [code, { shape: geometry, source }]))
}
