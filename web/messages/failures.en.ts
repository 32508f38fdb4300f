import { formatBytes, formatNumber } from '#kernel/format'
import type { Say } from './failures.vi.ts'

const size = (value: unknown): string => (typeof value === 'number' ? formatBytes(value) : 'the limit')
const wait = (value: unknown): string => (typeof value === 'number' && value > 0 ? `${formatNumber(value)} seconds` : 'a minute')

const takesDrawings = (allowed: unknown): boolean => Array.isArray(allowed) && allowed.includes('image/vnd.dwg')

export const failures: Record<string, Say> = {
  invalid_input: () => 'Something is not filled in correctly. Look at the marked fields, then send again.',
  idempotency_key_required: () => 'This page is out of date. Open it again, then send again.',
  unauthenticated: () => 'You have not signed in or your session has ended. Sign in in another window, come back here and send again.',
  session_locked: () => 'Your session locked itself after a while without use. Unlock it and go on.',
  identity_level_too_low: () => 'This asks for a VNeID account of level 2. Prove level 2 and go on: what was saved is kept.',
  forbidden: () => 'The role you are using cannot do this. Change your role or ask somebody who can.',
  csrf: () => 'This page was opened before you signed in again. Your input is still here: look at it and press send once more.',
  not_found: () => 'Not found. The code may be mistyped, or you may not see it.',
  action_not_allowed: () => 'The state has changed, so this can no longer be done. Open the page again to see the latest state.',
  idempotency_mismatch: () => 'This form was already sent once with other content. Look at it and press send once more.',
  too_large: (values) => `This is larger than ${size(values['maxBytes'])}. Send a smaller one.`,
  method_not_allowed: () => 'This address cannot be asked in this way. Open the page again and use its buttons.',
  unsupported_media_type: () => 'The server cannot read this kind of data. Send it with the form on the page.',
  unsupported_file_type: ({ allowed }) => `This kind of file is not accepted. Send ${takesDrawings(allowed) ? 'a PDF or a DWG drawing' : 'a PDF or a JPG or PNG picture'}.`,
  file_lies_about_type: () => 'The content of the file does not match its name. Save it again with the program that made it, then send it.',
  file_empty: () => 'This file is empty. Check it and choose another.',
  file_cut_short: () => 'The end of this PDF is missing. Open the file, save or download it whole, and send it again.',
  file_infected: () => 'This file carries malware and was not accepted. Scan your machine, then send a clean copy.',
  rate_limited: (values) => `You have tried too often. Wait ${wait(values['seconds'])}, then try again.`,
  internal: () => 'Something broke on our side and this was not recorded. Try again in a few minutes.',
  unavailable: () => 'The system is resting for a moment and this was not recorded. Try again in a minute.',
}

export const unknownFailure: Say = () => 'This could not be done. Try again, or call the hotline.'

export const reasons: Record<string, (label: string) => string> = {
  required: (label) => `Enter ${label}`,
  wrong_form: (label) => `Check ${label}: it does not have the right form`,
  wrong_type: (label) => `Check ${label}: it does not have the right form`,
  too_small: (label) => `Check ${label}: it is too short or too small`,
  below_other: (label) => `Check ${label}: it cannot be less than the number given before`,
  too_short: (label) => `Write ${label} in full: it is too short`,
  too_long: (label) => `Shorten ${label}`,
  too_big: (label) => `Check ${label}: it is too large`,
  wrong_letters: (label) => `Check ${label}: letters only, no digits or signs`,
  not_vietnamese_letters: (label) => `Write ${label} in letters of Vietnamese or another language of Viet Nam, without foreign letters`,
  wrong_beginning: (label) => `Check ${label}: it does not begin with the words it must begin with`,
  forbidden_words: (label) => `Check ${label}: it holds words that may not be used`,
  too_few_words: (label) => `Write ${label} in full: words are missing`,
  not_a_date: (label) => `Check ${label}: there is no such day. For example: 19 11 2022`,
  not_a_month: (label) => `Check ${label}: there is no such month. For example: 11 2022`,
  in_future: (label) => `Check ${label}: it must be today or before today`,
  in_past: (label) => `Check ${label}: it must be today or after today`,
  not_after_today: (label) => `Check ${label}: it must be after today`,
  too_late: (label) => `Check ${label}: it is later than allowed`,
  already_over: (label) => `Check ${label}: it is over`,
  too_early: (label) => `Check ${label}: it is too long ago. Look at the year`,
  before_start: (label) => `Check ${label}: it cannot be before the start`,
  too_far: (label) => `Check ${label}: at most a year at a time`,
  before_from: (label) => `Check ${label}: it cannot be before the first day`,
  not_an_option: (label) => `Choose ${label} from what is offered`,
  no_such_area: (label) => `Choose ${label} again: there is no such place in the list`,
  not_a_number: (label) => `Check ${label}: digits only`,
  wrong_phone: (label) => `Check ${label}: ten digits beginning with 0`,
  wrong_email: (label) => `Check ${label}. For example: name@example.vn`,
  not_a_passport: (label) => `Check ${label}: 6 to 12 letters and digits as on the passport`,
  not_an_organisation_code: (label) => `Check ${label}: 10, 12 or 13 digits`,
  own_number: () => 'This is your own number: choose “For myself”',
  number_does_not_fit: (label) => `Check ${label}: it does not fit the year of birth or the gender`,
  electronic_without_phone: () => 'A person without a phone collects the paper at the counter',
  not_of_this_day: () => 'The time must be on the day of the reserved number',
  too_young: () => 'Not yet 15: a parent or guardian applies',
  of_age: () => 'Already 18: the person applies or authorises somebody',
  not_of_this_paper: (label) => `Leave ${label} empty: it does not belong to the chosen paper`,
  no_longer_represented: () => 'You do not represent this person any more: choose again',
  not_a_citizen_number: (label) => `Check ${label}: twelve digits as on the identity card`,
  wrong_procedure_code: (label) => `Check ${label}: a procedure code looks like 1.001193`,
  paper_missing: (label) => `Add ${label}`,
  username_taken: (label) => `Choose another one for ${label}: somebody has it`,
  signing_unclear: (label) => `Choose ${label}, and write the title of the head`,
  password_too_short: (label) => `Make ${label} longer: 8 characters at least`,
  password_too_plain: (label) => `Make ${label} harder: add capitals, digits or signs`,
  password_common: (label) => `Choose another ${label}: many people use this one, so it is easily guessed`,
  password_holds_name: (label) => `Choose another ${label}: without your name or user name in it`,
  password_reused: (label) => `Choose another ${label}: it is one of your last 10`,
  passwords_differ: (label) => `Type ${label} exactly as in the box above`,
  unknown_field: (label) => `This page does not take ${label}. Open it again, then send again`,
}

export const unknownReason = (label: string): string => `Check ${label}`
