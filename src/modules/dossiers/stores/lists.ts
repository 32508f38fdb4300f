import type { LocalDate } from '#kernel/local-time'
import { escapeLike, sql, type Piece, type Tx } from '#platform/db'
import type { QueueCursor } from '../cursors.ts'
import type { Queue } from '../queues.ts'
import type { Immediate, Standing } from '../rights.ts'
import { mineStates, type MineShow } from '../mine.ts'
import { waitingStates, type State } from '../states.ts'

/** Records of an ended agency that come to another one and have not been moved yet: told apart by unit, and by what a person decided. */
export type Elsewhere = { agency: string; areas: readonly string[] | null; notAreas: readonly string[]; also: readonly string[]; except: readonly string[] }

/**
 * Whose queue: the officer who asks, and the procedures that their capacity is limited to (null for all). `elsewhere`: where dossiers of the agency are still found while a
 * reform is under way; empty at all other times.
 */
export type Asker = { id: string; agency: string; procedures: readonly string[] | null; elsewhere: readonly Elsewhere[] }

/** Dossiers that belong to an agency by one of the columns that say so. */
export function belongs(column: 'receiving_agency' | 'collecting_agency' | 'competent_agency', { agency, elsewhere }: Pick<Asker, 'agency' | 'elsewhere'>): Piece {
  const at = sql.ref(column)
  if (elsewhere.length === 0) return sql`${at} = ${agency}`
  const others = elsewhere.map((held) => {
    const byArea = held.areas === null ? sql`not area = any(${held.notAreas}::text[])` : sql`area = any(${held.areas}::text[])`
    return sql`(${at} = ${held.agency} and (${byArea} or code = any(${held.also}::text[])) and not code = any(${held.except}::text[]))`
  })
  return sql`(${at} = ${agency} or ${sql.join(others, sql` or `)})`
}

/** The part of a condition that keeps to those procedures. */
export const reached = ({ procedures }: Pick<Asker, 'procedures'>): Piece => (procedures === null ? sql`` : sql` and procedure = any(${procedures}::text[])`)

/** A row of a worklist. */
export type ListRow = {
  id: string
  code: string
  state: State
  procedure: string
  applicantName: string
  principalName: string | null
  channel: 'online' | 'counter'
  holder: string | null
  competentAgency: string
  submittedAt: Date
  deskDueAt: Date
  acceptedAt: Date | null
  routedAt: Date | null
  dueAt: Date | null
  finishedAt: Date | null
  closedAt: Date | null
  readyAt: Date | null
  receive: 'electronic' | 'counter'
  shelf: string | null
  simulated: boolean
  citizen: string | null
  numberIndex: Buffer | null
  principalIndex: Buffer | null
  immediate: Immediate | null
  /** the office does not grant it: laid before the leader, or signed */
  notGranted: boolean
}

const columns = sql`
  id, code, state, procedure, applicant ->> 'name' as "applicantName", principal ->> 'name' as "principalName", channel, holder, competent_agency as "competentAgency", submitted_at as "submittedAt",
  desk_due_at as "deskDueAt", accepted_at as "acceptedAt", routed_at as "routedAt", due_at as "dueAt", finished_at as "finishedAt", closed_at as "closedAt", coalesce(ready_at, finished_at) as "readyAt", receive, shelf, simulated, citizen, number_index as "numberIndex",
  principal_index as "principalIndex", immediate, refusal is not null as "notGranted"`

const orderColumn = { deskDueAt: 'desk_due_at', dueAt: 'due_at', finishedAt: 'finished_at', closedAt: 'closed_at' } as const
const scopeColumn = { desk: 'receiving_agency', counter: 'collecting_agency', office: 'competent_agency' } as const

const local = sql`at time zone 'Asia/Ho_Chi_Minh'`

function within(queue: Queue, asker: Asker, now: Date): Piece {
  const whose = queue.scope === 'hand'
    ? sql`holder = ${asker.id} and ${belongs('competent_agency', asker)}`
    : belongs(scopeColumn[queue.scope], asker)
  const today = queue.today ? sql` and closed_at >= date_trunc('day', ${now}::timestamptz ${local}) ${local}` : sql``
  const states = sql`state in (${sql.join(queue.states)})`
  const which = queue.certified === undefined ? states : queue.certified === 'also' ? sql`(${states} or ${certified})` : sql`${states} and not ${certified}`
  return sql`${whose}${reached(asker)} and ${which}${today}`
}

