import { Secret, TOTP } from 'otpauth'
import { codeRules } from './rules.ts'

const { periodSeconds, digits, window } = codeRules

const totp = (secret: string) => new TOTP({ secret: Secret.fromBase32(secret), digits, period: periodSeconds, algorithm: 'SHA1' })

/** The code of a moment. `secret` in base32, as authenticators take it. */
export const codeAt = (secret: string, at: Date): string => totp(secret).generate({ timestamp: at.getTime() })

/** The number of the time step that a moment lies in (RFC 6238, section 4.2). */
export const stepAt = (at: Date): number => Math.floor(at.getTime() / 1000 / periodSeconds)

/** The code of the next time step that is still good: of this one, or of the one after it when this one was used already. */
export const unusedCodeAt = (secret: string, at: Date, usedStep: number | undefined): string =>
  codeAt(secret, usedStep !== undefined && usedStep >= stepAt(at) ? new Date(at.getTime() + periodSeconds * 1000) : at)

/** For how many seconds the code of a moment stays the newest. */
export const secondsLeft = (at: Date): number => periodSeconds - (Math.floor(at.getTime() / 1000) % periodSeconds)

/** The time step that a code belongs to, when it is one of those taken at this moment. */
export function stepOfCode(secret: string, code: string, at: Date): number | undefined {
  const delta = totp(secret).validate({ token: code, timestamp: at.getTime(), window })
  return delta === null ? undefined : stepAt(at) + delta
}
