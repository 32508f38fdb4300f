import { inflateSync } from 'node:zlib'

/** A piece of text in one font; `x` and `y` in points from the lower left corner of the page. */
export type Run = { x: number; y: number; text: string }
/** `text` in the order of the document, with a line end wherever the height changes; no-break spaces as spaces. */
export type ReadPage = { width: number; runs: Run[]; text: string }
export type ReadPdf = { pages: ReadPage[]; title: string; created: string; language: string; tagged: boolean }

type PdfObject = { dictionary: string; stream: string | undefined }
type Objects = Map<number, PdfObject>

/**
 * Reads back what a PDF of this program says, as a reader would copy it: through the fonts' ToUnicode tables. It knows the PDFs our compiler
 * writes (cross-reference table, Flate streams) and no others. Tests look at documents through it. Throws an Error on anything else.
 */
export function readPdf(bytes: Uint8Array): ReadPdf {
  const file = Buffer.from(bytes).toString('latin1')
  const objects = readObjects(file)
  const trailer = file.slice(file.lastIndexOf('trailer'))
  const catalog = objectOf(objects, trailer, 'Root')
  const information = objectOf(objects, trailer, 'Info').dictionary
  return {
    pages: pagesOf(objects, objectOf(objects, catalog.dictionary, 'Pages')).map((page) => readPage(objects, page)),
    title: stringAfter(information, '/Title'),
    created: stringAfter(information, '/CreationDate'),
    language: stringAfter(catalog.dictionary, '/Lang'),
    tagged: /\/Marked true/.test(catalog.dictionary) && catalog.dictionary.includes('/StructTreeRoot'),
  }
}

/** Objects by number, through the cross-reference table: binary streams may hold anything, also words that look like objects. */
function readObjects(file: string): Objects {
  if (!file.startsWith('%PDF-') || !file.trimEnd().endsWith('%%EOF')) throw new Error('not a whole PDF')
  const table = file.slice(Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(file)?.[1]))
  if (!table.startsWith('xref')) throw new Error('no cross-reference table')
  const objects: Objects = new Map()
  for (const [, offset] of table.matchAll(/(\d{10}) \d{5} n/g)) {
    const start = Number(offset)
    const number = Number(/^\d+/.exec(file.slice(start, start + 12))?.[0])
    const end = file.indexOf('endobj', start)
    const streamAt = file.indexOf('stream\n', start)
    if (streamAt < 0 || streamAt > end) {
      objects.set(number, { dictionary: file.slice(start, end), stream: undefined })
      continue
    }
    const dictionary = file.slice(start, streamAt)
    const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1])
    const raw = file.slice(streamAt + 7, streamAt + 7 + length)
    const stream = dictionary.includes('/FlateDecode') ? inflateSync(Buffer.from(raw, 'latin1')).toString('latin1') : raw
    objects.set(number, { dictionary, stream })
  }
  return objects
}

function objectOf(objects: Objects, dictionary: string, key: string): PdfObject {
  const number = Number(new RegExp(`/${key} (\\d+) 0 R`).exec(dictionary)?.[1])
  const found = objects.get(number)
  if (!found) throw new Error(`no ${key}`)
  return found
}

function pagesOf(objects: Objects, node: PdfObject): PdfObject[] {
  if (!/\/Type \/Pages\b/.test(node.dictionary)) return [node]
  const kids = /\/Kids \[([^\]]*)\]/.exec(node.dictionary)?.[1] ?? ''
  return [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, number]) => {
    const kid = objects.get(Number(number))
    return kid ? pagesOf(objects, kid) : []
  })
}

