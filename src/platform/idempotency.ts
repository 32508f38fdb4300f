import { createHash } from 'node:crypto'
import { Failure } from '#kernel/failure'
import type { Actor } from './http.ts'
import { sql, type Tx } from './db.ts'

const stable = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(stable).join(',')}]`
  if (value instanceof Date) return JSON.stringify(value)
  if (value && typeof value === 'object') {
    const entries = Object.entries(value).filter(([, v]) => v !== undefined).sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${entries.map(([k, v]) => `${JSON.stringify(k)}:${stable(v)}`).join(',')}}`
  }
  return JSON.stringify(value) ?? 'null'
}

const personOf = (actor: Actor) => `${actor.kind}:${actor.id ?? ''}`

/**
 * Takes the key for this person, act and body. Answers `undefined` when the act is new, the stored answer when it was done before.
 * A second press made at the same moment waits here, on the unique key, until the first has committed or failed.
 * Throws `not_found` when the key is another person's, `idempotency_mismatch` when the body or the act differs.
 */
export async function takeKey(tx: Tx, key: string, actor: Actor, contract: string, input: unknown): Promise<{ stored: unknown } | undefined> {
  const hash = createHash('sha256').update(stable(input)).digest()
  const taken = await sql<{ key: string }>`
    insert into platform.idempotency (key, person, contract, body_hash)
    values (${key}, ${personOf(actor)}, ${contract}, ${hash})
    on conflict (key) do nothing returning key`.execute(tx)
  if (taken.rows.length) return undefined
  const { rows } = await sql<{ person: string; contract: string; body_hash: Buffer; answer: unknown }>`
    select person, contract, body_hash, answer from platform.idempotency where key = ${key}`.execute(tx)
  const known = rows[0]
  if (!known || known.person !== personOf(actor)) throw new Failure('not_found')
  if (known.contract !== contract || !hash.equals(known.body_hash)) throw new Failure('idempotency_mismatch')
  return { stored: known.answer }
}

/** Keeps the answer beside the key, in the act's transaction. */
export async function keepAnswer(tx: Tx, key: string, answer: unknown): Promise<void> {
  await sql`update platform.idempotency set answer = ${JSON.stringify(answer ?? null)}::jsonb where key = ${key}`.execute(tx)
}

/** Forgets keys older than so many days; a browser never asks again that late. */
export async function forgetKeys(tx: Tx, days: number): Promise<void> {
  await sql`delete from platform.idempotency where created_at < now() - make_interval(days => ${days})`.execute(tx)
}
