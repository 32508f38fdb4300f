import { createHash } from 'node:crypto'
import { realNow } from '#kernel/clock'
import type { LocalDate } from '#kernel/local-time'
import { sql, type Tx } from '#platform/db'
import { areaKm2, contains, overlapsAndGaps, type MultiPolygon } from './geometry.ts'
import { readBoundaries, type Feature, type GeometryFault } from './read.ts'
import { listAreas } from '../store.ts'

/** What a file of outlines holds against the units of a day. Areas in km2. */
export type BoundaryReport = {
  on: LocalDate
  matched: { code: string; name: string; measured: number; published: number | null; /** measured / published - 1 */ off: number | null; centreInside: boolean | null; repaired: string[]; changed: boolean }[]
  refused: { at: number; code: string; fault: GeometryFault | 'unknown_unit'; where?: string }[]
  /** units of the level of the matched ones that the file has no outline of */
  missing: { code: string; name: string }[]
  total: number
  overlap: number
  gap: number
}

type Taken = { code: string; validFrom: LocalDate; shape: MultiPolygon; measured: number; digest: string }

const digestOf = (shape: MultiPolygon): string => createHash('sha256').update(JSON.stringify(shape)).digest('hex')

/** Looks at a file; writes nothing. Throws an Error of one sentence when it is no such file. */
export async function checkBoundaries(tx: Tx, text: string, given: { on: LocalDate; codeProperty: string }): Promise<{ report: BoundaryReport; taken: Taken[] }> {
  const features = readBoundaries(text, given.codeProperty)
  const units = new Map((await listAreas(tx, { on: given.on })).map((unit) => [unit.code, unit]))
  const { rows: kept } = await sql<{ code: string; validFrom: LocalDate; digest: string }>`select code, valid_from as "validFrom", digest from areas.boundary`.execute(tx)
  const known = new Map(kept.map(({ code, validFrom, digest }) => [`${code} ${validFrom}`, digest]))
  const report: BoundaryReport = { on: given.on, matched: [], refused: [], missing: [], total: 0, overlap: 0, gap: 0 }
  const taken: Taken[] = []
  for (const feature of features) {
    const unit = units.get(feature.code)
    if ('fault' in feature || !unit) {
      report.refused.push(refusalOf(feature))
      continue
    }
    const { code, shape, repaired } = feature
    const [measured, digest] = [areaKm2(shape), digestOf(shape)]
    taken.push({ code, validFrom: unit.validFrom, shape, measured, digest })
    report.matched.push({
      code, name: unit.name.vi, measured, published: unit.areaKm2, off: unit.areaKm2 === null ? null : measured / unit.areaKm2 - 1,
      centreInside: unit.lon === null || unit.lat === null ? null : contains(shape, [unit.lon, unit.lat]), repaired, changed: known.get(`${code} ${unit.validFrom}`) !== digest,
    })
  }
  const levels = new Set(taken.map(({ code }) => units.get(code)?.level))
  report.missing = [...units.values()].filter(({ level, code }) => levels.has(level) && !taken.some((each) => each.code === code)).map(({ code, name }) => ({ code, name: name.vi }))
  report.total = taken.reduce((sum, { measured }) => sum + measured, 0)
  if (taken.length > 1) Object.assign(report, overlapsAndGaps(taken.map(({ shape }) => shape)))
  return { report, taken }
}

const refusalOf = (feature: Feature): BoundaryReport['refused'][number] =>
  'fault' in feature ? { at: feature.at, code: feature.code, fault: feature.fault, ...(feature.where !== undefined && { where: feature.where }) } : { at: feature.at, code: feature.code, fault: 'unknown_unit' }

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
