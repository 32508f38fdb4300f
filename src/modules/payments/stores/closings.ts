import { only, sql, type Tx } from '#platform/db'

/** The end of a clerk's day: what was collected, counted, and to whom it goes. Sums in đồng. */
export type Closing = {
  id: string
  agency: string
  /** number of its sheet, within desk and year; null before sheets were kept */
  year: number | null
  number: number | null
  clerk: string
  clerkName: string
  at: Date
  receipts: number
  voided: number
  cash: number
  transfers: number
  counted: number
  differenceReason: string | null
  papers: number
  /** whoever receives it, as they are called then */
  handedTo: string
  /** who was chosen; null when it goes outside, or before receivers were chosen */
  receiver: string | null
  outside: boolean
  receivedAt: Date | null
  receiverName: string | null
  receivedCash: number | null
  receivedRemark: string | null
  reference: string | null
}

const columns = sql`id, agency, year, number, clerk, clerk_name as "clerkName", at, receipts, voided, cash::float8 as cash, transfers::float8 as transfers, counted::float8 as counted,
  difference_reason as "differenceReason", papers, handed_to as "handedTo", receiver, outside, received_at as "receivedAt", receiver_name as "receiverName", received_cash::float8 as "receivedCash",
  received_remark as "receivedRemark", reference`

type NewClosing = Omit<Closing, 'number' | 'year' | 'receivedAt' | 'receiverName' | 'receivedCash' | 'receivedRemark' | 'reference'> & { year: number }

/** Writes a closing under the next number of its desk's sheets of the year. */
export async function insertClosing(tx: Tx, closing: NewClosing): Promise<Closing> {
  return only((await sql<Closing>`
    with taken as (
      insert into payments.closing_counter as counter (agency, year, last) values (${closing.agency}, ${closing.year}, 1)
      on conflict (agency, year) do update set last = counter.last + 1 returning last)
    insert into payments.closing (id, agency, year, number, clerk, clerk_name, at, receipts, voided, cash, transfers, counted, difference_reason, papers, handed_to, receiver, outside)
    select ${closing.id}, ${closing.agency}, ${closing.year}, taken.last, ${closing.clerk}, ${closing.clerkName}, ${closing.at}, ${closing.receipts}, ${closing.voided}, ${closing.cash}, ${closing.transfers},
      ${closing.counted}, ${closing.differenceReason}, ${closing.papers}, ${closing.handedTo}, ${closing.receiver}, ${closing.outside} from taken returning ${columns}`.execute(tx)).rows)
}

export async function findClosing(tx: Tx, id: string): Promise<Closing | undefined> {
  return (await sql<Closing>`select ${columns} from payments.closing where id = ${id}`.execute(tx)).rows[0]
}

/** The row, held until the end of the transaction. */
export async function lockClosing(tx: Tx, id: string): Promise<Closing | undefined> {
  return (await sql<Closing>`select ${columns} from payments.closing where id = ${id} for update`.execute(tx)).rows[0]
}

/** Closings of a desk and those that a person is to receive, the newest first. */
export async function listClosings(tx: Tx, of: { agency: string; receiver: string }, size: number): Promise<Closing[]> {
  return (await sql<Closing>`select ${columns} from payments.closing where agency = ${of.agency} or receiver = ${of.receiver} order by at desc, id limit ${size}`.execute(tx)).rows
}

export async function markReceived(tx: Tx, id: string, by: { officer: string; name: string; at: Date; cash: number; remark: string | null; reference: string | null }): Promise<Closing> {
  return only((await sql<Closing>`
    update payments.closing set received_at = ${by.at}, received_by = ${by.officer}, receiver_name = ${by.name}, received_cash = ${by.cash}, received_remark = ${by.remark}, reference = ${by.reference}
     where id = ${id} returning ${columns}`.execute(tx)).rows)
}
