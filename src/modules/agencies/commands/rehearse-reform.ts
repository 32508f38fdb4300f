import type { z } from 'zod'
import { Failure } from '#kernel/failure'
import { localDate } from '#kernel/local-time'
import { reading, type Db } from '#platform/db'
import type { Call } from '#platform/http'
import type { getReform, listReforms, reformDrafts, Rehearsal, ReformView, rehearseReform as contract } from '../contract-reform.ts'
import { hashOfPlan, readPlan, type ReformPlan } from '../reform/plan.ts'
import { draftsOf } from '../reform/plan-files.ts'
import { rehearse } from '../reform/rehearse.ts'
import { findAgency } from '../store.ts'
import { listReforms as list, progressOf, type ReformRow } from '../stores/reforms.ts'

/** Reforms are the province's: throws `forbidden` for an administrator of a smaller place. */
export async function refuseOthers({ tx, actor, province }: Call): Promise<void> {
  const agency = actor.agency === null ? undefined : await findAgency(tx, actor.agency)
  if (agency?.area !== province.area) throw new Failure('forbidden')
}

/** The plan that a request names: its text, or a draft of the province. Throws `reform_unreadable`, `reform_not_found`. */
export function planOf({ input, province }: Call<{ plan?: string | undefined; draft?: string | undefined }>): ReformPlan {
  if (input.plan !== undefined) return readPlan(input.plan)
  const draft = draftsOf(province.folder).find(({ id }) => id === input.draft)
  if (!draft) throw new Failure('reform_not_found')
  return draft
}

/** The plans of the province that are not in force, the earliest day first. */
export async function readDrafts(call: Call<z.output<typeof reformDrafts.input>>): Promise<z.input<typeof reformDrafts.output>> {
  await refuseOthers(call)
  const decided = new Set((await list(call.tx)).map(({ id }) => id))
  return { drafts: draftsOf(call.province.folder).filter(({ id }) => !decided.has(id)).map(({ id, title, day, basis }) => ({ id, title, day, basis })) }
}

/** What a reform would do. Throws `reform_unreadable`. */
export async function rehearseReform(call: Call<z.output<typeof contract.input>>): Promise<Rehearsal> {
  await refuseOthers(call)
  const plan = planOf(call)
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

/** One reform that is decided. Throws `reform_not_found`. */
export async function readReform(call: Call<z.output<typeof getReform.input>>): Promise<z.input<typeof getReform.output>> {
  await refuseOthers(call)
  const row = (await list(call.tx)).find(({ id }) => id === call.input.id)
  if (!row) throw new Failure('reform_not_found')
  const rehearsal = await rehearse(reading(call.db), row.plan as ReformPlan, new Map())
  return { reform: await viewOf(call, row), rehearsal: { ...rehearsal, faults: [], state: 'applied' } }
}

/** Reforms with how far records have followed, the newest day first: for the command line. */
export async function reformStates(db: Db) {
  const states = []
  for (const { id, day, title, finishedAt } of await list(db)) states.push({ id, day, title, finished: finishedAt !== null, progress: await progressOf(db, id) })
  return states
}

async function viewOf({ tx, clock, followers }: Call, row: ReformRow): Promise<ReformView> {
  const progress = await progressOf(tx, row.id)
  return {
    id: row.id, title: row.title, day: row.day, basis: row.basis, appliedAt: row.appliedAt.toISOString(), appliedBy: row.appliedBy,
    state: row.finishedAt ? 'finished' : row.day > localDate(clock.now()) ? 'waiting' : 'moving',
    progress: progress.map(({ module, total, done, finishedAt }) => ({ module, what: followers.get(module)?.what ?? { vi: module, en: module }, total, done, finished: finishedAt !== null })),
  }
}
