import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { inTransaction, sql, type Db, type Tx } from './db.ts'
import { derivedKeys, sealerOf, type Keys, type Sealer } from './sealer.ts'
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

type Row = { id: number; wrapped: Buffer; wrappedBy: string; madeAt: Date; wrappedAt: Date }

const list = async (db: Db | Tx): Promise<Row[]> =>
  (await sql<Row>`select id, wrapped, wrapped_by as "wrappedBy", made_at as "madeAt", wrapped_at as "wrappedAt" from platform.key order by id`.execute(db)).rows

type Secrets = { secret: string; secretBefore?: string | undefined }

/**
 * The sealer of this installation. The first start keeps the keys that were derived from the secret until then, so that what is sealed stays readable. Throws a
 * StartError that names the ids when the secret is not the one that the data need.
 */
export async function openSealer(db: Db, secrets: Secrets): Promise<Sealer> {
  await sql`insert into platform.key (id, wrapped, wrapped_by) values (1, ${wrap(secrets.secret, derivedKeys(secrets.secret))}, ${keyIdOf(secrets.secret)}) on conflict (id) do nothing`.execute(db)
  const [row] = await list(db)
  if (!row) throw new Error('there is no key')
  return sealerOf(unwrap(secretFor(row, secrets), row.wrapped))
}

function secretFor({ wrappedBy }: Pick<Row, 'wrappedBy'>, { secret, secretBefore }: Secrets): string {
  const found = [secret, ...(secretBefore === undefined ? [] : [secretBefore])].find((each) => keyIdOf(each) === wrappedBy)
  if (found === undefined) throw new StartError(`The data need the secret of id ${wrappedBy}, and TINHSO_SECRET has the id ${keyIdOf(secret)}: give the right one. To change the secret give the old one in TINHSO_SECRET_BEFORE and run "npm run cli -- keys change".`)
  return found
}

/** Seals the keys under the new secret, in one transaction. Resolves to how many were under the old one; doing it again changes nothing. Throws as openSealer. */
export async function changeSecret(db: Db, secrets: Secrets): Promise<number> {
  return inTransaction(db, async (tx) => {
    await sql`lock table platform.key in share row exclusive mode`.execute(tx)
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

/** Which secret the keys are under, and since when. */
export const keyStatus = async (db: Db): Promise<{ id: number; wrappedBy: string; madeAt: Date; wrappedAt: Date }[]> => (await list(db)).map(({ id, wrappedBy, madeAt, wrappedAt }) => ({ id, wrappedBy, madeAt, wrappedAt }))
