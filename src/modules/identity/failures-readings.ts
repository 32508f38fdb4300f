import { defineFailures } from '#kernel/failure'

/** Refusals about the log of readings. */
export const readingFailures = defineFailures({
  /** no such reading of this person's data */
  reading_not_found: 404,
  /** this person has asked about this reading before */
  already_asked: 409,
  request_not_found: 404,
  request_answered: 409,
  /** no such use of the emergency access, or somebody has looked at it, or it is one's own */
  emergency_not_found: 404,
})
