/** The code points that a font can draw. */
export type Coverage = ReadonlySet<number>

const unicodeTables = [[3, 1], [0, 3], [0, 4]] as const

/**
 * Reads which code points of the Basic Multilingual Plane a TrueType font draws, from its `cmap` table (format 4, the only one our font has).
 * The typesetter replaces what a font lacks without a word, so the answer must come from the font itself. Throws an Error on anything else.
 */
export function coverageOf(font: Uint8Array): Coverage {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const cmap = tableOffset(view, 'cmap')
  for (const [platform, encoding] of unicodeTables) {
    for (let i = 0; i < view.getUint16(cmap + 2); i++) {
      const record = cmap + 4 + 8 * i
      if (view.getUint16(record) !== platform || view.getUint16(record + 2) !== encoding) continue
      const table = cmap + view.getUint32(record + 4)
      if (view.getUint16(table) === 4) return segments(view, table)
    }
  }
  throw new Error('the font has no cmap of format 4')
}

/** What every one of these fonts can draw: regular, bold and italic must agree, for a name may stand in any of them. */
export function sharedCoverage(fonts: readonly Uint8Array[]): Coverage {
  const [first = new Set<number>(), ...others] = fonts.map(coverageOf)
  return new Set([...first].filter((code) => others.every((other) => other.has(code))))
}

function tableOffset(view: DataView, tag: string): number {
  for (let i = 0; i < view.getUint16(4); i++) {
    const record = 12 + 16 * i
    if ([0, 1, 2, 3].every((at) => view.getUint8(record + at) === tag.charCodeAt(at))) return view.getUint32(record + 8)
  }
  throw new Error(`the font has no ${tag} table`)
}

/** Format 4: parallel arrays of end, start, delta and offset for each segment; glyph 0 is "missing". */
function segments(view: DataView, table: number): Coverage {
  const covered = new Set<number>()
  const twice = view.getUint16(table + 6)
  for (let at = 0; at < twice; at += 2) {
    const end = view.getUint16(table + 14 + at)
    const start = view.getUint16(table + 16 + twice + at)
    const delta = view.getUint16(table + 16 + 2 * twice + at)
    const place = table + 16 + 3 * twice + at
    const offset = view.getUint16(place)
    for (let code = start; code <= end && code < 0xffff; code++) {
      const stored = offset === 0 ? code : view.getUint16(place + offset + 2 * (code - start))
      if (stored !== 0 && ((stored + delta) & 0xffff) !== 0) covered.add(code)
    }
  }
  return covered
}
