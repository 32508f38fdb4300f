/** The door of agencies: who serves which area, and what it is called. */
export { agenciesBelow, agencyName, agencyNames, agencyServing, centreOf, committeeOf, committeeOfCentre, deskFor, deskOf, findAgency, getAgency, listAgencies, namesOfAgencies } from './store.ts'
export { agencyCodeOf } from './stores/identifiers.ts'
export type { Agency } from './contract.ts'
export { competentAgency } from './competence.ts'
export { custodianOf, reformsSince, reformsUnderWay, standsFor, type Held } from './custody.ts'
