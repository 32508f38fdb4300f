import type { z } from 'zod'
import { realNow } from '#kernel/clock'
import { Failure } from '#kernel/failure'
import { uuidv7 } from '#kernel/ids'
import { tidy } from '#kernel/text'
import { publish } from '#platform/events'
import type { Call } from '#platform/http'
import { getAgency } from '#modules/agencies'
import { loadAdministered, refuseAct, scopeOf, today } from '../administering.ts'
import type { createOfficer, GivenCapacity, giveCapacity as contract } from '../contract.ts'
import { CapacityGiven, OfficerCreated } from '../events.ts'
import { usernameOf } from '../rules.ts'
import { signatureLines } from '../signature-rules.ts'
import { insertCapacity, insertOfficer } from '../stores/administration.ts'

type Given = z.output<typeof GivenCapacity>

/** Gives an officer of the scope a capacity, from today or a later day on. */
export async function giveCapacity(call: Call<z.output<typeof contract.input>>): Promise<{ capacity: string }> {
  const { capacity: given, id } = call.input
  const { account, scope } = await loadAdministered(call, id)
  if (account.disabledAt !== null) throw new Failure('account_unchanged', { state: account.state })
  await refuseAct(call, { officer: id, scope, agencies: [given.agency] })
  return { capacity: await give(call, id, given) }
}

/** Makes an account with its first capacity. A password follows as a paper; until then nobody signs in with it. */
export async function makeOfficer(call: Call<z.output<typeof createOfficer.input>>): Promise<{ id: string; username: string }> {
  const { tx, input, actor } = call
  const { agencies: scope } = await scopeOf(call)
  const id = uuidv7()
  const username = usernameOf(input.username)
  await refuseAct(call, { officer: id, scope, agencies: [input.capacity.agency] })
  if (!(await insertOfficer(tx, { id, username, name: tidy(input.name), by: actor.id ?? '', at: realNow() }))) throw new Failure('username_taken', {}, { fields: { username: 'username_taken' } })
  await publish(tx, OfficerCreated, { subject: id, at: call.clock.now(), payload: { officer: id, by: actor.id ?? '' } })
  await give(call, id, input.capacity)
  return { id, username }
}

async function give({ tx, actor, clock }: Pick<Call, 'tx' | 'actor' | 'clock'>, officer: string, given: Given): Promise<string> {
  await refuseDays(tx, given)
  const id = uuidv7()
  const by = actor.id ?? ''
  const { role, agency, title, from, to = null, field = null, procedure = null, document = null } = given
  const kept = await insertCapacity(tx, {
    id, officer, role, agency, field, procedure, titleVi: tidy(title.vi), titleEn: tidy(title.en), signsAs: linesOf(given), validFrom: from, validTo: to, delegatedFrom: null, document, by, at: realNow(),
  })
  if (!kept) throw new Failure('capacity_exists', { from })
  await publish(tx, CapacityGiven, { subject: officer, at: clock.now(), payload: { capacity: id, officer, role, agency, from, to, by } })
  return id
}

async function refuseDays(tx: Call['tx'], { from, to, agency }: Given): Promise<void> {
  if (from < today()) throw new Failure('day_is_past', { day: from }, { fields: { 'capacity.from': 'in_past' } })
  if (to !== undefined && to < from) throw new Failure('invalid_input', { fields: ['capacity.to'] }, { fields: { 'capacity.to': 'before_from' } })
  const { validTo } = await getAgency(tx, agency)
  // the first day on which an agency is no more
  if (validTo !== null && (from >= validTo || to === undefined || to >= validTo)) throw new Failure('agency_ended', { agency, day: validTo })
}

/** The lines above a leader's signature; nobody else signs. Throws `signing_unclear`. */
function linesOf({ role, signing, title }: Given): string | null {
  if (role !== 'leader') return null
  const lines = signing && signatureLines({ mode: signing.mode, head: signing.head, own: title.vi, collective: signing.collective })
  if (!lines) throw new Failure('signing_unclear', {}, { fields: { 'capacity.signing.mode': 'signing_unclear' } })
  return lines.join('\n')
}
