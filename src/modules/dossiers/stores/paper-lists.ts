import { only, sql, type Piece, type Tx } from '#platform/db'
import type { ListKind } from '../paper-lists.ts'
import type { State } from '../states.ts'
import { belongs, reached, type Asker } from './lists.ts'

/** A paper file that waits to go on. `to`: where it goes; null when that is the same for all of its kind. */
export type WaitingFile = {
  id: string
  code: string
  state: State
  acts: number
  procedure: string
  name: string
  to: string | null
  papers: number
  since: Date
  shelf: string | null
  citizen: string | null
  numberIndex: Buffer | null
  principalIndex: Buffer | null
}

/** `archiveBefore`: results that were ready before this moment may go to the archive. */
export type Waits = { kind: ListKind; asker: Asker; archiveBefore: Date }

const notUnderWay = sql`not exists (select from dossiers.paper_list_line l where l.dossier = d.id and l.outcome is null)`
const lastTo = (kind: ListKind): Piece =>
  sql`(select max(p.made_at) from dossiers.paper_list_line l join dossiers.paper_list p on p.id = l.list where l.dossier = d.id and l.outcome = 'received' and p.kind = ${kind})`
const ready = sql`coalesce(d.ready_at, d.finished_at)`

/** The form that was signed at the counter, and whatever was handed in on paper since the last list. */
const toOffice = sql`(case when d.channel = 'counter' and ${lastTo('to_office')} is null then 1 else 0 end
  + coalesce((select sum(paper.copies)::int from dossiers.paper paper where paper.dossier = d.id and paper.form <> 'electronic' and paper.added_at > coalesce(${lastTo('to_office')}, '-infinity')), 0))`

// an original that was only looked at never leaves its owner, and what is given at once is carried to the counter by hand
function waits({ kind, asker, archiveBefore }: Waits): Piece {
  const base = sql`${reached(asker)} and not simulated and ${notUnderWay}`
  switch (kind) {
    case 'to_office': return sql`${belongs('receiving_agency', asker)} and state in ('accepted', 'processing', 'office_waiting', 'awaiting_signature') and immediate is distinct from 'certify' and ${toOffice} > 0${base}`
    case 'to_desk': return sql`${belongs('competent_agency', asker)} and state = 'approved' and immediate is null and receive = 'counter' and not coalesce(${lastTo('to_desk')} >= ${ready}, false)${base}`
    case 'to_archive': return sql`${belongs('collecting_agency', asker)} and state = 'approved' and receive = 'counter' and ${ready} < ${archiveBefore}${base}`
  }
}

const goesTo: Record<ListKind, Piece> = { to_office: sql`d.competent_agency`, to_desk: sql`d.collecting_agency`, to_archive: sql`null::text` }
const counted: Record<ListKind, Piece> = { to_office: toOffice, to_desk: sql`1`, to_archive: sql`1` }
const began: Record<ListKind, Piece> = { to_office: sql`coalesce(d.supplied_at, d.accepted_at)`, to_desk: ready, to_archive: ready }

const waitingCount = (which: Waits): Piece => sql`(select count(*) from dossiers.dossier d where ${waits(which)})`

/** How many files wait, and how many lists wait to be confirmed at an agency, as pieces of a question that counts other things too. */
export const paperCounters = (agency: string, list: readonly Waits[], kinds: readonly ListKind[]): Piece[] => [
  sql`${list.length === 0 ? sql`0` : sql.join(list.map(waitingCount), sql` + `)} as "papersToSend"`,
  sql`(select count(*) from dossiers.paper_list where to_agency = ${agency} and kind = any(${[...kinds]}::text[]) and received_at is null and cancelled_at is null) as "listsToReceive"`,
]

/** Files that wait, the longest first; `only` keeps to some of them. */
export async function listWaiting(tx: Tx, which: Waits, page: { size: number; only?: readonly string[] }): Promise<WaitingFile[]> {
  const { kind } = which
  const some = page.only ? sql` and d.id = any(${[...page.only]}::uuid[])` : sql``
  const { rows } = await sql<WaitingFile>`
    select d.id, d.code, d.state, d.acts, d.procedure, coalesce(d.principal ->> 'name', d.applicant ->> 'name') as name, ${goesTo[kind]} as "to", ${counted[kind]} as papers, ${began[kind]} as since, d.shelf,
           d.citizen, d.number_index as "numberIndex", d.principal_index as "principalIndex"
      from dossiers.dossier d where ${waits(which)}${some} order by ${began[kind]}, d.id limit ${page.size}`.execute(tx)
  return rows
}

