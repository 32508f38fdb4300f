import { defineFailures } from '#kernel/failure'

/** Refusals of this module, with the status each answers with; each has a sentence in web/messages in both languages. */
export const failures = defineFailures({
  charge_not_found: 404,
  /** somebody was first: it is paid, waived or cancelled. `state` */
  charge_settled: 409,
  receipt_not_found: 404,
  receipt_voided: 409,
  /** the day it belongs to was closed: the money has been handed over */
  receipt_closed: 409,
  /** nothing was collected since the last closing */
  till_empty: 409,
  closing_not_found: 404,
  closing_received: 409,
  /** whoever handed it over cannot say that they received it */
  own_closing: 409,
  /** it was handed to somebody else */
  closing_not_yours: 403,
  /** whom it was to be handed to does not work there (any more) */
  no_such_receiver: 409,
})
