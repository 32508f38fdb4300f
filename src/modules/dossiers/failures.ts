import { defineFailures } from '#kernel/failure'

/** Refusals of this module, with the status each answers with. */
export const failures = defineFailures({
  dossier_not_found: 404,
  draft_not_found: 404,
  draft_incomplete: 409,
  draft_already_sent: 409,
  procedure_not_open: 409,
  /** parents or guardians apply for them (Bộ luật Dân sự 91/2015/QH13, Điều 21) */
  applicant_too_young: 409,
  papers_missing: 409,
  papers_unchecked: 409,
  /** the result goes out when the fee is paid or waived. `total` in đồng */
  fee_due: 409,
  result_not_paid: 409,
  /** whoever applied signs a register when the result is collected */
  presence_required: 409,
  supplement_already_asked: 409,
  supplement_incomplete: 409,
  officer_not_here: 409,
  /** nobody there could decide it: it is no authority, has ended, or has it already. `agency` */
  agency_cannot: 409,
  no_competent_agency: 409,
  oath_required: 422,
  document_not_found: 404,
  too_many_drafts: 409,
  too_many_files: 409,
  /** nothing lies there any more: somebody else was first */
  queue_empty: 409,
  /** no colleague that was chosen reaches these. `count`, `codes` */
  colleague_cannot: 409,
  /** no reserved number of this desk, or used already. `code` */
  code_not_reserved: 409,
  /** a result has no place yet: there is nothing to print a label of */
  not_on_a_shelf: 409,
  /** the applicant has a voided paper: it comes back with the corrected one. `code` */
  old_paper_out: 409,
  result_not_found: 404,
  /** results of several applicants are not collected with one signature */
  not_one_person: 409,
  hand_over_not_found: 404,
  paper_list_not_found: 404,
  /** somebody confirmed it already. `by` */
  paper_list_received: 409,
  paper_list_cancelled: 409,
  /** gone, going elsewhere, or on another list. `count` */
  papers_not_waiting: 409,
  /** this procedure asks nobody, or not such an agency; or it is one's own, or has ended. `agency` */
  agency_not_asked: 409,
  /** the result waits for an answer that is not due yet. `agency`, `until` */
  consultation_open: 409,
  /** answered, withdrawn, or its time is over. `stands` */
  consultation_over: 409,
  consultation_not_found: 404,
  /** its agency has been asked and has not answered yet */
  agency_already_asked: 409,
  /** this procedure has no check of the place */
  no_field_check: 409,
  field_check_not_found: 404,
  /** an appointment whose record is not written */
  field_check_open: 409,
  field_check_missing: 409,
  field_check_not_conforming: 409,
  /** the check has not begun yet. `startsAt` */
  field_check_ahead: 409,
  field_check_recorded: 409,
  move_not_found: 404,
  move_undone: 409,
})
