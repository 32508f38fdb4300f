import { only, sql, type Tx } from '#platform/db'
import type { State } from '../states.ts'
import { belongs, reached, type Asker } from './lists.ts'

/** A dossier of somebody who has several. */
export type PersonRow = {
  id: string
  code: string
  state: State
  procedure: string
  procedureVersion: string
  receive: 'electronic' | 'counter'
  applicantName: string
  principalName: string | null
  submittedAt: Date
  dueAt: Date | null
  firstDueAt: Date | null
  readyAt: Date | null
  shelf: string | null
  /** taken in here; collected here */
  here: boolean
  collected: boolean
  oldPaperOut: boolean
  receiptNumber: number | null
  /** of the result in force, or of the notice instead of one */
  resultNumber: number | null
  resultKind: 'result' | 'refusal' | null
  citizen: string | null
  numberIndex: Buffer | null
  principalIndex: Buffer | null
}

const columns = (desk: Asker) => sql`
  d.id, d.code, d.state, d.procedure, d.procedure_version as "procedureVersion", d.receive, d.applicant ->> 'name' as "applicantName", d.principal ->> 'name' as "principalName", d.submitted_at as "submittedAt", d.due_at as "dueAt", d.first_due_at as "firstDueAt",
  coalesce(d.ready_at, d.finished_at) as "readyAt", d.shelf, ${belongs('receiving_agency', desk)} as here, ${belongs('collecting_agency', desk)} as collected,
  exists (select from dossiers.document o where o.dossier = d.id and o.outside and o.given_back is null) as "oldPaperOut",
  (select number from dossiers.document f where f.dossier = d.id and f.kind = 'form01' and f.voided_at is null) as "receiptNumber",
  outcome.number as "resultNumber", outcome.kind as "resultKind",
  d.citizen, d.number_index as "numberIndex", d.principal_index as "principalIndex"`

/** Dossiers with the paper that each came to, a result or the notice instead of one. */
const withOutcome = sql`dossiers.dossier d left join dossiers.document outcome on outcome.dossier = d.id and outcome.kind in ('result', 'refusal') and outcome.voided_at is null`

/** What one applicant has at a desk and is not over, and what they handed in since a moment; the oldest first. */
export async function dossiersOfPerson(tx: Tx, desk: Asker, who: { numberIndex: Buffer | null; dossier: string }, since: Date, size: number): Promise<PersonRow[]> {
  // without a number nobody knows whether two people of one name are one
  const whose = who.numberIndex === null ? sql`d.id = ${who.dossier}` : sql`d.number_index = ${who.numberIndex}`
  return (await sql<PersonRow>`
    select ${columns(desk)} from ${withOutcome}
     where ${whose} and (${belongs('receiving_agency', desk)} or ${belongs('collecting_agency', desk)})${reached(desk)} and (d.state not in ('handed_over', 'refused', 'withdrawn') or d.submitted_at >= ${since})
     order by d.submitted_at, d.id limit ${size}`.execute(tx)).rows
}

/** What one applicant handed in at a desk between two moments, in the order of their codes. */
export async function handedInBetween(tx: Tx, desk: Asker, who: { numberIndex: Buffer | null; dossier: string }, from: Date, to: Date, size: number): Promise<PersonRow[]> {
  const whose = who.numberIndex === null ? sql`d.id = ${who.dossier}` : sql`d.number_index = ${who.numberIndex}`
  return (await sql<PersonRow>`
    select ${columns(desk)} from ${withOutcome} where ${whose} and ${belongs('receiving_agency', desk)}${reached(desk)} and d.submitted_at >= ${from} and d.submitted_at < ${to} and d.accepted_at is not null
     order by d.code limit ${size}`.execute(tx)).rows
}

/** Some dossiers, as they stand at a desk, in the order of their codes. */
export async function theseDossiers(tx: Tx, desk: Asker, ids: readonly string[]): Promise<PersonRow[]> {
  return (await sql<PersonRow>`select ${columns(desk)} from ${withOutcome} where d.id = any(${[...ids]}::uuid[]) order by d.code`.execute(tx)).rows
}

export type HandOver = { id: string; agency: string; year: number; number: number; at: Date; clerk: string; clerkName: string; recipient: string; relation: 'self' | 'relative' | 'authorised'; authority: string | null; dossiers: string[] }

/** The next number of an agency's year, taken before the acts that name it. */
export async function takeHandOverNumber(tx: Tx, agency: string, year: number): Promise<number> {
  return only((await sql<{ last: number }>`
    insert into dossiers.hand_over_counter as counter (agency, year, last) values (${agency}, ${year}, 1) on conflict (agency, year) do update set last = counter.last + 1 returning last`.execute(tx)).rows).last
}

export async function insertHandOver(tx: Tx, act: HandOver): Promise<void> {
  await sql`insert into dossiers.hand_over (id, agency, year, number, at, clerk, clerk_name, recipient, relation, authority, dossiers)
    values (${act.id}, ${act.agency}, ${act.year}, ${act.number}, ${act.at}, ${act.clerk}, ${act.clerkName}, ${act.recipient}, ${act.relation}, ${act.authority}, ${act.dossiers}::uuid[])`.execute(tx)
}

export async function findHandOver(tx: Tx, id: string): Promise<HandOver | undefined> {
  return (await sql<HandOver>`select id, agency, year, number, at, clerk, clerk_name as "clerkName", recipient, relation, authority, dossiers from dossiers.hand_over where id = ${id}`.execute(tx)).rows[0]
}
