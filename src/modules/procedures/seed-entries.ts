import { basename, join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { Failure } from '#kernel/failure'
import { uuidv7 } from '#kernel/ids'
import { inTransaction, type Tx } from '#platform/db'
import { StartError } from '#platform/start-error'
import type { Tools } from '#platform/tools'
import { ProcedureCode } from './contract-body.ts'
import { Entry } from './contract-entry.ts'
import { publishDraft } from './publishing.ts'
import { jsonFiles, readData } from './seed-files.ts'
import { changeDraft, insertDraft, listVersionsOf, lockProcedure, type VersionRow } from './store.ts'

/** Numbers up to this one are for files; versions that an installation wrote itself, by an import, have higher ones. */
export const mostInFiles = 1000

const SeedEntry = z.strictObject({ number: z.int().min(1).max(mostInFiles), validFrom: z.iso.date(), validTo: z.iso.date().nullable().default(null), entry: Entry })

/** An entry's file: `<code>.json`, the versions in the order of their numbers. */
const EntryFile = z.strictObject({ code: ProcedureCode, versions: z.array(SeedEntry).min(1) })
export type EntryFile = z.output<typeof EntryFile>

/** Where entries lie: those of ministries are the same everywhere and every province shows all of them; a province may have some of its own. */
export const entryFolders = ['../national/entries', 'entries'] as const

// few enough for a transaction to be short
const batch = 50

/** The entries of a province. Throws a StartError that names the file. */
export function readEntries(folder: string): EntryFile[] {
  return entryFolders.flatMap((each) => jsonFiles(join(folder, each))).map((path) => {
    const file = readData(path, EntryFile)
    if (basename(path, '.json') !== file.code || file.versions.some(({ entry }) => entry.code !== file.code)) throw new StartError(`${path}: the file, its code and the codes of its versions must be the same`)
    return file
  })
}

/**
 * Takes in entries. One is left out when its code has a whole version, which says more, or when the installation published an entry of its own: what it
 * found out about its procedures is not written over by a file.
 */
export async function loadEntries({ db, clock }: Pick<Tools, 'db' | 'clock'>, files: readonly EntryFile[]): Promise<void> {
  for (let at = 0; at < files.length; at += batch) {
    const some = files.slice(at, at + batch)
    await inTransaction(db, async (tx) => {
      const stored = Map.groupBy(await listVersionsOf(tx, some.map(({ code }) => code)), ({ code }) => code)
      for (const file of some) {
        await loadEntry(tx, file, stored.get(file.code) ?? [], clock.now()).catch((error: unknown) => {
          throw error instanceof Failure ? new StartError(`${file.code}.json: ${error.code} ${JSON.stringify(error.values)}`) : error
        })
      }
    })
  }
}

async function loadEntry(tx: Tx, { code, versions }: EntryFile, stored: readonly VersionRow[], at: Date): Promise<void> {
  if (stored.some(({ kind, number, status }) => status === 'published' && (kind === 'whole' || number > mostInFiles))) return
  for (const { number, validFrom, validTo, entry } of versions) {
    const there = stored.find((row) => row.kind === 'entry' && row.number === number)
    if (there?.status === 'published') {
      if (there.validFrom === validFrom && isDeepStrictEqual(Entry.parse(there.body), entry)) continue
      throw new StartError(`${code}.json: version ${number} is published in this database and cannot change. Write what is new as another version.`)
    }
    await lockProcedure(tx, code)
    if (there) await changeDraft(tx, { id: there.id, validFrom, validTo, body: entry })
    else await insertDraft(tx, { id: uuidv7(), code, kind: 'entry', number, validFrom, validTo, body: entry })
    await publishDraft(tx, { code, kind: 'entry', number }, at)
  }
}
