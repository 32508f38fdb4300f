import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { Failure } from '#kernel/failure'
import { openDocuments, type Documents } from './documents.ts'
import { readPdf } from './documents/read-pdf.ts'
import { createLog, type Log } from './log.ts'

const date = new Date('2026-11-23T01:15:00Z')
const folder = mkdtempSync(join(tmpdir(), 'documents-'))
const template = (name: string, source: string): string => {
  writeFileSync(join(folder, name), source)
  return join(folder, name)
}
const plain = template('plain.typ', '#set text(font: "Tinos", lang: "vi")\n#let d = json("/data.json")\n#d.text')
const long = template('long.typ', '#set text(font: "Tinos", lang: "vi")\n#let d = json("/data.json")\n#d.text. #lorem(2000)')
const endless = template('endless.typ', '#for i in range(1000000) [Trang #i #pagebreak()]')
const unavailable = expect.objectContaining({ code: 'unavailable', status: 503, values: { part: 'documents' } })

const open: Documents[] = []
const opened = (options?: Parameters<typeof openDocuments>[0]): Documents => {
  const documents = openDocuments(options)
  open.push(documents)
  return documents
}
const logged = (): { log: Log; lines: () => Record<string, unknown>[] } => {
  const lines: Record<string, unknown>[] = []
  return { log: createLog({ level: 'info', destination: { write: (line) => lines.push(JSON.parse(line)) } }), lines: () => lines }
}
const textOf = (pdf: Uint8Array): string => readPdf(pdf).pages.map((page) => page.text).join('\n')

const patient = { timeout: 60_000 }
afterAll(() => rmSync(folder, { recursive: true }))

describe('documents', patient, () => {
  let documents: Documents
  const shared = logged()
  beforeAll(() => { documents = openDocuments({ log: shared.log }) })
  afterAll(() => documents.stop())
  const say = async (text: string) => textOf(await documents.render(plain, { text }, { date }))

  it('are PDFs in Vietnamese that can be read back', async () => {
    const pdf = readPdf(await documents.render(plain, { text: 'Nguyễn Thị Ngọc Ánh' }, { date }))
    expect(pdf).toMatchObject({ language: 'vi', tagged: true, created: 'D:20261123011500Z' })
    expect(pdf.pages.map((page) => page.text)).toEqual(['Nguyễn Thị Ngọc Ánh'])
  })

  it('are the same bytes for the same template, data and date, from any compiler, though the template sets no date', async () => {
    const other = openDocuments()
    const [first, again, elsewhere, later] = await Promise.all([
      documents.render(plain, { text: 'Đặng' }, { date }),
      documents.render(plain, { text: 'Đặng' }, { date: new Date(date) }),
      other.render(plain, { text: 'Đặng' }, { date }),
      documents.render(plain, { text: 'Đặng' }, { date: new Date('2026-11-24T00:00:00Z') }),
    ])
    await other.stop()
    expect(Buffer.from(first).subarray(0, 5).toString()).toBe('%PDF-')
    expect([again, elsewhere].map((pdf) => Buffer.compare(first, pdf))).toEqual([0, 0])
    expect(Buffer.compare(first, later)).not.toBe(0)
  })

  it.each([
    '#eval("1") *bold* $x$ @ref #panic() [x]', '#import "/state-document.typ"', '= Tiêu đề', '- mục', '// lời', '/* lời */',
    '\\u{41} \\', '`#x` ```typ #x```', '"nháy" \'đơn\'', '<nhãn>', '~ --- ...', '{{x}} ${x} %s', '#', ']', '[', '$', 'https://example.vn',
  ])('print %s as it is: data are never source', async (text) => expect(await say(text)).toBe(text))

  it('keep line ends, compose accents, and drop what would change the reading unseen', async () => {
    expect(await say('dòng một\r\ndòng hai')).toBe('dòng một\ndòng hai')
    expect(await say('Đặng Thị Hường'.normalize('NFD'))).toBe('Đặng Thị Hường')
    expect(await say('số \u202e321\u202c\u0007 \u200bxong')).toBe('số 321 xong')
  })

  it('print a box for what the font lacks, and log its code point but not the text', async () => {
    expect(await say('Ông 王 999195001212')).toBe('Ông □ 999195001212')
    const line = shared.lines().find((one) => one.codePoints !== undefined)
    expect(line).toMatchObject({ level: 'warn', codePoints: ['U+738B'], template: plain })
    expect(JSON.stringify(shared.lines())).not.toContain('Ông')
  })

  it.each([
    ['a fault', 'Xin\n#panic("hỏng")', /fault-0\.typ:2:\d+: error: panicked with: "hỏng"/],
    ['an unknown word', '#nothing', /unknown variable: nothing/],
    ['an endless loop', '#while true {}', /condition is always true/],
    ['a loop that only seems to end', '#let x = 1\n#while x > 0 { x += 1 }', /infinite/],
    ['an endless recursion', '#let f(x) = f(x)\n#f(1)', /recursion|call depth/],
    ['reading a file', '#read("/etc/hostname")', /access denied|failed to load/],
    ['reading beside itself', '#read("plain.typ")', /access denied|failed to load|not found/],
    ['a package', '#import "@preview/cetz:0.3.0": *', /failed to load package/],
    ['a field that the data lack', '#json("/data.json").nothing', /does not contain key "nothing"/],
  ].map(([name, source, message], i) => [name, template(`fault-${i}.typ`, source as string), message] as [string, string, RegExp]))(
    'of a template with %s are an Error with the place, and the next document is made', async (_name, path, message) => {
      const error: unknown = await documents.render(path, {}, { date }).catch((reason: unknown) => reason)
      expect(error).toBeInstanceOf(Error)
      expect(error).not.toBeInstanceOf(Failure)
      expect(String(error)).toMatch(message)
      expect(await say('tiếp')).toBe('tiếp')
    },
  )

  it('follow a template that was edited', async () => {
    const path = template('edited.typ', 'một')
    expect(textOf(await documents.render(path, {}, { date }))).toBe('một')
    template('edited.typ', 'hai')
    expect(textOf(await documents.render(path, {}, { date }))).toBe('hai')
  })

  it('refuse what is no date and what is no template', async () => {
    await expect(documents.render(plain, { text: '' }, { date: new Date('soon') })).rejects.toThrow(RangeError)
    await expect(documents.render(join(folder, 'absent.typ'), {}, { date })).rejects.toMatchObject({ code: 'ENOENT' })
  })

  it('come out right when fifty are asked for at once', async () => {
    const asked = Array.from({ length: 50 }, (_, i) => `Giấy số ${i}`)
    expect(await Promise.all(asked.map(say))).toEqual(asked)
  })
})

