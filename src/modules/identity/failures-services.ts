import { defineFailures } from '#kernel/failure'

/** What is refused about service accounts. */
defineFailures({
  /** no such token, one whose time is over, or whose account opens nothing any more */
  token_invalid: 401,
  /** the account may not be used from this address */
  network_not_allowed: 403,
  service_not_found: 404,
  /** an account of this name that is not revoked exists */
  service_name_taken: 409,
  /** what was revoked, or whose agency has ended, stays so */
  service_over: 409,
  /** not a day from today on that lies within a year. `latest` */
  service_days: 400,
})
