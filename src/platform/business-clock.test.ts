import { beforeEach, describe, expect, it } from 'vitest'
import { fixedClock, systemClock } from '#kernel/clock'
import { sql } from '#platform/db'
import { withTools } from '../../test/with-db-tools.ts'
import { isMovable, moveClock, openMovableClock, savedOffset } from './business-clock.ts'

const { db } = await withTools()
beforeEach(async () => void (await sql`delete from platform.setting`.execute(db)))

const minutesFrom = (one: Date, other: Date) => Math.round((one.getTime() - other.getTime()) / 60_000)

describe('the business clock of a demonstration', () => {
  it('shows real time until somebody moves it', async () => {
    const clock = await openMovableClock(db)
    expect(clock.offset()).toBe(0)
    expect(minutesFrom(clock.now(), new Date())).toBe(0)
  })

  it('stands where it was put, runs on from there, and still does after a restart', async () => {
    const clock = await openMovableClock(db)
    const monday = new Date('2026-08-31T02:00:00Z')
    await moveClock(db, clock, monday)
    expect(minutesFrom(clock.now(), monday)).toBe(0)
    const again = await openMovableClock(db)
    expect(again.offset()).toBe(clock.offset())
    expect(minutesFrom(again.now(), monday)).toBe(0)
    // it runs: time that passes while nothing is open has passed here too
    expect(again.now().getTime()).toBeGreaterThanOrEqual(clock.now().getTime() - 5)
  })

  it('goes forth and back, keeps the last place only, and returns to real time', async () => {
    const clock = await openMovableClock(db)
    for (const day of ['2027-02-06T02:00:00Z', '2022-11-23T02:00:00Z']) {
      await moveClock(db, clock, new Date(day))
      expect(minutesFrom((await openMovableClock(db)).now(), new Date(day))).toBe(0)
    }
    await moveClock(db, clock, null)
    expect([clock.offset(), await savedOffset(db), (await openMovableClock(db)).offset()]).toEqual([0, 0, 0])
    expect((await sql`select name from platform.setting`.execute(db)).rows).toEqual([{ name: 'clock_offset' }])
  })

  it('refuses a time that no calendar has, and stands where it stood', async () => {
    const clock = await openMovableClock(db)
    await moveClock(db, clock, new Date('2027-02-06T02:00:00Z'))
    const before = [clock.offset(), await savedOffset(db)]
    await expect(moveClock(db, clock, new Date('never'))).rejects.toThrow(RangeError)
    expect([clock.offset(), await savedOffset(db)]).toEqual(before)
  })

  it('is the only one that can be moved: the clock of a real installation cannot', () => {
    expect([isMovable(systemClock), isMovable(fixedClock('2026-11-25T02:00:00Z'))]).toEqual([false, false])
  })
})
