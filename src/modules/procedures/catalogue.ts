import { Failure } from '#kernel/failure'
import type { LocalDate } from '#kernel/local-time'
import type { Tx } from '#platform/db'
import { Body, type Both } from './contract-body.ts'
import { findVersion, findVersionOn, isAnyInForce, listLatest, type VersionRow } from './store.ts'

/** A published version of a procedure: what a dossier is pinned to. It never changes, but for the day on which it ends. */
export type Version = { id: string; code: string; number: number; validFrom: LocalDate; body: Body }

/** What a procedure is called, by its newest published version. */
export type Procedure = { code: string; title: Both; shortTitle: Both; field: Body['field']; level: Body['level'] }

// Published bodies never change and their ids are never used again, so one copy serves every transaction and database of the process.
const bodies = new Map<string, Body>()
const mostBodies = 500

/** The body of a stored version. A published one is read once per process. */
export function bodyOf(row: Pick<VersionRow, 'id' | 'status' | 'body'>): Body {
  const known = bodies.get(row.id)
  if (known && row.status === 'published') return known
  const body = Body.parse(row.body)
  if (row.status === 'published') {
    if (bodies.size >= mostBodies) bodies.delete(bodies.keys().next().value ?? '')
    bodies.set(row.id, body)
  }
  return body
}

// the row too: its body weighs tens of kilobytes, and every act on a dossier asks for it
const versions = new Map<string, Version>()

const versionOf = (row: VersionRow): Version => ({ id: row.id, code: row.code, number: row.number, validFrom: row.validFrom, body: bodyOf(row) })

/** A published version by id. Throws `procedure_version_not_found`. */
export async function getVersion(tx: Tx, id: string): Promise<Version> {
  const known = versions.get(id)
  if (known) return known
  const row = await findVersion(tx, id)
  if (row?.status !== 'published') throw new Failure('procedure_version_not_found', { id })
  const version = versionOf(row)
  if (versions.size >= mostBodies) versions.delete(versions.keys().next().value ?? '')
  versions.set(id, version)
  return version
}

/** The version in force on a day, undefined when there is none. */
export async function currentVersion(tx: Tx, code: string, on: LocalDate): Promise<Version | undefined> {
  const row = await findVersionOn(tx, code, on)
  return row && versionOf(row)
}

/** A procedure by code, undefined when none was ever published under it. */
export async function findProcedure(tx: Tx, code: string): Promise<Procedure | undefined> {
  const [latest] = await listLatest(tx, [code])
  if (!latest) return undefined
  const { title, shortTitle, field, level } = (await getVersion(tx, latest.id)).body
  return { code, title, shortTitle, field, level }
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
