import { nfc, unaccent } from './text.ts'

/** One word of a text: as written (lower case), folded, and where it stands in the NFC text. */
export type Token = { raw: string; folded: string; start: number; end: number }

/** The words of a text: runs of letters and digits. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  for (const match of nfc(text).matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const raw = match[0].toLowerCase()
    tokens.push({ raw, folded: unaccent(raw), start: match.index, end: match.index + match[0].length })
  }
  return tokens
}

/**
 * What a word was meant to be when the typing method was off: Telex leaves letters behind (`ddangw`, `kys`, `nhaanj`), VNI leaves
 * digits (`d9a8ng`). Folded. Undefined when nothing was left behind.
 */
export function withoutTypingMarks(folded: string): string | undefined {
  const letters = /\d/.test(folded) && /[a-z]/.test(folded) ? folded.replace(/\d/g, '') : folded
  const match = /^([^aeiouyw]*)(.*)$/.exec(letters)
  const head = (match?.[1] ?? '').replace('dd', 'd')
  const tail = (match?.[2] ?? '')
    .replace(/^w/, 'u')
    .replace(/[sfrxjzw]/g, '')
    .replace(/aa|ee|oo/g, (pair) => pair.charAt(0))
  const meant = head + tail
  return meant === folded || meant.length === 0 ? undefined : meant
}

/**
 * An accented word with its tone told apart from its letters, so that the two ways of placing it are one: `hoà` and `hòa`.
 * Letters keep their own marks (ă â ê ô ơ ư đ).
 */
export const accentKey = (raw: string): string => {
  const letters = raw.normalize('NFD')
  return letters.replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '') + (/[\u0300\u0301\u0303\u0309\u0323]/.exec(letters)?.[0] ?? '')
}

/** Words that many people spell alike, because they say them alike, have one key: `lý` and `lí`, `trứng` and `chứng`, `sét` and `xét`. */
export const soundKey = (folded: string): string =>
  folded
    .replaceAll('y', 'i')
    .replace(/^tr/, 'ch')
    .replace(/^s/, 'x')
    .replace(/^(?:gi(?=[aeou])|r|v)/, 'd')
    .replace(/(?:ng|nh)$/, 'n')
    .replace(/(?:c|ch)$/, 't')

/** Whether one missing, extra, replaced or swapped letter makes one word of the other. */
export function oneSlipApart(a: string, b: string): boolean {
  if (a.length > b.length) return oneSlipApart(b, a)
  if (b.length - a.length > 1) return false
  let i = 0
  while (i < a.length && a[i] === b[i]) i += 1
  if (a.length < b.length) return a.slice(i) === b.slice(i + 1)
  if (a.slice(i + 1) === b.slice(i + 1)) return true
  return a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2)
}

/** A word and every form of it with one letter less: two words one slip apart share one of these. */
export function shortened(word: string): string[] {
  const forms = new Set([word])
  for (let i = 0; i < word.length; i += 1) forms.add(word.slice(0, i) + word.slice(i + 1))
  return [...forms]
}

/**
 * Cuts letters that were written together into known words (`tinhtrang` into `tinh trang`), choosing the cut whose words are the most
 * frequent. Undefined when they cannot be cut. `cost` is the cost of a known word, undefined for an unknown one.
 */
export function cutIntoWords(letters: string, cost: (word: string) => number | undefined): string[] | undefined {
  const longest = 7
  const best: ({ cost: number; from: number } | undefined)[] = [{ cost: 0, from: 0 }]
  for (let end = 1; end <= letters.length; end += 1) {
    for (let from = Math.max(0, end - longest); from < end; from += 1) {
      const before = best[from]
      const own = before && cost(letters.slice(from, end))
      if (!before || own === undefined) continue
      const total = before.cost + own
      if (total < (best[end]?.cost ?? Number.POSITIVE_INFINITY)) best[end] = { cost: total, from }
    }
  }
  if (!best[letters.length]) return undefined
  const words: string[] = []
  for (let end = letters.length; end > 0; end = best[end]?.from ?? 0) words.unshift(letters.slice(best[end]?.from ?? 0, end))
  return words
}

/** The three-letter windows of a text without its spaces: what is left of it when words are cut or joined wrongly. */
export function trigrams(words: readonly string[]): Set<string> {
  const letters = words.join('')
  const grams = new Set<string>()
  for (let i = 0; i + 3 <= letters.length; i += 1) grams.add(letters.slice(i, i + 3))
  return grams
}
