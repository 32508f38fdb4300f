import { sql, type Tx } from '#platform/db'
import type { Board } from './contract.ts'

export const listAll = async (tx: Tx): Promise<Board[]> => (await sql<{ body: Board }>`select body from ioc.board order by position`.execute(tx)).rows.map((row) => row.body)

export const findBoard = async (tx: Tx, code: string): Promise<Board | undefined> =>
  (await sql<{ body: Board }>`select body from ioc.board where code = ${code}`.execute(tx)).rows[0]?.body

/** Makes the boards exactly what is given. */
export async function replaceAll(tx: Tx, boards: readonly Board[]): Promise<void> {
  await sql`delete from ioc.board`.execute(tx)
  for (const [i, board] of boards.entries()) await sql`insert into ioc.board (code, position, body) values (${board.code}, ${i + 1}, ${JSON.stringify(board)}::jsonb)`.execute(tx)
}
