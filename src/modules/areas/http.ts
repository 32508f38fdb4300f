import { route, type Route } from '#platform/http'
import { readArea, readAreas } from './commands/read-areas.ts'
import { findUnitsByName, readOutlines, readUnit } from './commands/read-units.ts'
import { findUnits, getArea, getUnit, listAreas, listOutlines } from './contract.ts'

/** Who may read the administrative units: anyone. */
export const routes: readonly Route[] = [
  route(listAreas, { who: 'anyone' }, readAreas),
  route(findUnits, { who: 'anyone' }, findUnitsByName),
  route(listOutlines, { who: 'anyone' }, readOutlines),
  route(getUnit, { who: 'anyone' }, readUnit),
  route(getArea, { who: 'anyone' }, readArea),
]
