import { z } from 'zod'
import { roles } from '#kernel/app'
import { defineContract } from '#kernel/contract'

const Password = z.string().min(1).max(200)
const Username = z.string().min(1).max(60)
const Instant = z.iso.datetime()
const Code = z.string().max(20).transform((text) => text.replace(/\s/g, '')).pipe(z.string().regex(/^\d{6}$/))
/** a one-time code of paper, as somebody typed it */
const SecretCode = z.string().min(1).max(60)
/** a code of an authenticator, or a recovery code in its place */
const EitherCode = z.string().max(60).transform((text) => text.replace(/[\s-]/g, '')).pipe(z.string().regex(/^(\d{6}|[0-9A-Za-z]{16})$/))
const nothing = z.strictObject({})
/** nothing but the fields of ours that a form may carry along */
const done = z.object({})

/** After a proof of both factors: `desk` when the session has begun, `new_password` when the password must be changed first. */
export const Admitted = z.object({ next: z.enum(['desk', 'new_password']), name: z.string(), role: z.enum(roles) })

// ---- passkeys, as WebAuthn's JSON tells them (https://www.w3.org/TR/webauthn-3/, sections 5.1.8 to 5.1.10)

const Base64 = z.string().max(20_000).regex(/^[\w-]+$/)

/** A form carries the device's answer as one text of JSON. */
const Json = z.string().max(60_000).transform((text, context): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    context.addIssue({ code: 'custom', message: 'wrong_form' })
    return z.NEVER
  }
})
const credential = { id: Base64, rawId: Base64, type: z.literal('public-key'), clientExtensionResults: z.record(z.string(), z.unknown()).default({}), authenticatorAttachment: z.string().max(40).nullish().transform((text) => text ?? undefined) }

/** What a device answers when it made a key. */
export const Attestation = z.object({ ...credential, response: z.object({ clientDataJSON: Base64, attestationObject: Base64, transports: z.array(z.string().max(40)).max(10).optional() }) })
export type Attestation = z.output<typeof Attestation>

/** What a device answers when it signed a challenge. */
export const Assertion = z.object({ ...credential, response: z.object({ clientDataJSON: Base64, authenticatorData: Base64, signature: Base64, userHandle: Base64.nullish().transform((text) => text ?? undefined) }) })
export type Assertion = z.output<typeof Assertion>

/** Options for `navigator.credentials`, with the challenge that this browser alone may answer, once. */
const Options = z.object({ options: z.record(z.string(), z.unknown()) })

export const askPasskey = defineContract({
  name: 'identity.askPasskey', method: 'POST', path: '/api/officer-sign-in/passkey/challenge', summary: 'A challenge for a passkey: to sign in, or to open a locked session', input: nothing, output: Options,
})
export const checkPasskey = defineContract({
  name: 'identity.checkPasskey', method: 'POST', path: '/api/officer-sign-in/passkey', summary: 'Sign in with a passkey alone: it stands for both steps',
  input: z.strictObject({ credential: Json.pipe(Assertion) }), output: Admitted,
})
export const unlockWithPasskey = defineContract({
  name: 'identity.unlockWithPasskey', method: 'POST', path: '/api/session/unlock/passkey', summary: 'Back at the desk: a passkey in place of the password',
  input: z.strictObject({ credential: Json.pipe(Assertion) }), output: done,
})
export const beginNewPasskey = defineContract({
  name: 'identity.beginNewPasskey', method: 'POST', path: '/api/account/passkeys/challenge', summary: 'A challenge for a new passkey of one’s own', input: nothing, output: Options,
})
export const addPasskey = defineContract({
  name: 'identity.addPasskey', method: 'POST', path: '/api/account/passkeys', summary: 'Add a passkey to one’s own account; asks for the password',
  input: z.strictObject({ name: z.string().trim().min(1).max(60), password: Password, credential: Json.pipe(Attestation) }), output: z.object({ id: z.uuid() }),
})
export const removePasskey = defineContract({
  name: 'identity.removePasskey', method: 'POST', path: '/api/account/passkeys/remove', summary: 'Remove a passkey of one’s own', input: z.strictObject({ id: z.uuid() }), output: done,
})

// ---- the steps of a sign-in that are not everyday

export const checkRecoveryCode = defineContract({
  name: 'identity.checkRecoveryCode', method: 'POST', path: '/api/officer-sign-in/recovery-code', summary: 'Second step without the telephone: a recovery code, once',
  input: z.strictObject({ passcode: SecretCode }), output: Admitted,
})
export const renewPassword = defineContract({
  name: 'identity.renewPassword', method: 'POST', path: '/api/officer-sign-in/new-password', summary: 'Third step when the password is too old: a new one; begins the session',
  input: z.strictObject({ newPassword: Password, passwordAgain: Password }), output: Admitted,
})
export const checkPaper = defineContract({
  name: 'identity.checkPaper', method: 'POST', path: '/api/officer-sign-in/paper', summary: 'First sign-in, or after a loss: the code of a one-time paper',
  input: z.strictObject({ username: Username, passcode: SecretCode }), output: z.object({ next: z.literal('password') }),
})
export const choosePassword = defineContract({
  name: 'identity.choosePassword', method: 'POST', path: '/api/officer-sign-in/paper/password', summary: 'After the paper: the password that will be one’s own; kept when the authenticator follows',
  input: z.strictObject({ newPassword: Password, passwordAgain: Password }), output: z.object({ next: z.literal('authenticator') }),
})
export const enrol = defineContract({
  name: 'identity.enrol', method: 'POST', path: '/api/officer-sign-in/paper/authenticator', summary: 'After the paper and the password: the first code of the authenticator; uses the paper up and begins the session',
  input: z.strictObject({ code: Code }), output: z.object({ name: z.string(), role: z.enum(roles), recoveryCodes: z.array(z.string()) }),
})

