import { z } from 'zod'
import { defineEvent } from '#platform/events'

/** A name was locked after too many failures; `officer` is whose it is, null for a name that nobody has. The subject is the same, or `unknown`. */
export const AccountLocked = defineEvent('identity.account_locked', z.object({ officer: z.uuid().nullable(), until: z.iso.datetime() }))

/** An administrator ended the lock of an officer before its time; the subject is the officer. */
export const AccountUnlocked = defineEvent('identity.account_unlocked', z.object({ officer: z.uuid(), by: z.uuid() }))
