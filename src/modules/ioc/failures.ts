import { defineFailures } from '#kernel/failure'

/** Refusals of this module. */
export const failures = defineFailures({ board_not_found: 404 })
