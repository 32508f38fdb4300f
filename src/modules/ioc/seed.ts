import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inTransaction } from '#platform/db'
import type { Seed } from '#platform/seeds'
import { StartError } from '#platform/start-error'
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
    const read = BoardFile.safeParse(JSON.parse(readFileSync(path, 'utf8')))
    if (!read.success) throw new StartError(`${path}: ${read.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; ')}`)
    await inTransaction(db, (tx) => replaceAll(tx, read.data.boards))
  },
}
