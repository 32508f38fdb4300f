import { formatDateTime, formatNumber } from '#kernel/format'
import type { Say } from '../failures.vi.ts'

const tries = (left: unknown): string => (typeof left === 'number' && left > 0 ? ` Tries left: ${formatNumber(left)}.` : '')

export const identity: Record<string, Say> = {
  sign_in_unavailable: () => 'The national identity system cannot be reached. Try again in a few minutes.',
  sign_in_expired: () => 'This sign-in has expired or was used already. Start signing in again.',
  sign_in_invalid: () => 'The answer of the identity system does not match the question. Start signing in again.',
  sign_in_refused: () => 'You did not agree to share your details, so you are not signed in. Sign in again if you change your mind.',
  sign_in_level_unmet: () => 'This account has level 1 only. Take your identity card to the nearest police of a ward or commune to raise it to level 2, or apply at a public service centre.',
  identity_conflict: () => 'This identity number belongs to another account. Call the hotline to have the accounts joined.',
  wrong_credentials: ({ left }) => `The user name or the password is wrong. Check and enter them again.${tries(left)}`,
  wrong_code: ({ left }) => `This code is wrong or was used already. Wait for a new one in your app and enter it.${tries(left)}`,
  sign_in_locked: ({ until }) => `Too many wrong tries, so signing in is locked.${typeof until === 'string' ? ` Try again after ${formatDateTime(until)}.` : ' Try again in a few minutes.'}`,
  no_capacity: () => 'Your account is in order, but it has no role today. Ask the administrator of your agency.',
  capacity_not_found: () => 'You do not hold this role today. Choose another role.',
  officer_not_found: () => 'This officer was not found. Check the name or the agency.',
  person_not_found: () => 'There is no such person in the demonstration. Choose one from the list.',
}
