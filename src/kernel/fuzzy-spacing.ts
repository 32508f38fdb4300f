import { type SearchIndex, known, rarity, slipsOf } from './fuzzy-index.ts'
import { type Token, cutIntoWords } from './fuzzy-words.ts'

const bare = (word: string): Token => ({ raw: word, folded: word, start: 0, end: 0 })

type Cost = (word: string) => number | undefined

/** Frequent words are cheap; a single letter is a word only when nothing else will do. */
const knownCost =
  (index: SearchIndex): Cost =>
  (word) => {
    const id = index.vocabulary.get(word)
    return id === undefined ? undefined : 3 + rarity(index.docs.length, index.postings[id]?.length ?? 1) + (word.length < 2 ? 8 : 0)
  }

/** As `knownCost`, and dearly lets a stretch stand that is no word, so that one slip does not spoil the cut of all the rest. */
const anyCost = (index: SearchIndex): Cost => {
  const cost = knownCost(index)
  return (word) => cost(word) ?? (word.length < 2 ? undefined : 12 + 2 * word.length)
}

/** What two neighbours were when the space between them is wrong; undefined when both may stay. */
const mend = (index: SearchIndex, a: string, b: string): string[] | undefined => {
  if (known(index, a) && known(index, b)) return undefined
  if (index.vocabulary.has(a + b)) return [a + b]
  const cut = a.length + b.length > 4 ? cutIntoWords(a + b, knownCost(index)) : undefined
  return cut && cut.length === 2 && cut.every((word) => word.length > 1) ? cut : undefined
}

const cutUp = (index: SearchIndex, word: string): string[] | undefined => {
  if (word.length < 4 || known(index, word)) return undefined
  const slips = slipsOf(index, word).length > 0
  if (slips && word.length <= 6) return undefined
  const cut = cutIntoWords(word, knownCost(index))
  if (cut && cut.filter((piece) => piece.length < 2).length * 3 <= cut.length) return cut
  return slips || word.length < 6 ? undefined : cutIntoWords(word, anyCost(index))
}

/** Puts spaces where they belong: joins `xa c` to `xac`, cuts `tinhtrang`, moves the one in `tin htrang`. */
export const respace = (index: SearchIndex, tokens: readonly Token[], typing: boolean): Token[] => {
  const result: Token[] = []
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i]
    const next = tokens[i + 1]
    if (!token) continue
    // An unfinished last word is unknown for a good reason.
    const unfinished = typing && i + 2 === tokens.length && known(index, token.folded)
    const mended = next && !unfinished ? mend(index, token.folded, next.folded) : undefined
    const cut = mended ?? cutUp(index, token.folded)
    if (mended) i += 1
    if (cut) result.push(...cut.map(bare))
    else result.push(token)
  }
  return result
}
