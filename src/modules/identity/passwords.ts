import { hash, verify } from '@node-rs/argon2'
import { nfc } from '#kernel/text'

/** argon2id, 19 MiB, 2 passes, 1 lane (OWASP Password Storage Cheat Sheet; the library's default algorithm is argon2id). */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Of a password that nobody has: what is verified when there is no such officer, so that the answer takes as long. */
export const decoyHash = '$argon2id$v=19$m=19456,t=2,p=1$sxfKDpd/d8HD+o335ooF1g$AmHQwRH6ambdDcAE8uFOUMsGigV2ZK8xFnL/Q6To3wI'

/** The stored form of a password. */
export const hashPassword = (password: string): Promise<string> => hash(nfc(password), cost)

/** Whether a password is the one of this hash; without a hash it is not, and it takes as long to say so. */
export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  const right = await verify(stored ?? decoyHash, nfc(password))
  return stored !== null && right
}
