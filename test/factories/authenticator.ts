import { createHash, createSign, generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto'

/** A device that holds passkeys, in software: what it gets wrong is up to the test. */
export type Device = {
  /** makes a key for `options`, as `navigator.credentials.create` would hand it to the server */
  create(options: Options, wrong?: Wrong): string
  /** signs a challenge with the key it made */
  get(options: Options, wrong?: Wrong): string
}

type Options = Record<string, unknown>
export type Wrong = {
  origin?: string
  /** the party whose key it says it is */
  rpId?: string
  /** false: the person was not verified */
  verified?: boolean
  /** what the counter says; it grows by one otherwise */
  counter?: number
  userHandle?: string
  /** a signature of another key */
  signedByAnother?: boolean
  challenge?: string
}

const b64 = (bytes: Buffer | string): string => Buffer.from(bytes).toString('base64url')
const sha256 = (bytes: Buffer | string): Buffer => createHash('sha256').update(bytes).digest()

// the little of CBOR (RFC 8949) that a key needs
const head = (major: number, length: number): Buffer => (length < 24 ? Buffer.from([(major << 5) | length]) : length < 256 ? Buffer.from([(major << 5) | 24, length]) : Buffer.from([(major << 5) | 25, length >> 8, length & 255]))
const cborInteger = (value: number): Buffer => (value >= 0 ? head(0, value) : head(1, -1 - value))
const cborBytes = (bytes: Buffer): Buffer => Buffer.concat([head(2, bytes.length), bytes])
const cborText = (text: string): Buffer => Buffer.concat([head(3, Buffer.byteLength(text)), Buffer.from(text)])
const cborMap = (pairs: readonly [Buffer, Buffer][]): Buffer => Buffer.concat([head(5, pairs.length), ...pairs.flat()])

/** COSE (RFC 9053): an EC2 key on P-256 for ES256. */
function coseKey(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' }) as { x?: string; y?: string }
  return cborMap([
    [cborInteger(1), cborInteger(2)], [cborInteger(3), cborInteger(-7)], [cborInteger(-1), cborInteger(1)], [cborInteger(-2), cborBytes(Buffer.from(x, 'base64url'))], [cborInteger(-3), cborBytes(Buffer.from(y, 'base64url'))],
  ])
}

/** Bits of the authenticator data (WebAuthn, section 6.1): present, verified, with a key. */
const flags = { present: 1, verified: 4, attested: 64 }

/** Makes a device that stands at this origin. */
export function makeDevice(origin: string): Device {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
  const id = randomBytes(32)
  let counter = 0
  let handle: string | undefined
  const clientData = (type: string, options: Options, wrong: Wrong): Buffer =>
    Buffer.from(JSON.stringify({ type, challenge: wrong.challenge ?? String(options['challenge']), origin: wrong.origin ?? origin, crossOrigin: false }))
  const authData = (wrong: Wrong, more: Buffer, extra: number): Buffer => {
    counter = wrong.counter ?? counter + 1
    const count = Buffer.alloc(4)
    count.writeUInt32BE(counter)
    return Buffer.concat([sha256(wrong.rpId ?? new URL(origin).hostname), Buffer.from([flags.present | (wrong.verified === false ? 0 : flags.verified) | extra]), count, more])
  }
  const answer = (response: Record<string, unknown>): string => JSON.stringify({ id: b64(id), rawId: b64(id), type: 'public-key', clientExtensionResults: {}, response })
  return {
    create(options, wrong = {}) {
      handle = (options['user'] as { id: string }).id
      const length = Buffer.alloc(2)
      length.writeUInt16BE(id.length)
      const data = authData(wrong, Buffer.concat([Buffer.alloc(16), length, id, coseKey(publicKey)]), flags.attested)
      const attestation = cborMap([[cborText('fmt'), cborText('none')], [cborText('attStmt'), cborMap([])], [cborText('authData'), cborBytes(data)]])
      return answer({ clientDataJSON: b64(clientData('webauthn.create', options, wrong)), attestationObject: b64(attestation), transports: ['internal'] })
    },
    get(options, wrong = {}) {
      const client = clientData('webauthn.get', options, wrong)
      const data = authData(wrong, Buffer.alloc(0), 0)
      const signature = createSign('sha256').update(Buffer.concat([data, sha256(client)])).sign(wrong.signedByAnother ? stranger : privateKey)
      return answer({ clientDataJSON: b64(client), authenticatorData: b64(data), signature: b64(signature), userHandle: wrong.userHandle ?? handle })
    },
  }
}
