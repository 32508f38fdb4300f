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

/** What data are sealed with, and found with. */
export type Keys = { sealing: Buffer; indexing: Buffer }

/** The keys that an installation begins with: derived from its secret, which itself encrypts nothing. */
export function derivedKeys(secret: string): Keys {
  const derive = (label: string) => Buffer.from(hkdfSync('sha256', secret, 'tinhso', label, 32))
  return { sealing: derive('seal.v1'), indexing: derive('index.v1') }
}

/** A sealer with the keys that this secret began with. */
export const makeSealer = (secret: string): Sealer => sealerOf(derivedKeys(secret))

/** A sealer with these keys. */
export function sealerOf({ sealing, indexing }: Keys): Sealer {
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
