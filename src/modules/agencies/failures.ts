import { defineFailures } from '#kernel/failure'

/** Refusals of this module, with the status each answers with. */
export const failures = defineFailures({
  agency_not_found: 404,
  reform_not_found: 404,
  /** a plan that cannot be read; `places` says where (`at`) and why (`reason`) */
  reform_unreadable: 400,
  /** a plan that cannot be carried out; `faults` */
  reform_has_faults: 409,
  /** records of something that splits wait for a person's decision; `count`, the first `codes` */
  reform_undecided: 409,
  /** another plan was carried out under this id */
  reform_differs: 409,
})