/** Waits for nothing but the signature, as it came from the counter. */
const certified = sql`(state = 'accepted' and immediate is not distinct from 'certify')`

/** How many dossiers each queue holds, and whatever else is counted beside them, in one question. */
export async function countQueues(tx: Tx, list: readonly (readonly [string, Queue])[], asker: Asker, now: Date, besides: readonly Piece[] = []): Promise<Record<string, number>> {
  if (list.length === 0) return {}
  const counts = [...besides, ...list.flatMap(([name, queue]) => [
    sql`(select count(*) from dossiers.dossier where ${within(queue, asker, now)}) as ${sql.ref(name)}`,
    ...(queue.hurries === true ? [sql`(select count(*) from dossiers.dossier where ${within(queue, asker, now)} and immediate is not null) as ${sql.ref(`${name}AtOnce`)}`] : []),
  ])]
  return (await sql<Record<string, number>>`select ${sql.join(counts)}`.execute(tx)).rows[0] ?? {}
}

/** The clock of what waits for the citizen stands still, and so does that of a misprint that is written again: it is neither late nor due on a day. */
const waits = sql`(state in (${sql.join(waitingStates)}) or (finished_at is not null and state in ('processing', 'awaiting_signature')))`

export type Filter = { day?: string | undefined; late?: boolean | undefined; waiting?: boolean | undefined; procedure?: string | undefined; holder?: string | undefined; channel?: string | undefined }

function filtered(queue: Queue, filter: Filter, now: Date): Piece {
  const at = sql.ref(orderColumn[queue.order])
  const parts = [
    filter.day === undefined ? undefined : sql`(${at} ${local})::date = ${filter.day}::date and ${at} >= ${now} and not ${waits}`,
    filter.late === true ? sql`${at} < ${now} and not ${waits}` : undefined,
    filter.waiting === true ? waits : undefined,
    filter.procedure === undefined ? undefined : sql`procedure = ${filter.procedure}`,
    filter.holder === undefined ? undefined : sql`holder = ${filter.holder}`,
    filter.channel === undefined ? undefined : sql`channel = ${filter.channel}`,
  ].filter((part) => part !== undefined)
  return parts.length === 0 ? sql`` : sql` and ${sql.join(parts, sql` and `)}`
}

/** The next rows of a queue after (at once or not, time, id): what is given at once first, then soonest first. */
export async function listQueue(
  tx: Tx, queue: Queue, asker: Asker, page: { filter: Filter; now: Date; after: QueueCursor | null; size: number },
): Promise<ListRow[]> {
  const at = sql.ref(orderColumn[queue.order])
  const beyond = page.after ? sql` and (immediate is null, ${at}, id) > (${!page.after.atOnce}::boolean, ${page.after.at}::timestamptz, ${page.after.id}::uuid)` : sql``
  const { rows } = await sql<ListRow>`
    select ${columns} from dossiers.dossier where ${within(queue, asker, page.now)}${filtered(queue, page.filter, page.now)}${beyond}
     order by immediate is null, ${at}, id limit ${page.size}`.execute(tx)
  return rows
}

/** How many of a queue fall due on each local day; `late` those before now. Those that wait have no day. */
export async function countByDay(tx: Tx, queue: Queue, asker: Asker, now: Date): Promise<{ day: string | null; late: boolean; count: number }[]> {
  const at = sql.ref(orderColumn[queue.order])
  const { rows } = await sql<{ day: string | null; late: boolean; count: number }>`
    select case when not ${waits} then (${at} ${local})::date end as day, not ${waits} and ${at} < ${now} as late, count(*) as count from dossiers.dossier
     where ${within(queue, asker, now)} group by 1, 2 order by 1`.execute(tx)
  return rows
}

/** The codes of the procedures of a queue. */
export async function proceduresIn(tx: Tx, queue: Queue, asker: Asker, now: Date): Promise<string[]> {
  const { rows } = await sql<{ procedure: string }>`select distinct procedure from dossiers.dossier where ${within(queue, asker, now)} order by 1`.execute(tx)
  return rows.map(({ procedure }) => procedure)
}

