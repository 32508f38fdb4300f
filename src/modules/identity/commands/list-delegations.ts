import type { z } from 'zod'
import type { Call } from '#platform/http'
import { agenciesBelow } from '#modules/agencies'
import { capacityState } from '../administration-rules.ts'
import { iso, namer, scopeOf, today } from '../administering.ts'
import type { DelegationView, listDelegations } from '../contract.ts'
import { headTitleOf, isDeputy, linesOf } from '../signature-rules.ts'
import { holdersAt, type CapacityFacts } from '../stores/administration.ts'
import { delegationsAt, delegationsOf, type DelegationRow } from '../stores/delegations.ts'

/** What an officer delegated and received, and what they may delegate to whom. An administrator sees the scope. */
export async function readDelegations(call: Call<z.output<typeof listDelegations.input>>): Promise<z.input<typeof listDelegations.output>> {
  const { tx, actor, input } = call
  const agencies = actor.role === 'administrator' ? (await scopeOf(call)).agencies : actor.role === 'leader' && actor.agency !== null ? await agenciesBelow(tx, actor.agency) : []
  const rows = actor.role === 'administrator' ? await delegationsAt(tx, agencies) : await delegationsOf(tx, actor.id ?? '')
  const holders = agencies.length === 0 ? [] : await holdersAt(tx, agencies, today())
  const from = holders.filter((each) => headTitleOf(linesOf(each)) !== undefined && (actor.role === 'administrator' || each.id === actor.capacityId))
  const source = actor.role === 'administrator' ? from.find(({ id }) => id === input.from) : from[0]
  const below = source ? await agenciesBelow(tx, source.agency) : []
  const to = holders.filter((each) => below.includes(each.agency) && each.officer !== actor.id && each.officer !== source?.officer)
  const named = await namer(tx, [...rows, ...from, ...to].map(({ agency }) => agency))
  return {
    delegations: rows.map((row) => viewOf(row, call, named)),
    from: from.map((each) => ({ capacity: each.id, name: each.name, title: titleOf(each), agency: named(each.agency), to: each.validTo })),
    to: to.map((each) => ({ officer: each.officer, name: each.name, title: titleOf(each), agency: named(each.agency), deputy: isDeputy(linesOf(each)) })),
  }
}

const titleOf = ({ titleVi, titleEn }: Pick<CapacityFacts, 'titleVi' | 'titleEn'>) => ({ vi: titleVi, en: titleEn })

/** Its last day, which comes sooner when the capacity that it comes from ends sooner. */
const lastDayOf = ({ validTo, sourceTo }: DelegationRow): string => (sourceTo !== null && sourceTo < validTo ? sourceTo : validTo)

/** Where a delegation stands today: also past when the capacity that it comes from is. */
function stateOf(row: DelegationRow): DelegationView['state'] {
  if (row.revokedAt !== null) return 'revoked'
  return capacityState({ validFrom: row.validFrom, validTo: lastDayOf(row), endedAt: row.sourceEndedAt }, today())
}

function viewOf(row: DelegationRow, { actor }: Call, named: Awaited<ReturnType<typeof namer>>): DelegationView {
  const state = stateOf(row)
  const running = state === 'coming' || state === 'holds'
  return {
    id: row.id, from: { name: row.fromName, title: { vi: row.fromTitleVi, en: row.fromTitleEn } }, to: { officer: row.toOfficer, name: row.toName }, agency: named(row.agency), mode: row.mode,
    lines: linesOf(row), field: row.field, procedure: row.procedure, document: row.document, days: { from: row.validFrom, to: lastDayOf(row) }, state,
    revokedAt: iso(row.revokedAt), reason: row.reason, direction: row.fromOfficer === actor.id ? 'given' : row.toOfficer === actor.id ? 'received' : 'other',
    actions: running && (row.fromCapacity === actor.capacityId || actor.role === 'administrator') ? ['revoke'] : [],
  }
}
