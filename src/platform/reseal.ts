import { inTransaction, sql, type Db, type Piece, type Tx } from './db.ts'
import { sealedMark, type Sealer } from './sealer.ts'

/**
 * A column that holds something sealed. `bytes`: the column is what was sealed; `marked`: a JSON value in which each sealed text begins with `sealed:` and goes on
 * in base64; `member`: the JSON object's member of that name is in base64. What is forgotten within minutes need not be named.
 */
export type SealedColumn = { table: string; /** a column that tells its rows apart and never changes */ key: string; column: string; form: 'bytes' | 'marked' | { member: string } }

const firstByte = (base64: Piece): Piece => sql`get_byte(decode(substr(${base64}, 1, 4), 'base64'), 0)`

/** Holds when a row has something sealed with a key that `which` describes, beginning with an operator. */
function sealedWith({ column, form }: SealedColumn, which: Piece): Piece {
  const at = sql.ref(column)
  if (form === 'bytes') return sql`get_byte(${at}, 0) ${which}`
  if (form !== 'marked') return sql`${at} ? ${form.member} and ${firstByte(sql`${at} ->> ${form.member}`)} ${which}`
  const marked = sql.lit(`strict $.** ? (@.type() == "string" && @ starts with "${sealedMark}")`)
  return sql`exists (select from jsonb_path_query(${at}, ${marked}) as each (value) where ${firstByte(sql`substr(each.value #>> '{}', ${sql.lit(sealedMark.length + 1)})`)} ${which})`
}

type Resealing = { sealer: Sealer; newest: number }

/** The same, sealed with the newest key; what is already stays as it is. */
function again({ sealer, newest }: Resealing, sealed: Buffer): Buffer {
  return sealed[0] === newest ? sealed : sealer.seal(sealer.open(sealed))
}

const againText = (resealing: Resealing, base64: string): string => again(resealing, Buffer.from(base64, 'base64')).toString('base64')

function againMarked(resealing: Resealing, value: unknown): unknown {
  if (typeof value === 'string') return value.startsWith(sealedMark) ? sealedMark + againText(resealing, value.slice(sealedMark.length)) : value
  if (Array.isArray(value)) return value.map((each) => againMarked(resealing, each))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, againMarked(resealing, each)]))
}

function againValue(resealing: Resealing, { form }: SealedColumn, value: unknown): Piece {
  if (form === 'bytes') return sql`${again(resealing, value as Buffer)}`
  if (form === 'marked') return sql`${JSON.stringify(againMarked(resealing, value))}::jsonb`
  const whole = value as Record<string, unknown>
  return sql`${JSON.stringify({ ...whole, [form.member]: againText(resealing, String(whole[form.member])) })}::jsonb`
}

/** Rows of one batch: well under a second, so nobody waits long for a row that is being sealed anew. */
const batch = 200

async function resealBatch(tx: Tx, resealing: Resealing, column: SealedColumn, after: string | null): Promise<{ moved: number; next: string | null }> {
  const key = sql.ref(column.key)
  const { rows } = await sql<{ key: string; value: unknown }>`
    select ${key}::text as key, ${sql.ref(column.column)} as value from ${sql.table(column.table)}
    where ${after === null ? sql`true` : sql`${key} > ${after}`} and ${sealedWith(column, sql`<> ${resealing.newest}`)}
    order by ${key} limit ${batch} for update
  `.execute(tx)
  for (const row of rows) await sql`update ${sql.table(column.table)} set ${sql.ref(column.column)} = ${againValue(resealing, column, row.value)} where ${key} = ${row.key}`.execute(tx)
  return { moved: rows.length, next: rows.length < batch ? null : (rows.at(-1)?.key ?? null) }
}

/**
 * Seals everything that an older key sealed with the newest one, in batches, while people work. Resolves to how many values it sealed anew; run again it goes on
 * where it was, and finds nothing when all is done.
 */
export async function resealAll(db: Db, resealing: Resealing, columns: readonly SealedColumn[], tell: (column: SealedColumn, moved: number) => void = () => {}): Promise<number> {
  let all = 0
  for (const column of columns) {
    let moved = 0
    let from: string | null = null
    do {
      const after: string | null = from
      const done: { moved: number; next: string | null } = await inTransaction(db, (tx) => resealBatch(tx, resealing, column, after))
      moved += done.moved
      from = done.next
    } while (from !== null)
    tell(column, moved)
    all += moved
  }
  return all
}

/** Whether anything is still sealed with this key. */
export async function isSealedWith(tx: Tx, key: number, columns: readonly SealedColumn[]): Promise<boolean> {
  for (const column of columns) {
    const { rows } = await sql`select 1 as found from ${sql.table(column.table)} where ${sealedWith(column, sql`= ${key}`)} limit 1`.execute(tx)
    if (rows.length > 0) return true
  }
  return false
}