/** Dossiers a role at an agency may see whose code begins with, whose applicant is called, or whose number is what was typed. */
export async function findInAgency(
  tx: Tx, asker: Omit<Asker, 'id'>, role: 'clerk' | 'office', what: { codeStart?: string; nameFolded?: string; numberIndex?: Buffer }, size: number,
): Promise<ListRow[]> {
  const whose = role === 'clerk' ? sql`(${belongs('receiving_agency', asker)} or ${belongs('collecting_agency', asker)})` : belongs('competent_agency', asker)
  const which = what.numberIndex ? sql`(number_index = ${what.numberIndex} or principal_index = ${what.numberIndex})`
    : what.codeStart !== undefined ? sql`code like ${`${escapeLike(what.codeStart)}%`}`
    : sql`applicant_folded like ${`%${escapeLike(what.nameFolded ?? '')}%`}`
  return (await sql<ListRow>`select ${columns} from dossiers.dossier where ${whose}${reached(asker)} and ${which} order by submitted_at desc, id limit ${size}`.execute(tx)).rows
}

/** A person, as the rows know them, and which of their dossiers. `nameFolded` and `codePart` are either of them enough. */
export type Mine = { citizen: string; numberIndex: Buffer | null }
export type MineFilter = { show?: MineShow | undefined; nameFolded?: string | undefined; codePart?: string | undefined }

const ofMine = ({ citizen, numberIndex }: Mine): Piece => sql`(citizen = ${citizen} or principal_index = ${numberIndex})`
const shown = (show: MineShow): Piece => sql.join(mineStates[show].map(({ states, receive }) => sql`(state in (${sql.join([...states])})${receive === undefined ? sql`` : sql` and receive = ${receive}`})`), sql` or `)

/** How many of a person's dossiers are of each kind. */
export async function countOfCitizen(tx: Tx, mine: Mine): Promise<Record<MineShow, number>> {
  const names = Object.keys(mineStates) as MineShow[]
  const { rows } = await sql<Record<MineShow, number>>`select ${sql.join(names.map((name) => sql`count(*) filter (where ${shown(name)})::int as ${sql.ref(name)}`))} from dossiers.dossier where ${ofMine(mine)}`.execute(tx)
  return rows[0] ?? { waiting: 0, collect: 0, open: 0, done: 0 }
}

/** What a citizen handed in, and what others handed in for them, newest first. */
export async function listOfCitizen(tx: Tx, mine: Mine, filter: MineFilter, after: { at: Date; id: string } | null, size: number): Promise<ListRow[]> {
  const some = filter.show ? sql` and (${shown(filter.show)})` : sql``
  const parts = [...(filter.nameFolded ? [sql`applicant_folded like ${`%${escapeLike(filter.nameFolded)}%`}`] : []), ...(filter.codePart ? [sql`code like ${`%${escapeLike(filter.codePart)}%`}`] : [])]
  const called = parts.length === 0 ? sql`` : sql` and (${sql.join(parts, sql` or `)})`
  const beyond = after ? sql` and (submitted_at, id) < (${after.at}, ${after.id})` : sql``
  return (await sql<ListRow>`select ${columns} from dossiers.dossier where ${ofMine(mine)}${some}${called}${beyond} order by submitted_at desc, id desc limit ${size}`.execute(tx)).rows
}

/** What the rules of acts ask, and where a row belongs. */
export type RightsFacts = Standing & { id: string; code: string; area: string; submittedAt: Date; settled: LocalDate | null }

/** What the rules of acts ask, for the rows of a page. */
export async function listRightsFacts(tx: Tx, ids: readonly string[]): Promise<RightsFacts[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<RightsFacts>`
    select id, code, area, submitted_at as "submittedAt", settled, state, procedure, citizen, principal_index as "principalIndex", receiving_agency as "receivingAgency", collecting_agency as "collectingAgency", competent_agency as "competentAgency", holder,
           supplement_asked_at is not null as "supplementAsked", finished_at is not null as "signedBefore", refusal, receive, immediate from dossiers.dossier where id = any(${ids}::uuid[])`.execute(tx)
  return rows
}
