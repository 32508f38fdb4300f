import { z } from 'zod'
import { defineEvent } from '#platform/events'

/** A name was locked after too many failures; `officer` is whose it is, null for a name that nobody has. The subject is the same, or `unknown`. */
export const AccountLocked = defineEvent('identity.account_locked', z.object({ officer: z.uuid().nullable(), until: z.iso.datetime() }))

/** An administrator ended the lock of an officer before its time; the subject is the officer. */
export const AccountUnlocked = defineEvent('identity.account_unlocked', z.object({ officer: z.uuid(), by: z.uuid() }))

const ById = { by: z.uuid() }

/** An account was made for a new officer, or closed, or opened again; the subject is the officer. */
export const OfficerCreated = defineEvent('identity.officer_created', z.object({ officer: z.uuid(), ...ById }))
export const OfficerDisabled = defineEvent('identity.officer_disabled', z.object({ officer: z.uuid(), ...ById }))
export const OfficerEnabled = defineEvent('identity.officer_enabled', z.object({ officer: z.uuid(), ...ById }))

const CapacityFact = { capacity: z.uuid(), officer: z.uuid(), role: z.string(), agency: z.string() }

/** An officer got a capacity from a day on; the subject is the officer. */
export const CapacityGiven = defineEvent('identity.capacity_given', z.object({ ...CapacityFact, from: z.iso.date(), to: z.iso.date().nullable(), ...ById }))
/** A capacity ends: `to` is its last day, null when it ended at once; the subject is the officer. */
export const CapacityEnded = defineEvent('identity.capacity_ended', z.object({ ...CapacityFact, to: z.iso.date().nullable(), ...ById }))

const DelegationFact = { delegation: z.uuid(), fromCapacity: z.uuid(), toOfficer: z.uuid(), agency: z.string() }

/** Signing was delegated, or taken back; the subject is the officer who received it. */
export const Delegated = defineEvent('identity.delegated', z.object({ ...DelegationFact, mode: z.string(), from: z.iso.date(), to: z.iso.date(), ...ById }))
export const DelegationRevoked = defineEvent('identity.delegation_revoked', z.object({ ...DelegationFact, ...ById }))

/** A review of the rights of an agency is finished; the subject is the review. */
export const ReviewFinished = defineEvent('identity.review_finished', z.object({ review: z.uuid(), agency: z.string(), ...ById }))
