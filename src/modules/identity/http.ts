import type { Role } from '#kernel/app'
import { route, type RateLimit, type Route } from '#platform/http'
import { addPasskey, beginNewPasskey, removePasskey } from './commands/add-passkey.ts'
import { act } from './commands/act.ts'
import { actAs } from './commands/act-as.ts'
import { breakGlass, readBreakGlass, reviewBreakGlass } from './commands/break-glass.ts'
import { beginSignIn } from './commands/begin-sign-in.ts'
import { checkCode } from './commands/check-code.ts'
import { checkPassword } from './commands/check-password.ts'
import { completeSignIn } from './commands/complete-sign-in.ts'
import { createService, rotateService } from './commands/create-service.ts'
import { delegate } from './commands/delegate.ts'
import { disableOfficer, enableOfficer } from './commands/disable-officer.ts'
import { endCapacity } from './commands/end-capacity.ts'
import { giveCapacity, makeOfficer } from './commands/give-capacity.ts'
import { readDelegations } from './commands/list-delegations.ts'
import { readAdministration, readOfficer, readOfficers } from './commands/list-officers.ts'
import { readService, readServices } from './commands/list-services.ts'
import { lock } from './commands/lock.ts'
import { answerDataRequest, readDataRequests, readReadings } from './commands/read-readings.ts'
import { askAboutReading, readWhoReadMine } from './commands/who-read-mine.ts'
import { readOfficerNotices } from './commands/officer-notices.ts'
import { decideReview, finishReview, openReview, readReview, readReviews } from './commands/review-rights.ts'
import { revokeDelegation } from './commands/revoke-delegation.ts'
import { revokeService, unlockService } from './commands/revoke-service.ts'
import { showDemonstrationCodes } from './commands/show-demonstration-codes.ts'
import { showDemonstrationPeople } from './commands/show-demonstration-people.ts'
import { showSession } from './commands/show-session.ts'
import { signOut } from './commands/sign-out.ts'
import { unlock } from './commands/unlock.ts'
import { unlockOfficer } from './commands/unlock-officer.ts'
import { beginAuthenticator, changeAuthenticator, showNewAuthenticator } from './commands/change-authenticator.ts'
import { changePassword } from './commands/change-password.ts'
import { checkPaper } from './commands/check-paper.ts'
import { askPasskey, checkPasskey, unlockWithPasskey } from './commands/check-passkey.ts'
import { checkRecoveryCode } from './commands/check-recovery-code.ts'
import { endOtherSessions, endSession } from './commands/end-sessions.ts'
import { choosePassword, enrol, showEnrolment } from './commands/enrol.ts'
import { issueOfficerPaper } from './commands/issue-paper.ts'
import { renewPassword } from './commands/renew-password.ts'
import { renewRecoveryCodes } from './commands/renew-recovery-codes.ts'
import { showAccount } from './commands/show-account.ts'
import * as contract from './contract.ts'
import { signInRules } from './rules.ts'

const officers: readonly Role[] = ['clerk', 'officer', 'leader', 'centre', 'administrator']
const administrator = ['administrator'] as const
const perAddress: RateLimit = { by: 'address', most: signInRules.triesPerMinute, seconds: 60 }
const perPerson: RateLimit = { by: 'person', most: signInRules.triesPerMinute, seconds: 60 }
const firstStep = { who: 'anyone', transaction: 'own', limit: perAddress } as const

