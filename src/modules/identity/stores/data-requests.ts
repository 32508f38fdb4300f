import { sql, type Tx } from '#platform/db'

export type DataRequestRow = {
  id: string
  citizen: string
  name: string
  reading: string
  text: string
  askedAt: Date
  acknowledgeDue: Date
  answerDue: Date
  acknowledgedAt: Date | null
  answeredAt: Date | null
  answer: string | null
}

const columns = sql`r.id, r.citizen, c.name, r.reading::text as reading, r.text, r.asked_at as "askedAt", r.acknowledge_due as "acknowledgeDue", r.answer_due as "answerDue",
  r.acknowledged_at as "acknowledgedAt", r.answered_at as "answeredAt", r.answer`
const from = sql`identity.data_request r join identity.citizen c on c.id = r.citizen`

/** Keeps a question. False when this person has asked about this reading before. */
export async function insertRequest(tx: Tx, row: Pick<DataRequestRow, 'id' | 'citizen' | 'reading' | 'text' | 'askedAt' | 'acknowledgeDue' | 'answerDue'>): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into identity.data_request (id, citizen, reading, text, asked_at, acknowledge_due, answer_due)
    values (${row.id}, ${row.citizen}, ${row.reading}::bigint, ${row.text}, ${row.askedAt}, ${row.acknowledgeDue}, ${row.answerDue}) on conflict (citizen, reading) do nothing`.execute(tx)
  return numAffectedRows === 1n
}

/** A person's own questions, the newest first. */
export async function requestsOf(tx: Tx, citizen: string): Promise<DataRequestRow[]> {
  return (await sql<DataRequestRow>`select ${columns} from ${from} where r.citizen = ${citizen} order by r.asked_at desc, r.id limit 100`.execute(tx)).rows
}

/** Open questions, what is due soonest first, then the latest answered ones. */
export async function listRequests(tx: Tx): Promise<DataRequestRow[]> {
  const { rows } = await sql<DataRequestRow>`
    (select ${columns} from ${from} where r.answered_at is null order by r.answer_due, r.id limit 200)
    union all (select ${columns} from ${from} where r.answered_at is not null order by r.answered_at desc, r.id limit 50)`.execute(tx)
  return rows
}

export async function lockRequest(tx: Tx, id: string): Promise<DataRequestRow | undefined> {
  return (await sql<DataRequestRow>`select ${columns} from ${from} where r.id = ${id} for update of r`.execute(tx)).rows[0]
}

/** Notes that a question was seen, and its answer when there is one. */
export async function settleRequest(tx: Tx, id: string, by: string, at: Date, answer: string | null): Promise<void> {
  await sql`
    update identity.data_request set acknowledged_at = coalesce(acknowledged_at, ${at}), acknowledged_by = coalesce(acknowledged_by, ${by}::uuid),
           answered_at = ${answer === null ? null : at}, answered_by = ${answer === null ? null : by}::uuid, answer = ${answer} where id = ${id}`.execute(tx)
}

/** How many questions are open, and how many of them are past their day: for the doctor and for an administrator's first page. */
export async function countOpenRequests(tx: Tx, now: Date): Promise<{ open: number; late: number }> {
  const { rows } = await sql<{ open: number; late: number }>`
    select count(*) as open, count(*) filter (where answer_due < ${now} or (acknowledged_at is null and acknowledge_due < ${now})) as late from identity.data_request where answered_at is null`.execute(tx)
  return rows[0] ?? { open: 0, late: 0 }
}
