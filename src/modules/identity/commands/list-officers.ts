import type { z } from 'zod'
import { addDays } from '#kernel/local-time'
import type { Call } from '#platform/http'
import { listEvents } from '#platform/machine'
import { notEnded } from '#modules/agencies'
import { capacityState, reviewedBefore, reviewRules } from '../administration-rules.ts'
import { capacityLine, elsewhereOf, iso, judgingOf, loadAdministered, namer, runningOf, scopeOf, today } from '../administering.ts'
import type { administration, getOfficer, listOfficers } from '../contract.ts'
import { capacitiesEnding, capacitiesOfAll, countStates, listAccounts } from '../stores/administration.ts'
import { namesOf } from '../stores/officers.ts'
import { listReviews, overdueAgencies } from '../stores/reviews.ts'

const pageSize = 50

/** What there is in the administrator's scope, and what needs a person. */
export async function readAdministration(call: Call): Promise<z.input<typeof administration.output>> {
  const { tx } = call
  const { root, agencies } = await scopeOf(call)
  const states = await countStates(tx, agencies, await judgingOf(call, agencies))
  const overdue = (await overdueAgencies(tx, today(), reviewedBefore(today()))).filter(({ agency }) => agencies.includes(agency))
  const ending = await capacitiesEnding(tx, agencies, today(), addDays(today(), reviewRules.endsSoonDays))
  const reviews = await listReviews(tx, agencies)
  const named = await namer(tx, agencies)
  const count = (state: string): number => states.find((each) => each.state === state)?.count ?? 0
  return {
    root: named(root), agencies: (await notEnded(tx, agencies, today())).map(named), openReviews: reviews.filter(({ finishedAt }) => finishedAt === null).length,
    states: { active: count('active'), never: count('never'), idle: count('idle'), locked: count('locked'), disabled: count('disabled'), ended: count('ended') },
    overdue: overdue.map(({ agency, ...rest }) => ({ agency: named(agency), ...rest })),
    endingSoon: ending.map((row) => ({ officer: row.officer, name: row.name, title: { vi: row.titleVi, en: row.titleEn }, agency: named(row.agency), to: row.validTo ?? '', delegated: row.delegatedFrom !== null })),
  }
}

/** Officers of the scope by name, a page at a time, each with what they hold today. */
export async function readOfficers(call: Call<z.output<typeof listOfficers.input>>): Promise<z.input<typeof listOfficers.output>> {
  const { tx, input } = call
  const { agencies } = await scopeOf(call)
  const rows = await listAccounts(tx, agencies, input, { judging: await judgingOf(call, agencies), after: input.after ?? null, size: pageSize + 1 })
  const page = rows.slice(0, pageSize)
  const last = rows.length > pageSize ? page.at(-1) : undefined
  const capacities = (await capacitiesOfAll(tx, page.map(({ id }) => id))).filter((each) => capacityState(each, today()) === 'holds')
  const named = await namer(tx, capacities.map(({ agency }) => agency))
  return {
    officers: page.map(({ id, username, name, state, seenAt }) => ({
      id, username, name, state, seenAt: iso(seenAt),
      duties: capacities.filter(({ officer }) => officer === id).map((each) => ({ role: each.role, agency: named(each.agency), title: { vi: each.titleVi, en: each.titleEn } })),
    })),
    next: last?.id ?? null,
  }
}

/** One officer with the capacities of all times, and what this administrator may do. Throws `officer_not_found`. */
export async function readOfficer(call: Call<z.output<typeof getOfficer.input>>): Promise<z.input<typeof getOfficer.output>> {
  const { account, capacities, scope } = await loadAdministered(call, call.input.id)
  const self = account.id === call.actor.id
  const named = await namer(call.tx, capacities.map(({ agency }) => agency))
  const whole = elsewhereOf(capacities, scope).length === 0
  const mayClose = !self && whole
  const events = await eventsOf(call, account.id)
  return {
    id: account.id, username: account.username, name: account.name, state: account.state, seenAt: iso(account.seenAt), createdAt: account.createdAt.toISOString(),
    disabledAt: iso(account.disabledAt), disabledReason: account.disabledReason, canSignIn: account.hasPassword, demonstration: account.demonstration,
    capacities: capacities.map((each) => capacityLine(each, named, !self && scope.includes(each.agency))),
    events,
    actions: [
      ...(self || account.disabledAt !== null ? [] : ['giveCapacity' as const]),
      ...(mayClose && account.disabledAt === null && !account.demonstration ? ['issuePaper' as const] : []), ...(mayClose ? [account.disabledAt === null ? ('disable' as const) : ('enable' as const)] : []),
      ...(account.state === 'locked' && runningOf(capacities).length > 0 ? ['unlock' as const] : []),
    ],
  }
}

/** as many as a page shows; an officer has a few in a year */
const mostEvents = 200

/** What happened to an account, the newest first, and who did it. */
export async function eventsOf({ db, tx }: Pick<Call, 'db' | 'tx'>, officer: string): Promise<{ name: string; at: string; by: string | null }[]> {
  const events = (await listEvents(db, { subject: officer, limit: mostEvents })).filter(({ name }) => name.startsWith('identity.'))
  const actors = events.map(({ payload }) => (payload as { by?: unknown }).by).map((by) => (typeof by === 'string' ? by : null))
  const names = new Map((await namesOf(tx, actors.filter((by) => by !== null))).map(({ id, name }) => [id, name]))
  return events.map(({ name, at }, place) => ({ name, at: at.toISOString(), by: names.get(actors[place] ?? '') ?? null })).toReversed()
}
