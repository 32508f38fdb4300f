import { defineFailures } from '#kernel/failure'

/** Refusals of this module. */
export const failures = defineFailures({ indicator_not_found: 404, period_backwards: 422 })
