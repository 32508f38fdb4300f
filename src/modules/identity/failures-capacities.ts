import { defineFailures } from '#kernel/failure'

/** What the administration of officers, delegation and the review of rights refuse with. */
export const failures = defineFailures({
  /** nobody changes their own rights */
  own_rights: 409,
  /** outside of what this administrator administers. `agency` */
  agency_not_yours: 403,
  /** the officer also serves agencies outside of the scope: whoever administers those must agree. `agency` */
  officer_elsewhere: 409,
  /** nobody would be left who administers the province */
  last_administrator: 409,
  username_taken: 409,
  /** the same role at the same agency from the same day. `from` */
  capacity_exists: 409,
  /** it is past, or ended already */
  capacity_over: 409,
  /** what was is not changed. `day` */
  day_is_past: 409,
  /** a leader signs in one of the ways of the decree, with the titles it asks for */
  signing_unclear: 422,
  /** officer is disabled already, or is not */
  account_unchanged: 409,
  agency_ended: 409,
  /** only the head of an agency delegates, in writing */
  delegator_not_head: 409,
  /** what was delegated is not delegated on */
  delegation_not_on: 409,
  /** it would last longer than the capacity it comes from. `to` */
  delegation_outlives: 409,
  /** the receiver holds no capacity of their own there on all of these days */
  delegation_receiver: 409,
  /** KT. is signed by deputies */
  delegation_not_deputy: 409,
  /** another one for the same runs on one of these days */
  delegation_overlaps: 409,
  delegation_not_found: 404,
  /** it is over, or was taken back before */
  delegation_over: 409,
  review_not_found: 404,
  /** one is open for this agency */
  review_open: 409,
  review_finished: 409,
  /** lines wait for a decision. `left` */
  review_undecided: 409,
})
