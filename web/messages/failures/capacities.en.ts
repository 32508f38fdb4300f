import { formatDate, formatNumber } from '#kernel/format'
import type { Say } from '../failures.vi.ts'

const count = (value: unknown): string => (typeof value === 'number' ? formatNumber(value) : 'some')
const day = (value: unknown): string => (typeof value === 'string' ? ` ${formatDate(value)}` : ' a day before')
const codes = (value: unknown): string => (Array.isArray(value) && value.length > 0 ? ` (${value.join(', ')})` : '')

export const capacities: Record<string, Say> = {
  own_rights: () => 'Nobody changes their own rights. Ask another administrator to do it.',
  agency_not_yours: () => 'This agency is not yours to administer. Choose your own agency or one below it.',
  officer_elsewhere: () => 'This person also serves an agency that is not yours. End what they hold at yours, or ask the provincial administrator.',
  last_administrator: () => 'This is the last administrator. Make somebody else an administrator first, then do it again.',
  username_taken: () => 'Somebody has this user name. Choose another one.',
  capacity_exists: ({ from }) => `This person holds this very role from${day(from)} on. Look at the list of roles again.`,
  capacity_over: () => 'This role is over and cannot be changed. Give a new one if it is needed.',
  day_is_past: () => 'What was cannot be changed. Choose today or a later day.',
  signing_unclear: () => 'A leader needs a way to sign. Choose one, and write the title of the head.',
  account_unchanged: () => 'The account was changed before. Open the page again to see how it stands.',
  agency_ended: ({ day: on }) => `This agency is no more from${day(on)} on. Choose a day before it, or the agency that follows.`,
  delegator_not_head: () => 'Only the head of an agency delegates the signing. Choose the role of the head.',
  delegation_not_on: () => 'What was delegated is not delegated on. Ask the head to delegate it directly.',
  delegation_outlives: ({ to }) => `A delegation may not last longer than the office of whoever delegates${typeof to === 'string' ? ` (until${day(to)})` : ''}. Choose other days.`,
  delegation_receiver: () => 'Whoever receives it must hold a role of the agency, or of one below it, on all of these days. Choose somebody else or other days.',
  delegation_not_deputy: () => 'KT. is signed by deputies. Choose a deputy, or choose TUQ.',
  delegation_overlaps: () => 'There is a delegation for the same on some of these days. Change the days or the scope, or say that it takes the place of the old one.',
  delegation_not_found: () => 'There is no such delegation in your scope. Open the list of delegations again.',
  delegation_over: () => 'This delegation is over, or was taken back. Open the page again to see how it stands.',
  review_not_found: () => 'There is no such review in your scope. Open the list of reviews again.',
  review_open: () => 'A review of this agency is not finished. Open that one and go on with it.',
  review_finished: () => 'This review is finished and cannot be changed. Open a new one if it is needed.',
  review_undecided: ({ left }) => `There are ${count(left)} roles that wait for a decision. Keep or end each of them, then do it again.`,
  queue_empty: () => 'No dossier is left to move: somebody moved or finished them. Open the page again to see the newest counts.',
  colleague_cannot: ({ count: many, codes: list }) => `There are ${count(many)} dossiers that nobody you chose may work on${codes(list)}. Choose somebody in charge of that procedure as well.`,
  move_not_found: () => 'There is no such move at your office. Open the page of moves again.',
  move_undone: () => 'This move was given back before. Open the page again to see it.',
}
