import { realNow } from '#kernel/clock'
import { localDate } from '#kernel/local-time'
import { inTransaction, only, sql, type Tx } from '#platform/db'
import type { Actor } from '#platform/http'
import { createOfficer, issuePaper } from '#contract/identity'
import type { TestApp } from '../with-app.ts'

export type Account = { id: string; username: string; code: string }

/** A real account, unlike those of the demonstration: made by an administrator, with the one-time paper that opens it. */
export async function accountWithPaper(app: TestApp, root: Actor, username: string, { role = 'officer', agency = 'Z99.001', name = 'Đỗ Thị Mới' } = {}): Promise<Account> {
  const title = { vi: 'Công chức Văn phòng', en: 'Office clerk' }
  const { id } = await app.call(root, createOfficer, { username, name, capacity: { role: role as 'officer', agency, title, from: localDate(realNow()) } })
  const { code } = await app.call(root, issuePaper, { id })
  return { id, username, code }
}

/** Lets somebody sit at the desk on days long gone: their last sign-in, and everything that counts as one, was so many days ago. */
export async function lastSeen(app: TestApp, officer: string, days: number): Promise<void> {
  const at = new Date(realNow().getTime() - days * 86_400_000)
  await sql`update identity.officer set seen_at = ${at}, created_at = ${at}, password_set_at = ${at}, idle_from = null where id = ${officer}`.execute(app.db)
}

export async function closedAt(app: TestApp, officer: string): Promise<Date | null> {
  return only((await sql<{ at: Date | null }>`select disabled_at as at from identity.officer where id = ${officer}`.execute(app.db)).rows).at
}

/** Lets an act begin while a transaction holds an officer's account, and does something to the account in that transaction before the act can go on. */
export async function overtaken<T>({ db, application: { tools } }: TestApp, officer: string, { act, by }: { act(): Promise<T>; by(tx: Tx): Promise<unknown> }): Promise<T> {
  const isWaiting = async () => only((await sql<{ waits: boolean }>`
    select exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock') as waits`.execute(tools.db)).rows).waits
  const { begun } = await inTransaction(db, async (tx) => {
    await sql`select from identity.officer where id = ${officer} for update`.execute(tx)
    const running = act()
    while (!(await isWaiting())) await new Promise((resolve) => setTimeout(resolve, 10))
    await by(tx)
    return { begun: running }
  })
  return begun
}
