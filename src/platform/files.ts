import { createHash, randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { link, mkdir, open, readFile, rm, stat } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { Transform, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileTypeFromFile } from 'file-type'
import { Failure } from '#kernel/failure'
import type { Mirror } from './files-mirror.ts'

/** `scan` says what the antivirus said: 'clean', or 'unscanned' where none is set up. Infected bytes are never kept. */
export type StoredFile = { hash: string; size: number; type: string; scan: 'clean' | 'unscanned' }

export type Scanner = (path: string) => Promise<'clean' | 'infected' | 'unscanned'>

export type Files = {
  /** Streams bytes to disk under their sha256. Throws `too_large`, `file_empty`, `unsupported_file_type`, `file_lies_about_type`, `file_cut_short`, `file_infected`; nothing is kept then. */
  store(bytes: Readable, rules: { maxBytes: number; types: readonly string[]; claimedType: string; name: string }): Promise<StoredFile>
  /** Keeps bytes that this program made itself. */
  keep(bytes: Uint8Array, type: string): Promise<StoredFile>
  path(hash: string): string
  read(hash: string): Promise<Buffer>
  has(hash: string): Promise<boolean>
}

/** What people may hand in; the type is read from the bytes, never believed from the name. */
export const paperTypes = ['application/pdf', 'image/jpeg', 'image/png', 'image/webp'] as const

/** A drawing as the program of an architect writes it. No browser shows it: it is only ever downloaded. */
export const drawingType = 'image/vnd.dwg'

const extensions: Record<string, string[]> = {
  'application/pdf': ['pdf'], 'image/jpeg': ['jpg', 'jpeg', 'jfif'], 'image/png': ['png'], 'image/webp': ['webp'], [drawingType]: ['dwg'],
}

/** Other names that browsers and systems give to a type. */
const alsoCalled: Record<string, string> = {
  'image/jpg': 'image/jpeg', 'image/x-dwg': drawingType, 'application/acad': drawingType, 'application/x-acad': drawingType, 'application/dwg': drawingType, 'application/x-dwg': drawingType,
}

/**
 * Files on disk by content: `<root>/ab/cdef…`. A file appears whole or not at all: written beside, synced, then linked
 * under its name, so a kill leaves at worst a stray part that the next start sweeps away. With a mirror it is there too before anybody hears that it is kept.
 */
export async function openFiles(root: string, scanner: Scanner = async () => 'unscanned', mirror?: Mirror): Promise<Files> {
  const parts = join(root, 'parts')
  await rm(parts, { recursive: true, force: true })
  await mkdir(parts, { recursive: true, mode: 0o700 })
  const path = (hash: string) => {
    if (!/^[0-9a-f]{64}$/.test(hash)) throw new Failure('not_found')
    return join(root, hash.slice(0, 2), hash.slice(2))
  }
  const settle = async (part: string, hash: string) => {
    await mkdir(join(root, hash.slice(0, 2)), { recursive: true, mode: 0o700 })
    // a second copy of the same bytes is the same file
    await link(part, path(hash)).catch((e: NodeJS.ErrnoException) => { if (e.code !== 'EEXIST') throw e })
    await rm(part, { force: true })
    await mirror?.keep(hash, path(hash))
  }
  return {
    path,
    read: (hash) => readFile(path(hash)),
    has: (hash) => stat(path(hash)).then(() => true, () => false),
    async keep(bytes, type) {
      const hash = createHash('sha256').update(bytes).digest('hex')
      const part = join(parts, randomBytes(12).toString('hex'))
      const handle = await open(part, 'wx', 0o600)
      try { await handle.writeFile(bytes); await handle.sync() } finally { await handle.close() }
      await settle(part, hash)
      return { hash, size: bytes.byteLength, type, scan: 'clean' }
    },
    async store(bytes, rules) {
      const part = join(parts, randomBytes(12).toString('hex'))
      const digest = createHash('sha256')
      let size = 0
      const meter = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          size += chunk.length
          if (size > rules.maxBytes) return done(new Failure('too_large', { maxBytes: rules.maxBytes }))
          digest.update(chunk)
          done(null, chunk)
        },
      })
      try {
        await pipeline(bytes, meter, createWriteStream(part, { mode: 0o600, flush: true }))
        if (size === 0) throw new Failure('file_empty')
        const type = await sniff(part, rules)
        const scan = await scanner(part)
        if (scan === 'infected') throw new Failure('file_infected')
        const hash = digest.digest('hex')
        await settle(part, hash)
        return { hash, size, type, scan }
      } finally {
        await rm(part, { force: true })
      }
    },
  }
}

/** The type the bytes themselves show. A PDF must also end like one: half a file is refused while the person is still there. */
async function sniff(part: string, rules: { types: readonly string[]; claimedType: string; name: string }): Promise<string> {
  const found = await fileTypeFromFile(part)
  if (!found || !rules.types.includes(found.mime)) throw new Failure('unsupported_file_type', { found: found?.mime ?? 'unknown', allowed: rules.types })
  const claimed = rules.claimedType.replace(/;.*$/s, '').trim().toLowerCase()
  const generic = claimed === '' || claimed === 'application/octet-stream'
  const extension = /\.([a-z0-9]+)$/i.exec(rules.name)?.[1]?.toLowerCase()
  const known = extensions[found.mime] ?? []
  if ((!generic && (alsoCalled[claimed] ?? claimed) !== found.mime) || (extension && !known.includes(extension))) {
    throw new Failure('file_lies_about_type', { found: found.mime, claimed: generic ? (extension ?? '') : claimed })
  }
  if (found.mime === 'application/pdf' && !(await endsLikePdf(part))) throw new Failure('file_cut_short')
  return found.mime
}

/** Readers look for the mark of the end in the last 1024 bytes; so do we. */
async function endsLikePdf(path: string): Promise<boolean> {
  const handle = await open(path)
  try {
    const { size } = await handle.stat()
    const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(1024), position: Math.max(0, size - 1024) })
    return buffer.subarray(0, bytesRead).includes('%%EOF')
  } finally {
    await handle.close()
  }
}

/** A clamd on the network, spoken to with INSTREAM (4-byte big-endian length before each chunk, a zero length at the end). */
export const clamd = (host: string, port: number): Scanner => (path) =>
  new Promise((resolve, reject) => {
    const socket = connect({ host, port, timeout: 30_000 })
    let answer = ''
    // unscanned bytes are not kept where an antivirus is set up: whatever is wrong with it, the person tries again
    const away = (cause?: unknown) => reject(new Failure('unavailable', { part: 'antivirus' }, { cause }))
    socket.on('error', away)
    socket.on('timeout', () => socket.destroy(new Error('the antivirus said nothing for 30 seconds')))
    socket.on('data', (d) => { answer += d.toString('latin1') })
    socket.on('close', () => {
      // a signature may be called OK
      if (/ FOUND\0?$/.test(answer)) resolve('infected')
      else if (/^stream: OK\0?$/.test(answer)) resolve('clean')
      else away(answer)
    })
    socket.on('connect', () => {
      socket.write('zINSTREAM\0')
      const file = createReadStream(path, { highWaterMark: 64 * 1024 })
      file.on('error', reject)
      file.on('data', (chunk) => {
        const length = Buffer.alloc(4)
        length.writeUInt32BE(chunk.length)
        socket.write(length)
        if (!socket.write(chunk)) { file.pause(); socket.once('drain', () => file.resume()) }
      })
      file.on('end', () => socket.write(Buffer.alloc(4)))
    })
  })
