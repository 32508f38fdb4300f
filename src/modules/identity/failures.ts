import { defineFailures } from '#kernel/failure'
import './failures-capacities.ts'
import './failures-credentials.ts'
import './failures-readings.ts'
import './failures-services.ts'

/** What identity refuses with. `left` is how many tries remain, `until` when a lock ends (ISO), `returnTo` where a refused sign-in was going. */
export const failures = defineFailures({
  /** the national identity cannot be reached, or this installation has none */
  sign_in_unavailable: 503,
  /** no sign-in of this browser is under way: too late, done already, or begun elsewhere */
  sign_in_expired: 400,
  /** the answer of the national identity is not the one we asked for */
  sign_in_invalid: 400,
  /** the person did not agree to share */
  sign_in_refused: 403,
  /** a sign-in at the second level was asked for, and this account has the first only. `returnTo` */
  sign_in_level_unmet: 403,
  /** the national identity's number belongs to another account here */
  identity_conflict: 409,
  /** no such name, or not this password; never which of the two. `left` */
  wrong_credentials: 401,
  /** not the code of now, or one that was used. `left` */
  wrong_code: 401,
  /** too many failures with this name. `until` */
  sign_in_locked: 429,
  /** the account is in order, but no role is given to it today */
  no_capacity: 403,
  /** not one of one's own capacities of today */
  capacity_not_found: 404,
  officer_not_found: 404,
  /** no such invented person */
  person_not_found: 404,
})