function readPage(objects: Objects, page: PdfObject): ReadPage {
  const resources = page.dictionary.includes('/Resources <<') ? page.dictionary : objectOf(objects, page.dictionary, 'Resources').dictionary
  const fontDictionary = /\/Font <<([^>]*)>>/.exec(resources)?.[1] ?? ''
  const fonts = new Map<string, Map<number, string>>()
  for (const [, name = '', number] of fontDictionary.matchAll(/\/(\w+) (\d+) 0 R/g)) {
    fonts.set(name, unicodeOf(objectOf(objects, objects.get(Number(number))?.dictionary ?? '', 'ToUnicode').stream ?? ''))
  }
  const runs = readRuns(objectOf(objects, page.dictionary, 'Contents').stream ?? '', fonts)
  const text = runs.map((run, i) => (Math.abs(run.y - (runs[i - 1] ?? run).y) > 0.5 ? `\n${run.text}` : run.text)).join('').replaceAll('\u00a0', ' ')
  return { width: Number(/\/MediaBox \[\S+ \S+ (\S+)/.exec(page.dictionary)?.[1]), runs, text }
}

const utf16 = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le')

/** The characters of each glyph of a font. */
function unicodeOf(cmap: string): Map<number, string> {
  const characters = new Map<number, string>()
  for (const [, block = ''] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, glyph = '', hex = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>/g)) characters.set(Number.parseInt(glyph, 16), utf16(hex))
  }
  for (const [, block = ''] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from = '', to = '', hex = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g)) {
      const first = Number.parseInt(from, 16)
      for (let glyph = first; glyph <= Number.parseInt(to, 16); glyph++) characters.set(glyph, String.fromCodePoint(Number.parseInt(hex, 16) + glyph - first))
    }
  }
  return characters
}

const token = /(-?[\d.]+) (-?[\d.]+) cm\b|\/(\w+) [\d.]+ Tf\b|\(|<([0-9A-Fa-f]+)>(?!>)|\bBT\b|\bET\b/g

/** Walks over a page's operators: the last matrix says where, the last font says which table, strings between BT and ET say what. */
function readRuns(content: string, fonts: Map<string, Map<number, string>>): Run[] {
  const runs: Run[] = []
  let font = new Map<number, string>()
  let at = { x: 0, y: 0 }
  let text = ''
  let drawing = false
  token.lastIndex = 0
  for (let match = token.exec(content); match; match = token.exec(content)) {
    const [whole, x, y, name, hex] = match
    if (x !== undefined) at = { x: Number(x), y: Number(y) }
    else if (name !== undefined) font = fonts.get(name) ?? new Map<number, string>()
    else if (hex !== undefined) text += drawing ? decode(Buffer.from(hex, 'hex'), font) : ''
    else if (whole === '(') {
      const [bytes, end] = literal(content, token.lastIndex)
      token.lastIndex = end
      text += drawing ? decode(Buffer.from(bytes, 'latin1'), font) : ''
    } else {
      if (text !== '') runs.push({ ...at, text })
      text = ''
      drawing = whole === 'BT'
    }
  }
  return runs
}

function decode(bytes: Buffer, font: Map<number, string>): string {
  let text = ''
  for (let i = 0; i + 1 < bytes.length; i += 2) text += font.get(bytes.readUInt16BE(i)) ?? ''
  return text
}

const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

/** A literal string from the character after its `(`: its bytes and where it ends. Parentheses may be nested, or escaped. */
function literal(content: string, start: number): [string, number] {
  let bytes = ''
  let depth = 1
  for (let i = start; i < content.length; i++) {
    const character = content.charAt(i)
    if (character === '\\') {
      const octal = /^[0-7]{1,3}/.exec(content.slice(i + 1, i + 4))?.[0]
      const next = content[i + 1] ?? ''
      bytes += octal === undefined ? (escapes[next] ?? next) : String.fromCharCode(Number.parseInt(octal, 8))
      i += octal?.length ?? 1
      continue
    }
    if (character === '(') depth += 1
    if (character === ')') depth -= 1
    if (depth === 0) return [bytes, i + 1]
    bytes += character
  }
  throw new Error('a string without an end')
}

/** The text string after a key: literal, or UTF-16 in hexadecimal. */
function stringAfter(dictionary: string, key: string): string {
  const rest = dictionary.split(`${key} `)[1] ?? ''
  const hex = /^<FEFF(\w*)>/.exec(rest)?.[1]
  if (hex !== undefined) return utf16(hex)
  return rest.startsWith('(') ? literal(rest, 1)[0] : ''
}
