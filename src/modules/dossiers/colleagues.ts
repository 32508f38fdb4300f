import type { Tx } from '#platform/db'
import { officeOf } from '#modules/identity'
import { codesOfField } from '#modules/procedures'

/** Somebody who works on dossiers of an office, with the procedures they may be given: null for all. */
export type OfficeColleague = { id: string; name: string; title: { vi: string; en: string }; procedures: readonly string[] | null }

/** Who works on dossiers of an office at a moment, by username. A person of several capacities may have what any of them reaches. */
export async function colleaguesOf(tx: Tx, agency: string, at: Date): Promise<OfficeColleague[]> {
  const held = await officeOf(tx, { agency, role: 'officer', at })
  const fields = new Map<string, readonly string[]>()
  for (const { field, procedure } of held) if (field !== null && procedure === null && !fields.has(field)) fields.set(field, await codesOfField(tx, field))
  const people = new Map<string, OfficeColleague>()
  for (const { officer, name, title, field, procedure } of held) {
    const reach = procedure !== null ? [procedure] : field !== null ? (fields.get(field) ?? []) : null
    const known = people.get(officer)
    people.set(officer, known ? { ...known, procedures: joined(known.procedures, reach) } : { id: officer, name, title, procedures: reach })
  }
  return [...people.values()]
}

const joined = (one: readonly string[] | null, other: readonly string[] | null): readonly string[] | null => (one === null || other === null ? null : [...new Set([...one, ...other])])

/** Those of a list who may be given a dossier of this procedure. */
export const whoMayHave = (colleagues: readonly OfficeColleague[], procedure: string): OfficeColleague[] =>
  colleagues.filter(({ procedures }) => procedures === null || procedures.includes(procedure))
