import { makeMovableClock, type Clock, type MovableClock } from '#kernel/clock'
import { sql, type Db } from './db.ts'

const name = 'clock_offset'

/** The offset of the business clock as it was last set, in milliseconds; 0 for real time. */
export async function savedOffset(db: Db): Promise<number> {
  const { rows } = await sql<{ value: number }>`select value from platform.setting where name = ${name}`.execute(db)
  return Number(rows[0]?.value ?? 0)
}

/** The business clock of a demonstration, where it stood when the program stopped. */
export const openMovableClock = async (db: Db): Promise<MovableClock> => makeMovableClock(undefined, await savedOffset(db))

/** Moves the demonstration's business clock, for good: `at` null returns to real time. Sign-in, sessions and leases do not move. */
export async function moveClock(db: Db, clock: MovableClock, at: Date | null): Promise<void> {
  if (at === null) clock.setOffset(0)
  else clock.moveTo(at)
  await sql`insert into platform.setting (name, value) values (${name}, ${JSON.stringify(clock.offset())}::jsonb)
    on conflict (name) do update set value = excluded.value`.execute(db)
}

/** True for a clock that this installation may move. */
export const isMovable = (clock: Clock): clock is MovableClock => 'moveTo' in clock
