import { only, sql, type Tx } from '#platform/db'

/** What was given for a charge. `total` is in đồng. */
export type Receipt = {
  id: string
  charge: string
  agency: string
  year: number
  number: number
  method: 'cash' | 'transfer'
  reference: string | null
  total: number
  collector: string
  collectorName: string
  at: Date
  replaces: string | null
  voidedAt: Date | null
  voiderName: string | null
  voidReason: string | null
  closing: string | null
  reprints: number
}

const columns = sql`id, charge, agency, year, number, method, reference, total::float8 as total, collector, collector_name as "collectorName", at, replaces, voided_at as "voidedAt", voider_name as "voiderName",
  void_reason as "voidReason", closing, (select count(*)::int from payments.reprint p where p.receipt = payments.receipt.id) as reprints`

export type NewReceipt = Pick<Receipt, 'id' | 'charge' | 'agency' | 'year' | 'method' | 'reference' | 'total' | 'collector' | 'collectorName' | 'at'>

/** Writes a receipt under the next number of its agency's book of the year; the last voided one of the same charge is the one that it replaces. */
export async function insertReceipt(tx: Tx, receipt: NewReceipt): Promise<void> {
  await sql`
    with taken as (
      insert into payments.receipt_counter as counter (agency, year, last) values (${receipt.agency}, ${receipt.year}, 1)
      on conflict (agency, year) do update set last = counter.last + 1 returning last)
    insert into payments.receipt (id, charge, agency, year, number, method, reference, total, collector, collector_name, at, replaces)
    select ${receipt.id}, ${receipt.charge}, ${receipt.agency}, ${receipt.year}, taken.last, ${receipt.method}, ${receipt.reference}, ${receipt.total}, ${receipt.collector}, ${receipt.collectorName}, ${receipt.at},
      (select id from payments.receipt where charge = ${receipt.charge} and voided_at is not null order by voided_at desc, number desc limit 1)
      from taken`.execute(tx)
}

export async function findReceipt(tx: Tx, id: string): Promise<Receipt | undefined> {
  return (await sql<Receipt>`select ${columns} from payments.receipt where id = ${id}`.execute(tx)).rows[0]
}

/** The receipts of a charge, the newest first. */
export async function receiptsOf(tx: Tx, charge: string): Promise<Receipt[]> {
  return (await sql<Receipt>`select ${columns} from payments.receipt where charge = ${charge} order by at desc, number desc`.execute(tx)).rows
}

/** Writes down that a receipt is printed again, and resolves to which print that is. Its charge is held. */
export async function addReprint(tx: Tx, receipt: string, by: { officer: string; name: string; at: Date }): Promise<number> {
  return only((await sql<{ copy: number }>`
    insert into payments.reprint (receipt, copy, at, officer, officer_name) select ${receipt}, coalesce(max(copy), 0) + 1, ${by.at}, ${by.officer}, ${by.name} from payments.reprint where receipt = ${receipt} returning copy`.execute(tx)).rows).copy
}

export async function markVoided(tx: Tx, id: string, by: { officer: string; name: string; reason: string; at: Date }): Promise<void> {
  await sql`update payments.receipt set voided_at = ${by.at}, voided_by = ${by.officer}, voider_name = ${by.name}, void_reason = ${by.reason} where id = ${id}`.execute(tx)
}

/** A receipt with what it was for. */
export type OpenReceipt = Receipt & { code: string; subject: string; payer: string; citizen: string | null; numberIndex: Buffer | null }

/** What a clerk has collected at a desk and not closed, the newest first. */
export async function openReceipts(tx: Tx, agency: string, collector: string): Promise<OpenReceipt[]> {
  return (await sql<OpenReceipt>`
    select r.*, c.code, c.subject, c.payer, c.citizen, c.number_index as "numberIndex" from
      (select ${columns} from payments.receipt where agency = ${agency} and collector = ${collector} and closing is null) r
      join payments.charge c on c.id = r.charge order by r.at desc, r.number desc`.execute(tx)).rows
}

/** Puts everything that a clerk has not closed into a closing, and resolves to it. */
export async function takeIntoClosing(tx: Tx, closing: string, agency: string, collector: string): Promise<Receipt[]> {
  return (await sql<Receipt>`update payments.receipt set closing = ${closing} where agency = ${agency} and collector = ${collector} and closing is null returning ${columns}`.execute(tx)).rows
}

/** The receipts of a closing, as they are numbered. */
export async function receiptsOfClosing(tx: Tx, closing: string): Promise<OpenReceipt[]> {
  return (await sql<OpenReceipt>`
    select r.*, c.code, c.subject, c.payer, c.citizen, c.number_index as "numberIndex" from (select ${columns} from payments.receipt where closing = ${closing}) r
      join payments.charge c on c.id = r.charge order by r.year, r.number`.execute(tx)).rows
}
