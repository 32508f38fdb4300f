/**
 * Door of identity: who a request's person is, what is known of a citizen who signed in, and who holds which role where. Personal numbers are opened
 * only in the two citizen look-ups.
 */
export { makeBreakGlass } from './break-glass.ts'
export { actorOf, reachOf } from './actors.ts'
export { scopeOf as administeredBy } from './administering.ts'
export { findCitizenByNumber, getCitizen, keepCitizen, NationalClaims, type Citizen } from './citizens.ts'
export { hashPassword } from './passwords.ts'
export { codeAt, unusedCodeAt } from './totp.ts'
export { issueFirstPaper, issuePaperOf } from './first-administrator.ts'
export { idleLockMinutesOf } from './rules.ts'
export { issueToken, serviceOf, type TokenAnswer, type TokenRefusal } from './services.ts'
export { overdueReviews } from './reviews-due.ts'
export { capacityTitle, getCapacity, officeOf, nameOfOfficers, officersOf, signatureOf, type Capacity, type Colleague } from './officers.ts'
export { isAdult, mayApplyAlone, representsNobody, type Dependant, type Represented, type Represents } from './represents.ts'
export { claimsOfPerson, demonstrationSignIns, readAccountHolders, readPeople, type DemonstrationSignIn, type Person } from './demonstration.ts'
export { acrOfLevel, signInSettings, simulatedPath, unmetError, type SignInSettings } from './national.ts'
