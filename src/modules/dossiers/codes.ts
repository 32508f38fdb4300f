import { localDate, type LocalDate } from '#kernel/local-time'

/**
 * Dossier code `<agency>-YYMMDD-NNNN` (Thông tư 03/2025/TT-VPCP, Điều 13; the order of the agency's groups is Quyết định 20/2020/QĐ-TTg's).
 * The day is the Vietnamese day of the first storing, the number counts within agency and day and may outgrow four digits.
 */
export const codePrefix = (agency: string, at: Date): string => `${agency}-${localDate(at).slice(2).replaceAll('-', '')}-`

/** The code of one number of a desk's day. */
export const codeOf = (agency: string, at: Date, number: number): string => `${codePrefix(agency, at)}${String(number).padStart(4, '0')}`

/** The day whose counter a code is taken from. */
export const codeDay = (at: Date): LocalDate => localDate(at)

/** What people type as a code: upper case, without spaces. Foreign codes are never taken apart. */
export const tidyCode = (typed: string): string => typed.normalize('NFC').replace(/[\s\u00a0]+/g, '').toUpperCase().slice(0, 60)

// no I, L, O, U, 0 and 1: people read it aloud and type it from paper
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The secret that, with the code, shows how far a dossier has come: eight letters and digits out of a keyed digest of its id. */
export function trackingSecret(digest: Uint8Array): string {
  let text = ''
  for (const byte of digest) {
    // bytes beyond the last whole multiple would make the first letters likelier
    if (byte >= alphabet.length * Math.floor(256 / alphabet.length)) continue
    text += alphabet[byte % alphabet.length] ?? ''
    if (text.length === 8) break
  }
  return text
}

/** Kinds of papers this program numbers, with the suffix of the number (Thông tư 03/2025/TT-VPCP, Phụ lục I). */
export const documentSuffix = {
  form01: 'GTN-TTPVHCC',
  form02: 'PBS-TTPVHCC',
  form03: 'PTC-TTPVHCC',
  result: 'UBND',
  refusal: 'TB-UBND',
} as const
export type DocumentKind = keyof typeof documentSuffix

/** The result of the certificate of marital status bears this symbol though its version does not say it. */
const symbols: Readonly<Record<string, string>> = { 'marital-status': 'UBND-XNTTHN' }

/** `0012/GTN-TTPVHCC`. A result bears the symbol of its procedure's version, else the authority's. */
export function documentNumber(kind: DocumentKind, number: number, result?: { symbol?: string | undefined; template: string }): string {
  const symbol = kind === 'result' && result ? (result.symbol ?? symbols[result.template]) : undefined
  return `${String(number).padStart(2, '0')}/${symbol ?? documentSuffix[kind]}`
}
