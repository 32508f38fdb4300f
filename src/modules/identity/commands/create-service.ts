import type { z } from 'zod'
import { realNow } from '#kernel/clock'
import { Failure } from '#kernel/failure'
import { uuidv7 } from '#kernel/ids'
import { tidy } from '#kernel/text'
import { publish } from '#platform/events'
import type { Call } from '#platform/http'
import { scopeOf, today } from '../administering.ts'
import type { createService as create, rotateService as rotate } from '../contract.ts'
import { ServiceCreated, ServiceRotated } from '../events.ts'
import { latestDay } from '../service-rules.ts'
import { newServiceSecret, serviceHash, serviceIndexOf } from '../services.ts'
import { addSecret, insertService, setUntil } from '../stores/services.ts'
import { clearTries } from '../stores/sign-ins.ts'
import { holdService } from './list-services.ts'

/** Makes an account for another system of an agency in the scope. The secret is in the answer and nowhere else. */
export async function createService(call: Call<z.output<typeof create.input>>): Promise<z.input<typeof create.output>> {
  const { tx, input, actor, clock } = call
  const { agencies } = await scopeOf(call)
  if (!agencies.includes(input.agency)) throw new Failure('agency_not_yours', { agency: input.agency })
  refuseDay(input.until)
  const [id, by, at] = [uuidv7(), actor.id ?? '', realNow()]
  const { agency, scopes, networks, until } = input
  const account = { id, name: tidy(input.name), agency, responsible: tidy(input.responsible), purpose: tidy(input.purpose), scopes: [...new Set(scopes)], networks, until, by, at }
  if (!(await insertService(tx, account))) throw new Failure('service_name_taken', {}, { fields: { name: 'service_name_taken' } })
  const secret = await giveSecret(call, id, at)
  await publish(tx, ServiceCreated, { subject: id, at: clock.now(), payload: { service: id, scopes: account.scopes, until, by } })
  return { id, clientId: id, secret, name: account.name, until }
}

/** A new secret, and a new last day when one is given. The old secret ends after the overlap; failures that were counted are forgotten. */
export async function rotateService(call: Call<z.output<typeof rotate.input>>): Promise<z.input<typeof rotate.output>> {
  const { tx, input, actor, clock, sealer } = call
  const { account, actions } = await holdService(call, input.id)
  if (!actions.includes('rotate')) throw new Failure('service_over')
  const until = input.until ?? account.until
  refuseDay(until)
  await setUntil(tx, account.id, until)
  const oldEndsAt = new Date(realNow().getTime() + input.overlapHours * 3_600_000)
  const secret = await giveSecret(call, account.id, oldEndsAt)
  await clearTries(tx, serviceIndexOf(sealer, account.id))
  await publish(tx, ServiceRotated, { subject: account.id, at: clock.now(), payload: { service: account.id, until, oldEndsAt: oldEndsAt.toISOString(), by: actor.id ?? '' } })
  return { id: account.id, clientId: account.id, secret, name: account.name, until, oldEndsAt: oldEndsAt.toISOString() }
}

async function giveSecret({ tx, actor }: Pick<Call, 'tx' | 'actor'>, account: string, oldEndsAt: Date): Promise<string> {
  const secret = newServiceSecret('secret')
  await addSecret(tx, { id: uuidv7(), account, hash: serviceHash(secret), by: actor.id ?? '', at: realNow(), oldEndsAt })
  return secret
}

/** Throws `service_days` for a last day that is past, or lies beyond a year. */
function refuseDay(until: string): void {
  const latest = latestDay(today())
  if (until < today() || until > latest) throw new Failure('service_days', { latest }, { fields: { until: 'service_days' } })
}
