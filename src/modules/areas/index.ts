/** The door of areas: administrative units as of a day. */
export { areaNames, findArea, getArea, listAreas, namesOfAreas } from './store.ts'
export type { Area } from './contract.ts'
export { codeToday, predecessorsOf, presentCode, successorsOf, type Kin, type UnitLink } from './stores/succession.ts'
export { boundariesOn, checkBoundaries, keepBoundaries, type BoundaryReport } from './boundaries/import.ts'
export { applyUnits, faultsOfUnits, linksOn, UnitPlan, unitsOn, type Fault } from './unit-plan.ts'
