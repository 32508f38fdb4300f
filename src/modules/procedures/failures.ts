import { defineFailures } from '#kernel/failure'

/** Refusals of this module, with the status each answers with. */
export const failures = defineFailures({
  procedure_not_found: 404,
  procedure_version_not_found: 404,
  procedure_version_published: 409,
  procedure_version_overlaps: 409,
  procedure_version_faulty: 422,
})
