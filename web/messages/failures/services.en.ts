import { formatDate } from '#kernel/format'
import type { Say } from '../failures.vi.ts'

export const services: Record<string, Say> = {
  scope_missing: ({ scope }) => `This service account may not do this.${typeof scope === 'string' ? ` Ask the administrator for the scope ${scope}.` : ' No scope opens it.'}`,
  token_invalid: () => 'This access token is over or opens nothing any more. Get a new one with the secret and call again.',
  network_not_allowed: () => 'This service account may not be used from this network address. Call from a registered one, or ask the administrator to add it.',
  service_not_found: () => 'There is no such service account in your scope. Open the list of service accounts again.',
  service_name_taken: () => 'An account in use has this name. Choose another one.',
  service_over: () => 'This account was revoked, or its agency has ended. If it is needed again, make a new one.',
  service_days: ({ latest }) => `A service account is used for a year at most.${typeof latest === 'string' ? ` Choose a day from today to ${formatDate(latest)}.` : ' Choose another day.'}`,
}
