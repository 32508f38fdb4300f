import { basename, extname } from 'node:path'
import type { Source } from './facts.ts'
import type { Breach } from './rules.ts'
import { bareSql } from './rules-sql.ts'

/** What must not be said where: taken from the province folders and from the glossary. */
export type Words = {
  /** names of provinces, as they are written */
  provinces: readonly string[]
  /** Vietnamese words without their marks, as the syllables of a romanised identifier: `['ho', 'so']` */
  romanised: readonly (readonly string[])[]
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D')

/**
 * Finds names of provinces: as they are written, and without marks whichever way the syllables are joined. Text with other marks is another
 * word ("bình đường"), so it is never folded.
 */
export function nameFinder(names: readonly string[]): RegExp | undefined {
  const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const forms = names.flatMap((name) => [name, plain(name)]).map((name) => name.normalize('NFC').split(/[\s-]+/).map(escaped).join(String.raw`[\s_\u00a0-]*`))
  return forms.length === 0 ? undefined : new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${[...new Set(forms)].join('|')})(?![\p{Ll}])`, 'giu')
}

/** Splits an identifier into its words in lower case: `maHoSo`, `ma_ho_so` and `ma-ho-so` give the same. */
export const wordsOf = (identifier: string): string[] =>
  identifier.replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2').toLowerCase().split(/[^\p{L}\d]+/u).filter(Boolean)

/** The romanised word that an identifier contains, or undefined. */
export function romanisedIn(identifier: string, romanised: Words['romanised']): string | undefined {
  const own = wordsOf(identifier)
  return romanised.find((syllables) => own.some((_, at) => syllables.every((syllable, i) => own[at + i] === syllable)))?.join(' ')
}

/** Breaches by a word: a province's name in the product, a Vietnamese name in code. */
export function wordBreaches(source: Source, words: Words, find: RegExp | undefined): Breach[] {
  const found: Breach[] = []
  const { path } = source
  if (find && /^(src|web)\//.test(path)) {
    // line by line: normalising moves offsets, never lines
    for (const [i, text] of source.text.normalize('NFC').split('\n').entries()) {
      for (const [name] of text.matchAll(find)) found.push({ file: path, line: i + 1, rule: 'province-name', what: `"${name}" is the name of a province` })
    }
  }
  for (const { name, line } of [...source.identifiers, { name: basename(path, extname(path)), line: 1 }, ...columns(source)]) {
    const word = romanisedIn(name, words.romanised)
    if (word) found.push({ file: path, line, rule: 'names', what: `${name} is Vietnamese without its marks (${word})` })
  }
  return found
}

/** Names that SQL gives to tables and columns. */
const columns = (source: Source): { name: string; line: number }[] =>
  source.sql.filter(({ kind }) => kind === 'statement').flatMap(({ text, start }) =>
    [...bareSql(text).matchAll(/\b[a-z]+(?:_[a-z]+)+\b/gi)].map((match) => ({ name: match[0], line: source.lineAt(start + match.index) })))