/** How many of each kind wait. */
export async function countWaiting(tx: Tx, list: readonly Waits[]): Promise<number[]> {
  if (list.length === 0) return []
  const { rows } = await sql<Record<string, number>>`select ${sql.join(list.map((which) => sql`${waitingCount(which)} as ${sql.ref(which.kind)}`))}`.execute(tx)
  return list.map(({ kind }) => Number(rows[0]?.[kind] ?? 0))
}

/** Holds dossiers until the end of the transaction, always in the same order. */
export async function lockThese(tx: Tx, ids: readonly string[]): Promise<{ id: string; state: State; acts: number }[]> {
  return (await sql<{ id: string; state: State; acts: number }>`select id, state, acts from dossiers.dossier where id = any(${[...ids]}::uuid[]) order by id for update`.execute(tx)).rows
}

export type PaperList = {
  id: string
  kind: ListKind
  fromAgency: string
  toAgency: string
  year: number
  number: number
  madeAt: Date
  maker: string
  makerName: string
  makerTitle: string | null
  toOfficer: string
  toName: string
  toTitle: string | null
  receivedAt: Date | null
  receiverName: string | null
  cancelledAt: Date | null
  count: number
  papers: number
  missing: number
}

const columns = sql`
  id, kind, from_agency as "fromAgency", to_agency as "toAgency", year, number, made_at as "madeAt", made_by as maker, maker_name as "makerName", maker_title as "makerTitle", to_officer as "toOfficer", to_name as "toName", to_title as "toTitle",
  received_at as "receivedAt", receiver_name as "receiverName", cancelled_at as "cancelledAt",
  (select count(*)::int from dossiers.paper_list_line l where l.list = p.id) as count, (select coalesce(sum(papers), 0)::int from dossiers.paper_list_line l where l.list = p.id) as papers,
  (select count(*)::int from dossiers.paper_list_line l where l.list = p.id and l.outcome = 'missing') as missing`

/** Stores a list under the next number of its agency's year. */
export async function insertList(tx: Tx, list: Omit<PaperList, 'number' | 'receivedAt' | 'receiverName' | 'cancelledAt' | 'count' | 'papers' | 'missing'>, lines: readonly { dossier: string; papers: number }[]): Promise<PaperList> {
  await sql`
    with taken as (
      insert into dossiers.paper_list_counter as counter (agency, year, last) values (${list.fromAgency}, ${list.year}, 1)
      on conflict (agency, year) do update set last = counter.last + 1 returning last)
    insert into dossiers.paper_list (id, kind, from_agency, to_agency, year, number, made_at, made_by, maker_name, maker_title, to_officer, to_name, to_title)
    select ${list.id}, ${list.kind}, ${list.fromAgency}, ${list.toAgency}, ${list.year}, taken.last, ${list.madeAt}, ${list.maker}, ${list.makerName}, ${list.makerTitle}, ${list.toOfficer}, ${list.toName}, ${list.toTitle} from taken`.execute(tx)
  const rows = lines.map((line, i) => ({ number: i + 1, ...line }))
  await sql`insert into dossiers.paper_list_line (list, number, dossier, papers)
    select ${list.id}, given.number, given.dossier, given.papers from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given(number integer, dossier uuid, papers integer)`.execute(tx)
  return only((await sql<PaperList>`select ${columns} from dossiers.paper_list p where id = ${list.id}`.execute(tx)).rows)
}

export async function findList(tx: Tx, id: string): Promise<PaperList | undefined> {
  return (await sql<PaperList>`select ${columns} from dossiers.paper_list p where id = ${id}`.execute(tx)).rows[0]
}

