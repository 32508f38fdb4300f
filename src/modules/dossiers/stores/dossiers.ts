import type { LocalDate } from '#kernel/local-time'
import { sql, type Tx } from '#platform/db'
import { codeDay, codePrefix } from '../codes.ts'
import type { Applicant, Principal, Refusal } from '../contract.ts'
import type { Standing } from '../rights.ts'
import type { State } from '../states.ts'

/** A dossier as it stands. `numberSealed` opens with the installation's sealer only. */
export type Dossier = Standing & {
  id: string
  code: string
  procedure: string
  procedureVersion: string
  procedureCase: string
  channel: 'online' | 'counter'
  area: string
  receive: 'electronic' | 'counter'
  applicant: Applicant
  /** for whom it is, when the applicant acts for somebody else */
  principal: Principal | null
  principalSealed: Buffer | null
  /** what the applicant showed; the number below is of this paper */
  applicantPaper: 'card' | 'passport' | 'none'
  /** who said who the applicant is, when there was no paper */
  identifiedBy: string | null
  numberSealed: Buffer | null
  /** keyed digest of the citizen number */
  numberIndex: Buffer | null
  answers: Record<string, unknown>
  /** what the officer wrote for the result, null until it was proposed */
  officeAnswers: Record<string, unknown> | null
  refusal: Refusal | null
  submittedAt: Date
  deskDueAt: Date
  acceptedAt: Date | null
  /** when it came to the authority that decides it now, if another had it first */
  routedAt: Date | null
  firstDueAt: Date | null
  dueAt: Date | null
  supplementAskedAt: Date | null
  suppliedAt: Date | null
  finishedAt: Date | null
  closedAt: Date | null
  /** when the result in force was signed: the first one's time is `finishedAt`, for ever */
  readyAt: Date | null
  /** where the paper result lies at the counter */
  shelf: string | null
  shelvedAt: Date | null
  /** how many times the applicant was reminded to collect it */
  reminders: number
  acts: number
  simulated: boolean
  /** the day of the last reform that it has followed */
  settled: LocalDate | null
}

const columns = sql`
  id, code, state, procedure, procedure_version as "procedureVersion", procedure_case as "procedureCase", channel,
  receiving_agency as "receivingAgency", collecting_agency as "collectingAgency", competent_agency as "competentAgency", area, receive, citizen, applicant, principal, principal_sealed as "principalSealed",
  principal_index as "principalIndex", applicant_paper as "applicantPaper", identified_by as "identifiedBy",
  number_sealed as "numberSealed", number_index as "numberIndex", answers, office_answers as "officeAnswers", refusal, submitted_at as "submittedAt", desk_due_at as "deskDueAt", accepted_at as "acceptedAt", routed_at as "routedAt", first_due_at as "firstDueAt",
  due_at as "dueAt", supplement_asked_at as "supplementAskedAt", supplement_asked_at is not null as "supplementAsked", supplied_at as "suppliedAt",
  finished_at as "finishedAt", finished_at is not null as "signedBefore", closed_at as "closedAt", ready_at as "readyAt", shelf, shelved_at as "shelvedAt", reminders, holder, acts, simulated, settled, immediate`

export async function findDossier(tx: Tx, id: string): Promise<Dossier | undefined> {
  return (await sql<Dossier>`select ${columns} from dossiers.dossier where id = ${id}`.execute(tx)).rows[0]
}

export async function findDossierByCode(tx: Tx, code: string): Promise<Dossier | undefined> {
  return (await sql<Dossier>`select ${columns} from dossiers.dossier where code = ${code}`.execute(tx)).rows[0]
}

/** The latest dossiers of a person that a desk took in, the newest first. */
export async function earlierAtDesk(tx: Tx, desk: string, numberIndex: Buffer): Promise<Dossier[]> {
  return (await sql<Dossier>`select ${columns} from dossiers.dossier where number_index = ${numberIndex} and (receiving_agency = ${desk} or collecting_agency = ${desk}) order by submitted_at desc, id limit 20`.execute(tx)).rows
}

