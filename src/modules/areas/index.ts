/** The door of areas: administrative units as of a day. */
export { areaNames, findArea, getArea, listAreas, namesOfAreas } from './store.ts'
export type { Area } from './contract.ts'
