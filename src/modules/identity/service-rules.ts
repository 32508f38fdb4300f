import { addDays, addMonths, type LocalDate } from '#kernel/local-time'

/**
 * Accounts of other systems (tài khoản dịch vụ, one of the four kinds of TCVN 14423:2026). Lengths are ours where the standard names none: a token is
 * short, an account ends within a year, an old secret outlives a new one by a day at most.
 */
export const serviceRules = { tokenMinutes: 15, months: 12, overlapHours: 24, warnDays: 30 } as const

/** The last day that an account may be given today. */
export const latestDay = (today: LocalDate): LocalDate => addMonths(today, serviceRules.months)

/** Why an account opens nothing, in the order in which it is told; undefined when it does. */
export type ServiceFault = 'revoked' | 'agency_ended' | 'expired'

type Standing = { revokedAt: Date | null; until: LocalDate; agencyEnded: boolean }

export function serviceFault({ revokedAt, until, agencyEnded }: Standing, day: LocalDate): ServiceFault | undefined {
  if (revokedAt !== null) return 'revoked'
  if (agencyEnded) return 'agency_ended'
  return until < day ? 'expired' : undefined
}

export type ServiceState = ServiceFault | 'locked' | 'ending' | 'active'

/** How an account stands, for who looks after it. */
export function serviceState(standing: Standing & { locked: boolean }, day: LocalDate): ServiceState {
  const fault = serviceFault(standing, day)
  if (fault) return fault
  if (standing.locked) return 'locked'
  return standing.until <= addDays(day, serviceRules.warnDays) ? 'ending' : 'active'
}

/** What an administrator may do with an account that stands so. What was revoked, or whose agency has ended, never comes back: a new one is made. */
export function serviceActions(state: ServiceState): ('rotate' | 'revoke' | 'unlock')[] {
  if (state === 'revoked') return []
  if (state === 'agency_ended') return ['revoke']
  return state === 'locked' ? ['unlock', 'rotate', 'revoke'] : ['rotate', 'revoke']
}
