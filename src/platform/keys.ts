import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { inTransaction, sql, type Db, type Tx } from './db.ts'
import { derivedKeys, sealerOf, type KeyRing, type Keys, type Sealer } from './sealer.ts'
import { StartError } from './start-error.ts'

/** Names a secret without telling it. */
export const keyIdOf = (secret: string): string => createHmac('sha256', secret).update('tinhso key id').digest('hex').slice(0, 12)

const wrapping = (secret: string): Buffer => Buffer.from(hkdfSync('sha256', secret, 'tinhso', 'wrap.v1', 32))

function wrap(secret: string, keys: Keys): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', wrapping(secret), nonce)
  const body = Buffer.concat([cipher.update(Buffer.concat([keys.sealing, keys.indexing])), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

function unwrap(secret: string, wrapped: Buffer): Keys {
  const decipher = createDecipheriv('aes-256-gcm', wrapping(secret), wrapped.subarray(0, 12))
  decipher.setAuthTag(wrapped.subarray(12, 28))
  const both = Buffer.concat([decipher.update(wrapped.subarray(28)), decipher.final()])
  return { sealing: both.subarray(0, 32), indexing: both.subarray(32) }
}

type Row = { id: number; wrapped: Buffer; wrappedBy: string; madeAt: Date; wrappedAt: Date; seals: boolean }

/** The keys that are not retired, oldest first; `seals` is asked of the database's own clock, which all programs share. */
const list = async (db: Db | Tx): Promise<Row[]> =>
  (await sql<Row>`
    select id, wrapped, wrapped_by as "wrappedBy", made_at as "madeAt", wrapped_at as "wrappedAt", seals_from <= now() as seals from platform.key where wrapped is not null order by id
  `.execute(db)).rows

type Secrets = { secret: string; secretBefore?: string | undefined }

async function readRing(db: Db | Tx, secrets: Secrets): Promise<KeyRing> {
  const keys = (await list(db)).map((row) => ({ id: row.id, seals: row.seals, ...unwrap(secretFor(row, secrets), row.wrapped) }))
  const [first] = keys
  const newest = keys.findLast(({ seals }) => seals)
  if (!first || !newest) throw new Error('there is no key')
  return { sealing: new Map(keys.map(({ id, sealing }) => [id, sealing])), newest: newest.id, indexing: first.indexing }
}

/** A sealer that learns of newer keys: `refresh` reads them again. */
export type LiveSealer = Sealer & { refresh(): Promise<void>; /** number of the key that seals now */ newest(): number }

/**
 * The sealer of this installation. The first start keeps the keys that were derived from the secret until then, so that what is sealed stays readable. Throws a
 * StartError that names the ids when the secret is not the one that the data need.
 */
export async function openSealer(db: Db, secrets: Secrets): Promise<LiveSealer> {
  await sql`insert into platform.key (id, wrapped, wrapped_by) values (1, ${wrap(secrets.secret, derivedKeys(secrets.secret))}, ${keyIdOf(secrets.secret)}) on conflict (id) do nothing`.execute(db)
  let ring = await readRing(db, secrets)
  return {
    ...sealerOf(() => ring),
    newest: () => ring.newest,
    async refresh() {
      ring = await readRing(db, secrets)
    },
  }
}

function secretFor({ wrappedBy }: Pick<Row, 'wrappedBy'>, { secret, secretBefore }: Secrets): string {
  const found = [secret, ...(secretBefore === undefined ? [] : [secretBefore])].find((each) => keyIdOf(each) === wrappedBy)
  if (found === undefined) throw new StartError(`The data need the secret of id ${wrappedBy}, and TINHSO_SECRET has the id ${keyIdOf(secret)}: give the right one. To change the secret give the old one in TINHSO_SECRET_BEFORE and run "npm run cli -- keys change".`)
  return found
}

/** Seals the keys under the new secret, in one transaction. Resolves to how many were under the old one; doing it again changes nothing. Throws as openSealer. */
export async function changeSecret(db: Db, secrets: Secrets): Promise<number> {
  return inTransaction(db, async (tx) => {
    await lockKeys(tx)
    let changed = 0
    for (const row of await list(tx)) {
      if (row.wrappedBy === keyIdOf(secrets.secret)) continue
      const wrapped = wrap(secrets.secret, unwrap(secretFor(row, secrets), row.wrapped))
      await sql`update platform.key set wrapped = ${wrapped}, wrapped_by = ${keyIdOf(secrets.secret)}, wrapped_at = now() where id = ${row.id}`.execute(tx)
      changed++
    }
    return changed
  })
}

const lockKeys = (tx: Tx) => sql`lock table platform.key in share row exclusive mode`.execute(tx)

/** How long every running program has to learn a new key before it seals; they ask each minute. */
export const learningMinutes = 10

/**
 * Makes a new key for what is sealed from then on; the older ones go on opening what they sealed. It seals after `minutes`, so that every program knows it by then.
 * Resolves to its number and that moment; to the one under way when there is one. Throws a StartError when there can be no more.
 */
export async function renewKey(db: Db, secrets: Secrets, minutes = learningMinutes): Promise<{ id: number; sealsFrom: Date; isNew: boolean }> {
  return inTransaction(db, async (tx) => {
    await lockKeys(tx)
    const { rows: [last] } = await sql<{ id: number; sealsFrom: Date; waits: boolean }>`select id, seals_from as "sealsFrom", seals_from > now() as waits from platform.key order by id desc limit 1`.execute(tx)
    if (!last) throw new Error('there is no key')
    if (last.waits) return { id: last.id, sealsFrom: last.sealsFrom, isNew: false }
    if (last.id >= 255) throw new StartError('There are 255 keys already: there can be no more.')
    const { indexing } = await readRing(tx, secrets)
    const { rows: [made] } = await sql<{ sealsFrom: Date }>`
      insert into platform.key (id, wrapped, wrapped_by, seals_from)
      values (${last.id + 1}, ${wrap(secrets.secret, { sealing: randomBytes(32), indexing })}, ${keyIdOf(secrets.secret)}, now() + make_interval(mins => ${minutes}))
      returning seals_from as "sealsFrom"
    `.execute(tx)
    if (!made) throw new Error('no key was made')
    return { id: last.id + 1, sealsFrom: made.sealsFrom, isNew: true }
  })
}

/** How long after a newer key began to seal an older one may be destroyed: no program can have slept through it. */
export const retiringHours = 24

/** Destroys the keys below `newest` that nothing is sealed with any more; `isNeeded` counts it in the same transaction. Resolves to the numbers destroyed. */
export async function retireKeys(db: Db, newest: number, isNeeded: (tx: Tx, key: number) => Promise<boolean>, hours = retiringHours): Promise<number[]> {
  return inTransaction(db, async (tx) => {
    await lockKeys(tx)
    const { rows: [newer] } = await sql<{ old: boolean }>`select seals_from <= now() - make_interval(hours => ${hours}) as old from platform.key where id = ${newest}`.execute(tx)
    const retired: number[] = []
    for (const { id } of newer?.old === true ? await list(tx) : []) {
      if (id >= newest || (await isNeeded(tx, id))) continue
      await sql`update platform.key set wrapped = null, retired_at = now() where id = ${id}`.execute(tx)
      retired.push(id)
    }
    return retired
  })
}

export type KeyStatus = { id: number; wrappedBy: string; madeAt: Date; wrappedAt: Date; sealsFrom: Date; retiredAt: Date | null }

/** Which secret the keys are under and since when, from when each one seals, and which were destroyed. */
export const keyStatus = async (db: Db): Promise<KeyStatus[]> =>
  (await sql<KeyStatus>`select id, wrapped_by as "wrappedBy", made_at as "madeAt", wrapped_at as "wrappedAt", seals_from as "sealsFrom", retired_at as "retiredAt" from platform.key order by id`.execute(db)).rows

/** Which secret opens the data; undefined when nothing is sealed yet. Also answers on a database of an earlier release. */
export const secretInUse = async (db: Db): Promise<string | undefined> =>
  (await sql<{ wrappedBy: string }>`select wrapped_by as "wrappedBy" from platform.key where wrapped is not null order by id limit 1`.execute(db)).rows[0]?.wrappedBy
