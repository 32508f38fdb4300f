import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { inTransaction } from '#platform/db'
import { readProvinceFile } from '#platform/province'
import type { Seed } from '#platform/seeds'
import { StartError } from '#platform/start-error'
import { DefinitionFile } from './contract.ts'
import { replaceAll } from './store.ts'

const file = 'indicators.json'

/** Loads the province's indicators. Throws a StartError when one names a measure that no module has. */
export const seed: Seed = {
  reads: [file],
  version: 1,
  async load({ db, province, measures }) {
    const path = join(province.folder, file)
    if (!existsSync(path)) return
    const { indicators } = readProvinceFile(path, DefinitionFile)
    const unknown = indicators.find(({ measure }) => !measures.has(measure))
    if (unknown) throw new StartError(`${path}: ${unknown.code} is counted by ${unknown.measure}, and there is no such measure.`)
    await inTransaction(db, (tx) => replaceAll(tx, indicators.map(({ measure, ...definition }) => ({ measure, definition }))))
  },
}
