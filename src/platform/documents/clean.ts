import type { Coverage } from './font.ts'

/** What stands for a character that the font cannot draw. */
export const placeholder = '□'

// variation selectors choose between drawings of a character; alone they draw nothing
const invisible = /[\p{Cc}\p{Cf}\p{Variation_Selector}]/gu
const lineBreak = /\r\n?|[\v\f\u0085\u2028\u2029]/g

/**
 * A text as it may stand on a document. Unicode form C (decomposed accents would be drawn beside their letter); every line end is `\n`, a tab is
 * a space; control, zero-width and bidirectional characters go, because they change what is read without being seen.
 *
 * A character that the font lacks becomes `□` and its code point is put into `missing`: a document must always be made, even for a name in a
 * script that nobody foresaw, and a reader must see that something is not there. The caller logs code points, never the text. Spaces of other
 * kinds become a plain space.
 */
export function cleanText(text: string, covered: Coverage, missing: Set<string>): string {
  const plain = text.toWellFormed().normalize('NFC').replace(lineBreak, '\n').replaceAll('\t', ' ').replace(invisible, (found) => (found === '\n' ? found : ''))
  let clean = ''
  for (const character of plain) {
    const code = character.codePointAt(0) ?? 0
    if (covered.has(code) || character === '\n') clean += character
    else if (/\p{Zs}/u.test(character)) clean += ' '
    else {
      missing.add(`U+${code.toString(16).toUpperCase().padStart(4, '0')}`)
      clean += placeholder
    }
  }
  return clean
}

/** Cleans every string of a JSON document, however deep; keys stay as they are. Returns JSON and the code points that the font lacks. */
export function cleanJson(json: string, covered: Coverage): { json: string; missing: string[] } {
  const missing = new Set<string>()
  const clean = JSON.stringify(JSON.parse(json), (_key, value: unknown) => (typeof value === 'string' ? cleanText(value, covered, missing) : value))
  return { json: clean, missing: [...missing] }
}
