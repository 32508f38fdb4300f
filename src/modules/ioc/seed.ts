import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { inTransaction } from '#platform/db'
import { readProvinceFile } from '#platform/province'
import type { Seed } from '#platform/seeds'
import { BoardFile } from './contract.ts'
import { replaceAll } from './store.ts'

const file = 'boards.json'

/** Loads the province's boards. Throws a StartError that names the field. */
export const seed: Seed = {
  reads: [file],
  version: 1,
  async load({ db, province }) {
    const path = join(province.folder, file)
    if (!existsSync(path)) return
    const { boards } = readProvinceFile(path, BoardFile)
    await inTransaction(db, (tx) => replaceAll(tx, boards))
  },
}