/** A list, held until the end of the transaction: two people confirm it one after the other. */
export async function lockList(tx: Tx, id: string): Promise<PaperList | undefined> {
  return (await sql<PaperList>`select ${columns} from dossiers.paper_list p where id = ${id} for update`.execute(tx)).rows[0]
}

/** Lists that an agency made or gets, of these kinds: open ones first, then the newest. */
export async function listLists(tx: Tx, agency: string, kinds: { made: readonly ListKind[]; received: readonly ListKind[] }, size: number): Promise<PaperList[]> {
  const { rows } = await sql<PaperList>`
    select ${columns} from dossiers.paper_list p
     where (from_agency = ${agency} and kind = any(${[...kinds.made]}::text[])) or (to_agency = ${agency} and kind = any(${[...kinds.received]}::text[]))
     order by (received_at is null and cancelled_at is null) desc, made_at desc, id limit ${size}`.execute(tx)
  return rows
}

/** What a person has put on lists at an agency since a moment, cancelled ones left out. */
export async function madeSince(tx: Tx, agency: string, maker: string, since: Date): Promise<{ lists: number; files: number }> {
  return only((await sql<{ lists: number; files: number }>`
    select count(distinct p.id)::int as lists, count(l.dossier)::int as files from dossiers.paper_list p join dossiers.paper_list_line l on l.list = p.id
     where p.from_agency = ${agency} and p.made_by = ${maker} and p.made_at >= ${since} and p.cancelled_at is null`.execute(tx)).rows)
}

export type ListReprint = { copy: number; at: Date; by: string }

/** The prints of a list after the first one. */
export async function reprintsOf(tx: Tx, list: string): Promise<ListReprint[]> {
  return (await sql<ListReprint>`select copy, at, officer_name as by from dossiers.paper_list_reprint where list = ${list} order by copy`.execute(tx)).rows
}

/** Writes down that a held list is printed again, and resolves to which print that is. */
export async function addListReprint(tx: Tx, list: string, by: { officer: string; name: string; at: Date }): Promise<number> {
  return only((await sql<{ copy: number }>`
    insert into dossiers.paper_list_reprint (list, copy, at, officer, officer_name) select ${list}, coalesce(max(copy), 0) + 1, ${by.at}, ${by.officer}, ${by.name} from dossiers.paper_list_reprint where list = ${list} returning copy`.execute(tx)).rows).copy
}

export type ListLine = {
  number: number
  dossier: string
  code: string
  state: State
  acts: number
  procedure: string
  name: string
  papers: number
  outcome: 'received' | 'missing' | 'cancelled' | null
  remark: string | null
  citizen: string | null
  numberIndex: Buffer | null
  principalIndex: Buffer | null
}

export async function linesOf(tx: Tx, list: string): Promise<ListLine[]> {
  return (await sql<ListLine>`
    select l.number, l.dossier, d.code, d.state, d.acts, d.procedure, coalesce(d.principal ->> 'name', d.applicant ->> 'name') as name, l.papers, l.outcome, l.remark, d.citizen, d.number_index as "numberIndex", d.principal_index as "principalIndex"
      from dossiers.paper_list_line l join dossiers.dossier d on d.id = l.dossier where l.list = ${list} order by l.number`.execute(tx)).rows
}

/** Says of each line what came of it. */
export async function answerLines(tx: Tx, list: string, answers: readonly { number: number; outcome: 'received' | 'missing' | 'cancelled'; remark: string | null }[]): Promise<void> {
  await sql`update dossiers.paper_list_line l set outcome = given.outcome, remark = given.remark
    from jsonb_to_recordset(${JSON.stringify(answers)}::jsonb) as given(number integer, outcome text, remark text) where l.list = ${list} and l.number = given.number and l.outcome is null`.execute(tx)
}

export async function markListReceived(tx: Tx, id: string, by: { officer: string; name: string; at: Date }): Promise<void> {
  await sql`update dossiers.paper_list set received_at = ${by.at}, received_by = ${by.officer}, receiver_name = ${by.name} where id = ${id}`.execute(tx)
}

export async function markListCancelled(tx: Tx, id: string, at: Date): Promise<void> {
  await sql`update dossiers.paper_list set cancelled_at = ${at} where id = ${id}`.execute(tx)
}
