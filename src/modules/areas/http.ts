import { route, type Route } from '#platform/http'
import { readArea, readAreas } from './commands/read-areas.ts'
import { getArea, listAreas } from './contract.ts'

/** Who may read the administrative units: anyone. */
export const routes: readonly Route[] = [
  route(listAreas, { who: 'anyone' }, readAreas),
  route(getArea, { who: 'anyone' }, readArea),
]
