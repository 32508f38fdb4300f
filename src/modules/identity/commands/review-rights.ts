import type { z } from 'zod'
import { realNow } from '#kernel/clock'
import { Failure } from '#kernel/failure'
import { isUuid, uuidv7 } from '#kernel/ids'
import { localDate } from '#kernel/local-time'
import { publish } from '#platform/events'
import type { Call } from '#platform/http'
import { agenciesBelow } from '#modules/agencies'
import { capacityState, flagsOf } from '../administration-rules.ts'
import { iso, namer, refuseAct, scopeOf, today } from '../administering.ts'
import type * as contract from '../contract.ts'
import { ReviewFinished } from '../events.ts'
import { lockCapacity, type CapacityFacts } from '../stores/administration.ts'
import { decideLines, findReview, finishReview as finish, insertReview, listLines, listReviews, lockReview, type ReviewLine, type ReviewRow } from '../stores/reviews.ts'
import { serviceLines } from './list-services.ts'
import { endAtOnce } from './end-capacity.ts'
import { revokeOf } from './revoke-delegation.ts'

const pageSize = 100

type Naming = Awaited<ReturnType<typeof namer>>

const viewOf = (row: ReviewRow, named: Naming) => ({
  id: row.id, agency: named(row.agency), openedAt: row.openedAt.toISOString(), openedBy: row.openedBy, finishedAt: iso(row.finishedAt), lines: row.lines, kept: row.kept, ended: row.ended,
  actions: row.finishedAt === null ? (['decide', 'finish'] as const).slice() : [],
})

/** Reviews of the scope, the newest first. */
export async function readReviews(call: Call): Promise<z.input<typeof contract.listReviews.output>> {
  const { agencies } = await scopeOf(call)
  const rows = await listReviews(call.tx, agencies)
  const named = await namer(call.tx, rows.map(({ agency }) => agency))
  return { reviews: rows.map((row) => viewOf(row, named)) }
}

/** Opens a review: every capacity of today at the agency and below it becomes a line. Throws `review_open` while another one is. */
export async function openReview(call: Call<z.output<typeof contract.openReview.input>>): Promise<{ id: string }> {
  const { tx, input, actor } = call
  const { agencies } = await scopeOf(call)
  if (!agencies.includes(input.agency)) throw new Failure('agency_not_yours', { agency: input.agency })
  const id = uuidv7()
  const opened = await insertReview(tx, { id, agency: input.agency, agencies: await agenciesBelow(tx, input.agency), by: actor.id ?? '', at: realNow(), day: today() })
  if (!opened) throw new Failure('review_open', { agency: input.agency })
  return { id }
}

async function loadReview(call: Call, id: string): Promise<{ review: ReviewRow; scope: string[] }> {
  const { agencies: scope } = await scopeOf(call)
  const review = await findReview(call.tx, id)
  if (!review || !scope.includes(review.agency)) throw new Failure('review_not_found')
  return { review, scope }
}

function readCursor(text: string | undefined): { agency: string; id: string } | null {
  if (text === undefined) return null
  const [id = '', agency = ''] = text.split('|')
  if (!isUuid(id) || agency === '') throw new Failure('invalid_input', { fields: ['after'] }, { fields: { after: 'wrong_form' } })
  return { agency, id }
}

const usedOn = ({ usedAt }: CapacityFacts): string | null => usedAt && localDate(usedAt)

const rowOf = (line: ReviewLine, named: Naming) => ({
  capacity: line.id, officer: line.officer, name: line.name, username: line.username, role: line.role, agency: named(line.agency), title: { vi: line.titleVi, en: line.titleEn },
  field: line.field, procedure: line.procedure, from: line.validFrom, to: line.validTo, usedAt: iso(line.usedAt),
  flags: flagsOf({ validTo: line.validTo, usedOn: usedOn(line), delegated: line.delegatedFrom !== null }, today()), decision: line.decision, reason: line.reason, decidedBy: line.decidedBy,
})

/** One review with a page of its lines, by agency. */
export async function readReview(call: Call<z.output<typeof contract.getReview.input>>): Promise<z.input<typeof contract.getReview.output>> {
  const { review } = await loadReview(call, call.input.review)
  const lines = await listLines(call.tx, review.id, readCursor(call.input.after), pageSize + 1)
  const page = lines.slice(0, pageSize)
  const last = lines.length > pageSize ? page.at(-1) : undefined
  const named = await namer(call.tx, [review.agency, ...page.map(({ agency }) => agency)])
  const services = (await serviceLines(call, await agenciesBelow(call.tx, review.agency))).filter(({ state }) => state !== 'revoked')
  return { ...viewOf(review, named), rows: page.map((line) => rowOf(line, named)), next: last ? `${last.id}|${last.agency}` : null, services }
}

/** Keeps capacities, or ends them at once with a reason: rights that nobody needs are gone when they are found. */
export async function decideReview(call: Call<z.output<typeof contract.decideReview.input>>): Promise<{ decided: number }> {
  const { tx, input, actor } = call
  const { review, scope } = await loadReview(call, input.review)
  if (review.finishedAt !== null) throw new Failure('review_finished')
  await lockReview(tx, review.id)
  if (input.decision === 'end' && input.reason === undefined) throw new Failure('invalid_input', { fields: ['reason'] }, { fields: { reason: 'required' } })
  const decided = await decideLines(tx, review.id, input.capacities, { decision: input.decision, reason: input.reason ?? null, by: actor.id ?? '', at: realNow() })
  if (decided !== new Set(input.capacities).size) throw new Failure('capacity_not_found')
  if (input.decision === 'end') for (const id of input.capacities.toSorted()) await endReviewed(call, id, scope, input.reason ?? '')
  return { decided }
}

async function endReviewed(call: Call, id: string, scope: readonly string[], reason: string): Promise<void> {
  const row = await lockCapacity(call.tx, id)
  if (!row) throw new Failure('capacity_not_found')
  await refuseAct(call, { officer: row.officer, scope, agencies: [row.agency], taking: { capacities: [row], day: today() } })
  if (capacityState(row, today()) === 'past') return
  if (row.delegatedFrom !== null) await revokeOf(call, row.id, reason)
  else await endAtOnce(call, row, reason)
}

/** Closes a review. Throws `review_undecided` while a capacity that still holds waits for its decision. */
export async function finishReview(call: Call<z.output<typeof contract.finishReview.input>>): Promise<{ id: string }> {
  const { tx, input, actor, clock } = call
  const { review } = await loadReview(call, input.review)
  if (review.finishedAt !== null) throw new Failure('review_finished')
  await lockReview(tx, review.id)
  if (!(await finish(tx, review.id, actor.id ?? '', realNow(), today()))) throw new Failure('review_undecided', { left: review.lines - review.kept - review.ended })
  await publish(tx, ReviewFinished, { subject: review.id, at: clock.now(), payload: { review: review.id, agency: review.agency, by: actor.id ?? '' } })
  return { id: review.id }
}