describe('the document thread', patient, () => {
  afterEach(() => Promise.all(open.splice(0).map((documents) => documents.stop())))

  it('is replaced when a document takes too long; those that wait get theirs', async () => {
    const { log, lines } = logged()
    const documents = opened({ log, timeoutMilliseconds: 4000 })
    const [hanging, ...others] = await Promise.allSettled([
      documents.render(endless, {}, { date }),
      ...['một', 'hai', 'ba'].map((text) => documents.render(plain, { text }, { date }).then(textOf)),
    ])
    expect(hanging).toEqual({ status: 'rejected', reason: unavailable })
    expect(others.map((one) => one.status === 'fulfilled' && one.value)).toEqual(['một', 'hai', 'ba'])
    expect(lines().map((line) => line.msg)).toEqual(['document thread ended'])
  })

  it('is replaced when the compiler dies of a template', async () => {
    const { log, lines } = logged()
    const documents = opened({ log })
    const deep = template('deep.typ', `#${'('.repeat(200_000)}1${')'.repeat(200_000)}`)
    await expect(documents.render(deep, {}, { date })).rejects.toEqual(unavailable)
    expect(textOf(await documents.render(plain, { text: 'tiếp' }, { date }))).toBe('tiếp')
    expect(lines().map((line) => line.msg)).toEqual(['document thread ended'])
  })

  it('is replaced when its memory is full, and nobody notices', async () => {
    const { log, lines } = logged()
    const documents = opened({ log, recycleBytes: 24_000_000 })
    const asked = Array.from({ length: 40 }, (_, i) => `Giấy số ${i}`)
    const made = await Promise.all(asked.map((text) => documents.render(long, { text }, { date }).then(textOf)))
    expect(made.map((text) => text.split('.')[0])).toEqual(asked)
    const replaced = lines().filter((line) => line.msg === 'document thread replaced')
    expect(replaced.length).toBeGreaterThanOrEqual(2)
    expect(replaced.every((line) => (line.memory as number) >= 24_000_000 && (line.documents as number) >= 1)).toBe(true)
  })

  it('is replaced after every document when a single one fills it', async () => {
    const documents = opened({ recycleBytes: 1 })
    for (const text of ['một', 'hai', 'ba']) expect(textOf(await documents.render(plain, { text }, { date }))).toBe(text)
  })

  it('lets 256 wait and refuses the rest at once; a stop refuses all', async () => {
    const documents = opened()
    let refused = 0
    const asked = Array.from({ length: 400 }, () => documents.render(endless, {}, { date }).catch((reason: unknown) => { refused += 1; return reason }))
    await vi.waitFor(() => expect(refused).toBe(400 - 256 - 1), { timeout: 20_000 })
    await documents.stop()
    expect(new Set(await Promise.all(asked.map(async (one) => (await one as Failure).code)))).toEqual(new Set(['unavailable']))
    expect(refused).toBe(400)
  })

  it('does not start again after a stop, and stopping twice or before the first document is nothing', async () => {
    const documents = opened()
    await documents.stop()
    await documents.stop()
    await expect(documents.render(plain, { text: '' }, { date })).rejects.toEqual(unavailable)
  })

  it('stops while it is still starting', async () => {
    const documents = opened()
    const asked = documents.render(plain, { text: '' }, { date }).catch((reason: unknown) => reason)
    await new Promise((resolve) => { setImmediate(resolve) })
    await documents.stop()
    expect(await asked).toEqual(unavailable)
  })

  it.each(['', 'await documents.stop()'])('lets the process end by itself after its documents (%s)', (end) => {
    const script = `
      import { openDocuments } from ${JSON.stringify(new URL('documents.ts', import.meta.url).href)}
      const documents = openDocuments()
      const pdf = await documents.render(${JSON.stringify(plain)}, { text: 'xong' }, { date: new Date(0) })
      console.log(Buffer.from(pdf).subarray(0, 5).toString())
      ${end}`
    const child = spawnSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8', timeout: 50_000 })
    expect([child.status, child.stdout.trim(), child.stderr]).toEqual([0, '%PDF-', ''])
  })
})

describe('reading a PDF back', () => {
  it.each([['nothing', ''], ['another file', 'Xin chào'], ['half a PDF', '%PDF-1.7\n1 0 obj']])('refuses %s', (_name, text) =>
    expect(() => readPdf(Buffer.from(text))).toThrow('not a whole PDF'))
})
