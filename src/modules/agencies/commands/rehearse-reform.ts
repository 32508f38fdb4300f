import type { z } from 'zod'
import { Failure } from '#kernel/failure'
import { localDate } from '#kernel/local-time'
import { reading } from '#platform/db'
import type { Call } from '#platform/http'
import type { getReform, listReforms, Rehearsal, ReformView, rehearseReform as contract } from '../contract-reform.ts'
import { hashOfPlan, readPlan, type ReformPlan } from '../reform/plan.ts'
import { rehearse } from '../reform/rehearse.ts'
import { findAgency } from '../store.ts'
import { listReforms as list, progressOf, type ReformRow } from '../stores/reforms.ts'

/** Reforms are the province's: throws `forbidden` for an administrator of a smaller place. */
export async function refuseOthers({ tx, actor, province }: Call): Promise<void> {
  const agency = actor.agency === null ? undefined : await findAgency(tx, actor.agency)
  if (agency?.area !== province.area) throw new Failure('forbidden')
}

/** What a reform would do. Throws `reform_unreadable`. */
export async function rehearseReform(call: Call<z.output<typeof contract.input>>): Promise<Rehearsal> {
  await refuseOthers(call)
  const plan = readPlan(call.input.plan)
  const known = (await list(call.tx)).find(({ id }) => id === plan.id)
  return { ...(await rehearse(call.tx, plan, call.followers)), state: known === undefined ? 'new' : known.planHash === hashOfPlan(plan) ? 'applied' : 'other' }
}

/** The reforms that are decided, the newest day first. */
export async function readReforms(call: Call<z.output<typeof listReforms.input>>): Promise<{ reforms: ReformView[] }> {
  await refuseOthers(call)
  const reforms: ReformView[] = []
  for (const row of await list(call.tx)) reforms.push(await viewOf(call, row))
  return { reforms }
}

/** One reform that is decided. Throws `not_found`. */
export async function readReform(call: Call<z.output<typeof getReform.input>>): Promise<z.input<typeof getReform.output>> {
  await refuseOthers(call)
  const row = (await list(call.tx)).find(({ id }) => id === call.input.id)
  if (!row) throw new Failure('not_found')
  const rehearsal = await rehearse(reading(call.db), row.plan as ReformPlan, new Map())
  return { reform: await viewOf(call, row), rehearsal: { ...rehearsal, faults: [], state: 'applied' } }
}

async function viewOf({ tx, clock, followers }: Call, row: ReformRow): Promise<ReformView> {
  const progress = await progressOf(tx, row.id)
  return {
    id: row.id, title: row.title, day: row.day, basis: row.basis, appliedAt: row.appliedAt.toISOString(), appliedBy: row.appliedBy,
    state: row.finishedAt ? 'finished' : row.day > localDate(clock.now()) ? 'waiting' : 'moving',
    progress: progress.map(({ module, total, done, finishedAt }) => ({ module, what: followers.get(module)?.what ?? { vi: module, en: module }, total, done, finished: finishedAt !== null })),
  }
}
