import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { coverageOf, sharedCoverage } from './font.ts'

const { resolve } = createRequire(import.meta.url)
const faces = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic']
const fonts = faces.map((face) => new Uint8Array(readFileSync(resolve(`@expo-google-fonts/tinos/${face}/Tinos_${face}.ttf`))))
const covered = sharedCoverage(fonts)

const tones = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323']
const vietnamese = ['đ', ...[...'aăâeêioôơuưy'].flatMap((vowel) => tones.map((tone) => (vowel + tone).normalize('NFC')))]

describe('what the font can draw', () => {
  it('draws every Vietnamese letter in every face, as one glyph', () => {
    const letters = [...vietnamese, ...vietnamese.map((letter) => letter.toUpperCase())]
    expect(letters).toHaveLength(146)
    expect(letters.filter((letter) => [...letter].length !== 1 || !covered.has(letter.codePointAt(0)!))).toEqual([])
  })
  it.each([...'–—“”‘’…•§%₫·□−×²'])('draws %s, which our texts use', (character) => expect(covered.has(character.codePointAt(0)!)).toBe(true))
  it.each([...'☐☑☒✓中ง😀', '\uf8ff'])('knows that it cannot draw %s', (character) => expect(covered.has(character.codePointAt(0)!)).toBe(false))
  it('counts as covered only what all faces draw', () => {
    const [regular, italic] = fonts.map(coverageOf)
    expect([...covered].every((code) => regular!.has(code) && italic!.has(code))).toBe(true)
    expect(covered.size).toBeGreaterThan(1000)
    expect(covered.has(0xffff)).toBe(false)
  })
  it.each([
    ['nothing', new Uint8Array(64), 'no cmap table'],
    ['half a font', fonts[0]!.slice(0, 40), 'outside the bounds'],
  ])('refuses %s', (_name, bytes, message) => expect(() => coverageOf(bytes)).toThrow(message))
})
