import { z } from 'zod'
import { roles } from '#kernel/app'
import { defineContract } from '#kernel/contract'
import { Admitted } from './contract-credentials.ts'

const Both = z.object({ vi: z.string(), en: z.string() })
const OwnPath = z.string().max(500).regex(/^\/(?![/\\])[^\\\p{C}]*$/u)
const Password = z.string().min(1).max(200)
const Username = z.string().min(1).max(60)
const nothing = z.strictObject({})

// ---- citizens

/** Where the national identity sends the browser back to; the page there hands `signInAnswer` of its query to `completeSignIn`. */
export const signInReturnPath = '/dang-nhap/vneid'

const answerNames = ['code', 'state', 'error', 'error_description', 'iss'] as const

/** The parts of the national identity's answer that are ours to read; others are ignored (RFC 6749, section 4.1.2), and so is one given twice. */
export function signInAnswer(query: URLSearchParams): z.input<typeof completeSignIn.input> {
  const once = answerNames.flatMap((name) => {
    const [value, ...more] = query.getAll(name)
    return value === undefined || more.length > 0 ? [] : [[name, value.slice(0, 2000)]]
  })
  return Object.fromEntries(once) as z.input<typeof completeSignIn.input>
}

export const beginSignIn = defineContract({
  name: 'identity.beginSignIn', method: 'POST', path: '/api/sign-in', summary: 'Begin to sign in with the national identity; the browser goes to `location`',
  /** `level`: asks the national identity for a person whose identity was proven in person */
  input: z.strictObject({ returnTo: OwnPath, level: z.literal(2).optional() }), output: z.object({ location: z.url() }),
})
export const completeSignIn = defineContract({
  name: 'identity.completeSignIn', method: 'POST', path: '/api/sign-in/complete', summary: 'Finish it with the answer of the national identity; once',
  input: z.strictObject({
    code: z.string().max(2000).optional(), state: z.string().max(2000).optional(), iss: z.string().max(2000).optional(),
    error: z.string().max(2000).optional(), error_description: z.string().max(2000).optional(),
  }),
  output: z.object({ returnTo: OwnPath }),
})

// ---- officers

export const checkPassword = defineContract({
  name: 'identity.checkPassword', method: 'POST', path: '/api/officer-sign-in', summary: 'First step of an officer: name and password',
  input: z.strictObject({ username: Username, password: Password }), output: z.object({ next: z.literal('code') }),
})
export const checkCode = defineContract({
  name: 'identity.checkCode', method: 'POST', path: '/api/officer-sign-in/code', summary: 'Second step: the code of the authenticator; begins the session',
  input: z.strictObject({ code: z.string().max(20).transform((text) => text.replace(/\s/g, '')).pipe(z.string().regex(/^\d{6}$/)) }),
  output: Admitted,
})
export const lock = defineContract({
  name: 'identity.lock', method: 'POST', path: '/api/session/lock', summary: 'Leave the desk for a moment: the session asks for the password',
  input: nothing, output: z.object({}),
})
export const unlock = defineContract({
  name: 'identity.unlock', method: 'POST', path: '/api/session/unlock', summary: 'Back at the desk: the password again',
  input: z.strictObject({ password: Password }), output: z.object({}),
})
export const act = defineContract({
  name: 'identity.act', method: 'POST', path: '/api/session/capacity', summary: 'Act in another of one’s own capacities',
  input: z.strictObject({ capacity: z.uuid() }), output: z.object({ role: z.enum(roles), agency: z.string() }),
})
export const unlockOfficer = defineContract({
  name: 'identity.unlockOfficer', method: 'POST', path: '/api/officers/unlock', summary: 'End the lock of an officer after too many failures',
  input: z.strictObject({ username: Username }), output: z.object({ name: z.string(), wasLocked: z.boolean() }),
})

// ---- everybody

export const signOut = defineContract({
  name: 'identity.signOut', method: 'POST', path: '/api/session/end', summary: 'Sign out', input: nothing, output: z.object({}),
})

const CapacityView = z.object({ id: z.uuid(), role: z.enum(roles), agency: z.string(), title: Both, current: z.boolean() })

/** Who is signed in here. `capacities` are those of today, none while the session is locked. */
export const SessionView = z.object({
  kind: z.enum(['nobody', 'citizen', 'officer']),
  name: z.string(),
  role: z.enum(roles),
  agency: z.string().nullable(),
  title: Both.nullable(),
  level: z.union([z.literal(0), z.literal(1), z.literal(2)]),
  /** acts that ask for a higher level of the national identity than this session proved; a page leads to it before anything is typed */
  tooLowFor: z.array(z.enum(['submit', 'withdraw', 'readResult'])),
  locked: z.boolean(),
  /** after so many minutes without a request an officer's session locks itself */
  idleMinutes: z.number().int(),
  capacities: z.array(CapacityView),
  /** what the capacity does at the desk besides dossiers; none while the session is locked */
  duties: z.array(z.enum(['administer', 'delegate', 'moveQueue', 'notices'])),
})
export type SessionView = z.output<typeof SessionView>

export const session = defineContract({
  name: 'identity.session', method: 'GET', path: '/api/session', summary: 'Who is signed in, and in which capacities', input: nothing, output: SessionView,
})

// ---- the demonstration

export const demonstrationCodes = defineContract({
  name: 'identity.demonstrationCodes', method: 'GET', path: '/api/demonstration/codes', summary: 'Sign-ins of the demonstration with the codes of this moment', input: nothing,
  output: z.object({
    /** for how many seconds the codes stay the newest */
    seconds: z.number().int(),
    officers: z.array(z.object({
      username: z.string(), password: z.string(), name: z.string(), code: z.string(), titles: z.array(Both), roles: z.array(z.enum(roles)), agencies: z.array(z.string()),
    })),
  }),
})
export const demonstrationPeople = defineContract({
  name: 'identity.demonstrationPeople', method: 'GET', path: '/api/demonstration/people', summary: 'Everybody one can be in the demonstration', input: nothing,
  output: z.object({
    capacities: z.array(z.object({ id: z.uuid(), name: z.string(), role: z.enum(roles), agency: z.string(), title: Both })),
    citizens: z.array(z.object({ subject: z.string(), name: z.string(), about: Both, level: z.number().int() })),
    /** people without an account of their own: one meets them at the counter */
    visitors: z.array(z.object({ name: z.string(), about: Both })),
  }),
})
export const actAs = defineContract({
  name: 'identity.actAs', method: 'POST', path: '/api/demonstration/act-as', summary: 'Become an officer in a capacity, or an invented citizen, at once',
  input: z.union([z.strictObject({ capacity: z.uuid() }), z.strictObject({ citizen: z.string().min(1).max(60) })]),
  output: z.object({ kind: z.enum(['citizen', 'officer']), name: z.string(), role: z.enum(roles) }),
})

export * from './contract-break-glass.ts'
export * from './contract-capacities.ts'
export * from './contract-readings.ts'
export * from './contract-credentials.ts'
export * from './contract-scopes.ts'
export * from './contract-services.ts'
