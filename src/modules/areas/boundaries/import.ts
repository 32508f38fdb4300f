import { createHash } from 'node:crypto'
import type { LocalDate } from '#kernel/local-time'
import type { Tx } from '#platform/db'
import { areaKm2, contains, overlapsAndGaps, type MultiPolygon } from './geometry.ts'
import { readBoundaries, type Feature, type GeometryFault } from './read.ts'
import { listAreas } from '../store.ts'
import { digestsOfBoundaries } from '../stores/boundaries.ts'

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

/** An outline that fits a unit. */
export type Taken = { code: string; validFrom: LocalDate; shape: MultiPolygon; measured: number; digest: string }

const digestOf = (shape: MultiPolygon): string => createHash('sha256').update(JSON.stringify(shape)).digest('hex')

/** Looks at a file; writes nothing. Throws an Error of one sentence when it is no such file. */
export async function checkBoundaries(tx: Tx, text: string, given: { on: LocalDate; codeProperty: string }): Promise<{ report: BoundaryReport; taken: Taken[] }> {
  const features = readBoundaries(text, given.codeProperty)
  const units = new Map((await listAreas(tx, { on: given.on })).map((unit) => [unit.code, unit]))
  const known = await digestsOfBoundaries(tx)
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
