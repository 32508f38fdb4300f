import { Failure } from '#kernel/failure'
import type { LocalDate } from '#kernel/local-time'
import type { Tx } from '#platform/db'
import { Body, type Both } from './contract-body.ts'
import { Entry } from './contract-entry.ts'
import { findVersion, findVersionOn, isAnyInForce, listLatest, type VersionRow } from './store.ts'

/** A published version of a procedure: what a dossier is pinned to. It never changes, but for the day on which it ends. */
export type Version = { id: string; code: string; number: number; validFrom: LocalDate; body: Body }

// Published versions never change and their ids are never used again, so one copy serves every transaction and database of the process. A
// body weighs tens of kilobytes, and every act on a dossier asks for it: read each time, it halved the rate of submissions.
const versions = new Map<string, Version>()
const mostVersions = 500

function versionOf(row: VersionRow): Version {
  const known = versions.get(row.id)
  if (known) return known
  const version: Version = { id: row.id, code: row.code, number: row.number, validFrom: row.validFrom, body: Body.parse(row.body) }
  if (versions.size >= mostVersions) versions.delete(versions.keys().next().value ?? '')
  versions.set(row.id, version)
  return version
}

/** The body of a stored whole version. A published one is read once per process. */
export const bodyOf = (row: VersionRow): Body => (row.status === 'published' ? versionOf(row).body : Body.parse(row.body))

/** The entry of a stored version of that kind, which is published. */
export const entryOf = (row: VersionRow): Entry => Entry.parse(row.body)

/** A published whole version by id. Throws `procedure_version_not_found`. */
export async function getVersion(tx: Tx, id: string): Promise<Version> {
  const known = versions.get(id)
  if (known) return known
  const row = await findVersion(tx, id)
  if (row?.status !== 'published' || row.kind !== 'whole') throw new Failure('procedure_version_not_found', { id })
  return versionOf(row)
}

/** The whole version in force on a day, undefined when there is none: nothing can be filed under an entry. */
export async function currentVersion(tx: Tx, code: string, on: LocalDate): Promise<Version | undefined> {
  const row = await findVersionOn(tx, code, on, ['whole'])
  return row && versionOf(row)
}

/** What people call procedures, by code: the name of links and lists; codes without a published version are left out. */
export async function titlesOf(tx: Tx, codes: readonly string[]): Promise<Map<string, Both>> {
  if (codes.length === 0) return new Map()
  const names = new Map<string, Both>()
  for (const { code, id } of await listLatest(tx, codes)) names.set(code, (await getVersion(tx, id)).body.shortTitle)
  return names
}

/** What people call a procedure; its code when none was ever published under it. */
export async function titleOf(tx: Tx, code: string): Promise<Both> {
  return (await titlesOf(tx, [code])).get(code) ?? { vi: code, en: code }
}

/** Whether there is anything to apply for on a day: without it the catalogue is empty, and the program is not ready. */
export const hasCurrentVersion = (tx: Tx, on: LocalDate): Promise<boolean> => isAnyInForce(tx, on)
