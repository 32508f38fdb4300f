import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { uuidv7 } from '#kernel/ids'
import { Failure } from '#kernel/failure'
import { inTransaction, type Tx } from '#platform/db'
import type { Seed } from '#platform/seeds'
import { StartError } from '#platform/start-error'
import type { Tools } from '#platform/tools'
import { Body, ProcedureCode } from './contract-body.ts'
import { bodyOf } from './catalogue.ts'
import { Programme } from './contract-programme.ts'
import { keepProgramme } from './stores/programmes.ts'
import { publishDraft } from './publishing.ts'
import { entryFolders, loadEntries, readEntries } from './seed-entries.ts'
import { jsonFiles, readData } from './seed-files.ts'
import { changeDraft, findVersionByNumber, insertDraft, lockProcedure } from './store.ts'

/** What a province lists: procedures announced by ministries are the same everywhere and lie in the national folder. */
const List = z.strictObject({ national: z.array(ProcedureCode) })

/** One version in a procedure's file. `status: draft` waits for an administrator to publish it. */
const SeedVersion = z.strictObject({
  number: z.int().min(1).max(10_000), validFrom: z.iso.date(), validTo: z.iso.date().nullable().default(null), status: z.enum(['draft', 'published']).default('published'), body: Body,
})
type SeedVersion = z.output<typeof SeedVersion>

/** A procedure's file: `<code>.json`, the versions in the order of their numbers. */
const SeedFile = z.strictObject({ code: ProcedureCode, versions: z.array(SeedVersion).min(1) })
export type SeedFile = z.output<typeof SeedFile>

/** Programmes of services are ordered for the whole country. */
const Programmes = z.strictObject({ programmes: z.array(Programme) })

const list = 'procedures.json'
const ownFolder = 'procedures'
const nationalFolder = '../national/procedures'
const programmeFile = '../national/programmes.json'

/** The procedures of a province: those it takes from the national folder and those of its own. Throws a StartError that names the file. */
export function readProcedures(folder: string): SeedFile[] {
  const { national } = readData(join(folder, list), List)
  const paths = [
    ...national.map((code) => join(folder, nationalFolder, `${code}.json`)),
    ...jsonFiles(join(folder, ownFolder)),
  ]
  return paths.map((path) => {
    const file = readData(path, SeedFile)
    const strange = file.versions.find(({ body }) => body.code !== file.code)
    if (strange || basename(path, '.json') !== file.code) throw new StartError(`${path}: the file, its code and the codes of its versions must be the same`)
    return file
  })
}

async function loadVersion(tx: Tx, code: string, version: SeedVersion, at: Date): Promise<void> {
  const { number, validFrom, validTo, body } = version
  await lockProcedure(tx, code)
  const stored = await findVersionByNumber(tx, code, 'whole', number)
  if (stored?.status === 'published') return refuseOtherBody(version, bodyOf(stored), stored.validFrom, code)
  if (stored) await changeDraft(tx, { id: stored.id, validFrom, validTo, body })
  else await insertDraft(tx, { id: uuidv7(), code, number, validFrom, validTo, body })
  if (version.status === 'published') await publishDraft(tx, { code, kind: 'whole', number }, at)
}

// Whoever submitted under a version must find the same words for ever: a correction is a new version.
function refuseOtherBody(version: SeedVersion, stored: Body, validFrom: string, code: string): void {
  if (version.validFrom === validFrom && isDeepStrictEqual(stored, version.body)) return
  const fields = Object.keys(version.body).filter((field) => !isDeepStrictEqual(version.body[field as keyof Body], stored[field as keyof Body]))
  throw new StartError(
    `${code}.json: version ${version.number} is published in this database and cannot change (${fields.join(', ') || 'validFrom'} differs). Write what is new as another version.`)
}

async function load(tools: Tools): Promise<void> {
  for (const { code, versions } of readProcedures(tools.province.folder)) {
    await inTransaction(tools.db, async (tx) => {
      for (const version of versions) await loadVersion(tx, code, version, tools.clock.now())
    }).catch((error: unknown) => {
      throw error instanceof Failure ? new StartError(`${code}.json: ${error.code} ${JSON.stringify(error.values)}`) : error
    })
  }
  // whole ones first: they win over entries of the same code
  await loadEntries(tools, readEntries(tools.province.folder))
  const programmes = join(tools.province.folder, programmeFile)
  if (existsSync(programmes)) for (const programme of readData(programmes, Programmes).programmes) await inTransaction(tools.db, (tx) => keepProgramme(tx, programme))
}

/** Takes in the catalogue; running it again publishes what is new and changes nothing that was published. */
export const seed: Seed = { reads: [list, ownFolder, nationalFolder, programmeFile, ...entryFolders], version: 1, load }
