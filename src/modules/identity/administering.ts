import { realNow } from '#kernel/clock'
import { Failure } from '#kernel/failure'
import { localDate, type LocalDate } from '#kernel/local-time'
import type { Tx } from '#platform/db'
import type { Call } from '#platform/http'
import { agenciesBelow, agencyNames, findAgency, listAgencies } from '#modules/agencies'
import { accountKindOf, administrationFault, capacityState, idleBefore, rootOfScope } from './administration-rules.ts'
import type { CapacityLine } from './contract.ts'
import { signInRules } from './rules.ts'
import { linesOf } from './signature-rules.ts'
import { capacitiesOfAll, countAdministrators, findAccount, lockAdministration, lockedNames, usernamesIn, type AccountRow, type CapacityFacts, type Judging } from './stores/administration.ts'
import { nameIndexOf } from './tries.ts'

type Both = { vi: string; en: string }

/** Rights run by the real day: moving the business clock gives and takes none. */
export const today = (): LocalDate => localDate(realNow())

/** The agencies that the administrator who asks administers, and the one on top of them. Throws `forbidden` for somebody without an agency. */
export async function scopeOf({ tx, actor }: Pick<Call, 'tx' | 'actor'>): Promise<{ root: string; agencies: string[] }> {
  const own = actor.agency === null ? undefined : await findAgency(tx, actor.agency)
  if (!own) throw new Failure('forbidden')
  const parent = own.parent === null ? undefined : await findAgency(tx, own.parent)
  const root = rootOfScope(own, parent)
  return { root, agencies: await agenciesBelow(tx, root) }
}

/** How accounts of the scope are judged now. Whoever is locked is known by a digest of the name, so names are only gone through when anybody is. */
export async function judgingOf({ tx, sealer }: Pick<Call, 'tx' | 'sealer'>, scope: readonly string[]): Promise<Judging> {
  const since = new Date(realNow().getTime() - signInRules.lockHours * 3_600_000)
  const digests = new Set((await lockedNames(tx, signInRules.mostFailures, since)).map((digest) => digest.toString('hex')))
  const names = digests.size === 0 ? [] : await usernamesIn(tx, scope)
  const locked = names.filter(({ username }) => digests.has(nameIndexOf(sealer, username).toString('hex'))).map(({ id }) => id)
  return { day: today(), idleBefore: idleBefore(today()), locked }
}

/** An officer of the scope with every capacity. Throws `officer_not_found`, also for one of another scope. */
export async function loadAdministered(call: Pick<Call, 'tx' | 'sealer' | 'actor'>, id: string): Promise<{ account: AccountRow; capacities: CapacityFacts[]; scope: string[] }> {
  const { agencies: scope } = await scopeOf(call)
  const account = await findAccount(call.tx, id, await judgingOf(call, scope))
  const capacities = account ? await capacitiesOfAll(call.tx, [id]) : []
  if (!account || !capacities.some(({ agency }) => scope.includes(agency))) throw new Failure('officer_not_found', { id })
  return { account, capacities, scope }
}

/** Capacities of now and later. */
export const runningOf = (capacities: readonly CapacityFacts[]): CapacityFacts[] => capacities.filter((each) => capacityState(each, today()) !== 'past')

/** The agencies of an officer outside of a scope, where somebody else gave them something that still counts. */
export const elsewhereOf = (capacities: readonly CapacityFacts[], scope: readonly string[]): string[] => runningOf(capacities).map(({ agency }) => agency).filter((agency) => !scope.includes(agency))

/**
 * Throws unless this administrator may give or take something at these agencies. `taking`: what is taken away from the day after `day` on; the
 * province keeps an administrator, also when two of them end each other at once.
 */
export async function refuseAct(
  call: Pick<Call, 'tx' | 'actor'>, act: { officer: string; scope: readonly string[]; agencies: readonly string[]; taking?: { capacities: readonly CapacityFacts[]; day: LocalDate } },
): Promise<void> {
  const takes = act.taking?.capacities.some(({ role }) => role === 'administrator') ?? false
  if (takes) await lockAdministration(call.tx)
  const others = takes ? await countAdministrators(call.tx, await seatsOver(call.tx, (act.taking?.capacities ?? []).filter(({ role }) => role === 'administrator').map(({ agency }) => agency)), act.taking?.day ?? today(), act.officer) : 0
  const fault = administrationFault({ actor: call.actor.id ?? '', officer: act.officer, scope: act.scope, agencies: act.agencies, takesAdministration: takes, otherAdministrators: others })
  if (fault) throw new Failure(fault, { agency: act.agencies.find((agency) => !act.scope.includes(agency)) ?? null })
}

/** From where what is administered at these agencies can be administered too: themselves, those above, and the centre that runs the platform. */
export async function seatsOver(tx: Tx, agencies: readonly string[]): Promise<string[]> {
  const centres = await listAgencies(tx, { on: today(), kind: 'operations_centre' })
  const seats = new Set<string>()
  for (const agency of agencies) {
    for (let place = await findAgency(tx, agency); place; place = place.parent === null ? undefined : await findAgency(tx, place.parent)) {
      seats.add(place.code)
      const root = place.parent === null ? place.code : undefined
      centres.filter(({ parent }) => parent === root).forEach(({ code }) => seats.add(code))
    }
  }
  return [...seats]
}

/** Names of agencies for an answer; a code that nobody knows stands for itself. */
export async function namer(tx: Tx, codes: readonly string[]): Promise<(code: string) => { code: string; name: Both }> {
  const names = await agencyNames(tx, codes)
  return (code) => ({ code, name: names.get(code) ?? { vi: code, en: code } })
}

export const iso = (at: Date | null): string | null => at?.toISOString() ?? null

/** A capacity as an answer tells it. */
export function capacityLine(row: CapacityFacts, named: (code: string) => { code: string; name: Both }, mayEnd: boolean): CapacityLine {
  const state = capacityState(row, today())
  return {
    id: row.id, role: row.role, kind: accountKindOf(row.role), agency: named(row.agency), field: row.field, procedure: row.procedure, title: { vi: row.titleVi, en: row.titleEn },
    signsAs: linesOf(row), from: row.validFrom, to: row.validTo, state, delegated: row.delegatedFrom !== null, endedAt: iso(row.endedAt), endReason: row.endReason,
    document: row.document, usedAt: iso(row.usedAt), actions: mayEnd && state !== 'past' && row.delegatedFrom === null ? ['end'] : [],
  }
}
