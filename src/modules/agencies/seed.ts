import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { inTransaction, type Tx } from '#platform/db'
import type { Seed } from '#platform/seeds'
import { StartError } from '#platform/start-error'
import { findArea } from '#modules/areas'
import { Agency, AgencyCode } from './contract.ts'
import { saveAgency } from './store.ts'

const file = 'agencies.json'
const Both = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) })

const Row = z.strictObject({
  ...Agency.shape, code: AgencyCode, name: Both, shortName: Both, parent: AgencyCode.nullable(),
  headOffice: z.string().min(1).nullable().default(null), phone: z.string().min(3).nullable().default(null), validTo: z.iso.date().nullable().default(null),
})

/** The agencies of a province's agencies.json. Throws a StartError that names the file and what is wrong with it. */
export function readAgencies(folder: string): Agency[] {
  const path = join(folder, file)
  try {
    const agencies = z.array(Row).parse(JSON.parse(readFileSync(path, 'utf8')))
    const codes = new Set<string>()
    for (const { code } of agencies) {
      if (codes.has(code)) throw new Error(`${code} is there twice`)
      codes.add(code)
    }
    for (const { code, parent } of agencies) if (parent !== null && !codes.has(parent)) throw new Error(`${code} stands below ${parent}, which is not in the file`)
    return agencies
  } catch (error) {
    throw new StartError(`${path}: ${error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message}`)
  }
}

async function load(tx: Tx, agencies: readonly Agency[]): Promise<void> {
  for (const agency of agencies) {
    const area = await findArea(tx, agency.area, agency.validFrom)
    if (!area) throw new StartError(`${file}: ${agency.code} serves area ${agency.area}, which did not exist on ${agency.validFrom}`)
    await saveAgency(tx, agency)
  }
}

/** Takes in agencies.json; running it again corrects what changed. */
export const seed: Seed = {
  reads: [file],
  version: 1,
  load: ({ db, province }) => inTransaction(db, (tx) => load(tx, readAgencies(province.folder))),
}
