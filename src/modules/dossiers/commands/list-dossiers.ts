import type { z } from 'zod'
import { Failure } from '#kernel/failure'
import { fold } from '#kernel/text'
import type { Call } from '#platform/http'
import type { Piece } from '#platform/db'
import { messagesOf } from '#platform/notify'
import { nameOfOfficers, officersOf } from '#modules/identity'
import { dueAtDesk } from '#modules/payments'
import { titlesOf } from '#modules/procedures'
import { timeLeft } from '../clock-rules.ts'
import { tidyCode } from '../codes.ts'
import { readCursor, readQueueCursor, writeCursor, writeQueueCursor } from '../cursors.ts'
import { heldBy, presently, reformsOf } from '../custody.ts'
import type { find, listQueues, myDossiers, myNotices, Row, worklist } from '../contract.ts'
import { kindsMadeBy, kindsReceivedBy } from '../paper-lists.ts'
import { queues, queuesOf, type Queue, type QueueName } from '../queues.ts'
import { actionsFor, grants } from '../rights.ts'
import { isWaiting, published } from '../states.ts'
import { countAsked } from '../stores/consultations.ts'
import { waitingDays } from '../uncollected.ts'
import { countByDay, countOfCitizen, countQueues, findInAgency, listOfCitizen, listQueue, listRightsFacts, proceduresIn, type Asker, type ListRow } from '../stores/lists.ts'
import { paperCounters, type Waits } from '../stores/paper-lists.ts'
import { waitsFor } from './make-paper-list.ts'
import { personOf, readsOf } from './move.ts'

const pageSize = 50
/** a person has few, and reads them on a phone */
const ownPageSize = 30

type RowView = Row

/** Rows as people see them: titles and names looked up once for the page, the clock counted. */
async function rowsOf(call: Call, rows: readonly ListRow[]): Promise<RowView[]> {
  const titles = await titlesOf(call.tx, [...new Set(rows.map(({ procedure }) => procedure))])
  const names = await nameOfOfficers(call.tx, [...new Set(rows.flatMap(({ holder }) => holder ?? []))])
  return rows.map((row) => ({
    id: row.id, code: row.code, state: row.state, published: published[row.state], title: titles.get(row.procedure) ?? { vi: row.procedure, en: row.procedure },
    applicantName: row.applicantName, principalName: row.principalName, channel: row.channel, holder: row.holder === null ? null : (names.get(row.holder) ?? null), submittedAt: row.submittedAt.toISOString(),
    deskDueAt: row.deskDueAt.toISOString(), dueAt: row.dueAt?.toISOString() ?? null, finishedAt: row.finishedAt?.toISOString() ?? null, clock: clockOf(call, row), simulated: row.simulated, immediate: row.immediate !== null, notGranted: row.notGranted && (row.finishedAt !== null || call.actor.kind === 'officer'), shelf: row.shelf, waitingDays: waitingDays(row, call.clock.now()),
  }))
}

function clockOf({ province, clock }: Call, row: ListRow): RowView['clock'] {
  const now = clock.now()
  if (row.dueAt === null) return row.state === 'submitted' ? timeLeft(province.calendar, { from: row.submittedAt, due: row.deskDueAt, now, doneAt: null, waiting: false }) : null
  return timeLeft(province.calendar, { from: row.routedAt ?? row.acceptedAt ?? row.submittedAt, due: row.dueAt, now, doneAt: row.finishedAt ?? row.closedAt, waiting: isWaiting(row.state) })
}

/** My dossiers, the newest first; by what they need of me, or by what is written in the box. */
export async function readMyDossiers(call: Call<z.output<typeof myDossiers.input>>): Promise<z.input<typeof myDossiers.output>> {
  const { show, q = '', after } = call.input
  const mine = { citizen: call.actor.id ?? '', numberIndex: call.actor.numberIndex ?? null }
  const rows = await listOfCitizen(call.tx, mine, { show, ...(q !== '' && { nameFolded: fold(q), codePart: tidyCode(q) }) }, readCursor(after), ownPageSize + 1)
  const counts = await countOfCitizen(call.tx, mine)
  const page = rows.slice(0, ownPageSize)
  const last = rows.length > ownPageSize ? page.at(-1) : undefined
  return { rows: await rowsOf(call, page), next: last ? writeCursor(last.submittedAt, last.id) : null, counts }
}

/** Whose queues. Throws `forbidden` for an officer without an agency. */
async function askerOf(call: Call): Promise<Asker> {
  const { actor } = call
  if (actor.id === null || actor.agency === null) throw new Failure('forbidden')
  return { id: actor.id, agency: actor.agency, procedures: actor.procedures ?? null, elsewhere: await heldBy(call, actor.agency) }
}

