/** What a name may be written with: rules of the law as data of a question, and nothing here throws for anything that is typed. */

/**
 * `name`: letters of any script, of foreigners too. `vietnameseName`: of a citizen of Viet Nam, in Vietnamese or another language of the country (Bộ luật Dân sự
 * 91/2015/QH13, Điều 26 khoản 3). `vietnamese`: any signs and digits, but no letters of another script (Nghị định 168/2025/NĐ-CP, on names of household businesses).
 */
export const letterRules = ['name', 'vietnameseName', 'vietnamese'] as const
export type Letters = (typeof letterRules)[number]

// Latin letters, f j w z too; over vowels the marks of Vietnamese and of its neighbours in the country (the breve and caron of Ê Đê, Gia Rai, Ba Na), ñ and č among consonants
const letter = String.raw`(?:[aeiouy][\u0300\u0301\u0302\u0303\u0306\u0309\u030c\u031b\u0323]{0,3}|n\u0303?|c\u030c?|[b-df-hj-np-tv-xzđƀ])`
const names: Record<Letters, RegExp> = {
  name: /^[\p{L}\p{M}'’.\- ]+$/u,
  vietnameseName: new RegExp(`^${letter}+(?:[ '’-]${letter}+)*$`, 'iu'),
  vietnamese: new RegExp(`^(?:${letter}|[^\\p{L}\\p{M}\\p{C}])+$`, 'iu'),
}

/** Whether a tidied text is written with these letters only. */
export const isWrittenWith = (letters: Letters, text: string): boolean => names[letters].test(letters === 'name' ? text : text.normalize('NFD'))

/** The words of a text in small letters; whatever is neither letter nor digit parts them. */
export const wordsOf = (text: string): string[] => text.normalize('NFC').toLocaleLowerCase('vi').match(/[\p{L}\p{M}\p{N}]+/gu) ?? []

const within = (words: readonly string[], phrase: readonly string[], at: number): boolean => phrase.every((word, i) => words[at + i] === word)

/** Whether a text begins with the words of a phrase, however they are capitalised. */
export const beginsWith = (text: string, phrase: string): boolean => within(wordsOf(text), wordsOf(phrase), 0)

const bare = (text: string): string => text.normalize('NFD').replace(/\p{M}+/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D')

/**
 * The first of these phrases that a text holds as whole words, also when it is typed without any marks; undefined for none. What it begins with is left out: in "Hộ kinh
 * doanh Nghiệp Dư" nobody reads "doanh nghiệp".
 */
export function phraseIn(text: string, phrases: readonly string[], beginning = ''): string | undefined {
  const words = wordsOf(text).slice(beginsWith(text, beginning) ? wordsOf(beginning).length : 0)
  return phrases.find((phrase) => [wordsOf(phrase), wordsOf(bare(phrase))].some((each) => words.some((_, at) => within(words, each, at))))
}
