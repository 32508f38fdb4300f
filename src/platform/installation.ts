import { sql, type Db } from './db.ts'
import { StartError } from './start-error.ts'

const name = 'mode'

/**
 * A database keeps the mode it was made in: a demonstration holds invented people and passwords that everybody knows, and must never become
 * the real thing; a real one must never be opened to act-as. Throws a StartError otherwise.
 */
export async function refuseOtherMode(db: Db, mode: 'demonstration' | 'production'): Promise<void> {
  await sql`insert into platform.setting (name, value) values (${name}, ${JSON.stringify(mode)}::jsonb) on conflict (name) do nothing`.execute(db)
  const { rows } = await sql<{ value: string }>`select value from platform.setting where name = ${name}`.execute(db)
  const made = rows[0]?.value
  if (made === mode) return
  throw new StartError(`This database was made in ${made} mode and TINHSO_MODE is ${mode}: a demonstration never becomes a real installation. Use another DATABASE_URL or TINHSO_DATA, or set TINHSO_MODE=${made}.`)
}
