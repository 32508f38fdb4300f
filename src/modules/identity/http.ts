import type { Role } from '#kernel/app'
import { route, type RateLimit, type Route } from '#platform/http'
import { act } from './commands/act.ts'
import { actAs } from './commands/act-as.ts'
import { beginSignIn } from './commands/begin-sign-in.ts'
import { checkCode } from './commands/check-code.ts'
import { checkPassword } from './commands/check-password.ts'
import { completeSignIn } from './commands/complete-sign-in.ts'
import { delegate } from './commands/delegate.ts'
import { disableOfficer, enableOfficer } from './commands/disable-officer.ts'
import { endCapacity } from './commands/end-capacity.ts'
import { giveCapacity, makeOfficer } from './commands/give-capacity.ts'
import { readDelegations } from './commands/list-delegations.ts'
import { readAdministration, readOfficer, readOfficers } from './commands/list-officers.ts'
import { lock } from './commands/lock.ts'
import { readOfficerNotices } from './commands/officer-notices.ts'
import { decideReview, finishReview, openReview, readReview, readReviews } from './commands/review-rights.ts'
import { revokeDelegation } from './commands/revoke-delegation.ts'
import { showDemonstrationCodes } from './commands/show-demonstration-codes.ts'
import { showDemonstrationPeople } from './commands/show-demonstration-people.ts'
import { showSession } from './commands/show-session.ts'
import { signOut } from './commands/sign-out.ts'
import { unlock } from './commands/unlock.ts'
import { unlockOfficer } from './commands/unlock-officer.ts'
import * as contract from './contract.ts'
import { signInRules } from './rules.ts'

const officers: readonly Role[] = ['clerk', 'officer', 'leader', 'centre', 'administrator']
const administrator = ['administrator'] as const
const perAddress: RateLimit = { by: 'address', most: signInRules.triesPerMinute, seconds: 60 }
const firstStep = { who: 'anyone', transaction: 'own', limit: perAddress } as const

/** Signing in and out is for anyone; who is signed in already changes nothing. */
export const routes: readonly Route[] = [
  route(contract.beginSignIn, { ...firstStep, repeatable: 'each beginning replaces the one before it in this browser' }, beginSignIn),
  route(contract.completeSignIn, { ...firstStep, repeatable: 'the answer of the national identity is taken once' }, completeSignIn),
  route(contract.checkPassword, { ...firstStep, repeatable: 'each try is counted' }, checkPassword),
  route(contract.checkCode, { ...firstStep, repeatable: 'each try is counted, and a code is taken once' }, checkCode),
  route(contract.session, { who: 'anyone' }, showSession),
  route(contract.signOut, { who: 'anyone', repeatable: 'a session ends once' }, signOut),
  route(contract.lock, { who: officers, repeatable: 'a locked session is locked' }, lock),
  route(contract.unlock, { who: officers, transaction: 'own', whileLocked: true, repeatable: 'each try is counted' }, unlock),
  route(contract.act, { who: officers, repeatable: 'choosing twice chooses the same' }, act),
  route(contract.unlockOfficer, { who: ['administrator'] }, unlockOfficer),

  route(contract.administration, { who: administrator }, readAdministration),
  route(contract.listOfficers, { who: administrator }, readOfficers),
  route(contract.getOfficer, { who: administrator }, readOfficer),
  route(contract.createOfficer, { who: administrator }, makeOfficer),
  route(contract.giveCapacity, { who: administrator }, giveCapacity),
  route(contract.endCapacity, { who: administrator }, endCapacity),
  route(contract.disableOfficer, { who: administrator }, disableOfficer),
  route(contract.enableOfficer, { who: administrator }, enableOfficer),
  route(contract.listDelegations, { who: officers }, readDelegations),
  route(contract.delegate, { who: ['leader', 'administrator'] }, delegate),
  route(contract.revokeDelegation, { who: ['leader', 'administrator'] }, revokeDelegation),
  route(contract.listReviews, { who: administrator }, readReviews),
  route(contract.openReview, { who: administrator }, openReview),
  route(contract.getReview, { who: administrator }, readReview),
  route(contract.decideReview, { who: administrator }, decideReview),
  route(contract.finishReview, { who: administrator }, finishReview),
  route(contract.officerNotices, { who: officers }, readOfficerNotices),

  route(contract.demonstrationCodes, { who: 'anyone', demonstration: true }, showDemonstrationCodes),
  route(contract.demonstrationPeople, { who: 'anyone', demonstration: true }, showDemonstrationPeople),
  route(contract.actAs, { who: 'anyone', demonstration: true, repeatable: 'becoming somebody twice begins two sessions, and the first ends' }, actAs),
]
