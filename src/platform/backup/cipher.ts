import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { Transform, type TransformCallback } from 'node:stream'

/**
 * Encryption of a backup's files: AES-256-GCM in chunks of a mebibyte (the construction of STREAM, Hoang et al. 2015: a counter and a last-chunk mark in the nonce), so that a
 * file of any size passes through, and one that was cut, reordered or changed does not open. Each file has a key of its own from the operator's and a random salt.
 */
const magic = Buffer.from('tinhso-backup-1\n')
const chunkSize = 1 << 20
const tagSize = 16

const keyOf = (secret: string, salt: Buffer): Buffer => Buffer.from(hkdfSync('sha256', secret, salt, 'tinhso backup', 32))

function nonceOf(counter: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt32BE(counter, 7)
  nonce[11] = last ? 1 : 0
  return nonce
}

/** Cuts a stream into chunks of one size and says which is the last. */
abstract class Chunked extends Transform {
  private held: Buffer = Buffer.alloc(0)
  private counter = 0
  private readonly size: number
  constructor(size: number) {
    super()
    this.size = size
  }
  protected abstract chunk(bytes: Buffer, counter: number, last: boolean): Buffer
  override _transform(bytes: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    try {
      this.held = this.held.length === 0 ? bytes : Buffer.concat([this.held, bytes])
      // one byte more than a chunk must be there: only then is this one not the last
      while (this.held.length > this.size) {
        this.push(this.chunk(this.held.subarray(0, this.size), this.counter++, false))
        this.held = this.held.subarray(this.size)
      }
      done()
    } catch (error) {
      done(error as Error)
    }
  }
  override _flush(done: TransformCallback): void {
    try {
      this.push(this.chunk(this.held, this.counter, true))
      done()
    } catch (error) {
      done(error as Error)
    }
  }
}

class Sealing extends Chunked {
  private readonly key: Buffer
  constructor(secret: string) {
    super(chunkSize)
    const salt = randomBytes(16)
    this.key = keyOf(secret, salt)
    this.push(Buffer.concat([magic, salt]))
  }
  protected chunk(bytes: Buffer, counter: number, last: boolean): Buffer {
    const cipher = createCipheriv('aes-256-gcm', this.key, nonceOf(counter, last))
    return Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
  }
}

class Opening extends Transform {
  private head: Buffer = Buffer.alloc(0)
  private inner: Chunked | undefined
  private readonly secret: string
  constructor(secret: string) {
    super()
    this.secret = secret
  }
  override _transform(bytes: Buffer, encoding: BufferEncoding, done: TransformCallback): void {
    if (this.inner) return void this.inner.write(bytes, encoding, done)
    this.head = Buffer.concat([this.head, bytes])
    const start = magic.length + 16
    if (this.head.length < start) return done()
    if (!this.head.subarray(0, magic.length).equals(magic)) return done(new Error('not encrypted by this program'))
    const inner = new OpeningChunks(keyOf(this.secret, this.head.subarray(magic.length, start)))
    inner.on('data', (chunk: Buffer) => this.push(chunk))
    inner.on('error', (error) => this.destroy(error))
    this.inner = inner
    inner.write(this.head.subarray(start), encoding, done)
  }
  override _flush(done: TransformCallback): void {
    if (!this.inner) return done(new Error('cut short'))
    this.inner.once('end', () => done())
    this.inner.end()
  }
}

class OpeningChunks extends Chunked {
  private readonly key: Buffer
  constructor(key: Buffer) {
    super(chunkSize + tagSize)
    this.key = key
  }
  protected chunk(bytes: Buffer, counter: number, last: boolean): Buffer {
    if (bytes.length < tagSize) throw new Error('cut short')
    const decipher = createDecipheriv('aes-256-gcm', this.key, nonceOf(counter, last))
    decipher.setAuthTag(bytes.subarray(bytes.length - tagSize))
    return Buffer.concat([decipher.update(bytes.subarray(0, bytes.length - tagSize)), decipher.final()])
  }
}

/** Encrypts what passes through. */
export const sealing = (secret: string): Transform => new Sealing(secret)

/** Decrypts what passes through; fails when the key is another, or anything was changed or cut. */
export const opening = (secret: string): Transform => new Opening(secret)
