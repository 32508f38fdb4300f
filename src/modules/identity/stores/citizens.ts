import type { LocalDate } from '#kernel/local-time'
import { sql, type Tx } from '#platform/db'

/** A citizen's row; the number stays sealed. */
export type CitizenRow = {
  id: string
  subject: string
  name: string
  numberSealed: Buffer
  numberIndex: Buffer
  born: LocalDate | null
  gender: 'male' | 'female' | null
  phone: string | null
  email: string | null
  address: string | null
  area: string | null
  nationality: string | null
  ethnicity: string | null
  level: 1 | 2
  kind: 'citizen' | 'foreigner'
  passportSealed: Buffer | null
  representsSealed: Buffer | null
}

const columns = sql`id, subject, name, number_sealed as "numberSealed", number_index as "numberIndex", born, gender, phone, email, address, area, nationality, ethnicity, level, kind,
  passport_sealed as "passportSealed", represents_sealed as "representsSealed"`

export async function findCitizen(tx: Tx, id: string): Promise<CitizenRow | undefined> {
  return (await sql<CitizenRow>`select ${columns} from identity.citizen where id = ${id}`.execute(tx)).rows[0]
}

export async function findByNumberIndex(tx: Tx, numberIndex: Buffer): Promise<CitizenRow | undefined> {
  return (await sql<CitizenRow>`select ${columns} from identity.citizen where number_index = ${numberIndex}`.execute(tx)).rows[0]
}

/** Every account that this subject or this number already belongs to, held until the transaction ends. */
export async function holdMatching(tx: Tx, subject: string, numberIndex: Buffer): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from identity.citizen where subject = ${subject} or number_index = ${numberIndex} order by id for update`.execute(tx)
  return rows.map(({ id }) => id)
}

/** Adds an account. When the same subject is added at the same moment by another sign-in, that row is refreshed instead. Resolves to its id. */
export async function insertCitizen(tx: Tx, row: CitizenRow, at: Date): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into identity.citizen (id, subject, name, number_sealed, number_index, born, gender, phone, email, address, area, nationality, ethnicity, level, kind, passport_sealed,
      represents_sealed, created_at, updated_at)
    values (${row.id}, ${row.subject}, ${row.name}, ${row.numberSealed}, ${row.numberIndex}, ${row.born}::date, ${row.gender}, ${row.phone}, ${row.email}, ${row.address}, ${row.area},
      ${row.nationality}, ${row.ethnicity}, ${row.level}, ${row.kind}, ${row.passportSealed}, ${row.representsSealed}, ${at}, ${at})
    on conflict (subject) do update set name = excluded.name, updated_at = excluded.updated_at returning id`.execute(tx)
  return rows[0]?.id ?? row.id
}

export async function refreshCitizen(tx: Tx, row: CitizenRow, at: Date): Promise<void> {
  await sql`
    update identity.citizen set subject = ${row.subject}, name = ${row.name}, number_sealed = ${row.numberSealed}, number_index = ${row.numberIndex}, born = ${row.born}::date,
      gender = ${row.gender}, phone = ${row.phone}, email = ${row.email}, address = ${row.address}, area = ${row.area}, nationality = ${row.nationality},
      ethnicity = ${row.ethnicity}, level = ${row.level}, kind = ${row.kind}, passport_sealed = ${row.passportSealed}, represents_sealed = ${row.representsSealed}, updated_at = ${at}
     where id = ${row.id}`.execute(tx)
}

/** What every request of a citizen needs to know. */
export async function whoIsCitizen(tx: Tx, id: string): Promise<{ name: string; numberIndex: Buffer } | undefined> {
  return (await sql<{ name: string; numberIndex: Buffer }>`select name, number_index as "numberIndex" from identity.citizen where id = ${id}`.execute(tx)).rows[0]
}
