import { formatNumber } from '#kernel/format'
import type { Say } from '../failures.vi.ts'

const tries = (left: unknown): string => (typeof left === 'number' && left > 0 ? ` ${formatNumber(left)} ${left === 1 ? 'try' : 'tries'} left.` : '')

export const credentials: Record<string, Say> = {
  password_refused: () => 'The new password cannot be used. Look at the marked box and choose another one.',
  wrong_paper: ({ left }) => `The user name or the code of the paper is not right, or the paper was used or is older than 24 hours. Check it, or ask for a new paper.${tries(left)}`,
  wrong_recovery_code: ({ left }) => `This recovery code is not right, or was used. Type another one of your list.${tries(left)}`,
  wrong_passkey: ({ left }) => `This passkey was not taken. Try again, or sign in with your password.${tries(left)}`,
  passkey_refused: () => 'The device did not make the passkey that was asked for. Try again, and confirm with a PIN, a finger or your face.',
  passkey_known: () => 'This device has a passkey here already. Use that one, or remove it and add it again.',
  passkeys_full: ({ most }) => `There are ${typeof most === 'number' ? formatNumber(most) : 'enough'} passkeys, and no more are taken. Remove one that you no longer use, then add it.`,
  passkey_not_found: () => 'This passkey is no more. Open the page again to see the newest list.',
  session_not_found: () => 'This session has ended. Open the page again to see the newest list.',
  demonstration_account: () => 'The password of a demonstration account is public and cannot be changed. Make a new account to try it.',
  credentials_changed: () => 'The password was just changed elsewhere. Open the page again and repeat it.',
  account_closed: () => 'This account is closed. Open it first, then issue the paper.',
}
