import { defineFailures } from '#kernel/failure'

/** Refusals of this module, with the status each answers with. */
export const failures = defineFailures({
  procedure_not_found: 404,
  procedure_version_not_found: 404,
  procedure_version_published: 409,
  procedure_version_overlaps: 409,
  procedure_version_faulty: 422,
  programme_not_found: 404,
  programme_item_unchanged: 409,
  import_too_large: 413,
  import_wrong_encoding: 422,
  import_formulas: 422,
  import_not_a_table: 422,
  import_no_columns: 422,
})