/** The row, locked until the end of the transaction: two people act on one dossier one after the other. */
export async function lockDossier(tx: Tx, id: string): Promise<Dossier | undefined> {
  return (await sql<Dossier>`select ${columns} from dossiers.dossier where id = ${id} for update`.execute(tx)).rows[0]
}

/** What is known of a dossier before it has its code. */
export type NewDossier = Omit<Dossier, 'code' | 'settled' | 'supplementAsked' | 'supplementAskedAt' | 'suppliedAt' | 'finishedAt' | 'closedAt' | 'officeAnswers' | 'refusal' | 'routedAt' | 'readyAt' | 'shelf' | 'shelvedAt' | 'reminders'> & { applicantFolded: string }

/**
 * Stores a dossier and gives it its code, in one statement: the last one before the commit, because the counter of its desk and day is
 * locked from here on; a code that was reserved for paper is taken as it is. Acts, papers and documents were stored before (their keys to it are checked at the commit).
 */
export async function insertWithCode(tx: Tx, dossier: NewDossier, reserved?: string): Promise<string> {
  const day = codeDay(dossier.submittedAt)
  const number = sql`
    with taken as (
      insert into dossiers.code_counter as counter (agency, day, last) values (${dossier.receivingAgency}, ${day}, 1)
      on conflict (agency, day) do update set last = counter.last + 1 returning last)`
  const { rows } = await sql<{ code: string }>`${reserved === undefined ? number : sql`with taken as (select ${reserved}::text as given)`}
    insert into dossiers.dossier (id, code, state, procedure, procedure_version, procedure_case, channel, receiving_agency, collecting_agency, competent_agency, area,
      receive, citizen, applicant, principal, principal_sealed, principal_index, applicant_paper, identified_by, applicant_folded, number_sealed, number_index, answers, submitted_at, desk_due_at, accepted_at, first_due_at, due_at, holder, acts, simulated, immediate)
    select ${dossier.id}, ${reserved === undefined ? sql`${codePrefix(dossier.receivingAgency, dossier.submittedAt)} || lpad(taken.last::text, greatest(4, length(taken.last::text)), '0')` : sql`taken.given`}, ${dossier.state},
      ${dossier.procedure}, ${dossier.procedureVersion}, ${dossier.procedureCase}, ${dossier.channel}, ${dossier.receivingAgency}, ${dossier.collectingAgency},
      ${dossier.competentAgency}, ${dossier.area}, ${dossier.receive}, ${dossier.citizen}, ${JSON.stringify(dossier.applicant)}::jsonb,
      ${dossier.principal && JSON.stringify(dossier.principal)}::jsonb, ${dossier.principalSealed}, ${dossier.principalIndex}, ${dossier.applicantPaper}, ${dossier.identifiedBy}, ${dossier.applicantFolded},
      ${dossier.numberSealed}, ${dossier.numberIndex}, ${JSON.stringify(dossier.answers)}::jsonb, ${dossier.submittedAt}, ${dossier.deskDueAt}, ${dossier.acceptedAt},
      ${dossier.firstDueAt}, ${dossier.dueAt}, ${dossier.holder}, ${dossier.acts}, ${dossier.simulated}, ${dossier.immediate ?? null}
      from taken returning code`.execute(tx)
  return rows[0]?.code ?? ''
}

/** What an act changes on the row; what is left out stays. */
export type Change = Partial<Pick<Dossier, 'holder' | 'acceptedAt' | 'firstDueAt' | 'dueAt' | 'deskDueAt' | 'supplementAskedAt' | 'suppliedAt' | 'finishedAt' | 'closedAt' | 'officeAnswers' | 'refusal' | 'routedAt' | 'competentAgency' | 'area' | 'readyAt' | 'shelf' | 'shelvedAt' | 'reminders'>>

const columnOf: Record<keyof Change, string> = {
  holder: 'holder', acceptedAt: 'accepted_at', firstDueAt: 'first_due_at', dueAt: 'due_at', deskDueAt: 'desk_due_at', supplementAskedAt: 'supplement_asked_at',
  suppliedAt: 'supplied_at', finishedAt: 'finished_at', closedAt: 'closed_at', officeAnswers: 'office_answers', routedAt: 'routed_at', competentAgency: 'competent_agency', area: 'area',
  readyAt: 'ready_at', refusal: 'refusal', shelf: 'shelf', shelvedAt: 'shelved_at', reminders: 'reminders',
}

