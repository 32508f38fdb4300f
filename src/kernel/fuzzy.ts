import { nfc } from './text.ts'
import { type Doc, type SearchIndex, rarity, slipsOf } from './fuzzy-index.ts'
import { respace } from './fuzzy-spacing.ts'
import { type Token, accentKey, soundKey, tokenize, trigrams, withoutTypingMarks } from './fuzzy-words.ts'

export { type SearchEntry, type SearchIndex, buildIndex } from './fuzzy-index.ts'

/** A find. `highlight` holds [start, end) ranges of the matched words in the NFC form of the title, empty when an alias matched. */
export type SearchHit = { id: string; title: string; score: number; highlight: [number, number][] }

/** One word of the query: how alike each known word is (0..1), and how much finding it says. */
type Slot = { alike: Map<number, number>; weight: number; accented: string | undefined }

const learn = (slot: Map<number, number>, word: number, alike: number): void => {
  if (alike > (slot.get(word) ?? 0)) slot.set(word, alike)
}

/** A slip in a long word says less about the word than a slip in a short one: `ca` could be anything. */
const slipLikeness = (length: number): number => [0, 0, 0.35, 0.55, 0.7, 0.78][length] ?? 0.82

const firstFrom = (sorted: readonly string[], prefix: string): number => {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? '') < prefix) low = middle + 1
    else high = middle
  }
  return low
}

const learnPrefix = (index: SearchIndex, alike: Map<number, number>, prefix: string): void => {
  for (let i = firstFrom(index.sorted, prefix); index.sorted[i]?.startsWith(prefix); i += 1) {
    const word = index.sorted[i] ?? ''
    learn(alike, index.vocabulary.get(word) ?? 0, 0.7 + (0.25 * prefix.length) / word.length)
  }
}

const slotOf = (index: SearchIndex, token: Token, last: boolean): Slot => {
  const alike = new Map<number, number>()
  const exact = index.vocabulary.get(token.folded)
  const meant = withoutTypingMarks(token.folded)
  // A known word may still be a slip for another one, but that is the less likely reading.
  const doubt = exact === undefined ? 1 : 0.7
  for (const id of slipsOf(index, token.folded)) learn(alike, id, doubt * slipLikeness(token.folded.length))
  for (const id of index.sounds.get(soundKey(token.folded)) ?? []) learn(alike, id, doubt * 0.85)
  if (meant !== undefined) {
    for (const id of slipsOf(index, meant)) learn(alike, id, doubt * 0.9 * slipLikeness(meant.length))
    const id = index.vocabulary.get(meant)
    if (id !== undefined) learn(alike, id, exact === undefined ? 0.97 : 0.75)
  }
  if (last) learnPrefix(index, alike, token.folded)
  if (exact !== undefined) alike.set(exact, 1)
  return { alike, weight: weightOf(index, exact, alike), accented: token.raw === token.folded ? undefined : accentKey(token.raw) }
}

const weightOf = (index: SearchIndex, exact: number | undefined, alike: Map<number, number>): number => {
  if (exact !== undefined) return index.idf[exact] ?? 0
  const most = Math.max(0, ...alike.values())
  let sum = 0
  let count = 0
  for (const [id, likeness] of alike) {
    if (likeness < most * 0.95) continue
    sum += index.idf[id] ?? 0
    count += 1
  }
  return count > 0 ? sum / count : rarity(index.docs.length, Math.max(1, index.docs.length / 20))
}

const longestQuery = 300
const mostWords = 48
const share = { words: 0.55, grams: 0.3, cover: 0.15 }
const leastScore = 0.34
const bonus = { accents: 0.12, phrase: 0.05 }

const wordScores = (index: SearchIndex, slots: readonly Slot[]): Float64Array => {
  const scores = new Float64Array(index.docs.length)
  const best = new Float64Array(index.docs.length)
  const total = slots.reduce((sum, slot) => sum + slot.weight, 0) || 1
  for (const slot of slots) {
    best.fill(0)
    for (const [word, alike] of slot.alike) {
      for (const doc of index.postings[word] ?? []) if (alike > (best[doc] ?? 0)) best[doc] = alike
    }
    for (let doc = 0; doc < best.length; doc += 1) scores[doc] = (scores[doc] ?? 0) + ((best[doc] ?? 0) * slot.weight) / total
  }
  return scores
}

const gramScores = (index: SearchIndex, tokens: readonly Token[]): Float64Array => {
  const scores = new Float64Array(index.docs.length)
  let total = 0
  const unknown = rarity(index.docs.length, 1)
  for (const gram of trigrams(tokens.map((token) => withoutTypingMarksIfUnknown(index, token.folded)))) {
    const found = index.grams.get(gram)
    total += found ? found.idf : unknown / 2
    if (found) for (const doc of found.docs) scores[doc] = (scores[doc] ?? 0) + found.idf
  }
  if (total > 0) for (let doc = 0; doc < scores.length; doc += 1) scores[doc] = (scores[doc] ?? 0) / total
  return scores
}

