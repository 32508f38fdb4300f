import type { Tx } from '#platform/db'
import type { Agency } from './contract.ts'
import { getAgency } from './store.ts'

/** The head of an agency's papers: whom it belongs to, its own name over one or two lines, and the place that stands before the date. */
export type Letterhead = { agency: { parent: string[]; name: string[] }; place: string }

type Named = Pick<Agency, 'kind' | 'name' | 'shortName' | 'parent'>

const upper = (words: string): string => words.toLocaleUpperCase('vi')

// Only these openings tell where a name may be broken over two lines of a heading: the body, then whose it is.
const openings = ['Ủy ban nhân dân', 'Trung tâm Phục vụ', 'Trung tâm']

const headLines = (name: string): string[] => {
  const opening = openings.find((words) => name.startsWith(`${words} `))
  if (opening === undefined) return [upper(name)]
  const rest = name.slice(opening.length + 1)
  // a centre is named below the committee's name, so the committee's own name is not said again
  return [upper(opening), upper(opening === 'Trung tâm Phục vụ' ? rest.replace(/^(hành chính công) .*$/i, '$1') : rest)]
}

/** The commune's own name: `Phường Mẫu` says `Mẫu`. */
const communeOf = (committee: Named): string => committee.name.vi.replace(/^Ủy ban nhân dân\s+/i, '').replace(/^(phường|xã|thị trấn|đặc khu)\s+/i, '')

/**
 * The head of this agency's papers (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần II, mục 2 và 4): a committee signs in its own name, whatever stands above it;
 * other bodies stand below the one they belong to. The place is the commune's name for its committee and what belongs to it, the province's else.
 */
export function letterhead(agency: Named, parent: Named | undefined, provincePlace: string): Letterhead {
  const committee = agency.kind === 'committee' ? agency : parent
  return {
    agency: { parent: agency.kind === 'committee' || parent === undefined ? [] : [upper(parent.shortName.vi)], name: headLines(agency.name.vi) },
    place: committee === undefined || committee.parent === null ? provincePlace : communeOf(committee),
  }
}

/** The same, the agency above being looked up. */
export async function letterheadOf(tx: Tx, agency: Agency, { place }: { place: string }): Promise<Letterhead> {
  return letterhead(agency, agency.parent === null ? undefined : await getAgency(tx, agency.parent), place)
}
