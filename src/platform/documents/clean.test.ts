import { describe, expect, it } from 'vitest'
import { cleanJson, cleanText } from './clean.ts'

const covered = new Set([...' abcxyzABC\u00a0éđựƠ□"<>/.'].map((character) => character.codePointAt(0)!))

describe('texts that may stand on a document', () => {
  it.each<[string, string, string, string[]]>([
    ['plain text stays', 'abc đ', 'abc đ', []],
    ['decomposed accents are composed', 'đu\u031b\u0323 e\u0301', 'đự é', []],
    ['Windows and old Mac line ends are line ends', 'a\r\nb\rc', 'a\nb\nc', []],
    ['Unicode line and paragraph separators are line ends', 'a\u2028b\u2029c\u0085x\vy\fz', 'a\nb\nc\nx\ny\nz', []],
    ['a tab is a space', 'a\tb', 'a b', []],
    ['control characters go', 'a\u0000\u0007\u001bb\u007fc\u009f', 'abc', []],
    ['right-to-left override goes', 'a\u202ecba\u202c', 'acba', []],
    ['isolates and marks go', '\u2066a\u2069\u200e\u200f\u061cb', 'ab', []],
    ['zero-width characters, soft hyphen and byte-order mark go', '\ufeffa\u200b\u200c\u200d\u2060b\u00adc', 'abc', []],
    ['tag characters and variation selectors go', 'a\u{e0041}\ufe0f\u{e0100}b', 'ab', []],
    ['a no-break space that the font has stays', 'a\u00a0b', 'a\u00a0b', []],
    ['other spaces are plain ones', 'a\u2003b\u3000c', 'a b c', []],
    ['what the font lacks is a box, once for each, and is named', 'a中文中😀', 'a□□□□', ['U+4E2D', 'U+6587', 'U+1F600']],
    ['half a surrogate pair is a box', 'a\ud800b', 'a□b', ['U+FFFD']],
    ['private use is a box', '\ue000', '□', ['U+E000']],
  ])('%s', (_name, given, expected, named) => {
    const missing = new Set<string>()
    expect(cleanText(given, covered, missing)).toBe(expected)
    expect([...missing]).toEqual(named)
    expect(cleanText(expected, covered, new Set())).toBe(expected)
  })

  it('cleans a document however deep, and nothing but its strings', () => {
    const given = { a: ['x\u202e', { b: 'e\u0301' }], n: 1.5, t: true, z: null, 'k\u200b': '中' }
    const { json, missing } = cleanJson(JSON.stringify(given), covered)
    expect(JSON.parse(json)).toEqual({ a: ['x', { b: 'é' }], n: 1.5, t: true, z: null, 'k\u200b': '□' })
    expect(missing).toEqual(['U+4E2D'])
  })
})
