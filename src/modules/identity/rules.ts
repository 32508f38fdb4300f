import type { LocalDate } from '#kernel/local-time'
import { nfc } from '#kernel/text'

/** Where the values below come from: the parameters of a level-3 system. */
export const signInSource = 'TCVN 14423:2026, cấp độ 3'

/** Sign-in of officers. The idle lock is a setting (TINHSO_SESSION_IDLE_MINUTES, at most 15 minutes by the same source). */
export const signInRules = {
  /** failed tries, after which the name is locked */
  mostFailures: 5,
  /** a lock ends by itself after so long, or when an administrator ends it; failures older than that are forgotten */
  lockHours: 12,
  /** between the first and the second step of any sign-in */
  pendingMinutes: 10,
  /** tries of one address in a minute: a whole office may stand behind one address */
  triesPerMinute: 60,
} as const

/** The second factor (RFC 6238): a code is good in its own step, the one before and the one after (section 5.2), and once. */
export const codeRules = { periodSeconds: 30, digits: 6, window: 1 } as const

type PasswordRule = { least: number; classes: number }

/** Shortest length and least number of kinds of characters (small, capital, digit, other). */
export const passwordRules: Readonly<Record<'withSecondFactor' | 'alone', PasswordRule>> = {
  withSecondFactor: { least: 8, classes: 1 },
  alone: { least: 14, classes: 4 },
}

const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{L}\p{Nd}]/u]

/** What is wrong with a password for an account of this kind, or undefined. Characters are counted, not bytes. */
export function passwordFault(password: string, kind: keyof typeof passwordRules): 'password_too_short' | 'password_too_plain' | undefined {
  const { least, classes } = passwordRules[kind]
  const text = nfc(password)
  if ([...text].length < least) return 'password_too_short'
  return kinds.filter((each) => each.test(text)).length < classes ? 'password_too_plain' : undefined
}

/** The one form of a username: what was typed without outer space, in small letters. */
export const usernameOf = (typed: string): string => nfc(typed).trim().toLowerCase()

/** How a name stands after its failures; `until` when it is locked now. */
export function lockOf(attempt: { failed: number; failedAt: Date } | undefined, now: Date): { left: number; until: Date | null } {
  const ends = attempt && new Date(attempt.failedAt.getTime() + signInRules.lockHours * 3_600_000)
  if (!attempt || !ends || ends <= now) return { left: signInRules.mostFailures, until: null }
  const left = Math.max(0, signInRules.mostFailures - attempt.failed)
  return { left, until: left === 0 ? ends : null }
}

/** Whether a capacity holds on a day; both ends are counted in. */
export const holdsOn = (capacity: { validFrom: LocalDate; validTo: LocalDate | null }, day: LocalDate): boolean =>
  capacity.validFrom <= day && (capacity.validTo === null || day <= capacity.validTo)
