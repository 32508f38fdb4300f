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
}

const columns = sql`id, subject, name, number_sealed as "numberSealed", number_index as "numberIndex", born, gender, phone, email, address, area, nationality, ethnicity, level`

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
    insert into identity.citizen (id, subject, name, number_sealed, number_index, born, gender, phone, email, address, area, nationality, ethnicity, level, created_at, updated_at)
    values (${row.id}, ${row.subject}, ${row.name}, ${row.numberSealed}, ${row.numberIndex}, ${row.born}::date, ${row.gender}, ${row.phone}, ${row.email}, ${row.address}, ${row.area},
      ${row.nationality}, ${row.ethnicity}, ${row.level}, ${at}, ${at})
    on conflict (subject) do update set name = excluded.name, updated_at = excluded.updated_at returning id`.execute(tx)
  return rows[0]?.id ?? row.id
}

export async function refreshCitizen(tx: Tx, row: CitizenRow, at: Date): Promise<void> {
  await sql`
    update identity.citizen set subject = ${row.subject}, name = ${row.name}, number_sealed = ${row.numberSealed}, number_index = ${row.numberIndex}, born = ${row.born}::date,
      gender = ${row.gender}, phone = ${row.phone}, email = ${row.email}, address = ${row.address}, area = ${row.area}, nationality = ${row.nationality},
      ethnicity = ${row.ethnicity}, level = ${row.level}, updated_at = ${at}
     where id = ${row.id}`.execute(tx)
}

export async function nameOfCitizen(tx: Tx, id: string): Promise<string | undefined> {
  return (await sql<{ name: string }>`select name from identity.citizen where id = ${id}`.execute(tx)).rows[0]?.name
}