/** The counters of paper files, as parts of the same question. */
async function papersCounted(call: Call, agency: string): Promise<Piece[]> {
  const waits: Waits[] = []
  for (const kind of kindsMadeBy(call.actor.role)) waits.push(await waitsFor(call, kind))
  return paperCounters(agency, waits, kindsReceivedBy(call.actor.role))
}

/** The queues of my capacity with how many each holds. */
export async function readQueues(call: Call): Promise<z.input<typeof listQueues.output>> {
  const names = queuesOf(call.actor.role)
  const asker = await askerOf(call)
  const now = call.clock.now()
  const counts = await countQueues(call.tx, names.map((name): [string, Queue] => [name, queues[name]]), asker, now, await papersCounted(call, asker.agency))
  const isAsked = grants.seeQuestion.some(([role]) => role === call.actor.role)
  return {
    queues: names.map((name) => ({ name, count: Number(counts[name] ?? 0), atOnce: Number(counts[`${name}AtOnce`] ?? 0) })), papers: { toSend: Number(counts['papersToSend'] ?? 0), toReceive: Number(counts['listsToReceive'] ?? 0) },
    questions: isAsked ? await countAsked(call.tx, asker, now) : null,
  }
}

/** A queue, what is due soonest first, with the acts each row allows. Throws `forbidden` for another role's queue. */
export async function readWorklist(call: Call<z.output<typeof worklist.input>>): Promise<z.input<typeof worklist.output>> {
  const { tx, input } = call
  const queue: Queue = queues[input.queue as QueueName]
  if (!queue.roles.includes(call.actor.role)) throw new Failure('forbidden')
  const asker = await askerOf(call)
  const now = call.clock.now()
  const filter = { day: input.day, late: input.late === '1', waiting: input.waiting === '1', procedure: input.procedure, holder: input.holder, channel: input.channel }
  const rows = await listQueue(tx, queue, asker, { filter, now, after: readQueueCursor(input.after), size: pageSize + 1 })
  const page = rows.slice(0, pageSize)
  const counts = await countByDay(tx, queue, asker, now)
  const last = rows.length > pageSize ? page.at(-1) : undefined
  const changes = await reformsOf(call)
  const rights = new Map((await listRightsFacts(tx, page.map(({ id }) => id))).map((facts) => [facts.id, presently(changes, facts)]))
  const person = personOf(call.actor)
  call.reads(page.flatMap(readsOf))
  const views = await rowsOf(call, page)
  const due = queue.scope === 'counter' ? await dueAtDesk(tx, asker.agency, page.map(({ id }) => id)) : new Map<string, number>()
  const officers = queue.scope === 'office' ? await officersOf(tx, { agency: asker.agency, role: 'officer', at: now }) : []
  const procedures = await titlesOf(tx, await proceduresIn(tx, queue, asker, now))
  return {
    queue: input.queue, count: sum(counts), waiting: sum(counts.filter(({ day }) => day === null)),
    days: counts.flatMap(({ day, ...rest }) => (day === null ? [] : [{ day, ...rest }])),
    rows: views.map((view) => ({ ...view, actions: actionsOf(rights.get(view.id), person), feeDue: due.get(view.id) ?? null })), next: last ? writeQueueCursor({ at: last[queue.order] ?? last.submittedAt, id: last.id, atOnce: last.immediate !== null }) : null,
    procedures: [...procedures].map(([code, title]) => ({ code, title })), holders: officers.map(({ id, name }) => ({ id, name })),
  }
}

const sum = (counts: readonly { count: number }[]): number => counts.reduce((total, { count }) => total + count, 0)

const actionsOf = (facts: Parameters<typeof actionsFor>[0] | undefined, person: ReturnType<typeof personOf>) => (facts ? actionsFor(facts, person) : [])

/** Dossiers of my agency by code, by the applicant's name however it is typed, or by citizen number. */
export async function findDossiers(call: Call<z.output<typeof find.input>>): Promise<z.input<typeof find.output>> {
  const { q } = call.input
  const role = call.actor.role === 'clerk' ? 'clerk' : 'office'
  const what = /^\d{12}$/.test(q.replace(/\s/g, '')) ? { numberIndex: call.sealer.index('citizen-number', q.replace(/\s/g, '')) }
    : /\d/.test(q) ? { codeStart: tidyCode(q) } : { nameFolded: fold(q) }
  const rows = await findInAgency(call.tx, await askerOf(call), role, what, pageSize)
  call.reads(rows.flatMap(readsOf))
  return { rows: await rowsOf(call, rows) }
}

/** Notices about my dossiers that have been delivered. */
export async function readMyNotices(call: Call): Promise<z.input<typeof myNotices.output>> {
  const sent = (await messagesOf(call.tx, call.actor.id ?? '')).filter(({ state, template }) => state === 'sent' && template.startsWith('dossiers.'))
  return { notices: sent.map(({ id, template, subject, at, facts }) => ({ id, template, dossier: subject, at: at.toISOString(), facts })) }
}
