import { sql, type Tx } from '#platform/db'
import type { ChargeLine } from '../contract.ts'
import type { ChargeState } from '../states.ts'

export type Both = { vi: string; en: string }

/** What a person owes for one subject. `total` is in đồng. */
export type Charge = {
  id: string
  subject: string
  code: string
  title: Both
  payer: string
  citizen: string | null
  numberIndex: Buffer | null
  agency: string
  /** another desk that may collect it */
  also: string | null
  lines: ChargeLine[]
  total: number
  state: ChargeState
  at: Date
  settledAt: Date | null
  waivedBy: string | null
  waivedReason: string | null
}

const columns = sql`id, subject, code, title, payer, citizen, number_index as "numberIndex", agency, also, lines, total::float8 as total, state, at, settled_at as "settledAt", waived_by as "waivedBy", waived_reason as "waivedReason"`

/** Adds a charge; one that is there already for the subject stays as it is. */
export async function insertCharge(tx: Tx, charge: Charge): Promise<void> {
  await sql`
    insert into payments.charge (id, subject, code, title, payer, citizen, number_index, agency, also, lines, total, state, at)
    values (${charge.id}, ${charge.subject}, ${charge.code}, ${JSON.stringify(charge.title)}::jsonb, ${charge.payer}, ${charge.citizen}, ${charge.numberIndex}, ${charge.agency}, ${charge.also},
      ${JSON.stringify(charge.lines)}::jsonb, ${charge.total}, 'due', ${charge.at})
    on conflict (subject) do nothing`.execute(tx)
}

export async function findCharge(tx: Tx, subject: string): Promise<Charge | undefined> {
  return (await sql<Charge>`select ${columns} from payments.charge where subject = ${subject}`.execute(tx)).rows[0]
}

/** The charges of these subjects; those for which nothing ever was are left out. */
export async function findCharges(tx: Tx, subjects: readonly string[]): Promise<Pick<Charge, 'subject' | 'state' | 'total' | 'agency' | 'also'>[]> {
  if (subjects.length === 0) return []
  return (await sql<Pick<Charge, 'subject' | 'state' | 'total' | 'agency' | 'also'>>`select subject, state, total::float8 as total, agency, also from payments.charge where subject = any(${subjects}::uuid[])`.execute(tx)).rows
}

/** The row, locked until the end of the transaction: two clerks collect one after the other. */
export async function lockCharge(tx: Tx, by: { subject: string } | { id: string }): Promise<Charge | undefined> {
  const which = 'subject' in by ? sql`subject = ${by.subject}` : sql`id = ${by.id}`
  return (await sql<Charge>`select ${columns} from payments.charge where ${which} for update`.execute(tx)).rows[0]
}

export async function settleCharge(tx: Tx, id: string, to: { state: ChargeState; at: Date | null; waivedBy?: string; waivedReason?: string }): Promise<void> {
  await sql`update payments.charge set state = ${to.state}, settled_at = ${to.at}, waived_by = ${to.waivedBy ?? null}, waived_reason = ${to.waivedReason ?? null} where id = ${id}`.execute(tx)
}

/** What is owed at a desk after (time, id), the oldest first. */
export async function listDue(tx: Tx, agency: string, after: { at: Date; id: string } | null, size: number): Promise<Charge[]> {
  const beyond = after ? sql` and (at, id) > (${after.at}, ${after.id})` : sql``
  return (await sql<Charge>`select ${columns} from payments.charge where agency = ${agency} and state = 'due'${beyond} order by at, id limit ${size}`.execute(tx)).rows
}

/** How many charges are owed at a desk, and their sum. */
export async function countDue(tx: Tx, agency: string): Promise<{ count: number; total: number }> {
  const { rows } = await sql<{ count: number; total: number }>`select count(*)::int as count, coalesce(sum(total), 0)::float8 as total from payments.charge where agency = ${agency} and state = 'due'`.execute(tx)
  return rows[0] ?? { count: 0, total: 0 }
}

/** Charges that are owed at agencies that ended go to what these became. */
export async function moveDue(tx: Tx, lines: readonly { from: string; to: string }[]): Promise<number> {
  if (lines.length === 0) return 0
  const { rows } = await sql<{ moved: number }>`
    with moved as (
      update payments.charge set agency = line.to from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as line("from" text, "to" text)
       where agency = line.from and state = 'due' returning 1)
    select count(*)::int as moved from moved`.execute(tx)
  return rows[0]?.moved ?? 0
}

export async function countDueOf(tx: Tx, agencies: readonly string[]): Promise<number> {
  return (await sql<{ count: number }>`select count(*)::int as count from payments.charge where state = 'due' and agency = any(${agencies}::text[])`.execute(tx)).rows[0]?.count ?? 0
}

export async function findChargeById(tx: Tx, id: string): Promise<Charge | undefined> {
  return (await sql<Charge>`select ${columns} from payments.charge where id = ${id}`.execute(tx)).rows[0]
}
