import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import * as contract from '#contract/dossiers'
import { downloadPaper, uploadPaper } from '#contract/files'
import { uuidv7 } from '#kernel/ids'
import type { Actor } from '#platform/http'
import { divorcedAnswers, filledDraft, pngBytes } from '../../test/factories/drafts.ts'
import { citizen, officer } from '../../test/factories/people.ts'
import { countOf, everyRow, formOf, overHttp, type Answer, type Client, type File, type Http, type Otherwise } from '../../test/over-http.ts'
import { withApp, type TestApp } from '../../test/with-app.ts'

let app: TestApp
let http: Http
let people: Record<'an' | 'binh' | 'clerk' | 'clerkTwo', Actor & { id: string }>
let an: Client

beforeAll(async () => {
  app = await withApp({ at: '2026-11-25T02:00:00Z' })
  http = await overHttp(app)
  people = { an: await citizen(app, 'an'), binh: await citizen(app, 'binh'), clerk: await officer(app, 'clerk.001'), clerkTwo: await officer(app, 'clerk.002', 'clerk') }
  an = await http.client(people.an)
})

const picture: File = { name: 'giay.png', type: 'image/png', bytes: pngBytes }
const pdfBytes = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')
const jpegBytes = Buffer.concat([Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'), Buffer.alloc(64), Buffer.from('ffd9', 'hex')])

/** Every file that lies on disk: what is kept and what is half written. */
const onDisk = (): string[] => readdirSync(join(app.folder, 'files'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => entry.name).toSorted()

/** Uploads, expects the refusal, and that neither a row nor a byte was kept. */
async function refused(ask: () => Promise<Answer>, status: number, code: string): Promise<Answer> {
  const [rows, files] = [await everyRow(app.db), onDisk()]
  const answer = await ask()
  expect([answer.status, answer.code], answer.text).toEqual([status, code])
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
  expect(answer.body).toMatchObject({ code, status, correlationId: answer.headers['x-correlation-id'], detail: expect.stringMatching(/\s/) })
  expect(await everyRow(app.db)).toEqual(rows)
  expect(onDisk()).toEqual(files)
  return answer
}

const upload = (files: File[], otherwise: Otherwise = {}) => () => an.ask(uploadPaper, {}, { files, ...otherwise })

describe('a file that is not what may be handed in', () => {
  it.each<[string, File, number, string]>([
    ['one byte over 20 MB', { ...picture, bytes: Buffer.concat([pngBytes, Buffer.alloc(20 * 1024 * 1024 + 1 - pngBytes.length)]) }, 413, 'too_large'],
    ['much more', { ...picture, bytes: Buffer.concat([pngBytes, Buffer.alloc(24 * 1024 * 1024)]) }, 413, 'too_large'],
    ['nothing', { ...picture, bytes: Buffer.alloc(0) }, 422, 'file_empty'],
    ['words called a picture', { ...picture, bytes: Buffer.from('just words, and a few more of them') }, 415, 'unsupported_file_type'],
    ['a page called a picture', { ...picture, bytes: Buffer.from('<!doctype html><script>alert(1)</script>') }, 415, 'unsupported_file_type'],
    ['a drawing that may run scripts', { name: 'a.svg', type: 'image/svg+xml', bytes: Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>') }, 415, 'unsupported_file_type'],
    ['a program', { name: 'a.pdf', type: 'application/pdf', bytes: Buffer.concat([Buffer.from('4d5a9000', 'hex'), Buffer.alloc(200)]) }, 415, 'unsupported_file_type'],
    ['a picture named as a document', { ...picture, name: 'don.pdf' }, 415, 'file_lies_about_type'],
    ['a picture sent as a document', { ...picture, type: 'application/pdf' }, 415, 'file_lies_about_type'],
    ['a document named as a picture', { name: 'anh.png', type: 'application/octet-stream', bytes: pdfBytes }, 415, 'file_lies_about_type'],
    ['a document named as a program', { name: 'don.exe', type: 'application/octet-stream', bytes: pdfBytes }, 415, 'file_lies_about_type'],
    ['half a document', { name: 'don.pdf', type: 'application/pdf', bytes: pdfBytes.subarray(0, 40) }, 422, 'file_cut_short'],
  ])('%s', async (_what, file, status, code) => void (await refused(upload([file]), status, code)))

  it.each<[string, File, string]>([
    ['a picture', picture, 'image/png'],
    ['a document', { name: 'Đơn.PDF', type: 'application/pdf', bytes: pdfBytes }, 'application/pdf'],
    ['a photograph, whatever the phone calls it', { name: 'anh.JPG', type: 'image/jpg', bytes: jpegBytes }, 'image/jpeg'],
    ['a picture from a program that knows no types', { ...picture, type: 'application/octet-stream' }, 'image/png'],
    ['a picture without an ending', { ...picture, name: 'giay to' }, 'image/png'],
  ])('whereas %s is kept', async (_what, file, type) => {
    const answer = await upload([file])()
    expect(answer.status, answer.text).toBe(200)
    expect(answer.body).toMatchObject({ type, size: file.bytes.length, name: file.name })
  })
})

describe('a form that is not as it should be', () => {
  it.each<[string, () => Promise<Answer>, number, string]>([
    ['no file', upload([]), 400, 'invalid_input'],
    ['two files', upload([picture, { ...picture, bytes: jpegBytes, name: 'hai.jpg', type: 'image/jpeg' }]), 400, 'invalid_input'],
    ['a field that nobody asked for', upload([picture], { fields: { owner: 'Z99.001' } }), 400, 'invalid_input'],
    ['far too many fields', upload([picture], { fields: Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`f${i}`, 'x'])) }), 400, 'invalid_input'],
    ['JSON instead of a form', () => an.ask(uploadPaper, { file: 'data:,' }), 415, 'unsupported_media_type'],
    ['no token', upload([picture], { csrf: null }), 403, 'csrf'],
    ['a foreign site', upload([picture], { origin: 'https://elsewhere.example' }), 403, 'csrf'],
    ['nobody', () => http.nobody.ask(uploadPaper, {}, { files: [picture] }), 401, 'unauthenticated'],
    ['a form that stops in the middle', () => {
      const { type, bytes } = formOf({}, [picture])
      return an.send({ method: 'POST', url: uploadPaper.path, headers: { cookie: an.cookie, 'x-csrf-token': an.csrf, origin: http.url, 'idempotency-key': uuidv7(), 'content-type': type }, payload: bytes.subarray(0, bytes.length - 60) })
    }, 400, 'invalid_input'],
    ['a form that never says where its parts end', () => an.send({ method: 'POST', url: uploadPaper.path, headers: { cookie: an.cookie, 'x-csrf-token': an.csrf, origin: http.url, 'content-type': 'multipart/form-data' }, payload: 'x' }), 400, 'invalid_input'],
  ])('%s', async (_what, ask, status, code) => void (await refused(ask, status, code)))

  it('without a key it is nobody’s paper', async () => {
    const papers = await countOf(app.db, 'files.paper')
    expect((await upload([picture], { key: null })()).code).toBe('idempotency_key_required')
    expect(await countOf(app.db, 'files.paper')).toBe(papers)
  })

  it('a name that climbs or commands is only a name', async () => {
    const answer = await upload([{ ...picture, name: '..\\..\\/etc/\u0007pass\u202ewd.png' }])()
    expect(answer.body['name']).toMatch(/^[^/\\\p{C}]+\.png$/u)
  })
})

describe('the same key', () => {
  it('with the same bytes is one paper; with others a conflict; from another person nothing', async () => {
    const key = uuidv7()
    const first = await upload([picture], { key })()
    const papers = await countOf(app.db, 'files.paper')
    expect((await upload([picture], { key })()).text).toBe(first.text)
    expect((await upload([{ ...picture, name: 'khac.jpg', type: 'image/jpeg', bytes: jpegBytes }], { key })()).code).toBe('idempotency_mismatch')
    const binh = await http.client(people.binh)
    expect((await binh.ask(uploadPaper, {}, { files: [picture], key })).code).toBe('not_found')
    expect(await countOf(app.db, 'files.paper')).toBe(papers)
  })
})

describe('the same bytes', () => {
  it('handed in twice, by two people, are two papers and one file', async () => {
    const bytes = Buffer.concat([pngBytes, Buffer.from('one file')])
    const hash = createHash('sha256').update(bytes).digest('hex')
    const before = onDisk()
    const papers = await countOf(app.db, 'files.paper')
    const clerk = await http.client(people.clerk)
    const all = await Promise.all([an, clerk, an].map((client) => client.ask(uploadPaper, {}, { files: [{ ...picture, bytes }] })))
    expect(all.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(await countOf(app.db, 'files.paper')).toBe(papers + 3)
    expect(onDisk().filter((name) => !before.includes(name))).toEqual([hash.slice(2)])
    expect((await app.application.tools.files.read(hash)).equals(bytes)).toBe(true)
  })
})

describe('a paper asked for', () => {
  it('comes as it was, under its name, and no browser runs it or keeps it', async () => {
    const { body } = await upload([{ name: 'Giấy tờ số 1.png', type: 'image/png', bytes: pngBytes }])()
    const answer = await http.server.inject({ url: `/api/files/${String(body['id'])}`, headers: { cookie: an.cookie } })
    expect(answer.rawPayload).toEqual(pngBytes)
    expect(answer.headers).toMatchObject({
      'content-type': 'image/png', 'content-length': `${pngBytes.length}`, 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox",
    })
    expect(decodeURIComponent(String(answer.headers['content-disposition']))).toContain('Giấy tờ số 1.png')
    expect(String(answer.headers['content-disposition'])).not.toMatch(/[\r\n]/)
  })

  it('by anybody else is not there: another citizen, a clerk, a clerk of another agency', async () => {
    const mine = (await upload([picture])()).body['id']
    const clerk = await http.client(people.clerk)
    const scanned = (await clerk.ask(uploadPaper, {}, { files: [picture] })).body['id']
    const asked: [Client, unknown][] = [[await http.client(people.binh), mine], [clerk, mine], [await http.client(people.clerkTwo), scanned], [an, scanned], [an, uuidv7()]]
    for (const [client, id] of asked) expect((await client.ask(downloadPaper, { id })).code).toBe('file_not_found')
    expect((await clerk.ask(downloadPaper, { id: scanned })).status).toBe(200)
  })

  it('whose bytes are gone from the disk is a fault of ours, told as one', async () => {
    const bytes = Buffer.concat([pngBytes, Buffer.from('to be lost')])
    const { body } = await upload([{ ...picture, bytes }])()
    await rm(app.application.tools.files.path(createHash('sha256').update(bytes).digest('hex')))
    const answer = await an.ask(downloadPaper, { id: body['id'] })
    expect([answer.status, answer.code]).toEqual([500, 'internal'])
  })
})

describe('a page without scripts', () => {
  const post = (draft: string, next: string, file: File) =>
    an.ask(contract.attachPaper, { draft, paper: 'divorceDecision' }, { files: [file], fields: { next, csrf: an.csrf, key: uuidv7() }, csrf: null, key: null })

  it('is led on by a redirect, with the code when the file was refused, and never to another site', async () => {
    const { id } = await filledDraft(app, people.an, 'divorced', divorcedAnswers)
    const page = `/nop/${id}/giay-to`
    const kept = await post(id, page, picture)
    expect([kept.status, kept.headers['location']]).toEqual([303, page])
    const lied = await post(id, page, { ...picture, name: 'don.pdf' })
    expect([lied.status, lied.headers['location']]).toEqual([303, `${page}?loi=file_lies_about_type`])
    for (const elsewhere of ['//elsewhere.example', '/\\elsewhere.example', 'https://elsewhere.example', '/a b', 'javascript:alert(1)']) {
      const answer = await post(id, elsewhere, picture)
      expect([elsewhere, answer.status, answer.headers['location']]).toEqual([elsewhere, 200, undefined])
    }
  })
})

describe('an upload that is cut off', () => {
  it('leaves no row and no byte, and the server goes on', async () => {
    const [rows, files] = [await everyRow(app.db), onDisk()]
    const { type, bytes } = formOf({}, [{ ...picture, bytes: Buffer.concat([pngBytes, Buffer.alloc(8 * 1024 * 1024, 7)]) }])
    for (const share of [0.01, 0.3, 0.9]) {
      const socket = connect(Number(new URL(http.url).port), '127.0.0.1')
      socket.write(`POST ${uploadPaper.path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncookie: ${an.cookie}\r\nx-csrf-token: ${an.csrf}\r\nidempotency-key: ${uuidv7()}\r\ncontent-type: ${type}\r\ncontent-length: ${bytes.length}\r\n\r\n`)
      socket.write(bytes.subarray(0, Math.floor(bytes.length * share)))
      // it is under way: something lies among the parts
      await expect.poll(() => onDisk().length, { timeout: 10_000 }).toBeGreaterThan(files.length)
      socket.destroy()
      await expect.poll(onDisk, { timeout: 10_000 }).toEqual(files)
    }
    expect(await everyRow(app.db)).toEqual(rows)
    expect((await upload([picture])()).status).toBe(200)
  })
})