const withoutTypingMarksIfUnknown = (index: SearchIndex, word: string): string =>
  index.vocabulary.has(word) ? word : (withoutTypingMarks(word) ?? word)

type Match = { cover: number; accents: number; highlight: [number, number][] }

/** How much of the title the query spoke of, whether accents that were typed agree, and where. */
const matchOf = (index: SearchIndex, doc: Doc, slots: readonly Slot[]): Match => {
  const covered = new Map<number, number>()
  const ranges: [number, number][] = []
  let agreed = 0
  let accented = 0
  for (const slot of slots) {
    const best = Math.max(0, ...doc.words.map((word) => slot.alike.get(word) ?? 0))
    if (best < 0.5) continue
    doc.words.forEach((word, i) => {
      const token = doc.tokens[i]
      if ((slot.alike.get(word) ?? 0) < best || !token) return
      learn(covered, word, best)
      ranges.push([token.start, token.end])
    })
    if (slot.accented === undefined) continue
    accented += slot.weight
    if (doc.accents.has(slot.accented)) agreed += slot.weight
  }
  let cover = 0
  for (const [word, alike] of covered) cover += alike * (index.idf[word] ?? 0)
  return { cover: doc.weight > 0 ? cover / doc.weight : 0, accents: accented > 0 ? agreed / accented - 0.5 : 0, highlight: joinRanges(ranges) }
}

/** The title of the entry that a text is another name of: it was written into the index right before its aliases. Found by another name, the words that were typed may stand in it too. */
const titleOf = (index: SearchIndex, id: number): Doc => {
  let at = id
  while (index.docs[at]?.alias) at -= 1
  return index.docs[at] as Doc
}

const joinRanges = (ranges: [number, number][]): [number, number][] => {
  const joined: [number, number][] = []
  for (const [start, end] of ranges.sort((a, b) => a[0] - b[0])) {
    const last = joined.at(-1)
    if (last && start <= last[1] + 1) last[1] = Math.max(last[1], end)
    else joined.push([start, end])
  }
  return joined
}

/**
 * The entries that a query most likely means, best first. Accents are not needed; where they are typed they count. Forgives a missing,
 * extra, replaced or swapped letter in every word, letters and digits left behind by Telex and VNI, spaces missing, extra or in the
 * wrong place, spelling by sound, and any order of words; the last word may be unfinished. Words that are in every title say little.
 * Scores are comparable within one answer only. Nothing that resembles the query gives an empty answer.
 */
export function search(index: SearchIndex, query: string, limit = 10): SearchHit[] {
  const text = query.slice(0, longestQuery)
  const typing = /[\p{L}\p{N}\p{M}]$/u.test(text)
  const written = tokenize(text).slice(0, mostWords)
  if (written.length === 0 || index.docs.length === 0) return []
  const tokens = respace(index, written, typing)
  const slots = tokens.map((token, i) => slotOf(index, token, typing && i === tokens.length - 1))
  const letters = written.map((token) => token.folded).join('')
  const byWords = wordScores(index, slots)
  const byGrams = gramScores(index, written)
  const rough = index.docs.map((_, doc) => ({ doc, score: share.words * (byWords[doc] ?? 0) + share.grams * (byGrams[doc] ?? 0) }))
  const most = rough.reduce((max, { score }) => Math.max(max, score), 0)
  const near = rough.filter(({ score }) => score > 0 && score >= most - share.cover - bonus.accents - bonus.phrase).sort((a, b) => b.score - a.score)
  const found = new Map<number, SearchHit>()
  for (const { doc: id, score } of near.slice(0, Math.max(60, limit * 3))) {
    const doc = index.docs[id]
    const entry = doc && index.entries[doc.entry]
    if (!doc || !entry) continue
    const match = matchOf(index, doc, slots)
    const phrase = doc.letters.includes(letters) ? bonus.phrase : 0
    const total = score + share.cover * match.cover + bonus.accents * match.accents + phrase
    if (total < leastScore || total <= (found.get(doc.entry)?.score ?? 0)) continue
    found.set(doc.entry, { id: entry.id, title: nfc(entry.title), score: total, highlight: doc.alias ? matchOf(index, titleOf(index, id), slots).highlight : match.highlight })
  }
  return [...found.values()].sort((a, b) => b.score - a.score || a.title.length - b.title.length).slice(0, limit)
}
