import type { z } from 'zod'
import { realNow } from '#kernel/clock'
import { Failure } from '#kernel/failure'
import { uuidv7 } from '#kernel/ids'
import { publish } from '#platform/events'
import type { Call } from '#platform/http'
import { notify } from '#platform/notify'
import { agenciesBelow } from '#modules/agencies'
import { capacityState } from '../administration-rules.ts'
import { scopeOf, today } from '../administering.ts'
import type { delegate as contract } from '../contract.ts'
import { delegationFault, meet, sameScope, type Receiver } from '../delegation-rules.ts'
import { Delegated } from '../events.ts'
import { headTitleOf, isDeputy, linesOf, signatureLines } from '../signature-rules.ts'
import { capacitiesOfAll, insertCapacity, lockCapacity, type CapacityFacts } from '../stores/administration.ts'
import { delegationsFrom, insertDelegation } from '../stores/delegations.ts'
import { revoke } from './revoke-delegation.ts'

type Input = z.output<typeof contract.input>

/**
 * The head of an agency, or its administrator with the number of the decision, delegates the signing. It makes a capacity of its own, which
 * ends by itself. Throws the refusal that `delegationFault` finds.
 */
export async function delegate(call: Call<Input>): Promise<{ id: string; lines: string[]; replaced: number }> {
  const { tx, input } = call
  if (input.from < today()) throw new Failure('day_is_past', { day: input.from }, { fields: { from: 'in_past' } })
  if (input.to < input.from) throw new Failure('invalid_input', { fields: ['to'] }, { fields: { to: 'before_from' } })
  // whoever delegates from the same capacity at this moment waits here
  const source = await lockCapacity(tx, input.capacity)
  await refuseDelegator(call, source)
  if (!source) throw new Failure('capacity_not_found')
  const receiver = await receiverOf(call, source)
  const others = await delegationsFrom(tx, source.id)
  const scope = { field: input.field ?? null, procedure: input.procedure ?? null }
  const days = { from: input.from, to: input.to }
  const running = others.map((other) => ({ ...other, from: other.validFrom, to: other.validTo }))
  const fault = delegationFault({
    mode: input.mode, days, scope, replace: input.replace ?? false, others: running,
    delegator: { role: source.role, signsAs: linesOf(source), delegated: source.delegatedFrom !== null, from: source.validFrom, to: source.validTo },
    receiver: receiver && { agency: receiver.agency, signsAs: linesOf(receiver), from: receiver.validFrom, to: receiver.validTo } satisfies Receiver,
  })
  if (fault || !receiver) throw new Failure(fault ?? 'delegation_receiver', { to: source.validTo })
  const replaced = running.filter((other) => sameScope(other, scope) && meet(other, days))
  for (const other of replaced) await revoke(call, other, input.document)
  return { ...(await keep(call, source, receiver)), replaced: replaced.length }
}

/** One delegates for oneself, in the capacity one acts in; an administrator for the heads of the scope. */
async function refuseDelegator(call: Call<Input>, source: CapacityFacts | undefined): Promise<void> {
  const { actor } = call
  if (!source || capacityState(source, today()) === 'past') throw new Failure('capacity_not_found')
  if (actor.role === 'leader') {
    if (source.id !== actor.capacityId) throw new Failure('capacity_not_found')
    return
  }
  const { agencies } = await scopeOf(call)
  if (!agencies.includes(source.agency)) throw new Failure('agency_not_yours', { agency: source.agency })
  // nobody gives themselves a signature
  if (call.input.officer === actor.id) throw new Failure('own_rights')
}

/** The receiver's own capacity at the delegator's agency or below it; with KT. the one of a deputy. */
async function receiverOf({ tx, input }: Call<Input>, source: CapacityFacts): Promise<CapacityFacts | undefined> {
  if (input.officer === source.officer) return undefined
  const below = input.mode === 'KT' ? [source.agency] : await agenciesBelow(tx, source.agency)
  const held = (await capacitiesOfAll(tx, [input.officer])).filter((each) => each.delegatedFrom === null && each.endedAt === null && below.includes(each.agency))
  const fits = held.filter((each) => each.validFrom <= input.from && (each.validTo === null || each.validTo >= input.to))
  // whose title stands under the letters: the one at the head's own agency, and of several the one held the longest
  const [best] = fits.toSorted((a, b) => Number(b.agency === source.agency) - Number(a.agency === source.agency) || (a.validFrom < b.validFrom ? -1 : 1))
  return (input.mode === 'KT' ? fits.find((each) => isDeputy(linesOf(each))) : undefined) ?? best ?? held[0]
}

async function keep(call: Call<Input>, source: CapacityFacts, receiver: CapacityFacts): Promise<{ id: string; lines: string[] }> {
  const { tx, input, actor, clock } = call
  const head = headTitleOf(linesOf(source)) ?? ''
  const own = linesOf(receiver).at(-1) ?? receiver.titleVi
  const collective = input.mode === 'KT' ? linesOf(source).find((line) => line.startsWith('TM. '))?.slice(4) : undefined
  const lines = signatureLines({ head, own, mode: input.mode, collective })
  if (!lines) throw new Failure('signing_unclear')
  const [id, capacity, at, by] = [uuidv7(), uuidv7(), realNow(), actor.id ?? '']
  const { mode, field = null, procedure = null, document, from, to } = input
  const kept = await insertCapacity(tx, {
    id: capacity, officer: input.officer, role: 'leader', agency: source.agency, field, procedure, titleVi: `${mode}. ${source.titleVi}`, titleEn: `For the ${source.titleEn} (${mode})`,
    signsAs: lines.join('\n'), validFrom: from, validTo: to, delegatedFrom: source.id, document, by, at,
  })
  if (!kept) throw new Failure('capacity_exists', { from })
  await insertDelegation(tx, { id, fromCapacity: source.id, toOfficer: input.officer, capacity, mode, field, procedure, document, validFrom: from, validTo: to, givenAt: at, by })
  await publish(tx, Delegated, { subject: input.officer, at: clock.now(), payload: { delegation: id, fromCapacity: source.id, toOfficer: input.officer, agency: source.agency, mode, from, to, by } })
  await notify(tx, { key: `identity:delegated:${id}`, person: input.officer, subject: id, template: 'identity.delegated', facts: { name: source.name, title: { vi: source.titleVi, en: source.titleEn }, from, to, lines, document }, at: clock.now() })
  return { id, lines }
}

