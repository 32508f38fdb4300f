import type { Role } from '#kernel/app'
import type { LocalDate } from '#kernel/local-time'
import { fold, nfc } from '#kernel/text'
import { isCommonPassword } from './common-password-rules.ts'

/** Where the values below come from: the parameters of a level-3 system. */
export const signInSource = 'TCVN 14423:2026, cấp độ 3'

/** Sign-in of officers. The idle lock is a setting (TINHSO_SESSION_IDLE_MINUTES, at most 15 minutes by the same source; see `idleLockOf`). */
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

export type PasswordFault = 'password_too_short' | 'password_too_plain' | 'password_common' | 'password_holds_name'

/** What is wrong with a password that an officer chooses, or undefined. Whether it was used before is not a question of rules but of the store. */
export function newPasswordFault(password: string, { username, name }: { username: string; name: string }): PasswordFault | undefined {
  const fault = passwordFault(password, 'withSecondFactor')
  if (fault) return fault
  if (isCommonPassword(password)) return 'password_common'
  const inside = (text: string): string => fold(text).replace(/[^a-z0-9]/g, '')
  const [own, given] = [inside(username), inside(name)]
  const chosen = inside(password)
  return (own.length >= 4 && chosen.includes(own)) || (given.length >= 4 && chosen.includes(given)) ? 'password_holds_name' : undefined
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

/** Age of passwords, and how many of the earlier ones are refused. Administrators change theirs every two months. */
export const passwordAge = { administratorDays: 60, remembered: 10 } as const

/** Codes that stand for the second factor once; the paper of somebody who has no credentials, or lost them. */
export const recoveryRules = { codes: 10, paperHours: 24 } as const

/** Passkeys of one person, and the longest name of one. */
export const passkeyRules = { most: 10, nameLength: 60 } as const

/** An account without a sign-in is closed after so many days; its owner is warned so many days before. */
export const idleRules = { days: 45, warnDays: 7 } as const

/** Minutes without a request after which a session locks itself, where the source asks for less than the setting may say. */
export const idleLockMinutesOf: Readonly<Partial<Record<Role, number>>> = { administrator: 5 }

/** The idle lock of a role: the setting, or less. */
export const idleLockOf = (role: Role, setting: number): number => Math.min(setting, idleLockMinutesOf[role] ?? setting)

/** The moment from which a password must be changed before the next session; null when it has no age: nobody administers with it, or it is a demonstration's. */
export function passwordDue(setAt: Date | null, roles: readonly Role[]): Date | null {
  if (setAt === null || !roles.includes('administrator')) return null
  return new Date(setAt.getTime() + passwordAge.administratorDays * 86_400_000)
}

/** What an account's idle days say: nothing, that it will be closed on a day, or that it is to be closed. `since`: the last sign-in, or what counts as one. */
export function idleVerdict(since: Date, now: Date): { verdict: 'fine' } | { verdict: 'warn' | 'close'; closesAt: Date } {
  const closesAt = new Date(since.getTime() + idleRules.days * 86_400_000)
  if (closesAt <= now) return { verdict: 'close', closesAt }
  return closesAt.getTime() - idleRules.warnDays * 86_400_000 <= now.getTime() ? { verdict: 'warn', closesAt } : { verdict: 'fine' }
}

/** Questions of a person about their data: seen within two working days, answered within ten days (Nghị định 356/2025/NĐ-CP, Điều 5). */
export const requestRules = { acknowledge: { amount: 2, unit: 'working_day' }, answer: { amount: 10, unit: 'day' } } as const

/** What stands out in the log of readings: so many people's data opened by one reader within an hour. Ours: no rule of law names a number. */
export const readingRules = { manyInAnHour: 60 } as const

/** The sealed access for emergencies: an account of its own, for an hour (a break-glass account: TCVN 14423:2026, level 3). */
export const breakGlassRules = { username: 'khan.cap', name: 'Truy cập khẩn cấp', minutes: 60 } as const