export async function changeDossier(tx: Tx, id: string, state: State, acts: number, change: Change): Promise<void> {
  const set = Object.entries(change).map(([key, value]) => sql`, ${sql.ref(columnOf[key as keyof Change])} = ${value !== null && typeof value === 'object' && !(value instanceof Date) ? sql`${JSON.stringify(value)}::jsonb` : value}`)
  await sql`update dossiers.dossier set state = ${state}, acts = ${acts} ${sql.join(set, sql``)} where id = ${id}`.execute(tx)
}

/** What the officer has written for the result, before it is an act. */
export async function keepOfficeAnswers(tx: Tx, id: string, answers: Record<string, unknown> | null): Promise<void> {
  await sql`update dossiers.dossier set office_answers = ${answers && JSON.stringify(answers)}::jsonb where id = ${id}`.execute(tx)
}

/** One administrative act. `note` holds its reason, list or remark; never a citizen number. */
export type Act = {
  number: number
  action: string
  fromState: State | null
  toState: State
  at: Date
  actorKind: string
  actor: string | null
  actorName: string
  actorTitle: string | null
  agency: string | null
  /** in which capacity an officer did it */
  capacity?: string | null
  note: Record<string, unknown>
}

export async function insertActs(tx: Tx, dossier: string, acts: readonly Act[]): Promise<void> {
  const rows = acts.map((act) => sql`(${dossier}, ${act.number}, ${act.action}, ${act.fromState}, ${act.toState}, ${act.at}, ${act.actorKind}, ${act.actor}::uuid, ${act.actorName},
    ${act.actorTitle}, ${act.agency}, ${act.capacity ?? null}::uuid, ${JSON.stringify(act.note)}::jsonb)`)
  await sql`insert into dossiers.act (dossier, number, action, from_state, to_state, at, actor_kind, actor, actor_name, actor_title, agency, capacity, note) values ${sql.join(rows)}`.execute(tx)
}

export async function listActs(tx: Tx, dossier: string): Promise<Act[]> {
  const { rows } = await sql<Act>`
    select number, action, from_state as "fromState", to_state as "toState", at, actor_kind as "actorKind", actor, actor_name as "actorName", actor_title as "actorTitle", agency, note
      from dossiers.act where dossier = ${dossier} order by number`.execute(tx)
  return rows
}

export type PauseRow = { number: number; from: Date; to: Date | null }

export async function listPauses(tx: Tx, dossier: string): Promise<PauseRow[]> {
  return (await sql<PauseRow>`select number, from_at as "from", to_at as "to" from dossiers.pause where dossier = ${dossier} order by number`.execute(tx)).rows
}

export async function beginPause(tx: Tx, dossier: string, at: Date): Promise<void> {
  await sql`insert into dossiers.pause (dossier, number, from_at) select ${dossier}, count(*) + 1, ${at} from dossiers.pause where dossier = ${dossier}`.execute(tx)
}

export async function endPause(tx: Tx, dossier: string, at: Date): Promise<void> {
  await sql`update dossiers.pause set to_at = ${at} where dossier = ${dossier} and to_at is null`.execute(tx)
}

/** An act that moves nothing has been added. */
export async function noteReading(tx: Tx, id: string, acts: number): Promise<void> {
  await sql`update dossiers.dossier set acts = ${acts} where id = ${id}`.execute(tx)
}

/** The form after a slip of the pen was mended, and who it names. */
export async function correctFormOf(tx: Tx, id: string, form: { answers: Record<string, unknown>; applicant: Applicant; principal: Principal | null; folded: string }): Promise<void> {
  await sql`update dossiers.dossier set answers = ${JSON.stringify(form.answers)}::jsonb, applicant = ${JSON.stringify(form.applicant)}::jsonb, principal = ${form.principal && JSON.stringify(form.principal)}::jsonb, applicant_folded = ${form.folded} where id = ${id}`.execute(tx)
}
