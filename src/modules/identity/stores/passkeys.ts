import { sql, type Db, type Tx } from '#platform/db'

export type PasskeyRow = {
  id: string
  officer: string
  credential: Buffer
  publicKey: Buffer
  counter: number
  transports: string[]
  synced: boolean
  name: string
  addedAt: Date
  usedAt: Date | null
}

const columns = sql`id, officer, credential, public_key as "publicKey", counter, transports, synced, name, added_at as "addedAt", used_at as "usedAt"`

export async function passkeysOf(tx: Tx | Db, officer: string): Promise<PasskeyRow[]> {
  return (await sql<PasskeyRow>`select ${columns} from identity.passkey where officer = ${officer} order by added_at, id`.execute(tx)).rows
}

export async function findPasskey(tx: Tx | Db, credential: Buffer): Promise<PasskeyRow | undefined> {
  return (await sql<PasskeyRow>`select ${columns} from identity.passkey where credential = ${credential}`.execute(tx)).rows[0]
}

/** Adds a passkey. False when this credential is known already, to whomever it belongs. */
export async function insertPasskey(tx: Tx, row: Omit<PasskeyRow, 'usedAt'>): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into identity.passkey (id, officer, credential, public_key, counter, transports, synced, name, added_at)
    values (${row.id}, ${row.officer}, ${row.credential}, ${row.publicKey}, ${row.counter}, ${row.transports}::text[], ${row.synced}, ${row.name}, ${row.addedAt})
    on conflict (credential) do nothing`.execute(tx)
  return numAffectedRows === 1n
}

/** Notes a use with its counter. False when the counter did not grow, though this device counts: there is a copy of it. */
export async function countPasskeyUse(tx: Tx, id: string, counter: number, at: Date): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update identity.passkey set counter = ${counter}, used_at = ${at} where id = ${id} and (counter < ${counter} or (counter = 0 and ${counter} = 0))`.execute(tx)
  return numAffectedRows === 1n
}

/** Removes one of an officer's own passkeys. Resolves to its name; undefined when there is none. */
export async function deletePasskey(tx: Tx, officer: string, id: string): Promise<string | undefined> {
  return (await sql<{ name: string }>`delete from identity.passkey where id = ${id} and officer = ${officer} returning name`.execute(tx)).rows[0]?.name
}

/** Keeps everybody else from changing an officer's credentials, until the end of the transaction. */
export async function lockOfficer(tx: Tx, officer: string): Promise<void> {
  await sql`select from identity.officer where id = ${officer} for update`.execute(tx)
}
