import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { inTransaction } from '#platform/db'
import type { Seed } from '#platform/seeds'
import { StartError } from '#platform/start-error'
import { Area } from './contract.ts'
import { readCsv } from './csv.ts'
import { saveArea } from './store.ts'

const file = 'areas.csv'
const blank = <S extends z.ZodType>(schema: S) => z.preprocess((text) => (text === '' ? null : text), schema)
const figure = blank(z.coerce.number().nullable())

const Row = z.strictObject({
  code: z.string(), level: Area.shape.level, kind: Area.shape.kind, name_vi: z.string().min(1), name_en: z.string().min(1), parent: blank(z.string().nullable()),
  valid_from: z.iso.date(), valid_to: blank(z.iso.date().nullable()), lon: figure, lat: figure, area_km2: figure, population: figure, head_office: blank(z.string().nullable()),
  source: z.string().min(1),
})

/** The units of a province's areas.csv. Throws a StartError that names the file, the row and what is wrong with it. */
export function readAreas(folder: string): Area[] {
  const path = join(folder, file)
  try {
    const areas = readCsv(readFileSync(path, 'utf8')).map((row) => toArea(Row.parse(row)))
    refuseFaults(areas)
    return areas
  } catch (error) {
    throw new StartError(`${path}: ${error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message}`)
  }
}

const toArea = (row: z.output<typeof Row>): Area => ({
  code: row.code, level: row.level, kind: row.kind, name: { vi: row.name_vi, en: row.name_en }, parent: row.parent, validFrom: row.valid_from, validTo: row.valid_to,
  lon: row.lon, lat: row.lat, areaKm2: row.area_km2, population: row.population, headOffice: row.head_office, source: row.source,
})

function refuseFaults(areas: readonly Area[]): void {
  const byCode = Map.groupBy(areas, ({ code }) => code)
  for (const area of areas) {
    if (area.parent !== null && !byCode.has(area.parent)) throw new Error(`${area.code} lies in ${area.parent}, which is not in the file`)
    const others = (byCode.get(area.code) ?? []).filter((other) => other !== area)
    const clash = others.find((other) => (area.validTo === null || other.validFrom < area.validTo) && (other.validTo === null || area.validFrom < other.validTo))
    if (clash) throw new Error(`${area.code} names two units at once, from ${clash.validFrom} and from ${area.validFrom}`)
  }
}

/** Takes in areas.csv; running it again corrects what changed. */
export const seed: Seed = {
  reads: [file],
  version: 1,
  load: ({ db, province }) => inTransaction(db, async (tx) => {
    for (const area of readAreas(province.folder)) await saveArea(tx, area)
  }),
}
