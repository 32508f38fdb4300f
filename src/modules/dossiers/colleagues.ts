import type { Tx } from '#platform/db'
import { officeOf, reachOf } from '#modules/identity'
import { codesOfField } from '#modules/procedures'
import { reaches } from './rights.ts'

/** Somebody who works on dossiers of an office, with the procedures they may be given: null for all. */
export type OfficeColleague = { id: string; name: string; title: { vi: string; en: string }; procedures: readonly string[] | null }

/** Who works on dossiers of an office at a moment, by username. A person of several capacities may have what any of them reaches. */
export async function colleaguesOf(tx: Tx, agency: string, at: Date): Promise<OfficeColleague[]> {
  const held = await officeOf(tx, { agency, role: 'officer', at })
  const fields = new Map<string, readonly string[]>()
  const codesOf = async (field: string): Promise<readonly string[]> => {
    const codes = fields.get(field) ?? (await codesOfField(tx, field))
    fields.set(field, codes)
    return codes
  }
  const people = new Map<string, OfficeColleague>()
  for (const { officer, name, title, field, procedure } of held) {
    const reach = await reachOf({ field, procedure }, codesOf)
    const known = people.get(officer)
    people.set(officer, known ? { ...known, procedures: joined(known.procedures, reach) } : { id: officer, name, title, procedures: reach })
  }
  return [...people.values()]
}

const joined = (one: readonly string[] | null, other: readonly string[] | null): readonly string[] | null => (one === null || other === null ? null : [...new Set([...one, ...other])])

/** Those of a list who may be given a dossier of this procedure. */
export const whoMayHave = (colleagues: readonly OfficeColleague[], procedure: string): OfficeColleague[] =>
  colleagues.filter((colleague) => reaches(colleague, procedure))
