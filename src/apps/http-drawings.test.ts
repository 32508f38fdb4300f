import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { beforeAll, describe, expect, it } from 'vitest'
import * as contract from '#contract/dossiers'
import { uuidv7 } from '#kernel/ids'
import { sql } from '#platform/db'
import type { Actor } from '#platform/http'
import { divorcedAnswers, filledDraft } from '../../test/factories/drafts.ts'
import { permitDraft } from '../../test/factories/permits.ts'
import { citizen } from '../../test/factories/people.ts'
import { overHttp, type Client, type Http } from '../../test/over-http.ts'
import { withApp, type TestApp } from '../../test/with-app.ts'

let app: TestApp
let http: Http
let binh: Actor & { id: string }
let client: Client
let draft: string
beforeAll(async () => {
  app = await withApp({ at: '2026-11-25T02:00:00Z' })
  http = await overHttp(app)
  binh = await citizen(app, 'binh')
  client = await http.client(binh)
  draft = (await permitDraft(app, binh)).id
})

const megabyte = 1024 * 1024
setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

type Sent = { status: number; location: string; /** bytes that lived outside of the heap, at most, while it was on its way */ held: number; hash: string }

/**
 * A PDF of so many bytes, written onto the wire piece by piece as a phone does: nobody here holds it whole. What is collected for the measurement is
 * garbage, so that what is counted was in use.
 */
async function send(bytes: number, { paper = 'drawings', to = draft, name = 'ban-ve.pdf', type = 'application/pdf', head = '%PDF-1.4\n', tail = '\n%%EOF\n' } = {}): Promise<Sent> {
  const line = 'a-line-between-the-parts'
  const field = (key: string, value: string) => `--${line}\r\ncontent-disposition: form-data; name="${key}"\r\n\r\n${value}\r\n`
  const before = Buffer.from(`${field('csrf', client.csrf)}${field('key', uuidv7())}${field('next', '/nop')}--${line}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n`)
  const after = Buffer.from(`\r\n--${line}--\r\n`)
  const digest = createHash('sha256')
  let held = 0
  function* body(): Generator<Buffer> {
    yield before
    for (let at = 0; at < bytes;) {
      const piece = Buffer.alloc(Math.min(256 * 1024, bytes - at), 'x')
      if (at === 0) piece.write(head)
      if (at + piece.length === bytes) piece.write(tail, piece.length - tail.length)
      digest.update(piece)
      at += piece.length
      if (at % (4 * megabyte) === 0) {
        collectGarbage()
        held = Math.max(held, process.memoryUsage().arrayBuffers)
      }
      yield piece
    }
    yield after
  }
  const path = contract.attachPaper.path.replace(':draft', to).replace(':paper', paper)
  const asked = request(`${http.url}${path}`, { method: 'POST', agent: false, headers: { cookie: client.cookie, origin: http.url, 'content-type': `multipart/form-data; boundary=${line}`, 'content-length': before.length + bytes + after.length } })
  const answered = once(asked, 'response') as Promise<[import('node:http').IncomingMessage]>
  Readable.from(body()).pipe(asked)
  const [response] = await answered
  response.resume()
  await once(response, 'end')
  asked.destroy()
  return { status: response.statusCode ?? 0, location: response.headers.location ?? '', held, hash: digest.digest('hex') }
}

const onDisk = (): string[] => readdirSync(join(app.folder, 'files'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => entry.name).toSorted()
const filesOf = async (id: string) => (await app.call(binh, contract.getDraft, { draft: id })).papers

describe('a set of drawings', () => {
  it('of 49 MB is taken as it comes, and memory does not grow with it', async () => {
    collectGarbage()
    const at = process.memoryUsage().arrayBuffers
    const sent = await send(49 * megabyte)
    expect([sent.status, sent.location]).toEqual([303, '/nop'])
    expect(sent.held - at).toBeLessThan(16 * megabyte)
    expect(await filesOf(draft)).toMatchObject([{ code: 'drawings', name: 'ban-ve.pdf', size: 49 * megabyte, type: 'application/pdf' }])
    expect(onDisk()).toContain(sent.hash.slice(2))
    // what a back-up saves is what the modules name as kept
    const named = app.application.modules.flatMap(({ storedFiles }) => storedFiles ?? [])
    const kept = await Promise.all(named.map(async (question) => (await sql.raw<{ hash: string }>(question).execute(app.db)).rows.map(({ hash }) => hash)))
    expect(kept.flat()).toContain(sent.hash)
  })

  it.each([51, 120])('of %d MB is refused with an answer, and no byte of it stays', async (size) => {
    const [files, disk] = [await filesOf(draft), onDisk()]
    const sent = await send(size * megabyte)
    expect([sent.status, sent.location]).toEqual([303, '/nop?loi=too_large'])
    expect(await filesOf(draft)).toEqual(files)
    await expect.poll(onDisk).toEqual(disk)
  })

  it('may be what the program of an architect writes; a photograph of it may not', async () => {
    const drawing = await send(megabyte, { name: 'nha.dwg', type: 'application/octet-stream', head: 'AC1032\0\0\0', tail: '' })
    expect(drawing.location).toBe('/nop')
    expect((await filesOf(draft)).at(-1)).toMatchObject({ name: 'nha.dwg', type: 'image/vnd.dwg' })
    expect((await send(megabyte, { name: 'nha.jpg', type: 'image/jpeg', head: 'ÿØÿà', tail: '' })).location).toBe('/nop?loi=unsupported_file_type')
  })
})

describe('a paper of which nothing is said', () => {
  it('stays at 20 MB, and is no drawing', async () => {
    const other = await filledDraft(app, binh, 'divorced', divorcedAnswers)
    expect((await send(21 * megabyte, { paper: 'divorceDecision', to: other.id })).location).toBe('/nop?loi=too_large')
    expect((await send(megabyte, { paper: 'divorceDecision', to: other.id, name: 'nha.dwg', type: 'application/octet-stream', head: 'AC1032\0\0\0', tail: '' })).location).toBe('/nop?loi=unsupported_file_type')
  })

  it('of somebody else’s draft takes no byte at all', async () => {
    const an = await citizen(app, 'an')
    const theirs = await permitDraft(app, an)
    const disk = onDisk()
    expect((await send(megabyte, { to: theirs.id })).location).toBe('/nop?loi=draft_not_found')
    expect(onDisk()).toEqual(disk)
  })
})
