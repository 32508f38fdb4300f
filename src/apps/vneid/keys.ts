import { createECDH, hkdfSync } from 'node:crypto'

/** A private signing key as a JSON Web Key (RFC 7517) on P-256. */
export type SigningKey = { kty: 'EC'; crv: 'P-256'; alg: 'ES256'; use: 'sig'; x: string; y: string; d: string }

/** order of the group of P-256 (FIPS 186-5, SP 800-186 section 3.2.1.3) */
const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n

const derive = (secret: string, label: string, bytes: number): Buffer => Buffer.from(hkdfSync('sha256', secret, 'tinhso', label, bytes))

/**
 * The signing key that belongs to a secret: the same after every start, so that sign-ins under way survive it. 48 bytes are reduced to the order, so
 * that no key is likelier than another (FIPS 186-5, A.2.1).
 */
export function signingKey(secret: string): SigningKey {
  const number = (BigInt(`0x${derive(secret, 'vneid.signing.v1', 48).toString('hex')}`) % (order - 1n)) + 1n
  const d = Buffer.from(number.toString(16).padStart(64, '0'), 'hex')
  const curve = createECDH('prime256v1')
  curve.setPrivateKey(d)
  const point = curve.getPublicKey()
  const text = (bytes: Buffer) => bytes.toString('base64url')
  return { kty: 'EC', crv: 'P-256', alg: 'ES256', use: 'sig', x: text(point.subarray(1, 33)), y: text(point.subarray(33, 65)), d: text(d) }
}

/** What signs the cookies of the simulated national identity. */
export const cookieKey = (secret: string): string => derive(secret, 'vneid.cookies.v1', 32).toString('base64url')
