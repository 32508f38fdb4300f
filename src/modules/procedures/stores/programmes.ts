import { sql, type Tx } from '#platform/db'
import type { Both } from '../contract-body.ts'
import type { ItemStatus, Programme } from '../contract-programme.ts'

/** An item as it stands: what the data say, and the newest act on it. */
export type ItemRow = { number: number; title: Both; procedures: string[]; note: Both | null; status: ItemStatus; changedAt: Date | null; reason: string | null }

export type ActRow = { status: ItemStatus; reason: string; by: string; at: Date }

/** Writes what the data say of a programme; acts of administrators stay. Items that left the list and were never acted on go. */
export async function keepProgramme(tx: Tx, { code, title, decision, source, items }: Programme): Promise<void> {
  await sql`insert into procedures.programme (code, title, decision, source) values (${code}, ${JSON.stringify(title)}::jsonb, ${decision}, ${JSON.stringify(source)}::jsonb)
    on conflict (code) do update set title = excluded.title, decision = excluded.decision, source = excluded.source`.execute(tx)
  await sql`insert into procedures.programme_item (programme, number, title, procedures, status, note)
    select ${code}, i.number, i.title, array(select jsonb_array_elements_text(i.procedures)), i.status, i.note
      from jsonb_to_recordset(${JSON.stringify(items)}::jsonb) as i (number integer, title jsonb, procedures jsonb, status text, note jsonb)
    on conflict (programme, number) do update set title = excluded.title, procedures = excluded.procedures, status = excluded.status, note = excluded.note`.execute(tx)
  await sql`delete from procedures.programme_item i where programme = ${code} and not number = any(${items.map(({ number }) => number)}::int[])
    and not exists (select 1 from procedures.programme_act a where a.programme = i.programme and a.number = i.number)`.execute(tx)
}

/** A programme with its items in order; undefined when there is none of that code. */
export async function findProgramme(tx: Tx, code: string): Promise<(Omit<Programme, 'items'> & { items: ItemRow[] }) | undefined> {
  const { rows } = await sql<Omit<Programme, 'items'> & ItemRow>`
    select p.code, p.title as "programmeTitle", p.decision, p.source, i.number, i.title, i.procedures, i.note, coalesce(a.status, i.status) as status, a.at as "changedAt", a.reason
      from procedures.programme p join procedures.programme_item i on i.programme = p.code
      left join lateral (select status, at, reason from procedures.programme_act where programme = i.programme and number = i.number order by at desc, id desc limit 1) a on true
     where p.code = ${code} order by i.number`.execute(tx)
  const first = rows[0] as (Omit<Programme, 'items'> & { programmeTitle: Both }) | undefined
  return first && { code: first.code, title: first.programmeTitle, decision: first.decision, source: first.source, items: rows }
}

/** What was done to an item, the newest first. */
export async function listActs(tx: Tx, programme: string, number: number): Promise<ActRow[]> {
  return (await sql<ActRow>`select status, reason, officer_name as by, at from procedures.programme_act where programme = ${programme} and number = ${number} order by at desc, id desc limit 100`.execute(tx)).rows
}

/** Takes turns with others who act on the item. */
export async function lockItem(tx: Tx, programme: string, number: number): Promise<void> {
  await sql`select 1 from procedures.programme_item where programme = ${programme} and number = ${number} for update`.execute(tx)
}

export async function addAct(tx: Tx, act: { id: string; programme: string; number: number; status: ItemStatus; reason: string; officer: string; name: string; agency: string; at: Date }): Promise<void> {
  await sql`insert into procedures.programme_act (id, programme, number, status, reason, officer, officer_name, agency, at)
    values (${act.id}, ${act.programme}, ${act.number}, ${act.status}, ${act.reason}, ${act.officer}, ${act.name}, ${act.agency}, ${act.at})`.execute(tx)
}
