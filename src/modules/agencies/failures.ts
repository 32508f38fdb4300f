import { defineFailures } from '#kernel/failure'

/** Refusals of this module, with the status each answers with. */
export const failures = defineFailures({ agency_not_found: 404 })
