import { formatDateTime, formatMoney, formatNumber } from '#kernel/format'
import type { Say } from '../failures.vi.ts'

const most = (value: unknown): string => (typeof value === 'number' ? ` The limit is ${formatNumber(value)}.` : '')

const nameOf = (value: unknown, otherwise: string): string => (typeof value === 'object' && value !== null && typeof (value as { en?: unknown }).en === 'string' ? (value as { en: string }).en : otherwise)
const untilOf = (value: unknown): string => (typeof value === 'string' ? ` until ${formatDateTime(value)}` : '')

export const dossiers: Record<string, Say> = {
  dossier_not_found: () => 'This application was not found. Check the code on your receipt; or it is one that you may not see.',
  draft_not_found: () => 'This draft was not found. It may have been deleted or sent.',
  draft_incomplete: () => 'Some questions are not answered correctly. Look at what is named, then send again.',
  draft_already_sent: () => 'This draft has been sent and is an application now. Open it to follow it.',
  applicant_too_young: () => 'You are not yet 15, so you cannot apply alone. Ask a parent or guardian to sign in and apply for you.',
  procedure_not_open: () => 'This procedure cannot be submitted online now. See how to submit on the page of the procedure.',
  papers_missing: () => 'Required papers are missing. Add what is named, then send again.',
  papers_unchecked: ({ count }) => `Papers not looked at yet: ${typeof count === 'number' ? formatNumber(count) : 'some'}. Look at all of them before this step.`,
  code_not_reserved: () => 'This is no reserved number of your desk, or it is used already. Choose from the list of reserved numbers.',
  presence_required: () => 'The applicant must come, sign the register and collect the result in person. Ask the applicant to come.',
  not_on_a_shelf: () => 'This result has no place on a shelf yet, so there is no label to print. Write its place first.',
  old_paper_out: ({ code }) => `The applicant still has the voided paper of application ${typeof code === 'string' ? code : ''}. Take it back, or record that it is lost, before handing over the new one.`,
  result_not_found: () => 'This application has no result in force that could be voided. Open it again to see where it stands.',
  not_one_person: () => 'Only results of one applicant are handed over together. Untick those of others and try again.',
  hand_over_not_found: () => 'This hand-over was not found at your counter. Open the application again.',
  paper_list_not_found: () => 'This hand-over list was not found, or is not of your agency. Look under Paper files.',
  paper_list_received: ({ by }) => `This list was confirmed by ${typeof by === 'string' ? by : 'somebody else'} already. Open it again to see what came.`,
  paper_list_cancelled: () => 'This list was taken back. Its files wait for another list.',
  papers_not_waiting: ({ count }) => `${typeof count === 'number' ? formatNumber(count) : 'Some'} files no longer wait: they stand on another list or have gone elsewhere. Open the page again and choose anew.`,
  fee_due: ({ total, code }) => `A fee of ${formatMoney(Number(total))} is still owed${typeof code === 'string' ? ` for application ${code}` : ''}. Collect or waive it before handing the result over.`,
  result_not_paid: ({ total }) => `A fee of ${formatMoney(Number(total))} is still owed. Pay it at the desk where the result is collected; then it can be downloaded.`,
  supplement_already_asked: () => 'Papers were already asked for once. Wait for the applicant to answer.',
  supplement_incomplete: () => 'Not all papers that were asked for are here. Add the missing ones, then send.',
  agency_cannot: () => 'This agency cannot decide the application: it is of another kind, has ended, or has it already. Choose another one.',
  officer_not_here: () => 'This person does not work at the agency that holds the application. Choose another.',
  no_competent_agency: () => 'No agency handles this procedure in the place chosen. Check the place of residence or call the hotline.',
  oath_required: () => 'You have not made the declaration. Read it and mark it before sending.',
  document_not_found: () => 'This document was not found. The application may not have it yet, or you may not see it.',
  document_not_ready: () => 'This document is being made. Wait a minute, then open it again.',
  agency_not_asked: () => 'This agency cannot be asked: the procedure does not allow it, or the agency has ended. Choose one from the list.',
  consultation_open: ({ agency, until }) => `${nameOf(agency, 'The agency that was asked')} still has time to answer${untilOf(until)}. Wait for it, or withdraw the question first.`,
  consultation_over: ({ stands }) => `${stands === 'answered' ? 'This question has been answered' : stands === 'withdrawn' ? 'This question was withdrawn' : 'The time to answer this question is over'}. To add something, call the officer who asked.`,
  consultation_not_found: () => 'This question was not found, or your agency is not asked. Open the list of questions again.',
  agency_already_asked: () => 'This agency is being asked and has not answered. Wait for it, or withdraw the question first.',
  no_field_check: () => 'This procedure has no check of the site. Go on with the next step.',
  field_check_not_found: () => 'This check was not found. Open the application again.',
  field_check_open: () => 'An appointment for a check has no record yet. Write the record, or move the appointment.',
  field_check_missing: () => 'The site was not checked yet. Make an appointment, check it and write the record first.',
  field_check_not_conforming: () => 'The last check found the site not in order. When that is mended, make an appointment for another check.',
  field_check_ahead: () => 'The time of the appointment has not come. Write the record after the check, or move the appointment.',
  field_check_recorded: () => 'This check has its record already. Make another appointment to look again.',
  too_many_drafts: (values) => `You have too many drafts. Delete those you no longer need.${most(values['most'])}`,
  too_many_files: (values) => `There are too many files. Join or remove some, then try again.${most(values['most'])}`,
}