/** What an authenticator app is to learn: as text and as a picture. */
const Key = z.object({
  username: z.string(),
  /** base32, in groups of four */
  key: z.string(),
  /** an SVG picture of the key's address (otpauth) */
  qr: z.string(),
})

export const enrolment = defineContract({
  name: 'identity.enrolment', method: 'GET', path: '/api/officer-sign-in/paper', summary: 'What this browser’s first sign-in still needs, with the key for the authenticator', input: nothing,
  /** null when this browser is in the middle of none */
  output: z.object({ open: Key.extend({ name: z.string(), passwordChosen: z.boolean() }).nullable() }),
})

// ---- one's own account

const own = ['changePassword', 'changeAuthenticator', 'renewRecoveryCodes', 'addPasskey', 'removePasskey', 'endOtherSessions'] as const

export const account = defineContract({
  name: 'identity.account', method: 'GET', path: '/api/account', summary: 'One’s own sign-in: password, authenticator, recovery codes, passkeys, sessions', input: nothing,
  output: z.object({
    username: z.string(), name: z.string(), demonstration: z.boolean(),
    passwordSetAt: Instant.nullable(),
    /** from when it must be changed before the next session; null for who administers nothing */
    passwordDue: Instant.nullable(),
    authenticatorSetAt: Instant.nullable(),
    recoveryCodes: z.object({ left: z.number().int(), madeAt: Instant.nullable() }),
    passkeys: z.array(z.object({ id: z.uuid(), name: z.string(), addedAt: Instant, usedAt: Instant.nullable(), /** kept on several devices */ synced: z.boolean() })),
    sessions: z.array(z.object({
      /** null for one whose beginning is not on record: it is ended with all the others */
      id: z.uuid().nullable(),
      current: z.boolean(), locked: z.boolean(), browser: z.string().nullable(), system: z.string().nullable(), address: z.string().nullable(), beganAt: Instant, seenAt: Instant,
    })),
    actions: z.array(z.enum(own)),
  }),
})
export const changePassword = defineContract({
  name: 'identity.changePassword', method: 'POST', path: '/api/account/password', summary: 'Change one’s own password; ends all other sessions',
  input: z.strictObject({ password: Password, newPassword: Password, passwordAgain: Password }), output: done,
})
export const beginAuthenticator = defineContract({
  name: 'identity.beginAuthenticator', method: 'POST', path: '/api/account/authenticator/begin', summary: 'Begin to change the authenticator: makes a new key', input: nothing, output: done,
})
export const newAuthenticator = defineContract({
  name: 'identity.newAuthenticator', method: 'GET', path: '/api/account/authenticator', summary: 'The new key, for the browser that began', input: nothing,
  /** null when this browser began none, or too long ago */
  output: z.object({ open: Key.nullable() }),
})
export const changeAuthenticator = defineContract({
  name: 'identity.changeAuthenticator', method: 'POST', path: '/api/account/authenticator', summary: 'Change the authenticator: a code of the old one, or a recovery code, and one of the new; ends all other sessions',
  input: z.strictObject({ oldCode: EitherCode, code: Code }), output: done,
})
export const renewRecoveryCodes = defineContract({
  name: 'identity.renewRecoveryCodes', method: 'POST', path: '/api/account/recovery-codes', summary: 'New recovery codes in the place of all earlier ones, shown this once; asks for the password',
  input: z.strictObject({ password: Password }), output: z.object({ recoveryCodes: z.array(z.string()) }),
})
export const endSession = defineContract({
  name: 'identity.endSession', method: 'POST', path: '/api/account/sessions/end', summary: 'End another session of one’s own', input: z.strictObject({ id: z.uuid() }), output: done,
})
export const endOtherSessions = defineContract({
  name: 'identity.endOtherSessions', method: 'POST', path: '/api/account/sessions/end-others', summary: 'End all sessions of one’s own but this', input: nothing, output: z.object({ ended: z.number().int() }),
})

// ---- administration

export const issuePaper = defineContract({
  name: 'identity.issuePaper', method: 'POST', path: '/api/officers/paper', summary: 'A one-time sign-in paper for an officer without credentials, or who lost them: takes the old ones away',
  input: z.strictObject({ id: z.uuid() }), output: z.object({ username: z.string(), name: z.string(), code: z.string(), expiresAt: Instant }),
})
