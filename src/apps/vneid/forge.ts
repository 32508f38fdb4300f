import { createHmac, createPrivateKey, sign, type KeyObject } from 'node:crypto'
import { signingKey } from './keys.ts'
import type { Reply } from './wire.ts'

export type Json = Record<string, unknown>

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')
const decode = (text: string | undefined): Json => JSON.parse(Buffer.from(text ?? '', 'base64url').toString()) as Json

/** The issuer's own signing key: what a test signs with it is as good as the issuer's word. */
export const issuerKey = (secret: string): KeyObject => createPrivateKey({ key: { ...signingKey(secret) }, format: 'jwk' })

/** A token in two parts, with its signature as it was. */
export type Opened = { header: Json; claims: Json; signature: string }

export function openToken(token: string): Opened {
  const [header, claims, signature = ''] = token.split('.')
  return { header: decode(header), claims: decode(claims), signature }
}

const digests: Record<string, string> = { ES256: 'sha256', RS256: 'sha256', ES384: 'sha384' }

/** Signed by `key` as the header's `alg` says: a secret for HS256, nothing at all for `none`. A claim that is undefined is left out. */
export function signToken({ header, claims }: Pick<Opened, 'header' | 'claims'>, key: KeyObject | string): string {
  const text = `${encode(header)}.${encode(claims)}`
  const { alg } = header
  if (alg === 'none') return `${text}.`
  if (typeof key === 'string') return `${text}.${createHmac('sha256', key).update(text).digest('base64url')}`
  const form = String(alg).startsWith('ES') ? ({ dsaEncoding: 'ieee-p1363' } as const) : {}
  return `${text}.${sign(digests[String(alg)] ?? 'sha256', Buffer.from(text), { key, ...form }).toString('base64url')}`
}

/** Puts a token together without signing it anew: the signature no longer fits, if anything was changed. */
export const closeToken = ({ header, claims, signature }: Opened): string => `${encode(header)}.${encode(claims)}.${signature}`

/** Changes the JSON of an answer. What is set to undefined is left out. */
export function changeJson(reply: Reply, change: (body: Json) => Json): void {
  reply.body = JSON.stringify(change(JSON.parse(reply.body) as Json))
}
