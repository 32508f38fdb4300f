import { createHash, randomBytes } from 'node:crypto'

/** Digits and letters that nobody mistakes for another when they are read aloud (Crockford's base 32): no I, L, O, U. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const groups = 4
const groupLength = 4

/** A new code of 80 random bits to be read from paper or aloud: `7K3M-92QX-HT4B-WD08`. */
export function newSecretCode(): string {
  const text = [...randomBytes(groups * groupLength)].map((byte) => letters[byte % letters.length]).join('')
  return Array.from({ length: groups }, (_, at) => text.slice(at * groupLength, (at + 1) * groupLength)).join('-')
}

/** The one form of a code that somebody typed: without spaces and lines, in capitals, with letters that look like digits taken as those. */
export const secretCodeOf = (typed: string): string => typed.toUpperCase().replace(/[^0-9A-Z]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')

/** What is kept of a code. No slow hash is needed: 80 random bits are guessed by nobody. The officer is in it, so that equal digests tell nothing. */
export const secretCodeHash = (officer: string, code: string): Buffer => createHash('sha256').update(`${officer}\0${secretCodeOf(code)}`).digest()
