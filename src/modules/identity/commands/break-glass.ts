import { timingSafeEqual } from 'node:crypto'
import type { z } from 'zod'
import { realNow } from '#kernel/clock'
import { Failure } from '#kernel/failure'
import { uuidv7 } from '#kernel/ids'
import { inTransaction, type Tx } from '#platform/db'
import { publish } from '#platform/events'
import type { Call } from '#platform/http'
import { endSessionsOf } from '#platform/sessions'
import { listAgencies } from '#modules/agencies'
import { startSession } from '../admit.ts'
import type { breakGlass as contract, listBreakGlass, reviewBreakGlass as review } from '../contract.ts'
import { realDay, tellOfficer } from '../credentials.ts'
import { BreakGlassUsed } from '../events.ts'
import { breakGlassRules } from '../rules.ts'
import { secretCodeHash } from '../secret-codes.ts'
import { administratorsOn, insertCapacity } from '../stores/administration.ts'
import { keepReview, listUses, readyBreakGlass, reopenCapacity, spendBreakGlass } from '../stores/break-glass.ts'
import { capacitiesAt, findOfficer } from '../stores/officers.ts'
import { clearTries } from '../stores/sign-ins.ts'
import { beginTry, refuseTry } from '../tries.ts'

/**
 * Opens the sealed access: an administrator's session for an hour, with a reason. The alarm is part of the same transaction: the event, a notice to every administrator and every leader of the
 * province, and a line that the doctor and the administrators' page show until another person has looked at it. Five wrong codes lock it as any name.
 */
export async function breakGlass(call: Call<z.output<typeof contract.input>>): Promise<z.input<typeof contract.output>> {
  const attempt = await beginTry(call, breakGlassRules.username)
  const paper = await readyBreakGlass(call.tx)
  const officer = paper && (await findOfficer(call.db, paper.officer))
  const right = paper !== undefined && timingSafeEqual(paper.codeHash, secretCodeHash(paper.officer, call.input.passcode))
  if (!paper || !officer || !right || officer.disabledAt !== null) return refuseTry(call, attempt, 'wrong_paper', officer)
  const undo = call.session.standing()
  const at = realNow()
  await inTransaction(call.db, async (tx) => {
    undo()
    const root = (await listAgencies(tx, { on: realDay() })).find(({ parent }) => parent === null)?.code ?? ''
    await endSessionsOf(tx, officer.id)
    const capacity = { id: await openCapacity(tx, officer.id, { root, at }), officer: officer.id }
    if (!(await spendBreakGlass(tx, paper.id, { at, reason: call.input.reason, address: call.ip, capacity: capacity.id }))) throw new Failure('wrong_paper')
    await clearTries(tx, attempt.nameIndex)
    await alarm(tx, call, { id: paper.id, root })
    await startSession(tx, call, capacity)
  })
  call.log.error({ use: paper.id }, 'break_glass_used')
  return { name: officer.name, until: new Date(at.getTime() + breakGlassRules.minutes * 60_000).toISOString() }
}

async function openCapacity(tx: Tx, officer: string, { root, at }: { root: string; at: Date }): Promise<string> {
  const known = await reopenCapacity(tx, officer, realDay())
  if (known) return known
  const id = uuidv7()
  await insertCapacity(tx, {
    id, officer, role: 'administrator', agency: root, field: null, procedure: null, titleVi: breakGlassRules.name, titleEn: 'Emergency access', signsAs: null, validFrom: realDay(), validTo: realDay(), delegatedFrom: null, document: null, by: officer, at,
  })
  return id
}

async function alarm(tx: Tx, { clock, input }: Call<z.output<typeof contract.input>>, { id, root }: { id: string; root: string }): Promise<void> {
  await publish(tx, BreakGlassUsed, { subject: id, at: clock.now(), payload: { use: id } })
  const leaders = await capacitiesAt(tx, { agency: root, role: 'leader' }, realDay())
  const told = new Set([...(await administratorsOn(tx, realDay())).map(({ officer }) => officer), ...leaders.map(({ officer }) => officer)])
  for (const officer of told) await tellOfficer(tx, officer, { template: 'identity.break_glass_used', about: id, facts: { reason: input.reason }, at: clock.now() })
}

/** Uses of the emergency access for administrators. */
export async function readBreakGlass({ tx, actor }: Call): Promise<z.input<typeof listBreakGlass.output>> {
  const uses = await listUses(tx)
  return {
    ready: (await readyBreakGlass(tx)) !== undefined,
    uses: uses.map((row) => ({
      id: row.id, at: (row.usedAt ?? new Date(0)).toISOString(), reason: row.reason ?? '', address: row.address ?? '', until: new Date((row.usedAt?.getTime() ?? 0) + breakGlassRules.minutes * 60_000).toISOString(),
      reviewedAt: row.reviewedAt?.toISOString() ?? null, reviewedBy: row.reviewedBy, review: row.review, actions: row.reviewedAt === null && row.officer !== actor.id ? ['review' as const] : [],
    })),
  }
}

/** Says what a use was about. Throws `emergency_not_found` for none, one that was looked at, and one's own. */
export async function reviewBreakGlass({ tx, actor, input }: Call<z.output<typeof review.input>>): Promise<Record<string, never>> {
  if (!(await keepReview(tx, input.id, actor.id ?? '', realNow(), input.review))) throw new Failure('emergency_not_found')
  return {}
}
