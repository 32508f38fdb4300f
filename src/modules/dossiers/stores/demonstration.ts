import { localDate } from '#kernel/local-time'
import { inTransaction, sql, type Db, type Tx } from '#platform/db'
import { codePrefix } from '../codes.ts'
import type { Applicant } from '../contract.ts'
import type { KeptForm } from '../form.ts'
import type { State } from '../states.ts'

type By = { kind: string; id: string | null; name: string; title: string | null; agency: string | null }

/** An invented dossier with everything that happened to it. Bytes are base64. */
export type Simulated = {
  id: string
  state: State
  procedure: string
  procedureVersion: string
  procedureCase: string
  channel: 'online' | 'counter'
  receivingAgency: string
  competentAgency: string
  area: string
  applicant: Applicant
  folded: string
  numberSealed: string
  numberIndex: string
  answers: KeptForm
  submittedAt: Date
  deskDueAt: Date
  acceptedAt: Date | null
  dueAt: Date | null
  supplementAskedAt: Date | null
  suppliedAt: Date | null
  finishedAt: Date | null
  closedAt: Date | null
  holder: string | null
  acts: { action: string; state: State; at: Date; by: By; note?: Readonly<Record<string, unknown>> }[]
}

/** Those of the ids that are not there yet. */
export async function missingIds(db: Db, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from unnest(${ids}::uuid[]) as id where not exists (select 1 from dossiers.dossier d where d.id = id.id)`.execute(db)
  return rows.map((row) => row.id)
}

/** Stores a batch outside of the outbox: nobody is told of invented dossiers. Codes come from the same counters as everybody's. */
export async function storeSimulated(db: Db, batch: readonly Simulated[]): Promise<void> {
  if (batch.length === 0) return
  await inTransaction(db, async (tx) => {
    const numbers = await takeNumbers(tx, batch)
    const rows = batch.map((each, i) => ({ ...each, acts: undefined, number_of_acts: each.acts.length, code: numbers[i] }))
    await sql`
      insert into dossiers.dossier (id, code, state, procedure, procedure_version, procedure_case, channel, receiving_agency, collecting_agency, competent_agency, area, receive, applicant,
        applicant_folded, number_sealed, number_index, answers, submitted_at, desk_due_at, accepted_at, first_due_at, due_at, supplement_asked_at, supplied_at, finished_at, closed_at, holder, acts, simulated)
      select id, code, state, procedure, "procedureVersion", "procedureCase", channel, "receivingAgency", "receivingAgency", "competentAgency", area, 'counter', applicant, folded,
             decode("numberSealed", 'base64'), decode("numberIndex", 'base64'), answers, "submittedAt", "deskDueAt", "acceptedAt", "dueAt", "dueAt", "supplementAskedAt", "suppliedAt", "finishedAt", "closedAt", holder, number_of_acts, true
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(id uuid, code text, state text, procedure text, "procedureVersion" uuid, "procedureCase" text, channel text,
          "receivingAgency" text, "competentAgency" text, area text, applicant jsonb, folded text, "numberSealed" text, "numberIndex" text, answers jsonb, "submittedAt" timestamptz,
          "deskDueAt" timestamptz, "acceptedAt" timestamptz, "dueAt" timestamptz, "supplementAskedAt" timestamptz, "suppliedAt" timestamptz, "finishedAt" timestamptz, "closedAt" timestamptz, holder uuid, number_of_acts int)`.execute(tx)
    await insertTheirActs(tx, batch)
  })
}

async function takeNumbers(tx: Tx, batch: readonly Simulated[]): Promise<string[]> {
  const groups = Map.groupBy(batch.keys(), (i) => `${batch[i]?.receivingAgency}|${localDate(batch[i]?.submittedAt ?? new Date(0))}`)
  const keys = [...groups.keys()].sort()
  const { rows } = await sql<{ agency: string; day: string; last: number }>`
    insert into dossiers.code_counter as counter (agency, day, last)
    select * from unnest(${keys.map((key) => key.split('|')[0])}::text[], ${keys.map((key) => key.split('|')[1])}::date[], ${keys.map((key) => groups.get(key)?.length ?? 0)}::int[])
    on conflict (agency, day) do update set last = counter.last + excluded.last returning agency, day, last`.execute(tx)
  const last = new Map(rows.map((row) => [`${row.agency}|${row.day}`, row.last]))
  const codes: string[] = []
  for (const [key, members] of groups) {
    const first = (last.get(key) ?? 0) - members.length + 1
    for (const [place, i] of members.entries()) {
      const each = batch[i]
      if (each) codes[i] = codePrefix(each.receivingAgency, each.submittedAt) + String(first + place).padStart(4, '0')
    }
  }
  return codes
}

async function insertTheirActs(tx: Tx, batch: readonly Simulated[]): Promise<void> {
  const rows = batch.flatMap(({ id, acts }) => acts.map((act, i) => ({
    dossier: id, number: i + 1, action: act.action, from_state: acts[i - 1]?.state ?? null, to_state: act.state, at: act.at, actor_kind: act.by.kind, actor: act.by.id, actor_name: act.by.name,
    actor_title: act.by.title, agency: act.by.agency, note: act.note ?? {},
  })))
  await sql`
    insert into dossiers.act (dossier, number, action, from_state, to_state, at, actor_kind, actor, actor_name, actor_title, agency, note)
    select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(dossier uuid, number int, action text, from_state text, to_state text, at timestamptz, actor_kind text, actor uuid,
      actor_name text, actor_title text, agency text, note jsonb)`.execute(tx)
}
