/** The door of agencies: who serves which area, and what it is called. */
export { agenciesBelow, agencyName, agencyNames, centreOf, committeeOf, committeeOfCentre, deskOf, findAgency, getAgency, listAgencies, namesOfAgencies } from './store.ts'
export type { Agency } from './contract.ts'
