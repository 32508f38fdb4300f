import { sql, type Piece, type Tx } from '#platform/db'
import { askedStates, type Consultation, type Opinion } from '../consultation-rules.ts'
import { reached, type Asker } from './lists.ts'

type Row = Omit<Consultation, 'end'> & { endKind: 'answered' | 'withdrawn' | 'silent' | null; endAt: Date | null; opinion: Opinion | null; reasons: string | null; actorName: string | null; actorTitle: string | null }

const columns = sql`
  c.id, c.dossier, c.number, c.agency, c.content, c.papers, c.asked_at as "askedAt", c.due_at as "dueAt", c.from_agency as "fromAgency", c.asker, c.asker_name as "askerName", c.asker_title as "askerTitle",
  e.kind as "endKind", e.at as "endAt", e.opinion, e.reasons, e.actor_name as "actorName", e.actor_title as "actorTitle"`
const withEnd = sql`dossiers.consultation c left join dossiers.consultation_end e on e.consultation = c.id`

const consultationOf = ({ endKind, endAt, opinion, reasons, actorName, actorTitle, ...rest }: Row): Consultation =>
  ({ ...rest, end: endKind === null || endAt === null ? null : { kind: endKind, at: endAt, opinion, reasons, actorName: actorName ?? '', actorTitle } })

/** The consultations of a dossier in their order. */
export async function listConsultations(tx: Tx, dossier: string): Promise<Consultation[]> {
  return (await sql<Row>`select ${columns} from ${withEnd} where c.dossier = ${dossier} order by c.number`.execute(tx)).rows.map(consultationOf)
}

export async function findConsultation(tx: Tx, id: string): Promise<Consultation | undefined> {
  return (await sql<Row>`select ${columns} from ${withEnd} where c.id = ${id}`.execute(tx)).rows.map(consultationOf)[0]
}

/** What an agency is asked and has still time to answer. */
type Whom = Pick<Asker, 'agency' | 'procedures'>
const stillAsked = ({ agency, procedures }: Whom, now: Date): Piece =>
  sql`c.agency = ${agency}${reached({ procedures })} and c.due_at > ${now} and e.consultation is null and d.state in (${sql.join([...askedStates])})`

/** What an agency is asked, with whose dossier it is about: for the log of readings, not for the list. */
export type AskedRow = Consultation & { code: string; procedure: string; citizen: string | null; numberIndex: Buffer | null; principalIndex: Buffer | null }

/** What an agency is asked, soonest due first, after (time, id). */
export async function listAsked(tx: Tx, whom: Whom, page: { now: Date; after: { at: Date; id: string } | null; size: number }): Promise<AskedRow[]> {
  const beyond = page.after ? sql` and (c.due_at, c.id) > (${page.after.at}, ${page.after.id}::uuid)` : sql``
  const { rows } = await sql<Row & Omit<AskedRow, keyof Consultation>>`
    select ${columns}, d.code, d.procedure, d.citizen, d.number_index as "numberIndex", d.principal_index as "principalIndex" from ${withEnd} join dossiers.dossier d on d.id = c.dossier
     where ${stillAsked(whom, page.now)}${beyond} order by c.due_at, c.id limit ${page.size}`.execute(tx)
  return rows.map(({ code, procedure, citizen, numberIndex, principalIndex, ...row }) => ({ ...consultationOf(row), code, procedure, citizen, numberIndex, principalIndex }))
}

export async function countAsked(tx: Tx, whom: Whom, now: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${withEnd} join dossiers.dossier d on d.id = c.dossier where ${stillAsked(whom, now)}`.execute(tx)
  return Number(rows[0]?.count ?? 0)
}

/** The dossiers with a consultation whose time is over and whose end nobody has written down. */
export async function dossiersWithSilence(tx: Tx, now: Date, most: number): Promise<string[]> {
  const { rows } = await sql<{ dossier: string }>`select distinct c.dossier from ${withEnd} where e.consultation is null and c.due_at <= ${now} limit ${most}`.execute(tx)
  return rows.map(({ dossier }) => dossier)
}

export async function insertConsultation(tx: Tx, given: Omit<Consultation, 'end'>): Promise<void> {
  await sql`insert into dossiers.consultation (id, dossier, number, agency, content, papers, asked_at, due_at, from_agency, asker, asker_name, asker_title)
    values (${given.id}, ${given.dossier}, ${given.number}, ${given.agency}, ${given.content}, ${given.papers}::int[], ${given.askedAt}, ${given.dueAt}, ${given.fromAgency}, ${given.asker}, ${given.askerName}, ${given.askerTitle})`.execute(tx)
}

/** Ends a consultation. The dossier's row is locked by the caller, so that two ends never meet; the key refuses a second one all the same. */
export async function endConsultation(tx: Tx, { id, dossier }: Pick<Consultation, 'id' | 'dossier'>, end: NonNullable<Consultation['end']> & { actor: string | null }): Promise<void> {
  await sql`insert into dossiers.consultation_end (consultation, dossier, kind, at, opinion, reasons, actor, actor_name, actor_title)
    values (${id}, ${dossier}, ${end.kind}, ${end.at}, ${end.opinion}, ${end.reasons}, ${end.actor}, ${end.actorName}, ${end.actorTitle})`.execute(tx)
}
