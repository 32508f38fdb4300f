import { Secret, TOTP } from 'otpauth'
import { qrSvg } from '#platform/documents/qr'
import { codeRules } from './rules.ts'

/** What is kept, sealed, of a first sign-in between its steps: the paper's digest, the new key, and once it was chosen the password's hash. */
export type EnrolmentState = { paper: string; secret: string; passwordHash?: string }

/** A new key for an authenticator: 160 bits (RFC 4226, section 4), in base32. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32

/** What an authenticator app learns: a picture of the key's address, and the key in groups of four for who types it. */
export async function keyToShow(secret: string, { username, issuer }: { username: string; issuer: string }): Promise<{ key: string; qr: string }> {
  const { digits, periodSeconds } = codeRules
  const address = new TOTP({ issuer, label: username, secret: Secret.fromBase32(secret), digits, period: periodSeconds, algorithm: 'SHA1' }).toString()
  return { key: secret.match(/.{1,4}/g)?.join(' ') ?? secret, qr: await qrSvg(address) }
}
