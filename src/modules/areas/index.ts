/** The door of areas: administrative units as of a day. */
export { areaNames, findArea, getArea, listAreas, namesOfAreas } from './store.ts'
export type { Area } from './contract.ts'
export { codeToday, predecessorsOf, presentCode, successorsOf, type Kin, type UnitLink } from './stores/succession.ts'
export { checkBoundaries, type BoundaryReport } from './boundaries/import.ts'
export { boundariesOn, keepBoundaries } from './stores/boundaries.ts'
export { applyUnits, faultsOfUnits, linksOn, UnitPlan, unitsOn, type Fault } from './unit-plan.ts'
