import type { z } from 'zod'
import { realNow } from '#kernel/clock'
import { Failure } from '#kernel/failure'
import type { Call } from '#platform/http'
import { notEnded } from '#modules/agencies'
import { iso, namer, scopeOf, today } from '../administering.ts'
import type { getService, listServices } from '../contract.ts'
import { lockOf, signInRules } from '../rules.ts'
import { latestDay, serviceActions, serviceState, type ServiceState } from '../service-rules.ts'
import { serviceIndexOf } from '../services.ts'
import { findService, listAccounts, lockService, secretsOf, type ServiceRow } from '../stores/services.ts'
import { findAttempt } from '../stores/sign-ins.ts'
import { eventsOf } from './list-officers.ts'

type Named = Awaited<ReturnType<typeof namer>>
type Line = z.input<typeof listServices.output>['services'][number]

/** Service accounts of the scope by name, those that were revoked last. */
export async function readServices(call: Call): Promise<z.input<typeof listServices.output>> {
  const { tx } = call
  const { agencies } = await scopeOf(call)
  const running = await notEnded(tx, agencies, today())
  return { services: await serviceLines(call, agencies), agencies: running.map(await namer(tx, running)), latest: latestDay(today()) }
}

/** Accounts of these agencies as an answer tells them. */
export async function serviceLines(call: Pick<Call, 'tx' | 'db' | 'sealer'>, agencies: readonly string[]): Promise<Line[]> {
  const rows = await listAccounts(call.tx, agencies)
  const running = await notEnded(call.tx, agencies, today())
  const named = await namer(call.tx, rows.map(({ agency }) => agency))
  return Promise.all(rows.map(async (row) => lineOf(row, named, (await standingOf(call, row, !running.includes(row.agency))).state)))
}

/** One of them, with what this administrator may do. Throws `service_not_found`. */
export async function readService(call: Call<z.output<typeof getService.input>>): Promise<z.input<typeof getService.output>> {
  const { tx } = call
  const account = await inScope(call, await findService(tx, call.input.id))
  const { state, failed, until } = await standingOf(call, account)
  const secrets = state === 'revoked' ? [] : await secretsOf(tx, account.id, realNow())
  return {
    ...lineOf(account, await namer(tx, [account.agency]), state), responsible: account.responsible, networks: account.networks, createdAt: account.createdAt.toISOString(), usedFrom: account.usedFrom,
    revokedAt: iso(account.revokedAt), revokeReason: account.revokeReason, lockedUntil: iso(until), failed, latest: latestDay(today()),
    secrets: secrets.map(({ madeAt, endsAt }) => ({ madeAt: madeAt.toISOString(), endsAt: iso(endsAt) })), events: await eventsOf(call, account.id), actions: serviceActions(state),
  }
}

/** One of the scope, held for an act on it. Throws `service_not_found`. */
export async function holdService(call: Pick<Call, 'tx' | 'db' | 'sealer' | 'actor'>, id: string): Promise<{ account: ServiceRow; state: ServiceState; actions: ReturnType<typeof serviceActions> }> {
  const account = await inScope(call, await lockService(call.tx, id))
  const { state } = await standingOf(call, account)
  return { account, state, actions: serviceActions(state) }
}

async function inScope(call: Pick<Call, 'tx' | 'actor'>, account: ServiceRow | undefined): Promise<ServiceRow> {
  const { agencies } = await scopeOf(call)
  if (!account || !agencies.includes(account.agency)) throw new Failure('service_not_found')
  return account
}

async function standingOf({ tx, db, sealer }: Pick<Call, 'tx' | 'db' | 'sealer'>, account: ServiceRow, agencyEnded?: boolean): Promise<{ state: ServiceState; failed: number; until: Date | null }> {
  const { left, until } = lockOf(await findAttempt(db, serviceIndexOf(sealer, account.id)), realNow())
  const ended = agencyEnded ?? (await notEnded(tx, [account.agency], today())).length === 0
  return { state: serviceState({ revokedAt: account.revokedAt, until: account.until, agencyEnded: ended, locked: until !== null }, today()), failed: signInRules.mostFailures - left, until }
}

const lineOf = ({ id, name, agency, purpose, scopes, until, usedAt }: ServiceRow, named: Named, state: ServiceState): Line => ({
  id, name, agency: named(agency), purpose, scopes: scopes as Line['scopes'], until, state, usedAt: iso(usedAt),
})
