import { generateAuthenticationOptions, generateRegistrationOptions, verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server'
import { Failure } from '#kernel/failure'
import type { Config } from '#platform/config'
import type { Assertion, Attestation } from './contract-credentials.ts'
import type { PasskeyRow } from './stores/passkeys.ts'

/**
 * Passkeys (WebAuthn level 3). All cryptography is the library's; here is what we ask for: our own address, the person verified by the device
 * (PIN, finger, face), which makes a passkey both factors, and a key that the device finds without being told a name.
 */
type Party = { id: string; origin: string }

/** Who we are to an authenticator: the host of the public address. Changing that address makes every passkey useless. */
const partyOf = ({ publicUrl }: Pick<Config, 'publicUrl'>): Party => ({ id: new URL(publicUrl).hostname, origin: new URL(publicUrl).origin })

/** EdDSA, ES256, RS256: what devices in use can do. */
const algorithms = [-8, -7, -257]

const bytesOf = (text: string): Buffer => Buffer.from(text, 'base64url')
const transportsOf = (given: readonly string[]) => given as ('usb' | 'nfc' | 'ble' | 'hybrid' | 'internal')[]

/** The id of a person in their devices: the officer's, as bytes, and nothing that names them. */
const handleOf = (officer: string): Uint8Array<ArrayBuffer> => Uint8Array.from(Buffer.from(officer.replaceAll('-', ''), 'hex'))

/** What the browser hands to `navigator.credentials.create`. */
export async function registrationOptions(config: Config, who: { officer: string; username: string; name: string; rpName: string }, known: readonly PasskeyRow[]) {
  return generateRegistrationOptions({
    rpName: who.rpName, rpID: partyOf(config).id, userName: who.username, userDisplayName: who.name, userID: handleOf(who.officer), attestationType: 'none', supportedAlgorithmIDs: algorithms,
    excludeCredentials: known.map(({ credential, transports }) => ({ id: credential.toString('base64url'), transports: transportsOf(transports) })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
}

/** What the browser hands to `navigator.credentials.get`: any passkey of this address. */
export const authenticationOptions = (config: Config) => generateAuthenticationOptions({ rpID: partyOf(config).id, userVerification: 'required' })

export type NewPasskey = Pick<PasskeyRow, 'credential' | 'publicKey' | 'counter' | 'transports' | 'synced'>

/** Checks what a device answered to a registration. Throws `passkey_refused`; the reason is the cause, for the log. */
export async function readRegistration(config: Config, challenge: string, response: Attestation): Promise<NewPasskey> {
  const { id, origin } = partyOf(config)
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    response: response as Parameters<typeof verifyRegistrationResponse>[0]['response'], expectedChallenge: challenge, expectedOrigin: origin, expectedRPID: id, requireUserVerification: true, supportedAlgorithmIDs: algorithms,
  }).catch((error: unknown) => {
    throw new Failure('passkey_refused', {}, { cause: error })
  })
  if (!verified) throw new Failure('passkey_refused')
  const { credential, credentialBackedUp } = registrationInfo
  return { credential: bytesOf(credential.id), publicKey: Buffer.from(credential.publicKey), counter: credential.counter, transports: response.response.transports ?? [], synced: credentialBackedUp }
}

/**
 * Checks a signature: made for this challenge, at our address, by this key, with the person verified. Resolves to the counter that came with it,
 * which the store compares; undefined when anything is wrong, with the reason told to `tell`.
 */
export async function readAssertion(
  config: Config, challenge: string, { response, passkey, tell }: { response: Assertion; passkey: PasskeyRow; tell(reason: string): void },
): Promise<number | undefined> {
  const { id, origin } = partyOf(config)
  const { userHandle } = response.response
  if (userHandle !== undefined && !Buffer.from(handleOf(passkey.officer)).equals(bytesOf(userHandle))) {
    tell('the key belongs to another person')
    return undefined
  }
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: response as Parameters<typeof verifyAuthenticationResponse>[0]['response'], expectedChallenge: challenge, expectedOrigin: origin, expectedRPID: id, requireUserVerification: true,
      // the counter is compared where it is written, so that two answers at the same moment are told apart
      credential: { id: passkey.credential.toString('base64url'), publicKey: Uint8Array.from(passkey.publicKey), counter: 0 },
    })
    return verified ? authenticationInfo.newCounter : undefined
  } catch (error) {
    tell(error instanceof Error ? error.message : String(error))
    return undefined
  }
}
