import type { Role } from '#kernel/app'
import { addDays, addMonths, type LocalDate } from '#kernel/local-time'
import { holdsOn, idleRules } from './rules.ts'

type OfficerRole = Exclude<Role, 'nobody' | 'citizen' | 'service'>

/** Where the values below come from. */
export const administrationSource = 'TCVN 14423:2026, cấp độ 3'

/** An account is idle after so many days without a sign-in; every capacity is looked at again after so many months. */
export const reviewRules = { idleDays: idleRules.days, reviewMonths: 6, endsSoonDays: 30 } as const

/** The four kinds of accounts that the standard tells apart. */
export const accountKinds = ['administration', 'operation', 'technical', 'service'] as const
export type AccountKind = (typeof accountKinds)[number]

/** Which kind of account a role makes. Technical accounts are the machine's own, service accounts belong to other systems (service-rules.ts): neither is an officer. */
export const accountKindOf = (role: OfficerRole): AccountKind => (role === 'administrator' ? 'administration' : 'operation')

export const officerStates = ['active', 'never', 'idle', 'locked', 'disabled', 'ended'] as const
export type OfficerState = (typeof officerStates)[number]

/** How a capacity stands on a day. */
export type CapacityState = 'coming' | 'holds' | 'past'

export function capacityState(capacity: { validFrom: LocalDate; validTo: LocalDate | null; endedAt: Date | null }, day: LocalDate): CapacityState {
  if (capacity.endedAt !== null) return 'past'
  if (capacity.validFrom > day) return 'coming'
  return holdsOn(capacity, day) ? 'holds' : 'past'
}

/** The day before which the last sign-in makes an account idle. */
export const idleBefore = (day: LocalDate): LocalDate => addDays(day, -reviewRules.idleDays)

/** The day on or before which a look at a capacity is too old. */
export const reviewedBefore = (day: LocalDate): LocalDate => addMonths(day, -reviewRules.reviewMonths)

export const reviewFlags = ['idle', 'never_used', 'delegated', 'ends_soon'] as const
export type ReviewFlag = (typeof reviewFlags)[number]

/** What whoever reviews a capacity should look at. `usedOn`: the last day on which a session began in it. */
export function flagsOf(capacity: { validTo: LocalDate | null; usedOn: LocalDate | null; delegated: boolean }, day: LocalDate): ReviewFlag[] {
  return reviewFlags.filter((flag) => ({
    idle: capacity.usedOn !== null && capacity.usedOn < idleBefore(day),
    never_used: capacity.usedOn === null,
    delegated: capacity.delegated,
    ends_soon: capacity.validTo !== null && capacity.validTo <= addDays(day, reviewRules.endsSoonDays),
  })[flag])
}

/** Where an agency stands, as far as administration asks. */
export type Place = { code: string; parent: string | null; kind: string }

/**
 * The agency whose tree an administrator works on: their own; the whole province's for one of its root, or of the operations centre right
 * below it, from where the platform is run.
 */
export const rootOfScope = (own: Place, parent: Place | undefined): string =>
  own.kind === 'operations_centre' && parent !== undefined && parent.parent === null ? parent.code : own.code

/** Roles an administrator may give. Everybody may be made what the agency needs; their own rights nobody touches. */
export const givenRoles = ['clerk', 'officer', 'leader', 'centre', 'administrator'] as const satisfies readonly Role[]

export type AdministrationFault = 'officer_not_found' | 'agency_not_yours' | 'own_rights' | 'last_administrator' | 'officer_elsewhere'

/**
 * What stands against an administrator's act on somebody's rights, or undefined. `agencies`: where the act gives or takes something, all of
 * which must lie within the scope.
 */
export function administrationFault(given: {
  actor: string; officer: string; scope: readonly string[]; agencies: readonly string[]; takesAdministration: boolean; otherAdministrators: number
}): AdministrationFault | undefined {
  if (given.actor === given.officer) return 'own_rights'
  if (!given.agencies.every((agency) => given.scope.includes(agency))) return 'agency_not_yours'
  return given.takesAdministration && given.otherAdministrators === 0 ? 'last_administrator' : undefined
}

/** What an officer does at the desk besides working on dossiers. */
export const duties = ['administer', 'delegate', 'moveQueue', 'notices'] as const
export type Duty = (typeof duties)[number]

const rolesOf: Record<Duty, readonly Role[]> = { administer: ['administrator'], delegate: givenRoles, moveQueue: ['leader'], notices: givenRoles }

/** The duties of a role: which of the desk's own pages the server offers. */
export const dutiesOf = (role: Role): Duty[] => duties.filter((duty) => rolesOf[duty].includes(role))
