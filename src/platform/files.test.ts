import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Failure } from '#kernel/failure'
import { clamd, openFiles, type Files, type Scanner } from './files.ts'

const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
// the test word of the makers of antivirus programs, put together here so that no scanner of this machine takes this file away
const eicar = Buffer.from(['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE', '!$H+H*'].join(''))
const rules = { maxBytes: 1e6, types: ['image/png', 'application/pdf'], claimedType: 'image/png', name: 'giay.png' }

let root: string
beforeEach(() => void (root = mkdtempSync(join(tmpdir(), 'files-'))))
afterEach(() => rmSync(root, { recursive: true, force: true }))

const onDisk = () => readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => entry.name)
const store = (files: Files, bytes: Buffer, given: Partial<typeof rules> = {}) => files.store(Readable.from([bytes]), { ...rules, ...given })
const codeOf = (work: Promise<unknown>) => work.then(() => 'kept', (error: Failure) => error.code)

describe('bytes on disk', () => {
  it('lie under their own digest, once however often they come, and nothing of the way there is left', async () => {
    const files = await openFiles(root)
    const [one, two] = await Promise.all([store(files, png), store(files, png, { name: 'khac.png' })])
    expect(two).toEqual(one)
    expect(one).toMatchObject({ type: 'image/png', size: png.length, scan: 'unscanned', hash: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect(onDisk()).toEqual([one?.hash.slice(2)])
    expect([await files.read(one?.hash ?? ''), await files.has(one?.hash ?? ''), await files.has('0'.repeat(64))]).toEqual([png, true, false])
    expect(await files.keep(png, 'image/png')).toMatchObject({ hash: one?.hash })
    expect(onDisk()).toHaveLength(1)
  })

  it('that a killed program left half written are swept away by the next start; whole ones stay', async () => {
    const { hash } = await store(await openFiles(root), png)
    mkdirSync(join(root, 'parts'), { recursive: true })
    writeFileSync(join(root, 'parts', 'half'), png.subarray(0, 20))
    const files = await openFiles(root)
    expect(onDisk()).toEqual([hash.slice(2)])
    expect(await files.read(hash)).toEqual(png)
  })

  it('that break off on the way leave nothing', async () => {
    const files = await openFiles(root)
    const broken = Readable.from((async function* () {
      yield png.subarray(0, 20)
      throw new Error('the line is dead')
    })())
    await expect(files.store(broken, rules)).rejects.toThrow('the line is dead')
    expect(onDisk()).toEqual([])
  })

  it.each(['../../etc/passwd', '', 'a'.repeat(63), 'A'.repeat(64), `${'a'.repeat(64)}/..`])('have no other names: %s', async (name) => {
    const files = await openFiles(root)
    expect(() => files.path(name)).toThrow('not_found')
  })

  it.each([
    ['exactly as many as allowed', png.length, 'kept'], ['one fewer allowed', png.length - 1, 'too_large'],
  ])('%s', async (_what, maxBytes, code) => {
    const files = await openFiles(root)
    expect(await codeOf(store(files, png, { maxBytes }))).toBe(code)
    expect(onDisk()).toHaveLength(code === 'kept' ? 1 : 0)
  })
})

describe('an antivirus', () => {
  let daemon: Server
  let port: number
  const heard: Buffer[] = []
  let answer: (bytes: Buffer, socket: Socket) => void

  /** Speaks INSTREAM as clamd does: the word, chunks with their length before them, a zero, and then the verdict. */
  beforeEach(async () => {
    heard.length = 0
    answer = (bytes, socket) => void socket.end(bytes.includes(eicar) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0')
    daemon = createServer((socket) => {
      let got = Buffer.alloc(0)
      socket.on('error', () => {})
      socket.on('data', (data) => {
        got = Buffer.concat([got, data])
        const stream = readStream(got)
        if (!stream) return
        heard.push(stream)
        answer(stream, socket)
      })
    })
    await new Promise<void>((resolve) => daemon.listen(0, '127.0.0.1', resolve))
    port = (daemon.address() as AddressInfo).port
  })
  afterEach(() => void daemon.close())

  function readStream(got: Buffer): Buffer | undefined {
    const word = 'zINSTREAM\0'
    if (got.length < word.length) return undefined
    expect(got.subarray(0, word.length).toString()).toBe(word)
    const chunks: Buffer[] = []
    for (let at = word.length; at + 4 <= got.length;) {
      const length = got.readUInt32BE(at)
      if (length === 0) return Buffer.concat(chunks)
      if (at + 4 + length > got.length) return undefined
      chunks.push(got.subarray(at + 4, at + 4 + length))
      at += 4 + length
    }
    return undefined
  }

  const scanner = (): Scanner => clamd('127.0.0.1', port)

  it('hears every byte, and what it finds clean is kept as clean', async () => {
    const large = Buffer.concat([png, Buffer.alloc(700_000, 'abc')])
    expect(await store(await openFiles(root, scanner()), large)).toMatchObject({ scan: 'clean', size: large.length })
    expect(heard.map((bytes) => bytes.equals(large))).toEqual([true])
  })

  it('has what it finds infected thrown away', async () => {
    const files = await openFiles(root, scanner())
    expect(await codeOf(store(files, Buffer.concat([png, eicar])))).toBe('file_infected')
    expect(onDisk()).toEqual([])
    expect(await codeOf(store(files, png))).toBe('kept')
  })

  it.each<[string, (socket: Socket) => void]>([
    ['hangs up', (socket) => socket.destroy()],
    ['says nothing that it knows', (socket) => void socket.end('stream: \0')],
    ['complains', (socket) => void socket.end('INSTREAM size limit exceeded. ERROR\0')],
    ['names a signature that sounds well', (socket) => void socket.end('OK ERROR\0')],
  ])('that %s lets nothing pass', async (_what, say) => {
    answer = (_bytes, socket) => say(socket)
    await expect(store(await openFiles(root, scanner()), png)).rejects.toMatchObject({ code: 'unavailable', status: 503, values: { part: 'antivirus' } })
    expect(onDisk()).toEqual([])
  })

  it('may call a signature OK', async () => {
    answer = (_bytes, socket) => void socket.end('stream: Win.Trojan.OK FOUND\0')
    expect(await codeOf(store(await openFiles(root, scanner()), png))).toBe('file_infected')
  })

  it('that is not there lets nothing pass', async () => {
    await new Promise((resolve) => daemon.close(resolve))
    await expect(store(await openFiles(root, scanner()), png)).rejects.toMatchObject({ code: 'unavailable', status: 503, values: { part: 'antivirus' } })
    expect(onDisk()).toEqual([])
    expect(existsSync(join(root, 'parts'))).toBe(true)
  })
})
