import { sql, type Tx } from '#platform/db'
import type { Definition } from './contract.ts'

/** An indicator: its definition and the name of the measure that counts it. */
export type Indicator = { measure: string; definition: Definition }
type Row = { measure: string; body: Definition }

const indicatorOf = (row: Row): Indicator => ({ measure: row.measure, definition: row.body })

export const listAll = async (tx: Tx): Promise<Indicator[]> =>
  (await sql<Row>`select measure, body from indicators.indicator order by position`.execute(tx)).rows.map(indicatorOf)

export async function findIndicator(tx: Tx, code: string): Promise<Indicator | undefined> {
  const { rows } = await sql<Row>`select measure, body from indicators.indicator where code = ${code}`.execute(tx)
  return rows[0] && indicatorOf(rows[0])
}

/** Makes the catalogue exactly what is given. */
export async function replaceAll(tx: Tx, indicators: readonly Indicator[]): Promise<void> {
  await sql`delete from indicators.indicator where not code = any(${indicators.map(({ definition }) => definition.code)}::text[])`.execute(tx)
  for (const [i, { measure, definition }] of indicators.entries()) {
    await sql`insert into indicators.indicator (code, position, measure, body) values (${definition.code}, ${i + 1}, ${measure}, ${JSON.stringify(definition)}::jsonb)
      on conflict (code) do update set position = excluded.position, measure = excluded.measure, body = excluded.body`.execute(tx)
  }
}