/** What an officer does to their own account opens its transactions itself where a wrong try is counted. */
const ownAct = { who: officers, transaction: 'own', limit: perPerson } as const

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

  route(contract.askPasskey, { ...firstStep, repeatable: 'each challenge replaces the one before it in this browser' }, askPasskey),
  route(contract.checkPasskey, { ...firstStep, repeatable: 'each try is counted, and a challenge is taken once' }, checkPasskey),
  route(contract.checkRecoveryCode, { ...firstStep, repeatable: 'each try is counted, and a code is taken once' }, checkRecoveryCode),
  route(contract.renewPassword, { ...firstStep, repeatable: 'once the password is changed this step is over' }, renewPassword),
  route(contract.checkPaper, { ...firstStep, repeatable: 'each try is counted' }, checkPaper),
  route(contract.enrolment, { who: 'anyone' }, showEnrolment),
  route(contract.choosePassword, { ...firstStep, repeatable: 'the last choice counts, and nothing has changed yet' }, choosePassword),
  route(contract.enrol, { ...firstStep, repeatable: 'each try is counted, and a paper is taken once' }, enrol),
  route(contract.unlockWithPasskey, { who: officers, transaction: 'own', whileLocked: true, limit: perPerson, repeatable: 'each try is counted, and a challenge is taken once' }, unlockWithPasskey),
  route(contract.account, { who: officers }, showAccount),
  route(contract.changePassword, { ...ownAct, repeatable: 'each try is counted, and the old password is right once' }, changePassword),
  route(contract.beginAuthenticator, { ...ownAct, repeatable: 'each new key replaces the one before it in this browser' }, beginAuthenticator),
  route(contract.newAuthenticator, { who: officers }, showNewAuthenticator),
  route(contract.changeAuthenticator, { ...ownAct, repeatable: 'each try is counted, and a new key is taken once' }, changeAuthenticator),
  route(contract.renewRecoveryCodes, { ...ownAct, repeatable: 'the last codes count, and no answer may be shown twice' }, renewRecoveryCodes),
  route(contract.beginNewPasskey, { ...ownAct, repeatable: 'each challenge replaces the one before it in this browser' }, beginNewPasskey),
  route(contract.addPasskey, { ...ownAct, repeatable: 'each try is counted, and a challenge is taken once' }, addPasskey),
  route(contract.removePasskey, { who: officers, repeatable: 'a passkey is removed once' }, removePasskey),
  route(contract.endSession, { who: officers, repeatable: 'a session ends once' }, endSession),
  route(contract.endOtherSessions, { who: officers, repeatable: 'what has ended stays ended' }, endOtherSessions),
  route(contract.issuePaper, { who: administrator, repeatable: 'the newest paper counts, and no answer may be shown twice' }, issueOfficerPaper),

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

  route(contract.listServices, { who: administrator }, readServices),
  route(contract.getService, { who: administrator }, readService),
  route(contract.createService, { who: administrator, repeatable: 'a name is taken once, and no answer may be shown twice' }, createService),
  route(contract.rotateService, { who: administrator, repeatable: 'the newest secret counts, and no answer may be shown twice' }, rotateService),
  route(contract.revokeService, { who: administrator }, revokeService),
  route(contract.unlockService, { who: administrator, repeatable: 'a lock ends once' }, unlockService),

  route(contract.demonstrationCodes, { who: 'anyone', demonstration: true }, showDemonstrationCodes),
  route(contract.demonstrationPeople, { who: 'anyone', demonstration: true }, showDemonstrationPeople),
  route(contract.actAs, { who: 'anyone', demonstration: true, repeatable: 'becoming somebody twice begins two sessions, and the first ends' }, actAs),

  route(contract.whoReadMine, { who: ['citizen'], reads: 'own' }, readWhoReadMine),
  route(contract.askAboutReading, { who: ['citizen'] }, askAboutReading),
  route(contract.listReadings, { who: administrator, reads: { purpose: 'audit', what: ['readings'] } }, readReadings),
  route(contract.listDataRequests, { who: administrator, reads: { purpose: 'audit', list: true } }, readDataRequests),
  route(contract.answerDataRequest, { who: administrator }, answerDataRequest),

  route(contract.breakGlass, { ...firstStep, repeatable: 'each try is counted, and a paper is taken once' }, breakGlass),
  route(contract.listBreakGlass, { who: administrator }, readBreakGlass),
  route(contract.reviewBreakGlass, { who: administrator }, reviewBreakGlass),
]
