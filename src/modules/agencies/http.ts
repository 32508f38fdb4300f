import { route, type Route } from '#platform/http'
import { applyReform } from './commands/apply-reform.ts'
import { readAgencies, readAgency } from './commands/read-agencies.ts'
import { readContacts } from './commands/read-contacts.ts'
import { readDrafts, readReform, readReforms, rehearseReform } from './commands/rehearse-reform.ts'
import * as contract from './contract.ts'

/** Who may read the agencies: anyone. Reforms are for administrators; whose, the command asks. */
export const routes: readonly Route[] = [
  route(contract.listAgencies, { who: 'anyone' }, readAgencies),
  route(contract.contacts, { who: 'anyone' }, readContacts),
  route(contract.getAgency, { who: 'anyone' }, readAgency),

  route(contract.listReforms, { who: ['administrator'] }, readReforms),
  route(contract.reformDrafts, { who: ['administrator'] }, readDrafts),
  route(contract.getReform, { who: ['administrator'] }, readReform),
  route(contract.rehearseReform, { who: ['administrator'], repeatable: 'changes nothing' }, rehearseReform),
  route(contract.applyReform, { who: ['administrator'], transaction: 'own', repeatable: 'the same plan is carried out once' }, applyReform),
]
