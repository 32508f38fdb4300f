import { route, type Route } from '#platform/http'
import { listEntryDrafts as list } from './commands/list-entry-drafts.ts'
import { changeItem, readItem, readProgramme as programme } from './commands/programmes.ts'
import { publishVersion as publish } from './commands/publish-version.ts'
import { findProcedures, readCatalogue, readPage, readProcedure, suggest } from './commands/read-catalogue.ts'
import {
  changeProgrammeItem, getProcedure, getProcedurePage, listEntryDrafts, listProcedures, publishVersion, readProgramme, readProgrammeItem, searchProcedures, suggestProcedures,
} from './contract.ts'

/** Anyone reads the catalogue; an administrator publishes. */
export const routes: readonly Route[] = [
  route(listProcedures, { who: 'anyone' }, readCatalogue),
  route(searchProcedures, { who: 'anyone' }, findProcedures),
  route(suggestProcedures, { who: 'anyone' }, suggest),
  route(getProcedure, { who: 'anyone' }, readProcedure),
  route(getProcedurePage, { who: 'anyone' }, readPage),
  route(listEntryDrafts, { who: ['administrator'] }, list),
  route(readProgramme, { who: 'anyone' }, programme),
  route(readProgrammeItem, { who: ['administrator'] }, readItem),
  route(changeProgrammeItem, { who: ['administrator'] }, changeItem),
  route(publishVersion, { who: ['administrator'] }, publish),
]
