import type { z } from 'zod'
import { Failure } from '#kernel/failure'
import { localDate } from '#kernel/local-time'
import { inTransaction, reading } from '#platform/db'
import { publish } from '#platform/events'
import type { Call } from '#platform/http'
import type { Tools } from '#platform/tools'
import type { applyReform as contract } from '../contract-reform.ts'
import { Reformed } from '../events.ts'
import { carryOut } from '../reform/carry-out.ts'
import { hashOfPlan, type ReformPlan } from '../reform/plan.ts'
import { firstFaults, rehearse } from '../reform/rehearse.ts'
import { holdReform, insertReform } from '../stores/reforms.ts'
import { followJob } from './follow-reform.ts'
import { planOf, refuseOthers } from './rehearse-reform.ts'

/** Puts a rehearsed reform in force. Throws as decideReform, and `reform_differs` when the plan is not the rehearsed one. */
export async function applyReform(call: Call<z.output<typeof contract.input>>): Promise<z.input<typeof contract.output>> {
  await refuseOthers(call)
  const plan = planOf(call)
  if (hashOfPlan(plan) !== call.input.hash) throw new Failure('reform_differs', { id: plan.id })
  return decideReform(call, plan, call.actor.name)
}

/**
 * Units, agencies, competences and one event, in one short transaction; the counting before it is not part of it. The same plan again changes nothing and answers
 * `already`. Throws `reform_has_faults`, `reform_undecided` (something that splits has open records without a decision), `reform_differs` (another plan has this id).
 */
export async function decideReform(tools: Pick<Tools, 'db' | 'clock' | 'jobs' | 'followers'>, plan: ReformPlan, by: string): Promise<{ id: string; day: string; already: boolean }> {
  const { db, clock } = tools
  const [done] = [await inTransaction(db, (tx) => holdReform(tx, plan.id))]
  if (done) return answerFor(plan, done.planHash)
  const { faults, rows } = await rehearse(reading(db), plan, tools.followers)
  if (faults.length > 0) throw new Failure('reform_has_faults', { faults: firstFaults(faults) })
  const undecided = rows.flatMap((row) => row.undecided)
  if (undecided.length > 0 && plan.undecided === 'refuse') throw new Failure('reform_undecided', { count: rows.reduce((sum, row) => sum + row.undecidedCount, 0), codes: undecided.slice(0, 20) })
  const now = clock.now()
  return inTransaction(db, async (tx) => {
    const row = { id: plan.id, day: plan.day, title: plan.title, basis: plan.basis, plan, planHash: hashOfPlan(plan), appliedAt: now, appliedBy: by }
    // two at once: the second waits here, and finds it done
    if (!(await insertReform(tx, row, Object.fromEntries(rows.map(({ module, moves }) => [module, moves]))))) return answerFor(plan, (await holdReform(tx, plan.id))?.planHash)
    await carryOut(tx, plan)
    await publish(tx, Reformed, { subject: plan.id, at: now, payload: { reform: plan.id, day: plan.day } })
    if (plan.day <= localDate(now)) await tools.jobs.ask(tx, followJob, {}, `${plan.id} at once`)
    return { id: plan.id, day: plan.day, already: false }
  })
}

function answerFor(plan: ReformPlan, hash: string | undefined): { id: string; day: string; already: boolean } {
  if (hash !== hashOfPlan(plan)) throw new Failure('reform_differs', { id: plan.id })
  return { id: plan.id, day: plan.day, already: true }
}
