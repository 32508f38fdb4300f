import { route, type Route } from '#platform/http'
import { readAgencies, readAgency } from './commands/read-agencies.ts'
import { getAgency, listAgencies } from './contract.ts'

/** Who may read the agencies: anyone. */
export const routes: readonly Route[] = [
  route(listAgencies, { who: 'anyone' }, readAgencies),
  route(getAgency, { who: 'anyone' }, readAgency),
]
