import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/** Keeps what must not be read from a stolen database, and finds it again without opening it. */
export type Sealer = {
  /** AES-256-GCM; every call gives other bytes */
  seal(text: string): Buffer
  /** Throws when the bytes were not sealed with this secret, or were changed. */
  open(sealed: Buffer): string
  /** a keyed digest: equal for equal texts of one purpose, useless without the secret */
  index(purpose: string, text: string): Buffer
}

const version = 1

/** Makes a sealer from the installation's secret; the keys are derived, the secret itself encrypts nothing. */
export function makeSealer(secret: string): Sealer {
  const derive = (label: string) => Buffer.from(hkdfSync('sha256', secret, 'tinhso', label, 32))
  const sealing = derive('seal.v1')
  const indexing = derive('index.v1')
  return {
    seal(text) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce)
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([Buffer.from([version]), nonce, cipher.getAuthTag(), body])
    },
    open(sealed) {
      if (sealed[0] !== version) throw new Error('sealed with an unknown key version')
      const decipher = createDecipheriv('aes-256-gcm', sealing, sealed.subarray(1, 13))
      decipher.setAuthTag(sealed.subarray(13, 29))
      return Buffer.concat([decipher.update(sealed.subarray(29)), decipher.final()]).toString('utf8')
    },
    index: (purpose, text) => createHmac('sha256', indexing).update(`${purpose}\0${text}`).digest(),
  }
}
