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

const OfOfficer = { officer: z.uuid() }

/** Changes of an officer's own credentials; the subject is the officer. None tells anything secret. */
export const PasswordChanged = defineEvent('identity.password_changed', z.object(OfOfficer))
export const AuthenticatorChanged = defineEvent('identity.authenticator_changed', z.object(OfOfficer))
export const PasskeyAdded = defineEvent('identity.passkey_added', z.object({ ...OfOfficer, passkey: z.uuid() }))
export const PasskeyRemoved = defineEvent('identity.passkey_removed', z.object({ ...OfOfficer, passkey: z.uuid() }))
/** A recovery code stood for the second factor; `left` are those that remain. */
export const RecoveryCodeUsed = defineEvent('identity.recovery_code_used', z.object({ ...OfOfficer, left: z.number().int() }))
/** Ten new recovery codes took the place of all earlier ones. */
export const RecoveryCodesRenewed = defineEvent('identity.recovery_codes_renewed', z.object(OfOfficer))
/** A passkey signed with a counter that did not grow: there may be a copy of it. */
export const PasskeyCopied = defineEvent('identity.passkey_copied', z.object({ ...OfOfficer, passkey: z.uuid() }))

/** A one-time paper was issued, which took the credentials away; `by` null when it was printed on the machine itself. The subject is the officer. */
export const PaperIssued = defineEvent('identity.paper_issued', z.object({ ...OfOfficer, by: z.uuid().nullable() }))
/** The paper was used: the officer has chosen new credentials. */
export const Enrolled = defineEvent('identity.enrolled', z.object(OfOfficer))
/** An account was closed because nobody signed in for so many days; the subject is the officer. */
export const AccountClosedIdle = defineEvent('identity.account_closed_idle', z.object({ ...OfOfficer, days: z.number().int() }))

/** The sealed access for emergencies was opened; the subject is the use. */
export const BreakGlassUsed = defineEvent('identity.break_glass_used', z.object({ use: z.uuid() }))

const OfService = { service: z.uuid() }

/** An account of another system was made, got a new secret, or was revoked; the subject is the account. None tells anything secret. */
export const ServiceCreated = defineEvent('identity.service_created', z.object({ ...OfService, scopes: z.array(z.string()), until: z.iso.date(), ...ById }))
export const ServiceRotated = defineEvent('identity.service_rotated', z.object({ ...OfService, until: z.iso.date(), oldEndsAt: z.iso.datetime(), ...ById }))
export const ServiceRevoked = defineEvent('identity.service_revoked', z.object({ ...OfService, ...ById }))
/** Too many wrong secrets locked it, and an administrator ended that. */
export const ServiceLocked = defineEvent('identity.service_locked', z.object({ ...OfService, until: z.iso.datetime() }))
export const ServiceUnlocked = defineEvent('identity.service_unlocked', z.object({ ...OfService, ...ById }))
