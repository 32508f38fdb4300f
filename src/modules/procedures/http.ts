import { route, type Route } from '#platform/http'
import { publishVersion as publish } from './commands/publish-version.ts'
import { findProcedures, readCatalogue, readPage, readProcedure, suggest } from './commands/read-catalogue.ts'
import { getProcedure, getProcedurePage, listProcedures, publishVersion, searchProcedures, suggestProcedures } from './contract.ts'

/** Anyone reads the catalogue; an administrator publishes. */
export const routes: readonly Route[] = [
  route(listProcedures, { who: 'anyone' }, readCatalogue),
  route(searchProcedures, { who: 'anyone' }, findProcedures),
  route(suggestProcedures, { who: 'anyone' }, suggest),
  route(getProcedure, { who: 'anyone' }, readProcedure),
  route(getProcedurePage, { who: 'anyone' }, readPage),
  route(publishVersion, { who: ['administrator'] }, publish),
]
