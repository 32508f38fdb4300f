import type { Entry } from '#contract/procedures'

/** Where a procedure that cannot be filed here is handed in today. */
export type Place = 'centre' | 'agency' | 'national' | 'post'

/**
 * The places in the order in which they are told. Papers go to any public service centre when it receives them, else to the agency itself; what is
 * done online is done at the national portal, through which the systems of ministries are reached as well (Nghị định 224/2026/NĐ-CP, Điều 15.1).
 */
export function placesOf({ ways, receivingAgencyKind, resolutionSystem }: Pick<Entry, 'ways' | 'receivingAgencyKind' | 'resolutionSystem'>): Place[] {
  const online = ways.includes('online')
  const desk = receivingAgencyKind === 'public_service_centre' ? 'centre' : 'agency'
  const there: Place[] = [...(ways.includes('counter') || !online ? [desk] as const : []), ...(ways.includes('post') ? ['post'] as const : [])]
  // what another system decides is best begun there
  return online ? (resolutionSystem === 'local' ? [...there, 'national'] : ['national', ...there]) : there
}
