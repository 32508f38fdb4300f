import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8')

/** The colours of a theme, by role. */
function coloursOf(selector: string): Map<string, string> {
  const block = css.split('\n}').find((part) => part.includes(`${selector} {`) && part.includes('color-scheme'))
  if (!block) throw new Error(`no theme ${selector}`)
  return new Map([...block.matchAll(/--([\w-]+): (#[\da-f]{6});/g)].map((match) => [match[1] ?? '', match[2] ?? '']))
}

const paper = coloursOf(":root, [data-theme='paper']")
const lacquer = coloursOf("[data-theme='then']")

/** Relative luminance and contrast, WCAG 2.2. */
const luminance = (hex: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
const contrast = (a: string, b: string): number => {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((one, other) => one - other)
  return (light + 0.05) / (dark + 0.05)
}

const states = ['new', 'doing', 'paused', 'near', 'late', 'done', 'stopped']
/** text and its ground */
const texts: [string, string][] = [
  ...['paper', 'surface', 'sunk'].flatMap((ground): [string, string][] => ['ink', 'ink-2', 'ink-3', 'act', 'act-hover', 'late', 'near', 'done'].map((ink) => [ink, ground])),
  ...['ink', 'ink-2', 'act'].flatMap((ink): [string, string][] => ['act-tint', 'late-tint', 'near-tint'].map((ground) => [ink, ground])),
  ...states.map((state): [string, string] => [state, `${state}-tint`]),
  ['act-ink', 'act'], ['act-ink', 'act-hover'], ['seal', 'surface'], ['seal-ink', 'seal'], ['plate-ink', 'plate'], ['near-on', 'near-fill'], ['late-on', 'late-fill'],
  ['done-on', 'done'], ['error', 'surface'], ['error', 'paper'], ['focus-text', 'focus-out'], ['paper', 'ink'],
]
/** borders of controls, shapes and marks with their ground */
const marks: [string, string][] = [
  ...['paper', 'surface', 'sunk'].flatMap((ground): [string, string][] => [['line-strong', ground], ['act', ground], ['error', ground], ['ink', ground]]),
  ['d1', 'surface'], ['late-fill', 'surface'], ['plate-rim', 'plate'],
]

describe.each([['paper', paper], ['lacquer', lacquer]] as const)('the colours of %s', (_name, colours) => {
  const of = (role: string): string => {
    const found = colours.get(role)
    if (found === undefined) throw new Error(`no colour --${role}`)
    return found
  }
  it.each(texts)('%s can be read on %s', (ink, ground) => expect(contrast(of(ink), of(ground))).toBeGreaterThanOrEqual(4.5))
  it.each(marks)('%s can be seen on %s', (mark, ground) => expect(contrast(of(mark), of(ground))).toBeGreaterThanOrEqual(3))
  it('shows the focus on any ground: ink or gold', () => {
    for (const ground of ['paper', 'surface', 'sunk', 'act', 'late-tint', 'ink']) expect(Math.max(contrast(of('focus-in'), of(ground)), contrast(of('focus-out'), of(ground)))).toBeGreaterThanOrEqual(3)
  })
})

describe('the two themes', () => {
  it('have the same roles', () => expect([...lacquer.keys()]).toEqual([...paper.keys()]))
  it('measures contrast rightly', () => expect([contrast('#000000', '#ffffff'), contrast('#777777', '#ffffff')].map((ratio) => ratio.toFixed(2))).toEqual(['21.00', '4.48']))
})
