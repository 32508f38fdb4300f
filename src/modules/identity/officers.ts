import { isUuid } from '#kernel/ids'
import { localDate } from '#kernel/local-time'
import type { Tx } from '#platform/db'
import { linesOf } from './signature-rules.ts'
import { capacitiesAt, findCapacity, namesOf, type CapacityRow, type OfficerRole } from './stores/officers.ts'

/** In which role, for whom and under which title a person acts. */
export type Capacity = {
  id: string
  officer: string
  name: string
  role: OfficerRole
  agency: string
  /** null when the capacity is for every field, every procedure */
  field: string | null
  procedure: string | null
  title: { vi: string; en: string }
  /** the lines above a leader's signature, from top to bottom: `KT. CHỦ TỊCH`, `PHÓ CHỦ TỊCH`; empty for everybody else */
  signsAs: string[]
}

const capacityFrom = (row: CapacityRow): Capacity => ({
  id: row.id, officer: row.officer, name: row.name, role: row.role, agency: row.agency, field: row.field, procedure: row.procedure,
  title: { vi: row.titleVi, en: row.titleEn }, signsAs: linesOf(row),
})

/** A capacity whether it still holds or not: what an act of the past was done in. */
export async function getCapacity(tx: Tx, id: string): Promise<Capacity | undefined> {
  const row = await findCapacity(tx, id)
  return row && capacityFrom(row)
}

/** The title of a capacity, for the record of what was done in it; null when there is none of this id. */
export async function capacityTitle(tx: Tx, id: string): Promise<{ vi: string; en: string } | null> {
  return (await getCapacity(tx, id))?.title ?? null
}

/** What stands above a leader's signature, from top to bottom. Throws an Error for a capacity that signs nothing: only leaders' routes ask. */
export async function signatureOf(tx: Tx, id: string): Promise<{ lines: string[]; name: string }> {
  const capacity = isUuid(id) ? await getCapacity(tx, id) : undefined
  if (!capacity || capacity.signsAs.length === 0) throw new Error(`capacity ${id} signs nothing`)
  return { lines: capacity.signsAs, name: capacity.name }
}

/** A person of an office. `id` is the officer's, as acts and dossiers keep it. */
export type Colleague = { id: string; name: string; capacity: string; title: { vi: string; en: string }; signsAs: string[] }

/**
 * Who holds a role at an agency at a moment (its day in Vietnam): to whom a dossier may be given, who may sign. In the order of the usernames; a person with
 * two capacities that fit is there once. Nobody whose account is disabled.
 */
export async function officersOf(tx: Tx, where: { agency: string; role: OfficerRole; at: Date }): Promise<Colleague[]> {
  const rows = await capacitiesAt(tx, where, localDate(where.at))
  const firsts = rows.filter((row, place) => rows.findIndex(({ officer }) => officer === row.officer) === place)
  return firsts.map(capacityFrom).map(({ id, officer, name, title, signsAs }) => ({ id: officer, name, capacity: id, title, signsAs }))
}

/** Every capacity of a role that is held at an agency at a moment, by username: what each person of an office may be given. */
export async function officeOf(tx: Tx, where: { agency: string; role: OfficerRole; at: Date }): Promise<Capacity[]> {
  return (await capacitiesAt(tx, where, localDate(where.at))).map(capacityFrom)
}

/** Names by id, also of people who left; ids that nobody has are not in the answer. */
export async function nameOfOfficers(tx: Tx, officers: readonly string[]): Promise<Map<string, string>> {
  const found = officers.length === 0 ? [] : await namesOf(tx, [...new Set(officers)])
  return new Map(found.map(({ id, name }) => [id, name]))
}
