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

/** How a sealed text begins where it stands among open ones, in JSON; base64 follows. */
export const sealedMark = 'sealed:'

/** What data are sealed with, and found with. */
export type Keys = { sealing: Buffer; indexing: Buffer }

/** Every key that is still needed, by its number; what is sealed now is sealed with `newest`. One index for all of them: what was found before is found again. */
export type KeyRing = { sealing: ReadonlyMap<number, Buffer>; newest: number; indexing: Buffer }

/** The keys that an installation begins with: derived from its secret, which itself encrypts nothing. */
export function derivedKeys(secret: string): Keys {
  const derive = (label: string) => Buffer.from(hkdfSync('sha256', secret, 'tinhso', label, 32))
  return { sealing: derive('seal.v1'), indexing: derive('index.v1') }
}

/** A sealer with the keys that this secret began with. */
export function makeSealer(secret: string): Sealer {
  const { sealing, indexing } = derivedKeys(secret)
  return sealerOf(() => ({ sealing: new Map([[1, sealing]]), newest: 1, indexing }))
}

/** A sealer with the keys of a ring, asked anew for every use: a ring may get a newer key while the program runs. The first byte of what is sealed is the number of its key. */
export function sealerOf(ring: () => KeyRing): Sealer {
  const keyOf = (number: number | undefined): Buffer => {
    const key = number === undefined ? undefined : ring().sealing.get(number)
    if (key === undefined) throw new Error('sealed with an unknown key version')
    return key
  }
  return {
    seal(text) {
      const { newest } = ring()
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', keyOf(newest), nonce)
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([Buffer.from([newest]), nonce, cipher.getAuthTag(), body])
    },
    open(sealed) {
      const decipher = createDecipheriv('aes-256-gcm', keyOf(sealed[0]), sealed.subarray(1, 13))
      decipher.setAuthTag(sealed.subarray(13, 29))
      return Buffer.concat([decipher.update(sealed.subarray(29)), decipher.final()]).toString('utf8')
    },
    index: (purpose, text) => createHmac('sha256', ring().indexing).update(`${purpose}\0${text}`).digest(),
  }
}
